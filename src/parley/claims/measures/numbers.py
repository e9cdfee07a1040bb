"""How many were freed, as others count them: "handed over 124", "put the number at 123".

Reports of an exchange give its numbers without the word for what is counted, and those of the two sides apart. Each is
a claim of its own, so that the record can set one against the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Measures whose numbers are told so.
COUNTED_TYPES = frozenset({"prisoner_exchange", "hostage_release"})
_GIVING = frozenset({"hand", "free", "release", "return", "swap", "exchange"})
_RECEIVING = frozenset({"receive", "get"})
_PEOPLE = frozenset({"people", "person", "man", "woman"})
_TOTALS = frozenset({"number", "total", "figure", "count", "tally"})


def find_counts(sentence: Tokens) -> Iterator[tuple[Token, str]]:
    """The numbers of those freed that a sentence gives without naming them, each with its words."""
    given = list(_with_verb(sentence, _GIVING)) or list(_with_verb(sentence, _RECEIVING))
    yield from given
    if given:
        return
    for token in sentence:
        if token.like_num and token.dep_ == "pobj" and token.head.lower_ == "at" and _follows_total(token, sentence):
            yield token, token.text


def _with_verb(sentence: Tokens, verbs: frozenset[str]) -> Iterator[tuple[Token, str]]:
    for verb in sentence:
        if verb.lemma_.lower() not in verbs or verb.tag_ not in ("VBD", "VBN"):
            continue
        for child in verb.children:
            if child.dep_ not in ("dobj", "nsubjpass"):
                continue
            if child.like_num:
                yield child, child.text
            elif child.lemma_.lower() in _PEOPLE:
                number = next((c for c in child.lefts if c.dep_ == "nummod" and c.like_num), None)
                if number is not None:
                    yield number, f"{number.text} {child.text}"


def _follows_total(number: Token, sentence: Tokens) -> bool:
    """Whether "number", "total" or the like is what is put at a figure."""
    return any(t.lemma_.lower() in _TOTALS for t in sentence if t.i < number.i)
