"""Which entries a list shows: those with certain people, from one date to another, at a place, in a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from parley.answers.words import fold
from parley.errors import DateError, UnknownNameError
from parley.model.record import BaseEntry, Entry
from parley.selecting import select
from parley.web.paging import View

E = TypeVar("E", bound=BaseEntry)


@dataclass(frozen=True)
class Filtered:
    """What a form of filters was filled in with, and what is wrong with it."""

    name: str
    since: str
    until: str
    status: str
    place: str
    words: str
    notice: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything is filled in."""
        return any((self.name, self.since, self.until, self.status, self.place, self.words))


def filtered(view: View, entries: Iterable[E]) -> tuple[list[E], Filtered]:
    """The entries that the filters in the address let through; none, and why, where a filter cannot be understood."""
    asked = Filtered(*(view.text(n) for n in ("name", "since", "until", "status", "place", "words")))
    names = [n.strip() for n in asked.name.split(",") if n.strip()]
    try:
        found = select(view.held.record, entries, names, asked.since or None, asked.until or None)
    except (UnknownNameError, DateError) as error:
        message = str(error)
        return [], Filtered(**{**_fields(asked), "notice": message[:1].upper() + message[1:] + "."})
    place, words = fold(asked.place), fold(asked.words).split()
    if asked.status:
        found = [e for e in found if e.status == asked.status]
    if place:
        found = [e for e in found if e.place and place in fold(f"{e.place.name} {e.place.country or ''}")]
    if words:
        holding = {e.id for e, text in view.held.searchable if all(w in text for w in words)}
        found = [e for e in found if e.id in holding]
    return found, asked


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """The latest first; the undated last."""
    return sorted(
        entries,
        key=lambda e: (e.days.first.isoformat(), e.days.last.isoformat(), e.id) if e.days else ("", "", e.id),
        reverse=True,
    )


def _fields(asked: Filtered) -> dict[str, str]:
    return {name: getattr(asked, name) for name in ("name", "since", "until", "status", "place", "words")}
