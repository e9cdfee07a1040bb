"""When a meeting was held, read off the words around its trigger; with place, name, form and status it makes a draft
whole.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from parley.claims.attach import apart_from_name, time_of
from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.belonging import (
    dates_a_thing,
    is_before_another,
    is_beyond_semicolon,
    is_last_time,
    is_of_meeting_held,
    is_of_other_meeting,
    is_of_saying,
    is_since,
    is_still_held,
    is_told_of_another,
)
from parley.claims.meetings.counted import counted_ahead, counted_back
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.forms import settle_form
from parley.claims.meetings.naming import name_of
from parley.claims.meetings.nouns import outermost
from parley.claims.meetings.scene import arrival_before, coming_before_where, place_pointed_at
from parley.claims.meetings.spans import bounds
from parley.claims.meetings.standing import is_told_ahead, settle
from parley.claims.meetings.stretches import as_year, whole_stretch, with_next_day
from parley.claims.meetings.subjects import governing_verb, preposition_of
from parley.claims.meetings.timing import day_before, ended_as_well, fronted, interval, is_of_other_clause
from parley.claims.meetings.venues import HELD, place_told
from parley.model.reading import Reading, TimeExpression
from parley.model.when import When
from parley.syntax.clauses import clause_head

if TYPE_CHECKING:
    from spacy.tokens import Token


def fill(reading: Reading, draft: Draft) -> None:
    """Adds time, place, name and form to a draft, where the sentence says them, and corrects its status."""
    settle(draft)
    anchors = [*_told_of(draft.token), draft.token, *_meeting_of_clause(draft)]
    draft.when = next((w for t in anchors if (w := _when(reading, t)) is not None), None)
    if draft.when is not None and _is_since(reading, draft.when.start):
        begun = draft.when.edtf or ""
        if is_last_time(draft.token):
            draft.when = draft.when.model_copy(update={"edtf": begun.removesuffix("/..") or None})
        elif not (is_still_held(draft.token) and begun.endswith("..")):
            draft.when = None  # "their first talks since March 2022"
    if _is_told_ahead(reading, draft):
        draft.status = "planned"
    draft.when = _not_ahead(reading, draft)
    if draft.when is not None and draft.status == "happened":
        draft.when = _on_day_of_story(reading, draft.when)
    if draft.status == "happened" and _is_to_come(draft.when, reading.article.published):
        draft.when = None  # "held talks to set an agenda for the coming week"
    draft.when = draft.when or _day_of_carrier(reading, draft) or _day_of_entry(reading, draft)
    draft.when = draft.when or _fronted(reading, draft) or _day_of_end(reading, draft)
    draft.when = draft.when or counted_back(reading, draft) or counted_ahead(reading, draft)
    if (ends := ended_as_well(draft.token)) is not None:
        whole = interval(_when(reading, ends[0]), _when(reading, ends[1]))
        draft.when, draft.phase = (whole, "whole") if whole is not None else (draft.when, draft.phase)
    draft.when = as_year(draft.when)
    if (stretch := whole_stretch(draft)) is not None:
        draft.when, draft.phase = stretch, "whole"
    draft.place = place_told(reading, draft, anchors) or place_pointed_at(reading, draft)
    if draft.when is None and (coming := coming_before_where(draft)) is not None:
        draft.when = _when(reading, coming)
    if (draft.place is None or draft.when is None) and (came := arrival_before(reading, draft)) is not None:
        draft.place = draft.place or came.place
        draft.when = draft.when or came.when
    if _lies_ahead(draft.token):
        _keep_own(reading, draft)  # "expired on Monday ahead of a new round of talks"
    if draft.definite and draft.noun is not None and not draft.attendees and not _is_event_subject(draft.token):
        _keep_own(reading, draft)
    draft.name = name_of(reading, draft)
    settle_form(draft)
    if draft.form == "remote":
        draft.place = None  # "speaking by telephone from Washington"


# Words from talks to the verb that ends them, over what they were about.
_FAR_END = 30


def _day_of_end(reading: Reading, draft: Draft) -> When | None:
    """The day right behind the verb that ends or opens talks, where the parser lost the verb: "ended Sunday"."""
    token = draft.token
    if draft.noun is None or draft.status != "happened" or outermost(token).dep_ != "nsubj":
        return None
    for verb in token.doc[token.i + 1 : min(token.sent.end, token.i + _FAR_END)]:
        if lex.meeting_noun(verb.text) and verb.pos_ == "NOUN":
            return None
        if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in _ENDING:
            continue
        end = verb.idx + len(verb)
        times = [t for t in reading.times_in(end, end + _NEXT) if t.edtf and t.type in ("DATE", "TIME")]
        return times[0].as_when() if times else None
    return None


_ENDING = frozenset("end begin open start resume close conclude collapse adjourn".split())
# Characters between such a verb and its day: "ended early on Sunday".
_NEXT = 14


def _fronted(reading: Reading, draft: Draft) -> When | None:
    if draft.status != "happened":
        return None
    time = fronted(reading, draft.token, is_noun=draft.noun is not None)
    return time.as_when() if time is not None else None


def _is_since(reading: Reading, offset: int) -> bool:
    return reading.article.text[max(offset - 6, 0) : offset].lower().endswith("since ")


def _is_to_come(when: When | None, published: str | None) -> bool:
    if when is None or when.edtf is None or published is None or when.basis != "relative":
        return False
    limits = bounds(when.edtf)
    return limits is not None and limits[0] > published[:10]


_HOUR = re.compile(r"\d|noon|midnight|hours")
_DAY_WORD = re.compile(r"day\b|today|tonight|yesterday|\b(?:this|last|next)\b|\d{4}|[A-Z][a-z]{2,}", re.IGNORECASE)
# Days before a report within which its news lies.
_NEWS = 3


def _on_day_of_story(reading: Reading, when: When) -> When:
    """An hour alone is of the day told before it: "on Friday ... The session began at 1:30 pm"."""
    day = reading.article.published_on
    if day is None or when.edtf is None or when.edtf[:10] != day.isoformat() or not _HOUR.search(when.text):
        return when
    if _DAY_WORD.search(re.sub(r"\b[ap]\.?m\b|\bGMT\b|\blocal\b|\baround\b|\babout\b|\btime\b", "", when.text)):
        return when
    for time in reversed(reading.times_in(0, when.start)):
        if time.edtf is None or len(time.edtf) != 10 or not time.edtf.replace("-", "").isdecimal():
            continue
        told = date.fromisoformat(time.edtf)
        return _shifted(when, day, (told - day).days) if 0 < (day - told).days <= _NEWS else when
    return when


def _is_told_ahead(reading: Reading, draft: Draft) -> bool:
    """Whether the meeting's own time is still to come: "peace talks that open in Geneva next week"."""
    when, published = draft.when, reading.article.published
    if draft.status != "happened" or when is None or when.edtf is None or published is None:
        return False
    limits = bounds(when.edtf)
    weekday = when.text.lower() in lex.WEEKDAYS
    if limits is None or (not weekday and limits[0] <= published[:10]):
        return False
    span = reading.doc.char_span(when.start, when.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    if limits[0] > published[:10]:
        return is_told_ahead(draft.token, span.root)
    return is_told_ahead(draft.token, span.root) and (_is_due(draft.token) or _is_present(draft, limits, published))


def _is_present(draft: Draft, limits: tuple[str, str], published: str) -> bool:
    """Whether a plain present with another weekday than the report's tells of what comes: "begin talks on Monday"."""
    verb = governing_verb(draft.token) if draft.noun is not None else draft.token
    if verb.tag_ not in ("VBZ", "VBP") or verb.dep_ != "ROOT" or verb.lemma_.lower() not in _STARTING:
        return False
    return limits[0] < published[:10] and not any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.children)


_STARTING = frozenset("begin start open resume meet hold host convene gather".split())


def _is_due(noun: Token) -> bool:
    return any(c.lower_ in ("due", "set") for c in noun.children)


def _not_ahead(reading: Reading, draft: Draft) -> When | None:
    """The time of a draft; a weekday that was reckoned forwards is the one before when the meeting was held."""
    when, published = draft.when, reading.article.published_on
    if when is None or published is None or when.edtf is None:
        return when
    if draft.status == "planned" and (moved := _next_year(when, published, _far_back(draft))) is not None:
        return moved
    if len(when.edtf) != 10:
        return when
    if when.basis != "relative" or not when.edtf[:4].isdecimal() or when.text.lower() not in lex.WEEKDAYS:
        return when
    if draft.status != "happened":
        day = date.fromisoformat(when.edtf)
        return _shifted(when, day, 7) if draft.status == "planned" and day < published and _is_agreed(draft) else when
    day = date.fromisoformat(when.edtf)
    return _shifted(when, day, -7) if day > published else when


# A day that far before the report, given without its year, is that of the year to come when a plan names it.
_LONG_PAST = 150
# The same where the sentence says that they "will" meet.
_PAST = 31
_WILL = 5
_YEAR = re.compile(r"\d{4}")


def _far_back(draft: Draft) -> int:
    """How many days a named month may lie before the report for a plan to be an old one: "were to meet in July"."""
    token = draft.token
    for _ in range(_WILL):
        if any(c.lower_ in ("will", "'ll", "’ll") for c in token.children):
            return _PAST
        token = token.head
    return _LONG_PAST


def _next_year(when: When, published: date, far: int) -> When | None:
    """A planned "April 27" that was taken for last year's, put ahead; None where it was not."""
    limits = bounds(when.edtf or "")
    if limits is None or when.basis != "relative" or _YEAR.search(when.text) or not _MONTH_NAME.search(when.text):
        return None
    year, month = limits[1][:4], limits[1][5:7]
    if not (year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return None
    if (published - date(int(year), int(month), 28)).days <= far:
        return None
    return when.model_copy(update={"edtf": _YEAR.sub(lambda y: str(int(y[0]) + 1), when.edtf or "")})


_MONTH_NAME = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def _shifted(when: When, day: date, days: int) -> When:
    return when.model_copy(update={"edtf": (day + timedelta(days=days)).isoformat()})


def _is_agreed(draft: Draft) -> bool:
    """Whether a plan is told as one that holds: not "were to meet on Monday", which was then missed."""
    return not any(c.lower_ in ("was", "were", "had") for c in governing_verb(draft.token).children)


_SAME_DAY = frozenset({"after", "at", "during", "following", "in"})


def _day_of_carrier(reading: Reading, draft: Draft) -> When | None:
    """The day of what came of the talks, when nothing else dates them: "agreed on Friday after talks in Doha"."""
    if draft.noun is None or (draft.definite and not draft.attendees):
        return None
    outer = outermost(draft.token)
    preposition = preposition_of(outer)
    verb = governing_verb(outer)
    if verb.dep_ == "xcomp":
        verb = verb.head  # "agreed on Friday to free them after talks in Doha"
    if (day := day_before(reading, draft.token)) is not None:
        return day.as_when()
    if preposition is not None and preposition.lower_ == "as":
        preposition = _after_above(preposition)  # "following what they hailed as a historic summit"
    if preposition is None or preposition.lower_ not in _SAME_DAY:
        return None
    if preposition.lower_ not in ("after", "following") and preposition.head.i != verb.i:
        return None  # "the facilitator in the dialogue said on Friday"
    when = _when(reading, verb) if verb.tag_ == "VBD" else None
    if when is None or not when.edtf or len(when.edtf) != 10:
        return _only_day(reading, preposition)
    return when


def _after_above(token: Token) -> Token | None:
    for _ in range(4):
        if token.lower_ in ("after", "following"):
            return token
        token = token.head
    return None


_DAY_LENGTH = len("2000-01-01")
# How near a past verb a day must stand to be its own: "on Tuesday signed", "told reporters on Friday".
_NEAR_VERB = 4


def _only_day(reading: Reading, preposition: Token) -> When | None:
    """The one day of a sentence in the past that closes with talks: "said on Monday that it would free them after"."""
    if preposition.lower_ not in ("after", "following"):
        return None
    sentence = preposition.sent
    times = [t for t in reading.times_in(sentence.start_char, preposition.idx) if len(t.edtf or "") == _DAY_LENGTH]
    if len(times) != 1:
        return None
    span = reading.doc.char_span(times[0].start, times[0].end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    clause = clause_head(span.root)
    near = reading.doc[max(span.start - _NEAR_VERB, sentence.start) : min(span.end + _NEAR_VERB, sentence.end)]
    if clause.dep_ in ("relcl", "acl", "advcl") or not any(t.tag_ in ("VBD", "VBN") for t in near):
        return None
    between = reading.doc[span.end : preposition.i]
    return (
        None
        if any(t.text in ";\n" or t.lower_ in ("since", "before", "until") for t in between)
        else times[0].as_when()
    )


# Between the beginning of an entry and its text: "Feb. 1999: X hosts Y", "12 March - the envoys met".
_ENTRY_MARK = re.compile(r"^[ \t]*[:–—|-]")
_BULLET = " \t—–-•*·[("


def _day_of_entry(reading: Reading, draft: Draft) -> When | None:
    """The date a chronology's entry begins with; the day of a day's log, for what it tells in the present tense."""
    text = reading.article.text
    line = text.rfind("\n", 0, draft.start) + 1
    lead = next((t for t in reading.times_in(line, line + _LEAD) if t.edtf), None)
    if lead is not None and not text[line : lead.start].strip(_BULLET) and _ENTRY_MARK.match(text[lead.end :][:8]):
        return lead.as_when()
    verb = governing_verb(draft.token) if draft.noun is not None else draft.token
    if draft.status != "happened" or draft.definite:
        return None
    perfect = verb.tag_ == "VBN" and any(c.lower_ in ("has", "have") for c in verb.children)
    if _CLOCK.match(text, line) and (perfect or verb.tag_ in ("VBZ", "VBP")):
        return _day_of_log(reading, line)
    if verb.tag_ == "VB":
        verb = verb.sent.root  # "the two announce their intention to seek a truce after talks"
    return _day_of_heading(reading) if verb.tag_ in ("VBZ", "VBP") else None


# What an entry of a running report begins with: "20:40 The two have met", "[14.05] ...".
_CLOCK = re.compile(r"[ \t\[(]*\d{1,2}[:.]\d{2}\b(?! ?%)")


def _day_of_log(reading: Reading, line: int) -> When | None:
    """The day of a running report, for what it tells as news under the hour."""
    day = reading.article.published
    time = next(iter(reading.times_in(line, line + _LEAD)), None)
    if day is None or time is None:
        return None
    return When(edtf=day[:10], text=time.text, basis="relative", start=time.start, end=time.end, anchor="published")


def _day_of_heading(reading: Reading) -> When | None:
    """The day in the first line of a page that is a day's log ("Events: 12 March 2025")."""
    first, newline, _ = reading.article.text[:_HEADING].partition("\n")
    if not newline:
        return None
    days = (t for t in reading.times_in(0, len(first)) if t.edtf and len(t.edtf) == 10)
    return next((t.as_when() for t in days if first.rstrip().endswith(t.text)), None)


# A date further into its line is no longer what the entry is filed under; a longer first line is no heading.
_LEAD = 12
_HEADING = 60


def _told_of(noun: Token) -> list[Token]:
    """The predicates that say of a meeting noun when and where: "which took place on", "to be held in"."""
    found = []
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in lex.REVIVING | {"resume", "reopen", "renew"}:
        return []  # "resumed talks that were broken off in May"
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _FAR_RELATIVE)]:
        if token.dep_ in ("relcl", "acl") and token.lemma_.lower() in HELD and _is_told_of(noun, token):
            found.append(token)
    return found


def _meeting_of_clause(draft: Draft) -> list[Token]:
    """The meeting that a clause on it hangs on: "in mid-May a summit at which X was to host Y fell through"."""
    token = draft.token if draft.token.dep_ != "xcomp" else draft.token.head  # "was to host"
    relative = draft.noun is None and token.dep_ == "relcl" and bool(lex.meeting_noun(token.head.text))
    return [token.head] if relative else []


# How far behind a noun its "which took place" may stand.
_FAR_RELATIVE = 16


def _is_told_of(noun: Token, verb: Token) -> bool:
    relative = any(c.lower_ in ("which", "that") for c in verb.lefts)
    infinitive = any(c.lower_ == "to" for c in verb.lefts)
    bare = verb.head.i == noun.i and (verb.dep_ == "acl" or infinitive)
    if infinitive and any(c.dep_ == "dobj" and c.lower_ != "place" for c in verb.children):
        return False  # "agreed after talks to hold a meeting in Seoul"
    return bare or (relative and noun.i < verb.head.i + 1)


def _when(reading: Reading, token: Token) -> When | None:
    """The time of what a token tells, of those in its sentence that are not another's."""

    def admits(time: TimeExpression) -> bool:
        if any(m.parties and time.start < m.end for m in reading.mentions_in(time.start, time.end)):
            return False  # "the March 23 Movement" is no date
        if any(t.end <= time.start and t.edtf == time.edtf for t in reading.times_in(time.start - 10, time.start)):
            return False  # the "3" of "March 2-3"
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or not len(span):
            return True
        root = apart_from_name(span.root)
        return not (
            is_beyond_semicolon(span, token)
            or dates_a_thing(root, token, span)
            or is_of_other_clause(root, token)
            or is_before_another(root, token)
            or is_of_saying(span, token)
            or is_told_of_another(root, token)
            or is_of_other_meeting(span, token)
            or is_of_meeting_held(root, token, reading.status_of)
            or (is_since(root, token) and not is_still_held(token) and not is_last_time(token))
        )

    time = time_of(reading, token, admits)
    return with_next_day(reading, time) if time is not None else None


# Deeper chains than this are accidents of the parser.
_DEPTH = 30


# "Before the talks", "ahead of a new round": the day and the town of what came before are not those of the talks.
_AHEAD_OF = frozenset({"ahead", "before", "until", "pending", "toward", "towards"})


def _lies_ahead(token: Token) -> bool:
    for _ in range(_DEPTH):
        if token.lower_ in _AHEAD_OF:
            return True
        if token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


def _is_event_subject(noun: Token) -> bool:
    outer = outermost(noun)
    return outer.dep_ in ("nsubj", "nsubjpass") and clause_head(outer).lemma_.lower() in HELD


def _keep_own(reading: Reading, draft: Draft) -> None:
    """Of a mere reference ("after the talks"), only what stands in its own phrase dates or places it."""
    left, right = draft.token.left_edge, draft.token.right_edge
    start, end = left.idx, right.idx + len(right)
    if draft.when is not None and not start <= draft.when.start < end:
        draft.when = None
    if draft.place is not None and not any(m.place == draft.place for m in reading.mentions_in(start, end)):
        draft.place = None
