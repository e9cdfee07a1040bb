"""Lengths counted from a date of the same sentence: "four days after the 24 February invasion".

As TIMEX3 "four days" stays a length; its EDTF value is the day it leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from parley.model.edtf import interval
from parley.model.reading import TimeExpression
from parley.reading.times.found import Found
from parley.reading.times.meaning import Point, Shift
from parley.reading.times.reckon import day_step, step
from parley.reading.times.scan import Word

# How many words may stand between "days after" and the date: "the ceasefire of the Contact Group took effect on".
_REACH = 12
_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})


def with_counted(
    expressions: Sequence[TimeExpression], found: Sequence[Found], words: Sequence[Word]
) -> list[TimeExpression]:
    """The expressions, lengths before or after an event with the day they lead to where the event's day follows."""
    result = list(expressions)
    for number, item in enumerate(found[:-1]):
        meaning, following = item.meaning, found[number + 1]
        if not isinstance(meaning, Shift) or meaning.base != "event" or not meaning.count:
            continue
        if meaning.count != int(meaning.count):
            continue
        between = words[item.last : following.first]
        if len(between) > _REACH or any(w.low in _SENTENCE_ENDS for w in between):
            continue
        event = interval(expressions[number + 1].edtf)
        if event is None or event.days != 1:
            continue
        if led_to := counted(event.first, int(meaning.count), meaning.unit):
            result[number] = placed(result[number], led_to.isoformat(), expressions[number + 1])
    return result


def placed(expression: TimeExpression, edtf: str, anchor: TimeExpression) -> TimeExpression:
    """An expression with the time it leads to from an anchor; "the day before" takes it for its TIMEX3 value too."""
    value = edtf if expression.type == "DATE" and expression.value.startswith("XXXX") else expression.value
    return replace(expression, value=value, edtf=edtf, basis="relative", anchor=anchor.text)


def counted_months(event: date, count: int, unit: str) -> str | None:
    """The month (EDTF) so many months or years after another; None for smaller units, which a month does not carry."""
    if unit not in ("month", "year"):
        return None
    moved = step(Point(year=event.year, month=event.month), count * (12 if unit == "year" else 1), "month")
    return f"{moved.year:04d}-{moved.month:02d}" if moved and moved.year and moved.month and moved.year > 0 else None


def counted(event: date, count: int, unit: str) -> date | None:
    """The day so many units after another."""
    if unit in ("week", "fortnight"):
        count, unit = count * (7 if unit == "week" else 14), "day"
    try:
        if unit == "day":
            return event + timedelta(days=count)
        moved = day_step(Point(year=event.year, month=event.month, day=event.day), count, unit)
        if unit in ("month", "year") and moved and moved.year and moved.month and moved.day:
            return date(moved.year, moved.month, moved.day)
    except (OverflowError, ValueError):
        return None
    return None
