"""What the parts that plug in look like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.reading import Reading


class Extractor(Protocol):
    """Makes claims of a reading. `found` are the claims earlier extractors made of the same article.

    Extractors run in the order of `parley.config.EXTRACTORS`; each is a plain function and keeps no state.
    """

    def __call__(self, reading: Reading, found: Sequence[Claim]) -> Iterable[Claim]: ...


class Source(Protocol):
    """Turns one file into articles."""

    suffixes: tuple[str, ...]

    def articles(self, content: bytes, uri: str, published: str | None) -> Iterator[Article]:
        """The articles in a file's bytes.

        Raises:
            SourceError: the file, or one line of it, is not readable.
        """
        ...
