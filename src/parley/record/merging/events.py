"""Which claims tell of one event: type, source, target and a day that can be one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from parley.model.claim import EventClaim
from parley.record.merging.comparing import compare_places, known_days
from parley.record.merging.grouping import Rules
from parley.record.views import View

# Times wider than this ("in 2014") do not make two reports one event, unless both give the same words.
WIDEST_DAYS = 31


def _ends(view: View[EventClaim]) -> tuple[frozenset[str], frozenset[str]]:
    return view.sides("source"), view.sides("target")


def _keys(view: View[EventClaim]) -> Iterator[Hashable]:
    days = known_days(view)
    if days is None or days.days > 400:
        yield (view.claim.code, _ends(view), view.article.id if days is None else None)
    else:
        yield from ((view.claim.code, _ends(view), year) for year in range(days.first.year, days.last.year + 1))


def score(a: View[EventClaim], b: View[EventClaim]) -> float | None:
    """1 for one event, None otherwise."""
    if a.claim.code != b.claim.code or a.claim.status != b.claim.status or _ends(a) != _ends(b):
        return None
    if a.claim.mode and b.claim.mode and a.claim.mode != b.claim.mode:
        return None
    if compare_places(a.claim.place, b.claim.place) < 0:
        return None
    days, others = known_days(a), known_days(b)
    if days and others:
        same_words = a.claim.when and b.claim.when and a.claim.when.edtf == b.claim.when.edtf
        fits = days.overlaps(others) and (max(days.days, others.days) <= WIDEST_DAYS or same_words)
        return 1.0 if fits and (any(_ends(a)) or a.article.id == b.article.id) else None
    if days or others:
        return None
    return 1.0 if a.article.id == b.article.id and any(_ends(a)) else None


def _signature(view: View[EventClaim]) -> Hashable:
    claim = view.claim
    return (claim.when.edtf if claim.when else None, claim.place.name if claim.place else None, claim.mode)


def _precision(view: View[EventClaim]) -> int:
    days = known_days(view)
    return days.days if days else 100_000


EVENT_RULES = Rules(keys=_keys, score=score, signature=_signature, precision=_precision, threshold=1.0)
