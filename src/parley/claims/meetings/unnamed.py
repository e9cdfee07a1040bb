"""Phrases that stand for the sides of a meeting without naming them: "both delegations", "the warring parties"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings.lexicon import AUDIENCE, BODIES, GROUP_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

# People named only by being the sides of a conflict.
FOES = frozenset("sides parties factions rivals foes adversaries enemies belligerents combatants camps".split())
_SENT = frozenset("delegations teams panels governments armies negotiators envoys".split())
# "The two leaders", "both presidents": two people.
PAIRED = frozenset("leaders presidents generals men rivals premiers ministers commanders".split())
# Words of a phrase before its head that are looked at.
_FAR_MODIFIER = 5
_ALL_OF_THEM = frozenset({"both", "two", "all", "warring", "rival", "opposing", "either"})
_AT_ODDS = frozenset("warring rival two both opposing feuding conflicting main".split())


def is_sides_of_war(head: Token) -> bool:
    """Whether a phrase names the sides only by their country: "Yemen's warring sides", "the rival Libyan factions"."""
    if head.lower_ not in FOES:
        return False
    before = {t.lower_ for t in head.doc[max(head.left_edge.i, head.i - 6) : head.i]}
    return bool(before & _AT_ODDS) and not before & {"of", "and"} and not any(c.lower_ == "of" for c in head.rights)


def is_audience(head: Token) -> bool:
    """Whether somebody spoken to is the press or the public."""
    return head.lemma_.lower() in AUDIENCE or any(t.lemma_.lower() in AUDIENCE for t in head.lefts)


def is_group(head: Token) -> bool:
    """Whether a noun stands for the people of a side."""
    return head.lemma_.lower() in GROUP_NOUNS


def is_bare_side(head: Token) -> bool:
    """Whether a phrase says "the sides" of a meeting without saying which: "the delegations", "diplomats", "they"."""
    if head.lower_ in ("they", "both", "them", "two", "pair", "all", "each"):
        return True
    if is_sides_of_war(head):
        return True
    if head.lemma_.lower() in BODIES and any(c.lower_ in ("the", "this") for c in head.lefts):
        return True  # "the committee last met in June"
    if head.lower_ in PAIRED and head.sent[0].lower_ == "the" and head.left_edge.i == head.sent.start:
        return True  # "the rival leaders of the divided island"
    told = ("of", "from", "for", "who")
    named = any(t.text[:1].isupper() or t.lower_ in told for t in head.subtree if t.i not in (head.i, head.sent.start))
    named = named or (head.sent[0].pos_ == "ADJ" and head.sent[0].head.i == head.i)
    return is_group(head) and head.tag_ in ("NNS", "NN") and not named


def is_both_sides(head: Token) -> bool:
    """Whether a phrase is "the two sides", "both delegations", "the warring factions": those the article is about."""
    before = {t.lower_ for t in head.doc[max(head.left_edge.i, head.i - _FAR_MODIFIER) : head.i]}
    if head.lower_ not in FOES and head.lower_ not in _SENT and head.lower_ not in PAIRED:
        return False
    between = head.dep_ == "pobj" and head.head.lower_ == "between" and "the" in before
    return bool(before & _ALL_OF_THEM) or between
