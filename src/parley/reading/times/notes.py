"""Discrepancies that a text contains in itself: a weekday that is not that date's, "six years ago" of five years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.model.reading import TimeExpression
from parley.reading.times.meaning import Calendar, Meaning, Point, Shift
from parley.reading.times.reckon import day_of

# "Five years ago" is said of five to five and a third years, and of what is nearly five years back.
_ROUNDING = 0.34
# How many sentences apart a date and "so many years ago" are still said of one thing.
_SENTENCES = 4


def weekday_note(meaning: Meaning, point: Point | None, text: str) -> str | None:
    """A note when the words give a weekday that the date does not fall on."""
    if not isinstance(meaning, Calendar) or point is None or not (meaning.point.weekday and point.day and point.month):
        return None
    day = day_of(point)
    if day is None or day.isoweekday() == meaning.point.weekday:
        return None
    return f"{day.isoformat()} was a {day:%A}, the text says “{text}”"


def years_ago_notes(
    expressions: Sequence[TimeExpression], meanings: Sequence[Meaning], sentences: Sequence[int], now: date | None
) -> dict[int, str]:
    """Notes by number of the expression where "N years ago" does not fit a date stated close by."""
    notes: dict[int, str] = {}
    if now is None:
        return notes
    stated = [
        (number, meaning.point)
        for number, meaning in enumerate(meanings)
        if isinstance(meaning, Calendar) and meaning.point.year and meaning.point.month and meaning.point.year > 0
    ]
    position = 0
    for number, meaning in enumerate(meanings):
        if not (isinstance(meaning, Shift) and meaning.base == "now" and meaning.unit == "year"):
            continue
        if meaning.mod or meaning.count is None or meaning.count > -2:
            continue
        count = -meaning.count
        while position < len(stated) and stated[position][0] < number:
            position += 1
        for other, point in stated[max(0, position - 2) : position + 2]:
            if abs(sentences[other] - sentences[number]) > _SENTENCES:
                continue
            day = day_of(point)
            if day is None or point.year is None:
                continue
            elapsed = (now - day).days / 365.25
            if now.year - point.year not in (count - 1, count, count + 1) or int(elapsed) == count:
                continue
            if abs(count - elapsed) > _ROUNDING:
                years, months = int(elapsed), int(elapsed % 1 * 12)
                notes[number] = (
                    f"“{expressions[number].text}”, but “{expressions[other].text}” is {years} years and"
                    f" {months} months before {now.isoformat()}"
                )
                break
    return notes
