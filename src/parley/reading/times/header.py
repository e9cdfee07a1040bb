"""The date a text says of itself: a line at its top that is a date and little else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.reading.times.found import Found
from parley.reading.times.meaning import Calendar
from parley.reading.times.reckon import day_of
from parley.reading.times.scan import Word

# Headlines and bylines come first, but not much of them.
_TOP_CHARACTERS = 1000
# What may stand beside the date on its line: "Published: ... 10:35 GMT", "KYIV, ... -".
_BESIDE_CHARACTERS = 40


def date_line(text: str, words: Sequence[Word], found: Sequence[Found]) -> tuple[date, str] | None:
    """The day a date line at the top of a text gives, and its words. None when there is no such line."""
    for item in found:
        start, end = words[item.first].start, words[item.last - 1].end
        if start > _TOP_CHARACTERS:
            return None
        meaning = item.meaning
        if not isinstance(meaning, Calendar) or not (meaning.point.year and meaning.point.month and meaning.point.day):
            continue
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        beside = text[line_start:start] + text[end:line_end]
        day = day_of(meaning.point)
        if day and len(beside.strip()) <= _BESIDE_CHARACTERS and line_end < len(text):
            return day, text[start:end]
    return None
