"""What became known since a day, retold background left out."""

from __future__ import annotations

from collections.abc import Sequence

from parley.answers.index import Told
from parley.answers.indexing import index_of
from parley.answers.naming import Names
from parley.answers.phrasing import day_in_words
from parley.answers.reading import read_in_words
from parley.answers.telling import say_entry
from parley.answers.text import Answer, Writer
from parley.model.claim import ClaimKind
from parley.model.party import Party
from parley.model.record import Record

_ORDER: tuple[ClaimKind, ...] = ("meeting", "agreement", "outcome", "measure", "statement", "event")


def news(record: Record, since: str, names: Sequence[str] = ()) -> Answer:
    """What articles published since a day (ISO 8601) told first, of certain parties where named."""
    writer = Writer(record)
    index = index_of(record)
    parties = [p for p in (index.find(name) for name in names) if p]
    told = Names()
    for entry in new_entries(record, since, parties):
        say_entry(writer, entry, parties, told)
    if not writer.sentences:
        writer.say(f"Nothing new since {day_in_words(since)} is in the record.")
        writer.say(read_in_words(record))
    verdict = "answered" if writer.citations else "not_in_record"
    return writer.answer(f"since {since}", "news", f"What became known since {day_in_words(since)}", verdict)  # type: ignore[arg-type]


def new_entries(record: Record, since: str, parties: Sequence[Party] = ()) -> Told:
    """Entries first told of, or whose state first changed, in articles since a day; the most reported of a kind first.

    Only those in which all the parties take part.
    """
    index = index_of(record)
    places = {number: place for place, kind in enumerate(_ORDER) for number in (record.numbers[kind],)}
    found = [row for row in index.news if row[1] >= since]
    for party in parties:
        theirs = set(index.by_party[party.id].numbers) if party.id in index.by_party else set()
        found = [row for row in found if row[0] in theirs]

    def rank(row: tuple[int, str, int, str]) -> tuple[int, int, str, int]:
        number, _, sources, first = row
        kind = next(place for numbers, place in places.items() if number in numbers)
        return (kind, -sources, first, number)

    return Told(record, [row[0] for row in sorted(found, key=rank)])
