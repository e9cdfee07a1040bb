"""A workbook: a sheet a kind of entry, one of all evidence sentences, one of the articles, one that explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, BinaryIO

import xlsxwriter

from parley.exports.binary import Binary
from parley.exports.entries import last_published, sources
from parley.exports.rows import columns, rows
from parley.model.claim import CLAIM_KINDS, ClaimKind
from parley.model.record import Record

# The format allows no more characters in a cell.
_MOST_CHARACTERS = 32_767
# Widths of columns in characters; those not named are as wide as their heading, at least _NARROW.
_WIDTHS = {
    "id": 14, "participants": 44, "mediators": 24, "evidence": 80, "quote": 80, "source": 40, "name": 34,
    "when_words": 22, "place": 18, "agreement": 30, "of": 30, "title": 60, "uri": 40, "object": 30, "meaning": 100,
}  # fmt: skip
_NARROW = 11
_DAYS = frozenset({"first_day", "last_day", "published"})
_EVIDENCE = (
    "entry", "kind", "claim", "article", "title", "publisher", "published", "start", "end", "evidence",
    "attributed_to", "maker", "uri",
)  # fmt: skip
_ARTICLES = ("id", "title", "publisher", "published", "language", "uri", "copy_of", "sha256")
_SHEETS: dict[ClaimKind, str] = {
    "meeting": "Meetings", "agreement": "Agreements", "measure": "Measures", "outcome": "Outcomes",
    "statement": "Statements", "event": "Events",
}  # fmt: skip


def _write(record: Record, stream: BinaryIO, kind: ClaimKind | None) -> None:
    # Text stays text: nothing an article says becomes a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    kinds = (kind,) if kind else CLAIM_KINDS
    with xlsxwriter.Workbook(stream, options) as book:
        # The moment of writing would make two exports of one record differ.
        book.set_properties({"title": "Parley record", "created": datetime.combine(last_published(record), time())})
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        _sheet(book, looks, "About", ("what", "meaning"), _about(record))
        for each in kinds:
            _sheet(book, looks, _SHEETS[each], columns(each), rows(record, each))
        _sheet(book, looks, "Evidence", _EVIDENCE, _evidence(record, kinds))
        _sheet(book, looks, "Articles", _ARTICLES, (a.model_dump(include=set(_ARTICLES)) for a in record.articles))


export = Binary(_write)


def _sheet(book: Any, looks: dict[str, Any], name: str, names: Sequence[str], table: Iterable[dict[str, Any]]) -> None:
    sheet = book.add_worksheet(name)
    for column, title in enumerate(names):
        sheet.write_string(0, column, title, looks["head"])
        sheet.set_column(column, column, _WIDTHS.get(title, max(_NARROW, len(title) + 2)))
    count = 0
    for count, row in enumerate(table, start=1):
        for column, title in enumerate(names):
            _cell(sheet, count, column, row.get(title), looks["day"] if title in _DAYS else None)
    sheet.freeze_panes(1, 1)
    if count:
        sheet.autofilter(0, 0, count, len(names) - 1)


def _cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, "yes" if value else "no")
    elif isinstance(value, int):
        sheet.write_number(row, column, value)
    elif day is not None and (moment := _day(str(value))):
        sheet.write_datetime(row, column, moment, day)
    else:
        sheet.write_string(row, column, str(value)[:_MOST_CHARACTERS])


def _day(text: str) -> datetime | None:
    """The day, where a workbook can hold it: its calendar begins with 1900."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime.combine(found, time()) if found.year >= 1900 else None


def _evidence(record: Record, kinds: Sequence[ClaimKind]) -> Iterable[dict[str, Any]]:
    for entry in record.entries():
        if entry.kind in kinds:
            for s in sources(record, entry):
                yield {
                    "entry": entry.id, "kind": entry.kind, "claim": s.claim, "article": s.article, "title": s.title,
                    "publisher": s.publisher, "published": s.published, "start": s.evidence.start,
                    "end": s.evidence.end, "evidence": s.evidence.text, "attributed_to": s.attributed_to,
                    "maker": s.maker, "uri": s.uri,
                }  # fmt: skip


def _about(record: Record) -> Iterable[dict[str, Any]]:
    first, last = record.read_span
    lines = (
        ("articles", f"{len(record.articles)}, published {first or 'unknown'} to {last or 'unknown'}"),
        ("sheets", "one a kind of entry; Evidence has every sentence, joined by the column 'entry'"),
        ("when", "EDTF (ISO 8601-2): 2019-12 is some day of that month, 2014/.. is open-ended"),
        ("first_day, last_day", "the first and last day that the time allows; empty where it is open"),
        ("status", "happened, planned, possible or not_held"),
        ("independent_sources", "articles without copies of one text and repeats by one publisher"),
        ("disputed", "fields on which accounts cannot all be true; parley disputes shows them side by side"),
    )
    return ({"what": what, "meaning": meaning} for what, meaning in lines)
