"""Who does it to whom: source and target of an event, as heads of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.events.frames import Trigger
from parley.claims.events.lexicon import lexicon
from parley.syntax.clauses import agents, conjuncts, is_passive, objects, subjects
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
# In this order: the one done something to first, the one with whom or where it is done last.
TARGETING = ("against", "on", "upon", "with", "to", "toward", "towards", "for", "from", "into", "of", "at", "over",
             "between", "among", "in", "inside", "by", "about", "through", "across")  # fmt: skip
# How far above a noun its clause is looked for.
MAX_STEPS = 12


def clause_verb(token: Token) -> Token | None:
    """The verb whose subject does what a word tells: the word itself, or the verb that governs the noun."""
    current = token
    for _ in range(MAX_STEPS):
        if current.pos_ in _VERBAL:
            return current
        if current.head.i == current.i or current.dep_ in ("nsubj", "nsubjpass"):
            return None
        current = current.head
    return None


def sources(found: Trigger) -> list[Token]:
    """The heads of the phrases for who does it."""
    token = found.token
    if token.pos_ == "VERB":
        return _verb_sources(token)
    own = _nominal_sources(token)
    if own:
        return own
    verb = clause_verb(token)
    if verb is not None and verb.i != token.i:
        return _verb_sources(verb)
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ in _VERBAL and is_passive(token.head):
        return _verb_sources(token.head)
    return []


def _verb_sources(verb: Token) -> list[Token]:
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        if found := agents(verb):
            return found
        return [p for p in _objects_of(verb, "in") if p.ent_type_ in ("GPE", "LOC")]
    if verb.dep_ in ("acl", "relcl") and not any(c.dep_ == "nsubj" for c in verb.children):
        return [verb.head]
    found = subjects(verb)
    if not found and verb.dep_ == "xcomp":
        found = objects(verb.head)
    return found


def _nominal_sources(noun: Token) -> list[Token]:
    found: list[Token] = []
    for child in noun.children:
        if child.dep_ == "poss":
            return conjuncts(child)
        if child.dep_ in ("prep", "agent") and child.lower_ == "by":
            return [t for pobj in child.children if pobj.dep_ == "pobj" for t in conjuncts(pobj)]
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
            found = [child]
    return found


def targets(found: Trigger, source: list[Token]) -> list[Token]:
    """The heads of the phrases for whom it is done to."""
    token, thing = found.token, found.object
    taken = {t.i for t in source}
    if token.pos_ == "VERB":
        direct = [t for t in objects(token) if t.i not in taken]
        if is_passive(token):
            direct += [t for child in token.children if child.dep_ == "nsubjpass" for t in conjuncts(child)]
        elif not direct and token.tag_ == "VBN" and token.dep_ == "acl":
            direct = [token.head]
        if thing is None and direct and not _is_event(direct[0]):
            return direct
        return _by_preposition([*([thing] if thing is not None else direct), token], taken) or _whose(direct) or direct
    holders = [token]
    verb = clause_verb(token)
    if verb is not None:
        holders.append(verb)
    return _by_preposition(holders, taken) or _whose([token], taken)


def _is_event(noun: Token) -> bool:
    words = noun.lemma_.lower()
    return words in lexicon().noun or words in lexicon().nominal


def _objects_of(head: Token, preposition: str) -> list[Token]:
    found: list[Token] = []
    for child in head.children:
        if child.dep_ in ("prep", "dative", "agent", "prt") and child.lower_ == preposition:
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    found += conjuncts(pobj)
    return found


def _by_preposition(holders: list[Token], taken: set[int]) -> list[Token]:
    for preposition in TARGETING:
        for holder in holders:
            found = [t for t in _objects_of(holder, preposition) if t.i not in taken and not _is_time(t)]
            if found:
                return found
    for holder in holders:
        found = [t for c in holder.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in conjuncts(c)]
        if found:
            return found
    return []


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL")


def _whose(nouns: list[Token], taken: set[int] | None = None) -> list[Token]:
    for noun in nouns:
        for child in noun.children:
            if child.dep_ == "poss" and (taken is None or child.i not in taken):
                return conjuncts(child)
    return []


def through(verb: Token) -> bool:
    """Whether a verb leaves the event to what it governs ("announced", "launched")."""
    lemma = lemma_of(verb)
    return lemma in lexicon().through or lemma in lexicon().light
