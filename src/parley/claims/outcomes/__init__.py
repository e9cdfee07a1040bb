"""Outcomes in a reading: what came of agreements and measures, as the article reports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.claims.agreements.chains import find_chains
from parley.claims.outcomes.predicates import find_verdicts
from parley.claims.outcomes.things import Things
from parley.claims.outcomes.verdict import Verdict
from parley.claims.subject import concerns_negotiation
from parley.model.claim import Claim, OutcomeClaim
from parley.model.reading import Reading
from parley.model.span import Evidence
from parley.syntax.evidence import sentence_evidence

__all__ = ["extract"]

MAKER = "outcomes/1"


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The outcomes an article tells of; the same outcome of the same thing is told once, with all its evidence."""
    if not concerns_negotiation(reading):
        return
    things = Things(reading, find_chains(reading), found)
    told: dict[tuple[str, str], list[Verdict]] = {}
    for sentence in reading.sentences():
        for verdict in find_verdicts(sentence, reading, things):
            told.setdefault((_same(verdict, told), verdict.outcome), []).append(verdict)
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


# What a truce is called when no other is meant than the one told of.
_BARE = frozenset({"ceasefire", "truce", "cease-fire"})


def _same(verdict: Verdict, told: dict[tuple[str, str], list[Verdict]]) -> str:
    """What the outcome is of: "ceasefire" is the truce of which the same was told before, and the other way round."""
    words = set(verdict.of.lower().split())
    if (verdict.of, verdict.outcome) in told or not words & _BARE:
        return verdict.of
    for of, outcome in told:
        theirs = of.lower().split()
        if outcome == verdict.outcome and _BARE & set(theirs) and 1 in (len(theirs), len(words)):
            return of
    return verdict.of


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
