"""Measures told as done, as begun, or as not done: prisoners freed, troops gone, convoys arrived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.claims.measures.context import context_of
from parley.claims.measures.spots import Spot
from parley.claims.outcomes import lexicon as words
from parley.claims.outcomes.things import Things
from parley.claims.outcomes.verdict import Verdict, is_undone
from parley.model.claim import OutcomeKind
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_deed(spot: Spot, reading: Reading, things: Things) -> Iterator[Verdict]:
    """A measure told as done, or as not done, after an agreement: "the rebels freed 20 hostages"."""
    verb = spot.token
    told = things.follows_agreement(verb) or things.agreed_before(spot.type, verb)
    if not told and spot.type not in _OFTEN_FIRST:
        return
    if is_undone(verb):
        yield Verdict(spot.type, "partly" if _is_not_wholly(verb) else "not_carried_out", verb)
        return
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _PHASES and reading.status_of(verb.head) == "happened":
        yield Verdict(spot.type, _PHASES[verb.head.lemma_], verb)
        return
    if context_of(verb, reading, verbal=True).use != "reported" or verb.tag_ in ("VB", "VBG"):
        return
    status = reading.status_of(verb)
    if status == "not_held":
        yield Verdict(spot.type, "not_carried_out", verb)
    elif status == "happened":
        some = _is_share(verb) or bool(_quantities(verb) & (words.PARTLY | {"far"}) - {"less", "many", "part"})
        yield Verdict(spot.type, "partly" if some else "carried_out", verb)


def _is_not_wholly(verb: Token) -> bool:
    """ "Has not yet fully withdrawn": it has begun to."""
    return any(c.lower_ in ("fully", "completely", "entirely", "wholly") for c in verb.children)


def of_withdrawing(verb: Token, things: Things) -> Iterator[Verdict]:
    """ "But it hasn't yet fully withdrawn", after a withdrawal was agreed: without a word for who or from where."""
    if verb.lemma_.lower() not in ("withdraw", "disarm") or not is_undone(verb):
        return
    if any(c.dep_ in ("dobj", "prep", "nsubjpass") for c in verb.children):
        return
    measure = "troop_withdrawal" if verb.lemma_.lower() == "withdraw" else "disarmament"
    if things.follows_agreement(verb) or things.agreed_before(measure, verb):
        yield Verdict(measure, "partly" if _is_not_wholly(verb) else "not_carried_out", verb)


def _quantities(verb: Token) -> set[str]:
    """The words that tell how much was done: the verb's adverbs, and what stands before its subject and object."""
    found = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "npadvmod", "neg")}
    found |= {g.lower_ for c in verb.children if c.dep_ == "advmod" for g in c.rights}
    for noun in verb.children:
        if noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
            found |= {noun.lower_} | {c.lower_ for c in noun.lefts}
    return found


# News tells these before the deal under which they were done.
_OFTEN_FIRST = frozenset({"prisoner_exchange", "hostage_release"})


def _is_share(verb: Token) -> bool:
    """ "three of the five towns", "300 of the 800 prisoners"."""
    return any(
        t.lower_ == "of" and t.head.like_num and any(c.pos_ == "NUM" for p in t.children for c in (p, *p.lefts))
        for t in verb.subtree
    )


def of_arrival(verb: Token, reading: Reading, things: Things) -> Iterator[Verdict]:
    """ "the first aid trucks entered the city", "monitors arrived"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ in ("VB", "VBG"):
        return
    named = [subject, *(t for t in subject.subtree if t.dep_ in ("pobj", "compound") and t.i - subject.i < _PHRASE)]
    measure = next((words.ARRIVALS[t.lemma_.lower()] for t in named if t.lemma_.lower() in words.ARRIVALS), None)
    if measure is None or not (things.follows_agreement(verb) or things.agreed_before(measure, verb)):
        return
    if is_undone(verb):
        yield Verdict(measure, "not_carried_out", verb)
    elif reading.status_of(verb) == "happened":
        few = any(t.lower_ == "only" and t.i < subject.i for t in subject.subtree) or any(
            t.lower_ == "out" and t.i + 2 < verb.i and t.nbor(1).lower_ == "of" and t.nbor(2).like_num
            for t in verb.doc[subject.left_edge.i : verb.i]
        )
        yield Verdict(measure, "partly" if few else "carried_out", verb)


def of_freeing(verb: Token, reading: Reading, things: Things) -> Iterator[Verdict]:
    """ "Hamas released 13 Israelis", after hostages or prisoners were told of: people called by their nation."""
    if verb.lemma_.lower() not in words.FREEING or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return
    freed = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.ent_type_ in words.NATIONALS), None)
    if freed is None or not any(c.like_num for c in freed.lefts) or reading.status_of(verb) != "happened":
        return
    for measure in ("hostage_release", "prisoner_exchange"):
        if things.agreed_before(measure, verb):
            yield Verdict(measure, "carried_out", verb)
            return


def of_staying(verb: Token, plain: str, things: Things) -> Iterator[Verdict]:
    """Measures told by what one sees: "both armies are still in the valley", "the deadline came and went"."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    noun = subject.lemma_.lower()
    around = {c.lower_ for c in verb.children}
    if noun == "deadline" and plain in words.GOING_BY:
        thing = next((t for s in subject.subtree if (t := things.at(s)) is not None and s.i != subject.i), None)
        thing = thing or things.agreement_before(verb)
        if thing is not None and not thing.truce:
            yield Verdict(thing.of, "not_carried_out", verb)
    elif noun in words.TROOPS and plain in words.STAYING and ("still" in around or plain in ("remain", "stay")):
        if things.agreed_before("troop_withdrawal", verb) and around & {"in", "on", "at", "inside", "there"}:
            yield Verdict("troop_withdrawal", "not_carried_out", verb)
    elif noun in words.CABINETS and plain in words.INAUGURATED and not is_undone(verb):
        if things.agreed_before("power_sharing", verb) or things.shares_power(verb):
            yield Verdict("power_sharing", "carried_out", verb)
    elif words.ARRIVALS.get(noun) == "monitoring" and plain == "be" and not is_undone(verb):
        present = any(t.lower_ in words.PRESENT for t in verb.subtree if t.i > verb.i)
        if present and things.follows_agreement(verb):
            yield Verdict("monitoring", "carried_out", verb)


# A noun further from its head than this is not what the phrase is about.
_PHRASE = 4


_PHASES: dict[str, OutcomeKind] = {
    "begin": "partly",
    "start": "partly",
    "continue": "partly",
    "finish": "carried_out",
    "complete": "carried_out",
    "refuse": "not_carried_out",
    "fail": "not_carried_out",
}
