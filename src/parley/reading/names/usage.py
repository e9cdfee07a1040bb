"""Whether the name of a state or city means a place or those who govern it, told by its grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.reading.names.vocabulary import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACE_PREPOSITIONS = words(
    "in, at, into, across, near, inside, outside, throughout, around, through, within, over, off, onto, along, "
    "beyond, via"
)
# "To" and "from" lead to a place after words of going, else to whoever is there.
_GOING = words(
    "deport, evacuate, withdrawal, pull, retreat, export, import, deliver, delivery, next, enter, go, travel, "
    "come, fly, return, arrive, visit, trip, journey, tour, move, head, flight, leave, depart, back, way, road, "
    "drive, flee, cross, bring, send, dispatch, withdraw"
)
# Verbs whose subject may be a place: nobody acts by being one.
_PLACE_SUBJECT = words("lie, be, become, remain, fall, host, burn, see, witness")
_GOVERNED = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "dative", "poss", "conj", "appos"})
# A capital is a government in these company: "talks with Moscow", "relations between Baku and Yerevan".
_PARTY_PREPOSITIONS = frozenset({"between", "with", "against", "by", "among"})
_VISITED = words("visit, leave, reach, enter, tour, shell, bomb, hit, strike, attack, capture")


def governor(token: Token) -> Token:
    """The first of a list of names joined together, since its grammar holds for all of them."""
    steps = 0
    while token.dep_ in ("conj", "appos") and token.head.i != token.i and steps < 20:
        token, steps = token.head, steps + 1
    return token


def is_place(token: Token) -> bool:
    """Whether a state's name stands for the place and nothing else: "in Ukraine", "travelled to Turkey"."""
    head = governor(token)
    if head.dep_ != "pobj":
        if head.dep_ == "dobj":
            return head.head.lemma_.lower() in ("visit", "leave", "enter", "tour")
        return False
    preposition = head.head
    word = preposition.lower_
    if word in _PLACE_PREPOSITIONS:
        return True
    if word in ("to", "from", "for"):
        return preposition.head.lemma_.lower() in _GOING
    return False


def capital_acts(token: Token) -> bool:
    """Whether a capital's name stands for a government: "Moscow said", "talks with Kyiv", "Kiev's demands"."""
    head = governor(token)
    if token.i > 0 and token.nbor(-1).lower_ in ("capital", "city", "town", "port"):
        return False
    if head.dep_ in ("nsubj", "nsubjpass"):
        verb = head.head
        return verb.lemma_.lower() not in _PLACE_SUBJECT and verb.pos_ in ("VERB", "AUX")
    if head.dep_ == "agent":
        return True
    if head.dep_ == "poss":
        return head.head.pos_ in ("NOUN", "VERB") and head.head.ent_type_ not in ("FAC", "LOC")
    if head.dep_ == "dobj":
        return head.head.lemma_.lower() not in _VISITED
    if head.dep_ == "pobj":
        preposition = head.head
        if preposition.dep_ == "agent" or preposition.lower_ in _PARTY_PREPOSITIONS:
            return not _meeting_place(preposition)
        if preposition.lower_ in ("to", "from"):
            return preposition.head.lemma_.lower() not in _GOING and preposition.head.pos_ == "VERB"
    return False


def _meeting_place(preposition: Token) -> bool:
    """ "Between Moscow and Kyiv" of a road or a train is no talk between governments."""
    return preposition.head.lemma_.lower() in ("road", "train", "flight", "railway", "highway", "distance", "shuttle")
