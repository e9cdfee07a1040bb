"""Dates of publication, as people type them and as the head of a text tells them; never today's, never the file's."""

from __future__ import annotations

import re
from datetime import date

from parley.errors import DateError
from parley.model.edtf import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = re.compile(
    rf"{_WEEKDAY}(?:"
    r"(?P<iso_year>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})(?!\d)(?:[T ]\d{2}:?\d{2}\S*)?"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?,?\s+(?P<year>\d{{4}})(?!\d)"
    rf"|(?P<us_month>{_MONTH})\b\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>\d{{4}})(?!\d)"
    r")",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:first |date )?(?:published|publication date|posted|date|issued|current events)(?: on| at)?\s*:?[\s*_]*",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)(?: on| at)?\s*:?\s*", re.IGNORECASE)
# "Kuala Lumpur, Thursday 8 February 2024", "SUNDAY REVIEW — 12 September 1993": names, then a mark, then the date.
# Words are parted by spaces: without that, a long run of capitals could be cut into names in endless ways.
_PLACE = re.compile(r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,3}\s*[,:|·—–-]\s*")
# After the date nothing but a time of day, or a mark and a short remark ("| For staff", ". All times GMT.").
_REST = re.compile(
    r"(?:,?\s*\d{1,2}[:.]\d{2}\b.{0,40}|\s*[|·(].{0,60}|[.,]?\s*(?:all times \w+\.?)?.{0,1})", re.IGNORECASE
)
# A date of publication stands in the first lines; further down a line with a date is a heading of the story.
HEAD_LINES = 8
_UNLABELLED_LINES = 4


def parse_day(text: str) -> str:
    """The ISO 8601 day that a date as people write it stands for ("2025-05-13", "13 May 2025", "May 13, 2025").

    Raises:
        DateError: it is not a day of the calendar.
    """
    match = _DAY.match(text.strip())
    day = _day_of(match) if match else None
    if match is None or day is None or not _REST.fullmatch(text.strip()[match.end() :]):
        raise DateError(f"{text!r} is not a date; write it as 2025-05-13")
    return day


def find_published(text: str) -> str | None:
    """The ISO 8601 day of publication that a text tells, in its first lines or in a labelled line at its foot."""
    lines = [stripped for line in re.split(r"[\r\n]+", text[:3000]) if (stripped := line.strip(" \t*_#>\xa0"))]
    head = lines[:HEAD_LINES]
    foot = [line.strip() for line in re.split(r"[\r\n]+", text[-1500:]) if line.strip()][-HEAD_LINES:]
    for label, places in ((_LABEL, head), (_LABEL, foot), (_UPDATED, head)):
        for line in places:
            if (match := label.match(line)) and (day := _leading_day(line[match.end() :])):
                return day
    for line in head[:_UNLABELLED_LINES]:
        place = _PLACE.match(line)
        if day := _leading_day(line) or (place and _leading_day(line[place.end() :])) or None:
            return day
    return None


def _leading_day(line: str) -> str | None:
    match = _DAY.match(line)
    return _day_of(match) if match and _REST.fullmatch(line[match.end() :]) else None


def _day_of(match: re.Match[str]) -> str | None:
    for year, month, day in (
        ("iso_year", "iso_month", "iso_day"),
        ("year", "month", "day"),
        ("us_year", "us_month", "us_day"),
    ):
        if match[year]:
            number = MONTHS.get(match[month].lower()) or int(match[month])
            try:
                return date(int(match[year]), number, int(match[day])).isoformat()
            except ValueError:
                return None
    return None
