"""What the parts that plug in look like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TextIO, TypeVar

from parley.model.article import Article, Skipped
from parley.model.claim import Claim, ClaimKind
from parley.model.reading import Reading
from parley.model.record import Record
from parley.model.ruling import Ruling

if TYPE_CHECKING:
    from parley.errors import SourceError

T = TypeVar("T")
R = TypeVar("R")


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


class Store(Protocol):
    """Keeps articles with their claims, rulings, and what was skipped; what was added stays."""

    def maker_of(self, article: Article) -> str | None:
        """By which version of the reading an article is kept; None when it is not, or its data have changed."""
        ...

    def sha256_of(self, article_id: str) -> str | None:
        """The digest of the text that is kept under an id, None when none is."""
        ...

    def add(self, article: Article, claims: Iterable[Claim], maker: str) -> None:
        """Keeps an article with its claims, or neither; what an earlier reading of the article made goes."""
        ...

    def rename(self, ids: Mapping[str, str]) -> None:
        """Gives articles (by id) new ids, all at once, with their claims and what was ruled of these."""
        ...

    def articles(self) -> Iterator[Article]:
        """All articles, by id."""
        ...

    def article(self, article_id: str) -> Article | None:
        """The article of an id, None when there is none."""
        ...

    def claims(self, kind: ClaimKind | None = None) -> Iterator[Claim]:
        """All claims, or those of one kind, article by article."""
        ...

    def add_ruling(self, ruling: Ruling) -> None:
        """Adds a ruling; the same one twice adds nothing."""
        ...

    def rulings(self) -> Iterator[Ruling]:
        """All rulings, in the order in which they were added."""
        ...

    def skip(self, item: Skipped) -> None:
        """Keeps what could not be read and why."""
        ...

    def skipped(self) -> Iterator[Skipped]:
        """What could not be read, in the order of reading."""
        ...

    def mark_copies(self, originals: Mapping[str, str]) -> None:
        """Notes which article (by id) nearly repeats which earlier one; those not named repeat none."""
        ...

    def is_unsettled(self) -> bool:
        """Whether articles were added since copies were last marked, by this process or by one that is no more."""
        ...

    def search(self, words: str, limit: int = 20) -> list[Article]:
        """The articles that hold all the words, the best match first."""
        ...

    def article_rows(self) -> list[tuple[str, str | None, str, str]]:
        """The id of each article, its day of publication, the JSON text of its fields, and its text; by id."""
        ...

    def claim_texts(self) -> dict[str, str]:
        """The JSON text of each claim by its id."""
        ...

    def fingerprint(self) -> str:
        """A digest of all articles, claims and rulings, the same for the same contents in whatever order they came."""
        ...

    def derived(self, key: str) -> bytes | None:
        """What `keep_derived` kept under exactly this key, None when nothing is."""
        ...

    def keep_derived(self, key: str, content: bytes, contents: str = "") -> None:
        """Keeps what was worked out of the contents, beside the latest others whose keys begin with `contents`."""
        ...

    def version(self) -> str:
        """A word that changes whenever something is kept, by this process or another; equal words, equal contents."""
        ...

    def close(self) -> None:
        """Lets go of the file or the connection."""
        ...


class Exporter(Protocol):
    """Writes a record to a stream of text; one kind of entry only when it is named.

    One that writes bytes is a `parley.exports.binary.Binary`: its `binary` is true, and its stream one of bytes.
    """

    def __call__(self, record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None: ...


class Engine(Protocol):
    """Runs one function over many items, here or elsewhere; results come in the order of the items."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The function's result for each item."""
        ...
