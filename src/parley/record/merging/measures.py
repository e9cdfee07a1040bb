"""Which claims tell of one measure: its type, and the agreement it is in or else parties and time."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from parley.knowledge.tables import fold_words as fold
from parley.model.claim import MeasureClaim
from parley.record.merging.agreements import text_class
from parley.record.merging.comparing import compare_sides, distinctive, known_days, ordinal, proper, published_gap
from parley.record.merging.grouping import Rules
from parley.record.views import View

THRESHOLD = 3.0
# A proposal is the same proposal in reports this many days apart; later it is made anew.
LOOSE_GAP_DAYS = 7


def _agreement_key(view: View[MeasureClaim]) -> tuple[frozenset[str], int | None, str | None] | None:
    name = view.claim.agreement
    return (distinctive(name), ordinal(name), text_class(name)) if name and distinctive(name) else None


def _keys(view: View[MeasureClaim]) -> Iterator[Hashable]:
    of = _agreement_key(view)
    if of:
        yield from ((view.claim.type, word) for word in of[0])
    else:
        yield from ((view.claim.type, "side", side) for side in view.sides())
        yield (view.claim.type, "article", view.article.id)


def _signature(view: View[MeasureClaim]) -> Hashable:
    claim = view.claim
    return (
        claim.agreement,
        claim.when.edtf if claim.when else view.article.published,
        claim.status,
        claim.quantity,
        frozenset(p.id for p in view.parties),
    )


def _precision(view: View[MeasureClaim]) -> int:
    days = known_days(view)
    return (days.days if days else 100_000) + (0 if view.claim.agreement else 200_000)


def score(a: View[MeasureClaim], b: View[MeasureClaim]) -> float | None:
    """How sure it is that two claims tell of one measure; None when they cannot."""
    if a.claim.type != b.claim.type:
        return None
    one, other = _agreement_key(a), _agreement_key(b)
    days, others = known_days(a), known_days(b)
    if days and others and not days.overlaps(others):
        return None
    gap = published_gap(a, b)
    near = a.article.id == b.article.id or (gap is not None and gap <= LOOSE_GAP_DAYS)
    if a.claim.type == "other" and not (one and other and near and _same_object(a, b)):
        return None  # nothing else tells two such measures apart or together
    if one and other:
        named = one[0] <= other[0] or other[0] <= one[0]
        lasting = proper(a.claim.agreement) & proper(b.claim.agreement) or near or (days and others)
        return 3.0 if named and one[1:] == other[1:] and lasting else None
    if (a.claim.status == "happened") != (b.claim.status == "happened"):
        return None
    sides = compare_sides(a.sides(), b.sides())
    if sides is None or not (near or (days and others)):
        return None
    return sides + (1.0 if near else 0.0) + (1.0 if days and others else 0.0)


def _same_object(a: View[MeasureClaim], b: View[MeasureClaim]) -> bool:
    return bool(a.claim.object) and fold(a.claim.object or "") == fold(b.claim.object or "")


MEASURE_RULES = Rules(keys=_keys, score=score, signature=_signature, precision=_precision, threshold=THRESHOLD)
