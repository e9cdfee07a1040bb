"""PLOVER event records, one JSON object a line.

Field names follow the event record of the PLOVER manual (Open Event Data Alliance): `event` is one of the 16 types,
`mode` what refines it. `source` and `target` are lists of actors with their countries as ISO 3166-1 alpha-3 codes.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from parley.exports.countries import codes_of
from parley.exports.entries import day_span, of_kinds, sources
from parley.model.claim import ClaimKind
from parley.model.party import Party
from parley.model.record import EventEntry, Record


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes the events; other kinds of entry are no event records, so nothing is written for them."""
    if kind not in (None, "event"):
        return
    for entry in of_kinds(record, "event", ()):
        if isinstance(entry, EventEntry):
            stream.write(json.dumps(_event(record, entry), ensure_ascii=False, sort_keys=True) + "\n")


def _event(record: Record, entry: EventEntry) -> dict[str, Any]:
    told = sources(record, entry)
    span = day_span(entry)
    place = entry.place
    return {
        "id": entry.id,
        "event": entry.code,
        "mode": entry.mode,
        "date": span[0].isoformat() if span else None,
        "end_date": span[1].isoformat() if span and span[1] != span[0] else None,
        "edtf": entry.when.edtf if entry.when else None,
        "status": entry.status,
        "source": [_actor(p) for p in entry.parties("source")],
        "target": [_actor(p) for p in entry.parties("target")],
        "location": place.name if place else None,
        "country": _code(place.country) if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "text": " ".join(told[0].evidence.text.split()),
        "publication": told[0].publisher,
        "publication_date": told[0].published,
        "url": told[0].web_address,
        "sources": entry.independent_sources,
        "version": told[0].maker,
    }


def _actor(party: Party) -> dict[str, Any]:
    country = party.country or (party.name if party.kind == "state" else None)
    return {"name": party.name, "kind": party.kind, "country": _code(country)}


def _code(country: str | None) -> str | None:
    codes = codes_of(country)
    return codes.alpha_3 if codes else None
