"""What the verbs of a sentence say became of the agreements and measures they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.claims.outcomes import lexicon as words
from parley.claims.outcomes.things import Thing, Things
from parley.model.claim import OutcomeKind
from parley.model.reading import Reading
from parley.syntax.clauses import conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MAX_STEPS = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a thing: the outcome, and the token that says it."""

    of: str
    outcome: OutcomeKind
    token: Token
    accuser: Token | None = None


def find_verdicts(sentence: Tokens, reading: Reading, things: Things) -> Iterator[Verdict]:
    """The outcomes a sentence tells of."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token, reading, things)
        elif token.lemma_.lower() in words.BREACHES:
            yield from _of_breach(token, reading, things)


def _of_verb(verb: Token, reading: Reading, things: Things) -> Iterator[Verdict]:
    lemma = _with_particle(verb)
    plain = verb.lemma_.lower()
    wanted, accuser = _wanted(verb)
    if wanted:
        return
    status = reading.status_of(verb)
    if status in ("possible", "planned"):
        return
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")
    )
    for role, argument in _arguments(verb, passive=passive):
        kind: OutcomeKind | None
        if role == "subject":
            kind = words.SUBJECT.get(lemma) or (words.SUBJECT.get(plain) if lemma == plain else None)
        elif role == "object":
            kind = words.OBJECT.get(lemma) or words.OBJECT.get(plain)
        elif role == "state":
            kind = words.STATES.get(argument.lower_)
            subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
            if subject is None:
                continue
            argument = subject
        else:
            kind = words.PREPOSITIONAL.get((plain, role))
        if kind is None:
            continue
        thing = things.at(argument)
        if thing is None and kind == "collapsed" and plain in ("ruin", "collapse") and argument.lemma_ in words.EFFORTS:
            yield Verdict(_phrase(argument), "collapsed", verb, accuser)
            continue
        if thing is None:
            continue
        yield Verdict(thing.of, _graded(kind, verb, argument, thing), verb, accuser)
    if plain in words.FLARING and things.has_truce and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_.lower() in words.FIGHTING and plain != "continue":
            yield Verdict("ceasefire", "violated", verb, accuser)


def _with_particle(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        if child.dep_ in ("prt", "advmod", "dobj", "prep") and child.i - verb.i <= 3:
            if child.lower_ in (
                "down",
                "apart",
                "through",
                "out",
                "off",
                "up",
                "ahead",
                "behind",
                "on",
                "place",
                "effect",
            ):
                return f"{lemma} {child.lower_}"
    return lemma


def _arguments(verb: Token, *, passive: bool) -> Iterator[tuple[str, Token]]:
    """The verb's arguments as (role, token): "subject", "object", "state", or the preposition."""
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    current = verb
    steps = 0
    while not subjects and current.dep_ in ("conj", "xcomp") and current.head.i != current.i and steps < _MAX_STEPS:
        current = current.head
        subjects = [c for c in current.lefts if c.dep_ in ("nsubj", "nsubjpass")]
        steps += 1
    if not subjects and verb.dep_ == "acl" and passive:
        subjects = [verb.head]
    for subject in subjects:
        for one in conjuncts(subject):
            yield ("object" if passive else "subject"), one
    for child in verb.rights:
        if child.dep_ in ("dobj", "oprd") and not passive:
            for one in conjuncts(child):
                yield "object", one
        elif child.dep_ in ("acomp", "attr", "advmod") and verb.lemma_ in ("be", "remain", "stay", "appear", "seem"):
            yield "state", child
        elif child.dep_ == "prep":
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    if verb.lemma_ in ("be", "lie", "remain"):
                        yield "state", pobj
                    for one in conjuncts(pobj):
                        yield child.lower_, one
                elif pobj.dep_ == "prep":
                    for inner in pobj.children:
                        if inner.dep_ == "pobj":
                            yield pobj.lower_, inner


def _wanted(verb: Token) -> tuple[bool, Token | None]:
    """Whether the verb only tells what somebody wants, and who accuses somebody of it."""
    current = verb
    for _ in range(_MAX_STEPS):
        head = current.head
        if head.i == current.i or current.dep_ in ("relcl", "advcl"):
            return False, None
        lemma = head.lemma_.lower()
        if lemma in words.ACCUSING:
            subject = next((c for c in head.lefts if c.dep_ == "nsubj"), None)
            return False, subject
        if lemma in words.WANTING and current.dep_ in ("xcomp", "ccomp", "acl", "prep", "pcomp", "dobj", "pobj"):
            return True, None
        current = head
    return False, None


def _graded(kind: OutcomeKind, verb: Token, argument: Token, thing: Thing) -> OutcomeKind:
    """The outcome with its adverbs, negation and quantities heard."""
    around = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "neg", "det", "cc", "preconj")}
    around |= {c.lower_ for c in argument.lefts if c.dep_ in ("det", "amod", "advmod", "neg")}
    around |= {c.lower_ for c in thing.token.lefts if c.dep_ in ("det", "amod", "advmod", "neg")}
    failing = (
        (verb.dep_ == "xcomp"
        and verb.head.lemma_.lower() in words.FAILING)
        or any(w in words.HARDLY for w in around)
        or (verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children))
        or (verb.dep_ == "pcomp" and verb.head.lower_ == "without")
    )
    if kind == "carried_out":
        if failing:
            return "not_carried_out"
        if around & words.PARTLY:
            return "partly"
        text = verb.doc[verb.i : verb.right_edge.i + 1].text.lower()
        if any(
            f" {w} " in f" {text} " for w in ("breaches", "violations", "although", "despite", "largely", "exceptions")
        ):
            return "partly" if verb.lemma_ == "hold" or "largely" not in text else "carried_out"
        return "carried_out"
    if failing and kind in ("collapsed", "violated"):
        return "carried_out"
    return kind


def _of_breach(noun: Token, reading: Reading, things: Things) -> Iterator[Verdict]:
    """ "ceasefire violations", "breaches of the truce"."""
    if any(c.dep_ == "det" and c.lower_ in ("no", "any") for c in noun.lefts):
        return
    wanted, accuser = _wanted(noun)
    if wanted:
        return
    for child in noun.children:
        inner: Token | None = None
        if child.dep_ in ("compound", "nmod", "amod"):
            inner = child
        elif child.dep_ == "prep" and child.lower_ == "of":
            inner = next((p for p in child.children if p.dep_ == "pobj"), None)
        thing = things.at(inner) if inner is not None else None
        if thing is not None:
            yield Verdict(thing.of, "violated", noun, accuser)
            return


def _phrase(head: Token) -> str:
    """A noun phrase without its determiner."""
    first = min((c.i for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")), default=head.i)
    last = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            last = child.right_edge.i
    return " ".join(head.doc[first : last + 1].text.split())
