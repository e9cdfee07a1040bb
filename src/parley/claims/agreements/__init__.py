"""Agreements in a reading: texts and undertakings that parties reached, seek, or failed to reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.claims.agreements.chains import AgreementChain, find_chains
from parley.claims.agreements.details import parties_of, place_of, stage_of, when_of
from parley.claims.subject import concerns_negotiation
from parley.model.claim import AgreementClaim, Claim
from parley.model.reading import Reading
from parley.model.span import Evidence
from parley.syntax.evidence import sentence_evidence

__all__ = ["extract"]

MAKER = "agreements/1"


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The agreements an article tells of, one claim an agreement with all its evidence, the most telling first."""
    if not concerns_negotiation(reading):
        return
    for chain in find_chains(reading):
        yield AgreementClaim(
            article=reading.article.id,
            status=chain.status,
            participants=parties_of(chain, reading),
            place=place_of(chain, reading),
            when=when_of(chain, reading.article.text),
            name=chain.name,
            stage=stage_of(chain),
            evidence=_evidence(chain, reading),
            maker=MAKER,
        )


def _evidence(chain: AgreementChain, reading: Reading) -> tuple[Evidence, ...]:
    spans: dict[tuple[int, int], Evidence] = {}
    for mention in (chain.best, *chain.mentions):
        span = sentence_evidence(reading.article.text, mention.head)
        spans.setdefault((span.start, span.end), span)
    return tuple(spans.values())
