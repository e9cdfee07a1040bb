"""How fast whole articles are read, in units of the bare parse of the same texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import process_time

from parley import config
from parley.model.article import Article
from parley.pipeline import read_items
from parley.sources.files import load

ARTICLES = 200


def speed_ratio(corpus: Path, articles: int = ARTICLES) -> tuple[float, int]:
    """The time of the plain `nlp.pipe` divided by that of the whole reading, on the first articles; and their number.

    1.0 is as fast as the parse alone. Each is timed twice, in turn, and the faster time taken: machines are busy.
    """
    import spacy

    texts = [item for item in islice(load([corpus]), articles) if isinstance(item, Article)]
    plain = spacy.load(config.PARSER)
    list(read_items(texts[:2]))  # what is loaded once is loaded
    parsing, reading = [], []
    for _ in range(2):
        parsing.append(_seconds(lambda: plain.pipe(article.text for article in texts)))
        reading.append(_seconds(lambda: read_items(texts)))
    return min(parsing) / min(reading), len(texts)


def _seconds(work: Callable[[], Iterator[object]]) -> float:
    begun = process_time()
    for _ in work():
        pass
    return process_time() - begun
