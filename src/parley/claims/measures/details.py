"""What a measure is about: how much, what, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.measures.spots import Spot
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

# A number further from the measure's words than this counts something else.
_NUMBER_WITHIN = 10
_DEADLINES = frozenset({"by", "within", "before", "until", "till", "no", "not"})
# Counted nouns that say who does it, not how much is done.
_NOT_COUNTED = frozenset(
    "side party country president leader minister week day month year hour minute time point round".split()
)
# How far behind the measure its deadline may stand, in characters.
_DEADLINE_WITHIN = 160


def quantity_of(spot: Spot, reading: Reading) -> str | None:
    """The number with what it counts ("three areas", "250 prisoners"), None when none is given."""
    doc, sentence = reading.doc, spot.token.sent
    shown = _counted(spot.last, reading)
    if shown is not None:
        return shown + _each(spot.last)
    first = max(sentence.start, spot.token.i - _NUMBER_WITHIN // 2)
    last = min(sentence.end, spot.token.i + _NUMBER_WITHIN)
    for i in [*range(spot.token.i, last), *range(spot.token.i - 1, first - 1, -1)]:
        token = doc[i]
        if token.text == ";":
            break
        if token.dep_ != "nummod" or not token.like_num or token.head.i < token.i:
            continue
        counted = token.head
        if counted.lemma_.lower() in _NOT_COUNTED or counted.ent_type_ in ("DATE", "TIME"):
            continue
        if any(t.start <= token.idx < t.end for t in reading.times_in(token.idx - 40, token.idx + 1)):
            continue
        start = min(t.i for t in [token, *token.subtree])
        return " ".join(doc[start : counted.i + 1].text.split()) + _each(counted)
    return None


def _counted(noun: Token, reading: Reading) -> str | None:
    """The word that shows the measure with its own number: "90 prisoners" in "three hostages for 90 prisoners"."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() in _NOT_COUNTED:
        return None
    for number in noun.lefts:
        if number.dep_ == "nummod" and number.like_num:
            start = min(t.i for t in [number, *number.subtree])
            return " ".join(noun.doc[start : noun.i + 1].text.split())
    return None


def _each(noun: Token) -> str:
    """ " each" when so many are counted on either side ("1,000 prisoners each", "prisoners, 175 from each side")."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return " each" if after and after[0].lower_ == "each" else ""


def object_of(spot: Spot) -> str | None:
    """What is withdrawn, released, lifted: the phrase of the word that shows the measure, without its article."""
    shown = spot.last
    if shown.i == spot.token.i or shown.pos_ not in ("NOUN", "PROPN"):
        return None
    first = shown.i
    while first - 1 > spot.token.i and _belongs(shown.doc[first - 1], shown):
        first -= 1
    last = shown.i
    for child in shown.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == last + 1:
            last = min(child.right_edge.i, last + 5)
    return " ".join(shown.doc[first : last + 1].text.split())


def _belongs(token: Token, noun: Token) -> bool:
    return token.dep_ in ("amod", "compound", "nummod", "nmod") and token.head.i == noun.i


def deadline_of(spot: Spot, reading: Reading) -> str | None:
    """By when, in the words of the text ("by the end of the year", "within 24 hours")."""
    text, sentence = reading.article.text, spot.token.sent
    stop = min(sentence.end_char, spot.token.idx + _DEADLINE_WITHIN)
    for time in reading.times_in(spot.token.idx, stop):
        before = text[max(sentence.start_char, time.start - 30) : time.start].split()
        words = [w.lower() for w in before[-3:]]
        if time.text.lower().startswith("within"):
            return time.text
        for back in range(1, len(words) + 1):
            if words[-back] in _DEADLINES:
                return " ".join([*before[-back:], time.text])
    return None
