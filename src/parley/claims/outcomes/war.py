"""Arms that speak, or fall silent, while a truce is told of: what a truce comes to without its being named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.claims.outcomes import lexicon as words
from parley.claims.outcomes.things import Things
from parley.claims.outcomes.verdict import MAX_STEPS, Verdict
from parley.syntax.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def of_war_beside(preposition: Token, sentence: Tokens, things: Things) -> Iterator[Verdict]:
    """ "despite the truce, shells fell on ...", "killed 20 since the ceasefire"."""
    for token in preposition.subtree:
        thing = things.at(token) if token.i > preposition.i and token.i - preposition.i < _TRUCE_WITHIN else None
        if thing is not None and (thing.truce or (thing.agreement is not None and preposition.lower_ == "despite")):
            if any(_is_warring(t) for t in sentence):
                yield Verdict(thing.of, "violated", preposition)
            return


# "Despite an ongoing U.S.-brokered truce": so far behind the preposition the truce may stand.
_TRUCE_WITHIN = 10


def _is_warring(token: Token) -> bool:
    """Whether an act of war is told as happening: not "promised to suspend attacks"."""
    if token.lemma_.lower() not in words.WARRING or token.pos_ not in ("VERB", "NOUN") or token.dep_ == "compound":
        return False
    current = token
    for _ in range(MAX_STEPS):
        if current.i != token.i and current.lemma_.lower() in words.QUIETING:
            return False
        if current.head.i == current.i:
            break
        current = current.head
    return True


def of_spoiling(verb: Token, things: Things) -> Iterator[Verdict]:
    """ "The truce has been marred by violations", "sporadic clashes have strained the ceasefire"."""
    if verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return
    nouns = [t for t in verb.subtree if t.lemma_.lower() in words.SPOILS and t.dep_ in ("pobj", "nsubj", "conj")]
    if not nouns or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.lefts):
        return
    told = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")]
    if verb.dep_ in ("acl", "relcl"):
        told.append(verb.head)
    for noun in told:
        thing = things.at(noun)
        if thing is not None and (thing.truce or thing.agreement is not None):
            yield Verdict(thing.of, "violated", verb)
            return


def of_relapse(verb: Token, things: Things) -> Iterator[Verdict]:
    """ "they went back to war", "he was back at war", "took up arms again"."""
    again = {t.lower_ for t in verb.subtree} & {"back", "again", "up", "anew"}
    goal = next((t for t in verb.subtree if t.lower_ in words.RELAPSE_GOALS and 0 < t.i - verb.i <= 5), None)
    if goal is None or not (again or verb.lemma_ in ("return", "relapse", "slide")):
        return
    thing = things.agreement_before(verb)
    if thing is not None:
        yield Verdict(thing.of, "collapsed", verb)


def of_war(verb: Token, plain: str, things: Things, accuser: Token | None) -> Iterator[Verdict]:
    """Arms that speak while a truce is told of: "fighting resumed", "the army kept shelling"."""
    speaking = False
    if plain in words.FLARING:
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        speaking = subject is not None and subject.lemma_.lower() in words.FIGHTING and _is_anew(verb, subject)
        if plain in ("go", "break"):
            speaking = speaking and any(c.lower_ in ("on", "out") for c in verb.rights)
        if plain == "go" and not speaking:
            speaking = any(c.lower_ == "on" for c in verb.rights) and any(
                t.lemma_.lower() in words.WARRING | words.FIGHTING and t.i - verb.i <= 3
                for t in verb.subtree
                if t.i > verb.i
            )
    if plain in words.GOING_ON and not speaking:
        speaking = any(
            c.dep_ in ("xcomp", "ccomp", "dobj") and c.lemma_.lower() in words.WARRING | words.FIGHTING
            for c in verb.rights
        )
    if _is_silence(verb, plain) and (things.truce_before(verb) is not None or things.agreed_before("ceasefire", verb)):
        yield Verdict("ceasefire", "carried_out", verb, accuser)
        return
    if speaking and plain in ("resume", "return", "restart") and any(c.lower_ == "war" for c in verb.lefts):
        agreed = things.agreement_before(verb)
        if agreed is not None:
            yield Verdict(agreed.of, "collapsed", verb, accuser)
            return
    if plain in words.WARRING and not speaking and verb.dep_ in ("ROOT", "conj", "ccomp"):
        around = {t.lower_ for t in verb.subtree if abs(t.i - verb.i) < _AFTER_WITHIN}
        speaking = bool(around & words.AFTERWARDS) and not is_negated(verb)
    thing = things.truce_before(verb) if speaking else None
    if thing is not None:
        yield Verdict(thing.of, "violated", verb, accuser)


def _is_anew(verb: Token, subject: Token) -> bool:
    """Whether fighting is told to have come after a truce, not before it: "erupted again", "renewed clashes"."""
    if verb.lemma_.lower() not in words.BEGINNING or verb.tag_ == "VBG":
        return True
    around = {t.lower_ for t in verb.subtree if abs(t.i - verb.i) < _AFTER_WITHIN}
    if around & {"when", "as"} and not around & words.ANEW:
        return False
    return bool(around & words.ANEW) or any(c.lower_ in words.RENEWED for c in subject.lefts)


def _is_silence(verb: Token, plain: str) -> bool:
    """ "The shooting stopped", "the guns fell silent", "calm has held", "villagers reported a quiet night"."""
    if verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or is_negated(verb):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    lemma = subject.lemma_.lower() if subject is not None else ""
    if plain in ("stop", "cease", "subside", "end") and not any(c.dep_ in ("dobj", "xcomp") for c in verb.rights):
        return lemma in words.FIGHTING | words.WARRING - {"war"}
    if plain in ("fall", "be", "remain", "stay", "go"):
        return lemma in words.ARMS and any(c.lower_ in ("silent", "quiet") for c in verb.rights)
    if lemma in words.QUIET and plain in words.QUIET_VERBS:
        return True
    return plain == "report" and any(
        c.dep_ == "dobj" and (c.lemma_.lower() in words.QUIET or any(g.lower_ in ("quiet", "calm") for g in c.lefts))
        for c in verb.rights
    )


# An adverb further from the verb than this is not its own.
_AFTER_WITHIN = 9
