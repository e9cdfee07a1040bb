"""Heads of phrases around a word: its clause, its prepositions, whether they name somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.events.frames import PARTITIVES
from parley.claims.events.lexicon import lexicon
from parley.syntax.clauses import children, conjuncts, is_passive
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Heads = list["Token"]
VERBAL = frozenset({"VERB", "AUX"})
# Entity labels of those who act or are acted on.
ACTORS = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"})
# Nouns for people and for the bodies they act as.
PEOPLE = frozenset(
    """activist administration adviser advisor aid-worker aide air ally ambassador army assembly athlete attorney
    authority baby bank blogger bomber boy brigade cabinet candidate capital captive center centre chairman
    chief child citizen city civilian clergy cleric colonel commander commission community commuter company
    congress council country court crew critic crowd demonstrator deputy detainee diplomat director
    dissident district doctor driver employee envoy evacuee family farmer fighter firm fisherman force
    gendarme general girl government governor group guard guerrilla gunman head headquarters herder homeless
    hospital hostage inmate insurgent journalist judge junta king lawmaker lawyer leader leadership
    magistrate man marine mayor media medic member migrant militant military militia miner minister ministry
    minority mob monk mp navy negotiator newspaper nurse officer official opponent opposition organiser
    organizer other paramilitary parliament parliamentarian party passenger pastor patient peacekeeper
    peasant people person personnel pilgrim pilot player police policeman policewoman politician population
    premier president press priest prisoner prosecutor protester protestor province public rebel refugee
    regime reporter resident rioter rival ruler sailor school secretary senate senator separatist settler
    soldier somebody someone spokesman spokesperson spokeswoman state striker student survivor suspect
    teacher tourist town trader tribe tribesman tribunal troop union unit victim village villager volunteer
    voter woman worker writer youth""".split()
)
# Prepositions that lead to what the subject itself does ("engaged in talks").
ENGAGING = frozenset({"in", "into", "for", "to", "on", "of", "with"})
# How far above a noun its clause is looked for.
MAX_STEPS = 12


def clause_verb(token: Token) -> Token | None:
    """The verb whose subject does what a word tells: the word itself, or the verb that governs the noun."""
    current = token
    for _ in range(MAX_STEPS):
        if current.pos_ in VERBAL:
            return current
        if current.head.i == current.i or current.dep_ in ("nsubj", "nsubjpass"):
            return None
        current = current.head
    return None


def through(verb: Token) -> bool:
    """Whether a verb leaves the event to what it governs ("announced", "launched")."""
    lemma = lemma_of(verb)
    words = {lemma, *(f"{lemma} {c.lower_}" for c in children(verb) if c.dep_ in ("prt", "prep"))}
    return bool(words & lexicon().through or words & lexicon().light)


def is_done_by(noun: Token, verb: Token) -> bool:
    """Whether the subject of a verb does what a noun below it tells: "joined in the attack", not "left after it"."""
    current = noun
    while current.i != verb.i and current.head.i != current.i:
        if current.dep_ == "prep" and (current.lower_ not in ENGAGING or not through(verb)):
            return False
        if current.dep_ in ("relcl", "acl", "appos", "poss"):
            return False
        current = current.head
    return True


def objects_of(head: Token, preposition: str) -> Heads:
    """The heads behind a preposition that hangs on a word."""
    found: Heads = []
    for child in children(head):
        if child.dep_ in ("prep", "dative", "agent", "prt") and child.lower_ == preposition:
            for pobj in children(child):
                if pobj.dep_ == "pobj":
                    found += conjuncts(pobj)
    return found


def is_actor(token: Token) -> bool:
    """Whether a word is part of the name of somebody who acts or is acted on."""
    return token.ent_type_ in ACTORS and token.pos_ in ("PROPN", "NOUN", "ADJ")


def has_actor(head: Token) -> bool:
    """Whether a phrase names somebody."""
    return any(is_actor(t) for t in (head, *children(head)))


def is_people(head: Token) -> bool:
    """Whether a noun stands for people or a body of them, named or not: "the army", "dozens of protesters"."""
    return counted(head).lemma_.lower() in PEOPLE


def counted(head: Token) -> Token:
    """What a noun of quantity counts: "dozens of demonstrators"; the noun itself where it counts nothing."""
    found = objects_of(head, "of") if head.lemma_.lower() in PARTITIVES or head.pos_ == "NUM" else []
    return found[0] if found else head


TIME_NOUNS = frozenset("time night day week moment month year morning evening hour afternoon weekend date".split())
# Verbs whose object is the victim: without one, joined to a passive, they are passive too.
HARMING = frozenset("kill injure wound arrest detain displace abduct kidnap behead shoot".split())


def suffers(verb: Token) -> bool:
    """Whether the subject of a verb is the one it is done to: "ten were killed and six injured"."""
    if is_passive(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "acl":  # the parser takes "a faction called for peace" for the same
        return not (lemma_of(verb) == "call" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("for", "on"))
    if verb.tag_ == "VBN" and verb.dep_ in ("ccomp", "oprd", "xcomp") and lemma_of(verb.head) == "leave":
        return True  # "the raid left six injured"
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and lemma_of(verb) in HARMING
    return joined and is_passive(verb.head) and not any(c.dep_ == "dobj" for c in children(verb))


def is_time(token: Token) -> bool:
    """Whether a word is part of a date or an amount."""
    return token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL") or token.lemma_.lower() in TIME_NOUNS
