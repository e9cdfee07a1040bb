"""Who takes part."""

from __future__ import annotations

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
