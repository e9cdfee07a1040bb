"""The reference time: what each mention is reckoned from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from parley.reading.times.meaning import Calendar, Meaning, Point, Shift
from parley.reading.times.reckon import day_of, point_of

Tense = Literal["past", "present", "future", "unknown"]


@dataclass(slots=True)
class Mention:
    """Where an expression stands: its sentence, and the tense of its clause."""

    sentence: int
    tense: Tense


@dataclass(slots=True)
class Told:
    """A time the text has told: the point, its sentence, and whether the words stated its year."""

    point: Point
    sentence: int
    stated: bool


@dataclass(slots=True)
class Story:
    """The clock of the story: the times told so far, beside the day of publication.

    `history` is the share of the document's dates that are dates with a year, not words like "yesterday" and
    "Friday": 1 for a chronicle, 0 for a news item. It weighs; the mention itself decides.
    """

    published: date | None
    history: float = 0.0
    told: list[Told] = field(default_factory=list)

    def tell(self, point: Point, sentence: int, stated: bool) -> None:
        """Moves the clock."""
        if point.year is not None:
            self.told.append(Told(point, sentence, stated))

    @property
    def last(self) -> Told | None:
        return self.told[-1] if self.told else None

    def now(self) -> Point | None:
        """The day of publication."""
        return point_of(self.published, "day") if self.published else None

    def last_with(self, *grains: str) -> Told | None:
        """The last told time of one of the grains, looking a little way back."""
        for told in reversed(self.told[-8:]):
            if told.point.grain in grains:
                return told
        return None

    def leans_to_story(self, mention: Mention) -> bool:
        """Whether an incomplete date here is reckoned from the story and not from the day of publication."""
        last = self.last
        if last is None:
            return False
        if self.published is None or self.history > 0.6:
            return True
        near = mention.sentence - last.sentence <= 1
        day = day_of(last.point)
        far = day is not None and abs((self.published - day).days) > 300
        return near and far and mention.tense == "past" and self.history > 0.3


def history_share(meanings: Iterable[Meaning]) -> float:
    """The share of the dates that carry a year among these and the words that look from the day of writing."""
    dated = deictic = 0
    for meaning in meanings:
        if isinstance(meaning, Calendar):
            if meaning.point.year is not None:
                dated += 1
            elif meaning.point.weekday is not None and not meaning.point.month:
                deictic += 1
        elif isinstance(meaning, Shift) and meaning.base == "now":
            deictic += 1
    return dated / (dated + 2 * deictic) if dated else 0.0
