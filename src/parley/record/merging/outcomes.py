"""Which claims tell of one outcome: of the same thing, the same result, about the same time."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import get_args

from parley.knowledge.tables import fold_words as fold
from parley.model.claim import MeasureType, OutcomeClaim
from parley.record.merging.comparing import distinctive, known_days, published_gap
from parley.record.merging.grouping import Rules
from parley.record.views import View

# Undated reports of an outcome are one when this many days apart; a violation a month later is another one.
NEAR_DAYS = 14
_MEASURES = frozenset(get_args(MeasureType))


def _of(view: View[OutcomeClaim]) -> frozenset[str]:
    return distinctive(view.claim.of.replace("_", " ")) or frozenset({fold(view.claim.of)})


def _keys(view: View[OutcomeClaim]) -> Iterator[Hashable]:
    yield from ((view.claim.outcome, word) for word in _of(view))


def _signature(view: View[OutcomeClaim]) -> Hashable:
    when = view.claim.when
    sides = frozenset(p.id for p in view.parties)
    return (view.claim.of, view.claim.status, when.edtf if when else view.article.published, sides)


def score(a: View[OutcomeClaim], b: View[OutcomeClaim]) -> float | None:
    """1 for one outcome, None otherwise."""
    if a.claim.outcome != b.claim.outcome or not _of(a) & _of(b) or a.claim.status != b.claim.status:
        return None
    if a.parties and b.parties and not a.sides() & b.sides():
        return None
    if a.article.id != b.article.id and a.claim.of in _MEASURES and not a.sides() & b.sides():
        return None  # a ceasefire broken here and one broken there
    days, others = known_days(a), known_days(b)
    if days and others:
        return 1.0 if days.overlaps(others) else None
    if a.claim.attributed_to and a.claim.attributed_to == b.claim.attributed_to:
        return 1.0  # words of one person, told again years later
    gap = published_gap(a, b)
    return 1.0 if a.article.id == b.article.id or (gap is not None and gap <= NEAR_DAYS) else None


def _precision(view: View[OutcomeClaim]) -> int:
    days = known_days(view)
    return days.days if days else 100_000


OUTCOME_RULES = Rules(keys=_keys, score=score, signature=_signature, precision=_precision, threshold=1.0)
