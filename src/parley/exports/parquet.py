"""The entries as one Parquet table with real types: days are days, names are lists."""

from __future__ import annotations

from datetime import date
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from parley.exports.binary import Binary
from parley.exports.rows import columns, rows
from parley.model.claim import ClaimKind
from parley.model.record import Record

_NAMES = pa.list_(pa.string())
# The columns that are not text.
_TYPES = {
    "first_day": pa.date32(), "last_day": pa.date32(), "published": pa.date32(), "participants": _NAMES,
    "mediators": _NAMES, "disputed": _NAMES, "several": pa.bool_(), "direct": pa.bool_(),
    "articles": pa.int32(), "independent_sources": pa.int32(),
}  # fmt: skip


def _write(record: Record, stream: BinaryIO, kind: ClaimKind | None) -> None:
    names = columns(kind)
    schema = pa.schema([pa.field(name, _TYPES.get(name, pa.string())) for name in names])
    table = [{name: _value(name, row.get(name)) for name in names} for row in rows(record, kind)]
    pq.write_table(pa.Table.from_pylist(table, schema=schema), stream)


export = Binary(_write)


def _value(name: str, value: Any) -> Any:
    if name in ("participants", "mediators", "disputed"):
        return value.split("; ") if value else []
    if _TYPES.get(name) == pa.date32():
        return date.fromisoformat(value) if value else None
    return value
