"""What was read, in words: the honest end of an answer that has nothing to tell."""

from __future__ import annotations

from parley.answers.phrasing import counted, day_in_words
from parley.model.record import Record


def read_in_words(record: Record) -> str:
    """`24 articles were read, published from 5 September 2014 to 24 July 2025.`"""
    first, last = record.read_span
    count = len(record.articles)
    if not count:
        return "Nothing has been read yet."
    verb = "was" if count == 1 else "were"
    if first is None or last is None:
        return f"{counted(count, 'article')} {verb} read, without a date of publication."
    if first == last:
        return f"{counted(count, 'article')} {verb} read, published on {day_in_words(first)}."
    return f"{counted(count, 'article')} {verb} read, published from {day_in_words(first)} to {day_in_words(last)}."
