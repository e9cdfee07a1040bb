"""Claims as a store keeps them: each becomes a claim when it is first looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, overload

from pydantic import Field, TypeAdapter

from parley.model.claim import Claim

_CLAIM: TypeAdapter[Claim] = TypeAdapter(Annotated[Claim, Field(discriminator="kind")])


class StoredClaims(Sequence[Claim]):
    """A sequence of claims made of their JSON texts by id, in the order of the ids; equal to the claims read at once.

    A record of thousands of articles has tens of thousands of claims, of which an answer looks at a few.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.ids = tuple(sorted(texts))
        self.by_id: Mapping[str, Claim] = _ById(texts, self.ids)

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Claim, ...]: ...
    def __getitem__(self, index: int | slice) -> Claim | tuple[Claim, ...]:
        if isinstance(index, slice):
            return tuple(self.by_id[i] for i in self.ids[index])
        return self.by_id[self.ids[index]]

    def __len__(self) -> int:
        return len(self.ids)


class _ById(Mapping[str, Claim]):
    def __init__(self, texts: Mapping[str, str], ids: Sequence[str]) -> None:
        self._texts = texts
        self._ids = ids
        self._claims: dict[str, Claim] = {}

    def __getitem__(self, claim_id: str) -> Claim:
        claim = self._claims.get(claim_id)
        if claim is None:
            claim = self._claims[claim_id] = _CLAIM.validate_json(self._texts[claim_id])
        return claim

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
