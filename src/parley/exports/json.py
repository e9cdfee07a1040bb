"""The whole record as one JSON object; the same bytes whatever the order of reading."""

from __future__ import annotations

import json
from typing import TextIO

from parley.model.claim import ClaimKind
from parley.model.record import Record


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes articles, claims, rulings and the entries by kind; of one kind, a list of its entries alone."""
    if kind is None:
        stream.write(record.to_json_text() + "\n")
        return
    entries = [entry.model_dump(mode="json") for entry in record.entries() if entry.kind == kind]
    stream.write(json.dumps(entries, sort_keys=True, ensure_ascii=False, indent=1) + "\n")
