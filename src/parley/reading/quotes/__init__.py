"""Text -> attributions: direct, mixed and indirect speech with source, cue and content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.model.article import Article
from parley.model.reading import Mention, Quotation
from parley.reading.quotes.attribution import Attribution
from parley.reading.quotes.cues import cue_attributions
from parley.reading.quotes.nested import nested_speech
from parley.reading.quotes.nesting import outermost
from parley.reading.quotes.quoted import attach_quoted
from parley.reading.quotes.result import as_quotation
from parley.reading.quotes.speakers import SpeakerIndex
from parley.reading.quotes.turns import turns
from parley.syntax.quotation_marks import join_continued, speech_stretches
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["find_quotes"]


def find_quotes(article: Article, doc: Doc, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """The attributions of a parsed text, sorted by where they begin."""
    text = text_of(doc)
    stretches = speech_stretches(text)
    groups = join_continued(stretches, text)
    by_parse: list[Attribution] = []
    quoted = bytearray(len(doc))
    spans = [[doc.char_span(s.start, s.end, alignment_mode="expand") for s in group] for group in groups]
    for group in spans:
        for span in group:
            if span is not None:
                quoted[span.start : span.end] = b"\x01" * (span.end - span.start)
    spoken = list(turns(doc, quoted))
    for turn in spoken:
        for first, last in (*turn.content, turn.cue):
            quoted[first:last] = b"\x01" * (last - first)
    closed = bytearray(quoted)
    for group, stretch in ((g, s) for g, stretched in zip(spans, groups, strict=True) for s in stretched):
        if "\n" in text[stretch.start : stretch.end]:  # an official message: what it says others said counts as said
            for span in group:
                if span is not None:
                    closed[span.start : span.end] = bytes(span.end - span.start)
    going_on: dict[int, Token] = {}
    for sentence in doc.sents:
        by_parse.extend(cue_attributions(sentence, closed, going_on))
    attached = attach_quoted(doc, groups, quoted, by_parse, going_on)
    found = outermost(doc, [*spoken, *attached, *nested_speech(doc, stretches)])
    speakers = SpeakerIndex(doc, mentions)
    result = [q for a in sorted(found, key=lambda a: a.start) if (q := as_quotation(doc, a, speakers)) is not None]
    return tuple(result)
