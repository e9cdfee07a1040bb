"""The whole path, bytes to record: the only file that knows all the steps."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from parley import config, registry
from parley._version import __version__
from parley.errors import ParleyError
from parley.model.article import Article, Skipped
from parley.model.claim import Claim
from parley.model.protocols import Engine, Store
from parley.model.reading import ReadArticle, Reading
from parley.model.span import Span
from parley.reading import parse_articles, read, read_doc
from parley.settling import other_id, settle
from parley.sources.files import load

# What an article was read by. An article that the same maker has read already is not read again.
MAKER = f"parley/{__version__} {config.PARSER}"

# Articles sent to another process at once: few enough that an interrupted run loses little; two
# processes read 200 articles in two thirds of the time of one with this size.
BATCH_ARTICLES = 8
BATCH_CHARACTERS = 100_000


def claims_of(reading: Reading, extractors: Iterable[str] = config.EXTRACTORS) -> tuple[Claim, ...]:
    """All claims of one reading, each once, in the order of the extractors."""
    found: dict[str, Claim] = {}
    for name in extractors:
        for claim in registry.load("extractors", name)(reading, tuple(found.values())):
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def quoted_from(article: Article, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with their evidence and times as they stand in the article, marks of Markdown included."""
    if not article.markup:
        return claims
    text = article.text
    quoted = []
    for claim in claims:
        changed: dict[str, object] = {"evidence": tuple(Span.of(text, e.start, e.end) for e in claim.evidence)}
        if claim.when:
            changed["when"] = claim.when.model_copy(update={"text": text[claim.when.start : claim.when.end]})
        quoted.append(claim.model_copy(update=changed))
    return tuple(quoted)


def read_articles(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Each article with its claims, one at a time."""
    for reading in read(articles):
        yield reading.article, claims_of(reading)


def read_sources(
    paths: Iterable[str | os.PathLike[str]], published: str | None = None
) -> Iterator[ReadArticle | Skipped]:
    """The articles of files and folders with their claims, and what was skipped, in order, a batch at a time.

    Args:
        paths: files, or folders whose files of a known kind are read.
        published: the ISO 8601 day of publication of articles whose own data do not say one.
    """
    return read_items(load(paths, published))


def read_items(items: Iterable[Article | Skipped]) -> Iterator[ReadArticle | Skipped]:
    """Articles with their claims; what a source skipped is passed on. One article that fails never stops the others."""
    waiting: deque[Article | Skipped] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Article):
                yield item.blanked()

    for blanked, doc in parse_articles(articles()):
        while isinstance(article := waiting.popleft(), Skipped):
            yield article
        try:
            reading = read_doc(blanked, doc)
            yield ReadArticle(article, quoted_from(article, claims_of(reading)), unresolved_times(reading))
        except ParleyError:
            raise
        except Exception as error:  # a fault of ours in one article; it is told, and the others are read
            yield Skipped(uri=article.uri, reason=f"{article.uri}: a fault of Parley ({type(error).__name__}: {error})")
    yield from (item for item in waiting if isinstance(item, Skipped))


def read_items_on(engine: Engine, items: Iterable[Article | Skipped]) -> Iterator[ReadArticle | Skipped]:
    """`read_items`, run by an engine, some articles at a time; the same results in the same order."""
    for read_ones in engine.map(_read_batch, _batches(items)):
        yield from read_ones


def _read_batch(batch: Sequence[Article | Skipped]) -> tuple[ReadArticle | Skipped, ...]:
    return tuple(read_items(batch))


def _batches(items: Iterable[Article | Skipped]) -> Iterator[tuple[Article | Skipped, ...]]:
    """Items in groups of some articles, or of one long one."""
    batch: list[Article | Skipped] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
            yield tuple(batch)
            batch, characters = [], 0
    if batch:
        yield tuple(batch)


def read_into(
    store: Store, items: Iterable[Article | Skipped], engine: Engine | None = None
) -> Iterator[ReadArticle | Skipped | Article]:
    """Reads articles into a store; each is kept with its claims before the next is taken up.

    An engine reads some articles at a time elsewhere; they are kept here, in the order of the items.

    Yields:
        A `ReadArticle` for each that was read, the `Article` for each that was there already, read by the same maker
        with the same data, and what was skipped and why, which the store keeps too.
    """
    known: list[Article] = []
    new = _new_ones(store, items, known)
    for item in read_items_on(engine, new) if engine else read_items(new):
        yield from _taken(known)
        if isinstance(item, Skipped):
            store.skip(item)
        else:
            store.add(item.article, item.claims, MAKER)
        yield item
    yield from _taken(known)
    if store.is_unsettled():
        settle(store)


def _new_ones(store: Store, items: Iterable[Article | Skipped], known: list[Article]) -> Iterator[Article | Skipped]:
    """The items without the articles that are in the store, which go to `known`; an id of another text is changed."""
    given: dict[str, str] = {}
    for item in items:
        if isinstance(item, Skipped):
            yield item
            continue
        taken = given.get(item.id) or store.sha256_of(item.id)
        article = item
        if taken not in (None, item.sha256):
            article = item.model_copy(update={"id": other_id(item)})
        if article.id in given or store.maker_of(article) == MAKER:
            known.append(article)
        else:
            given[article.id] = article.sha256
            yield article


def unresolved_times(reading: Reading) -> tuple[str, ...]:
    """The words of the dates in an article that could not be placed on a calendar, in order, each once."""
    words = (
        time.text
        for time in reading.times
        if time.edtf is None
        and time.basis == "unresolved"
        and time.type in ("DATE", "TIME")
        and not time.value.endswith("_REF")  # "now", "recently": no calendar would place them
        and not reading.is_boilerplate(time.start, time.end)
    )
    return tuple(dict.fromkeys(words))


def _taken(known: list[Article]) -> Iterator[Article]:
    while known:
        yield known.pop(0)
