"""FollowTheMoney entities, one a line, as Aleph and its kin load them.

Parties become Person, PublicBody or Organization; entries become Event (the only schema of the model with a day, a
place and those involved), their kind among the keywords; articles become Article, and a Documentation links each entry
to each article that tells of it, with the sentence. Written without the model's own library, which the tests check the
result with (docs/decisions/0050-followthemoney-without-its-library.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, TextIO

from parley.exports.countries import codes_of
from parley.exports.entries import of_kinds, sources
from parley.exports.titles import headline
from parley.model.article import Article
from parley.model.claim import CLAIM_KINDS, ClaimKind
from parley.model.edtf import Interval
from parley.model.party import Party, PartyKind
from parley.model.record import Entry, Record

_SCHEMAS: dict[PartyKind, str] = {
    "person": "Person", "state": "PublicBody", "organisation": "Organization", "group": "Organization",
}  # fmt: skip
# Who made an occasion possible, as against who is in it.
_ORGANIZERS = ("mediator", "host")
Entity = dict[str, Any]


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes the parties, entries and articles, and what links them; of one kind of entry only what belongs to it."""
    entries = list(of_kinds(record, kind, CLAIM_KINDS))
    parties = {p.id: p for entry in entries for p in entry.participants}
    told = {article for entry in entries for article in entry.articles}
    entities = [_party(parties[party_id]) for party_id in sorted(parties)]
    entities += [_article(article) for article in record.articles if kind is None or article.id in told]
    for entry in entries:
        entities += [_event(record, entry), *_documentations(record, entry)]
    for entity in entities:
        stream.write(json.dumps(entity, sort_keys=True, ensure_ascii=False) + "\n")


def _entity(schema: str, entity_id: str, **properties: object) -> Entity:
    """An entity: every property a list of texts, each once, those without a value left out."""
    listed: dict[str, list[str]] = {}
    for name, value in properties.items():
        values = value if isinstance(value, list) else [value]
        if kept := list(dict.fromkeys(str(v) for v in values if v)):
            listed[name] = kept
    return {"id": entity_id, "schema": schema, "properties": listed}


def _id(*parts: str) -> str:
    """The same id for the same thing in every export, so that loading again changes nothing."""
    return hashlib.sha1(":".join(("parley", *parts)).encode()).hexdigest()


def _party(party: Party) -> Entity:
    country = codes_of(party.country or (party.name if party.kind == "state" else None))
    return _entity(
        _SCHEMAS[party.kind],
        _id("party", party.id),
        name=party.name,
        country=country.alpha_2.lower() if country else None,
        **({"position": party.office} if party.kind == "person" else {}),
    )


def _article(article: Article) -> Entity:
    return _entity(
        "Article",
        _id("article", article.id),
        title=article.title or article.uri.rsplit("/", 1)[-1],
        publishedAt=article.published,
        retrievedAt=article.retrieved,
        publisher=article.publisher,
        bodyText=article.text,
        fileName=f"{article.id}.txt",
        sourceUrl=article.uri if article.uri.startswith(("http://", "https://")) else None,
    )


def _event(record: Record, entry: Entry) -> Entity:
    told = sources(record, entry)
    country = codes_of(entry.place.country) if entry.place else None
    ids = {p.id: _id("party", p.id) for p in entry.participants}
    notes = [f"When: {entry.when.edtf or 'not placed'} (“{entry.when.text}”)"] if entry.when else []
    notes += [f"Disputed, {d.field}: {' / '.join(value.value for value in d.values)}" for d in entry.disputes]
    return _entity(
        "Event",
        _id("entry", entry.id),
        name=headline(entry),
        recordId=entry.id,
        keywords=[entry.kind, entry.status],
        organizer=[ids[p.id] for p in entry.participants if p.role in _ORGANIZERS],
        involved=[ids[p.id] for p in entry.participants if p.role not in _ORGANIZERS],
        location=entry.place.name if entry.place else None,
        country=country.alpha_2.lower() if country else None,
        summary=" ".join(told[0].evidence.text.split()),
        notes=notes,
        sourceUrl=[s.web_address for s in told],
        publisher=[s.publisher for s in told],
        **dict(_days(entry.days)),
    )


def _days(days: Interval | None) -> Iterator[tuple[str, str]]:
    if days is None:
        return
    if days.days == 1:
        yield "date", days.first.isoformat()
        return
    if days.first > days.first.min:
        yield "startDate", days.first.isoformat()
    if days.last < days.last.max:
        yield "endDate", days.last.isoformat()


def _documentations(record: Record, entry: Entry) -> Iterator[Entity]:
    for source in sources(record, entry):
        yield _entity(
            "Documentation",
            _id("source", entry.id, source.claim),
            document=_id("article", source.article),
            entity=_id("entry", entry.id),
            role="evidence",
            date=source.published,
            summary=" ".join(source.evidence.text.split()),
            recordId=source.claim,
            publisher=source.publisher,
            sourceUrl=source.web_address,
        )
