"""Text -> the stretches that are expressions of time, with their meanings: the longest match at each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from parley.reading.times.ranges import Found
from parley.reading.times.rules import GRAMMAR
from parley.reading.times.scan import Word

# Remembered matches are dropped after this many words, so that memory does not grow with the text.
_MEMO_WORDS = 500


def recognise(words: Sequence[Word]) -> Iterator[Found]:
    """The expressions of time among the words of a text, left to right, none overlapping another."""
    memo: dict[Any, Any] = {}
    at = 0
    cleared = 0
    while at < len(words):
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
