"""The one grouping algorithm: precise claims first, each vaguer one joins the group it fits, or stands alone.

Deterministic whatever the order of the input: claims are sorted by a rank of their content first. Near-linear: a claim
is compared with the groups that share a blocking key only, and within a group with one claim of each wording of the
facts (`signature`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from parley.record.views import AnyView

Score = Callable[[AnyView, AnyView], float | None]
"""How alike two claims are; None is a veto: they cannot be one."""


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


@dataclass(slots=True)
class _Group:
    """A group while it grows. `state` is a number that two groups share when they hold the same wordings."""

    members: list[AnyView]
    wordings: dict[Hashable, AnyView]
    state: int


@dataclass(frozen=True, slots=True)
class _Facts:
    """What grouping asks of a claim, worked out once."""

    rank: tuple[int, tuple[str, str, str]]
    wording: Hashable
    seek: tuple[Hashable, ...]
    keys: tuple[Hashable, ...]
    vague: bool


class Grouping:
    """Groups the claims of one kind, remembering what it compared: the same again, and a little more, costs little.

    What is remembered saves work and decides nothing: a comparison hangs on the claim and the wordings of the group
    alone. A claim is known again by its view, the same object.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._facts: dict[AnyView, _Facts] = {}
        self._states: dict[Hashable, int] = {}
        self._scores: dict[tuple[AnyView, int], float | None] = {}

    def group(self, views: Sequence[AnyView]) -> list[list[AnyView]]:
        """The views in groups; every view in exactly one."""
        groups: list[_Group] = []
        by_key: dict[Hashable, dict[int, None]] = {}
        for view in sorted(views, key=lambda v: self._facts_of(v).rank):
            facts = self._facts_of(view)
            candidates = sorted({number for key in facts.seek for number in by_key.get(key, ())})
            chosen = self._choose(view, candidates, groups)
            if chosen is None:
                chosen = len(groups)
                groups.append(_Group([], {}, 0))
            self._add(groups[chosen], view)
            for key in facts.keys:
                by_key.setdefault(key, {})[chosen] = None
        return [g.members for g in (self._joined(groups) if self._rules.join else groups)]

    def _facts_of(self, view: AnyView) -> _Facts:
        facts = self._facts.get(view)
        if facts is None:
            rules = self._rules
            keys = tuple(dict.fromkeys(rules.keys(view)))
            facts = self._facts[view] = _Facts(
                rank=(rules.precision(view), view.order),
                wording=(rules.signature(view), view.split),
                seek=tuple(dict.fromkeys(rules.seek(view))) if rules.seek else keys,
                keys=keys,
                vague=rules.is_vague(view),
            )
        return facts

    def _add(self, to: _Group, view: AnyView) -> None:
        to.members.append(view)
        wording = self._facts_of(view).wording
        if wording not in to.wordings:
            to.wordings[wording] = view
            to.state = self._state((to.state, view))

    def _state(self, made_of: Hashable) -> int:
        return self._states.setdefault(made_of, len(self._states) + 1)

    def _joined(self, groups: list[_Group]) -> list[_Group]:
        """The groups, with those joined that a claim of one ties to another though their first claims did not.

        Only groups with a precise claim: what stood alone because it fitted two groups stays alone.
        """
        joined: list[_Group] = []
        by_key: dict[Hashable, dict[int, None]] = {}
        for candidate in groups:
            facts = [self._facts_of(view) for view in candidate.wordings.values()]
            chosen: int | None = None
            if not self._all_vague(candidate):
                sought = {key for of_one in facts for key in of_one.seek}
                numbers = sorted({number for key in sought for number in by_key.get(key, ())})
                scored = [
                    (-likeness, n) for n in numbers if (likeness := self._of_groups(candidate, joined[n])) is not None
                ]
                best = min(scored, default=(0.0, 0))
                chosen = best[1] if -best[0] >= self._rules.threshold else None
            if chosen is None:
                chosen = len(joined)
                joined.append(candidate)
            else:
                into = joined[chosen]
                into.members += candidate.members
                into.wordings |= candidate.wordings
                into.state = self._state(("joined", into.state, candidate.state))
            for key in {key: None for of_one in facts for key in of_one.keys}:
                by_key.setdefault(key, {})[chosen] = None
        return joined

    def _all_vague(self, candidate: _Group) -> bool:
        return all(self._facts_of(view).vague for view in candidate.members)

    def _of_groups(self, one: _Group, other: _Group) -> float | None:
        """The best score between two groups; None as soon as one vetoes, or when the other has no precise claim."""
        if self._all_vague(other):
            return None
        best: float | None = None
        for view in one.wordings.values():
            likeness = self._likeness(view, other)
            if likeness is None:
                return None
            best = likeness if best is None else max(best, likeness)
        return best

    def _choose(self, view: AnyView, candidates: Sequence[int], groups: Sequence[_Group]) -> int | None:
        scored = []
        for number in candidates:
            likeness = self._likeness(view, groups[number])
            if likeness is not None and likeness >= self._rules.threshold:
                scored.append((-likeness, number))
        scored.sort()
        if not scored:
            return None
        best, chosen = scored[0]
        if self._facts_of(view).vague:
            for likeness, rival in scored[1:]:
                if likeness - best < self._rules.clear and self._vetoed(groups[chosen], groups[rival]):
                    return None
        return chosen

    def _vetoed(self, one: _Group, other: _Group) -> bool:
        """Whether two groups cannot be one."""
        return any(self._likeness(view, other) is None for view in one.wordings.values())

    def _likeness(self, view: AnyView, candidate: _Group) -> float | None:
        """The best score over the wordings of a group, None as soon as one of them vetoes."""
        key = (view, candidate.state)
        if key in self._scores:
            return self._scores[key]
        best: float | None = None
        wording = self._facts_of(view).wording
        for known, other in candidate.wordings.items():
            score = self._rules.score(view, other) if other.split == view.split else None
            if score is None:
                best = None
                break
            if known == wording:
                score += 1.0
            best = score if best is None else max(best, score)
        self._scores[key] = best
        return best
