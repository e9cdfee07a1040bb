"""Reckoning with the calendar: steps of units, weeks, movable feasts, and the writing of TIMEX3 values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from parley.reading.times.meaning import Point

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def day_of(point: Point) -> date | None:
    """The first day of a point, None where the calendar of `datetime` has none."""
    if point.year is None or not 1 <= point.year <= 9999:
        return None
    month, day = point.month or 1, point.day or 1
    if point.season and not point.month:
        month = SEASON_MONTHS[point.season][0]
    if point.quarter and not point.month:
        month = 3 * point.quarter - 2
    if point.half and not point.month:
        month = 6 * point.half - 5
    try:
        if point.week:
            return date.fromisocalendar(point.year, point.week, 6 if point.weekend else 1)
        return date(point.year, month, day)
    except ValueError:
        return None


def point_of(day: date, grain: str) -> Point:
    """The unit of the given grain that a day lies in."""
    if grain in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return Point(year=year, week=week, weekend=True if grain == "weekend" else None)
    if grain == "day":
        return Point(year=day.year, month=day.month, day=day.day)
    if grain == "month":
        return Point(year=day.year, month=day.month)
    if grain == "quarter":
        return Point(year=day.year, quarter=(day.month + 2) // 3)
    if grain == "half":
        return Point(year=day.year, half=1 if day.month < 7 else 2)
    if grain == "season":
        return season_of(day)
    if grain == "decade":
        return Point(decade=day.year // 10)
    if grain == "century":
        return Point(century=day.year // 100)
    return Point(year=day.year)


def season_of(day: date) -> Point:
    """The season a day lies in; winter belongs to the year it begins in."""
    for season, (first, last) in SEASON_MONTHS.items():
        if first <= day.month <= last:
            return Point(year=day.year, season=season)
    return Point(year=day.year if day.month == 12 else day.year - 1, season="WI")


def year_plus(year: int, count: int) -> int:
    """A year so many later; there is no year 0."""
    moved = year + count
    return moved - 1 if year > 0 >= moved else moved + 1 if year < 0 <= moved else moved


def step(point: Point, count: int, unit: str) -> Point | None:
    """The unit that lies `count` units after the one a point lies in, None when that cannot be told."""
    if unit in ("year", "decade", "century") and point.year is not None:
        if unit == "year":
            return Point(year=year_plus(point.year, count))
        if unit == "decade":
            return Point(decade=point.year // 10 + count)
        return Point(century=point.year // 100 + count)
    if unit == "decade" and point.decade is not None:
        return Point(decade=point.decade + count)
    if unit == "decade" and point.century is not None:
        return None
    if unit == "century" and point.century is not None:
        return Point(century=point.century + count)
    if unit == "month" and point.year is not None and point.month is not None:
        total = point.year * 12 + point.month - 1 + count
        return Point(year=total // 12, month=total % 12 + 1)
    day = day_of(point)
    if day is None:
        return None
    try:
        if unit == "quarter":
            total = day.year * 4 + (day.month - 1) // 3 + count
            return Point(year=total // 4, quarter=total % 4 + 1)
        if unit in ("week", "weekend"):
            return point_of(day + timedelta(weeks=count), unit)
        if unit == "month":
            return None
        if unit in ("day", "night"):
            return point_of(day + timedelta(days=count), "day")
        if unit == "fortnight":
            return point_of(day + timedelta(weeks=2 * count), "week")
    except (OverflowError, ValueError):
        return None
    return None


def day_step(point: Point, count: int, unit: str) -> Point | None:
    """The same day so many units on: a month after 12 August is 12 September."""
    if unit not in ("month", "year") or not point.day:
        return step(point, count * (7 if unit == "week" else 1), "day" if unit == "week" else unit)
    moved = step(Point(year=point.year, month=point.month), count * (12 if unit == "year" else 1), "month")
    if moved is None or moved.year is None or moved.month is None or not 1 <= moved.year <= 9999:
        return None
    return Point(year=moved.year, month=moved.month, day=min(point.day, last_day(moved.year, moved.month)))


def holiday_in(key: str, year: int) -> date | None:
    """The day of a holiday in a year; `key` is as in `lexicon.HOLIDAYS`."""
    if not 1 <= year <= 9999:
        return None
    if key[0].isdigit():
        return date(year, int(key[:2]), int(key[3:]))
    name, _, offset = key.replace("-", "+-").partition("+")
    found = {
        "easter": lambda: easter(year),
        "thanksgiving": lambda: nth_weekday(year, 11, 4, 4),
        "labor": lambda: nth_weekday(year, 9, 1, 1),
        "memorial": lambda: nth_weekday(year, 6, 1, 1) - timedelta(days=7),
        "election": lambda: nth_weekday(year, 11, 1, 1) + timedelta(days=1),
        "king": lambda: nth_weekday(year, 1, 1, 3),
        "presidents": lambda: nth_weekday(year, 2, 1, 3),
    }[name]()
    return found + timedelta(days=int(offset or 0))


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The so-manieth weekday (Monday 1) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def timex_value(point: Point) -> str:
    """The TIMEX3 value of a point; what is unknown is written X."""
    if point.year is None:
        if point.decade is not None:
            return f"{point.decade:03d}" if point.decade >= 0 else f"BC{-point.decade - 1:03d}"
        if point.century is not None:
            return f"{point.century:02d}" if point.century >= 0 else f"BC{-point.century - 1:02d}"
        year = "XXXX"
    else:
        year = f"{point.year:04d}" if point.year > 0 else f"BC{-point.year:04d}"
    if point.weekend:
        return f"{year}-W{point.week:02d}-WE" if point.week else f"{year}-WXX-WE"
    if point.week:
        return f"{year}-W{point.week:02d}"
    if point.season:
        return f"{year}-{point.season}"
    if point.quarter:
        return f"{year}-Q{point.quarter}"
    if point.half:
        return f"{year}-H{point.half}"
    value = year
    if point.weekday and not point.day:
        value = f"{year}-WXX-{point.weekday}"
    elif point.day:
        value = f"{year}-{point.month:02d}-{point.day:02d}" if point.month else f"{year}-XX-{point.day:02d}"
    elif point.month:
        value = f"{year}-{point.month:02d}"
    if point.clock or point.part:
        if not (point.day or point.weekday):
            value = f"{year}-{point.month:02d}-XX" if point.month else f"{year}-XX-XX"
        return f"{value}T{point.clock or point.part}"
    return value


def last_day(year: int, month: int) -> int:
    """The number of days in a month."""
    return monthrange(year, month)[1]
