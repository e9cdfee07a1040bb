"""What a person decided about the record: who, when, why."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

RulingAction = Literal["merge", "split", "correct", "reject", "confirm", "undo"]


class Ruling(BaseModel):
    """A decision of a person, kept beside the claims and applied whenever the record is derived.

    `ids` are the entries or claims as they were named; `claims` the claims they stood for at that time, so that the
    ruling holds when entries grow and change. `merge` puts all of `claims` in one entry; `split` takes `claims` out of
    the entry they are in, to stand as one of their own; `correct` gives `field` the `value`; `reject` leaves the claims
    out of the record; `confirm` marks them as checked. Rulings are never deleted: a later one stands over an earlier,
    and `undo`, whose `ids` are those of rulings, makes these as if they had not been made.
    """

    model_config = ConfigDict(frozen=True)

    action: RulingAction
    ids: tuple[str, ...] = Field(min_length=1)
    claims: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    by: str = Field(min_length=1)
    why: str = Field(min_length=1)
    at: str = Field(description="ISO 8601 date and time at which it was made")

    @property
    def id(self) -> str:
        """A hash of the content: importing the same ruling twice adds nothing."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()[:20]

    def to_json(self) -> dict[str, Any]:
        """The ruling with its id, as exports carry it."""
        return {"id": self.id, **self.model_dump(mode="json")}
