"""TIMEX3 point -> EDTF (levels 0 and 1 and simple intervals)."""

from __future__ import annotations

from datetime import date, timedelta

from parley.reading.times.meaning import Point
from parley.reading.times.reckon import day_of, last_day

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
# What "early", "mid" and "late" cover: of a year the first and last quarter and what lies four months in the middle;
# of a month its thirds; of ten years the first four, the middle three, the last three; of a century the quarters at its
# ends and the twenty years about its middle.
_YEAR_PARTS = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}
_MONTH_PARTS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}
_CENTURY_PARTS = {"START": (0, 25), "MID": (40, 60), "END": (75, 99)}
_DECADE_PARTS = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}


def edtf_value(point: Point, mod: str | None = None, edge_only: bool = False) -> str | None:
    """The EDTF value of a point, None when its year is unknown.

    `edge_only` tells that a modifier means an end ("the end of 2014") and not a stretch ("late 2014").
    """
    if point.year is None:
        return _without_year(point, mod)
    if point.year < 0:
        return f"-{-point.year - 1:04d}"
    year = f"{point.year:04d}"
    if point.season and not point.month:
        return f"{year}-{_SEASONS[point.season]}"
    if point.week:
        monday = day_of(Point(year=point.year, week=point.week))
        if monday is None:
            return None
        if point.weekend:
            return interval(monday + timedelta(days=5), monday + timedelta(days=6))
        return interval(monday, monday + timedelta(days=6))
    if point.quarter or point.half:
        size = 3 if point.quarter else 6
        last = size * (point.quarter or point.half or 1)
        return f"{year}-{last - size + 1:02d}/{year}-{last:02d}"
    about = "~" if mod == "APPROX" and not point.clock else ""  # "at about 10:35" is on that day
    if point.day:
        return f"{year}-{point.month:02d}-{point.day:02d}{about}" if point.month else None
    if point.weekday or point.part or point.clock:
        return None
    if point.month:
        if mod in _MONTH_PARTS:
            first, last = _MONTH_PARTS[mod]
            last = min(last, last_day(point.year, point.month))
            return f"{year}-{point.month:02d}-{first:02d}/{year}-{point.month:02d}-{last:02d}"
        return f"{year}-{point.month:02d}{about}"
    if mod in _YEAR_PARTS:
        first, last = _YEAR_PARTS[mod]
        return f"{year}-{first:02d}/{year}-{last:02d}"
    return year + about


def _without_year(point: Point, mod: str | None) -> str | None:
    if point.decade is not None and point.decade >= 0:
        if mod in _DECADE_PARTS:
            first, last = _DECADE_PARTS[mod]
            return f"{point.decade:03d}{first}/{point.decade:03d}{last}"
        return f"{point.decade:03d}X"
    if point.century is not None and point.century >= 0:
        if mod in _CENTURY_PARTS:
            first, last = _CENTURY_PARTS[mod]
            return f"{point.century:02d}{first:02d}/{point.century:02d}{last:02d}"
        return f"{point.century:02d}XX"
    if point.century is not None and point.decade is None:  # "the 5th century BC", -5, is 500 to 401 BC
        return f"-{-100 * point.century - 1:04d}/-{-100 * point.century - 100:04d}"
    return None


def interval(first: date, last: date) -> str:
    """The EDTF interval of two days."""
    return f"{first.isoformat()}/{last.isoformat()}"
