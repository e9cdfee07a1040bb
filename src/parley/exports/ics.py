"""Meetings and agreements as a calendar (iCalendar, RFC 5545): all-day events on the days their times allow."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TextIO

from icalendar import Calendar, Event, vGeo

from parley.exports.entries import dated, day_span, last_published, of_kinds, sources
from parley.exports.titles import headline
from parley.model.claim import ClaimKind, Status
from parley.model.record import Entry, Record

# RFC 5545, 3.8.1.11: TENTATIVE, CONFIRMED or CANCELLED.
_STATUS: dict[Status, str] = {
    "happened": "CONFIRMED", "planned": "CONFIRMED", "possible": "TENTATIVE", "not_held": "CANCELLED",
}  # fmt: skip
_DEFAULT: tuple[ClaimKind, ...] = ("meeting", "agreement")
# Sentences in a description; the rest are counted.
_MOST_SENTENCES = 5


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes the dated meetings and agreements, or the dated entries of one kind; undated ones are counted."""
    entries = list(of_kinds(record, kind, _DEFAULT))
    shown = dated(entries)
    calendar = Calendar()
    calendar.add("prodid", "-//Parley//record//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Parley record")
    if len(shown) < len(entries):
        calendar.add("x-wr-caldesc", f"{len(entries) - len(shown)} entries without a date are left out")
    for entry in shown:
        calendar.add_component(_event(record, entry))
    stream.write(calendar.to_ical().decode())


def _event(record: Record, entry: Entry) -> Event:
    first, last = day_span(entry) or (last_published(record),) * 2
    event = Event()
    event.add("uid", f"{entry.id}@parley")
    told = sources(record, entry)
    # The day it was first told of, not the moment of writing: the same record gives the same file.
    known = next((s.published for s in told if s.published), last_published(record).isoformat())
    event.add("dtstamp", datetime.combine(datetime.fromisoformat(known), time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", headline(entry) + ("" if first == last else " (some time in these days)"))
    event.add("status", _STATUS[entry.status])
    # A month in which something happened on one day is nobody's busy month.
    event.add("transp", "OPAQUE" if first == last else "TRANSPARENT")
    event.add("categories", [entry.kind, entry.status])
    if entry.place:
        country = entry.place.country
        beside = f", {country}" if country and country != entry.place.name else ""
        event.add("location", f"{entry.place.name}{beside}")
        if entry.place.lat is not None and entry.place.lon is not None:
            event["geo"] = vGeo((entry.place.lat, entry.place.lon))
    address = next((s.web_address for s in told if s.web_address), None)
    if address:
        event.add("url", address)
    lines = [f"When: {entry.when.edtf} (“{entry.when.text}”)"] if entry.when else []
    lines += [
        f"“{s.evidence.text}” ({s.publisher or s.title or s.uri}, {s.published or 'undated'})"
        for s in told[:_MOST_SENTENCES]
    ]
    lines += [f"and {len(told) - _MOST_SENTENCES} more sentences"] if len(told) > _MOST_SENTENCES else []
    event.add("description", "\n".join(lines))
    return event
