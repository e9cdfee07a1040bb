"""A quotation -> the statements in it: each quoted stretch one, and the indirect words that hold them another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.model.reading import Quotation, Reading
from parley.syntax.speech import verb_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTED = re.compile(
    r"“([^”]+)”|\"([^\"]+)\"|„([^“”]+)[“”]|«([^»]+)»|(?<!\w)[‘']([^’']{12,}(?:[’'](?=\w)[^’']*)*)[’'](?!\w)|''((?:[^'])+)''"
)
_LEAD = re.compile(r"(?:that|,|:|;|–|—|-|\s)+", re.IGNORECASE)
# "Show" is what polls and pictures do.
_SPEAKING = frozenset({"say", "ask", "commit", "judge"})


@dataclass(frozen=True, slots=True)
class Part:
    """One statement: its characters, whether they are quoted, and a token in it."""

    start: int
    end: int
    direct: bool
    token: Token


def parts_of(reading: Reading, quotation: Quotation) -> Iterator[Part]:
    """The statements of one quotation, none when it is a thought or a showing and not an utterance."""
    text = reading.article.text
    if quotation.kind == "direct":
        for start, end in quotation.content:
            yield from _part(reading, start, end, True)
        return
    kind = cue_kind(reading, quotation)
    spans = [_without_lead(text, start, end) for start, end in quotation.content]
    quoted = [
        (m.start(m.lastindex), m.end(m.lastindex))
        for start, end in spans
        for m in _QUOTED.finditer(text, start, end)
        if m.lastindex
    ]
    for start, end in quoted:
        yield from _part(reading, start, end, True)
    if kind not in _SPEAKING:
        return
    outside = sum(end - start for start, end in spans) - sum(end - start for start, end in quoted)
    if quoted and outside < 8:
        return
    start, end = spans[0][0], spans[-1][1]
    if len(spans) > 1 and end - start > 2 * sum(b - a for a, b in spans):
        start, end = max(spans, key=lambda s: s[1] - s[0])
    yield from _part(reading, start, end, False)


def cue_kind(reading: Reading, quotation: Quotation) -> str:
    """The kind of the cue's verb by the lexicon; a cue of any other word speaks."""
    for start, end in quotation.cue:
        span = reading.doc.char_span(start, end, alignment_mode="expand")
        for token in reversed(list(span or ())):
            cue = verb_cues().get(token.lemma_.lower())
            if cue is not None:
                return cue.kind
    return "say"


def _without_lead(text: str, start: int, end: int) -> tuple[int, int]:
    match = _LEAD.match(text, start, end)
    if match and match.end() < end and (match.group().strip().lower() != "that" or match.end() - match.start() > 4):
        start = match.end()
    return start, end


def _part(reading: Reading, start: int, end: int, direct: bool) -> Iterator[Part]:
    text = reading.article.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    span = reading.doc.char_span(start, end, alignment_mode="expand") if start < end else None
    if span is not None and any(t.is_alpha for t in span):
        yield Part(start, end, direct, span.root)
