"""The record of a store: derived once and kept beside its claims, until these, the rulings or the rules change."""

from __future__ import annotations

import gc
import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json

from parley import knowledge
from parley._version import __version__
from parley.answers.indexing import index_of, index_to_json, take_index
from parley.errors import RecordError
from parley.model.article import Article
from parley.model.claim import Claim
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
from parley.model.ruling import Ruling
from parley.model.stored import Stored, StoredArticles, StoredClaims
from parley.record import Deriver
from parley.settling import settle

# Raised by one when what is kept changes its shape; other rules of deriving are noticed by themselves (`_rules`).
_SHAPE = 3
# What is kept depends on beside the claims: the rules of deriving, names as they are known, the types, the index.
_RULES = ("record", "knowledge", "model", "answers/index.py", "answers/indexing.py", "answers/words.py")
_PARTS: dict[str, TypeAdapter[Any]] = {
    "meetings": TypeAdapter(MeetingEntry),
    "agreements": TypeAdapter(AgreementEntry),
    "measures": TypeAdapter(MeasureEntry),
    "outcomes": TypeAdapter(OutcomeEntry),
    "statements": TypeAdapter(StatementEntry),
    "events": TypeAdapter(EventEntry),
    "positions": TypeAdapter(Position),
    "shifts": TypeAdapter(Shift),
}


def derived(store: Store, as_of: str | None = None, deriver: Deriver | None = None) -> Record:
    """All that a store's claims and rulings say; from what an earlier look-up kept, when nothing has changed since.

    What is kept is only ever a copy: lost, damaged or outdated, it is derived again with the same result.

    Args:
        as_of: a day (ISO 8601); only what articles published by then said.
        deriver: what derived an earlier state of the store, so that only what has changed is worked out.
    """
    if store.is_unsettled():
        with suppress(RecordError):  # one that cannot be written, or is being written: it is settled by its reader
            settle(store)
    with _no_garbage_collection():
        contents = f"{_rules()} {store.fingerprint()}"
        key = f"{contents} {as_of or ''}".rstrip()
        kept = store.derived(key)
        parts = _unpacked(kept) if kept is not None else None
        derive = deriver or Deriver()
        if parts is None:
            record = derive(*_known_by(store, as_of))
            store.keep_derived(key, _packed(record), contents)
            return record
        rows, texts = store.article_rows(), store.claim_texts()
        if as_of:
            rows = [row for row in rows if row[1] and row[1] <= as_of]
            texts = {i: texts[i] for i in parts["claims"]}
        claims = StoredClaims(texts)
        record = Record(articles=StoredArticles(rows), claims=claims, rulings=_in_order(store), claim_ids=claims.ids,
                        deriver=derive, **parts["entries"])  # fmt: skip
        take_index(record, parts["index"])
        return record


def _known_by(store: Store, as_of: str | None) -> tuple[list[Article], list[Claim], tuple[Ruling, ...]]:
    articles = [a for a in store.articles() if as_of is None or (a.published and a.published <= as_of)]
    known = {article.id for article in articles}
    return articles, [c for c in store.claims() if c.article in known], tuple(store.rulings())


def _in_order(store: Store) -> tuple[Any, ...]:
    return tuple(sorted({r.id: r for r in store.rulings()}.values(), key=lambda r: (r.at, r.id)))


def _packed(record: Record) -> bytes:
    """A line of JSON for each entry, after lines with a checksum, with the ids and counts, and with the index."""
    lines = [adapter.dump_json(item) for name, adapter in _PARTS.items() for item in getattr(record, name)]
    head = {
        "counts": [len(getattr(record, name)) for name in _PARTS],
        "ids": [entry.id for entry in record.entries()],
        "claims": record.claim_ids,
    }
    body = b"\n".join([to_json(head), to_json(index_to_json(index_of(record))), *lines])
    return b"%08x\n%s" % (zlib.crc32(body), body)


def _unpacked(content: bytes) -> dict[str, Any] | None:
    """The entries by kind, each made when it is looked at, the ids of their claims and the index.

    None when the bytes are not what was kept.
    """
    checksum, _, body = content.partition(b"\n")
    if checksum != b"%08x" % zlib.crc32(body):
        return None
    head_line, index_line, *lines = body.split(b"\n")
    head = json.loads(head_line)
    entries: dict[str, Any] = {}
    start = 0
    for (name, adapter), count in zip(_PARTS.items(), head["counts"], strict=True):
        entries[name] = Stored(lines[start : start + count], adapter.validate_json, head["ids"][start : start + count])
        start += count
    return {"entries": entries, "claims": head["claims"], "index": json.loads(index_line)}


@cache
def _code() -> str:
    """A digest of the files that deriving runs on: by other rules the same claims make another record."""
    digest = hashlib.sha256(f"{_SHAPE} {__version__}".encode())
    for part in _RULES:
        place = Path(__file__).parent / part
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
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
