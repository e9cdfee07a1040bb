"""Time expressions: recognition, TIMEX3 normalisation, EDTF.

scan        text -> words with all they can mean
rules       the grammar, in the notation of `patterns`; `lexicon` its words, `make` what its rows build
recognise   words -> expressions with a `meaning`
story       what each mention is reckoned from; `events` those counted from an event dated elsewhere in the text
resolve     meaning + story -> TIMEX3; `reckon` the calendar, `edtf` the EDTF value
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.model.article import Article
from parley.model.reading import TimeExpression
from parley.reading.times.clocks import with_days
from parley.reading.times.counted import with_counted
from parley.reading.times.edtf import edtf_value
from parley.reading.times.events import with_events
from parley.reading.times.header import date_line
from parley.reading.times.intervals import cut_at, with_intervals
from parley.reading.times.meaning import Calendar, Meaning, Point, Shift
from parley.reading.times.notes import weekday_note, years_ago_notes
from parley.reading.times.ranges import completed
from parley.reading.times.recognise import recognise
from parley.reading.times.resolve import place
from parley.reading.times.scan import scan
from parley.reading.times.sentences import Sentences
from parley.reading.times.story import Mention, Story, dated_weekdays, history_share
from parley.reading.times.weekdays import in_order

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_times(article: Article, doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, sorted by where they begin."""
    text = article.text
    words = scan(text)
    found = with_days(completed(list(recognise(words)), words), words)
    meanings = [item.meaning for item in found]
    published, said_so = article.published_on, "published"
    if published is None and (line := date_line(text, words, found)):
        published, said_so = line
    stated = [(n, m.point) for n, m in enumerate(meanings) if isinstance(m, Calendar) and m.point.year is not None]
    story = Story(published, history_share(meanings, published), stated, weekdays=dated_weekdays(meanings, published))
    sentences = Sentences(doc)
    expressions: list[TimeExpression] = []
    places: list[int] = []
    for number, item in enumerate(found):
        start, end = words[item.first].start, words[item.last - 1].end
        is_near, owns = _is_near(item.meaning), text[end : end + 2] in ("'s", "’s")
        mention = sentences.mention(number, start, near=is_near and not owns, owns=is_near and owns)
        mention = replace(mention, heading=_heads(text, start, end))
        expression, point = _expression(text, start, end, item.meaning, mention, story, said_so)
        if point is not None:
            story.hear(item.meaning, point, mention)
        expressions.append(expression)
        places.append(mention.sentence)
    for number, note in years_ago_notes(expressions, meanings, places, published).items():
        expressions[number] = replace(expressions[number], note=note)
    expressions = in_order(expressions, found, words, published)
    counted = with_counted(with_intervals(expressions, found, words), found, words)
    return tuple(with_events(counted, found, words, sentences.starts))


def _expression(
    text: str, start: int, end: int, meaning: Meaning, mention: Mention, story: Story, said_so: str
) -> tuple[TimeExpression, Point | None]:
    """The expression a meaning comes to, and its point where it is on the calendar."""
    placed = place(meaning, mention, story)
    point = placed.point if placed.basis != "unresolved" else None
    if point and point.season == "WI" and point.year and placed.basis == "relative":
        edtf = edtf_value(replace(point, year=point.year - 1), placed.mod)  # EDTF's winter begins in its year
    else:
        edtf = edtf_value(point, placed.mod) if point else None
    edtf = edtf or placed.about
    how = text[start:end].split(maxsplit=1)[0].lower()
    if point and how in ("earlier", "later") and isinstance(meaning, Calendar) and point.grain in ("month", "year"):
        edtf = edtf_value(point)  # "earlier in June" is any time of it before the one told
        if edtf and story.published:
            edtf = cut_at(edtf, how, story.published) or edtf
    if isinstance(meaning, Shift):
        near = story.last is not None and 0 <= mention.sentence - story.last.sentence <= 1
        if meaning.base == "event" and not (meaning.exact and near and story.last and story.last.point.day):
            edtf = None  # which day the event had is a guess, good enough for TIMEX3 only
        elif point and story.published and meaning.base == "now" and meaning.count == 0:
            edtf = cut_at(edtf_value(point) or "", how, story.published) or edtf
    anchor = placed.anchor if edtf else None
    words = text[start:end]
    expression = TimeExpression(
        start,
        end,
        words,
        placed.type,
        placed.value,
        placed.mod,
        edtf,
        (placed.basis if point else "relative") if edtf else "unresolved",
        said_so if anchor == "published" else anchor,
        weekday_note(meaning, point, words),
    )
    return expression, point if edtf else None


# Headings are short and end without a full stop.
_HEADING_CHARACTERS = 60


def _heads(text: str, start: int, end: int) -> bool:
    """Whether an expression begins a line that looks like a heading ("1938", "2003: the invasion")."""
    if start and text[start - 1] != "\n":
        return False
    line_end = text.find("\n", end)
    line = text[start : line_end if line_end >= 0 else len(text)].rstrip()
    return len(line) <= _HEADING_CHARACTERS and not line.endswith((".", "!", "?", '"', "”", ",", ";"))


def _is_near(meaning: Meaning) -> bool:
    """Whether an expression is a weekday or an hour, which lie within days of the moment of speaking."""
    if not isinstance(meaning, Calendar):
        return False
    point = meaning.point
    return point.month is None and point.year is None and (point.weekday or point.clock or point.part) is not None
