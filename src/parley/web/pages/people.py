"""People, states, organisations and groups, and the page of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from parley.answers.index import keys_of
from parley.model.edtf import interval
from parley.model.party import Party
from parley.model.record import Entry, MeetingEntry, Position, StatementEntry
from parley.web import links, words
from parley.web.data import brief_of
from parley.web.filters import newest_first
from parley.web.held import Held
from parley.web.paging import Page, View, part_of
from parley.web.tables import MOST_NAMES, Piece, Table, names, table_of
from parley.web.track import draw_track, span_of

_COLUMNS = ("id", "name", "kind", "country", "office", "meetings", "agreements", "statements")
# Entries of one kind on the page of a party; the rest is one click away.
_MOST_ENTRIES = 60
_MOST_POSITIONS = 40
# Topics that are drawn; a leader speaks of dozens, of most of them once.
_MOST_TRACKS = 8


def people(view: View) -> Page:
    """Everybody who takes part, the most told of first; of one kind where asked."""
    held = view.held
    kind = view.text("kind")
    found = [p for p in held.parties.values() if kind in ("", words.party_kind(p))]
    shown, part = part_of(view, found)
    table = Table(
        f"{len(found)} who take part, the most told of first",
        ("Name", "What", "Country", "Meetings", "Agreements", "Statements"),
        [
            [
                [Piece(p.name, links.of_party(p))],
                [Piece(words.PARTY_KINDS[words.party_kind(p)])],
                [Piece(p.country or "" if p.kind != "state" else "")],
                *(
                    [Piece(str(_counts(held, p)[k] or ""), None, "number")]
                    for k in ("meeting", "agreement", "statement")
                ),
            ]
            for p in shown
        ],
    )
    context = {"table": table, "part": part, "kind": kind}
    data = {"total": len(found), "page": part.number, "pages": part.count, "people": [row(held, p) for p in shown]}
    return Page("people.html", "People and parties", data, context, _COLUMNS, lambda: (row(held, p) for p in found))


def person(view: View, key: str) -> Page:
    """One party: meetings, agreements, statements, and positions over time.

    Raises:
        KeyError: nobody is called so.
    """
    held = view.held
    party = held.parties[key]
    own = list(held.index.by_party[key])
    meetings = newest_first(e for e in own if isinstance(e, MeetingEntry))
    agreements = newest_first(e for e in own if e.kind == "agreement")
    said = [e for e in held.index.statements_of(party) if isinstance(e, StatementEntry)]
    said.sort(key=lambda s: (s.said or "", s.id), reverse=True)
    offices = _offices(own, key)
    tracks = held.memo(("tracks", key), lambda: _tracks(held, party))
    tables = [
        ("meetings", table_of(held, "meeting", meetings[:_MOST_ENTRIES], _caption(meetings, "meetings and calls"))),
        ("agreements", table_of(held, "agreement", agreements[:_MOST_ENTRIES], _caption(agreements, "agreements"))),
        ("statements", table_of(held, "statement", said[:_MOST_ENTRIES], _caption(said, "statements"))),
    ]  # fmt: skip
    met = Counter(
        p.id for m in meetings if m.status == "happened" for p in m.participants if p.id != key and p.id in held.parties
    )
    partners = [held.parties[i] for i, _ in met.most_common(MOST_NAMES)]
    context = {
        "party": party,
        "offices": offices,
        "tables": tables,
        "tracks": tracks[:_MOST_TRACKS],
        "more_topics": [t["topic"] for t in tracks[_MOST_TRACKS:]],
        "most_positions": _MOST_POSITIONS,
        "partners": names(partners),
        "first_partner": partners[0] if partners else None,
        "by_id": held.record.entry_by_id,
    }

    def data() -> dict[str, Any]:
        return {
            **row(held, party),
            "offices": offices,
            "meetings": [brief_of(e) for e in meetings],
            "agreements": [brief_of(e) for e in agreements],
            "statements": [brief_of(e) for e in said],
            "positions": [p.model_dump(mode="json") for track in tracks for p in track["positions"]],
            "shifts": [s.model_dump(mode="json") for track in tracks for s in track["shifts"]],
        }

    return Page("person.html", party.name, data, context)


def _tracks(held: Held, party: Party) -> list[dict[str, Any]]:
    """The dated positions of a party, of a state those of its people, topic by topic: drawn, and in the order of time.

    The topics on which it took most positions come first.
    """
    found: dict[str, list[Position]] = {}
    own = [p for p in held.record.positions if party.id in keys_of(p.party) and interval(p.said)]
    for position in sorted(own, key=lambda p: (p.said or "", p.statement)):
        found.setdefault(position.topic, []).append(position)
    span = span_of(own)
    if span is None:
        return []
    several = len({p.party.id for p in own}) > 1
    shifts = [s for s in held.record.shifts if party.id in keys_of(s.party)]
    tracks = []
    for topic, positions in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        moved = [s for s in shifts if s.topic == topic]
        tracks.append({
            "topic": topic, "positions": positions, "shifts": moved, "several": several,
            "shifted": {s.after.statement for s in moved}, "drawing": draw_track(positions, moved, span, several),
        })  # fmt: skip
    return tracks


def _offices(own: list[Entry], key: str) -> list[str]:
    told = Counter(p.office for e in own for p in e.participants if p.id == key and p.office)
    return [office for office, _ in told.most_common(4)]


def _counts(held: Held, party: Party) -> Counter[str]:
    def counted() -> Counter[str]:
        counts = Counter(str(e.kind) for e in held.index.by_party[party.id])
        counts["statement"] = len(held.index.statements_of(party))
        return counts

    return held.memo(("counts", party.id), counted)


def row(held: Held, party: Party) -> dict[str, Any]:
    """A party as data, with how much is told of it."""
    counts = _counts(held, party)
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "country": party.country,
        "office": party.office,
        "meetings": counts["meeting"],
        "agreements": counts["agreement"],
        "statements": counts["statement"],
    }


def _caption(entries: Sequence[Entry], what: str) -> str:
    count = len(entries)
    return words.counted(count, what) + (f", the latest {_MOST_ENTRIES}" if count > _MOST_ENTRIES else "")
