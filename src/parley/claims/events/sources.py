"""Who does it: the source of an event, as heads of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.events.frames import PARTITIVES, Trigger, nominal_trigger, noun_words, trigger
from parley.claims.events.heads import (
    ACTORS,
    VERBAL,
    Heads,
    clause_verb,
    is_actor,
    is_done_by,
    is_time,
    objects_of,
    suffers,
    through,
)
from parley.claims.events.lexicon import lexicon
from parley.syntax.clauses import agents, children, conjuncts, is_passive, subjects
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Their subject tells of the event, it is not the one who does it.
TELLING = frozenset(
    """say report note confirm state show see believe cite mark stress indicate follow witness recall know mourn mention
    describe discuss watch cover document monitor observe fear expect remember hear learn find tell repel thwart foil
    intercept confront prevent counter survive avert""".split()
)
# "The Syrian civil war": a name before these says where, not who.
WHERE_NOUNS = frozenset("war conflict violence fighting hostility clash battle unrest crisis ceasefire truce".split())
# Entity labels of those who stand before what they do ("the Israeli raid"), and how many words before.
WHOSE = frozenset({"NORP", "GPE", "ORG", "PERSON"})
MAX_MODIFIERS = 8
# Classes of noun whose words are those of their author: "passed a resolution condemning the coup".
WORDED = frozenset({"document", "request", "law", "dissent", "support", "agreement", "threat"})
# Classes of what is sent from one to another.
SENT = frozenset({"attack", "weapon", "aid", "threat", "dissent", "support", "request"})
# Nouns whose infinitive is done by whose they are: "a plan to", "the rush to".
PLANS = frozenset(
    """agreement attempt authority bid campaign commitment decision deal desire drive effort failure intent intention
    mission move need offer operation order permission plan pledge power promise proposal readiness refusal right rush
    threat vow willingness""".split()
)
# Who is as good as the speaker himself: "the minister said the government will lift the ban".
SPEAKERS_OWN = frozenset("government country administration nation state".split())
# Joins what was done to what another did: "was released after the king pardoned him".
SEQUEL = frozenset({"when", "after", "as"})
_SAID = frozenset({"PRP", "PRP$"})


def sources_of(found: Trigger) -> Heads:
    """The heads of the phrases that say who does what a word tells."""
    token = found.token
    if token.pos_ == "VERB":
        if source := _verb_sources(token):
            return source
        return (_own_subject(found) or _place_as_source(found)) if suffers(token) else []
    if own := nominal_sources(token):
        return own
    verb = clause_verb(token)
    if verb is None and token.dep_ in ("nsubj", "nsubjpass") and is_passive(token.head):
        verb = token.head
    if verb is None or lemma_of(verb) in TELLING or not is_done_by(token, verb):
        return []
    return _verb_sources(verb)


def _own_subject(found: Trigger) -> Heads:
    """Whose troops are sent, where nobody else is named: "French troops were deployed"."""
    if found.rule.code not in ("MOBILIZE", "AID"):
        return []
    return [
        c for c in children(found.token) if c.dep_ == "nsubjpass" and any(t.ent_type_ in WHOSE for t in children(c))
    ]


def _place_as_source(found: Trigger) -> Heads:
    """Where nobody else is named, the state in whose hands somebody is: "was arrested in Niger"."""
    if found.rule.code != "COERCE" and found.rule.mode != "torture":
        return []
    return [p for p in objects_of(found.token, "in") if p.pos_ == "PROPN" and not is_time(p)]


def _verb_sources(verb: Token) -> Heads:
    if suffers(verb):
        if found := agents(verb):
            return _behind_deed(found)
        for word in ("in", "during", "after", "amid", "following"):  # "were killed in an Israeli airstrike"
            for deed in objects_of(verb, word):
                if not nominal_trigger(deed):
                    continue
                if (own := nominal_sources(deed)) and own[0].tag_ != "PRP$":
                    return own
                if foes := [
                    t for t in objects_of(deed, "with") if t.pos_ == "PROPN" or any(map(is_actor, children(t)))
                ]:
                    return foes  # "were killed in clashes with the army"
        subject = [c for c in children(verb) if c.dep_ == "nsubjpass"]
        if subject and nominal_trigger(subject[0]) and through(verb):
            return nominal_sources(subject[0])
        return _of_sequel(verb)
    if verb.dep_ in ("acl", "relcl") and not any(c.dep_ == "nsubj" for c in children(verb)):
        return _of_described(verb)
    found = _for_speaker(verb, _for_pronoun(verb, subjects(verb)) or _just_before(verb))
    return _behind_deed(found)


def _of_sequel(verb: Token) -> Heads:
    """For a passive that names nobody, who does what led to it: "was released after the king pardoned him"."""
    for child in children(verb):
        if child.dep_ != "advcl" or child.pos_ != "VERB" or is_passive(child) or not trigger(child):
            continue
        if any(c.lower_ in SEQUEL for c in children(child)):
            return [t for c in children(child) if c.dep_ == "nsubj" for t in conjuncts(c)]
    return []


def _of_described(verb: Token) -> Heads:
    """Who does what a clause says of a noun: the noun ("troops attacking the town"), or whose words or plan it is."""
    noun = verb.head
    worded = verb.dep_ == "acl" and verb.tag_ == "VBG" and lexicon().classes_of(noun_words(noun)) & WORDED
    planned = verb.dep_ == "acl" and verb.tag_ == "VB" and noun.lemma_.lower() in PLANS
    if not (worded or planned):
        return [noun]
    own = nominal_sources(noun)
    above = clause_verb(noun)
    if own or above is None or above.i == verb.i:
        return own or [noun]
    return [t for t in subjects(above) or _just_before(above) if t.i != noun.i] or [noun]


def _for_speaker(verb: Token, found: Heads) -> Heads:
    """For "Putin said his country will lift the ban": Putin."""
    verb = _of_clause(verb)
    if len(found) != 1 or verb.dep_ != "ccomp" or verb.head.pos_ not in VERBAL:
        return found
    noun = found[0]
    own = [c for c in children(noun) if c.dep_ == "poss" and c.tag_ in _SAID]
    bare = noun.lemma_.lower() in SPEAKERS_OWN and not any(c.ent_type_ for c in children(noun))
    if not (own or bare):
        return found
    sayers = [c for c in children(verb.head) if c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN")]
    if not own:
        sayers = [c for c in sayers if c.pos_ == "PROPN"]
    return [t for c in sayers for t in conjuncts(c)] or found


def _just_before(verb: Token) -> Heads:
    """The noun right before a verb group: what the subject is when the parse gives none."""
    i = verb.i - 1
    while i > verb.left_edge.i and verb.doc[i].pos_ in ("AUX", "ADV", "PART") and not _is_name(verb.doc[i]):
        i -= 1
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "VBN" and verb.dep_ in ("ROOT", "ccomp"))
    if i >= 0 and finite and (verb.doc[i].pos_ in ("NOUN", "PROPN") or _is_name(verb.doc[i])):
        return [verb.doc[i]]
    return []


def _is_name(token: Token) -> bool:
    return token.ent_type_ in ACTORS


def _behind_deed(heads: Heads) -> Heads:
    """Who is behind a deed that does something: "an airstrike by Syria killed": Syria."""
    if len(heads) == 1 and nominal_trigger(heads[0]) and (own := nominal_sources(heads[0])):
        return own
    return [t for t in heads if t.lemma_.lower() not in WHERE_NOUNS]  # "the war displaced": nobody's deed


def _of_clause(verb: Token) -> Token:
    """The verb that has the subject of a clause: "began" in "said it began and will go on revoking visas"."""
    current = verb
    while current.dep_ in ("conj", "xcomp") and current.head.pos_ in VERBAL and current.head.i < current.i:
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in children(current)):
            break
        current = current.head
    return current


def _for_pronoun(verb: Token, found: Heads) -> Heads:
    """For "the army said it launched": the army. For "who" and "that": whom the clause describes."""
    if len(found) != 1 or found[0].pos_ != "PRON":
        return found
    if found[0].tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return conjuncts(verb.head)
    verb = _of_clause(verb)
    governor = verb.head
    if verb.dep_ == "ccomp" and governor.pos_ in VERBAL and found[0].lower_ in ("it", "they", "he", "she", "we", "i"):
        above = [c for c in children(governor) if c.dep_ == "nsubj"]
        if above and above[0].pos_ != "PRON":
            return [t for head in above for t in conjuncts(head)]
    return found


def _comes(noun: Token) -> bool:
    """Whether what a noun tells comes from somebody: "a barrage from Iran", unlike "a withdrawal from Iran"."""
    return bool(lexicon().classes_of(noun_words(noun)) & SENT)


def _is_other_name(token: Token) -> bool:
    """Whether a word is a name of no known kind; at the beginning of a sentence any word may look like one."""
    return token.pos_ == "PROPN" and not token.ent_type_ and not token.is_sent_start


def _owner(pronoun: Token) -> Heads:
    """Whom a possessive stands for: the subject of its clause, where that is a name: "Chad stated its intention"."""
    verb = clause_verb(pronoun)
    owners = subjects(verb) if verb is not None else []
    return owners if owners and owners[0].pos_ in ("PROPN", "NOUN") else [pronoun]


def nominal_sources(noun: Token) -> Heads:
    """Who does what a noun tells: "Russia's attack", "an attack by Russia", "a Russian missile attack"."""
    for child in children(noun):
        if child.dep_ == "poss" and child.tag_ == "PRP$":
            return _owner(child)
        if child.dep_ == "poss" and not is_time(child):
            return conjuncts(child)
        if child.dep_ in ("prep", "agent") and (child.lower_ == "by" or (child.lower_ == "from" and _comes(noun))):
            return [t for pobj in children(child) if pobj.dep_ == "pobj" for t in conjuncts(pobj)]
        if child.dep_ == "acl" and child.tag_ == "VBN" and through(child) and (by := agents(child)):
            return by  # "an attack carried out by"
        if child.dep_ == "prep" and child.lower_ == "of" and noun.lemma_.lower() in PARTITIVES:
            return [t for pobj in children(child) if pobj.dep_ == "pobj" for t in nominal_sources(pobj)]
    if noun.lemma_.lower() in WHERE_NOUNS:
        return []
    first = max(noun.left_edge.i, noun.i - MAX_MODIFIERS)
    names = [t for t in noun.doc[first : noun.i] if t.ent_type_ in WHOSE or _is_other_name(t)]
    return [t for t in names if t.head not in names][-1:]
