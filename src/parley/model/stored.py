"""What a store keeps, as sequences and mappings: each thing is made of its JSON text when it is first looked at.

A record of thousands of articles has tens of thousands of claims and entries, of which an answer looks at a few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Generic, TypeVar, overload

from pydantic import Field, TypeAdapter

from parley.model.article import Article
from parley.model.claim import Claim

T = TypeVar("T")
R = TypeVar("R")
_CLAIM: TypeAdapter[Claim] = TypeAdapter(Annotated[Claim, Field(discriminator="kind")])


class Stored(Sequence[T], Generic[R, T]):
    """A sequence of things made of what is kept of each (`raw`), under their `ids` where they have any."""

    def __init__(self, raw: Sequence[R], make: Callable[[R], T], ids: Sequence[str] = ()) -> None:
        self._raw = raw
        self._make = make
        self._made: list[T | None] = [None] * len(raw)
        self.ids: tuple[str, ...] = tuple(ids)
        self.by_id: Mapping[str, T] = _ById(self)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self._raw))))
        made = self._made[index]
        if made is None:
            made = self._made[index] = self._make(self._raw[index])
        return made

    def __len__(self) -> int:
        return len(self._raw)


class _ById(Mapping[str, T]):
    def __init__(self, things: Stored[Any, T]) -> None:
        self._things = things
        self._index: dict[str, int] | None = None

    @property
    def _numbers(self) -> dict[str, int]:
        if self._index is None:
            self._index = {some_id: number for number, some_id in enumerate(self._things.ids)}
        return self._index

    def __getitem__(self, some_id: str) -> T:
        return self._things[self._numbers[some_id]]

    def __contains__(self, some_id: object) -> bool:
        return some_id in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._things.ids)

    def __len__(self) -> int:
        return len(self._things.ids)


class StoredClaims(Stored[str, Claim]):
    """Claims made of their JSON texts by id, in the order of the ids; equal to the claims read at once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        ids = sorted(texts)
        super().__init__([texts[i] for i in ids], _CLAIM.validate_json, ids)


class StoredArticles(Stored[tuple[str, str], Article]):
    """Articles made of rows of id, day of publication, JSON text of all fields but the text, and text."""

    def __init__(self, rows: Sequence[tuple[str, str | None, str, str]]) -> None:
        super().__init__([row[2:] for row in rows], stored_article, [row[0] for row in rows])
        self.published: dict[str, str | None] = {row[0]: row[1] for row in rows}
        """The day of publication of each, by id, without making the article."""


def stored_article(kept: tuple[str, str]) -> Article:
    """The article of the JSON text of its fields and of its text."""
    content, text = kept
    # Twice as fast as by way of dictionaries, which counts with thousands of articles.
    return Article.model_validate_json('{"text":"",' + content[1:]).model_copy(update={"text": text})
