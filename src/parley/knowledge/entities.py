"""States, organisations, armed groups and places: the facts of the data files as small types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.knowledge.tables import several, slug

EntityKind = Literal["state", "organisation", "group", "person"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody with a name and an id: a state, an organisation, an armed group or a known person.

    `country` is the state an organisation, group or person belongs to, None when it belongs to several or is not known.
    """

    name: str
    kind: EntityKind
    country: str | None = None
    gender: Literal["m", "f"] | None = None

    @property
    def id(self) -> str:
        return f"{self.kind}:{slug(self.name)}"


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a territory that acts as one, with the words that stand for it.

    `led_by` tells which office leads it, by date: (("", "president"), ("2018-05-08", "prime minister")) means the
    president until 8 May 2018 and the prime minister since.
    """

    name: str
    iso2: str | None
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    led_by: tuple[tuple[str, str], ...]

    def leading_office(self, day: str | None) -> str:
        """The office that leads the state on a day (at last, when the day is not known)."""
        office = self.led_by[0][1]
        for since, later in self.led_by[1:]:
            if day is None or day >= since:
                office = later
        return office


def state_of_row(row: dict[str, str]) -> State:
    """The state a row of states.tsv describes."""
    adjectives = several(row["adjectives"])
    people = several(row["people"]) or [f"{a}s" for a in adjectives if a.endswith(("an", "i", "ot", "ine", "ese"))]
    first, *later = row["led_by"].split(";")
    return State(
        name=row["name"],
        iso2=row["iso2"] or None,
        adjectives=tuple(adjectives),
        people=tuple(people),
        capitals=tuple(several(row["capitals"])),
        aliases=tuple(several(row["aliases"])),
        led_by=(("", first), *((part[0], part[1]) for change in later if (part := change.split(":", 1)))),
    )
