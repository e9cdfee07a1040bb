"""The value an entry shows where its claims give several, and the dispute where they cannot all be true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from parley.knowledge.tables import fold_words as fold
from parley.model.claim import Status
from parley.model.edtf import Interval, interval
from parley.model.party import Party, Place
from parley.model.record import Dispute, DisputedValue, HistoryStep, HistoryWhat
from parley.model.when import When
from parley.record.merging.comparing import compare_places
from parley.record.merging.meeting_times import go_on_overnight
from parley.record.views import AnyView

_WHAT: dict[Status, HistoryWhat] = {
    "happened": "held",
    "planned": "announced",
    "possible": "proposed",
    "not_held": "cancelled",
}
# So many times as many articles must give a day as give others for it to be shown, the others being disputed.
CLEAR_MAJORITY = 2
# A round number ("about 200") agrees with those this near it.
NEARLY = 0.9
# Of two numbers in one article, one below this share of the other is a part of it, or of something else.
PART_OF_A_WHOLE = 0.7
_ABOUT = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|more than|over|at least|up to|approximately)\b")
_NUMBER = re.compile(r"\d[\d,.]*")
# One party is shown once a role; in the order a table is laid.
_ROLES = ("speaker", "source", "party", "signatory", "target", "host", "mediator")


def choose_status(views: Sequence[AnyView]) -> tuple[Status, Dispute | None]:
    """What became of it as last known, and a dispute when some say it happened and others, no earlier, that it did not.

    A plan that was called off is not disputed: it has a history.
    """
    happened = [v for v in views if v.claim.status == "happened"]
    denied = [v for v in views if v.claim.status == "not_held"]
    if happened and denied:
        first = min(v.article.published or "9999" for v in happened)
        told = {v.article.id for v in happened if not v.claim.attributed_to}
        # An article does not contradict itself, unless it is somebody in it who denies what another says.
        late = [
            v
            for v in denied
            if (v.article.published or "9999") >= first and (v.claim.attributed_to or v.article.id not in told)
        ]
        dispute = _dispute("status", {"happened": happened, "not_held": late}) if late else None
        return "happened", dispute
    if happened:
        return "happened", None
    if denied:
        return "not_held", None
    return ("planned" if any(v.claim.status == "planned" for v in views) else "possible"), None


@dataclass(frozen=True, slots=True)
class ChosenWhen:
    """The time an entry shows, the claim it comes from, and the dispute if any."""

    when: When | None = None
    claim: str | None = None
    dispute: Dispute | None = None


def choose_when(views: Sequence[AnyView]) -> ChosenWhen:
    """The most precise time of those that the others agree with most."""
    dated = [v for v in views if v.days]
    if not dated:
        told = next((v for v in views if v.claim.when), None)
        return ChosenWhen(told.claim.when, told.id) if told else ChosenWhen()
    status, _ = choose_status(views)
    # What was planned for another day is no account of when it was held; of plans the last one stands.
    dated = [v for v in dated if v.claim.status == status] or dated
    if status in ("planned", "possible"):
        dated = _as_last_planned(dated)
    nights = _nights(dated)
    by_value: dict[str, list[AnyView]] = {}
    for view in dated:
        by_value.setdefault(nights.get(view.id, view.claim.when.edtf), []).append(view)
    days = {value: found for value in by_value if (found := interval(value))}

    def agreeing(value: str) -> int:
        return len({v.article.id for other, vs in by_value.items() if days[other].overlaps(days[value]) for v in vs})

    chosen = min(
        by_value,
        key=lambda value: (-agreeing(value), value not in nights.values(), days[value].days, by_value[value][0].order),
    )
    apart = {
        value
        for one, other in combinations(by_value, 2)
        if not days[one].overlaps(days[other])
        for value in (one, other)
    }
    if apart and chosen not in apart:
        # "December 2019" contradicts nobody; a day that most of those who give one agree on says more.
        most = max(sorted(apart), key=lambda value: len({v.article.id for v in by_value[value]}))
        others = {v.article.id for value in apart - {most} for v in by_value[value]}
        chosen = most if len({v.article.id for v in by_value[most]}) >= CLEAR_MAJORITY * len(others) else chosen
    telling = ([v for v in by_value[chosen] if v.claim.status == status] or by_value[chosen])[0]
    when: When = telling.claim.when
    if chosen in nights.values():
        when = when.model_copy(update={"edtf": chosen, "note": "it went on overnight"})
    return ChosenWhen(when, telling.id, _dispute("when", {v: by_value[v] for v in sorted(apart)}) if apart else None)


def _as_last_planned(dated: Sequence[AnyView]) -> list[AnyView]:
    """The claims whose time may be that of the last article with a plan, when that is later than the others."""
    last = max(dated, key=lambda v: (v.article.published or "", v.id))
    if not last.article.published or not last.days:
        return list(dated)
    earlier = {v.id for v in dated if (v.article.published or "9999") < last.article.published}
    return [v for v in dated if v.id not in earlier or (v.days and v.days.overlaps(last.days))]


def _nights(dated: Sequence[AnyView]) -> dict[str, str]:
    """For each claim that tells of one of two days on which an article has a meeting go on overnight, the two days."""
    by_article: dict[str, list[AnyView]] = {}
    for view in dated:
        if view.claim.kind == "meeting":
            by_article.setdefault(view.article.id, []).append(view)
    found: dict[str, str] = {}
    for several in by_article.values():
        for one, other in permutations(several, 2):
            if one.days and other.days and one.days.first < other.days.first and go_on_overnight(one, other):
                found |= dict.fromkeys((one.id, other.id), f"{one.days.first}/{other.days.first}")
    return found


def choose_place(views: Sequence[AnyView]) -> tuple[Place | None, Dispute | None]:
    """The most often told place, a city before its country; and the dispute between two cities."""
    told: dict[str, list[AnyView]] = {}
    shown: dict[str, Place] = {}
    for view in views:
        if view.claim.place:
            key = fold(view.claim.place.name)
            told.setdefault(key, []).append(view)
            known = shown.get(key)
            if known is None or (known.country is None and view.claim.place.country):
                shown[key] = view.claim.place
    if not told:
        return None, None

    def support(key: str) -> int:
        return len(
            {v.article.id for other, vs in told.items() if compare_places(shown[key], shown[other]) > 0 for v in vs}
        )

    chosen = min(told, key=lambda key: (shown[key].name == shown[key].country, -support(key), told[key][0].order))
    apart = {
        key
        for one, other in combinations(told, 2)
        if compare_places(shown[one], shown[other]) < 0
        for key in (one, other)
    }
    dispute = _dispute("place", {shown[key].name: told[key] for key in sorted(apart)}) if apart else None
    return shown[chosen], dispute


def choose_participants(views: Sequence[AnyView]) -> tuple[Party, ...]:
    """Everybody any claim names, each once a role, the most often named first."""
    counted: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], Party] = {}
    first: dict[tuple[str, str], int] = {}
    for view in views:
        for party in dict.fromkeys(view.parties):
            key = (party.id, party.role)
            counted[key] += 1
            first.setdefault(key, len(first))
            if key not in shown or (party.office and not shown[key].office):
                shown[key] = party
    if any(not party.is_forum for party in shown.values()):
        shown = {key: party for key, party in shown.items() if not party.is_forum}
    order = sorted(shown, key=lambda k: (_ROLES.index(k[1]), -counted[k], first[k], k[0]))
    return tuple(shown[key] for key in order)


def choose_most(views: Sequence[AnyView], value_of: Callable[[AnyView], str | None]) -> str | None:
    """The value most articles give, the longer then the earlier on a tie; None when none does."""
    counted: dict[str, set[str]] = {}
    for view in views:
        value = value_of(view)
        if value is not None:
            counted.setdefault(value, set()).add(view.article.id)
    if not counted:
        return None
    return min(counted, key=lambda value: (-len(counted[value]), -len(value), value))


def dispute_numbers(views: Sequence[AnyView], value_of: Callable[[AnyView], str | None], field: str) -> Dispute | None:
    """A dispute when two values hold different numbers ("250 prisoners" and "303 prisoners") that may be of one thing.

    "About 200" agrees with 203. A sentence that gives both numbers tells of a whole and a part, and so does an article
    that gives two far apart.
    """
    counted: dict[float, list[AnyView]] = {}
    shown: dict[float, str] = {}
    for view in views:
        value = value_of(view)
        numbers = _NUMBER.findall(value or "")
        if numbers and value:
            number = _as_number(numbers[0])
            counted.setdefault(number, []).append(view)
            shown.setdefault(number, value)
    apart = {
        number
        for one, other in combinations(sorted(counted), 2)
        if _contradict(one, other, counted[one], counted[other], f"{shown[one]} {shown[other]}")
        for number in (one, other)
    }
    return _dispute(field, {shown[n]: counted[n] for n in sorted(apart)}) if apart else None


def _contradict(fewer: float, more: float, some: Sequence[AnyView], others: Sequence[AnyView], words: str) -> bool:
    """Whether two numbers cannot both be true of one thing."""
    share = fewer / more
    if _ABOUT.search(words) and share >= NEARLY:
        return False
    if more in _numbers(some) or fewer in _numbers(others):
        return False
    return share >= PART_OF_A_WHOLE or not {v.article.id for v in some} & {v.article.id for v in others}


def _numbers(views: Sequence[AnyView]) -> set[float]:
    """The numbers in the sentences of claims."""
    told = (number for view in views for number in _NUMBER.findall(view.claim.evidence[0].text))
    return {_as_number(number) for number in told}


def _as_number(digits: str) -> float:
    plain = digits.replace(",", "").rstrip(".")
    return float(plain) if plain.count(".") < 2 else 0.0


def history_of(views: Sequence[AnyView]) -> tuple[HistoryStep, ...]:
    """How it became known, one step for each change of what was said, in the order of publication.

    A plan told again by a later article is confirmed, one told with another day is moved.
    """
    steps: list[HistoryStep] = []
    planned: Interval | None = None
    for view in views:
        what = _WHAT[view.claim.status]
        if what == "announced" and steps:
            what = _further_plan(steps[-1], planned, view)
        if what in ("announced", "confirmed", "moved"):
            planned = view.days or planned
        if steps and steps[-1].what == what and what != "moved":
            steps[-1] = steps[-1].model_copy(update={"claims": (*steps[-1].claims, view.id)})
        else:
            steps.append(HistoryStep(published=view.article.published, what=what, claims=(view.id,)))
    return tuple(steps)


def _further_plan(before: HistoryStep, planned: Interval | None, view: AnyView) -> HistoryWhat:
    """What a plan is that others went before: the same news, one confirmed, one moved to another day."""
    if planned and view.days and not planned.overlaps(view.days):
        return "moved"
    if before.what in ("confirmed", "moved"):
        return "confirmed"
    later = (view.article.published or "") > (before.published or "")
    return "confirmed" if before.what == "announced" and later else "announced"


def _dispute(field: str, sides: dict[str, list[AnyView]]) -> Dispute:
    return Dispute(
        field=field,
        values=tuple(DisputedValue(value=v, claims=tuple(view.id for view in sides[v])) for v in sides),
    )
