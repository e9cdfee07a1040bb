"""The working form of an attribution while it is being put together, in tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.syntax.speech import CueKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""First token and the one after the last."""


@dataclass(slots=True)
class Attribution:
    """A cue with its source and content, as ranges of token numbers.

    `quoted` is true when all content stands in quotation marks. `source_head` is the token whose mention tells who
    speaks: the antecedent, where the source is a relative pronoun.
    """

    cue: Range
    source: Range | None
    source_head: Token | None
    content: list[Range] = field(default_factory=list)
    kind: CueKind = "say"
    quoted: bool = False

    @property
    def start(self) -> int:
        """The first token of all its parts."""
        ranges = [*self.content, self.cue, *([self.source] if self.source else [])]
        return min(first for first, _ in ranges)


def subtree_range(token: Token) -> Range:
    """A token with all that depends on it."""
    return token.left_edge.i, token.right_edge.i + 1


def without(ranges: list[Range], hole: Range) -> list[Range]:
    """The ranges with the tokens of another taken out."""
    left: list[Range] = []
    for first, last in ranges:
        if hole[1] <= first or last <= hole[0]:
            left.append((first, last))
            continue
        if first < hole[0]:
            left.append((first, hole[0]))
        if hole[1] < last:
            left.append((hole[1], last))
    return left


def stripped(doc: Doc, span: Range, also: frozenset[str] = frozenset()) -> Range | None:
    """A range without blanks and punctuation at its ends, None when nothing else is in it.

    Marks that are a part of the content (closing brackets, quotation marks, percent signs) are kept by `offsets`.
    """
    first, last = span
    while first < last and (doc[first].is_space or doc[first].is_punct or doc[first].lower_ in also):
        first += 1
    while last > first and (doc[last - 1].is_space or doc[last - 1].is_punct):
        last -= 1
    return (first, last) if first < last else None
