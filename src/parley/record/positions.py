"""Each party's stance towards a topic over time, and where it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.model.edtf import interval
from parley.model.record import Position, Shift, StatementEntry
from parley.record.identity import fold


def positions_of(statements: Iterable[StatementEntry]) -> tuple[Position, ...]:
    """The positions that statements with a topic and a stance show, party by party, in the order of time."""
    chosen: dict[tuple[str, str, str, str | None], tuple[tuple[bool, int, str], Position]] = {}
    for entry in statements:
        if not entry.topic or not entry.stance:
            continue
        for party in entry.parties("speaker"):
            position = Position(
                party=party, topic=entry.topic, stance=entry.stance, said=entry.said, statement=entry.id
            )
            # Of several statements of one stance on one day, one that names the topic shows it best, then the longest.
            key = (party.id, entry.topic, entry.stance, entry.said)
            telling = (fold(entry.topic) in fold(entry.quote).split(), len(entry.quote), entry.id)
            if key not in chosen or telling > chosen[key][0]:
                chosen[key] = (telling, position)
    return tuple(sorted((position for _, position in chosen.values()), key=_order))


def shifts_of(positions: Sequence[Position]) -> tuple[Shift, ...]:
    """The changes between one position of a party on a topic and its next, neutral and undated ones left out.

    Two stances of one day are no change: it cannot be told which came first.
    """
    shifts = []
    last: dict[tuple[str, str], Position] = {}
    for position in positions:
        days = interval(position.said)
        if days is None or position.stance == "neutral":
            continue
        key = (position.party.id, fold(position.topic))
        before = last.get(key)
        earlier = interval(before.said) if before else None
        if before and earlier and before.stance != position.stance and earlier.last < days.first:
            shifts.append(Shift(party=position.party, topic=position.topic, before=before, after=position))
        last[key] = position
    return tuple(shifts)


def _order(position: Position) -> tuple[str, str, str, str, str]:
    days = interval(position.said)
    when = (days.first.isoformat(), days.last.isoformat()) if days else ("9999", "9999")
    return (position.party.id, fold(position.topic), *when, position.statement)
