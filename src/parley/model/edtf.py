"""EDTF values (ISO 8601-2) as days: what first and last day a written date allows.

Level 0 and what news needs of level 1: years, months, days (with or without a clock time), seasons, quarters, unknown
digits (`201X`, `2014-XX`), uncertain and approximate marks (`?`, `~`, `%`), intervals with open or unknown ends.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# English month names and their usual short forms, in small letters, with their numbers.
MONTHS = {
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

# Season and quarter codes of ISO 8601-2: first month and number of months. Northern seasons, as the press uses them;
# winter is the one that ends in the year after ("the winter of 2021" is December 2021 to February 2022).
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_QUARTERS = {
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}
_PARTS = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})(?:T[0-9:.Z+-]*)?)?)?")


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days: 1 for a day, 28 to 31 for a month; the measure of (im)precision."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: Interval) -> bool:
        """Whether some day lies in both: two values that can be one."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Interval) -> bool:
        """Whether this one says the same more precisely (or as precisely)."""
        return other.first <= self.first and self.last <= other.last

    def gap(self, other: Interval) -> int:
        """Days between the two, 0 when they touch or overlap."""
        if self.overlaps(other):
            return 0
        return (other.first - self.last).days if self.last < other.first else (self.first - other.last).days


@lru_cache(maxsize=65536)
def interval(edtf: str | None) -> Interval | None:
    """The days an EDTF value allows; None for no value or one that is not EDTF.

    An open end (`2014/..`) reaches to the end (or beginning) of the calendar. Approximate values are not widened:
    how far "about" reaches is the reader's judgement.
    """
    if not edtf:
        return None
    value = edtf.strip()
    if value.startswith(("[", "{")) and value.endswith(("]", "}")):
        parts = [interval(p.strip().replace("..", "/")) for p in value[1:-1].split(",")]
        known = [p for p in parts if p]
        return Interval(min(p.first for p in known), max(p.last for p in known)) if known else None
    if "/" not in value:
        return _point(value)
    left, _, right = value.partition("/")
    start = Interval(date.min, date.min) if left in ("", "..") else _point(left)
    end = Interval(date.max, date.max) if right in ("", "..") else _point(right)
    if start is None or end is None or start.first > end.last:
        return None
    return Interval(start.first, end.last)


def is_approximate(edtf: str | None) -> bool:
    """Whether a value is marked uncertain or approximate."""
    return bool(edtf) and any(mark in str(edtf) for mark in "?~%")


def _point(text: str) -> Interval | None:
    match = _PARTS.fullmatch(re.sub(r"[?~%]", "", text))
    if not match:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return Interval(date(max(low, 1), 1, 1), date(min(high, 9999), 12, 31))
    if int(year) < 1:
        return None
    if month is None or "X" in month:
        return Interval(date(int(year), 1, 1), date(int(year), 12, 31))
    span = _SEASONS.get(int(month)) or _QUARTERS.get(int(month))
    if span:
        return None if day else _months(int(year), *span)
    if not 1 <= int(month) <= 12:
        return None
    if day is None or "X" in day:
        return _months(int(year), int(month), 1)
    try:
        exact = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return Interval(exact, exact)


def _months(year: int, month: int, count: int) -> Interval | None:
    last_index = year * 12 + month - 1 + count - 1
    last_year, last_month = divmod(last_index, 12)
    if last_year > 9999:
        return None
    last_day = monthrange(last_year, last_month + 1)[1]
    return Interval(date(year, month, 1), date(last_year, last_month + 1, last_day))
