"""The value an entry shows where its claims give several, and the dispute where they cannot all be true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations

from parley.model.claim import Status
from parley.model.edtf import interval
from parley.model.party import Party, Place
from parley.model.record import Dispute, DisputedValue, HistoryStep, HistoryWhat
from parley.record.identity import fold
from parley.record.merging.comparing import compare_places
from parley.record.views import AnyView

_WHAT: dict[Status, HistoryWhat] = {
    "happened": "held",
    "planned": "announced",
    "possible": "proposed",
    "not_held": "cancelled",
}
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
        late = [v for v in denied if (v.article.published or "9999") >= first]
        dispute = _dispute("status", {"happened": happened, "not_held": late}) if late else None
        return "happened", dispute
    if happened:
        return "happened", None
    if denied:
        return "not_held", None
    return ("planned" if any(v.claim.status == "planned" for v in views) else "possible"), None


def choose_when(views: Sequence[AnyView]) -> tuple[AnyView | None, Dispute | None]:
    """The claim whose time to show: the most precise of those the others agree with most; and the dispute if any."""
    dated = [v for v in views if v.days]
    if not dated:
        return next((v for v in views if v.claim.when), None), None
    status, _ = choose_status(views)
    by_value: dict[str, list[AnyView]] = {}
    for view in dated:
        by_value.setdefault(view.claim.when.edtf, []).append(view)
    days = {value: interval(value) for value in by_value}

    def agreeing(value: str) -> int:
        return len({v.article.id for other, vs in by_value.items() if days[other].overlaps(days[value]) for v in vs})  # type: ignore[union-attr,arg-type]

    chosen = min(by_value, key=lambda value: (-agreeing(value), days[value].days, by_value[value][0].order))  # type: ignore[union-attr]
    apart = {
        value
        for one, other in combinations(by_value, 2)
        if not days[one].overlaps(days[other])  # type: ignore[union-attr,arg-type]
        for value in (one, other)
    }
    telling = [v for v in by_value[chosen] if v.claim.status == status] or by_value[chosen]
    return telling[0], _dispute("when", {v: by_value[v] for v in sorted(apart)}) if apart else None


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
    """A dispute when two values hold different numbers ("250 prisoners" and "303 prisoners")."""
    by_numbers: dict[tuple[str, ...], list[AnyView]] = {}
    shown: dict[tuple[str, ...], str] = {}
    for view in views:
        value = value_of(view)
        numbers = tuple(n.replace(",", "").rstrip(".") for n in _NUMBER.findall(value or ""))
        if numbers and value:
            by_numbers.setdefault(numbers, []).append(view)
            shown.setdefault(numbers, value)
    if len(by_numbers) < 2:
        return None
    return _dispute(field, {shown[n]: by_numbers[n] for n in sorted(by_numbers)})


def history_of(views: Sequence[AnyView]) -> tuple[HistoryStep, ...]:
    """How it became known, one step for each change of what was said, in the order of publication."""
    steps: list[HistoryStep] = []
    for view in views:
        what = _WHAT[view.claim.status]
        if steps and steps[-1].what == what:
            steps[-1] = steps[-1].model_copy(update={"claims": (*steps[-1].claims, view.id)})
        else:
            steps.append(HistoryStep(published=view.article.published, what=what, claims=(view.id,)))
    return tuple(steps)


def _dispute(field: str, sides: dict[str, list[AnyView]]) -> Dispute:
    return Dispute(
        field=field,
        values=tuple(DisputedValue(value=v, claims=tuple(view.id for view in sides[v])) for v in sides),
    )
