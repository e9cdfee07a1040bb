"""Which words of a sentence tell an event, and what the lexicon makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from parley.claims.events.lexicon import ANY, Rule, lexicon
from parley.syntax.clauses import children, conjuncts, objects
from parley.syntax.governors import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# "A series of attacks" is about the attacks.
PARTITIVES = frozenset(
    """series number wave dozen hundred thousand million billion set string some all most one two kind type lot piece
    ton amount batch spate round flurry act pair any several many each dozens hundreds thousands group handful bulk
    half part range barrage campaign share""".split()
)
# A noun within a name tells no event: "the Peace Support Mission", "March".
_NAMES = frozenset({"DATE", "PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT"})
# "A cut in aid", "an increase in troops".
_CHANGES = frozenset({"cut", "reduction", "increase", "rise", "decrease"})
_LINKS = frozenset({"prt", "prep", "advmod", "dobj", "oprd", "acomp", "xcomp", "ccomp", "dative", "agent", "attr"})
_WITHIN = frozenset({"prep", "prt", "pcomp", "pobj", "acomp"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event: `rule` is what the lexicon says of it, `object` the noun the rule asked for."""

    token: Token
    rule: Rule
    object: Token | None = None


def noun_words(noun: Token) -> list[str]:
    """The words a noun goes by in the lexicon: alone, with what is compounded to it, with its "of" phrase."""
    lemma = noun.lemma_.lower()
    words = [lemma, noun.lower_] if noun.lower_ != lemma else [lemma]
    parts: list[str] = []
    for child in children(noun):
        if child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i:
            words.append(f"{child.lower_} {lemma}")
        elif child.dep_ == "prep" and child.lower_ == "of":
            for pobj in children(child):
                if pobj.dep_ == "pobj":
                    words.append(f"{lemma} of {pobj.lemma_.lower()}")
                    if lemma in PARTITIVES:
                        parts += [pobj.lemma_.lower(), *_compounds(pobj)]
    return parts or words


def _compounds(noun: Token) -> list[str]:
    return [
        f"{c.lower_} {noun.lemma_.lower()}" for c in children(noun) if c.i < noun.i and c.dep_ in ("compound", "amod")
    ]


@cache
def _verbs_by_first() -> dict[str, list[tuple[tuple[str, ...], list[Rule]]]]:
    """The verb frames by their first word, those of more words first."""
    table: dict[str, list[tuple[tuple[str, ...], list[Rule]]]] = {}
    for words, rules in lexicon().verb.items():
        first, *rest = words.split()
        table.setdefault(first, []).append((tuple(rest), rules))
    for frames in table.values():
        frames.sort(key=lambda frame: -len(frame[0]))
    return table


def verb_trigger(verb: Token) -> Trigger | None:
    """What the lexicon makes of a verb with its particles, prepositions and objects; None when nothing."""
    return _match(verb, _known_lemma(verb), _direct_objects(verb))


def _known_lemma(verb: Token) -> str:
    """The lemma; where the lexicon does not know it, the stem of a regular form that it knows ("cordoned": cordon)."""
    lemma, form = lemma_of(verb), verb.lower_
    if lemma in _verbs_by_first():
        return lemma
    stems = [form[:-n] for n in (1, 2, 3) if form.endswith(("s", "ed", "ing"))]
    return next((stem for stem in stems if stem in _verbs_by_first()), lemma)


def nominal_trigger(noun: Token) -> Trigger | None:
    """What the lexicon makes of a noun that tells an event: by itself, or as the verb that it stands for."""
    words = noun_words(noun)
    verb = lexicon().nominal.get(words[0])
    if verb and (found := _match(noun, verb.split()[0], list(_of_objects(noun)), tuple(verb.split()[1:]))):
        return found
    for word in reversed(words):
        if rule := lexicon().noun.get(word):
            return Trigger(noun, rule)
    return None


def adjective_trigger(adjective: Token) -> Trigger | None:
    """A predicate with its infinitive ("is willing to withdraw")."""
    rule = lexicon().adjective.get(adjective.lower_)
    if rule and adjective.dep_ in ("acomp", "conj", "ROOT") and any(c.dep_ == "xcomp" for c in children(adjective)):
        return Trigger(adjective, rule)
    return None


def trigger(token: Token) -> Trigger | None:
    """The event a word tells, None when the lexicon knows none."""
    if token.pos_ == "VERB":
        return verb_trigger(token)
    if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in _NAMES:
        return nominal_trigger(token)
    if token.pos_ == "ADJ":
        return adjective_trigger(token)
    return None


def _match(token: Token, lemma: str, things: list[Token], given: tuple[str, ...] = ()) -> Trigger | None:
    frames = _verbs_by_first().get(lemma)
    if not frames:
        return None
    near, far = _around(token) if any(rest for rest, _ in frames) else (set(), set())
    near.update(given)
    bare: Trigger | None = None
    for rest, rules in frames:
        if not (set(rest) <= near or (len(rest) > 1 and set(rest) <= near | far)):
            continue
        candidates = list(_of_preposition(token, rest[-1])) if rest else []
        inner = next((t for t in things if rest and t.lemma_.lower() in rest), None)
        candidates = candidates or things
        for rule in rules:
            if rule.classes:
                for thing in candidates:
                    if lexicon().classes_of(noun_words(thing)) & rule.classes:
                        return Trigger(token, rule, None if ANY in rule.classes else thing)
            elif bare is None or _is_better(rule, bare.rule):
                bare = Trigger(token, rule, inner)
    return bare


def _is_better(rule: Rule, than: Rule) -> bool:
    """Whether a rule goes before one found earlier: a sure one before a weak one, of one type the one with a mode."""
    return (than.weak and not rule.weak) or (rule.code == than.code and bool(rule.mode) and not than.mode)


def _around(token: Token) -> tuple[set[str], set[str]]:
    """The words next to a verb that may belong to its frame (particles, prepositions, objects), and those below."""
    near: set[str] = set()
    far: set[str] = set()
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.pos_ in ("ADP", "SCONJ") and following.dep_ == "mark":
        near.add(following.lower_)  # "called for the council to end"
    for child in children(token):
        if child.dep_ not in _LINKS or (child.i < token.i and child.dep_ in ("prt", "prep")) or _is_dated(child):
            continue
        near.update((child.lower_, child.lemma_.lower()))
        if child.dep_ not in ("xcomp", "ccomp"):
            far.update(t.lower_ for t in children(child) if t.dep_ in _WITHIN)
    return near, far


def _is_dated(preposition: Token) -> bool:
    """Whether a preposition only leads to a date: "called Erdogan on Tuesday"."""
    return preposition.dep_ == "prep" and any(
        child.dep_ == "pobj" and child.ent_type_ in ("DATE", "TIME") for child in children(preposition)
    )


def _of_preposition(token: Token, word: str) -> Iterator[Token]:
    """The objects of a preposition that hangs on a verb, on its particle or on its object."""
    for child in children(token):
        for preposition in (child, *children(child)):
            if preposition.dep_ in ("prep", "prt", "dative", "advmod") and preposition.lower_ == word:
                for pobj in children(preposition):
                    if pobj.dep_ == "pobj":
                        yield from conjuncts(pobj)


def _direct_objects(verb: Token) -> list[Token]:
    found = objects(verb)
    for child in children(verb):
        if child.dep_ == "nsubjpass":
            found += conjuncts(child)
    if verb.dep_ in ("acl", "relcl"):
        # "sanctions imposed on", "the deal that they struck", "the deal they struck"
        found = [verb.head if t.tag_ in ("WDT", "WP") else t for t in found]
        subject = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in children(verb))
        if not found and (subject or verb.tag_ == "VBN"):
            found.append(verb.head)
    return found


def _of_objects(noun: Token) -> Iterator[Token]:
    """What is done something to, when a noun tells it: "the withdrawal of troops", "troop withdrawals"."""
    for child in children(noun):
        if child.dep_ == "prep" and (child.lower_ == "of" or (child.lower_ == "in" and noun.lemma_ in _CHANGES)):
            for pobj in children(child):
                if pobj.dep_ == "pobj":
                    yield from conjuncts(pobj)
        elif child.dep_ == "compound" and child.i < noun.i:
            yield child


def deed(found: Trigger) -> str:
    """The lemma of what is done, one for noun and verb: "invade" for "invasion" and for "launched an invasion"."""
    token = found.object if found.object is not None and nominal_trigger(found.object) else found.token
    lemma = token.lemma_.lower()
    return lexicon().nominal.get(lemma, lemma)
