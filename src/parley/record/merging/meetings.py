"""Which claims tell of one meeting.

Score: participants up to 3, time up to 3, place up to 2, the name 2; 4 and more is one meeting. Swept by hand on the
cases of tests/record/test_merging_meetings.py: participants and a shared year alone reach 4, a shared state and a
month do not.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import combinations

from parley.model.claim import MeetingClaim
from parley.record.identity import fold
from parley.record.merging.comparing import (
    compare_places,
    compare_sides,
    distinctive,
    known_days,
    ordinal,
    published_gap,
    shifted,
    soon_before,
)
from parley.record.merging.grouping import Rules
from parley.record.sources import source_of
from parley.record.views import View

THRESHOLD = 4.0
# A dated report may be off by a day (time zones, "late on Monday"), but only the same named forum in the same city
# with the same people is then the same meeting, and its date disputed.
DATE_SLIP_DAYS = 1
# Undated reports of what happened belong together when they appear together.
UNDATED_GAP_DAYS = 1
# Undated reports that give the same name or city may tell of one meeting for a month.
UNDATED_NAMED_GAP_DAYS = 30
# A meeting is planned for the next four months; what comes later is another.
PLAN_AHEAD_DAYS = 120
# Two reports of one source this soon after a day are both news of it: when one tells of two parties and the other of
# four, they tell of two meetings. Of two sources, one may have named only those it cared for.
FRESH_DAYS = 3
# An undated plan is still the same plan two weeks later; after that it may be a new attempt.
UNDATED_PLAN_GAP_DAYS = 14

_SEVERAL = re.compile(
    r"\b(?:numerous|several|many|multiple|repeated|dozens? of|a series of|a number of|countless|two|three|four|five"
    r"|six|seven|eight|nine|ten|\d+)\s+(?:\w+\s+){0,3}"
    r"(?:meetings|summits|calls|rounds|conversations|talks|encounters|visits)\b",
    re.IGNORECASE,
)


# What a report says of a meeting beside a larger one.
_ASIDE = re.compile(
    r"\b(?:separate(?:ly)?|one-on-one|on the (?:sidelines|margins)|tete-a-tete|tête-à-tête)\b", re.IGNORECASE
)


_AGAIN = re.compile(r"\b(?:again|another|second|third|next|new round|resumed?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a claim of a meeting is compared by, worked out once."""

    several: bool
    aside: bool
    forum: frozenset[str]
    number: int | None
    signature: Hashable


def _facts(view: View[MeetingClaim]) -> _Facts:
    known = view.memo.get("meeting")
    if known is None:
        claim = view.claim
        several = is_several(claim)
        known = view.memo["meeting"] = _Facts(
            several=several,
            aside=is_aside(claim),
            forum=_forum_words(view),
            number=ordinal(claim.name),
            signature=(
                frozenset((p.id, p.role) for p in view.parties),
                claim.when.edtf if claim.when and claim.when.edtf else view.article.published,
                claim.place.name if claim.place else None,
                claim.form,
                claim.status,
                fold(claim.name or ""),
                several,
            ),
        )
    facts: _Facts = known
    return facts


def _forum_words(view: View[MeetingClaim]) -> frozenset[str]:
    """The words that tell the forum, those of the parties left out: "the Russia-EU summit" names no forum."""
    words = frozenset().union(*(distinctive(name) for name in (view.claim.name, *view.forums)))
    parties = {w[:4] for p in view.parties if not p.is_forum for w in fold(f"{p.name} {p.country or ''}").split()}
    return frozenset(w for w in words if w[:4] not in parties and w not in ("eu", "us", "uk"))


def go_on_overnight(a: View[MeetingClaim], b: View[MeetingClaim]) -> bool:
    """Whether one article tells of the same people in the same city on two days in a row: one session, into the night.

    Three sides or more, with somebody named: two delegations may well meet again the next day, as may any who are said
    to have done so.
    """
    days, others = known_days(a), known_days(b)
    if a.article.id != b.article.id or days is None or others is None:
        return False
    return (
        days.days == others.days == 1
        and days.gap(others) == 1
        and compare_places(a.claim.place, b.claim.place) >= 2
        and bool(_seated(a))
        and _seated(a) == _seated(b)
        and a.sides("party", "signatory") == b.sides("party", "signatory")
        and len(a.sides("party", "signatory")) >= 3
        and not any(_AGAIN.search(v.claim.evidence[0].text) for v in (a, b))
    )


def _seated(view: View[MeetingClaim]) -> frozenset[str]:
    return frozenset(p.id for p in view.parties if p.kind == "person" and p.role in ("party", "signatory"))


def _both_fresh_of_one_source(a: View[MeetingClaim], b: View[MeetingClaim]) -> bool:
    return source_of(a.article) == source_of(b.article) and all(
        v.claim.status == "happened" and v.days and soon_before(v, v.days, FRESH_DAYS) for v in (a, b)
    )


def _half(a: View[MeetingClaim], b: View[MeetingClaim]) -> bool:
    """Whether the shorter list of sides is at least half of the longer."""
    fewer, more = sorted((len(a.sides()), len(b.sides())))
    return 2 * fewer >= more


def is_several(claim: MeetingClaim) -> bool:
    """Whether a claim tells of a plural ("numerous meetings", "three rounds of talks") rather than of one occasion."""
    dated = claim.when is not None and claim.when.edtf is not None
    return bool(_SEVERAL.search(claim.name or "") or (not dated and _SEVERAL.search(claim.evidence[0].text)))


def is_aside(claim: MeetingClaim) -> bool:
    """Whether a claim tells of a meeting beside a larger one ("a separate meeting", "on the sidelines")."""
    return bool(_ASIDE.search(claim.evidence[0].text))


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
        yield from ((word, year) for word in _facts(view).forum if days)
    if view.claim.place:
        yield from ((pair, fold(view.claim.place.name)) for pair in pairs)
    if _facts(view).several:
        yield from ((pair, True) for pair in pairs)


def _seek(view: View[MeetingClaim]) -> Iterator[Hashable]:
    """Where a claim looks for others: a dated one by its date, an undated one by place and publication as well."""
    days = known_days(view)
    pairs = _pairs(view)
    if days and days.days == 1:
        yield from ((side, days.first) for side in view.sides())
    for year in _years(view):
        yield from ((pair, year, False) for pair in pairs)
        yield from ((word, year) for word in _facts(view).forum)
        if not days:
            yield from ((pair, year, True) for pair in pairs)
    if not days and view.claim.place:
        yield from ((pair, fold(view.claim.place.name)) for pair in pairs)
    if _facts(view).several:
        yield from ((pair, True) for pair in pairs)


def _precision(view: View[MeetingClaim]) -> int:
    """Days allowed: the most precise first. The undated last, plurals after them."""
    days = known_days(view)
    return (days.days if days else 100_000) + (1_000_000 if _facts(view).several else 0)


def _is_vague(view: View[MeetingClaim]) -> bool:
    days = known_days(view)
    return days is None or days.days > 1


def score(a: View[MeetingClaim], b: View[MeetingClaim]) -> float | None:
    """How sure it is that two claims tell of one meeting; None when they cannot."""
    if _facts(a).several != _facts(b).several:
        return None
    if {a.claim.form, b.claim.form} == {"in_person", "remote"}:
        return None
    named = _compare_names(a, b)
    if named is None:
        return None
    if named <= 0 and not (a.sides() and b.sides()):
        return 0.0  # a forum alone: nothing for it and nothing against
    placed = compare_places(a.claim.place, b.claim.place)
    if _facts(a).aside != _facts(b).aside:
        if len(a.sides()) != len(b.sides()):
            return None
        named -= 2.5  # with everything else the same it is told as an aside by one and as news by the other
    one_day = (days := known_days(a)) is not None and days.days == 1 and days == known_days(b)
    by_guest = one_day and a.article.id == b.article.id and _one_side_named_once(a, b)
    seated = _compare_participants(
        a, b, strongly=named > 0 or placed >= 2, one_day=by_guest or (one_day and placed >= 2)
    )
    if seated is None:
        return None
    timed = _compare_times(a, b, named=named > 0, placed=placed, seated=seated)
    if timed is None:
        return None
    if placed < 0 and (a.article.id == b.article.id or timed < 3 or seated < 3):
        return None  # two cities are two meetings, unless everything else is the same: then the place is disputed
    if a.article.id == b.article.id and not by_guest:
        timed -= 1.5  # reading an article has already joined what it says twice
    return seated + timed + max(placed, -1.0) + named


def _compare_names(a: View[MeetingClaim], b: View[MeetingClaim]) -> float | None:
    first, second = _facts(a).number, _facts(b).number
    if first and second and first != second:
        return None
    one, other = _facts(a).forum, _facts(b).forum
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


def _compare_times(
    a: View[MeetingClaim], b: View[MeetingClaim], *, named: bool, placed: float, seated: float
) -> float | None:
    one, other = known_days(a), known_days(b)
    if one and other:
        if one.overlaps(other):
            wider = max(one.days, other.days)
            return 3.0 if wider <= 3 else 2.0 if wider <= 31 else 1.0
        if go_on_overnight(a, b):
            return 3.0
        slipped = one.gap(other) <= DATE_SLIP_DAYS and one.days == other.days == 1
        if not slipped or placed < 2 or a.article.id == b.article.id:
            return None
        return 1.0 if named and seated >= 3 else _recalled(a, b)
    if one is None and other is None:
        gap = published_gap(a, b)
        plans = a.claim.status != "happened" and b.claim.status != "happened"
        if gap is not None and gap <= (UNDATED_PLAN_GAP_DAYS if plans else UNDATED_GAP_DAYS):
            return 1.5
        if _facts(a).several and seated >= 3:
            return 1.0
        told_of_one = (named or placed >= 2) and seated >= 3 and gap is not None and gap <= UNDATED_NAMED_GAP_DAYS
        return 0.0 if told_of_one else None
    dated, undated = (a, b) if one else (b, a)
    return _undated_against_dated(dated, undated, named=named, placed=placed)


def _recalled(a: View[MeetingClaim], b: View[MeetingClaim]) -> float | None:
    """How far a day's difference may be a slip of memory: one report is of long after and seats the same people.

    1 for three sides or more, all named; 0, which decides nothing, where one names only some of the others' people.
    """
    days = known_days(a)
    if days is None or all(soon_before(v, known_days(v) or days, UNDATED_NAMED_GAP_DAYS) for v in (a, b)):
        return None
    mine, theirs = (frozenset().union(*v.people.values()) for v in (a, b))
    if mine == theirs and len(a.sides()) >= 3 and len(mine) >= 3:
        return 1.0
    return 0.0 if min(len(mine), len(theirs)) > 1 and (mine <= theirs or theirs <= mine) else None


def _undated_against_dated(
    dated: View[MeetingClaim], undated: View[MeetingClaim], *, named: bool, placed: float
) -> float | None:
    """Whether an undated claim may be of a dated meeting: told at the time, or recognised by name or city."""
    days, published = known_days(dated), undated.article.published_on
    assert days is not None
    if undated.claim.status == "happened":
        if published and published < days.first:
            return None
        if days.days == 1 and soon_before(undated, days, UNDATED_GAP_DAYS):
            return 1.5
    elif undated.claim.status == "not_held" and dated.claim.status != "happened":
        if days.days == 1 and soon_before(undated, days, UNDATED_PLAN_GAP_DAYS):
            return 1.5  # "they did not meet", said in the days after they were to
    elif published and not published <= days.last <= shifted(published, PLAN_AHEAD_DAYS):
        return None
    here = placed >= 2 and soon_before(undated, days, UNDATED_NAMED_GAP_DAYS)
    if placed >= 2 and published and undated.claim.status == "planned" and published < days.first:
        here = True  # "agreed to meet again in Berlin", said before they did
    return 0.0 if named or here else None


MEETING_RULES = Rules(
    keys=_keys,
    seek=_seek,
    score=score,
    signature=lambda view: _facts(view).signature,
    precision=_precision,
    threshold=THRESHOLD,
    is_vague=_is_vague,
    join=True,
)
