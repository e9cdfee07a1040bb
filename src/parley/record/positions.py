"""Each party's stance towards a topic over time, and where it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from parley.knowledge.tables import fold_words as fold
from parley.model.edtf import interval
from parley.model.record import Position, Shift, StatementEntry


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
    """The changes of a party's stance on a topic from one month to the next in which it spoke of it.

    The stance of a month is that of most of its statements, none when they are even: who speaks of talks every week
    says this and that, and has not moved each time. Neutral and undated statements are left out.
    """
    monthly: dict[tuple[str, str], dict[str, list[Position]]] = {}
    for position in positions:
        days = interval(position.said)
        if days is not None and position.stance != "neutral":
            months = monthly.setdefault((position.party.id, fold(position.topic)), {})
            months.setdefault(days.first.isoformat()[:7], []).append(position)
    shifts = []
    for _, months in sorted(monthly.items()):
        before: Position | None = None
        for _, spoken in sorted(months.items()):
            held = _majority(spoken)
            if not held:
                continue
            if before and before.stance != held[0].stance and _earlier(before, held[0]):
                shifts.append(Shift(party=held[0].party, topic=held[0].topic, before=before, after=held[0]))
            before = held[-1]
    return tuple(shifts)


def _majority(spoken: Sequence[Position]) -> list[Position]:
    """The positions of the stance that most of them take; none when two stances are even."""
    counted = Counter(position.stance for position in spoken).most_common(2)
    if len(counted) > 1 and counted[0][1] == counted[1][1]:
        return []
    return [position for position in spoken if position.stance == counted[0][0]]


def _earlier(before: Position, after: Position) -> bool:
    """Whether one was surely said before the other."""
    one, other = interval(before.said), interval(after.said)
    return one is not None and other is not None and one.last < other.first


def _order(position: Position) -> tuple[str, str, str, str, str]:
    days = interval(position.said)
    when = (days.first.isoformat(), days.last.isoformat()) if days else ("9999", "9999")
    return (position.party.id, fold(position.topic), *when, position.statement)
