"""What the words right at an event noun or verb say of it: "no talks", "the planned summit", "did not meet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.syntax.clauses import children
from parley.syntax.governors import (
    AGREEMENTS,
    MAKING,
    PAST,
    PRESUPPOSING,
    Effect,
    adjective_effect,
    lemma_of,
    modifier_effect,
    verb_effect,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from parley.model.claim import Status

NO = frozenset({"no", "neither", "without", "nor"})
VERBAL = frozenset({"VERB", "AUX"})
# What an infinitive behind an event noun must be for the noun to be what it is about: "talks to resume", "to be held".
STARTS = frozenset("take begin start resume continue open follow be happen proceed occur come run last".split())
_BROUGHT_ABOUT = frozenset(
    """hold host convene conduct conclude reach sign strike broker adopt achieve mediate seal ratify arrange agree
    finalise finalize negotiate organise organize stage""".split()
)
_NEGATIVE = frozenset({"never", "nor", "neither", "hardly", "almost", "nearly"})


def through(effect: Effect | None, outer: Status) -> Status:
    """The status of a thing whose governor has status `outer` and this effect."""
    if effect == "doubt":
        return "possible"
    if effect == "wish":
        return "not_held" if outer == "not_held" else "possible"
    if effect == "plan":
        return "planned" if outer == "happened" else outer
    if effect == "veto":
        return "not_held" if outer in ("happened", "planned") else "possible"
    return outer


def noun_marks(noun: Token) -> Status | None:
    """What stands before a noun or hangs on it: "no talks", "the proposed summit", "talks due to begin"."""
    for child in children(noun):
        if child.dep_ in ("det", "neg") and child.lower_ in NO:
            return "not_held"
        if child.dep_ in ("amod", "poss", "compound", "nmod") and _is_past(child):
            return "happened"
        if child.dep_ in ("amod", "det", "compound", "nmod") and (effect := modifier_effect(child)):
            if child.tag_ == "VBN" and any(c.dep_ == "neg" for c in children(child)):
                continue
            return through(effect, "happened")
        if child.dep_ == "relcl" and child.tag_ == "VBD" and child.lemma_ in STARTS and not negated(child):
            return "happened"
        if child.dep_ in ("acl", "relcl") and child.i > noun.i and (found := participle(child)):
            return found
        if child.dep_ == "amod" and child.i > noun.i and (effect := adjective_effect(child)):
            return through(effect, "happened")
    return None


def _is_past(modifier: Token) -> bool:
    """Whether what stands before a noun puts it in the past: "the previous round", "last month's summit"."""
    if modifier.dep_ == "poss":
        return modifier.lower_ in PAST or any(c.lower_ in PAST for c in children(modifier))
    return modifier.lower_ in PAST


def participle(verb: Token) -> Status | None:
    """What a reduced clause says of its noun: "talks scheduled for Monday", "a meeting to be held"."""
    if verb.pos_ not in VERBAL or any(child.dep_ == "nsubj" for child in children(verb)):
        return None
    if verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in children(verb)):
        effect = verb_effect(verb)
        if effect == "plan" and lemma_of(verb) in MAKING and verb.head.lemma_.lower() in AGREEMENTS:
            effect = "actual"
        if effect in ("plan", "wish", "veto"):
            return through(effect, "not_held" if negated(verb) else "happened")
        return "happened" if lemma_of(verb) in _BROUGHT_ABOUT else None
    if verb.lemma_ not in STARTS | _BROUGHT_ABOUT:
        return None
    if verb.tag_ in ("VB", "VBN") and any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb)):
        return "not_held" if negated(verb) else "planned"
    return None


def is_presupposed(noun: Token) -> bool:
    """Whether what governs an agreement takes it for granted, and the words make it a known one."""
    governor = noun.head
    while governor.dep_ in ("prep", "prt") and governor.head.i != governor.i:
        governor = governor.head
    if lemma_of(governor) not in PRESUPPOSING:
        return False
    return noun.tag_ in ("NNS", "NNPS", "NNP") or any(
        child.dep_ == "poss"
        or (child.dep_ in ("det", "predet") and child.lower_ in ("the", "this", "these", "those", "all"))
        or (child.dep_ == "compound" and child.pos_ == "PROPN")
        for child in children(noun)
    )


def negated(verb: Token) -> bool:
    for child in children(verb):
        if child.dep_ == "neg":
            # "not only", "not just" deny nothing
            following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            if following not in ("only", "just", "merely"):
                return True
        if child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in _NEGATIVE:
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in ("nobody", "none", "neither")
            or any(c.lower_ in NO and c.i < child.i for c in children(child))
        ):
            return True
    return False


def has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in children(verb))
