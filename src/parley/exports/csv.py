"""The entries as one table of comma-separated values, for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from parley.exports.rows import columns, rows
from parley.model.claim import ClaimKind
from parley.model.record import Record

# A cell that begins so is taken for a formula by spreadsheets, and the texts come from anywhere.
_FORMULA_STARTS = ("=", "+", "@", "\t", "\r", "-")


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes a header and a row an entry; text that a spreadsheet would run as a formula gets a quote before it."""
    write_table(columns(kind), rows(record, kind), stream)


def write_table(names: Sequence[str], table: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """Writes any rows so, under the names of their columns."""
    writer = csv.DictWriter(stream, names, restval="", lineterminator="\n")
    writer.writeheader()
    for row in table:
        writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
