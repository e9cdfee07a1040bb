"""Who takes part."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

PartyKind = Literal["person", "state", "organisation", "group"]
Role = Literal["party", "mediator", "host", "signatory", "speaker", "source", "target"]


# The last words of the names of forums.
_FORUM_WORDS = (
    "format",
    "forum",
    "contact group",
    "quartet",
    "quint",
    "troika",
    "minsk group",
    "process",
    "conference",
)


# Where the press writes the family name first ("Xi Jinping", "Moon Jae-in"), and where people have no family name that
# could stand alone ("Aung San Suu Kyi", "Hun Sen", "Nguyen Phu Trong" is "Trong" or the whole).
_FAMILY_FIRST = frozenset({"China", "North Korea", "South Korea", "Taiwan"})
_WHOLE_NAMES = frozenset({"Cambodia", "Ethiopia", "Eritrea", "Iceland", "Laos", "Mongolia", "Myanmar", "Vietnam"})
# "Jae-in": a given name as Korean ones are written, whose bearer's country the article did not say.
_GIVEN_NAME = re.compile(r"[A-Z][a-z]+-[a-z]+")
_PARTICLES = frozenset("al bin ibn ben ould van von der den de di da dos du la le el ter abu".split())


class Party(BaseModel):
    """A person, state, organisation or armed group, as identified at the date of what is told.

    `name` is the full name where known ("Volodymyr Zelensky"), for a state its short English name ("Ukraine").
    `id` is `person:volodymyr-zelensky`, `state:ukraine`, `organisation:osce`, `group:hamas`.
    `country` is the short English name of the state a person or group belongs to, `office` the office held then.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    id: str
    kind: PartyKind
    country: str | None = None
    office: str | None = None
    role: Role = "party"

    @property
    def is_forum(self) -> bool:
        """Whether it is a table at which others sit ("Normandy Format", "Trilateral Contact Group")."""
        return self.kind == "organisation" and self.name.lower().endswith(_FORUM_WORDS)

    @property
    def last_name(self) -> str:
        """What a person is called when known: the family name with its particle; other parties' names as they are."""
        words = self.name.split()
        if self.kind != "person" or len(words) < 2 or self.country in _WHOLE_NAMES:
            return self.name
        if self.country in _FAMILY_FIRST or _GIVEN_NAME.fullmatch(words[-1]):
            return words[0]
        start = len(words) - 1
        while start > 1 and words[start - 1].lower() in _PARTICLES:
            start -= 1
        return " ".join(words[start:])

    def in_role(self, role: Role) -> Party:
        """The same party in another role."""
        return self.model_copy(update={"role": role})


class Place(BaseModel):
    """Where something happened: a city or region with its country, or a country alone (name == country)."""

    model_config = ConfigDict(frozen=True)

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
