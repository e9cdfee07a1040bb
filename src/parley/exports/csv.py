"""The entries as one table of comma-separated values, for spreadsheets."""

from __future__ import annotations

import csv
from typing import Any, TextIO

from parley.exports.rows import columns, rows
from parley.model.claim import ClaimKind
from parley.model.record import Record

# A cell that begins so is taken for a formula by spreadsheets, and the texts come from anywhere.
_FORMULA_STARTS = ("=", "+", "@", "\t", "\r", "-")


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes a header and a row an entry; text that a spreadsheet would run as a formula gets a quote before it."""
    writer = csv.DictWriter(stream, columns(kind), restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows(record, kind):
        writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
