"""Stretches of weekdays: in "from Tuesday to Thursday" the second is the one after the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from parley.model.reading import TimeExpression
from parley.reading.times.found import Found
from parley.reading.times.meaning import Calendar, Point
from parley.reading.times.ranges import DASHES
from parley.reading.times.scan import Word

_TO = frozenset("to until till through thru".split()) | DASHES
_WEEK = timedelta(days=7)


def in_order(
    expressions: Sequence[TimeExpression], found: Sequence[Found], words: Sequence[Word], published: date | None
) -> list[TimeExpression]:
    """The expressions, each second weekday of a stretch after its first.

    Where both were taken for days gone by, the first goes back a week; else the second goes on.
    """
    result = list(expressions)
    for number in range(1, len(found)):
        before, item = found[number - 1], found[number]
        if not (_is_weekday(before) and _is_weekday(item)) or item.first - before.last != 1:
            continue
        first, second = _day(result[number - 1]), _day(result[number])
        if words[before.last].low not in _TO or first is None or second is None or first < second:
            continue
        if published is not None and first <= published and second <= published:
            result[number - 1] = _at(result[number - 1], first - _WEEK)
        else:
            result[number] = _at(result[number], second + _WEEK)
    return result


def _is_weekday(item: Found) -> bool:
    meaning = item.meaning
    if not isinstance(meaning, Calendar) or meaning.relation or meaning.of or not meaning.point.weekday:
        return False
    return meaning.point == Point(weekday=meaning.point.weekday)


def _day(expression: TimeExpression) -> date | None:
    return date.fromisoformat(expression.value) if expression.value == expression.edtf else None


def _at(expression: TimeExpression, day: date) -> TimeExpression:
    return replace(expression, value=day.isoformat(), edtf=day.isoformat())
