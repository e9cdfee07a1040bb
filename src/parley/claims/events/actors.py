"""Who does it to whom: source and target of an event, as heads of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.events.frames import PARTITIVES, Trigger, nominal_trigger, noun_words
from parley.claims.events.lexicon import lexicon
from parley.syntax.clauses import agents, children, conjuncts, is_passive, objects, subjects
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Heads = list["Token"]
_VERBAL = frozenset({"VERB", "AUX"})
# In this order: the one done something to first, the one with whom or where it is done last.
TARGETING = tuple(
    "against on upon with to toward towards for from into of at over between among in inside by through across".split()
)
# Entity labels of those who act or are acted on.
ACTORS = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"})
# Classes of noun that are themselves the ones acted on ("summoned the ambassador"), unlike "sent troops to".
ACTING_CLASSES = frozenset({"diplomats", "captive", "government", "territory"})
# Their subject is the one it is done to: "faces criticism from the UN".
RECEIVING = frozenset("receive face draw suffer sustain attract get obtain win endure gain see secure".split())
# Things that two sides have with each other.
MUTUAL_CLASSES = frozenset({"agreement", "relations", "ceasefire", "talks", "drill", "militarism"})
# Their subject tells of the event, it is not the one who does it.
TELLING = frozenset(
    """say report note confirm state show see believe cite mark stress indicate follow witness recall know mourn mention
    describe discuss watch cover document monitor observe fear expect remember hear learn find tell""".split()
)
# "The Syrian civil war": a name before these says where, not who.
WHERE_NOUNS = frozenset("war conflict violence fighting hostility clash battle unrest crisis ceasefire truce".split())
# Entity labels of those who stand before what they do ("the Israeli raid"), and how many words before.
WHOSE = frozenset({"NORP", "GPE", "ORG", "PERSON"})
MAX_MODIFIERS = 8
# Prepositions that lead to what the subject itself does ("engaged in talks").
ENGAGING = frozenset({"in", "into", "for", "to", "on", "of", "with"})
# How far above a noun its clause is looked for, and how deep below a verb its target.
MAX_STEPS = 12
MAX_SUBTREE = 60


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


def actors_of(found: Trigger) -> tuple[Heads, Heads]:
    """The heads of the phrases for source and target; mutual events of "A and B" have A as source, B as target."""
    verb = clause_verb(found.token)
    if verb is not None and lemma_of(verb) in RECEIVING and (found.object is not None or verb.i != found.token.i):
        givers = [t for word in ("from", "by") for h in (verb, *objects(verb)) for t in _objects_of(h, word)]
        if givers:
            return givers, subjects(verb)
    source = _sources(found)
    target = _targets(found, source)
    if len(source) > 1 and _is_mutual(found) and not any(_is_actor(t) for t in target):
        return source[:1], source[1:]
    return source, target


def _is_mutual(found: Trigger) -> bool:
    """Whether two subjects of an event do it with each other: "A and B signed a treaty", not "A and B praised it"."""
    code, classes = found.rule.code, found.rule.classes
    return code in ("AGREE", "CONSULT", "COOPERATE") or (
        code in ("SUPPORT", "REJECT", "RETREAT") and bool(classes & MUTUAL_CLASSES)
    )


def _sources(found: Trigger) -> Heads:
    token = found.token
    if token.pos_ == "VERB":
        if source := _verb_sources(token):
            return source
        return _place_as_source(found) if is_passive(token) else []
    if own := _nominal_sources(token):
        return own
    verb = clause_verb(token)
    if verb is None and token.dep_ in ("nsubj", "nsubjpass") and is_passive(token.head):
        verb = token.head
    if verb is None or lemma_of(verb) in TELLING or not _is_done_by(token, verb):
        return []
    return _verb_sources(verb)


def _is_done_by(noun: Token, verb: Token) -> bool:
    """Whether the subject of a verb does what a noun below it tells: "joined in the attack", not "left after it"."""
    current = noun
    while current.i != verb.i and current.head.i != current.i:
        if current.dep_ == "prep" and (current.lower_ not in ENGAGING or not through(verb)):
            return False
        if current.dep_ in ("relcl", "acl", "appos", "poss"):
            return False
        current = current.head
    return True


def _place_as_source(found: Trigger) -> Heads:
    """Where nobody else is named, the state in whose hands somebody is: "was arrested in Niger"."""
    if found.rule.code != "COERCE" and found.rule.mode != "torture":
        return []
    return [p for p in _objects_of(found.token, "in") if p.pos_ == "PROPN" and not _is_time(p)]


def _verb_sources(verb: Token) -> Heads:
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        if found := agents(verb):
            return _behind_deed(found)
        for word in ("in", "during", "after", "amid", "following"):  # "were killed in an Israeli airstrike"
            for deed in _objects_of(verb, word):
                if nominal_trigger(deed) and (own := _nominal_sources(deed)):
                    return own
        subject = [c for c in children(verb) if c.dep_ == "nsubjpass"] if through(verb) else []
        return _nominal_sources(subject[0]) if subject and nominal_trigger(subject[0]) else []
    if verb.dep_ in ("acl", "relcl") and not any(c.dep_ == "nsubj" for c in children(verb)):
        return [verb.head]
    found = _for_pronoun(verb, subjects(verb)) or _just_before(verb)
    return _behind_deed(found)


def _just_before(verb: Token) -> Heads:
    """The noun right before a verb group: what the subject is when the parse gives none."""
    i = verb.i - 1
    while i > verb.left_edge.i and verb.doc[i].pos_ in ("AUX", "ADV", "PART"):
        i -= 1
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "VBN" and verb.dep_ in ("ROOT", "ccomp"))
    if i >= 0 and finite and verb.doc[i].pos_ in ("NOUN", "PROPN"):
        return [verb.doc[i]]
    return []


def _behind_deed(heads: Heads) -> Heads:
    """Who is behind a deed that does something: "an airstrike by Syria killed": Syria."""
    if len(heads) == 1 and nominal_trigger(heads[0]) and (own := _nominal_sources(heads[0])):
        return own
    return heads


def _for_pronoun(verb: Token, found: Heads) -> Heads:
    """For "the army said it launched": the army. For "who" and "that": whom the clause describes."""
    if len(found) != 1 or found[0].pos_ != "PRON":
        return found
    if found[0].tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return conjuncts(verb.head)
    governor = verb.head
    if verb.dep_ == "ccomp" and governor.pos_ in _VERBAL and found[0].lower_ in ("it", "they", "he", "she", "we", "i"):
        above = [c for c in children(governor) if c.dep_ == "nsubj"]
        if above and above[0].pos_ != "PRON":
            return [t for head in above for t in conjuncts(head)]
    return found


def _nominal_sources(noun: Token) -> Heads:
    """Who does what a noun tells: "Russia's attack", "an attack by Russia", "a Russian missile attack"."""
    for child in children(noun):
        if child.dep_ == "poss":
            return conjuncts(child)
        if child.dep_ in ("prep", "agent") and child.lower_ == "by":
            return [t for pobj in children(child) if pobj.dep_ == "pobj" for t in conjuncts(pobj)]
        if child.dep_ == "acl" and child.tag_ == "VBN" and through(child) and (by := agents(child)):
            return by  # "an attack carried out by"
        if child.dep_ == "prep" and child.lower_ == "of" and noun.lemma_.lower() in PARTITIVES:
            return [t for pobj in children(child) if pobj.dep_ == "pobj" for t in _nominal_sources(pobj)]
    if noun.lemma_.lower() in WHERE_NOUNS:
        return []
    first = max(noun.left_edge.i, noun.i - MAX_MODIFIERS)
    names = [t for t in noun.doc[first : noun.i] if t.ent_type_ in WHOSE or (t.pos_ == "PROPN" and not t.ent_type_)]
    return [t for t in names if t.head not in names][-1:]


def _targets(found: Trigger, source: Heads) -> Heads:
    token, thing = found.token, found.object
    taken = {t.i for t in source}
    if token.pos_ != "VERB":
        verb = clause_verb(token)
        holders = [token] if verb is None or not _is_done_by(token, verb) else [token, verb]
        if token.dep_ in ("nsubj", "nsubjpass"):
            holders.append(token.head)  # "protests took place against"
        taken.add(token.i)
        return _by_preposition(holders, taken) or _whose([token], taken) or _named_below(token, taken) or _below(token)
    direct = [t for t in objects(token) if t.i not in taken]
    if is_passive(token):
        direct += [t for child in children(token) if child.dep_ == "nsubjpass" for t in conjuncts(child)]
    elif not direct and token.tag_ == "VBN" and token.dep_ == "acl":
        direct = [token.head]
    if thing is None:
        if found.rule.code == "AID" and not any(_is_actor(t) for t in direct):
            return [t for t in _by_preposition([token, *direct], taken) if _has_actor(t)] or direct
        return direct or _by_preposition([token], taken) or _named_below(token, taken) or _below(token)
    if others := [t for t in direct if t.i != thing.i and _is_actor(t)]:
        return others
    if lexicon().classes_of(noun_words(thing)) & found.rule.classes & ACTING_CLASSES:
        return _objects_of(token, "from") or [thing]
    return (
        _by_preposition([thing, token], taken)
        or _whose(direct, taken)
        or _named_below(token, taken)
        or (direct if found.rule.classes else [t for t in direct if t.i != thing.i])
    )


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
        if _is_actor(t) and t.i not in taken and not (t.head.ent_type_ in ACTORS and t.dep_ == "compound"):
            return [t.head] if t.dep_ in ("amod", "compound", "poss") and t.head.i > token.i else [t]
    return []


def _is_actor(token: Token) -> bool:
    return token.ent_type_ in ACTORS and token.pos_ in ("PROPN", "NOUN", "ADJ")


def _objects_of(head: Token, preposition: str) -> Heads:
    found: Heads = []
    for child in children(head):
        if child.dep_ in ("prep", "dative", "agent", "prt") and child.lower_ == preposition:
            for pobj in children(child):
                if pobj.dep_ == "pobj":
                    found += conjuncts(pobj)
    return found


def _by_preposition(holders: Heads, taken: set[int]) -> Heads:
    for named in (True, False):
        for holder in holders:
            for preposition in TARGETING:
                if preposition == "of" and len(noun_words(holder)) > 1 and _is_set_phrase(holder):
                    continue
                heads = [t for t in _objects_of(holder, preposition) if t.i not in taken and not _is_time(t)]
                if heads and (not named or _has_actor(heads[0])):
                    return heads
    for holder in holders:
        heads = [t for c in children(holder) if c.dep_ == "dative" and c.pos_ != "ADP" for t in conjuncts(c)]
        if heads:
            return heads
    return []


def _has_actor(head: Token) -> bool:
    """Whether a phrase names somebody."""
    return any(_is_actor(t) for t in (head, *children(head)))


def _is_set_phrase(noun: Token) -> bool:
    """Whether a noun and its "of" phrase are one word of the lexicon ("state of siege")."""
    return any(" of " in word and len(lexicon().classes_of([word])) > 1 for word in noun_words(noun))


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL")


def _whose(nouns: Heads, taken: set[int]) -> Heads:
    for noun in nouns:
        for child in children(noun):
            if child.dep_ == "poss" and child.i not in taken:
                return conjuncts(child)
    return []


def through(verb: Token) -> bool:
    """Whether a verb leaves the event to what it governs ("announced", "launched")."""
    lemma = lemma_of(verb)
    words = {lemma, *(f"{lemma} {c.lower_}" for c in children(verb) if c.dep_ in ("prt", "prep"))}
    return bool(words & lexicon().through or words & lexicon().light)
