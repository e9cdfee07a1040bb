"""What became known since a day, retold background left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.answers.index import index_of, keys_of
from parley.answers.naming import Names
from parley.answers.phrasing import day_in_words
from parley.answers.reading import read_in_words
from parley.answers.telling import ranked, say_entry, tells_something
from parley.answers.text import Answer, Writer
from parley.model.record import Entry, MeetingEntry, Record

# What happened longer before its first report than this is background ("the Minsk agreements, signed in 2015"), not
# news: a week and a day lets a weekly in.
BACKGROUND_DAYS = 8
_ORDER = ("meeting", "agreement", "outcome", "measure", "statement", "event")


def news(record: Record, since: str, names: Sequence[str] = ()) -> Answer:
    """What articles published since a day (ISO 8601) told first, of certain parties where named."""
    writer = Writer(record)
    index = index_of(record)
    parties = [p for p in (index.find(name) for name in names) if p]
    wanted = {p.id for p in parties}
    told = Names()
    for entry in new_entries(record, since):
        if wanted <= {key for p in entry.participants for key in keys_of(p)}:
            say_entry(writer, entry, parties, told)
    if not writer.sentences:
        writer.say(f"Nothing new since {day_in_words(since)} is in the record.")
        writer.say(read_in_words(record))
    verdict = "answered" if writer.citations else "not_in_record"
    return writer.answer(f"since {since}", "news", f"What became known since {day_in_words(since)}", verdict)  # type: ignore[arg-type]


def new_entries(record: Record, since: str) -> list[Entry]:
    """Entries first told of, or whose state first changed, in articles since a day; the most reported first."""
    found = [e for e in record.entries() if tells_something(e) and _is_new(record, e, since)]
    return sorted(ranked(found), key=lambda e: _ORDER.index(e.kind))


def _is_new(record: Record, entry: Entry, since: str) -> bool:
    dates = [record.article_by_id[a].published for a in entry.articles]
    if isinstance(entry, MeetingEntry) and any(s.published and s.published >= since for s in entry.history[1:]):
        return True
    known = [d for d in dates if d]
    if not known or len(known) < len(dates) or min(known) < since:
        return False
    if entry.days is None:
        return not (isinstance(entry, MeetingEntry) and entry.several)
    return (date.fromisoformat(min(known)) - entry.days.last).days <= BACKGROUND_DAYS
