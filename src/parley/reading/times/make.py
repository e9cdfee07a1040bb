"""What the rows of the rule tables build: captures in, a meaning out (None when the words cannot mean it)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from parley.model.reading import TimexType
from parley.reading.times.meaning import Base, Calendar, Count, Fixed, Nothing, Point, Relation, Shift, Span, modified

_FIELDS = {f.name for f in fields(Point)}
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def value(**captures: Any) -> Any:
    """The one thing captured (or fixed) as it is."""
    (only,) = captures.values()
    return only


# -- Numbers


def total(
    ones: int = 0, tens: int = 0, small: float = 0, multiple: int = 0, rest: float = 0, ordinal: int = 0
) -> float:
    """A number of its words: "twenty-four", "three hundred and six", "twenty-first"."""
    return (small or 1) * multiple + rest if multiple else tens + ones + ordinal


def half_more(number: float) -> float:
    """ "two and a half"."""
    return number + 0.5


def spoken_year(teens: int, tens: int = 0, ones: int = 0) -> int | None:
    """ "nineteen ninety-six"."""
    return teens * 100 + tens + ones if 11 <= teens <= 20 and (tens or ones >= 10) else None


def spoken_thousand(small: float = 0) -> int:
    """ "two thousand and five"."""
    return 2000 + int(small)


def day_of_month(tens: int = 0, ordinal: int = 0) -> int | None:
    """ "twenty-first"."""
    day = tens + ordinal
    return day if 1 <= day <= 31 else None


def counted(number: float | None = None, mod: str | None = None) -> Count:
    """How many."""
    return Count(number, mod)


# -- Points of the calendar


def calendar(
    relation: Relation | None = None,
    mod: str | None = None,
    of: Any = None,
    era: int = 1,
    fiscal: bool = False,
    holiday: str | None = None,
    short: int | None = None,
    **captures: Any,
) -> Calendar | None:
    """A calendar point of the fields captured. None for days that do not exist ("31 February")."""
    found = {k: v for k, v in captures.items() if k in _FIELDS and v is not None}
    if found.get("day") and found.get("month") and found["day"] > _DAYS_IN[found["month"] - 1]:
        return None
    if era < 0 and "year" in found:
        found["year"] = -found["year"]
    return Calendar(Point(**found), relation, mod, of, holiday, short, fiscal)


def numeric(iso: tuple[int, int, int], isoclock: str | None = None) -> Calendar | None:
    """ "2019-12-09", "19980302"."""
    year, month, day = iso
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS_IN[month - 1] or not year:
        return None
    return Calendar(Point(year=year, month=month, day=day, clock=isoclock))


def slashed(slash: tuple[str, ...]) -> Calendar | None:
    """ "12/9/2019" and "09.12.2019": the month first, unless it cannot be."""
    first, second, third = (int(p) for p in slash)
    if len(slash[0]) == 4:
        return numeric((first, second, third))
    if len(slash[0]) > 2 or len(slash[2]) not in (2, 4):
        return None
    # Two digits: the century that comes nearest to when news has been digitised.
    year = third if len(slash[2]) == 4 else (2000 + third if third < 50 else 1900 + third)
    return numeric((year, first, second)) or numeric((year, second, first))


def century(ordinal: float, era: int = 1, mod: str | None = None) -> Calendar | None:
    """ "the 20th century" is the years 19xx, "the 5th century BC" the years -4xx."""
    number = int(ordinal)
    if not 1 <= number <= 30:
        return None
    return Calendar(Point(century=number - 1 if era > 0 else -number), mod=mod)


def decade(decade: int, era: int = 1, mod: str | None = None) -> Calendar:
    """ "the 1990s"; "the nineties" leaves the century to the context."""
    if era < 0:
        return Calendar(Point(decade=-decade - 1), mod=mod)
    if decade % 10 == 0 and 100 <= decade < 190:
        return Calendar(Point(century=decade // 10), mod=mod)  # "the 1600s" are the century, "the 1900s" hardly
    if decade >= 100:
        return Calendar(Point(decade=decade), mod=mod)
    return Calendar(short=decade, mod=mod)


def short_year(year2: int) -> Calendar:
    """ "'94"."""
    return Calendar(short=year2)


def clock_time(
    clock: tuple[int, ...] | None = None,
    hour: int | None = None,
    meridiem: str | None = None,
    part: str | None = None,
) -> str | None:
    """A clock time as TIMEX3 writes it: "10:35 a.m.", "4 in the morning"."""
    minutes = ""
    hours = int(hour or 0)
    if clock is not None:
        hours, minutes = clock[0], "".join(f":{p:02d}" for p in clock[1:])
        if any(p > 59 for p in clock[1:]):
            return None
    minutes = minutes or ":00"
    if hours > 24 or (meridiem and hours > 12):
        return None
    late = meridiem == "p" or part in ("AF", "EV") or (part == "NI" and hours >= 6)
    early = meridiem == "a" or part == "MO" or (part == "NI" and hours == 12)
    if late and hours < 12:
        hours += 12
    elif early and hours == 12:
        hours = 0
    return f"{hours:02d}{minutes}"


# -- From a base, lengths, sets


def shift(
    base: Base = "now",
    count: Count | float | None = 0,
    unit: str = "day",
    sign: int = 1,
    mod: str | None = None,
    keep: bool = False,
    exact: bool = False,
    of: Any = None,
) -> Shift | None:
    """So many units before (sign -1) or after a base."""
    number = count.number if isinstance(count, Count) else count
    if number is not None and number != int(number) and base != "event":  # "half an hour after" is a length
        number, unit = _in_smaller(number, unit)
    if unit in ("decade", "century") and number and isinstance(count, Count):
        number, unit = number * (10 if unit == "decade" else 100), "year"
    mod = mod or (count.mod if isinstance(count, Count) else None)
    return Shift(None if number is None else number * sign, unit, base, mod, keep, exact, of)


def half_shift(count: Count, unit: str, base: Base = "now", sign: int = 1) -> Shift | None:
    """ "a year and a half ago". None for units whose half is no whole number of others."""
    if count.number is None or _in_smaller(count.number + 0.5, unit)[0] is None:
        return None
    return shift(base, Count(count.number + 0.5, count.mod), unit, sign)


def _in_smaller(number: float, unit: str) -> tuple[float | None, str]:
    """A broken number of units in smaller ones: two and a half years are 30 months. None where that is not whole."""
    smaller = {"year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}.get(unit)
    many = number * smaller[0] if smaller else 0.5
    return (many, smaller[1]) if smaller and many == int(many) else (None, unit)


def span(count: Count | float | None = None, unit: str = "day", mod: str | None = None) -> Span | None:
    """A length of time; without a count, "some" ("weeks")."""
    number = count.number if isinstance(count, Count) else count
    if unit == "quarter" and number in (1, 3):
        return None
    if number is not None and 1900 <= number <= 2100 and unit == "day":
        return None  # "2018 day five"
    return Span(((number, unit),), mod or (count.mod if isinstance(count, Count) else None))


def first_span(unit: str, count: float | None = None, more: Any = None) -> Span | None:
    """The first of two lengths told as one: "two to three weeks", "weeks or months"."""
    return None if isinstance(more, float | int) and count is not None and count >= more else span(count, unit)


def two_spans(count: Count, unit: str, more: Count, smaller: str) -> Span:
    """ "two years and six months"."""
    return Span(((count.number, unit), (more.number, smaller)), count.mod)


def half_span(count: Count, unit: str) -> Span:
    """ "a year and a half"."""
    return Span(((None if count.number is None else count.number + 0.5, unit),), count.mod)


def every(unit: str = "day", count: Count | float | None = 1, number: float = 1) -> Fixed | None:
    """A set: "every day", "twice a week", "every two years"."""
    many = count.number if isinstance(count, Count) else count
    return Fixed("SET", length(((many, unit),)))


def every_point(
    weekday: int | None = None, month: int | None = None, season: str | None = None, part: str | None = None
) -> Fixed:
    """A set of named points: "every Thursday", "each July", "Tuesday nights"."""
    if weekday:
        return Fixed("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if month:
        return Fixed("SET", f"XXXX-{month:02d}")
    return Fixed("SET", f"XXXX-{season}" if season else f"XXXX-XX-XXT{part}")


def fixed(type: TimexType, value: str, mod: str | None = None) -> Fixed:
    """An expression whose words alone give its value."""
    return Fixed(type, value, mod)


def nothing(**_captures: Any) -> Nothing:
    """No expression of a time."""
    return Nothing()


def with_mod(meaning: Any, mod: str) -> Any:
    """A meaning with a modifier: "early", "the end of"."""
    return modified(meaning, mod)


# TIMEX3 letters: (before T or after, letter, how many of that letter one unit is).
_LETTERS = {
    "second": (True, "S", 1),
    "minute": (True, "M", 1),
    "hour": (True, "H", 1),
    "day": (False, "D", 1),
    "night": (False, "N", 1),
    "weekend": (False, "WE", 1),
    "week": (False, "W", 1),
    "fortnight": (False, "W", 2),
    "month": (False, "M", 1),
    "quarter": (False, "Q", 1),
    "year": (False, "Y", 1),
    "decade": (False, "Y", 10),
    "century": (False, "Y", 100),
    "millennium": (False, "Y", 1000),
}
# What half a unit is, for lengths that are not whole.
_SMALLER = {"year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)}
_VAGUE_LETTERS = {"decade": "DE", "century": "CE", "millennium": "ML"}


def length(parts: tuple[tuple[float | None, str], ...]) -> str:
    """The TIMEX3 value of a length of time: "P2Y6M", "PT90M", "PXD"."""
    dates = times = ""
    for number, unit in parts:
        clock, letter, size = _LETTERS[unit]
        if number is None:
            piece = "X" + _VAGUE_LETTERS.get(unit, letter)
        else:
            number *= size
            whole = int(number)
            piece = f"{whole}{letter}" if whole else ""
            if number != whole:
                if unit in _SMALLER:
                    smaller, ratio = _SMALLER[unit]
                    rest = length(((round((number - whole) * ratio), smaller),))
                    if clock:
                        times += piece + rest.removeprefix("PT")
                    elif "T" in rest:
                        dates, times = dates + piece, times + rest.removeprefix("PT")
                    else:
                        dates += piece + rest.removeprefix("P")
                    continue
                piece = f"{number:g}{letter}"
        if clock:
            times += piece
        else:
            dates += piece
    return "P" + dates + ("T" + times if times else "")
