"""JSON-LD: entries as schema.org events, each sentence a W3C Web Annotation, makers and rulings in W3C PROV.

The context stands in the file, so that nothing has to be fetched to read it. Names of our own terms and identities are
URNs: a record is a file on somebody's disk and has no address on the web.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

from parley.exports.entries import of_kinds
from parley.exports.titles import headline
from parley.model.article import Article
from parley.model.claim import CLAIM_KINDS, Claim, ClaimKind
from parley.model.party import Party, Place, Role
from parley.model.record import Entry, Record
from parley.model.ruling import Ruling
from parley.model.span import Evidence

_ID = {"@type": "@id"}
CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "parley": "urn:parley:term:",
    "edtf": {"@id": "parley:edtf", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "source": {"@id": "oa:hasSource", **_ID},
    "body": {"@id": "oa:hasBody", **_ID},
    "derived": {"@id": "prov:wasDerivedFrom", **_ID},
    "attributed": {"@id": "prov:wasAttributedTo", **_ID},
    "associated": {"@id": "prov:wasAssociatedWith", **_ID},
    "used": {"@id": "prov:used", **_ID},
    **{name: {"@id": f"parley:{name}", **_ID} for name in ("ofAgreement", "ofMeeting", "ofMeasure")},
    "day": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "first": {"@id": "schema:startDate", "@type": "xsd:date"},
    "last": {"@id": "schema:endDate", "@type": "xsd:date"},
    "at": {"@id": "prov:startedAtTime", "@type": "xsd:dateTime"},
}
# How somebody took part, in schema.org's words where it has them; each also has the role in our own.
_ROLES: dict[Role, str] = {
    "party": "schema:attendee", "signatory": "schema:attendee", "mediator": "schema:organizer",
    "host": "schema:organizer", "speaker": "schema:creator", "source": "schema:agent", "target": "schema:recipient",
}  # fmt: skip
_PARTIES = {
    "person": "schema:Person", "state": "schema:Country", "organisation": "schema:Organization",
    "group": "schema:Organization",
}  # fmt: skip
# The fields of the kinds that are carried over as they are, under our own terms.
_FIELDS = (
    "name", "form", "several", "stage", "type", "force", "quantity", "object", "deadline", "of", "outcome", "quote",
    "direct", "addressee", "topic", "stance", "said", "code", "mode",
)  # fmt: skip
# Characters before and after a quoted sentence, so that it is found again where offsets have moved.
_AROUND = 32


def export(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes one object with the context and a graph of parties, articles, entries, annotations, makers, rulings."""
    entries = list(of_kinds(record, kind, CLAIM_KINDS))
    claims = [record.claim_by_id[c] for entry in entries for c in entry.claims]
    articles = {claim.article for claim in claims}
    parties = {p.id: p for entry in entries for p in entry.participants}
    graph: list[dict[str, Any]] = [_party(parties[party_id]) for party_id in sorted(parties)]
    graph += [_article(a) for a in record.articles if kind is None or a.id in articles]
    graph += [
        {"@id": _maker(m), "@type": ["prov:SoftwareAgent"], "rdfs:label": m} for m in sorted({c.maker for c in claims})
    ]
    for entry in entries:
        graph.append(_entry(entry))
        for claim_id in entry.claims:
            claim = record.claim_by_id[claim_id]
            graph += _annotations(record.article_by_id[claim.article], claim_id, claim, entry)
    graph += [_ruling(ruling) for ruling in record.rulings]
    stream.write(json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n")


def _party(party: Party) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": f"urn:parley:party:{party.id}", "@type": [_PARTIES[party.kind], "prov:Agent"]}
    return node | _given({"schema:name": party.name, "schema:nationality": party.country})


def _article(article: Article) -> dict[str, Any]:
    node = {"@id": f"urn:parley:article:{article.id}", "@type": ["schema:NewsArticle", "prov:Entity"]}
    return node | _given(
        {
            "schema:headline": article.title,
            "schema:publisher": article.publisher,
            "day": article.published,
            "schema:inLanguage": article.language,
            "schema:url": article.uri if article.uri.startswith(("http://", "https://")) else None,
            "parley:sha256": article.sha256,
            "derived": f"urn:parley:article:{article.copy_of}" if article.copy_of else None,
        }
    )


def _entry(entry: Entry) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@id": f"urn:parley:entry:{entry.id}",
        "@type": [f"parley:{entry.kind.capitalize()}", "schema:Event", "prov:Entity"],
        "schema:name": headline(entry),
        "parley:status": entry.status,
        "parley:independentSources": entry.independent_sources,
        "derived": [f"urn:parley:claim:{claim}" for claim in entry.claims],
    }
    for party in entry.participants:
        reference = {"@id": f"urn:parley:party:{party.id}"}
        for term in (_ROLES[party.role], f"parley:{party.role}"):
            listed = node.setdefault(term, [])
            if reference not in listed:
                listed.append(reference)
    days = entry.days
    node |= _given(
        {
            "edtf": entry.when.edtf if entry.when else None,
            "parley:timeAsSaid": entry.when.text if entry.when else None,
            "first": days.first.isoformat() if days and days.first > date.min else None,
            "last": days.last.isoformat() if days and days.last < date.max else None,
            "schema:location": _place(entry.place) if entry.place else None,
            "ofAgreement": _other(getattr(entry, "of_agreement", None)),
            "ofMeeting": _other(getattr(entry, "of_meeting", None) or getattr(entry, "meeting", None)),
            "ofMeasure": [_other(m) for m in getattr(entry, "of_measures", ())] or None,
        }
    )
    node |= _given({f"parley:{name}": getattr(entry, name, None) for name in _FIELDS})
    if entry.disputes:
        node["parley:dispute"] = [
            {"parley:field": d.field, "parley:value": [value.value for value in d.values]} for d in entry.disputes
        ]
    return node


def _annotations(article: Article, claim_id: str, claim: Claim, entry: Entry) -> Iterator[dict[str, Any]]:
    """The claim itself, and an annotation for each stretch of text that shows it."""
    yield {
        "@id": f"urn:parley:claim:{claim_id}",
        "@type": ["parley:Claim", "prov:Entity"],
        "parley:status": claim.status,
        "attributed": _maker(claim.maker),
        "derived": f"urn:parley:article:{article.id}",
    } | _given({"parley:attributedTo": claim.attributed_to})
    for number, evidence in enumerate(claim.evidence):
        yield {
            "@id": f"urn:parley:annotation:{claim_id}:{number}",
            "@type": ["oa:Annotation"],
            "oa:motivatedBy": {"@id": "oa:identifying"},
            "body": [f"urn:parley:claim:{claim_id}", f"urn:parley:entry:{entry.id}"],
            "oa:hasTarget": {
                "@type": ["oa:SpecificResource"],
                "source": f"urn:parley:article:{article.id}",
                "oa:hasSelector": _selectors(article.text, evidence),
            },
            "attributed": _maker(claim.maker),
        }


def _selectors(text: str, evidence: Evidence) -> list[dict[str, Any]]:
    return [
        {"@type": "oa:TextPositionSelector", "start": evidence.start, "end": evidence.end},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": evidence.text,
            "oa:prefix": text[max(0, evidence.start - _AROUND) : evidence.start],
            "oa:suffix": text[evidence.end : evidence.end + _AROUND],
        },
    ]


def _ruling(ruling: Ruling) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@id": f"urn:parley:ruling:{ruling.id}",
        "@type": ["prov:Activity", "parley:Ruling"],
        "parley:action": ruling.action,
        "rdfs:comment": ruling.why,
        "prov:wasAssociatedWith": {"@type": "prov:Person", "schema:name": ruling.by},
        "at": ruling.at,
        "used": [f"urn:parley:claim:{claim}" for claim in ruling.claims],
    }
    return node | _given({"parley:field": ruling.field, "parley:value": ruling.value})


def _place(place: Place) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "schema:Place", "schema:name": place.name}
    if place.lat is not None and place.lon is not None:
        node["schema:geo"] = {
            "@type": "schema:GeoCoordinates", "schema:latitude": place.lat, "schema:longitude": place.lon,
        }  # fmt: skip
    return node | _given({"schema:addressCountry": place.country})


def _maker(maker: str) -> str:
    return f"urn:parley:maker:{maker}"


def _other(entry_id: str | None) -> str | None:
    return f"urn:parley:entry:{entry_id}" if entry_id else None


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
