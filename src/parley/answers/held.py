"""Which meetings of some parties took place, as far as a count may say so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from parley.answers.index import Index
from parley.answers.question import Contact
from parley.answers.words import fold
from parley.model.edtf import Interval
from parley.model.party import Party
from parley.model.record import MeetingEntry

_FORMS: dict[Contact, tuple[str, ...]] = {
    "remote": ("remote",),
    "in_person": ("in_person", "unknown"),
    "default": ("in_person", "unknown"),
    "any": ("in_person", "unknown", "remote"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """Meetings that took place: `single` ones to be counted, in the order of time; `several` told in the plural.

    `vague` are those told without a date, or with one so wide that another single one may be meant: they may be
    among the single ones and are not counted beside them.
    """

    single: tuple[MeetingEntry, ...]
    several: tuple[MeetingEntry, ...]
    vague: tuple[MeetingEntry, ...]


def held_meetings(
    index: Index,
    parties: Sequence[Party],
    contact: Contact = "default",
    window: Interval | None = None,
    places: Collection[str] = (),
) -> Held:
    """The meetings of all the parties that took place, in a form, within a window and at a place, where given."""
    found = [
        m
        for m in index.meetings_of(parties)
        if m.status == "happened"
        and m.form in _FORMS[contact]
        and (window is None or _inside(m, window))
        and _at(m, places)
    ]
    single = [m for m in found if not m.several]
    near = _Near(single)
    sure = [m for m in single if not _may_be_another(m, near.of(m))]
    counted_on = {m.id for m in sure}
    vague = [m for m in single if m.id not in counted_on] if sure else single[1:]
    counted = sure or single[:1]
    return Held(tuple(counted), tuple(m for m in found if m.several), tuple(vague))


class _Near:
    """Finds, among dated meetings, those that another may be: within its days, or on the day before."""

    def __init__(self, meetings: Sequence[MeetingEntry]) -> None:
        self._dated = sorted((m for m in meetings if m.days), key=_first_day)
        self._days = [_first_day(m) for m in self._dated]

    def of(self, entry: MeetingEntry) -> Sequence[MeetingEntry]:
        """The meetings that an entry may be; all the dated ones for one without a date."""
        if entry.days is None:
            return self._dated
        first = entry.days.first.toordinal() - 1
        return self._dated[bisect_left(self._days, first) : bisect_right(self._days, entry.days.last.toordinal())]


def _first_day(entry: MeetingEntry) -> int:
    return entry.days.first.toordinal() if entry.days else 0


def _inside(entry: MeetingEntry, window: Interval) -> bool:
    """Whether a meeting certainly or possibly lies in a window; an undated one does not."""
    return bool(entry.days and entry.days.overlaps(window))


def _at(entry: MeetingEntry, places: Collection[str]) -> bool:
    """Whether a meeting was at one of the places, by a word of the place's or its country's name; any, for none."""
    words = fold(f"{entry.place.name} {entry.place.country or ''}").split() if entry.place else []
    return not places or any(word in places for word in words)


def _may_be_another(entry: MeetingEntry, others: Sequence[MeetingEntry]) -> bool:
    """Whether a meeting may be one of the others, told better: it has no date, a wider one, or the same with less told.

    Two meetings of the same parties on one day are one occasion, unless they were in different places.
    """
    for other in others:
        if other.id == entry.id or not other.days:
            continue
        if entry.days is None or _goes_on(entry, other):
            return True
        if not other.days.within(entry.days):
            continue
        same_place = not (entry.place and other.place) or entry.place.name == other.place.name
        if other.days == entry.days:
            if same_place and _rank(other) > _rank(entry):
                return True
        elif same_place or entry.days.days > 31:
            return True
    return False


def _goes_on(entry: MeetingEntry, other: MeetingEntry) -> bool:
    """Whether the same people in the same city on the day before make it one meeting that went on overnight."""
    if entry.days is None or other.days is None or entry.place is None or other.place is None:
        return False
    parties = [{p.id for p in m.parties("party", "signatory")} for m in (entry, other)]
    next_day = entry.days.days == other.days.days == 1 and (entry.days.first - other.days.first).days == 1
    return next_day and entry.place == other.place and parties[0] == parties[1] and len(parties[0]) > 2


def _rank(entry: MeetingEntry) -> tuple[int, int, str]:
    return (entry.independent_sources, len(entry.participants), entry.id)
