"""What the parts that plug in look like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.reading import Reading

if TYPE_CHECKING:
    from parley.errors import SourceError


class Extractor(Protocol):
    """Makes claims of a reading. `found` are the claims earlier extractors made of the same article.

    Extractors run in the order of `parley.config.EXTRACTORS`; each is a plain function and keeps no state.
    """

    def __call__(self, reading: Reading, found: Sequence[Claim]) -> Iterable[Claim]: ...


class Source(Protocol):
    """Turns one file into articles."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What the names of the files it reads end with, in lower case."""
        ...

    def articles(self, content: bytes, uri: str, published: str | None) -> Iterator[Article | SourceError]:
        """The articles in a file's bytes; for a part of it that is none (a line), the error in its place.

        `published` is the ISO 8601 day of articles whose own data do not say one.

        Raises:
            SourceError: nothing of the file is readable.
        """
        ...
