"""Whether two claims may tell of a meeting on one day, as far as times go."""

from __future__ import annotations

import re

from parley.model.claim import MeetingClaim
from parley.record.merging.comparing import compare_places, known_days, published_gap, shifted, soon_before
from parley.record.merging.meeting_facts import facts_of, seated_people
from parley.record.views import View

# A dated report may be off by a day (time zones, "late on Monday"), but only the same named forum in the same city
# with the same people is then the same meeting, and its date disputed.
DATE_SLIP_DAYS = 1
# Undated reports of what happened belong together when they appear together.
UNDATED_GAP_DAYS = 1
# Undated reports that give the same name or city may tell of one meeting for a month.
UNDATED_NAMED_GAP_DAYS = 30
# A meeting is planned for the next four months; what comes later is another.
PLAN_AHEAD_DAYS = 120
# An undated plan is still the same plan two weeks later; after that it may be a new attempt.
UNDATED_PLAN_GAP_DAYS = 14
# A plan without a day is of the meeting that the same people had within so many days.
PLANNED_SOON_DAYS = 14
# A meeting is put off by weeks; what comes two months later is another one.
MOVED_WITHIN_DAYS = 60
# Less than participants, place and name can make up for: by itself it joins nothing, and forbids nothing.
NOT_SAID_TO_MOVE = -4.0
_MOVED = re.compile(
    r"\b(?:postpon\w+|put off|push(?:ed)? back|delay(?:ed|s|ing)?|reschedul\w+|moved (?:to|from|up)|brought forward"
    r"|new date|instead of (?:on )?(?:\d|[A-Z])|rather than on)\b"
)
_AGAIN = re.compile(r"\b(?:again|another|second|third|next|new round|resumed?)\b", re.IGNORECASE)


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
        and bool(seated_people(a))
        and seated_people(a) == seated_people(b)
        and a.sides("party", "signatory") == b.sides("party", "signatory")
        and len(a.sides("party", "signatory")) >= 3
        and not any(_AGAIN.search(v.claim.evidence[0].text) for v in (a, b))
    )


def compare_times(
    a: View[MeetingClaim], b: View[MeetingClaim], *, named: bool, placed: float, seated: float
) -> float | None:
    """How far the times of two claims agree, 0 to 3; None when they cannot be of one meeting."""
    one, other = known_days(a), known_days(b)
    if one and other:
        if one.overlaps(other):
            wider = max(one.days, other.days)
            return 3.0 if wider <= 3 else 2.0 if wider <= 31 else 1.0
        if go_on_overnight(a, b):
            return 3.0
        if (moved := _moved(a, b)) is not None:
            return moved
        slipped = one.gap(other) <= DATE_SLIP_DAYS and one.days == other.days == 1
        if not slipped or placed < 2 or a.article.id == b.article.id:
            return None
        return 1.0 if named and seated >= 3 else _recalled(a, b)
    if one is None and other is None:
        gap = published_gap(a, b)
        plans = a.claim.status != "happened" and b.claim.status != "happened"
        if gap is not None and gap <= (UNDATED_PLAN_GAP_DAYS if plans else UNDATED_GAP_DAYS):
            return 1.5
        if facts_of(a).several and seated >= 3:
            return 1.0
        told_of_one = (named or placed >= 2) and seated >= 3 and gap is not None and gap <= UNDATED_NAMED_GAP_DAYS
        return 0.0 if told_of_one else None
    dated, undated = (a, b) if one else (b, a)
    return _undated_against_dated(dated, undated, named=named, placed=placed, seated=seated)


def _moved(a: View[MeetingClaim], b: View[MeetingClaim]) -> float | None:
    """How far two days apart are those of one meeting that was put off or brought forward.

    1 where one report says so; with a plan of the same people that nobody says was moved, so much less that it takes
    such a report to join the two. None when the days are of two meetings.
    """
    days, others = known_days(a), known_days(b)
    plans = [v for v in (a, b) if v.claim.status in ("planned", "possible")]
    if not plans or days is None or others is None or days.gap(others) > MOVED_WITHIN_DAYS:
        return None
    if len(seated_people(a)) < 2 or seated_people(a) != seated_people(b) or a.article.id == b.article.id:
        return None
    if any(_MOVED.search(v.claim.evidence[0].text) for v in (a, b)):
        return 1.0
    plan, other = (plans[0], b if plans[0] is a else a)
    first, later = plan.article.published or "", other.article.published or ""
    return NOT_SAID_TO_MOVE if first < later and other.claim.status != "not_held" else None


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
    dated: View[MeetingClaim], undated: View[MeetingClaim], *, named: bool, placed: float, seated: float
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
    if undated.claim.status == "planned" and published and published < days.first:
        if placed >= 2:
            here = True  # "agreed to meet again in Berlin", said before they did
        elif (
            placed >= 0 and seated >= 3 and seated_people(dated) and (days.first - published).days <= PLANNED_SOON_DAYS
        ):
            return 1.0  # "will meet soon", and in these days they did
    return 0.0 if named or here else None
