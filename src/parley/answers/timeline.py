"""What happened when, in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.answers.index import in_time, keys_of
from parley.answers.indexing import index_of
from parley.answers.naming import Names
from parley.answers.phrasing import bare_time
from parley.answers.telling import say_entry
from parley.answers.text import Writer
from parley.model.claim import ClaimKind
from parley.model.edtf import interval
from parley.model.record import Entry, EventEntry, Record

# Events are many; those that mark the story of a conflict are shown without being asked for.
_DEFAULT_KINDS: tuple[ClaimKind, ...] = ("meeting", "agreement", "measure", "outcome", "statement", "event")
_MARKING = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "SANCTION"})


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry on the line of time: `when` as EDTF, `date` in words, `text` a sentence."""

    when: str
    date: str
    kind: str
    status: str
    text: str
    entry: str
    sources: int


def timeline(
    record: Record,
    names: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    kinds: Sequence[ClaimKind] | None = None,
) -> tuple[TimelineRow, ...]:
    """The dated entries in the order of time; of the parties named, and within EDTF dates, where given.

    Without `kinds`, all kinds, of the events those that happened and mark the story (attacks, withdrawals, sanctions).
    """
    index = index_of(record)
    wanted = {p.id for name in names if (p := index.find(name))}
    if len(wanted) < len(set(names)) and any(index.find(name) is None for name in names):
        return ()
    first, last = interval(since), interval(until)
    rows: dict[str, TimelineRow] = {}
    shown = [e for e in record.entries() if e.days and e.kind in (kinds or _DEFAULT_KINDS)]
    for entry in sorted(shown, key=in_time):
        if isinstance(entry, EventEntry) and not kinds and (entry.code not in _MARKING or entry.status != "happened"):
            continue
        days = entry.days
        if days is None or (first and days.last < first.first) or (last and days.first > last.last):
            continue
        if wanted <= {key for p in entry.participants for key in keys_of(p)}:
            row = _row(record, entry)
            rows.setdefault(row.text, row)
    return tuple(rows.values())


def _row(record: Record, entry: Entry) -> TimelineRow:
    writer = Writer(record)
    say_entry(writer, entry, (), Names())
    told = writer.sentences[0].text if writer.sentences else " ".join(record.evidence(entry)[0][2].text.split())
    when = entry.when.edtf if entry.when and entry.when.edtf else ""
    return TimelineRow(when, bare_time(when), entry.kind, entry.status, told, entry.id, entry.independent_sources)
