"""Who does it to whom: source and target of an event, as heads of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.events.frames import Trigger
from parley.claims.events.heads import Heads, clause_verb, objects_of
from parley.claims.events.sources import sources_of
from parley.claims.events.targets import targets_of
from parley.syntax.clauses import children, conjuncts, objects, subjects
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Their subject is the one it is done to: "faces criticism from the UN".
RECEIVING = frozenset("receive face draw suffer sustain attract get obtain win endure gain see secure".split())
# Things that two sides have with each other.
MUTUAL_CLASSES = frozenset({"agreement", "relations", "ceasefire", "talks", "drill", "militarism"})
# Types told with "between" both sides: "clashes between rebels and the army".
BETWEEN = frozenset({"ASSAULT", "CONSULT", "AGREE", "SUPPORT"})
# Attacks that go both ways: "Indian and Chinese troops exchanged fire".
EXCHANGING = frozenset("exchange trade clash skirmish spar".split())
# Both sides may do this to what others do with each other.
ONE_SIDED = frozenset(
    """welcome praise hail applaud back support endorse commend laud reject veto condemn denounce oppose dismiss defend
    mediate broker facilitate host""".split()
)
# Entity labels of peoples and states, which side by side before a noun are two sides.
PEOPLES = frozenset({"GPE", "NORP", "ORG"})


def actors_of(found: Trigger) -> tuple[Heads, Heads]:
    """The heads of the phrases for source and target; mutual events of "A and B" have A as source, B as target."""
    verb = clause_verb(found.token)
    if verb is not None and lemma_of(verb) in RECEIVING and (found.object is not None or verb.i != found.token.i):
        givers = [t for word in ("from", "by") for h in (verb, *objects(verb)) for t in objects_of(h, word)]
        if givers:
            return givers, subjects(verb)
    source = sources_of(found)
    target = targets_of(found, source)
    if _is_mutual(found) and not _is_partner(found, target):
        sides = source if len(source) > 1 else _sides_in(source)
        if len(sides) > 1:
            return sides[:1], sides[1:]
    if not source and found.rule.code in BETWEEN and len(target) > 1 and target[0].head.lower_ == "between":
        return target[:1], target[1:]  # "clashes between rebels and the army"
    return source, target


def demanded_of(verb: Token) -> tuple[Heads, Heads]:
    """Who says that somebody must do something, and who must: "the envoy said the rebels must withdraw"."""
    asked = subjects(verb)
    for sayer in (verb.head if verb.dep_ in ("ccomp", "conj") else verb, *children(verb)):
        if sayer.i != verb.i and sayer.pos_ in ("VERB", "AUX") and sayer.dep_ in ("ROOT", "parataxis", "ccomp"):
            said_by = [t for c in children(sayer) if c.dep_ == "nsubj" for t in conjuncts(c)]
            if said_by and not {t.i for t in said_by} & {t.i for t in asked}:
                return said_by, asked
    return [], asked


def _is_mutual(found: Trigger) -> bool:
    """Whether two subjects of an event do it with each other: "A and B signed a treaty", not "A and B praised it"."""
    code, classes = found.rule.code, found.rule.classes
    if found.token.pos_ == "VERB" and lemma_of(found.token) in ONE_SIDED:
        return False
    if code == "ASSAULT":
        return found.token.pos_ == "VERB" and lemma_of(found.token) in EXCHANGING
    return code in ("AGREE", "CONSULT", "COOPERATE") or (
        code in ("SUPPORT", "REJECT", "RETREAT") and bool(classes & MUTUAL_CLASSES)
    )


def _is_partner(found: Trigger, target: Heads) -> bool:
    """Whether a target is the other side of a mutual event: "with Peru", "met the envoy"."""
    if not target:
        return False
    head = target[0]
    if head.dep_ == "pobj":
        return head.head.lower_ == "with" or (head.head.lower_ == "to" and found.rule.code != "AGREE")
    return found.object is None and head.head.i == found.token.i and head.pos_ != "NOUN"


def _sides_in(source: Heads) -> Heads:
    """The two peoples before a noun: "Russian and Ukrainian officials"."""
    for head in source:
        for child in children(head):
            sides = conjuncts(child)
            if child.dep_ == "prep" and child.lower_ in ("of", "from") and head.tag_ in ("NNS", "NNPS"):
                named = [t for c in children(child) if c.dep_ == "pobj" for t in conjuncts(c) if t.ent_type_ == "GPE"]
                if len(named) > 1:
                    return named  # "the foreign ministers of Iran and Oman"
            if (
                child.i < head.i
                and child.dep_ in ("amod", "compound", "nmod")
                and len(sides) > 1
                and head.tag_ in ("NNS", "NNPS")
            ):
                return [t for t in sides if t.ent_type_ in PEOPLES]
    return []
