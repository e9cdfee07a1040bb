"""What is new since a day, what was known on a day, which accounts conflict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.answers.disputing import say_dispute
from parley.answers.index import Index, keys_of
from parley.answers.indexing import index_of, tells_something
from parley.answers.naming import Names
from parley.answers.news import new_entries
from parley.answers.occasions import Occasion, Yield, occasions_of, yield_of
from parley.answers.phrasing import counted, day_in_words
from parley.answers.question import Question
from parley.answers.reading import read_in_words
from parley.answers.telling import say_entry
from parley.answers.text import Verdict, Writer
from parley.answers.topics import about
from parley.model.record import AgreementEntry, Entry, MeetingEntry, Record, StatementEntry

MOST_NEWS = 8
MOST_DISPUTES = 6
MOST_REDERIVED = 40


def answer_news(writer: Writer, index: Index, question: Question) -> Verdict:
    """What is new since D?"""
    since = question.window.first if question.window else None
    if since is None:
        writer.say("Since when? The question needs a date, such as “since 1 May 2025”.")
        return "not_understood"
    found: Sequence[Entry] = new_entries(writer.record, since.isoformat(), question.parties)
    if question.topic:
        found = [e for e in found if _concerns(e, question)]
    names = Names()
    for entry in found[:MOST_NEWS]:
        say_entry(writer, entry, question.parties, names)
    if not found:
        writer.say(f"Nothing new since {day_in_words(since)} is in the record.")
        writer.say(read_in_words(writer.record))
        return "not_in_record"
    if len(found) > MOST_NEWS:
        writer.say(
            f"The record holds {counted(len(found) - MOST_NEWS, 'further new entry').replace('entrys', 'entries')}."
        )
    return "answered"


def answer_known(writer: Writer, index: Index, question: Question) -> Verdict:
    """What was known on D?"""
    if not question.dates.days:
        writer.say("Known when? The question needs a date, such as “on 1 May 2025”.")
        return "not_understood"
    day = question.dates.days[-1].last
    told_on = index.told_on
    for party in question.parties:
        theirs = set(index.by_party[party.id].numbers) if party.id in index.by_party else set()
        told_on = {number: days for number, days in told_on.items() if number in theirs}
    known_by = [
        (len(said), said[-1], number)
        for number, days in told_on.items()
        if (said := [d for d in days if d <= day.isoformat()])
        and (not question.topic or _concerns(writer.record.numbered(number), question))
    ]
    # What most articles had told by then, the latest first: enough to choose from, little enough to derive at once.
    known_by.sort(reverse=True)
    claims = [c for _, _, number in known_by[:MOST_REDERIVED] for c in writer.record.numbered(number).claims]
    then: Record = writer.record.as_of(day.isoformat(), claims)
    known = [e for e in _important(then) if e.kind in ("meeting", "agreement", "outcome") and tells_something(e)]
    earlier = Writer(then, writer.sentences, writer.citations)
    names = Names()
    index_of(then)
    known.sort(key=lambda e: (-e.independent_sources, _newest_first(e), e.id))
    for entry in sorted(known[:MOST_NEWS], key=lambda e: (e.days.first if e.days else date.min, e.id)):
        say_entry(earlier, entry, question.parties, names)
    if not known:
        writer.say(f"Nothing on that had been published by {day_in_words(day)} in what was read.")
        writer.say(read_in_words(writer.record))
        return "not_in_record"
    return "answered"


def answer_conflicts(writer: Writer, index: Index, question: Question) -> Verdict:
    """Which accounts of X conflict?"""
    entries: list[Entry] = (
        list(occasions_of(writer.record, index, question, bringing=_is_disputed))
        if question.topic or question.parties
        else []
    )
    brought = [yield_of(writer.record, o) for o in entries if isinstance(o, MeetingEntry | AgreementEntry)]
    for what in brought:
        parts: list[Entry] = [*what.agreements, *what.measures, *what.outcomes]
        entries += [part for part in parts if part not in entries]
    disputed = [e for e in entries if e.disputes]
    if not disputed:
        disputed = [e for e in map(writer.record.numbered, index.disputed) if _concerns(e, question)]
        if question.topic and entries:
            disputed = []
    for entry in disputed[:MOST_DISPUTES]:
        say_dispute(writer, entry)
    if disputed:
        return "answered"
    writer.say("No accounts of that in the record contradict each other." if entries or not question.topic
               else "Nothing the question could mean is in the record.")  # fmt: skip
    writer.say(read_in_words(writer.record))
    return "not_in_record"


def _is_disputed(occasion: Occasion, brought: Yield) -> bool:
    parts = (occasion, *brought.agreements, *brought.measures, *brought.outcomes)
    return any(part.disputes for part in parts)


def _newest_first(entry: Entry) -> int:
    return -entry.days.first.toordinal() if entry.days else 0


def _important(record: Record) -> list[Entry]:
    return [*record.meetings, *record.agreements, *record.measures, *record.outcomes]


def _concerns(entry: Entry, question: Question) -> bool:
    """Whether an entry has the parties asked for and something of the subject."""
    present = {key for p in entry.participants for key in keys_of(p)}
    if not all(party.id in present for party in question.parties):
        return False
    if not question.topic:
        return True
    if isinstance(entry, StatementEntry):
        return about(entry, question.topic) > 0
    told = f"{getattr(entry, 'name', '')} {getattr(entry, 'type', '')} {getattr(entry, 'of', '')}".lower()
    place = entry.place.name.lower() if entry.place else ""
    return any(word in told or word in place for word in question.topic)
