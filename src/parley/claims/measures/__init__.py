"""Measures in a reading: what agreements, and proposals for them, provide for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.claims.agreements.chains import find_chains
from parley.claims.measures.collect import collect
from parley.claims.subject import concerns_negotiation
from parley.model.claim import Claim, MeasureClaim
from parley.model.reading import Reading

__all__ = ["extract"]

MAKER = "measures/1"


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The measures an article tells of, one claim a measure of an agreement, the most telling evidence first."""
    if not concerns_negotiation(reading):
        return
    for measure in collect(reading, find_chains(reading), found):
        yield MeasureClaim(
            article=reading.article.id,
            status=measure.status,
            type=measure.type,
            agreement=measure.agreement,
            force=measure.force,
            quantity=measure.quantity,
            object=measure.object,
            deadline=measure.deadline,
            evidence=tuple(measure.evidence),
            maker=MAKER,
        )
