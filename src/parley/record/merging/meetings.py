"""Which claims tell of one meeting.

Score: participants up to 3, time up to 3, place up to 2, the name 2; 4 and more is one meeting. Swept by hand on the
cases of tests/record/test_merging_meetings.py: participants and a shared year alone reach 4, a shared state and a
month do not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import combinations

from parley.knowledge.tables import fold_words as fold
from parley.model.claim import MeetingClaim
from parley.record.merging.comparing import (
    compare_places,
    compare_sides,
    known_days,
    shifted,
    soon_before,
)
from parley.record.merging.grouping import Rules
from parley.record.merging.meeting_facts import facts_of, seated_people
from parley.record.merging.meeting_times import compare_times
from parley.record.sources import source_of
from parley.record.views import View

THRESHOLD = 4.0
# Two reports of one source this soon after a day are both news of it: when one tells of two parties and the other of
# four, they tell of two meetings. Of two sources, one may have named only those it cared for.
FRESH_DAYS = 3
# Sides that make a meeting another one when they join it: a third state at the table, not the envoy of the UN.
_AT_THE_TABLE = ("state:", "group:")


def _both_fresh_of_one_source(a: View[MeetingClaim], b: View[MeetingClaim]) -> bool:
    return source_of(a.article) == source_of(b.article) and all(
        v.claim.status == "happened" and v.days and soon_before(v, v.days, FRESH_DAYS) for v in (a, b)
    )


def _half(a: View[MeetingClaim], b: View[MeetingClaim]) -> bool:
    """Whether the shorter list of sides is at least half of the longer."""
    fewer, more = sorted((len(a.sides()), len(b.sides())))
    return 2 * fewer >= more


def _pairs(view: View[MeetingClaim]) -> list[Hashable]:
    sides = sorted(view.sides())
    return list(combinations(sides, 2)) if len(sides) > 1 else [tuple(sides)]


def _years(view: View[MeetingClaim]) -> list[int]:
    """The years a claim's time lies in, for an undated one those of about its publication."""
    days, published = known_days(view), view.article.published_on
    if days:
        return list(range(days.first.year, days.last.year + 1)) if days.last.year - days.first.year <= 12 else []
    return sorted({shifted(published, shift).year for shift in (-30, 0, 60)}) if published else []


def _keys(view: View[MeetingClaim]) -> Iterator[Hashable]:
    """Two sides and a year, or the place; one side and a day; the forum and a year; the undated by themselves too."""
    days = known_days(view)
    pairs = _pairs(view)
    if days and days.days == 1:
        yield from ((side, days.first) for side in view.sides())
    for year in _years(view):
        yield from ((pair, year, days is None) for pair in pairs)
        yield from ((word, year) for word in facts_of(view).forum if days)
    if view.claim.place:
        yield from ((pair, fold(view.claim.place.name)) for pair in pairs)
    if facts_of(view).several:
        yield from ((pair, True) for pair in pairs)


def _seek(view: View[MeetingClaim]) -> Iterator[Hashable]:
    """Where a claim looks for others: a dated one by its date, an undated one by place and publication as well."""
    days = known_days(view)
    pairs = _pairs(view)
    if days and days.days == 1:
        yield from ((side, days.first) for side in view.sides())
    for year in _years(view):
        yield from ((pair, year, False) for pair in pairs)
        yield from ((word, year) for word in facts_of(view).forum)
        if not days:
            yield from ((pair, year, True) for pair in pairs)
    if not days and view.claim.place:
        yield from ((pair, fold(view.claim.place.name)) for pair in pairs)
    if facts_of(view).several:
        yield from ((pair, True) for pair in pairs)


def _precision(view: View[MeetingClaim]) -> int:
    """Days allowed: the most precise first. The undated last, plurals after them."""
    days = known_days(view)
    return (days.days if days else 100_000) + (1_000_000 if facts_of(view).several else 0)


def _is_vague(view: View[MeetingClaim]) -> bool:
    days = known_days(view)
    return days is None or days.days > 1


def score(a: View[MeetingClaim], b: View[MeetingClaim]) -> float | None:
    """How sure it is that two claims tell of one meeting; None when they cannot."""
    if facts_of(a).several != facts_of(b).several:
        return None
    if {a.claim.form, b.claim.form} == {"in_person", "remote"}:
        return None
    named = _compare_names(a, b)
    if named is None:
        return None
    if named <= 0 and not (a.sides() and b.sides()):
        return 0.0  # a forum alone: nothing for it and nothing against
    placed = compare_places(a.claim.place, b.claim.place)
    if facts_of(a).aside != facts_of(b).aside:
        if len(a.sides()) != len(b.sides()):
            return None
        named -= 2.5  # with everything else the same it is told as an aside by one and as news by the other
    one_day = (days := known_days(a)) is not None and days.days == 1 and days == known_days(b)
    by_guest = one_day and a.article.id == b.article.id and _one_side_named_once(a, b)
    seated = _compare_participants(
        a, b, strongly=named > 0 or placed >= 2, one_day=by_guest or (one_day and placed >= 2)
    )
    if seated is None or 0 < seated < 1:
        seated = _of_one_occasion(a, b, one_day=one_day, placed=placed) or seated
    if seated is None:
        return None
    timed = compare_times(a, b, named=named > 0, placed=placed, seated=seated)
    if timed is None:
        return None
    if placed < 0 and (a.article.id == b.article.id or timed < 3 or seated < 3):
        return None  # two cities are two meetings, unless everything else is the same: then the place is disputed
    if a.article.id == b.article.id and not by_guest:
        timed -= 1.5  # reading an article has already joined what it says twice
    return seated + timed + max(placed, -1.0) + named


def _compare_names(a: View[MeetingClaim], b: View[MeetingClaim]) -> float | None:
    first, second = facts_of(a).number, facts_of(b).number
    if first and second and first != second:
        return None
    one, other = facts_of(a).forum, facts_of(b).forum
    if not one or not other:
        return 0.0
    return 2.0 if one & other else -1.0


def _compare_participants(
    a: View[MeetingClaim], b: View[MeetingClaim], *, strongly: bool, one_day: bool
) -> float | None:
    """0 to 3. `strongly`: place or name agree, so that two of four at the table may be all that one report names.

    `one_day`: both tell of one day in one city, so that a state may be what another report calls its leader.
    """
    if _internal(a) != _internal(b):
        return None
    sides = compare_sides(a.sides(), b.sides())
    if sides is None:
        sides = compare_sides(a.sides("party"), b.sides("party"))  # mediators are often left out
        if sides is None:
            return None
        sides -= 0.5
    elif 0 < sides < 3 and len(a.sides()) > 1 < len(b.sides()):
        if not _half(a, b) or (a.sides("party") != b.sides("party") and _both_fresh_of_one_source(a, b)):
            return None  # a bilateral on the margins of a summit is a meeting of its own
        sides = sides if strongly else 0.5
    mine, theirs = a.people, b.people
    unnamed = 0
    other_people = 0
    for side in a.sides("party") & b.sides("party"):
        if side in mine and side in theirs:
            shared = mine[side] & theirs[side]
            if not shared and one_day and _at_one_table(a, b):
                other_people += 1  # of all at the table only these differ: who came is disputed
                continue
            if not shared or (_internal(a) and shared not in (mine[side], theirs[side])):
                return None
        elif (side in mine) != (side in theirs):
            unnamed += 1
    if unnamed and not one_day and not a.claim.status == b.claim.status == "happened":
        return -5.0  # that delegations met does not mean that the leaders did: no reason to join, whatever else agrees
    if other_people > 1:
        return None
    return sides - (1.0 if unnamed else 0.0) - other_people


def _of_one_occasion(a: View[MeetingClaim], b: View[MeetingClaim], *, one_day: bool, placed: float) -> float | None:
    """How far two lists of sides agree that differ only by who was there besides; None when that does not tell.

    Besides: people whose side is not known, organisations. Told of one day, and not of two places, it is one occasion;
    so it is when one report tells the day and the other the month, both with a place in one country.
    """
    if placed < 0 or (placed == 0 and not one_day) or facts_of(a).aside or facts_of(b).aside:
        return None
    if _internal(a) != _internal(b):
        alone, wider = (a, b) if _internal(a) else (b, a)
        guests = seated_people(alone) < seated_people(wider)
        return 2.0 if one_day and placed >= 2 and guests else None
    shared, besides = a.sides() & b.sides(), a.sides() ^ b.sides()
    if len(shared) < 2 or not besides or any(side.startswith(_AT_THE_TABLE) for side in besides):
        return None
    mine, theirs = a.people, b.people
    if any(side in mine and side in theirs and not mine[side] & theirs[side] for side in shared):
        return None  # ministers, beside their leaders
    unnamed = any((side in mine) != (side in theirs) for side in shared)
    return (1.0 if one_day else 1.5) - (0.5 if unnamed and placed > 0 else 0.0)


def _one_side_named_once(a: View[MeetingClaim], b: View[MeetingClaim]) -> bool:
    """Whether two claims share somebody, and where one has a person of another side, the other has only the state.

    "Our meeting today", a guest says of himself and the state of his host.
    """
    if a.sides() != b.sides() or len(a.sides()) != 2:
        return False
    mine, theirs = a.people, b.people
    shared = [side for side in a.sides() if mine.get(side) and mine.get(side) == theirs.get(side)]
    unnamed = [side for side in a.sides() if (side in mine) != (side in theirs)]
    return len(shared) == len(unnamed) == 1


def _at_one_table(a: View[MeetingClaim], b: View[MeetingClaim]) -> bool:
    """Whether two articles seat the same sides, three or more, with the same people on all of them but one."""
    sides = a.sides("party", "signatory")
    if a.article.id == b.article.id or sides != b.sides("party", "signatory") or len(sides) < 3:
        return False
    named = [side for side in sides if side in a.people and side in b.people]
    same = [side for side in named if a.people[side] & b.people[side]]
    return len(same) >= 2 and len(named) - len(same) == 1


def _internal(view: View[MeetingClaim]) -> bool:
    """Whether several people of one side met among themselves."""
    return len(view.sides()) == 1 and len(view.parties) > 1


MEETING_RULES = Rules(
    keys=_keys,
    seek=_seek,
    score=score,
    signature=lambda view: facts_of(view).signature,
    precision=_precision,
    threshold=THRESHOLD,
    is_vague=_is_vague,
    join=True,
)
