"""Rulings as pages show them: in words, with the entries they are about, and what a form of one comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from pydantic import TypeAdapter

from parley.answers.phrasing import bare_time, day_in_words, listed
from parley.errors import DateError, RulingError
from parley.model.claim import ClaimKind, Form, MeasureType, OutcomeKind, Stance, Status
from parley.model.edtf import interval
from parley.model.party import Party, Role
from parley.model.record import Entry, MeasureEntry, MeetingEntry
from parley.model.ruling import Ruling
from parley.record.corrections import participants_value, parties_in
from parley.record.rulings import undone
from parley.sources.dates import parse_day
from parley.web import links, words
from parley.web.held import Held
from parley.web.tables import title_of

# Which fields of each kind a person may correct, in the order of the form.
FIELDS: dict[ClaimKind, tuple[str, ...]] = {
    "meeting": ("when", "place", "status", "participants", "name", "form"),
    "agreement": ("when", "place", "status", "participants", "name"),
    "measure": ("when", "status", "type", "quantity"),
    "outcome": ("when", "outcome"),
    "statement": ("when", "participants", "topic", "stance"),
    "event": ("when", "place", "status", "participants"),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "form": get_args(Form),
    "stance": get_args(Stance),
    "outcome": get_args(OutcomeKind),
    "type": get_args(MeasureType),
}
LABELS = {
    "when": "When",
    "place": "Where",
    "status": "Status",
    "participants": "Who",
    "name": "Name",
    "form": "How",
    "type": "Type",
    "quantity": "How much",
    "outcome": "What came of it",
    "topic": "About",
    "stance": "Stance",
}
HINTS = {
    "when": "A day, month or year: 2019-12-09, 9 December 2019, 2019-12, 2019. A span: 2019-12-09/2019-12-10.",
    "place": "A city with its country: Geneva, Switzerland. Or a country.",
    "participants": "One on each line, with the part they had in brackets: Angela Merkel (mediator). "
    "Somebody new with what they are: person:Jane Doe, state:Chad, organisation:The Elders, group:The Front.",
    "quantity": "As 250 prisoners.",
    "topic": "As ceasefire, talks, sanctions.",
}  # fmt: skip
_ROLES: dict[str, Role] = {name: role for role in get_args(Role) for name in (role, words.ROLES[role])}
_IN_BRACKETS = re.compile(r"(?P<name>.*?)\s*\((?P<role>[^()]*)\)")
_DONE = {
    "merge": "merged",
    "split": "split off",
    "correct": "corrected",
    "reject": "rejected",
    "confirm": "confirmed",
    "undo": "taken back",
}


@dataclass(frozen=True)
class Told:
    """One ruling in words: what was done to which entry, and whether a later ruling takes it back."""

    ruling: Ruling
    day: str
    what: str
    entry: Entry | None
    title: str
    href: str | None
    undone: bool


@dataclass(frozen=True)
class Mark:
    """Beside a field that a ruling corrected: what the articles say, who ruled, when, and why."""

    before: str
    by: str
    day: str
    why: str


def marks(held: Held, entry: Entry) -> dict[str, Mark]:
    """The corrected fields of an entry, each with its mark; where several rulings correct one, the latest."""
    void = _void(held)
    corrected = [r for r in held.record.rulings if r.id in entry.rulings and r.action == "correct" and r.id not in void]
    if not corrected:
        return {}
    before = unruled(held, entry.claims, {"correct"})
    found = {}
    for ruling in sorted(corrected, key=lambda r: (r.at, r.id)):
        was = in_words(before, ruling.field or "") if before else ""
        found[ruling.field or ""] = Mark(was, ruling.by, day_in_words(ruling.at[:10]), ruling.why)
    return found


def unruled(held: Held, claims: Sequence[str], without: set[str]) -> Entry | None:
    """The entry that claims make by themselves when rulings of some actions are left out."""
    record = held.record
    own = {c: record.claim_by_id[c] for c in claims if c in record.claim_by_id}
    if record.deriver is None or not own:
        return None
    articles = {claim.article: record.article_by_id[claim.article] for claim in own.values()}
    void = _void(held)
    kept = [r for r in record.rulings if r.action not in {*without, "undo"} and r.id not in void]
    made = record.deriver(articles.values(), own, kept)
    return next((e for c in own if (e := made.entry_by_claim.get(c))), None)


def in_words(entry: Entry, field: str) -> str:
    """What a field of an entry says, for people."""
    if field == "status":
        return words.status(entry)
    if field == "participants":
        return listed([p.name for p in entry.participants]) or "nobody"
    return shown(field, current(entry, field)) or "not said"


def _void(held: Held) -> set[str]:
    return set(held.memo("undone rulings", lambda: undone(held.record.rulings)))


def told(held: Held, rulings: Sequence[Ruling]) -> list[Told]:
    """Rulings in words, the latest first."""
    void = _void(held)
    found = []
    for ruling in sorted(rulings, key=lambda r: (r.at, r.id), reverse=True):
        claims = _claims(held, ruling)
        entry = next((e for c in claims if (e := held.record.entry_by_claim.get(c))), None)
        title, href = (title_of(entry), links.of_entry(entry)) if entry else _left_out(held, claims)
        day = f"{day_in_words(ruling.at[:10])}, {ruling.at[11:16]}"
        found.append(Told(ruling, day, _what(held, ruling), entry, title, href, ruling.id in void))
    return found


def _claims(held: Held, ruling: Ruling) -> tuple[str, ...]:
    """The claims a ruling is about; of one that takes rulings back, theirs."""
    if ruling.action != "undo":
        return ruling.claims
    return tuple(c for r in held.record.rulings if r.id in ruling.ids for c in _claims(held, r))


def _left_out(held: Held, claims: tuple[str, ...]) -> tuple[str, str | None]:
    """What an entry is called that a ruling left out of the record, and the sentence that it was read in."""

    def found() -> tuple[str, str | None]:
        entry = unruled(held, claims, {"reject"})
        if entry is None:
            return "An entry that was left out", None
        claim = held.record.claim_by_id[entry.claims[0]]
        return f"{title_of(entry)} (left out)", links.of_article(claim.article, claim.evidence[0].start)

    return held.memo(("left out", claims), found)


def _what(held: Held, ruling: Ruling) -> str:
    if ruling.action == "correct" and ruling.field:
        return f"{LABELS.get(ruling.field, ruling.field)} corrected to {shown(ruling.field, ruling.value or '')}"
    if ruling.action == "undo":
        before = [r for r in held.record.rulings if r.id in ruling.ids]
        return f"taken back: {'; '.join(_what(held, r) for r in before) or 'a ruling'}"
    if ruling.action == "split":
        return f"{len(ruling.claims)} of its accounts split off"
    return _DONE[ruling.action]


def shown(field: str, value: str) -> str:
    """A value of a ruling for people."""
    if field == "participants":
        return listed([p.name for p in parties_in(value)]) or "nobody"
    if field == "when":
        return bare_time(value) or value
    return words.choice(field, value) if field in CHOICES else value


def current(entry: Entry, field: str) -> str:
    """What a field of the form holds before anything is changed."""
    if field == "when":
        return (getattr(entry, "said", None) if entry.kind == "statement" else None) or (
            (entry.when.edtf or "") if entry.when else ""
        )
    if field == "place":
        place = entry.place
        return (
            ""
            if not place
            else f"{place.name}, {place.country}"
            if place.country not in (None, place.name)
            else place.name
        )
    if field == "participants":
        return "\n".join(p.name + (f" ({p.role})" if p.role != "party" else "") for p in entry.participants)
    return str(getattr(entry, field, None) or "")


def changes(held: Held, entry: Entry, given: dict[str, str]) -> list[tuple[str | None, str | None]]:
    """The fields that a form changes, with their values as rulings keep them.

    Raises:
        RulingError: nothing is changed, or something given cannot be a value of its field.
    """
    found: list[tuple[str | None, str | None]] = []
    for field in FIELDS[entry.kind]:
        if field not in given:
            continue
        value = given[field].strip()
        before = current(entry, field)
        if " ".join(value.split()) == " ".join(before.split()):
            continue
        if not value:
            raise RulingError(f"“{LABELS[field]}” cannot be left empty; a ruling gives a field another value")
        if field == "when":
            value = _date(value)
        elif field == "participants":
            value = _participants(held, entry, value)
        found.append((field, value))
    if not found:
        raise RulingError("nothing was changed")
    return found


def _date(value: str) -> str:
    if interval(value):
        return value
    try:
        return parse_day(value)
    except DateError as error:
        raise RulingError(f"“{value}” is no date that is understood. {HINTS['when']}") from error


def _participants(held: Held, entry: Entry, value: str) -> str:
    own = {(p.name.casefold(), p.role): p for p in entry.participants} | {
        (p.name.casefold(), ""): p for p in entry.participants
    }
    parties: list[Party] = []
    for line in value.splitlines():
        if not line.strip():
            continue
        match = _IN_BRACKETS.fullmatch(line.strip())
        name, told_role = (match["name"], match["role"].strip().casefold()) if match else (line.strip(), "party")
        role = _ROLES.get(told_role)
        if role is None:
            raise RulingError(f"“{told_role}” is no part somebody can have; there are: {', '.join(get_args(Role))}")
        known = own.get((name.casefold(), role)) or own.get((name.casefold(), "")) or held.index.named(name.casefold())
        party = known or parties_in(participants_value(held.record, name))[0]
        parties.append(party.in_role(role))
    if not parties:
        raise RulingError("“Who” needs at least one name")
    return TypeAdapter(tuple[Party, ...]).dump_json(tuple(parties), exclude_none=True).decode()


# So many entries are offered for merging; any other can be named by its address.
MOST_OFFERED = 12
_NEAR = 14


def alike(held: Held, entry: Entry) -> list[Entry]:
    """Entries of the same kind that may be the same thing: those with most in common, the nearest in time first."""
    own = {p.id for p in entry.participants}
    scored: dict[str, tuple[tuple[int, int, int], Entry]] = {}
    for party in entry.participants:
        for other in held.index.told(party, entry.kind):
            if other.id != entry.id and other.id not in scored:
                shared = len(own & {p.id for p in other.participants})
                gap = entry.days.gap(other.days) if entry.days and other.days else 365
                scored[other.id] = ((int(gap > _NEAR), -shared, gap), other)
    if isinstance(entry, MeasureEntry):
        for measure in held.record.measures:
            if measure.id != entry.id and measure.type == entry.type:
                scored[measure.id] = ((0, -int(measure.agreement == entry.agreement), 0), measure)
    ordered = sorted(scored.values(), key=lambda item: (*item[0], item[1].id))
    return [other for _, other in ordered[:MOST_OFFERED]]


def label_of(entry: Entry) -> str:
    """An entry on one line, with what tells it from others like it."""
    place = entry.place.name if entry.place else ""
    form = words.FORMS[entry.form] if isinstance(entry, MeetingEntry) and entry.form == "remote" else ""
    return ", ".join(part for part in (title_of(entry), words.when(entry), place or form, words.status(entry)) if part)
