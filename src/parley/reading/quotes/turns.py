"""Transcripts: "Vladimir Putin: Good afternoon." - whole paragraphs spoken by the name before the colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Attribution
from parley.syntax.quotation_marks import paragraphs
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A name with titles: every word but the small ones begins with a capital letter.
_TURN = re.compile(
    r"((?:(?:(?:al-|el-)?[^\W\d_a-z][\w.'’-]*|of|the|for|and|de|al|bin|von|van)[ \u00a0]){0,14}"
    r"(?:al-|el-)?[^\W\d_a-z][\w.'’-]+)(?: ?\([^)\n]{1,60}\))? ?:[ \u00a0\t]*(?=\S|$)"
)
# Characters in which a name with its titles and the colon after it must stand.
_LONGEST_NAME = 250
# One line of the form "Name: words" is a headline; a transcript has at least two, or a turn of this many words.
_LONG_TURN = 40
_OWN_VOICE = frozenset(
    "presenter reporter anchor host moderator interviewer question correspondent editor image photo photograph picture "
    "file video credit source caption read watch update share by".split()
)
_OFFICES = frozenset(
    "president minister premier chancellor secretary ambassador spokesman spokeswoman delegate".split()
)
# What begins with a quotation mark is found by its marks.
_MARKS = "\"“„«‘'"
# A line shorter than this many words after a turn is a heading of the page, not the speech going on.
_HEADING_WORDS = 8


def turns(doc: Doc, quoted: bytearray) -> Iterator[Attribution]:
    """The turns of a transcript in a text, one attribution for each, nothing when the text is no transcript."""
    text = text_of(doc)
    lines = list(paragraphs(text))
    heads = [_TURN.match(text, start, min(end, start + _LONGEST_NAME)) for start, end in lines]
    spoken = [k for k, m in enumerate(heads) if m is not None and len(text[m.end() : lines[k][1]].split()) > 1]
    people = _people(doc) if spoken else frozenset()
    if len(spoken) < 2 and not any(_is_long(text, lines, k, heads[k]) for k in spoken):
        return
    for k in spoken:
        match = heads[k]
        if match is None or not _is_name(doc, match, people) or text[match.end()] in _MARKS:
            continue
        name = doc.char_span(*match.span(1), alignment_mode="expand")
        colon = doc.char_span(match.end(1), match.end(), alignment_mode="contract")
        if name is None or colon is None or not len(colon) or quoted[name.start]:
            continue
        content = []
        for start, end in ((match.end(), lines[k][1]), *_going_on(text, lines, heads, k)):
            if start == end:
                continue
            span = doc.char_span(start, end, alignment_mode="contract")
            if span is not None and len(span):
                content.append((span.start, span.end))
        if content:
            yield Attribution((colon.start, colon.start + 1), (name.start, name.end), name.root, content, quoted=True)


def _says_something(text: str, lines: list[tuple[int, int]], k: int, match: re.Match[str]) -> bool:
    """Whether words follow a name and a colon, on its line or, when it has a line of its own, on the next."""
    words = text[match.end() : lines[k][1]].split()
    if not words and k + 1 < len(lines):
        words = text[slice(*lines[k + 1])].split()
    return len(words) > 1


def _is_long(text: str, lines: list[tuple[int, int]], k: int, head: re.Match[str] | None) -> bool:
    """Whether a lone turn is one: no headline, by its length, its office or its place below other lines."""
    if head is None:
        return False
    words = head.group(1).lower().split()
    office = bool(_OFFICES.intersection(words)) and len(words) > 2
    below = k > 0 and len(words) > 1
    return office or below or head.end() == lines[k][1] or len(text[slice(*lines[k])].split()) > _LONG_TURN


def _going_on(
    text: str, lines: list[tuple[int, int]], heads: list[re.Match[str] | None], k: int
) -> Iterator[tuple[int, int]]:
    """The paragraphs after a turn that are still the same speech."""
    for j in range(k + 1, len(lines)):
        words = text[slice(*lines[j])].split()
        heading = len(words) < _HEADING_WORDS and words[-1][-1] not in '.!?…"”'
        if heads[j] is not None or heading or words[0][0] in "<[(":
            return
        yield lines[j]


def _is_name(doc: Doc, match: re.Match[str], people: frozenset[str]) -> bool:
    """Whether a turn is a person's: not a heading ("Read also:"), and not the paper's own voice ("Reporter:")."""
    words = [w.strip(".").lower() for w in match.group(1).split()]
    if _OWN_VOICE.intersection(words):
        return False
    return words[-1] in people or bool(_OFFICES.intersection(words))


def _people(doc: Doc) -> frozenset[str]:
    """The surnames of the persons named in a text."""
    return frozenset(e.text.split()[-1].lower() for e in doc.ents if e.label_ == "PERSON" and e.text.split())
