"""Whether an agreement was made, is to be made, is sought, or failed, by the words around its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.agreements import lexicon as words
from parley.model.claim import Status
from parley.model.reading import Reading
from parley.syntax.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token


def status_said(
    token: Token,
    noun: str,
    family: words.Family,
    lowered: set[str],
    definite: bool,
    verb: Token | None,
    role: str,
    reading: Reading,
) -> Status:
    if verb is not None and _is_across_semicolon(verb) and verb.tag_ == "VBD" and _says_made(verb):
        return "happened"
    determiners = {c.lower_ for c in token.lefts if c.dep_ in ("det", "neg")}
    if "no" in determiners or "neither" in determiners:
        return "not_held"
    if "any" in determiners:
        return "possible"
    above = token.head if token.dep_ == "pobj" else None
    if above is not None and above.lower_ == "without":
        return "not_held"
    lemma = verb.lemma_.lower() if verb is not None else ""
    made: Status = "happened"
    if lemma in words.OF_EXISTING and role in ("object", "modifier"):
        return "happened"
    if verb is not None and lemma in words.REFUSING and role == "object":
        return "not_held"
    if (
        verb is not None
        and role in ("object", "modifier", "prep")
        and lemma in words.SIGNING | words.TRUCE_MAKING | words.MAKING
    ):
        made = reading.status_of(verb)
        if is_negated(verb) and made == "happened":
            made = "not_held"
        elif made == "happened" and _is_purpose(verb):
            made = "possible"
        if _is_failing(verb):
            return "not_held"
        if made != "happened":
            return made
        if lemma in words.SIGNING or lemma in ("agree", "adopt") or (lemma == "accept" and family != "offer"):
            return "happened"
    if above is not None and (above.lower_ == "under" or above.head.lower_ in words.UNDER) and family != "offer":
        return "happened"
    if family == "offer" or lowered & words.PROSPECTIVE_MODIFIERS:
        return "possible"
    if verb is not None and role in ("object", "prep") and lemma in words.SEEKING and not definite:
        return "possible"
    if above is not None:
        if above.lower_ in words.TOWARDS and not definite:
            return "possible"
        if above.head.lower_ in words.SEEKING_NOUNS and not definite:
            return "possible"
    if verb is not None and role == "subject" and (definite or verb.lemma_ == "be"):
        return _subject_status(verb, reading)
    dated = any(len(t.text) == 4 and t.is_digit for t in token.lefts) or any(
        len(t.text) == 4 and t.is_digit for c in token.rights if c.lower_ == "of" for t in c.subtree
    )
    if not definite and not dated and made == "happened":
        return reading.status_of(token)
    return made


def _is_across_semicolon(verb: Token) -> bool:
    """Whether the parse hangs a clause on one beyond a semicolon: then only its own tense is to be believed."""
    first, last = sorted((verb.i, verb.head.i))
    return any(t.text == ";" for t in verb.doc[first:last])


def _says_made(verb: Token) -> bool:
    """Whether a verb in the past says by itself that an agreement was made."""
    return verb.lemma_.lower() in words.DATING and not is_negated(verb)


def _subject_status(verb: Token, reading: Reading) -> Status:
    """The status of an agreement of which a verb tells something: what will be said of it does not make it future."""
    status = reading.status_of(verb)
    lemma = verb.lemma_.lower()
    if lemma == "be" and any(t.lower_ in words.NOT_YET for t in list(verb.rights) + _objects(verb)):
        return "not_held" if is_negated(verb) and status == "not_held" else "possible"
    if lemma == "be" and status != "happened":
        return status
    return (
        status
        if status in ("planned", "possible") and lemma in ("follow", "come", "emerge", "materialise")
        else "happened"
    )


def _is_purpose(verb: Token) -> bool:
    """Whether it is what somebody came or tried to do: "envoys have arrived to arrange a truce"."""
    to = verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    return to and verb.head.lemma_.lower() in words.ENDEAVOUR


def _objects(verb: Token) -> list[Token]:
    """The nouns of a verb's prepositional phrases: "reach" in "is within reach"."""
    return [p for c in verb.rights if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]


def _is_failing(verb: Token) -> bool:
    """Whether the verb is what somebody failed to do."""
    head = verb.head
    return verb.dep_ == "xcomp" and head.lemma_.lower() in ("fail", "refuse", "decline") and not is_negated(head)
