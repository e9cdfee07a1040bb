"""The dates in a question, and the window of time they open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from parley.model.edtf import MONTHS, Interval, interval

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
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
# Preposition -> the window it opens with a date: from its first day, after its last, up to its last, before its first.
_WINDOWS = {
    "since": "from", "from": "from", "starting": "from", "after": "after", "following": "after",
    "before": "before", "prior to": "before", "until": "upto", "till": "upto", "up to": "upto", "by": "upto",
}  # fmt: skip
_PREPOSITION = re.compile(
    rf"\b({'|'.join(_WINDOWS)})\s+(?:the\s+)?(?:(?:end|start|beginning|year|month)\s+(?:of\s+)?)?$", re.IGNORECASE
)
# "between May and July 2025": the year stands once.
_SHARED_YEAR = re.compile(
    rf"\b({'|'.join(MONTHS)})(\s+(?:and|to|until|through)\s+\w+\s+)((?:19|20)\d\d)", re.IGNORECASE
)
_JOINS = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dates:
    """What a question says about time.

    `window` holds the days asked about, None when it names none; `days` the dates themselves; `spans` where their words
    stand. `words` tells the window as the question does. `bad` is a date that is none ("31 February 2020").
    """

    window: Interval | None = None
    days: tuple[Interval, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    bad: str | None = None
    words: str = ""


def find_dates(question: str) -> Dates:
    """The dates of a question, with the prepositions before them deciding the window."""
    found: list[tuple[int, int, Interval]] = []
    bad = None
    shared = _SHARED_YEAR.search(question)
    if shared and (first := interval(f"{shared.group(3)}-{MONTHS[shared.group(1).lower().rstrip('.')]:02d}")):
        found.append((shared.start(1), shared.end(1), first))
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
    if len(found) > 1 and _JOINS.fullmatch(question[end : found[1][0]]) and days.first <= found[1][2].last:
        window = Interval(days.first, found[1][2].last)
        words = f"between {question[start:end]} and {question[found[1][0] : found[1][1]]}"
        return Dates(window, all_days, spans, bad, words)
    preposition = _PREPOSITION.search(question[:start])
    if preposition is None:
        return Dates(days, all_days, spans, bad, f"{'on' if days.days == 1 else 'in'} {question[start:end]}")
    said = preposition.group(1).lower()
    window = {
        "from": Interval(days.first, date.max),
        "after": Interval(_next(days.last), date.max),
        "before": Interval(date.min, _prior(days.first)),
        "upto": Interval(date.min, days.last),
    }[_WINDOWS[said]]
    return Dates(window, all_days, spans, bad, f"{said} {question[start:end]}")


def _days(match: re.Match[str]) -> Interval | None:
    part = match.groupdict()
    year = part["year"]
    if part.get("part"):
        first, last = _PARTS[part["part"].lower()]
        return interval(f"{year}-{first}/{year}-{last}")
    if part.get("season"):
        return interval(f"{year}-{_SEASONS[part['season'].lower()]}")
    month = part.get("monthnumber") or (f"{MONTHS[part['month'].lower()]:02d}" if part.get("month") else None)
    if month is None:
        return interval(year)
    return interval(f"{year}-{month}-{int(part['day']):02d}" if part.get("day") else f"{year}-{month}")


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _prior(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day
