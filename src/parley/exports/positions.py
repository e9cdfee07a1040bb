"""Positions as rows, for tables and charts."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.claim import Stance
from parley.model.edtf import interval
from parley.model.record import Record, StatementEntry

# Longer than a year a time says too little to stand on a line of time.
_MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A party's stance at a time: `said` is EDTF, `day` the first day it allows; `shift` when it was another before."""

    who: str
    topic: str
    stance: Stance
    said: str
    day: str
    words: str
    statement: str
    shift: bool


def position_rows(record: Record) -> list[PositionRow]:
    """The dated positions, party by party, topic by topic, in the order of time."""
    shifted = {(shift.after.statement, shift.topic) for shift in record.shifts}
    rows = []
    for position in record.positions:
        days, statement = interval(position.said), record.entry_by_id.get(position.statement)
        if days and position.said and isinstance(statement, StatementEntry) and days.days <= _MOST_DAYS:
            rows.append(
                PositionRow(
                    position.party.name, position.topic, position.stance, position.said, days.first.isoformat(),
                    " ".join(statement.quote.split()), statement.id, (statement.id, position.topic) in shifted,
                )
            )  # fmt: skip
    return sorted(rows, key=lambda row: (row.who, row.topic, row.day, row.statement))
