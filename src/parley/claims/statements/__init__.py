"""Statements in a reading: who said what, to whom, when, about what and on which side of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from parley.claims.statements.headlines import is_headline
from parley.claims.statements.parts import cue_token, is_noted, is_uttered, parts_of, says_something
from parley.claims.statements.reported import Reports
from parley.claims.statements.speaker import addressee_of, speakers_of
from parley.claims.statements.stance import stance_of
from parley.claims.statements.topics import topic_of
from parley.claims.statements.whence import place_of_saying, time_of_saying
from parley.model.claim import Claim, StatementClaim
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.evidence import SentenceIndex
from parley.syntax.quotation_marks import speech_stretches

__all__ = ["extract"]

# A quotation found twice, with its last comma and without, stands among the last few.
_NEAR_PARTS = 6
MAKER = "statements/1"
# Characters between a statement and an agentless one of the same talk ("It was stressed that"): two short paragraphs.
SAME_TALK = 700


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The statements an article tells of, direct quotations first to last with the indirect ones among them."""
    text = reading.article.text
    stretches = speech_stretches(text)
    speaking = [says_something(reading, q) and bool(speakers_of(reading, q)) for q in reading.quotes]
    reports = Reports(reading.quotes, speaking, text)
    sentences = SentenceIndex(reading.doc)
    latest: tuple[tuple[Party, ...], int] | None = None
    seen: set[tuple[int, int]] = set()
    latest_parts: deque[tuple[int, int]] = deque(maxlen=_NEAR_PARTS)
    for number, quotation in enumerate(reading.quotes):
        cue = cue_token(reading, quotation)
        speakers = speakers_of(reading, quotation)
        if not speakers and latest and is_noted(cue) and quotation.content[0][0] - latest[1] < SAME_TALK:
            speakers = latest[0]  # "It was stressed that ...": by those who spoke just before
        if not speakers:
            continue
        latest = (speakers, quotation.content[0][0])
        if quotation.kind != "direct" and (reports.only_passes_on(number) or reports.is_told_again(number)):
            continue
        if quotation.kind == "mixed" and reports.reporter_of(number) and not is_uttered(cue, quotation, reading):
            continue  # "said they had agreed to seek a “fair” solution": the words are the reporter's
        for part in parts_of(reading, quotation, stretches):
            if (part.start, part.end) in seen or reading.is_boilerplate(part.start, part.end):
                continue
            if not part.direct and reports.is_retold(number):
                continue
            if is_headline(text, part.start) and (not part.direct or _again(text, part.start, part.end)):
                continue
            if part.direct and any(part.start == start and abs(part.end - end) <= 2 for start, end in latest_parts):
                continue
            seen.add((part.start, part.end))
            latest_parts.append((part.start, part.end))
            end = part.end if part.direct else reports.end_before_reporter(number, text, part.start, part.end)
            quote = text[part.start : end]
            evidence = sentences.evidence(part.token)
            told = sentences.evidence(cue) if cue is not None else evidence
            topic = topic_of(quote) or topic_of(_content(text, quotation.content)) or topic_of(evidence.text)
            yield StatementClaim(
                article=reading.article.id,
                participants=speakers,
                place=place_of_saying(reading, quotation, cue),
                when=time_of_saying(reading, quotation, cue),
                attributed_to=_another(reports.reporter_of(number), speakers),
                evidence=(evidence,) if told.start == evidence.start else (evidence, told),
                quote=quote,
                direct=part.direct,
                addressee=addressee_of(reading, cue),
                topic=topic,
                stance=stance_of(reading, quotation, part.start, part.end) if topic else None,
                maker=MAKER,
            )


def _again(text: str, start: int, end: int) -> bool:
    """Whether the words of a headline are quoted again below it."""
    return text.find(text[start:end].strip(" ,."), end) >= 0


def _content(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _another(reporter: str | None, speakers: Sequence[Party]) -> str | None:
    """The reporter of a statement, None when it is the speaker who tells of it."""
    return None if any(p.name == reporter for p in speakers) else reporter
