"""The words of a source or target: the noun phrase around a head, without what clauses add to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.syntax.clauses import children

if TYPE_CHECKING:
    from spacy.tokens import Token

# Longer phrases are enumerations or parsing accidents.
MAX_TOKENS = 25
_OUTSIDE = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "ccomp", "parataxis"})


def phrase_span(head: Token) -> tuple[int, int]:
    """The character offsets of a noun phrase: the head with its modifiers and "of" phrases."""
    first = last = head
    for child in children(head):
        if child.dep_ in _OUTSIDE:
            continue
        if child.i < head.i and child.left_edge.i >= head.i - MAX_TOKENS:
            first = min(first, child.left_edge, key=lambda t: t.i)
        elif child.i > head.i and child.right_edge.i <= head.i + MAX_TOKENS:
            last = max(last, child.right_edge, key=lambda t: t.i)
    return first.idx, last.idx + len(last)


def phrase(heads: Sequence[Token]) -> str:
    """The text from the first to the last of the phrases of several heads, "" when there are none."""
    if not heads:
        return ""
    spans = [phrase_span(head) for head in heads]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    document = heads[0].doc
    span = document.char_span(start, end, alignment_mode="expand")
    return span.text if span is not None else ""
