"""The words of a source or target: the noun phrase around a head, without what clauses add to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.syntax.clauses import children

if TYPE_CHECKING:
    from spacy.tokens import Token

# Longer phrases are enumerations or parsing accidents.
MAX_TOKENS = 25
_OUTSIDE = frozenset({"relcl", "acl", "punct", "cc", "conj", "advcl", "ccomp", "parataxis", "npadvmod"})
# An apposition further from its noun than this belongs to something between.
NEAR_APPOSITION = 12
_TIMES = frozenset({"DATE", "TIME"})


def phrase_ends(head: Token) -> tuple[Token, Token]:
    """The first and the last token of a noun phrase: the head with its modifiers, "of" phrases and apposition."""
    first = last = head
    for child in children(head):
        if child.dep_ in _OUTSIDE or _is_time(child):
            continue
        if child.dep_ == "appos":
            if child.left_edge.i - last.i <= NEAR_APPOSITION and child.i > head.i:
                last = max(last, phrase_ends(child)[1], key=lambda t: t.i)
        elif child.i < head.i and child.left_edge.i >= head.i - MAX_TOKENS:
            first = min(first, child.left_edge, key=lambda t: t.i)
        elif child.i > head.i and child.right_edge.i <= head.i + MAX_TOKENS:
            last = max(last, child.right_edge, key=lambda t: t.i)
    return first, last


def _is_time(child: Token) -> bool:
    """Whether a word that follows a noun only says when: "the vice president on Tuesday"."""
    return child.dep_ == "prep" and any(c.dep_ == "pobj" and c.ent_type_ in _TIMES for c in children(child))


def phrase_span(head: Token) -> tuple[int, int]:
    """The character offsets of a noun phrase."""
    first, last = phrase_ends(head)
    return first.idx, last.idx + len(last)


def phrase(heads: Sequence[Token]) -> str:
    """The text from the first to the last of the phrases of several heads, "" when there are none."""
    if not heads:
        return ""
    spans = [phrase_span(head) for head in heads]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    document = heads[0].doc
    words = document.text[start:end]
    if words.count("(") > words.count(")") and document.text[end : end + 1] == ")":
        end += 1
    span = document.char_span(start, end, alignment_mode="expand")
    return span.text if span is not None else ""
