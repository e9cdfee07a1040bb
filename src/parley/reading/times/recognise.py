"""Text -> the stretches that are expressions of time, with their meanings: the longest match at each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from parley.reading.times.found import Found
from parley.reading.times.rules import GRAMMAR
from parley.reading.times.scan import Word

# Remembered matches are dropped after this many words, so that memory does not grow with the text.
_MEMO_WORDS = 500
# Words of the grammar that mean no time by themselves: an expression that begins with one has another word of the
# grammar within the next few. Looking for that first saves two thirds of the work.
_LIGHT = frozenset(
    "a about almost an and another approximately around as at by circa close each every few first fewer half in least"
    " less little long longer many more most nearly next no not numerous of on or other over per recent roughly same"
    " several single so some than that the this to under up various very well within".split()
)
_LIGHT_WINDOW = 4


def recognise(words: Sequence[Word]) -> Iterator[Found]:
    """The expressions of time among the words of a text, left to right, none overlapping another."""
    memo: dict[Any, Any] = {}
    heavy = [bool(w.reads) or (w.low in GRAMMAR.literals and w.low not in _LIGHT) for w in words]
    at = 0
    cleared = 0
    while at < len(words):
        if not heavy[at] and (words[at].low not in _LIGHT or True not in heavy[at + 1 : at + 1 + _LIGHT_WINDOW]):
            at += 1
            continue
        best: Found | None = None
        for end, meaning in GRAMMAR.matches("time", words, at, memo):
            if best is None or end > best.last:
                best = Found(at, end, meaning)
        if at - cleared > _MEMO_WORDS:
            memo.clear()
            cleared = at
        if best is None:
            at += 1
            continue
        yield best
        at = best.last
