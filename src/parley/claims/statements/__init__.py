"""Statements in a reading: who said what, to whom, when, about what and on which side of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.claims.statements.parts import parts_of
from parley.claims.statements.speaker import addressee_of, speakers_of
from parley.claims.statements.topics import stance_of, topic_of
from parley.claims.statements.whence import place_of_saying, reported_by, time_of_saying
from parley.model.claim import Claim, StatementClaim
from parley.model.reading import Reading
from parley.syntax.evidence import sentence_evidence

__all__ = ["extract"]

MAKER = "statements/1"


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The statements an article tells of, direct quotations first to last with the indirect ones among them."""
    text = reading.article.text
    for quotation in reading.quotes:
        speakers = speakers_of(reading, quotation)
        if not speakers:
            continue
        for part in parts_of(reading, quotation):
            if reading.is_boilerplate(part.start, part.end):
                continue
            token = part.token
            quote = text[part.start : part.end]
            topic = topic_of(quote)
            yield StatementClaim(
                article=reading.article.id,
                participants=speakers,
                place=place_of_saying(reading, quotation),
                when=time_of_saying(reading, quotation),
                attributed_to=reported_by(reading, quotation),
                evidence=(sentence_evidence(text, token),),
                quote=quote,
                direct=part.direct,
                addressee=addressee_of(reading, quotation),
                topic=topic,
                stance=stance_of(reading, quotation, quote) if topic else None,
                maker=MAKER,
            )
