"""Exports whose file is bytes, not text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from parley.model.claim import ClaimKind
from parley.model.record import Record


@dataclass(frozen=True)
class Binary:
    """An export that writes bytes (a workbook, a picture); `binary` is how `parley export` tells it from text."""

    write: Callable[[Record, BinaryIO, ClaimKind | None], None]
    binary: bool = True

    def __call__(self, record: Record, stream: BinaryIO, kind: ClaimKind | None = None) -> None:
        """Writes the record to a stream of bytes."""
        self.write(record, stream, kind)
