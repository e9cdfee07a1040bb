"""An expression as a stretch of words."""

from __future__ import annotations

from dataclasses import dataclass

from parley.reading.times.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Found:
    """The words `first` to `last` (exclusive) with their meaning."""

    first: int
    last: int
    meaning: Meaning
