"""Meetings in a reading: two or more parties talk to each other, in person or remotely.

The line: `triggers` finds the words that tell of a meeting and who is in it, `details` when and where, `merge` makes
one meeting of what is told several times, `readouts` reads the titles of official readouts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.claims.meetings.details import fill
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.merge import merge
from parley.claims.meetings.triggers import drafts_in
from parley.model.claim import Claim, MeetingClaim
from parley.model.reading import Reading
from parley.model.span import Evidence

MAKER = "meetings/1"


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The meetings an article tells of, each once."""
    drafts: list[Draft] = []
    for sentence in reading.sentences():
        for draft in drafts_in(reading, sentence):
            fill(reading, draft)
            drafts.append(draft)
    for meeting in merge(drafts):
        yield claim_of(reading, meeting)


def claim_of(reading: Reading, meeting: Draft) -> MeetingClaim:
    """The claim a finished draft makes."""
    text = reading.article.text
    spans = dict.fromkeys(_trimmed(text, start, end) for start, end in meeting.evidence)
    return MeetingClaim(
        article=reading.article.id,
        status=meeting.status,
        participants=tuple(p for p in meeting.parties if p.id not in meeting.without),
        place=meeting.place,
        when=meeting.when,
        name=meeting.name,
        form=meeting.form,
        evidence=tuple(Evidence.of(text, start, end) for start, end in spans),
        maker=MAKER,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
