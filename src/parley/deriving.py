"""The record of a store: derived once and kept beside its claims, until these, the rulings or the rules change."""

from __future__ import annotations

import gc
import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from parley import knowledge
from parley._version import __version__
from parley.model.protocols import Store
from parley.model.record import (
    AgreementEntry,
    EventEntry,
    MeasureEntry,
    MeetingEntry,
    OutcomeEntry,
    Position,
    Record,
    Shift,
    StatementEntry,
)
from parley.model.stored import StoredClaims
from parley.record import derive

# Raised by one when what is kept changes its shape; other rules of deriving are noticed by themselves (`_rules`).
_SHAPE = 1
# What entries depend on beside the claims: the rules of deriving, names as they are known, the types.
_RULES = ("record", "knowledge", "model")
_PARTS: dict[str, TypeAdapter[Any]] = {
    "meetings": TypeAdapter(tuple[MeetingEntry, ...]),
    "agreements": TypeAdapter(tuple[AgreementEntry, ...]),
    "measures": TypeAdapter(tuple[MeasureEntry, ...]),
    "outcomes": TypeAdapter(tuple[OutcomeEntry, ...]),
    "statements": TypeAdapter(tuple[StatementEntry, ...]),
    "events": TypeAdapter(tuple[EventEntry, ...]),
    "positions": TypeAdapter(tuple[Position, ...]),
    "shifts": TypeAdapter(tuple[Shift, ...]),
}


def derived(store: Store) -> Record:
    """All that a store's claims and rulings say; from what an earlier look-up kept, when nothing has changed since.

    What is kept is only ever a copy: lost, damaged or outdated, it is derived again with the same result.
    """
    with _no_garbage_collection():
        key = f"{_rules()} {store.fingerprint()}"
        kept = store.derived(key)
        parts = _unpacked(kept) if kept is not None else None
        if parts is not None:
            articles, rulings = tuple(store.articles()), _in_order(store)
            claims = StoredClaims(store.claim_texts())
            return Record(articles=articles, claims=claims, rulings=rulings, claim_ids=claims.ids, deriver=derive,
                          **parts)  # fmt: skip
        record = derive(store.articles(), store.claims(), tuple(store.rulings()))
        store.keep_derived(key, _packed(record))
        return record


def _in_order(store: Store) -> tuple[Any, ...]:
    return tuple(sorted({r.id: r for r in store.rulings()}.values(), key=lambda r: (r.at, r.id)))


def _packed(record: Record) -> bytes:
    """The entries as lines of JSON after a checksum of them."""
    lines = b"\n".join(adapter.dump_json(getattr(record, name)) for name, adapter in _PARTS.items())
    return b"%08x\n%s" % (zlib.crc32(lines), lines)


def _unpacked(content: bytes) -> dict[str, Any] | None:
    """The entries by kind, None when the bytes are not what was kept."""
    checksum, _, lines = content.partition(b"\n")
    parts = lines.split(b"\n")
    if checksum != b"%08x" % zlib.crc32(lines) or len(parts) != len(_PARTS):
        return None
    try:
        return {name: adapter.validate_json(part) for (name, adapter), part in zip(_PARTS.items(), parts, strict=True)}
    except ValidationError:
        return None


@cache
def _code() -> str:
    """A digest of the files that deriving runs on: by other rules the same claims make another record."""
    digest = hashlib.sha256(f"{_SHAPE} {__version__}".encode())
    for part in _RULES:
        for path in sorted((Path(__file__).parent / part).rglob("*")):
            if path.suffix in (".py", ".tsv"):
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _rules() -> str:
    added = b"".join(path.read_bytes() for path in knowledge.additions_in_use())
    return hashlib.sha256(_code().encode() + added).hexdigest()


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Spares looking for garbage while hundreds of thousands of objects are made that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
