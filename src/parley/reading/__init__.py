"""Article -> Reading: sentences, times, names, quotes and status, on a spaCy parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

from parley.model.article import Article
from parley.model.reading import Reading
from parley.reading.names import find_mentions
from parley.reading.parse import parse
from parley.reading.quotes import find_quotes
from parley.reading.status import status_of
from parley.reading.times import find_times

__all__ = ["read"]


def read(articles: Iterable[Article]) -> Iterator[Reading]:
    """Readings in the order of the articles, one at a time."""
    kept, to_parse = tee(articles)
    for article, doc in zip(kept, parse(a.text for a in to_parse), strict=True):
        times = find_times(article, doc)
        mentions = find_mentions(article, doc, times)
        quotes = find_quotes(article, doc, mentions)
        yield Reading(article, doc, times, mentions, quotes, status_of)
