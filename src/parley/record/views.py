"""A claim with what deriving needs beside it: its id, its article, its parties under their one identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.edtf import Interval, interval
from parley.model.party import Party

C = TypeVar("C", bound=Claim, covariant=True)


@dataclass(frozen=True, eq=False)
class View(Generic[C]):
    """One claim ready for merging.

    `parties` are under their canonical ids; `split` numbers the ruling that set the claim apart, 0 for none.
    """

    id: str
    claim: C
    article: Article
    parties: tuple[Party, ...]
    split: int = 0
    memo: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What a kind of claim works out about its views once."""

    @cached_property
    def days(self) -> Interval | None:
        """The days the claim's time allows, None when undated."""
        return interval(self.claim.when.edtf) if self.claim.when else None

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """First published first; undated articles last."""
        return (self.article.published or "9999", self.article.id, self.id)

    def sides(self, *roles: str) -> frozenset[str]:
        """The states, organisations and groups at the table: a person counts for the country, a forum is none."""
        if roles not in self.memo:
            parties = (p for p in self.parties if (not roles or p.role in roles) and not p.is_forum)
            self.memo[roles] = frozenset(side_of(p) for p in parties)
        sides: frozenset[str] = self.memo[roles]
        return sides

    @cached_property
    def forums(self) -> tuple[str, ...]:
        """The names of the forums among the parties."""
        return tuple(p.name for p in self.parties if p.is_forum)

    @cached_property
    def people(self) -> dict[str, frozenset[str]]:
        """The named people by side."""
        found: dict[str, set[str]] = {}
        for party in self.parties:
            if party.kind == "person":
                found.setdefault(side_of(party), set()).add(party.id)
        return {side: frozenset(ids) for side, ids in found.items()}


AnyView = View[Any]


def side_of(party: Party) -> str:
    """The side a party stands for: a state and its people the same one, others themselves."""
    if party.kind == "state":
        return f"state:{party.name}"
    if party.kind == "person" and party.country:
        return f"state:{party.country}"
    return party.id
