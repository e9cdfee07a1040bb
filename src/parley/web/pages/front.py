"""The first page: what the record holds; and what is new in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from parley.answers.news import new_entries
from parley.answers.reading import read_in_words
from parley.exports.rows import columns, rows
from parley.model.claim import CLAIM_KINDS
from parley.model.edtf import interval
from parley.model.record import Entry
from parley.selecting import window
from parley.web import words
from parley.web.data import brief_of
from parley.web.drawing import draw
from parley.web.encounters import met_most
from parley.web.filters import newest_first
from parley.web.held import Held
from parley.web.links import FOLDERS
from parley.web.pages.timeline import shown_by_default
from parley.web.paging import Page, View, part_of
from parley.web.tables import title_of

# Without a date, what articles of the last month before the latest one told first.
NEW_DAYS = 31
_MOST_NEWS = 8
_MOST_DRAWN = 150
_MOST_PEOPLE = 12


def home(view: View) -> Page:
    """What this record holds, its timeline, what is new, and the question box."""
    held = view.held
    record = held.record
    counts = {kind: len(getattr(record, FOLDERS[kind])) for kind in CLAIM_KINDS}
    new_since = _month_before_last(view.held)
    fresh = _fresh(view.held, new_since)
    disputed = sum(bool(e.disputes) for e in record.entries())
    people = [p for p in held.parties.values() if p.kind == "person"][:_MOST_PEOPLE]
    states = [p for p in held.parties.values() if p.kind != "person"][:_MOST_PEOPLE]
    context = {
        "counts": counts,
        "disputed": disputed,
        "read": read_in_words(record),
        "drawing": draw(_most_told(view)),
        "most_drawn": _MOST_DRAWN,
        "fresh": fresh[:_MOST_NEWS],
        "new_since": new_since,
        "people": people,
        "pair": next(iter(met_most(held)), None),
        "states": states,
        "title_of": title_of,
    }
    data = {
        "articles": len(record.articles),
        "published": list(record.read_span),
        "entries": counts,
        "disputed": disputed,
        "new": [brief_of(e) for e in fresh[:_MOST_NEWS]],
        "people": [p.model_dump(mode="json") for p in people],
    }
    return Page("home.html", "What this record holds", data, context)


def news(view: View) -> Page:
    """What articles since a day told first."""
    given = view.text("since")
    days = interval(given) if given else None
    since = days.first.isoformat() if days else _month_before_last(view.held)
    notice = f"“{given}” is not a date; write it as 2019-12-09, 2019-12 or 2019." if given and not days else ""
    found = _fresh(view.held, since)
    shown, part = part_of(view, found)
    wanted = {e.id for e in found}
    context = {
        "found": shown,
        "part": part,
        "since": since,
        "notice": notice,
        "asked": bool(given),
        "title_of": title_of,
        "kinds": words.KINDS,
    }
    data = {"since": since, "total": len(found), "entries": [brief_of(e) for e in shown]}
    return Page(
        "news.html",
        "What is new",
        data,
        context,
        columns(),
        lambda: (row for row in rows(view.held.record) if row["id"] in wanted),
    )


def news_rows(held: Held, since: str | None) -> list[dict[str, Any]]:
    """What articles since a day, month or year told first, as data.

    Raises:
        DateError: it is no date.
    """
    day = window(since).first.isoformat() if since else _month_before_last(held)
    return [brief_of(entry) for entry in _fresh(held, day)]


def _month_before_last(held: Held) -> str | None:
    last = held.record.read_span[1]
    return (date.fromisoformat(last) - timedelta(days=NEW_DAYS)).isoformat() if last else None


def _fresh(held: Held, since: str | None) -> list[Entry]:
    if since is None:
        return []
    return held.memo(("new", since), lambda: [e for e in new_entries(held.record, since) if shown_by_default(e)])


def _most_told(view: View) -> list[Entry]:
    """The dated meetings and agreements of most sources, then the latest, as many as can be told apart."""
    both: list[Entry] = [*view.held.record.meetings, *view.held.record.agreements]
    return view.held.memo(
        "most told", lambda: sorted(newest_first(e for e in both if e.days), key=_fewness)[:_MOST_DRAWN]
    )


def _fewness(entry: Entry) -> int:
    return -entry.independent_sources
