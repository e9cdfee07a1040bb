"""Time expressions: recognition, TIMEX3 normalisation, EDTF.

scan        text -> words with all they can mean
rules       the grammar, in the notation of `patterns`; `lexicon` its words, `make` what its rows build
recognise   words -> expressions with a `meaning`
story       what each mention is reckoned from
resolve     meaning + story -> TIMEX3; `reckon` the calendar, `edtf` the EDTF value
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.model.article import Article
from parley.model.reading import TimeExpression
from parley.reading.times.edtf import edtf_value
from parley.reading.times.meaning import Calendar, Shift
from parley.reading.times.ranges import completed
from parley.reading.times.recognise import recognise
from parley.reading.times.resolve import place
from parley.reading.times.scan import scan
from parley.reading.times.sentences import Sentences
from parley.reading.times.story import Story, history_share

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_times(article: Article, doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, sorted by where they begin."""
    text = article.text
    words = scan(text)
    found = completed(list(recognise(words)), words)
    sentences = Sentences(doc)
    stated = [
        (number, item.meaning.point)
        for number, item in enumerate(found)
        if isinstance(item.meaning, Calendar) and item.meaning.point.year is not None
    ]
    story = Story(article.published_on, history_share((f.meaning for f in found), article.published_on), stated)
    expressions = []
    for number, item in enumerate(found):
        start, end = words[item.first].start, words[item.last - 1].end
        mention = sentences.mention(number, start)
        placed = place(item.meaning, mention, story)
        edtf = edtf_value(placed.point, placed.mod) if placed.point and placed.basis != "unresolved" else None
        if placed.point and edtf and not (isinstance(item.meaning, Shift) and item.meaning.keep):
            story.tell(placed.point, mention.sentence)
            if isinstance(item.meaning, Calendar) and (item.meaning.point.quarter or item.meaning.point.half):
                story.report(placed.point, mention.sentence, item.meaning)
        expressions.append(
            TimeExpression(
                start,
                end,
                text[start:end],
                placed.type,
                placed.value,
                placed.mod,
                edtf,
                placed.basis if edtf else "unresolved",
                placed.anchor,
            )
        )
    return tuple(expressions)
