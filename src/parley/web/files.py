"""A list as a file to take away: the entries as they were narrowed, in the order of the page, through the exports."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec

from parley.answers.text import outlet_of
from parley.model.article import Article
from parley.model.claim import ClaimKind
from parley.model.record import Entry, Record
from parley.web.links import FOLDERS, is_web_address

# What each ending is called, its media type, and the package it needs.
FORMATS = {
    ".csv": ("CSV", "text/csv; charset=utf-8", "csv"),
    ".json": ("JSON", "application/json", "json"),
    ".xlsx": ("workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsxwriter"),
    ".ics": ("calendar", "text/calendar; charset=utf-8", "icalendar"),
}
# What has days of its own; a calendar of statements would be a diary of the press.
_IN_CALENDARS: frozenset[ClaimKind] = frozenset({"meeting", "agreement", "measure", "event"})


def source_of(article: Article) -> str:
    """The address of an article on the web, else its title or publisher: a path of this machine helps nobody."""
    return article.uri if is_web_address(article.uri) else article.title or outlet_of(article)


def part_of_record(record: Record, kind: ClaimKind, entries: Sequence[Entry]) -> Record:
    """The record with only these entries, in this order, and the articles they come from."""
    articles = {key: record.article_by_id[key] for entry in entries for key in entry.articles}
    claims = {claim: record.claim_by_id[claim] for entry in entries for claim in entry.claims}
    lists = {folder: tuple(entries) if each == kind else () for each, folder in FOLDERS.items()}
    return replace(
        record,
        articles=tuple(a.model_copy(update={"uri": source_of(a)}) for a in articles.values()),
        claims=tuple(claims.values()),
        claim_ids=tuple(claims),
        rulings=tuple(r for r in record.rulings if claims.keys() & set(r.claims)),
        positions=(),
        shifts=(),
        **lists,  # type: ignore[arg-type]
    )


def makers(kind: ClaimKind, chosen: Callable[[], Record]) -> Mapping[str, Callable[[], bytes]]:
    """What writes a list of a kind as each sort of file that is installed, beside CSV and JSON."""
    found: dict[str, Callable[[], bytes]] = {}
    if find_spec(FORMATS[".xlsx"][2]):
        found[".xlsx"] = lambda: _workbook(chosen(), kind)
    if kind in _IN_CALENDARS and find_spec(FORMATS[".ics"][2]):
        found[".ics"] = lambda: _calendar(chosen(), kind)
    return found


def _workbook(record: Record, kind: ClaimKind) -> bytes:
    from parley.exports.xlsx import export

    stream = io.BytesIO()
    export(record, stream, kind)
    return stream.getvalue()


def _calendar(record: Record, kind: ClaimKind) -> bytes:
    from parley.exports.ics import export

    stream = io.StringIO(newline="")
    export(record, stream, kind)
    return stream.getvalue().encode()
