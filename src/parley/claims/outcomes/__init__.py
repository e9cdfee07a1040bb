"""Outcomes in a reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model.claim import Claim
from parley.model.reading import Reading


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The outcomes an article tells of."""
    yield from ()
