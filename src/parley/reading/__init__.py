"""Article -> Reading: sentences, times, names, quotes and status, on a spaCy parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING

from parley.model.article import Article
from parley.model.reading import Reading
from parley.reading.names import find_names
from parley.reading.parse import parse
from parley.reading.quotes import find_quotes
from parley.reading.status import status_of
from parley.reading.times import find_times

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["parse_articles", "read", "read_doc"]


def read(articles: Iterable[Article]) -> Iterator[Reading]:
    """Readings in the order of the articles, one at a time."""
    for article, doc in parse_articles(articles):
        yield read_doc(article, doc)


def parse_articles(articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
    """Each article with its parsed document, in order."""
    kept, to_parse = tee(articles)
    yield from zip(kept, parse(a.text for a in to_parse), strict=True)


def read_doc(article: Article, doc: Doc) -> Reading:
    """The reading of an article that is parsed."""
    times = find_times(article, doc)
    mentions, sides = find_names(article, doc, times)
    quotes = find_quotes(article, doc, mentions)
    return Reading(article, doc, times, mentions, quotes, status_of, sides)
