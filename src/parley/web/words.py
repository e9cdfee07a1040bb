"""What pages call things."""

from __future__ import annotations

from parley.answers.phrasing import bare_time
from parley.knowledge import default as knowledge
from parley.model.party import Party, PartyKind
from parley.model.record import BaseEntry, Entry

KINDS = {
    "meeting": "Meetings",
    "agreement": "Agreements",
    "measure": "Measures",
    "outcome": "Outcomes",
    "statement": "Statements",
    "event": "Events",
}
ABOUT = {
    "meeting": "Who met or spoke with whom, when and where; held, planned, possible, or called off.",
    "agreement": "What was agreed, offered, or failed, with its measures and what came of it.",
    "measure": "What agreements, and proposals for them, provide.",
    "outcome": "What sources said came of agreements and their measures.",
    "statement": "Who said what, in the words of the articles.",
    "event": "Other political events, by their type in the PLOVER scheme.",
}
STATUS = {
    "meeting": {"happened": "held", "planned": "planned", "possible": "possible", "not_held": "not held"},
    "agreement": {"happened": "reached", "planned": "planned", "possible": "proposed", "not_held": "not reached"},
    "measure": {"happened": "agreed", "planned": "planned", "possible": "proposed", "not_held": "rejected"},
}
_OF_OTHERS = {"happened": "happened", "planned": "planned", "possible": "possible", "not_held": "did not happen"}
FORMS = {"in_person": "in person", "remote": "by phone or video", "unknown": "not said"}
STANCES = {"for": "for", "against": "against", "conditional": "on conditions", "neutral": "neutral"}
OUTCOMES = {
    "carried_out": "carried out",
    "partly": "carried out in part",
    "not_carried_out": "not carried out",
    "violated": "violated",
    "collapsed": "collapsed",
}
FIELDS = {"when": "when it was", "place": "where it was", "status": "whether it took place", "quantity": "the number"}
PARTY_KINDS = {"person": "Person", "state": "State", "organisation": "Organisation", "group": "Group"}
# The last words of the names of bodies of states.
_OF_STATES = frozenset(
    "Nations Union League Alliance Bank Commission Council Community Organization Organisation".split()
)
ROLES = {
    "party": "took part",
    "mediator": "mediated",
    "host": "hosted",
    "signatory": "signed",
    "speaker": "spoke",
    "source": "acted",
    "target": "was acted upon",
}
_STEPS = {
    "proposed": "first told of as possible",
    "announced": "announced",
    "confirmed": "confirmed",
    "moved": "moved to another day",
    "held": "reported as {happened}",
    "cancelled": "reported as {not_held}",
}


def party_kind(party: Party) -> PartyKind:
    """What a party is; bodies of states that are told of like a state ("the United Nations said") are organisations."""
    of_states = party.name.rpartition(" ")[2] in _OF_STATES or (party.name.isupper() and len(party.name) > 1)
    return "organisation" if party.kind == "state" and of_states and not knowledge().state(party.name) else party.kind


def status(entry: Entry) -> str:
    """An entry's status in a word that fits its kind."""
    return STATUS.get(entry.kind, _OF_OTHERS)[entry.status]


def counted(count: int, what: str) -> str:
    """`1 agreement`, `2 meetings and calls`."""
    one = " or ".join(word.removesuffix("s") for word in what.split(" and "))
    return f"{count} {what if count != 1 else one}"


def plain(code: str | None) -> str:
    """`troop withdrawal` for `troop_withdrawal`."""
    return (code or "").replace("_", " ").lower()


def when(entry: BaseEntry) -> str:
    """The time of an entry in words."""
    return (bare_time(entry.when.edtf) if entry.when else "") or "undated"


def step(entry: Entry, what: str) -> str:
    """How an entry became known, in words that fit its kind."""
    return _STEPS[what].format_map(STATUS.get(entry.kind, _OF_OTHERS))


def choice(field: str, value: str) -> str:
    """One of the values that a field can take, in words."""
    named = {"form": FORMS, "stance": STANCES, "outcome": OUTCOMES, "status": STATUS["meeting"] | _OF_OTHERS}
    return named.get(field, {}).get(value) or plain(value)
