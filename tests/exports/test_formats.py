"""Each format is read back by the format's own library or schema, and holds what the record holds."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date

import icalendar
import jsonschema
import openpyxl
import pyarrow.parquet as pq
import pytest
import rdflib

import parley
from parley import registry
from parley.exports.entries import day_span
from parley.exports.titles import headline
from parley.model.record import Record
from parley.record import derive
from tests.record.building import agreement, article, meeting

Write = Callable[..., "str | bytes"]
FORMATS = sorted(registry.names("exports"))


@pytest.mark.parametrize("form", FORMATS)
def test_same_record_gives_the_same_bytes(record: Record, write: Write, form: str) -> None:
    again = derive(reversed(record.articles), reversed(record.claims), record.rulings)
    assert write(record, form) == write(again, form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_record_can_be_written(write: Write, form: str) -> None:
    assert isinstance(write(derive([], []), form), str | bytes)


def test_workbook_has_a_sheet_a_kind_with_all_rows(record: Record, write: Write) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write(record, "xlsx")))
    assert book.sheetnames == [
        "About", "Meetings", "Agreements", "Measures", "Outcomes", "Statements", "Events", "Evidence", "Articles",
    ]  # fmt: skip
    head, *rows = book["Meetings"].iter_rows(values_only=True)
    assert len(rows) == len(record.meetings) > 2
    by_id = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    dated = next(m for m in record.meetings if m.when and m.when.edtf == "2019-12-09")
    row = by_id[dated.id]
    assert row["first_day"].date() == date(2019, 12, 9) and row["place"] == "Paris"
    assert "Volodymyr Zelensky" in row["participants"]
    entry_ids = {row[0] for row in book["Evidence"].iter_rows(min_row=2, values_only=True)}
    assert entry_ids == {entry.id for entry in record.entries()}
    assert book["Articles"].max_row == len(record.articles) + 1


def test_workbook_runs_no_formula(hostile: Record, write: Write) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write(hostile, "xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert cells and all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_parquet_has_real_types(record: Record, write: Write) -> None:
    table = pq.read_table(io.BytesIO(write(record, "parquet")))
    assert table.num_rows == sum(1 for _ in record.entries())
    meetings = pq.read_table(io.BytesIO(write(record, "parquet", "meeting"))).to_pylist()
    paris = next(row for row in meetings if row["when"] == "2019-12-09")
    assert paris["first_day"] == date(2019, 12, 9) and "Vladimir Putin" in paris["participants"]


def test_calendar_holds_the_dated_meetings_and_agreements(record: Record, write: Write) -> None:
    calendar = icalendar.Calendar.from_ical(write(record, "ics"))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    dated = [e for e in (*record.meetings, *record.agreements) if day_span(e)]
    assert set(events) == {f"{entry.id}@parley" for entry in dated} and dated
    paris = next(m for m in record.meetings if m.when and m.when.edtf == "2019-12-09")
    event = events[f"{paris.id}@parley"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2019, 12, 9), date(2019, 12, 10))
    assert str(event["location"]).startswith("Paris") and event["status"] == "CONFIRMED"


def test_calendar_says_what_is_vague_planned_and_cancelled(write: Write) -> None:
    report = article("2020-01-05")
    claims = [
        meeting(report, "Angela Merkel, Vladimir Putin", "2020-03", status="planned"),
        meeting(report, "Angela Merkel, Emmanuel Macron", "2020-05-06", status="not_held"),
        meeting(report, "Xi Jinping, Narendra Modi", "2020-06-07", status="possible"),
        agreement(report, "truce", "2014/.."),
        agreement(report, "pact", None, "China, India"),
    ]
    calendar = icalendar.Calendar.from_ical(write(derive([report], claims), "ics"))
    told = {event["dtstart"].dt: event for event in calendar.walk("VEVENT")}
    month = told[date(2020, 3, 1)]
    assert month["dtend"].dt == date(2020, 4, 1) and month["transp"] == "TRANSPARENT"
    assert "some time in these days" in month["summary"] and month["summary"].startswith("Planned")
    assert told[date(2020, 5, 6)]["status"] == "CANCELLED" and told[date(2020, 6, 7)]["status"] == "TENTATIVE"
    # An open end is not a meeting that lasts for ever.
    assert told[date(2014, 1, 1)]["dtend"].dt == date(2015, 1, 1)
    assert "1 entries without a date" in str(calendar["x-wr-caldesc"])


def test_calendar_text_cannot_end_its_event(hostile: Record, write: Write) -> None:
    calendar = icalendar.Calendar.from_ical(write(hostile, "ics"))
    (event,) = calendar.walk("VEVENT")
    assert "END:VEVENT" in str(event["description"])


# The fields and types of Knight Lab's description of the format.
_DATE = {
    "type": "object",
    "properties": {name: {"type": "integer"} for name in ("year", "month", "day", "hour", "minute", "second")}
    | {"display_date": {"type": "string"}},
    "required": ["year"],
    "additionalProperties": False,
}
_TEXT = {"type": "object", "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}}
_SLIDE = {
    "type": "object",
    "properties": {
        "start_date": _DATE,
        "end_date": _DATE,
        "text": _TEXT | {"additionalProperties": False},
        "media": {"type": "object"},
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "background": {"type": "object"},
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string"},
    },
    "additionalProperties": False,
}
TIMELINE_JS = {
    "type": "object",
    "properties": {
        "events": {"type": "array", "items": _SLIDE | {"required": ["start_date", "text"]}},
        "title": _SLIDE,
        "eras": {"type": "array"},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "required": ["events"],
    "additionalProperties": False,
}


def test_timelinejs_fits_its_description_and_shows_edtf(record: Record, write: Write) -> None:
    content = json.loads(write(record, "timelinejs"))
    jsonschema.validate(content, TIMELINE_JS)
    slides = {slide["unique_id"]: slide for slide in content["events"]}
    assert len(slides) == len(content["events"]) > 3
    for entry_id, slide in slides.items():
        entry = record.entry_by_id[entry_id]
        assert entry.when and slide["display_date"] == entry.when.edtf
    table = list(csv.DictReader(io.StringIO(write(record, "timelinejs-csv"))))
    assert len(table) == len(slides)
    assert {row["Display Date"] for row in table} == {slide["display_date"] for slide in slides.values()}


def test_timelinejs_text_is_escaped(hostile: Record, write: Write) -> None:
    for form in ("timelinejs", "timelinejs-csv"):
        assert "<script" not in write(hostile, form)


def test_followthemoney_entities_are_valid_and_linked(record: Record, write: Write) -> None:
    pytest.importorskip("followthemoney", reason="needs followthemoney: make ftm-check")
    from followthemoney import model

    entities = {}
    for line in write(record, "ftm").splitlines():
        proxy = model.get_proxy(json.loads(line))
        proxy.schema.validate({"properties": proxy.to_dict()["properties"]})
        entities[proxy.id] = proxy
    events = [e for e in entities.values() if e.schema.name == "Event"]
    assert len(events) == sum(1 for _ in record.entries())
    assert {e.schema.name for e in entities.values()} >= {"Person", "PublicBody", "Event", "Article", "Documentation"}
    for event in events:
        assert set(event.get("involved") + event.get("organizer")) <= set(entities)
    for link in (e for e in entities.values() if e.schema.name == "Documentation"):
        assert {*link.get("document"), *link.get("entity")} <= set(entities)
    putin = next(e for e in entities.values() if e.caption == "Vladimir Putin")
    assert putin.get("country") == ["ru"]


# rdflib's own parser still uses what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_jsonld_is_rdf_with_annotations_that_find_their_sentences(record: Record, write: Write) -> None:
    graph = rdflib.Graph().parse(data=write(record, "jsonld"), format="json-ld")
    oa, prov = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.Namespace("http://www.w3.org/ns/prov#")
    annotations = list(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(annotations) == sum(len(claim.evidence) for claim in record.claims)
    texts = {rdflib.URIRef(f"urn:parley:article:{a.id}"): a.text for a in record.articles}
    for annotation in annotations:
        target = graph.value(annotation, oa.hasTarget)
        text = texts[graph.value(target, oa.hasSource)]
        selectors = {graph.value(s, rdflib.RDF.type): s for s in graph.objects(target, oa.hasSelector)}
        place, quote = selectors[oa.TextPositionSelector], selectors[oa.TextQuoteSelector]
        start, end = int(graph.value(place, oa.start)), int(graph.value(place, oa.end))
        exact, before = str(graph.value(quote, oa.exact)), str(graph.value(quote, oa.prefix))
        assert text[start:end] == exact and text[:start].endswith(before)
    for entry in record.entries():
        node = rdflib.URIRef(f"urn:parley:entry:{entry.id}")
        claims = {rdflib.URIRef(f"urn:parley:claim:{claim}") for claim in entry.claims}
        assert set(graph.objects(node, prov.wasDerivedFrom)) == claims
    (ruling,) = graph.subjects(rdflib.RDF.type, prov.Activity)
    agent = graph.value(ruling, prov.wasAssociatedWith)
    assert str(graph.value(agent, rdflib.URIRef("https://schema.org/name"))) == "Ada"
    # Nothing that a reader would have to fetch.
    assert all(isinstance(value, str | dict) for value in json.loads(write(record, "jsonld"))["@context"].values())


# The 16 types of the PLOVER manual.
_PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_plover_records(record: Record, write: Write) -> None:
    events = [json.loads(line) for line in write(record, "plover").splitlines()]
    assert len(events) == len(record.events) > 0
    for event in events:
        assert event["event"] in _PLOVER and event["text"]
        assert all(re.fullmatch(r"[A-Z]{3}", actor["country"] or "XXX") for actor in event["source"] + event["target"])
    assert write(record, "plover", "meeting") == ""


def test_tables_of_ceasefires_and_agreements(write: Write) -> None:
    report = article("2020-07-23", "The envoys agreed on a truce.")
    truce = agreement(report, "truce", "2020-07-22", "Russia, Ukraine", status="happened")
    record = derive([report], [truce, agreement(report, "Border Treaty", "2018-05", "China, India")])
    (row,) = csv.DictReader(io.StringIO(write(record, "ceasefires")))
    assert (row["side_a"], row["side_b"], row["class"]) == ("Russia", "Ukraine", "bilateral")
    assert (row["dec_yr"], row["dec_month"], row["dec_day"], row["ended"]) == ("2020", "7", "22", "no")
    rows = {row["Agt"]: row for row in csv.DictReader(io.StringIO(write(record, "pax")))}
    treaty = rows["Border Treaty"]
    assert (treaty["Con"], treaty["Part"], treaty["Dat"]) == ("China; India", "China; India", "2018-05-31")
    assert treaty["ceasefire"] == "0"


def test_two_people_of_a_state_are_one_side(write: Write) -> None:
    report = article("2020-07-23", "They agreed on a truce.")
    claim = agreement(report, "truce", "2020-07-22", "Vladimir Putin, Sergei Lavrov, Ilham Aliyev")
    (row,) = csv.DictReader(io.StringIO(write(derive([report], [claim]), "ceasefires")))
    assert (row["side_a"], row["side_b"], row["class"]) == ("Russia", "Azerbaijan", "bilateral")


def test_headlines_say_what_did_not_happen(record: Record) -> None:
    for entry in record.entries():
        assert headline(entry).startswith(("Planned: ", "Possible: ", "Did not happen: ")) == (
            entry.status != "happened"
        )


def test_export_and_import_give_the_same_record(record: Record, write: Write) -> None:
    texts = [str(write(record, "json"))]
    for _ in range(2):
        with parley.Record(None) as opened:
            opened.load_export(texts[-1])
            texts.append(str(write(opened.entries, "json")))
    # The first was put together by hand, without the copies marked that a record marks.
    assert texts[1] == texts[2] and len(json.loads(texts[1])["claims"]) == len(record.claims)
