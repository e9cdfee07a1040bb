"""To whom or what it is done: the target of an event, as heads of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.events.frames import Trigger, noun_words
from parley.claims.events.heads import (
    ACTORS,
    Heads,
    clause_verb,
    counted,
    has_actor,
    is_actor,
    is_done_by,
    is_people,
    is_time,
    objects_of,
    suffers,
)
from parley.claims.events.lexicon import lexicon
from parley.syntax.clauses import children, conjuncts, objects

if TYPE_CHECKING:
    from spacy.tokens import Token

# In this order: the one done something to first, the one with whom or where it is done last.
TARGETING = tuple(
    "against on upon with to toward towards for from into of at over between among in inside by through across".split()
)
# Classes of noun that are themselves the ones acted on ("summoned the ambassador"), unlike "sent troops to".
ACTING_CLASSES = frozenset({"diplomats", "captive", "government", "territory"})
# Types that one side does together with another.
SHARED = frozenset({"CONSULT", "AGREE"})
# Types that give somebody something, and the prepositions before him.
GIVING = frozenset({"AID", "COOPERATE", "CONCEDE"})
TO_WHOM = ("to", "for", "with")
# Classes of what one says oneself: "the UN's commitment" is no reason to take the UN for its target.
VOICED = frozenset({"support", "dissent", "threat"})
# Classes of what is done, which is not whom it is done to.
DEED_CLASSES = frozenset({"talks", "protest", "walkout", "drill"})
# Set phrases, which name nobody.
SET_OBJECTS = frozenset("turn addition response return move bid effort advance line general".split())
# Types that answer what somebody did or proposed.
ANSWERING = frozenset({"REJECT", "SUPPORT", "CONCEDE", "ACCUSE"})
# How many words below a verb its target is looked for.
MAX_SUBTREE = 60


def targets_of(found: Trigger, source: Heads) -> Heads:
    """The heads of the phrases that say to whom or what it is done."""
    taken = {t.i for t in source}
    if found.token.pos_ != "VERB":
        return _of_noun(found, taken)
    direct = _direct(found.token, taken)
    if found.rule.code in SHARED and (partners := _partners(found.token, taken)):
        return partners
    if found.object is None:
        return _of_verb(found, direct, taken)
    return _of_object(found, found.object, direct, taken)


def _direct(verb: Token, taken: set[int]) -> Heads:
    direct = [t for t in objects(verb) if t.i not in taken]
    if suffers(verb):
        direct += [t for child in children(verb) if child.dep_ == "nsubjpass" for t in conjuncts(child)]
    if not direct and verb.dep_ == "acl" and suffers(verb):
        direct = [verb.head]
    return [_meant(verb, t) for t in direct]


def _meant(verb: Token, head: Token) -> Token:
    """For "called Lula to congratulate him": Lula."""
    governor = verb.head
    if head.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return governor
    if head.pos_ != "PRON" or verb.dep_ not in ("advcl", "conj", "xcomp") or governor.pos_ != "VERB":
        return head
    named = [t for t in objects(governor) if t.pos_ == "PROPN"]
    return named[0] if len(named) == 1 else head


def _partners(verb: Token, taken: set[int]) -> Heads:
    """Those named behind "with" in a verb's own clause, wherever the parser hangs it."""
    first, last = max(verb.left_edge.i, verb.i - MAX_SUBTREE), min(verb.right_edge.i, verb.i + MAX_SUBTREE)
    for t in verb.doc[first : last + 1]:
        if t.lower_ == "with" and t.dep_ == "prep" and clause_verb(t.head) == verb:
            pobjs = [h for c in children(t) if c.dep_ == "pobj" for h in conjuncts(c)]
            if named := _named(pobjs, taken):
                return named
    return []


def _of_noun(found: Trigger, taken: set[int]) -> Heads:
    token = found.token
    verb = clause_verb(token)
    holders = [token] if verb is None or not is_done_by(token, verb) else [token, verb]
    if token.dep_ in ("nsubj", "nsubjpass"):
        holders.append(token.head)  # "protests took place against"
    taken.add(token.i)
    if found.rule.code == "CONSULT" and len(holders) == 2 and (met := _named(objects(holders[1]), taken)):
        return met  # "joined the envoy for talks with"
    return _by_preposition(holders, taken) or _whose([token], taken) or _named_below(token, taken) or _below(token)


def _of_verb(found: Trigger, direct: Heads, taken: set[int]) -> Heads:
    token, rule = found.token, found.rule
    if (rule.code in GIVING or rule.mode == "return") and not any(has_actor(t) or is_people(t) for t in direct):
        given = [t for word in TO_WHOM for h in (token, *direct) for t in _named(objects_of(h, word), taken)]
        if rule.code == "AID":
            given = given or _named(_by_preposition([token, *direct], taken), taken) or _named_below(token, taken)
        direct = given or direct
    if direct and not any(has_actor(t) or is_people(t) or t.pos_ == "PROPN" for t in direct):
        for word in ("to", "against", "at", "from", "with"):  # "fired missiles at Israel"
            if reached := [t for h in (token, *direct) for t in _named(objects_of(h, word), taken)]:
                return reached
    return (
        direct
        or _by_preposition([token], taken)
        or _subject_below(token)
        or _named_below(token, taken)
        or _below(token)
    )


def _of_object(found: Trigger, thing: Token, direct: Heads, taken: set[int]) -> Heads:
    """The target of a verb with the object that makes it an event: "launched an attack on", "gave aid to"."""
    token, rule = found.token, found.rule
    others = [t for t in direct if t.i != thing.i]
    if named := [t for t in others if is_actor(t)]:
        return named
    if others and thing not in direct and rule.mode == "abduct":
        return others  # "held villagers as shields"
    if lexicon().classes_of(noun_words(thing)) & rule.classes & ACTING_CLASSES:
        return objects_of(token, "from") or [thing]
    taken = taken | {thing.i}
    if rule.code in GIVING:
        for word in TO_WHOM:
            if given := [t for h in (token, thing) for t in _named(objects_of(h, word), taken)]:
                return given
    if rule.code in ANSWERING and _is_somebodys(thing):
        return [thing]  # "rejected an Armenian proposal on"
    by = [t for word in ("from", "by") for t in _named(objects_of(thing, word), taken)]
    if rule.code in ANSWERING and by:
        return by
    return (
        _by_preposition([thing, token], taken, named_only=True)
        or ([] if rule.classes & VOICED else _whose(direct, taken))
        or (_named_below(token, taken) if rule.code in GIVING or rule.code == "MOBILIZE" else [])
        or _by_preposition([thing, token], taken)
        or _named_below(token, taken)
        or (direct if rule.classes and (has_actor(thing) or not _is_deed(thing)) else others)
    )


def _is_deed(thing: Token) -> bool:
    return bool(lexicon().classes_of(noun_words(thing)) & DEED_CLASSES)


def _is_somebodys(thing: Token) -> bool:
    """Whether the words before a noun say whose it is: "an Armenian proposal", "a U.S. resolution"."""
    return any(c.i < thing.i and is_actor(c) for c in children(thing))


def _named(heads: Heads, taken: set[int]) -> Heads:
    return [
        t
        for t in heads
        if t.i not in taken and not is_time(t) and (t.pos_ == "PROPN" or has_actor(t) or _counts_named(t))
    ]


def _counts_named(head: Token) -> bool:
    """Whether an "of" phrase names somebody: "a large number of Syrians", "the policies of Trump's cabinet"."""
    return any(has_actor(t) for t in objects_of(head, "of"))


def _subject_below(verb: Token) -> Heads:
    """Who is to do what is asked or said: "demanded that the minister resign", "found the priest guilty"."""
    for child in children(verb):
        if child.dep_ in ("ccomp", "xcomp") or any(c.dep_ == "mark" and c.lower_ == "for" for c in children(child)):
            heads = [c for c in children(child) if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")]
            if heads:
                return heads
    return []


def _below(verb: Token) -> Heads:
    """The object of what is agreed or refused, or who is to do it: "agreed to release the crew", "let them in"."""
    current = verb
    for _ in range(3):
        inner = [c for c in children(current) if c.dep_ in ("xcomp", "ccomp")]
        if not inner:
            return []
        current = inner[0]
        if found := [c for c in children(current) if c.dep_ == "nsubj"] or objects(current):
            return found
    return []


def _named_below(token: Token, taken: set[int]) -> Heads:
    """The first name of somebody in what depends on a word and follows it."""
    seen = 0
    for t in token.subtree:
        if t.i <= token.i:
            continue
        seen += 1
        if seen > MAX_SUBTREE:
            break
        if (
            is_actor(t)
            and t.i not in taken
            and not _is_aside(t, token)
            and not (t.head.ent_type_ in ACTORS and t.dep_ == "compound")
        ):
            return [t.head] if t.dep_ in ("amod", "compound", "poss") and t.head.i > token.i else [t]
    return []


def _is_aside(token: Token, top: Token) -> bool:
    """Whether a word stands in a relative clause below another."""
    current = token
    while current.i != top.i and current.head.i != current.i:
        if current.dep_ == "relcl":
            return True
        current = current.head
    return False


def _by_preposition(holders: Heads, taken: set[int], *, named_only: bool = False) -> Heads:
    if received := _datives(holders):
        return received
    for named in (True,) if named_only else (True, False):
        for holder in (t for h in holders for t in dict.fromkeys((h, counted(h)))):
            for preposition in TARGETING:
                if preposition == "of" and (counted(holder) != holder or _is_set_phrase(holder)):
                    continue  # "a wave of strikes across", "a state of siege in"
                heads = [t for t in objects_of(holder, preposition) if t.i not in taken and not is_time(t)]
                if heads and heads[0].lower_ in SET_OBJECTS:
                    continue
                if heads and (not named or has_actor(heads[0]) or _counts_named(heads[0])):
                    return heads
    return []


def _datives(holders: Heads) -> Heads:
    """To whom something is given, without a preposition: "granted the government permission"."""
    for holder in holders:
        for child in children(holder):
            if child.dep_ == "dative" and child.pos_ != "ADP":
                return conjuncts(child)
    return []


def _is_set_phrase(noun: Token) -> bool:
    """Whether a noun and its "of" phrase are one word of the lexicon ("state of siege")."""
    return any(" of " in word and len(lexicon().classes_of([word])) > 1 for word in noun_words(noun))


def _whose(nouns: Heads, taken: set[int]) -> Heads:
    for noun in nouns:
        for child in children(noun):
            if child.dep_ == "poss" and child.i not in taken and child.pos_ != "PRON":
                return conjuncts(child)
    return []
