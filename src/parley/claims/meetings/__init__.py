"""Meetings in a reading: two or more parties talk to each other, in person or remotely.

The line: `triggers` finds the words that tell of a meeting and who is in it, `details` when and where, `merge` makes
one meeting of what is told several times, `readouts` reads the titles of official readouts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.claims.meetings.details import fill
from parley.claims.meetings.draft import NO_SENTENCE, Draft
from parley.claims.meetings.forms import seat
from parley.claims.meetings.leaders import seat_leaders
from parley.claims.meetings.merge import merge
from parley.claims.meetings.readouts import draft_of_title, is_official, place_of_title
from parley.claims.meetings.scene import place_of_story, share_place
from parley.claims.meetings.standing import settle_at_last
from parley.claims.meetings.story import Story
from parley.claims.meetings.stretches import stretch_over_sentences
from parley.claims.meetings.timing import as_month
from parley.claims.meetings.triggers import drafts_in
from parley.claims.subject import concerns_negotiation
from parley.model.claim import Claim, MeetingClaim
from parley.model.party import Place
from parley.model.reading import Mention, Reading
from parley.model.span import Evidence
from parley.syntax.datelines import datelines, in_dateline

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

MAKER = "meetings/1"


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The meetings an article tells of, each once; none in the life of a drummer, who met his bassist in 1962."""
    if not (is_official(reading.article) or concerns_negotiation(reading)):
        return
    drafts: list[Draft] = []
    if (titled := draft_of_title(reading)) is not None:
        drafts.append(titled)
    told = _for_meetings(reading)
    for sentence in reading.sentences():
        if _is_heading(sentence):
            continue
        for draft in drafts_in(told, sentence):
            fill(told, draft)
            draft.when = draft.since or draft.when
            draft.place = draft.place or _place_here(reading, draft)
            drafts.append(draft)
    meetings = merge(drafts, Story(told, drafts), reading.article.published)
    seat_leaders(told, meetings)
    if meetings:
        meetings[0].place = place_of_story(reading, meetings[0]) or meetings[0].place
        share_place(reading, meetings)
    if meetings and meetings[0].place is None and meetings[0].form != "remote" and meetings[0].status == "happened":
        meetings[0].place = place_of_title(reading.article)
    for meeting in meetings:
        stretch_over_sentences(reading, meeting)
        seat(meeting)
        settle_at_last(meeting, reading.article.published)
        yield claim_of(reading, meeting)


def _for_meetings(reading: Reading) -> Reading:
    """The reading less what its datelines name and less whom "the delegations", "the two leaders" are taken for.

    Where a report was written is neither a party nor a venue, and of whom such a word speaks the meetings told tell
    better than the states spoken of; two leaders are believed when the article names them.
    """
    text = reading.article.text
    named = {p.id for m in reading.mentions if m.form == "name" for p in m.parties}
    dated = bool(datelines(text))
    return replace(
        reading,
        mentions=tuple(
            replace(m, parties=()) if _is_guessed(m, named) else m
            for m in reading.mentions
            if not (dated and in_dateline(text, m.start))
        ),
        times=tuple(t for t in reading.times if not (dated and in_dateline(text, t.start))),
    )


def _is_guessed(mention: Mention, named: set[str]) -> bool:
    """Whether a description of several names none of them and stands for states, or for people never named."""
    if mention.form == "name" or len(mention.parties) < 2 or any(c.isupper() for c in mention.text[1:]):
        return False
    people = all(p.kind == "person" for p in mention.parties)
    if not people:
        return mention.form == "description"
    return any(p.id not in named for p in mention.parties)


# How far behind its trigger a "here" may stand.
_FAR_HERE = 24


def _place_here(reading: Reading, draft: Draft) -> Place | None:
    """The dateline's town, for what a report says took place "here"."""
    token = draft.token
    if not any(t.lower_ == "here" for t in token.doc[token.i : min(token.sent.end, token.i + _FAR_HERE)]):
        return None
    before = [span for span in datelines(reading.article.text) if span[0] <= draft.token.idx]
    if not before:
        return None
    return next((m.place for m in reading.mentions_in(*before[-1]) if m.place is not None), None)


# A line with more of its words in capitals than this, and no full stop, is a headline.
_HEADLINE = 0.8


def _is_heading(sentence: Tokens) -> bool:
    """Whether a sentence is a heading of a section or a list of links: it asserts nothing."""
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    capitals = sum(token.text[0].isupper() for token in words)
    if len(words) > 4 and capitals > _HEADLINE * len(words) and not sentence.text.rstrip().endswith((".", "”", '"')):
        return True
    return not any(token.pos_ in ("VERB", "AUX") for token in sentence)


def claim_of(reading: Reading, meeting: Draft) -> MeetingClaim:
    """The claim a finished draft makes."""
    text = reading.article.text
    meeting.add(meeting.company)
    _seat_forums(meeting)
    told = sorted(meeting.told_at, key=lambda t: (-t[0], t[1]))
    spans = dict.fromkeys(
        _trimmed(text, start, end) for rank, start, end in told if rank > NO_SENTENCE or len(told) == 1
    )
    return MeetingClaim(
        article=reading.article.id,
        status=meeting.status,
        participants=tuple(p for p in meeting.parties if p.id not in meeting.without),
        place=meeting.place,
        when=as_month(meeting.when),
        name=meeting.name,
        form=meeting.form,
        evidence=tuple(Evidence.of(text, start, end) for start, end in spans),
        maker=MAKER,
    )


def _seat_forums(meeting: Draft) -> None:
    """A forum is the name of the meeting when others sit at it ("the Normandy format"), else all that is known."""
    forums = [p for p in meeting.parties if p.is_forum]
    if forums and any(p.role == "party" and not p.is_forum for p in meeting.parties):
        meeting.parties = tuple(p for p in meeting.parties if not p.is_forum)
        meeting.name = meeting.name or forums[0].name


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
