"""The timeline: drawn, and told row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date

from parley.answers import TimelineRow
from parley.answers import timeline as told
from parley.answers.index import in_time
from parley.model.claim import CLAIM_KINDS, ClaimKind
from parley.model.edtf import interval
from parley.model.record import Entry
from parley.web.drawing import MOST_MARKS, Drawing, draw
from parley.web.filters import filtered
from parley.web.paging import Page, View, part_of

# What a timeline shows when nothing is chosen; measures and statements are many, and found under their entries.
DEFAULT: tuple[ClaimKind, ...] = ("meeting", "agreement", "outcome", "event")
_MARKING = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "SANCTION"})


def shown_by_default(entry: Entry) -> bool:
    """Whether an entry marks the story; of events, attacks, withdrawals and sanctions that happened do."""
    return entry.kind != "event" or (getattr(entry, "code", "") in _MARKING and entry.status == "happened")


def timeline(view: View) -> Page:
    """The dated entries in the order of time, drawn and listed; narrowed by kind, party, dates, place, status."""
    record = view.held.record
    chosen = [k for k in CLAIM_KINDS if k in view.texts("kind")]
    kinds = chosen or list(DEFAULT)
    entries = view.held.memo(("dated", tuple(kinds)), lambda: [
        e for e in record.entries() if e.kind in kinds and e.days and ("event" in chosen or shown_by_default(e))
    ])  # fmt: skip
    found, asked = filtered(view, entries)
    wanted = {e.id for e in found}
    rows = [row for row in _rows(view, tuple(kinds)) if row.entry in wanted]
    shown, part = part_of(view, rows)
    first, last = interval(asked.since or None), interval(asked.until or None)

    def drawn() -> Drawing | None:
        return draw(found, first.first if first else None, last.last if last else None)

    def undated() -> int:
        return sum(1 for e in record.entries() if e.kind in kinds and not e.days)

    context = {
        "asked": asked,
        "kinds": kinds,
        "all_kinds": CLAIM_KINDS,
        "drawing": view.held.memo(("drawing", tuple(kinds)), drawn) if not asked.narrows else drawn(),
        "dated": len(found),
        "undated": view.held.memo(("undated", tuple(kinds)), undated),
        "most": MOST_MARKS,
        "rows": shown,
        "part": part,
        "by_id": record.entry_by_id,
        "years": _years(entries),
    }
    data = {"total": len(rows), "page": part.number, "pages": part.count, "rows": [asdict(r) for r in shown]}
    names = [f.name for f in fields(TimelineRow)]
    return Page("timeline.html", "Timeline", data, context, names, lambda: map(asdict, rows))


def _rows(view: View, kinds: tuple[ClaimKind, ...]) -> Sequence[TimelineRow]:
    """The rows of some kinds in the order of time; those of each kind are made once."""
    held = view.held

    def of_kind(kind: ClaimKind) -> Sequence[TimelineRow]:
        return held.memo(("rows", kind), lambda: told(held.record, kinds=(kind,)))

    by_id = held.record.entry_by_id
    return held.memo(
        ("rows", kinds),
        lambda: sorted((row for kind in kinds for row in of_kind(kind)), key=lambda row: in_time(by_id[row.entry])),
    )


def _years(entries: list[Entry]) -> list[int]:
    years = {y for e in entries if e.days for y in (e.days.first.year, e.days.last.year)}
    return sorted(years - {date.min.year, date.max.year})
