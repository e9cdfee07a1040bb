"""The one grouping algorithm: precise claims first, each vaguer one joins the group it fits, or stands alone.

Deterministic whatever the order of the input: claims are sorted by a rank of their content first. Near-linear: a claim
is compared with the groups that share a blocking key only, and within a group with one claim of each wording of the
facts (`signature`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from parley.record.views import AnyView

Score = Callable[[AnyView, AnyView], float | None]
"""How alike two claims are; None is a veto: they cannot be one."""


@dataclass(slots=True)
class _Group:
    members: list[AnyView]
    wordings: dict[Hashable, AnyView] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """What grouping needs to know of a kind of claim.

    A claim is found by others under its `keys`, and looks for them under those of `seek` (the same where left out).
    `clear` is by how much the best group must beat the next for a vague claim (`is_vague`) to join it, when the two
    cannot be one: a claim that fits both equally well is evidence for neither. With `join`, groups that a later claim
    ties together become one.
    """

    keys: Callable[[AnyView], Iterable[Hashable]]
    score: Score
    signature: Callable[[AnyView], Hashable]
    precision: Callable[[AnyView], int]
    threshold: float
    clear: float = 0.5
    is_vague: Callable[[AnyView], bool] = lambda view: False
    seek: Callable[[AnyView], Iterable[Hashable]] | None = None
    join: bool = False


def group(views: Sequence[AnyView], rules: Rules) -> list[list[AnyView]]:
    """The views in groups; every view in exactly one."""
    groups: list[_Group] = []
    by_key: dict[Hashable, dict[int, None]] = {}
    for view in sorted(views, key=lambda v: (rules.precision(v), v.order)):
        candidates = sorted({number for key in (rules.seek or rules.keys)(view) for number in by_key.get(key, ())})
        chosen = _choose(view, candidates, groups, rules)
        if chosen is None:
            chosen = len(groups)
            groups.append(_Group([]))
        groups[chosen].members.append(view)
        groups[chosen].wordings.setdefault((rules.signature(view), view.split), view)
        for key in rules.keys(view):
            by_key.setdefault(key, {})[chosen] = None
    return [g.members for g in (_join_groups(groups, rules) if rules.join else groups)]


def _join_groups(groups: list[_Group], rules: Rules) -> list[_Group]:
    """The groups, with those joined that a claim of one ties to another though their first claims did not.

    Only groups with a precise claim: what stood alone because it fitted two groups stays alone.
    """
    joined: list[_Group] = []
    by_key: dict[Hashable, dict[int, None]] = {}
    for candidate in groups:
        keys = list(dict.fromkeys(key for view in candidate.wordings.values() for key in rules.keys(view)))
        chosen: int | None = None
        if not all(rules.is_vague(view) for view in candidate.members):
            sought = {key for view in candidate.wordings.values() for key in (rules.seek or rules.keys)(view)}
            numbers = sorted({number for key in sought for number in by_key.get(key, ())})
            scored = [
                (-likeness, n) for n in numbers if (likeness := _of_groups(candidate, joined[n], rules)) is not None
            ]
            best = min(scored, default=(0.0, 0))
            chosen = best[1] if -best[0] >= rules.threshold else None
        if chosen is None:
            chosen = len(joined)
            joined.append(candidate)
        else:
            joined[chosen].members += candidate.members
            joined[chosen].wordings |= candidate.wordings
        for key in keys:
            by_key.setdefault(key, {})[chosen] = None
    return joined


def _of_groups(one: _Group, other: _Group, rules: Rules) -> float | None:
    """The best score between two groups; None as soon as one vetoes, or when the other has no precise claim."""
    if all(rules.is_vague(view) for view in other.members):
        return None
    best: float | None = None
    for view in one.wordings.values():
        likeness = _likeness(view, other, rules)
        if likeness is None:
            return None
        best = likeness if best is None else max(best, likeness)
    return best


def _choose(view: AnyView, candidates: Sequence[int], groups: Sequence[_Group], rules: Rules) -> int | None:
    scored = []
    for number in candidates:
        likeness = _likeness(view, groups[number], rules)
        if likeness is not None and likeness >= rules.threshold:
            scored.append((-likeness, number))
    scored.sort()
    if not scored:
        return None
    best, chosen = scored[0]
    if rules.is_vague(view):
        for likeness, rival in scored[1:]:
            if likeness - best < rules.clear and _vetoed(groups[chosen], groups[rival], rules):
                return None
    return chosen


def _vetoed(one: _Group, other: _Group, rules: Rules) -> bool:
    """Whether two groups cannot be one."""
    return any(_likeness(view, other, rules) is None for view in one.wordings.values())


def _likeness(view: AnyView, candidate: _Group, rules: Rules) -> float | None:
    """The best score over the wordings of a group, None as soon as one of them vetoes."""
    best: float | None = None
    signature = (rules.signature(view), view.split)
    for known, other in candidate.wordings.items():
        if other.split != view.split:
            return None
        score = rules.score(view, other)
        if score is None:
            return None
        if known == signature:
            score += 1.0
        best = score if best is None else max(best, score)
    return best
