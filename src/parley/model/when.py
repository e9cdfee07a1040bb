"""A time as said."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Basis = Literal["stated", "relative", "unresolved"]


class When(BaseModel):
    """A time as the article says it: `edtf` is None when the words could not be placed on a calendar.

    `basis` tells how the value came about: `stated` (the words give it), `relative` (reckoned from `anchor`, which is
    `published`, `story` or the words of another expression), `unresolved`. `note` holds a discrepancy the text itself
    contains ("six years ago" of a date five years back).
    `start` and `end` are the character offsets of the words in the article's text.
    """

    model_config = ConfigDict(frozen=True)

    edtf: str | None
    text: str
    basis: Basis
    start: int
    end: int
    anchor: str | None = None
    note: str | None = None
