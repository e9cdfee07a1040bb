"""TimelineJS: its JSON, and the table its spreadsheet template has. The EDTF value is the date that is shown.

The fields are those of the format's own description (Knight Lab, "TimelineJS JSON data format" and the spreadsheet
template); text fields are HTML there, so everything is escaped here.
"""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any, TextIO

from parley.exports.csv import write_table
from parley.exports.entries import dated, day_span, of_kinds, sources
from parley.exports.titles import headline
from parley.model.claim import ClaimKind
from parley.model.record import Entry, Record

_DEFAULT: tuple[ClaimKind, ...] = ("meeting", "agreement", "outcome", "event")
_MOST_SENTENCES = 3
_COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline",
    "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes the JSON: a title slide that says what was read, and a slide for each dated entry."""
    entries = list(of_kinds(record, kind, _DEFAULT))
    shown = dated(entries)
    first, last = record.read_span
    about = f"{len(record.articles)} articles read, published from {first or 'unknown'} to {last or 'unknown'}."
    if len(shown) < len(entries):
        about += f" {len(entries) - len(shown)} entries without a date are left out."
    content: dict[str, Any] = {"events": [_slide(record, entry) for entry in shown]}
    content["title"] = {"unique_id": "record", "text": {"headline": "The record", "text": f"<p>{escape(about)}</p>"}}
    stream.write(json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n")


def export_table(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes the table with the columns of the format's spreadsheet template."""
    write_table(_COLUMNS, (_row(record, entry) for entry in dated(of_kinds(record, kind, _DEFAULT))), stream)


def _slide(record: Record, entry: Entry) -> dict[str, Any]:
    first, last, shown = _times(entry)
    slide: dict[str, Any] = {
        "unique_id": entry.id,
        "start_date": _date(first),
        "display_date": shown,
        "group": entry.kind.capitalize() + "s",
        "text": {"headline": escape(headline(entry)), "text": _text(record, entry)},
    }
    return slide if first == last else slide | {"end_date": _date(last)}


def _row(record: Record, entry: Entry) -> dict[str, Any]:
    first, last, shown = _times(entry)
    row: dict[str, Any] = {"Year": first.year, "Month": first.month, "Day": first.day}
    if last != first:
        row |= {"End Year": last.year, "End Month": last.month, "End Day": last.day}
    texts = {"Headline": escape(headline(entry)), "Text": _text(record, entry)}
    return row | texts | {"Display Date": shown, "Group": entry.kind.capitalize() + "s"}


def _times(entry: Entry) -> tuple[date, date, str]:
    span = day_span(entry)
    assert span is not None  # only dated entries come here
    return (*span, entry.when.edtf or "" if entry.when else "")


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(record: Record, entry: Entry) -> str:
    paragraphs = []
    for source in sources(record, entry)[:_MOST_SENTENCES]:
        name = escape(source.publisher or source.title or "source")
        address = source.web_address
        named = f'<a href="{escape(address, quote=True)}">{name}</a>' if address else name
        sentence = escape(" ".join(source.evidence.text.split()))
        paragraphs.append(f"<p>“{sentence}” ({named}, {escape(source.published or 'undated')})</p>")
    return "".join(paragraphs)
