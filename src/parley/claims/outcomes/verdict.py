"""What is said to have become of a thing, and whether it is only wanted or somebody is accused of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.claims.outcomes import lexicon as words
from parley.model.claim import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Token

# Longer chains of governors are parsing accidents.
MAX_STEPS = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a thing: the outcome, and the token that says it."""

    of: str
    outcome: OutcomeKind
    token: Token
    accuser: Token | None = None


def wanted(verb: Token) -> tuple[bool, Token | None]:
    """Whether the verb only tells what somebody wants, and who accuses somebody of it."""
    current = verb
    for _ in range(MAX_STEPS):
        head = current.head
        if current.dep_ == "advcl" and head.lemma_.lower() in words.WANTING and _is_infinitive(current):
            return True, None  # "called for the truce to be respected", parsed as an adverbial clause
        if head.i == current.i or current.dep_ in ("relcl", "advcl"):
            return False, None
        lemma = head.lemma_.lower()
        if lemma in words.ACCUSING:
            return False, next((c for c in head.lefts if c.dep_ == "nsubj"), head)
        if current.dep_ == "ccomp" and lemma in words.REPORTING and _is_fact(current):
            current = head
            continue
        misparsed = current.dep_ == "ccomp" and head.tag_ in ("VBN", "VBD") and _is_told_past(current)
        if (
            lemma in words.WANTING
            and not misparsed
            and current.dep_ in ("xcomp", "ccomp", "acl", "prep", "pcomp", "dobj", "pobj")
        ):
            return True, None
        current = head
    return False, None


def _is_fact(verb: Token) -> bool:
    """Whether a clause tells what is: "emphasised that Kyiv refuses to", not "that the truce should be kept"."""
    marks = {c.tag_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    return "MD" not in marks and (verb.tag_ in ("VBD", "VBZ", "VBP") or bool(marks & {"VBD", "VBZ", "VBP"}))


def _is_told_past(verb: Token) -> bool:
    """A past clause under "agreed": "the truce agreed in Moscow was broken", parsed as what was agreed."""
    marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "aux", "auxpass")}
    return "that" not in marks and (verb.tag_ == "VBD" or bool(marks & {"was", "were", "has", "had"}))


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def is_undone(verb: Token) -> bool:
    """ "was never set up", "have not been freed", "has yet to meet"."""
    marks = {c.lower_ for c in verb.lefts if c.dep_ in ("neg", "advmod", "aux", "auxpass")}
    if verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children):
        return True
    return "never" in marks or (bool(marks & {"not", "n't"}) and bool(marks & {"has", "have", "had", "been"}))
