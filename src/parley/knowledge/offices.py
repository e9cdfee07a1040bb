"""Who held which office when: terms of office, looked up by office and date or by person and date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Offices that are one and the same question: "the Chinese prime minister" is the premier, "the British foreign
# minister" the foreign secretary. The first of each line is the general name.
ALIKE = (
    ("prime minister", "premier", "chancellor", "president of the council", "chief adviser"),
    ("foreign minister", "foreign secretary", "secretary of state"),
    ("defence minister", "defence secretary"),
    ("monarch", "king", "queen", "emperor", "emir", "sultan", "prince", "grand duke"),
    ("negotiator", "chief negotiator", "peace commissioner"),
    ("secretary-general", "secretary general", "director-general", "director general"),
    ("chairman", "chairperson", "chair", "chairperson-in-office"),
    ("leader", "commander"),
)
# Heads of state: "the head of state" of any of these.
HEADS_OF_STATE = (
    "president",
    "monarch",
    "king",
    "queen",
    "emperor",
    "emir",
    "sultan",
    "prince",
    "grand duke",
    "supreme leader",
    "pope",
    "sovereign council chairman",
    "head of state",
)
_GENERAL = {name: line[0] for line in ALIKE for name in line}
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"


def general_office(office: str) -> str:
    """The general name of an office ("premier" -> "prime minister"); its own where there is none."""
    return _GENERAL.get(office, office)


@dataclass(frozen=True, slots=True)
class Term:
    """A person held an office of a country or organisation from `start` to `end` (None: still, as far as is known).

    Dates are as precise as known: a day, a month or a year. On the day of a change the new holder counts.
    `gap` is true where nobody (or nobody noted here) held the office until the next term began.
    """

    country: str
    office: str
    person: str
    start: str
    end: str | None
    gap: bool
    source: str

    @property
    def first_day(self) -> str:
        return days(self.start)[0]

    @property
    def end_day(self) -> str:
        """The first day on which the term is over."""
        return days(self.end)[0] if self.end else LAST_DAY

    def overlap(self, first: str, last: str) -> int:
        """How many days, counted roughly, the term has in common with the days `first` to `last`; 0 for none."""
        begin, finish = max(self.first_day, first), min(self.end_day, last)
        return max(0, _ordinal(finish) - _ordinal(begin) + (1 if self.end_day > last else 0))


def days(when: str) -> tuple[str, str]:
    """The first and last day an EDTF date, month, year or interval can mean.

    Raises:
        ValueError: when there is no year in it.
    """
    found = list(_DATE.finditer(when))
    if not found:
        raise ValueError(f"no date in {when!r}")
    return _edge(found[0], first=True), _edge(found[-1], first=False)


def _edge(found: re.Match[str], *, first: bool) -> str:
    year, month, day = found.groups()
    if month and not "01" <= month <= "12":  # a season or quarter: the year has to do
        month = day = None
    return f"{year}-{month or ('01' if first else '12')}-{day or ('01' if first else '31')}"


def _ordinal(day: str) -> int:
    """The number of a day in a calendar of twelve months of 31 days, which keeps the order and about the distance."""
    year, month, number = day.split("-")
    return (int(year) * 12 + int(month)) * 31 + int(number)


class Offices:
    """Terms of office, indexed by office and by person."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_office: dict[tuple[str, str], list[Term]] = {}
        self._by_person: dict[str, list[Term]] = {}
        for term in terms:
            self.add(term)

    def add(self, term: Term) -> None:
        """Takes in one more term."""
        self._by_office.setdefault((term.country, general_office(term.office)), []).append(term)
        self._by_person.setdefault(term.person, []).append(term)

    def terms(self, country: str, office: str) -> list[Term]:
        """All terms of an office, or of those of the same general name."""
        return self._by_office.get((country, general_office(office)), [])

    def of_person(self, person: str) -> list[Term]:
        """All terms of a person, by full name."""
        return self._by_person.get(person, [])

    def of_country(self, country: str) -> list[Term]:
        """All terms of any office of a country or organisation."""
        return [term for (owner, _), terms in self._by_office.items() if owner == country for term in terms]

    def holders(self, country: str, office: str, when: str) -> list[Term]:
        """The terms of an office during a day, month, year or interval; the longest within it first."""
        first, last = days(when)
        held = [(term.overlap(first, last), term) for term in self.terms(country, office)]
        return [term for share, term in sorted(held, key=lambda pair: -pair[0]) if share > 0]

    def held_by(self, person: str, when: str) -> list[Term]:
        """The offices a person held during a day, month, year or interval."""
        first, last = days(when)
        return [term for term in self.of_person(person) if term.overlap(first, last) > 0]
