"""The dates in a question, and the window of time they open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from parley.model.edtf import Interval, interval

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# Longest first; each gives some of year, month, day, season, part.
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<monthnumber>\d\d)(?:-(?P<day>\d\d))?\b",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
        rf"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}\b",
        rf"\b(?P<part>early|mid|late)[\s-]+{_YEAR}\b",
        rf"\b{_YEAR}\b",
    )
)
_PARTS = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}
_AFTER = re.compile(
    r"\b(?:since|from|after|following|starting)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?$", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?:before|until|till|up to|prior to|by)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+)?$", re.IGNORECASE
)
_JOINS = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dates:
    """What a question says about time.

    `window` holds the days asked about, None when it names none; `days` the dates themselves; `spans` where their words
    stand, prepositions included. `bad` is a date that is none ("31 February 2020").
    """

    window: Interval | None = None
    relation: str = ""
    days: tuple[Interval, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    bad: str | None = None


def find_dates(question: str) -> Dates:
    """The dates of a question, with the prepositions before them deciding the window."""
    found: list[tuple[int, int, Interval]] = []
    bad = None
    for form in _FORMS:
        for match in form.finditer(question):
            if any(match.start() < end and start < match.end() for start, end, _ in found):
                continue
            days = _days(match)
            if days is None:
                bad = bad or match.group()
            else:
                found.append((match.start(), match.end(), days))
    if not found:
        return Dates(bad=bad)
    found.sort()
    start, end, days = found[0]
    spans = tuple((s, e) for s, e, _ in found)
    all_days = tuple(d for _, _, d in found)
    if len(found) > 1 and _JOINS.fullmatch(question[end : found[1][0]]):
        last = found[1][2].last
        if days.first <= last:
            return Dates(Interval(days.first, last), "between", all_days, spans, bad)
    before = question[:start]
    if match_before := _AFTER.search(before):
        first = (
            days.first if match_before.group().lower().startswith(("since", "from", "starting")) else _next(days.last)
        )
        return Dates(Interval(first, date.max), "since", all_days, spans, bad)
    if match_before := _BEFORE.search(before):
        last = (
            days.last
            if match_before.group().lower().startswith(("by", "up to", "until", "till"))
            else _prior(days.first)
        )
        return Dates(Interval(date.min, last), "before", all_days, spans, bad)
    return Dates(days, "in", all_days, spans, bad)


def _days(match: re.Match[str]) -> Interval | None:
    part = match.groupdict()
    year = part["year"]
    if part.get("part"):
        first, last = _PARTS[part["part"].lower()]
        return interval(f"{year}-{first}/{year}-{last}")
    if part.get("season"):
        return interval(f"{year}-{_SEASONS[part['season'].lower()]}")
    month = part.get("monthnumber") or (f"{_MONTHS[part['month'].lower()]:02d}" if part.get("month") else None)
    if month is None:
        return interval(year)
    return interval(f"{year}-{month}-{int(part['day']):02d}" if part.get("day") else f"{year}-{month}")


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _prior(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day
