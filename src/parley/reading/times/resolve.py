"""Meaning + reference time -> a place on the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.model.reading import TimexType
from parley.model.when import Basis
from parley.reading.times.make import length
from parley.reading.times.meaning import Calendar, Fixed, Meaning, Nothing, Point, Shift, Span
from parley.reading.times.reckon import day_of, day_step, holiday_in, last_day, point_of, step, timex_value
from parley.reading.times.story import Mention, Story, months


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with its TIMEX3 type, value and modifier; `point` is None when it is not on a calendar."""

    type: TimexType
    value: str
    mod: str | None = None
    point: Point | None = None
    basis: Basis = "stated"
    anchor: str | None = None
    about: str | None = None
    """The EDTF months it must lie in, where only those are known."""


def place(meaning: Meaning, mention: Mention, story: Story) -> Placed:
    """The TIMEX3 reading of a meaning. Does not move the story's clock."""
    if isinstance(meaning, Fixed):
        return Placed(meaning.type, meaning.value, meaning.mod, basis="unresolved")
    if isinstance(meaning, Span):
        return Placed("DURATION", length(meaning.parts), meaning.mod, basis="unresolved")
    assert not isinstance(meaning, Nothing), "dropped by ranges.completed"
    if isinstance(meaning, Shift) and meaning.base == "event" and not (meaning.exact or _follows_story(meaning, story)):
        count = None if meaning.count is None else abs(meaning.count)
        return Placed("DURATION", length(((count, meaning.unit),)), meaning.mod, basis="unresolved")
    point, basis, anchor = _point(meaning, mention, story)
    if point is None:
        base = _base(meaning, mention, story)[0] if isinstance(meaning, Shift) and meaning.base == "then" else None
        about = _months_about(meaning, base) if isinstance(meaning, Shift) and base else None
        value = _unknown(meaning)
        if about and value.startswith("XXXX-") and about[:4] == about[-7:-3]:
            value = about[:4] + value[4:]
        return Placed("DATE", value, meaning.mod, basis="unresolved", anchor="story" if about else None, about=about)
    if point.year is None and point.decade is None and point.century is None:
        basis, anchor = "unresolved", None
    timed = point.part is not None or point.clock is not None
    return Placed("TIME" if timed else "DATE", timex_value(point), meaning.mod, point, basis, anchor)


def _follows_story(shift: Shift, story: Story) -> bool:
    """Whether "three days after the attack" may be counted from the day told last: in a chronicle that is the event."""
    last = story.last
    if shift.count is None or shift.count != int(shift.count) or last is None:
        return False
    return story.history > 0.6 and _fine_enough(last.point, shift.unit)


_Found = tuple[Point | None, Basis, str | None]


def _point(meaning: Calendar | Shift, mention: Mention, story: Story) -> _Found:
    if isinstance(meaning, Shift):
        return _shifted(meaning, mention, story)
    point = meaning.point
    basis: Basis = "stated"
    anchor: str | None = None
    if meaning.of is not None:
        base, basis, anchor = _point(meaning.of, mention, story)
        if base is None:
            return (point if point != Point() else None), "unresolved", None
        if meaning.holiday and base.year:
            day = holiday_in(meaning.holiday, base.year)
            return (point_of(day, "day") if day else None), basis, anchor
        if meaning.relation == "week_of":
            day = day_of(base)
            return (point_of(day, "week") if day else None), basis, anchor
        if meaning.relation == "latest" and base.year is not None:
            return _period_of(base.year, story), basis, anchor
        if point.weekday and base.week and (monday := day_of(Point(year=base.year, week=base.week))):
            return point_of(monday + timedelta(days=point.weekday - 1), "day"), basis, anchor
        return point.over(base), basis, anchor
    if meaning.holiday:
        return _holiday(meaning, mention, story)
    if meaning.short is not None:
        return _short(meaning.short, mention, story)
    if relation_year := point.year if meaning.relation == "latest" else None:
        return _period_of(relation_year, story), "stated", None
    if point.year is not None or point.decade is not None or point.century is not None:
        return point, "stated", None
    return _completed(meaning, mention, story)


# How far ahead "this summer" may lie and still be told in the past tense.
THIS_AHEAD_MONTHS = 3


def _period_of(year: int, story: Story) -> Point:
    """ "the 1988 period": the period that is being reported, in that year."""
    period = story.period
    return replace(period.point, year=year) if period else Point(year=year)


def _completed(meaning: Calendar, mention: Mention, story: Story) -> _Found:
    """A point without a year, completed from the publication date or the story."""
    point, relation = meaning.point, meaning.relation
    if meaning.fiscal and story.published:
        return replace(point, year=story.published.year), "relative", "published"
    if relation == "any":
        return point, "unresolved", None
    from_story = story.leans_to_story(mention)
    if relation in ("that", "previous", "following"):
        from_story = story.last is not None
    elif relation in ("last", "next", "this") and story.published:
        from_story = from_story and story.history > 0.8
    if relation is None and (point.month or point.season or point.quarter or point.half):
        return _dated(meaning, mention, story)
    if point.day and story.last and story.last.point.month and mention.sentence - story.last.sentence <= 2:
        from_story = True
    if point.weekday and from_story and story.published and not story.away_from(story.published):
        from_story = False
    base = story.last.point if from_story and story.last else story.now()
    if base is None:
        return point, "unresolved", None
    anchor = "story" if from_story else "published"
    reference = day_of(base)
    if reference is None:
        if base.year is not None and not point.weekday:
            return replace(point, year=base.year), "relative", anchor
        return point, "unresolved", None
    if point.weekday and relation == "this" and not point.month and not from_story:
        in_week = reference + timedelta(days=point.weekday - reference.isoweekday())
        return replace(point_of(in_week, "day"), part=point.part, clock=point.clock), "relative", anchor
    direction = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation or "", 0)
    if not direction and not from_story:
        direction = {"past": -2, "future": 2}.get(mention.tense, 0)
    if point.weekday and not point.month:
        if from_story and base.grain not in ("day", "part", "week"):
            return replace(point, year=base.year), "unresolved", None
        if not direction and not from_story and (dated := story.weekdays.get(point.weekday)):
            return replace(point_of(dated, "day"), part=point.part, clock=point.clock), "relative", anchor
        return _weekday(point, reference, direction, from_story), "relative", anchor
    if point.day and not point.month:
        found = _day_alone(point.day, base, mention, from_story)
        return replace(found, part=point.part, clock=point.clock), "relative", anchor
    if point.part or point.clock:
        if base.grain not in ("day", "part"):
            return point, "unresolved", None
        return point.over(point_of(reference, "day")), "relative", anchor
    if point.weekend:  # "the weekend" is the last one, unless what is told lies ahead
        ahead = direction > 0 or reference.isoweekday() >= 6
        moved = reference + timedelta(weeks=0 if ahead else -1)
        return point_of(moved, "weekend"), "relative", anchor
    if relation in ("this", "that"):
        named = replace(point, year=base.year)
        if relation == "this" and mention.tense == "past" and base.year and not from_story:
            start, now = months(named)[0], months(base)[0]
            if start is not None and now is not None and start - now > THIS_AHEAD_MONTHS:
                named = replace(point, year=base.year - 1)  # "this summer they met", said in January
        return named, "relative", anchor
    return _beside(point, reference, direction), "relative", anchor


def _dated(meaning: Calendar, mention: Mention, story: Story) -> _Found:
    """A month, day, season or quarter without a year."""
    found = story.best_year(meaning.point, mention)
    if found is None:
        return meaning.point, "unresolved", None
    year, from_story = found
    return replace(meaning.point, year=year), "relative", "story" if from_story else "published"


def _day_alone(day: int, base: Point, mention: Mention, from_story: bool) -> Point:
    """ "The 15th": of the month told, before or after its day as the tense has it."""
    if base.month is None or base.year is None:
        return Point(day=day)
    months_on = 0
    if base.day and from_story:
        months_on = 1 if day < base.day and mention.tense != "past" else 0
    elif base.day and mention.tense == "past" and day > base.day:
        months_on = -1
    elif base.day and mention.tense == "future" and day < base.day:
        months_on = 1
    month = step(Point(year=base.year, month=base.month), months_on, "month")
    if month is None or month.year is None or month.month is None or not 1 <= month.year <= 9999:
        return Point(day=day)
    return replace(month, day=day) if day <= last_day(month.year, month.month) else Point(day=day)


def _weekday(point: Point, reference: date, direction: int, from_story: bool) -> Point:
    weekday = point.weekday or 1
    back = (reference.isoweekday() - weekday) % 7
    ahead = (weekday - reference.isoweekday()) % 7
    if direction == -1:
        day = reference - timedelta(days=back or 7)
    elif direction == 1:
        day = reference + timedelta(days=ahead or 7)
    elif direction == 2 or from_story:
        day = reference + timedelta(days=ahead)
    else:
        day = reference - timedelta(days=back)
    return replace(point_of(day, "day"), part=point.part, clock=point.clock)


def _beside(point: Point, reference: date, direction: int) -> Point:
    """The last such point before the reference (direction -1) or the next after it (1): "last April"."""
    years = (reference.year, reference.year - 1) if direction < 0 else (reference.year, reference.year + 1)
    for year in years:
        candidate = replace(point, year=year)
        first, last = months(candidate)
        now = months(point_of(reference, "day"))[0]
        if first is None or last is None or now is None:
            continue
        if (direction < 0 and last < now) or (direction > 0 and first > now):
            return candidate
    return replace(point, year=years[-1])


def _holiday(meaning: Calendar, mention: Mention, story: Story) -> _Found:
    from_story = story.leans_to_story(mention)
    base = story.last.point if from_story and story.last else story.now()
    reference = day_of(base) if base else None
    if reference is None or meaning.holiday is None:
        return None, "unresolved", None
    days = [d for y in (-1, 0, 1) if (d := holiday_in(meaning.holiday, reference.year + y))]
    before = [d for d in days if d <= reference]
    after = [d for d in days if d >= reference]
    if meaning.relation in ("last", "previous"):
        chosen = before[-1] if before else None
    elif meaning.relation in ("next", "following"):
        chosen = after[0] if after else None
    else:
        chosen = min(days, key=lambda d: _off((d - reference).days, mention.tense)) if days else None
    if chosen is None:
        return None, "unresolved", None
    return point_of(chosen, "day"), "relative", "story" if from_story else "published"


# A feast on the wrong side for the tense counts as so many times as far: in the week before Good Friday, "set Good
# Friday as the deadline" is not the one a year ago.
_WRONG_SIDE = 4


def _off(days: int, tense: str) -> int:
    """How far a feast is, for the tense of its verb."""
    wrong = (tense == "past" and days > 0) or (tense == "future" and days < 0)
    return abs(days) * (_WRONG_SIDE if wrong else 1)


def _short(short: int, mention: Mention, story: Story) -> _Found:
    """ "the nineties" and "'94": the century of the story or of publication."""
    base = story.last.point if story.leans_to_story(mention) and story.last else story.now()
    year = base.year if base and base.year else 2000
    if short < 10:
        century = (year // 10 - short) // 10
        return Point(decade=century * 10 + short), "relative", "story"
    century = year // 100 - (1 if short > year % 100 + 20 else 0)
    return Point(year=century * 100 + short), "stated", None


def _shifted(shift: Shift, mention: Mention, story: Story) -> _Found:
    if shift.keep:
        return _compared(shift, mention, story)
    base, anchor = _base(shift, mention, story)
    if base is None or shift.count is None:
        return None, "unresolved", None
    count = int(shift.count)
    if not _fine_enough(base, shift.unit):
        return None, "unresolved", None
    moved = day_step(base, count, shift.unit) if shift.exact else step(base, count, shift.unit)
    if moved and shift.unit == "night" and abs(count) <= 1:
        moved = replace(moved, part="NI")  # "that night", "the night before"; "three nights later" is a day
    return moved, "relative", anchor


def _months_about(shift: Shift, base: Point) -> str | None:
    """The months that so many days or weeks from a day of a month lie in: "six weeks later", after "in March"."""
    if base.grain != "month" or base.year is None or base.month is None or not 1000 <= base.year < 9999:
        return None
    if not shift.count or shift.unit not in ("day", "week", "fortnight"):
        return None
    days = timedelta(days=int(shift.count) * {"day": 1, "week": 7, "fortnight": 14}[shift.unit])
    try:
        first = date(base.year, base.month, 1) + days
        last = date(base.year, base.month, last_day(base.year, base.month)) + days
    except OverflowError:
        return None
    return f"{first:%Y-%m}" if f"{first:%Y-%m}" == f"{last:%Y-%m}" else f"{first:%Y-%m}/{last:%Y-%m}"


def _base(shift: Shift, mention: Mention, story: Story) -> tuple[Point | None, str]:
    """Where a shift is counted from. "The day after the vote" is never counted from publication."""
    now = story.now()
    if shift.base == "event":
        return (story.last.point if story.last else None), "story"
    # "This year" in a chronicle is the year it tells of.
    from_now = shift.base == "now" and not (shift.count == 0 and shift.unit != "day" and story.history > 0.8)
    if shift.base == "either":
        from_now = story.history < 0.5 or mention.tense in ("present", "future")
    if from_now and now is not None:
        return now, "published"
    told = story.last_past() if mention.tense == "past" else story.last
    fine = {"day": ("day", "part"), "night": ("day", "part"), "week": ("day", "part", "week")}
    fine["month"] = ("day", "part", "month")
    if told is not None and shift.unit in fine and told.point.grain not in fine[shift.unit]:
        finer = story.last_with(*fine[shift.unit])
        told = finer if finer is not None and finer.point.year == told.point.year else told
    if shift.mod and shift.unit == "day" and now is not None and (told is None or told.point.grain not in fine["day"]):
        return now, "published"  # "earlier in the day" is that of the report where no day has been told
    if told is not None and (shift.base != "now" or now is None or story.history > 0.8):
        return told.point, "story"
    return now, "published"


def _compared(shift: Shift, mention: Mention, story: Story) -> _Found:
    """ "a year earlier", "the latest quarter": the period that is being reported, moved by the count."""
    count = int(shift.count or 0)
    period = story.period
    if period is not None and period.point.year and mention.sentence - period.sentence <= PERIOD_SENTENCES:
        return replace(period.point, year=period.point.year + count), "relative", "story"
    if shift.unit == "quarter":
        now = story.now()
        if now is None:
            return None, "unresolved", None
        return step(now, -1, "quarter"), "relative", "published"
    base, anchor = _base(shift, mention, story)
    if base is None or base.year is None:
        return None, "unresolved", None
    return Point(year=base.year + count), "relative", anchor


# How many sentences a reported period ("the third quarter") holds for "a year earlier" after it.
PERIOD_SENTENCES = 15


_GRAIN_ORDER = ("century", "decade", "year", "half", "quarter", "season", "month", "week", "day", "part")


def _fine_enough(base: Point, unit: str) -> bool:
    """Whether a point is told finely enough to count in a unit from it."""
    unit = {"weekend": "week", "night": "day", "fortnight": "week"}.get(unit, unit)
    if unit not in _GRAIN_ORDER or base.grain == "none":
        return False
    return _GRAIN_ORDER.index(base.grain) >= _GRAIN_ORDER.index(unit)


def _unknown(meaning: Calendar | Shift) -> str:
    if isinstance(meaning, Calendar):
        return timex_value(meaning.point)
    if meaning.count is None:
        return "FUTURE_REF" if meaning.base == "then" else "PAST_REF"
    return {"day": "XXXX-XX-XX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(meaning.unit, "XXXX")
