"""What accounts contradict each other, side by side; and how a sentence refers to an entry."""

from __future__ import annotations

from parley.answers.naming import at_table
from parley.answers.occasions import occasion_in_words, the
from parley.answers.phrasing import MEASURES, bare_time, in_place, join, listed, outcome_verb, short_name, time_in_words
from parley.answers.telling import measure_phrase
from parley.answers.text import Writer, outlet_in_prose
from parley.answers.words import fold
from parley.model.record import AgreementEntry, BaseEntry, Entry, MeasureEntry, MeetingEntry, OutcomeEntry, Record

_WHAT = {
    "when": "when it was",
    "place": "where it was",
    "status": "whether it took place",
    "quantity": "the number",
    "participants": "who was there",
    "outcome": "what came of it",
    "handshake": "whether they shook hands",
}


def say_dispute(writer: Writer, entry: Entry) -> None:
    """The accounts of one entry that cannot all be true, side by side."""
    for dispute in entry.disputes:
        sides = []
        claims: list[str] = []
        for value in dispute.values:
            outlets = list(dict.fromkeys(who_says(writer.record, claim) for claim in value.claims))[:3]
            sides.append(f"{_value(entry, dispute.field, value.value)} ({listed(outlets)})")
            claims.append(value.claims[0])
        what = _WHAT.get(dispute.field, dispute.field)
        told = reference(entry, dated=dispute.field != "when")
        writer.say(f"Accounts of {told} differ on {what}: {listed(sides, 'or')}.", [entry], claims)


def reference(entry: BaseEntry, *, dated: bool = True) -> str:
    """How a sentence refers to an entry of any kind, with its date where wanted."""
    when = (time_in_words(entry.when.edtf) if entry.when else "") if dated else ""
    if isinstance(entry, MeetingEntry):
        who = listed([short_name(p) for p in at_table(entry)][:4])
        noun = "call" if entry.form == "remote" else "meeting"
        return join(f"the {noun} of {who}" if who else occasion_in_words(entry), in_place(entry.place), when)
    if isinstance(entry, AgreementEntry):
        return join(the(entry.name), when)
    if isinstance(entry, MeasureEntry):
        return measure_phrase(entry, definite=True)
    if isinstance(entry, OutcomeEntry):
        return join(MEASURES[entry.of][1] if entry.of in MEASURES else the(entry.of), when)
    return join(f"the {entry.kind}", when)


def _value(entry: BaseEntry, field: str, value: str) -> str:
    if field == "when":
        return bare_time(value)
    if isinstance(entry, OutcomeEntry) and field == "outcome":
        return f"it {outcome_verb(entry.of, value, plural=False)}"
    return {"happened": "it took place", "not_held": "it did not"}.get(value, value)


def who_says(record: Record, claim_id: str) -> str:
    """Whom a claim goes back to: the one it is attributed to, else the outlet alone."""
    claim = record.claim_by_id[claim_id]
    outlet = outlet_in_prose(record.article_by_id[claim.article])
    said_by = " ".join((claim.attributed_to or "").split())
    return f"{said_by}, as told by {outlet}" if said_by and fold(said_by) != fold(outlet) else outlet
