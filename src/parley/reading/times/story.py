"""The reference time: what each mention is reckoned from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from parley.reading.times.meaning import Calendar, Meaning, Point, Shift
from parley.reading.times.reckon import SEASON_MONTHS, day_of, point_of

Tense = Literal["past", "present", "future", "unknown"]

# All costs are in months of distance. They were swept over TimeBank, AQUAINT and WikiWars 01-16 together, tuned on the
# even documents and checked on the odd ones; the optimum is flat (a third more or less moves value F1 by under 0.3).
BACKWARD = 1.5  # a story goes back in time less often than on
BACKWARD_STEP = 4.0
SKIP = 2.0  # ... and rather from the time told last than from the one before
LEAP_LIMIT = 36.0  # ... and a digression costs the same however far it goes
AHEAD = 0.7  # the weight of the date the text gives next, where that would be a step back
AHEAD_ON = 0.3  # ... and where it would be a step on
AGAINST_TENSE = 3.0  # a date on the wrong side of publication for the tense of its verb
AGAINST_TENSE_STEP = 3.0
AGAINST_PAST_STEP = 4.0  # "was elected" is surer of its side than "is to be elected"
WITH_TENSE = 0.9
AHEAD_OF_PAST = 30.0  # "in July he was elected" is no July to come, wherever the story is
THIS_VERY_MONTH = 5.0  # the month of publication is "this month", or has a day
UNTOLD_FUTURE = 1.3  # news without a verb is rather of what was
# Less of that leaning is needed in the sentence of the date told last, and in the next: little after a month or a day,
# for that is a story; more after a bare year, which may be said in passing.
NEAR = (0.1, 0.1)
NEAR_A_YEAR = (0.5, 0.6)
LEAVES_A_HEADING = 12.0  # what follows a heading that is a year lies in it
LEANING = 30.0  # how strongly a document of dated years leans to its own story


# A year this far from publication is history, not news.
_HISTORY_YEARS = 2
# From this share of history on, a text tells of the past and nothing else.
_CHRONICLE = 0.6
# Weekdays are said of the week before and after publication.
_DAYS_ABOUT = 10


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an expression stands: its number among the expressions, its sentence, and the tense of its clause.

    `verb` is the place of the verb that governs it, -1 when none was found; `attribute` is set for a year that stands
    before what it names ("the 1965 act"), which tells of no time by itself; `heading` for one alone on its line.
    """

    number: int
    sentence: int
    tense: Tense
    verb: int = -1
    attribute: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A time the text has told, and in which sentence."""

    point: Point
    sentence: int
    verb: int = -1


@dataclass(slots=True)
class Story:
    """The clock of the story: the times told so far, beside the day of publication.

    `history` is the share of the document's dates that lie years back, against words like "yesterday" and "Friday": 1
    for a chronicle, 0 for a news item. It weighs, it does not switch: each mention has its own costs. `period` is the
    quarter or half year that is being reported. `section` is the year that the heading of the part being read gives.
    `weekdays` are those the text gives with their date. `stated` are the points of the text whose year the words give,
    with the number of the expression.
    """

    published: date | None
    history: float = 0.0
    stated: Sequence[tuple[int, Point]] = ()
    told: list[Told] = field(default_factory=list)
    period: Told | None = None
    section: int | None = None
    weekdays: Mapping[int, date] = field(default_factory=dict)
    _next: int = 0

    def hear(self, meaning: Meaning, point: Point, mention: Mention) -> None:
        """Moves the clock to what an expression told. Comparisons ("a year earlier") do not move it."""
        if isinstance(meaning, Shift) and meaning.keep:
            return
        if isinstance(meaning, Calendar) and meaning.of is None and (meaning.point.clock or meaning.point.part):
            return  # an hour of the day that was told
        bare_year = point.grain == "year" and isinstance(meaning, Calendar)
        if bare_year and mention.attribute and self.published and self.history < _CHRONICLE:
            return
        self.told.append(Told(point, mention.sentence, mention.verb))
        if bare_year and mention.heading:
            self.section = point.year
        elif point.year != self.section:
            self.section = None
        if (point.quarter or point.half) and isinstance(meaning, Calendar):
            looks_back = meaning.point.year is not None or meaning.of is not None
            self.period = self.period if looks_back else self.told[-1]

    @property
    def last(self) -> Told | None:
        """What was told last."""
        return self.told[-1] if self.told else None

    def last_past(self) -> Told | None:
        """What was told last of what is not ahead of publication, if that was told lately."""
        for told in reversed(self.told[-4:]):
            day = day_of(told.point)
            if self.published is None or day is None or day <= self.published:
                return told
        return self.last

    def now(self) -> Point | None:
        """The day of publication."""
        return point_of(self.published, "day") if self.published else None

    def last_with(self, *grains: str, within: int = 8) -> Told | None:
        """The last told time of one of the grains, looking a little way back."""
        for told in reversed(self.told[-within:]):
            if told.point.grain in grains:
                return told
        return None

    def ahead(self, number: int, count: int = 2) -> list[Point]:
        """The next points with a stated year after an expression."""
        while self._next < len(self.stated) and self.stated[self._next][0] <= number:
            self._next += 1
        return [point for _, point in self.stated[self._next : self._next + count]]

    def leans_to_story(self, mention: Mention) -> bool:
        """Whether a weekday, a holiday or an hour here is reckoned from the story, not from the day of publication."""
        last = self.last
        if last is None:
            return False
        if self.published is None or self.history > _CHRONICLE:
            return True
        near = mention.sentence - last.sentence <= 1
        start, _ = months(last.point)
        far = start is not None and abs(_month(self.published) - start) > 10
        return near and far and mention.tense == "past" and self.history > 0.3

    def away_from(self, day: date) -> bool:
        """Whether the day told last, if it was a day, is not in the days about another."""
        told = day_of(self.last.point) if self.last and self.last.point.day else None
        return told is not None and abs((told - day).days) > _DAYS_ABOUT

    def best_year(self, point: Point, mention: Mention) -> tuple[int, bool] | None:
        """The year that fits a date without one, and whether the story gave it. None when there is nothing to go by."""
        ahead = self.ahead(mention.number)
        heard = [t for t in reversed(self.told[-4:]) if t.point.year is not None]
        recent = [t.point for t in heard]
        years = {p.year + d for p in recent if p.year is not None for d in (-1, 0, 1)}
        years |= {p.year + d for p in ahead if p.year is not None for d in (-1, 0)}
        if self.published:
            years |= {self.published.year + d for d in (-1, 0, 1)}
        # Where the story is among the news, what it costs anyhow to go on to what the text gives next is no cost of a
        # candidate: "the crisis broke out in April 2015; after a coup in May ..." with 1994 named thereafter.
        lately = recent and self.published and abs(self.published.year - (recent[0].year or 0)) < _HISTORY_YEARS
        anyhow = _approach_all(recent[0], ahead) if lately else 0.0
        best: tuple[float, int, bool] | None = None
        for year in sorted(years):
            candidate = _in_year(point, year)
            if candidate is None:
                continue
            costs = []
            ahead_of_past = self.published is not None and mention.tense == "past" and self._lies_ahead(candidate)
            if recent or (ahead and not self.published):
                # What was told before a digression is as near as the digression; not so before "today", which brings
                # the story back to the news.
                lean = LEANING * (1 - self.history) if self.published else 0.0
                back = heard and self.published and heard[0].point == point_of(self.published, "day")
                far = [lean * self._distance(mention, t if back else self.last) for t in heard or (None,)]
                story = min((leap(p, candidate) + SKIP * k + far[k] for k, p in enumerate(recent)), default=far[0])
                story += _approach_all(candidate, ahead) - anyhow
                if self.section is not None and self.section != year:
                    story += LEAVES_A_HEADING
                story += AHEAD_OF_PAST if ahead_of_past and self.history < _CHRONICLE else 0.0
                costs.append((story, year, True))
            if self.published:
                costs.append((self._from_publication(candidate, mention.tense) + LEANING * self.history, year, False))
            if costs and (best is None or min(costs) < best):
                best = min(costs)
        return (best[1], best[2]) if best else None

    def _distance(self, mention: Mention, last: Told | None) -> float:
        """How far the story is from a mention: "In 2003 the truce held from January to August" is of one year."""
        behind = mention.sentence - last.sentence if last else 2
        if last is None or not 0 <= behind < len(NEAR):
            return 1.0
        if behind == 0 and last.point.year is not None and self.published is not None:
            lately = abs(self.published.year - last.point.year) < _HISTORY_YEARS
            if last.verb == mention.verb or (lately and last.point.grain == "year"):
                return 0.0
        return NEAR_A_YEAR[behind] if last.point.grain == "year" else NEAR[behind]

    def _lies_ahead(self, candidate: Point) -> bool:
        """Whether a point begins after publication."""
        start = months(candidate)[0]
        return start is not None and self.published is not None and start > _month(self.published)

    def _from_publication(self, candidate: Point, tense: Tense) -> float:
        start, end = months(candidate)
        if start is None or end is None or self.published is None:
            return LEAP_LIMIT
        now = _month(self.published)
        distance = start - now if start > now else min(end - now, 0)
        against = (tense == "past" and distance > 0) or (tense == "future" and distance < 0)
        if against:
            step = AGAINST_TENSE_STEP if tense == "future" else AGAINST_PAST_STEP
            return AGAINST_TENSE * abs(distance) + step
        if tense == "unknown" and distance > 0:
            return UNTOLD_FUTURE * abs(distance) + 1
        if tense == "past" and candidate.month == self.published.month and candidate.grain == "month" and not distance:
            return THIS_VERY_MONTH
        return (WITH_TENSE if tense in ("past", "future") else 1.0) * abs(distance)


def _in_year(point: Point, year: int) -> Point | None:
    if year == 0 or (point.month == 2 and point.day == 29 and (year % 4 or (year % 100 == 0 and year % 400))):
        return None
    return Point(year=year).over(Point()) if point == Point() else point.over(Point(year=year))


def _month(day: date) -> float:
    return day.year * 12 + day.month - 1 + (day.day - 1) / 31


def months(point: Point) -> tuple[float | None, float | None]:
    """The first and last month of a point, counted from year 0."""
    if point.year is None:
        if point.decade is not None:
            return point.decade * 120, point.decade * 120 + 119
        return None, None
    first = point.year * 12.0
    if point.month:
        at = first + point.month - 1 + ((point.day - 1) / 31 if point.day else 0)
        return at, at + (0 if point.day else 0.97)
    if point.week:
        return first + point.week * 12 / 53, first + point.week * 12 / 53 + 0.2
    if point.season == "WI":  # the winter that ends in the year, as histories count it
        return first - 1, first + 1.97
    if point.season:
        start, _ = SEASON_MONTHS[point.season]
        return first + start - 1, first + start + 1.97
    if point.quarter:
        return first + 3 * point.quarter - 3, first + 3 * point.quarter - 0.03
    if point.half:
        return first + 6 * point.half - 6, first + 6 * point.half - 0.03
    return first, first + 11.97


def leap(earlier: Point, later: Point) -> float:
    """What it costs a story to go from one time to the next."""
    a, b = months(earlier)
    c, d = months(later)
    if a is None or b is None or c is None or d is None:
        return LEAP_LIMIT
    if c > b:
        return min(c - b, LEAP_LIMIT)
    if d < a:
        return min(BACKWARD * (a - d) + BACKWARD_STEP, LEAP_LIMIT)
    return 0.0


# A few years named make no chronicle: so many more dates would have to be of the past.
_SPARSE = 5


def _approach_all(candidate: Point, ahead: Sequence[Point]) -> float:
    """What it costs to go from a date to those the text gives next, whichever is cheapest."""
    return min((_approach(candidate, p) + AHEAD * SKIP * k for k, p in enumerate(ahead)), default=0.0)


def _approach(candidate: Point, ahead: Point) -> float:
    """What it costs to go from a date to one the text gives later."""
    cost = leap(candidate, ahead)
    start, end = months(candidate)[0], months(ahead)[1]
    return (AHEAD if start is not None and end is not None and start > end else AHEAD_ON) * cost


def dated_weekdays(meanings: Iterable[Meaning], published: date | None) -> dict[int, date]:
    """The days about publication that the text gives with weekday and date ("Wednesday, June 26"), by weekday.

    They tell which Wednesday a headline without a verb means. A weekday with two dates tells nothing.
    """
    days: dict[int, set[date]] = {}
    if published is None:
        return {}
    for meaning in meanings:
        if not isinstance(meaning, Calendar) or not (
            meaning.point.weekday and meaning.point.month and meaning.point.day
        ):
            continue
        for year in (published.year - 1, published.year, published.year + 1):
            day = day_of(meaning.point.over(Point(year=year)))
            if day and abs((day - published).days) <= _DAYS_ABOUT and day.isoweekday() == meaning.point.weekday:
                days.setdefault(meaning.point.weekday, set()).add(day)
    return {weekday: next(iter(found)) for weekday, found in days.items() if len(found) == 1}


def history_share(meanings: Iterable[Meaning], published: date | None) -> float:
    """The share of dates in years past among these and the expressions that look from the day of writing."""
    past = deictic = 0
    for meaning in meanings:
        if isinstance(meaning, Calendar):
            if meaning.point.year is not None:
                past += published is None or abs(meaning.point.year - published.year) >= _HISTORY_YEARS
            elif (meaning.point.weekday and not meaning.point.month) or meaning.point.quarter:
                deictic += 1
        elif isinstance(meaning, Shift) and (meaning.base == "now" or meaning.keep):
            deictic += 1
    return past / (past + 2 * deictic + _SPARSE) if past else 0.0
