"""An article's text cut where sentences that show something begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.model.article import Article
from parley.model.claim import Claim

# What stands inside a word.
_INNER = "-\u2010\u2011'\u2019"


@dataclass(frozen=True)
class Note:
    """A stretch of text that shows claims; notes are numbered in the order of the text."""

    number: int
    start: int
    end: int
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Stretch:
    """Text that is shown in one way: `marked` shows something, `aside` is on the page but not the article.

    `start` is set where a note begins, and is where its anchor stands; `notes` are those that end here.
    """

    text: str
    marked: bool
    aside: bool
    start: int | None
    notes: tuple[int, ...]


def notes_of(claims: Iterable[tuple[str, Claim]]) -> tuple[Note, ...]:
    """The notes to a text: one for each stretch that is evidence, with the claims whose first evidence it is."""
    found: dict[tuple[int, int], list[str]] = {}
    for claim_id, claim in claims:
        evidence = claim.evidence[0]
        found.setdefault((evidence.start, evidence.end), []).append(claim_id)
    return tuple(Note(n, *span, tuple(found[span])) for n, span in enumerate(sorted(found), start=1))


def stretches(article: Article, notes: Sequence[Note]) -> list[Stretch]:
    """The whole text in stretches; the marks of Markdown are left out, as they are when it is read."""
    ends = {n.number: _end_of_word(article.text, n.end) for n in notes}
    spans = [(n.start, ends[n.number]) for n in notes]
    cuts = {0, len(article.text)}
    for start, end in (*spans, *article.boilerplate, *article.markup):
        cuts |= {start, end}
    bounds = sorted(c for c in cuts if 0 <= c <= len(article.text))
    found = []
    starts = {n.start for n in notes}
    for start, end in pairwise(bounds):
        anchor = start if start in starts else None
        ending = tuple(n.number for n in notes if ends[n.number] == end)
        hidden = _inside(start, end, article.markup)
        text = "" if hidden else article.text[start:end]
        if text or anchor is not None or ending:
            marked = _inside(start, end, spans) and not hidden
            found.append(Stretch(text, marked, _inside(start, end, article.boilerplate), anchor, ending))
    return found


def hits(text: str, words: Sequence[str]) -> list[tuple[str, bool]]:
    """A text in pieces, with whether each is one of the words looked for."""
    if not words:
        return [(text, False)]
    pattern = re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    pieces, position = [], 0
    for match in pattern.finditer(text):
        pieces += [(text[position : match.start()], False), (match.group(), True)]
        position = match.end()
    return [(piece, hit) for piece, hit in [*pieces, (text[position:], False)] if piece]


def around(text: str, words: Sequence[str], size: int = 240) -> str:
    """The part of a text around the first of the words."""
    plain = " ".join(text.split())
    places = [p for w in words if (p := plain.lower().find(w.lower())) >= 0]
    start = max(0, min(places, default=0) - size // 3)
    start = plain.find(" ", start) + 1 if start else 0
    shown = plain[start : start + size]
    if start + size < len(plain):
        shown = shown.rsplit(" ", 1)[0] + " …"
    return ("… " if start else "") + shown


def _end_of_word(text: str, end: int) -> int:
    """The end of the word that an offset is inside of, so that no number splits it ("re-establish" is one)."""
    if not 0 < end < len(text) or not (text[end - 1].isalnum() or text[end - 1] in _INNER):
        return end
    while end < len(text) and (text[end].isalnum() or (text[end] in _INNER and text[end + 1 : end + 2].isalnum())):
        end += 1
    return end


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(s <= start and end <= e for s, e in spans)
