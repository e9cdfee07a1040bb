"""The date of what is told at a token: offices are looked up as of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.model.reading import TimeExpression
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

# How far from the start of a paragraph a date stands that heads it ("- July 2001: ...").
HEADING_CHARACTERS = 8
_DATED = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


class Dates:
    """The dates of one article, by token."""

    def __init__(
        self, doc: Doc, times: Sequence[TimeExpression], published: str | None, sentence_of: list[int]
    ) -> None:
        self._doc, self._published, self._sentence_of = doc, published, sentence_of
        self._starts = [t.idx for t in doc]
        self._times = sorted((t.start, t.edtf) for t in times if t.edtf)

    def at(self, i: int) -> str | None:
        """The date of what is told at a token: the nearest time in its sentence, else the day of publication."""
        sentence = self._sentence_of[i]
        at = bisect_left(self._times, (self._doc[i].idx, ""))
        near: list[tuple[int, str]] = []
        for start, edtf in self._times[max(0, at - 1) : at + 1]:
            token = max(bisect_left(self._starts, start + 1) - 1, 0)
            if self._sentence_of[token] == sentence and edtf:
                near.append((abs(start - self._doc[i].idx), edtf))
        for _, edtf in sorted(near):
            if _DATED.search(edtf):
                return edtf
        return self._heading_date(i) or self._published

    def _heading_date(self, i: int) -> str | None:
        """The date a paragraph begins with: "Nov. 2003: A truce ...", told of all that follows in it."""
        begin = text_of(self._doc).rfind("\n", 0, self._doc[i].idx) + 1
        at = bisect_left(self._times, (begin, ""))
        if at < len(self._times) and self._times[at][0] - begin <= HEADING_CHARACTERS:
            edtf = self._times[at][1] or ""
            return edtf if _DATED.search(edtf) else None
        return None
