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
from parley.reading.times.reckon import day_step
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
        if led_to := _counted(event.first, int(meaning.count), meaning.unit):
            result[number] = replace(
                result[number], edtf=led_to.isoformat(), basis="relative", anchor=expressions[number + 1].text
            )
    return result


def _counted(event: date, count: int, unit: str) -> date | None:
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
