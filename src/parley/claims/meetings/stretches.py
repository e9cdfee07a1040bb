"""The days a meeting lasted: "two days of talks that ended on Friday", "on Tuesday and Wednesday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from parley.claims.meetings.nouns import outermost
from parley.claims.meetings.subjects import governing_verb, preposition_of
from parley.claims.meetings.timing import interval
from parley.model.reading import Reading, TimeExpression
from parley.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from parley.claims.meetings.draft import Draft

# Numbers as words.
NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)}
_DAYS = re.compile(
    rf"\b(?P<count>{'|'.join(NUMBERS)}|\d{{1,2}})[ -](?:\w+ )?days?\b(?! (?:later|after|ago|earlier))", re.I
)
# Longer than this is no session but a process; its days are not counted from one end.
_LONGEST = 14
_BEGINNING = frozenset("begin start open commence kick resume".split())
_ENDING = frozenset("end close conclude wrap finish break collapse adjourn".split())
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Between two days on both of which they met.
_AND = re.compile(r" and (?:on )?")


def days_of(draft: Draft) -> int | None:
    """How many days the draft's own words give the meeting, None when they do not say."""
    token = draft.token
    if draft.noun is None:
        words = token.doc[token.i : min(token.right_edge.i + 1, token.sent.end, token.i + 8)].text
        match = re.match(rf"\S+ for (?:{_DAYS.pattern})", words, re.IGNORECASE)
    else:
        outer = outermost(token)
        match = _DAYS.search(token.doc[max(outer.i - 5, token.sent.start) : token.i].text)
    if match is None:
        return None
    count = _count(match["count"])
    return count if 2 <= count <= _LONGEST else None


def whole_stretch(draft: Draft) -> When | None:
    """All the days of a meeting that is told by its length and its first or last day."""
    when, count = draft.when, days_of(draft)
    if when is None or when.edtf is None or count is None or not _DAY.fullmatch(when.edtf):
        return None
    phase = draft.phase if draft.phase in ("begin", "end") else _phase(draft)
    return _from_one_end(when, count, phase) if phase else None


# "During two days of talks", "the three-day meeting", in whichever sentence tells of it.
_DAYS_OF_TALKS = re.compile(
    rf"\b(?P<count>{'|'.join(NUMBERS)}|\d{{1,2}})(?:[ -]days? (?:of )?)(?:[\w-]+ ){{0,3}}?"
    r"(?:talks|negotiations|meetings?|summit|session|consultations|conference)\b",
    re.IGNORECASE,
)


def stretch_over_sentences(reading: Reading, meeting: Draft) -> None:
    """The days of a meeting whose end one sentence dates and whose length another tells."""
    when, text = meeting.when, reading.article.text
    if when is None and meeting.status == "happened":
        _from_lead(reading, meeting)
        return
    if when is None or when.edtf is None or meeting.phase == "whole" or not _DAY.fullmatch(when.edtf):
        return
    phase = meeting.phase or _phase_before(text[max(when.start - _FAR_PHASE, 0) : when.start])
    if not phase:
        return
    for _, start, end in meeting.told_at:
        match = _DAYS_OF_TALKS.search(text[start:end])
        count = _count(match["count"]) if match is not None else 0
        if 2 <= count <= _LONGEST:
            meeting.when, meeting.phase = _from_one_end(when, count, phase), "whole"
            return


# "At the end of the two-day talks": what the report says was agreed was agreed on the last of the days.
_AT_THE_END = re.compile(
    rf"\b(?:at the end of|after|following|wrapping up|concluding) (?:the |their |a )?{_DAYS_OF_TALKS.pattern}",
    re.IGNORECASE,
)
# A report's first sentences, and the days before it within which its news lies.
_LEAD = 400
_NEWS = 3


def _from_lead(reading: Reading, meeting: Draft) -> None:
    """The days of a meeting that ended with what a report opens with: "agreed Wednesday", "after two days of talks"."""
    published, text = reading.article.published_on, reading.article.text
    counts = [m for _, start, end in meeting.told_at if (m := _AT_THE_END.search(text[start:end])) is not None]
    if published is None or not counts:
        return
    for time in reading.times_in(0, _LEAD):
        if not _DAY.fullmatch(time.edtf or ""):
            continue
        age = (published - date.fromisoformat(time.edtf or "")).days
        count = _count(counts[0]["count"])
        if (
            0 <= age <= _NEWS
            and 2 <= count <= _LONGEST
            and _AGREED.search(text[max(time.start - _FAR_PHASE, 0) : time.start])
        ):
            meeting.when, meeting.phase = _from_one_end(time.as_when(), count, "end"), "whole"
        return


_AGREED = re.compile(
    r"\b(?:agreed|signed|reached|sealed|struck|ended|concluded|adopted|initialled|committed)\b[^.;\n]{0,12}$"
)


# Characters before a day in which it is said whether talks ended or began on it.
_FAR_PHASE = 60
_ENDED = re.compile(r"\b(?:ended|broke up|concluded|wrapped up|closed|collapsed|adjourned|finished)\b[^.;\n]*$")
_BEGAN = re.compile(r"\b(?:began|opened|started|kicked off|commenced|got under ?way)\b[^.;\n]*$")


def _phase_before(text: str) -> str:
    return "end" if _ENDED.search(text) else "begin" if _BEGAN.search(text) else ""


def _count(word: str) -> int:
    return NUMBERS.get(word.lower()) or (int(word) if word.isdecimal() else 0)


def _from_one_end(when: When, count: int, phase: str) -> When:
    day, rest = date.fromisoformat(when.edtf or ""), timedelta(days=count - 1)
    first, last = (day - rest, day) if phase == "end" else (day, day + rest)
    return when.model_copy(update={"edtf": f"{first.isoformat()}/{last.isoformat()}"})


def _phase(draft: Draft) -> str:
    outer = outermost(draft.token) if draft.noun is not None else draft.token
    preposition = preposition_of(outer)
    if preposition is not None and draft.status == "happened" and _is_over(preposition):
        return "end"
    verb = governing_verb(outer)
    lemma = verb.lemma_.lower()
    if outer.dep_ in ("nsubj", "nsubjpass", "dobj"):
        if lemma in _ENDING and verb.tag_ in ("VBD", "VBN"):
            return "end"
        if lemma in _BEGINNING:
            return "begin"
    told = [c for c in outer.children if c.dep_ in ("acl", "relcl")]
    lemmas = {c.lemma_.lower() for c in told}
    return (
        "begin" if lemmas & _BEGINNING else "end" if lemmas & _ENDING else "begin" if draft.status == "planned" else ""
    )


def _is_over(preposition: Token) -> bool:
    return preposition.lower_ in ("after", "following") or preposition.head.lower_ in ("end", "close", "conclusion")


def with_next_day(reading: Reading, time: TimeExpression) -> When:
    """A time together with the one that "and" joins to it: "on Tuesday and Wednesday", "on 3 and 4 May"."""
    when = time.as_when()
    text = reading.article.text
    for other in reading.times_in(max(time.start - _FAR_AND, 0), time.end + _FAR_AND):
        first, last = (time, other) if other.start >= time.end else (other, time)
        if first.end > last.start or not _AND.fullmatch(text[first.end : last.start]):
            continue
        if (whole := interval(first.as_when(), last.as_when())) is not None:
            return whole.model_copy(
                update={"text": text[first.start : last.end], "start": first.start, "end": last.end}
            )
    return when


# Characters between two days that "and" joins.
_FAR_AND = 12


_PART_OF_YEAR = re.compile(r"\b(?:early|late|mid|later|earlier)\b", re.IGNORECASE)
_IN_ONE_YEAR = re.compile(r"(\d{4})-\d\d(?:-\d\d)?/\1-\d\d(?:-\d\d)?")
# Words by which a time is finer than a year, or a season of its own.
_FINER = re.compile(
    "month|week|day|spring|summer|autumn|winter|fall|january|february|march|april|may|june|july|august|"
    "september|october|november|december",
    re.IGNORECASE,
)


def as_year(when: When | None) -> When | None:
    """A part of a year as the year: of "early 2014" the three months are the calendar's, not the article's."""
    if when is None or when.edtf is None or not _PART_OF_YEAR.search(when.text) or _FINER.search(when.text):
        return when
    match = _IN_ONE_YEAR.fullmatch(when.edtf)
    return when.model_copy(update={"edtf": match[1]}) if match is not None else when
