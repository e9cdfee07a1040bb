"""The whole path, bytes to record: the only file that knows all the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley import config, registry
from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.reading import Reading
from parley.reading import read


def claims_of(reading: Reading, extractors: Iterable[str] = config.EXTRACTORS) -> tuple[Claim, ...]:
    """All claims of one reading, each once, in the order of the extractors."""
    found: dict[str, Claim] = {}
    for name in extractors:
        for claim in registry.load("extractors", name)(reading, tuple(found.values())):
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def read_articles(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Each article with its claims, one at a time."""
    for reading in read(articles):
        yield reading.article, claims_of(reading)
