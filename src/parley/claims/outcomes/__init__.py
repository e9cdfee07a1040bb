"""Outcomes in a reading: what came of agreements and measures, as the article reports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.claims.agreements.chains import find_chains
from parley.claims.outcomes.predicates import Verdict, find_verdicts
from parley.claims.outcomes.things import Things
from parley.model.claim import Claim, OutcomeClaim
from parley.model.reading import Reading
from parley.model.span import Evidence
from parley.syntax.evidence import sentence_evidence

__all__ = ["extract"]

MAKER = "outcomes/1"


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The outcomes an article tells of; the same outcome of the same thing is told once, with all its evidence."""
    things = Things(reading, find_chains(reading))
    told: dict[tuple[str, str], list[Verdict]] = {}
    for sentence in reading.sentences():
        for verdict in find_verdicts(sentence, reading, things):
            told.setdefault((verdict.of, verdict.outcome), []).append(verdict)
    for (of, _), verdicts in told.items():
        evidence: dict[tuple[int, int], Evidence] = {}
        for verdict in verdicts:
            span = sentence_evidence(reading.article.text, verdict.token)
            evidence.setdefault((span.start, span.end), span)
        yield OutcomeClaim(
            article=reading.article.id,
            of=of,
            outcome=verdicts[0].outcome,
            attributed_to=_speaker(verdicts[0], reading),
            evidence=tuple(evidence.values()),
            maker=MAKER,
        )


def _speaker(verdict: Verdict, reading: Reading) -> str | None:
    """Who in the article says so: the accuser, or whoever the words are attributed to."""
    if verdict.accuser is not None:
        parties = reading.parties_at(verdict.accuser)
        if parties:
            return parties[0].name
    offset = verdict.token.idx
    for quote in reading.quotes:
        if quote.speakers and any(start <= offset < end for start, end in quote.content):
            return quote.speakers[0].name
    return None
