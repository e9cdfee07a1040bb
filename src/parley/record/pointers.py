"""Where a sentence says that something was agreed: "agreed in Istanbul on 16 May", "a promise of the Paris summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parley.model.edtf import MONTHS, Interval

_AGREEING = (
    r"(?:agree[ds]?|agreement|deal|accord|truce|ceasefire|pledge[ds]?|promise[ds]?|commitments?|reached|signed|made"
    r"|struck|negotiated|brokered|concluded|decided)"
)
_NAME = r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
_SUMMIT = r"(?P<summit>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:summit|talks|meeting|conference|negotiations|round)"
_DATE = (
    r"(?:[^.;]{0,30}?\b(?:in|on|of|last)\s+(?:(?P<day>\d{1,2})\s+)?"
    rf"(?P<month>(?i:{'|'.join(m for m in MONTHS if len(m) > 3 or m == 'may')}))\b(?:\s+(?P<year>\d{{4}}))?)?"
)
_POINTERS = (
    re.compile(rf"\b{_AGREEING}\b[^.;]{{0,40}}?\b(?i:in|at)\s+(?:the\s+)?(?:{_SUMMIT}|{_NAME}){_DATE}"),
    re.compile(rf"\b(?:of|at|from|by)\s+(?:the\s+)?{_SUMMIT}{_DATE}"),
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """The name of a place or meeting, with the month, and the day or year where told."""

    name: str
    month: int | None = None
    day: int | None = None
    year: int | None = None

    def fits(self, days: Interval) -> bool:
        """Whether a time may be the one pointed at."""
        first, last = days.first, days.last
        if self.year is not None and not first.year <= self.year <= last.year:
            return False
        if self.month is None or (last - first).days > 62:
            return True
        months = {(first.year, first.month), (last.year, last.month)}
        if self.month not in {month for _, month in months}:
            return False
        return self.day is None or days.days > 2 or self.day in (first.day, last.day)


def pointers_in(sentence: str) -> Iterator[Pointer]:
    """The places and names at which a sentence says that something was agreed."""
    for pattern in _POINTERS:
        for match in pattern.finditer(sentence):
            found = match.groupdict()
            name = found.get("place") or found.get("summit") or ""
            if name.lower() not in MONTHS:
                yield Pointer(
                    name,
                    MONTHS.get((found.get("month") or "").lower()),
                    int(found["day"]) if found.get("day") else None,
                    int(found["year"]) if found.get("year") else None,
                )


def nearest_before(days: Interval, told: date, within: int) -> bool:
    """Whether a time lies before a day, by no more than so many days."""
    return days.first <= told and (told - days.last).days <= within
