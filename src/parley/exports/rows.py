"""Entries as flat rows, for tables: one line an entry, lists joined, the first sentence that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from parley.model.claim import ClaimKind
from parley.model.record import Entry, Record

COMMON = (
    "id", "kind", "status", "when", "first_day", "last_day", "when_words", "place", "country",
    "participants", "mediators",
)  # fmt: skip
OF_KIND: dict[ClaimKind, tuple[str, ...]] = {
    "meeting": ("name", "form", "several"),
    "agreement": ("name", "stage"),
    "measure": ("type", "agreement", "force", "quantity", "object", "deadline"),
    "outcome": ("of", "outcome"),
    "statement": ("quote", "direct", "addressee", "topic", "stance", "said"),
    "event": ("code", "mode"),
}
SOURCES = ("attributed_to", "articles", "independent_sources", "disputed", "evidence", "source", "published")
_BEHIND_THE_TABLE = frozenset({"mediator", "host"})


def columns(kind: ClaimKind | None = None) -> tuple[str, ...]:
    """The names of the columns, for one kind of entry or for all."""
    fields = OF_KIND[kind] if kind else tuple(dict.fromkeys(name for names in OF_KIND.values() for name in names))
    return (*COMMON, *fields, *SOURCES)


def rows(record: Record, kind: ClaimKind | None = None) -> Iterator[dict[str, Any]]:
    """A row an entry, with the columns of its kind; those that do not apply are left out."""
    for entry in record.entries():
        if kind is None or entry.kind == kind:
            yield _row(record, entry)


def _row(record: Record, entry: Entry) -> dict[str, Any]:
    days = entry.days
    shown = record.evidence(entry)
    article, _, evidence = shown[0]
    row: dict[str, Any] = {
        "id": entry.id,
        "kind": entry.kind,
        "status": entry.status,
        "when": entry.when.edtf if entry.when else None,
        "first_day": days.first.isoformat() if days and days.first > date.min else None,
        "last_day": days.last.isoformat() if days and days.last < date.max else None,
        "when_words": _when_words(record, entry),
        "place": entry.place.name if entry.place else None,
        "country": entry.place.country if entry.place else None,
        "participants": "; ".join(p.name for p in entry.participants if p.role not in _BEHIND_THE_TABLE),
        "mediators": "; ".join(p.name for p in entry.participants if p.role in _BEHIND_THE_TABLE),
    }
    row |= {name: getattr(entry, name) for name in OF_KIND[entry.kind]}
    return row | {
        "attributed_to": entry.attributed_to,
        "articles": len(entry.articles),
        "independent_sources": entry.independent_sources,
        "disputed": "; ".join(dispute.field for dispute in entry.disputes),
        "evidence": evidence.text,
        "source": article.uri,
        "published": article.published,
    }


def _when_words(record: Record, entry: Entry) -> str | None:
    """The words of the article, also where a ruling corrected the time."""
    claim = record.claim_by_id.get(entry.when_claim or "")
    if claim and claim.when:
        return claim.when.text
    # A time that only a ruling gave has no words: its text is the value of the ruling.
    return entry.when.text if entry.when and entry.when.text != entry.when.edtf else None
