"""What a time expression means before it is placed on a calendar."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from parley.model.reading import TimexType

Relation = Literal["this", "last", "next", "that", "previous", "following", "latest", "any", "week_of"]
Base = Literal["now", "then", "either", "event"]


@dataclass(frozen=True, slots=True)
class Point:
    """A point or stretch of the calendar with the fields the words give; the rest comes from the reference time.

    `year` is negative before Christ. `decade` is 199 for the 1990s, `century` 19 for the years 1900-1999.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    week: int | None = None
    weekend: bool | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    clock: str | None = None

    @property
    def grain(self) -> str:
        """The finest unit the point gives."""
        for names, grain in _FINEST_FIRST:
            if any(getattr(self, name) is not None for name in names):
                return grain
        return "none"

    def over(self, other: Point) -> Point:
        """This point with the fields of another where this has none."""
        mine = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
        return replace(other, **mine)


_FINEST_FIRST = (
    (("clock", "part"), "part"),
    (("day", "weekday"), "day"),
    (("week", "weekend"), "week"),
    (("month",), "month"),
    (("season",), "season"),
    (("quarter",), "quarter"),
    (("half",), "half"),
    (("year",), "year"),
    (("decade",), "decade"),
    (("century",), "century"),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A point, perhaps incomplete, perhaps within another: "Friday", "March 3", "last April", "August of that year".

    `of` is what it lies in ("the third quarter" of "last year", "morning" of "May 5"). `holiday` names a day that the
    year gives; `short` is a number that lacks its century ("the nineties" 9, "'94" 94).
    """

    point: Point = Point()
    relation: Relation | None = None
    mod: str | None = None
    of: Calendar | Shift | None = None
    holiday: str | None = None
    short: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a base: "yesterday", "two weeks ago", "the following month", "a year earlier", "that day".

    `count` None is "some" ("days later"). `base` tells from where: `now` (publication), `then` (the story), `either`
    (the context decides), `event` (something that is named next: "three days after the attack"). `keep` is set where
    the grain follows what it is compared with ("a year earlier"), `exact` where the day counts ("a month ago today").
    """

    count: float | None
    unit: str
    base: Base
    mod: str | None = None
    keep: bool = False
    exact: bool = False
    of: Calendar | Shift | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: "three days", "several years". Parts are (count or None, unit)."""

    parts: tuple[tuple[float | None, str], ...]
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """An expression whose value the words alone give: sets and reference words."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """Words about time that are no expression of a time: "a 44-year-old man", "24 hours a day"."""

    mod: str | None = None


Meaning = Calendar | Shift | Span | Fixed | Nothing


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `number` None when vague."""

    number: float | None
    mod: str | None = None


def modified(meaning: Any, mod: str | None) -> Any:
    """The meaning with a modifier, unless it has one."""
    return replace(meaning, mod=mod) if mod and meaning.mod is None else meaning
