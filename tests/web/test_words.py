"""What pages and tables call things."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from parley.model.party import Party
from parley.model.record import MeasureEntry, StatementEntry
from parley.web import words
from parley.web.tables import title_of
from tests.record import normandy

TOLD = {"claims": ("c",), "articles": ("a",)}


@pytest.mark.parametrize(
    ("direct", "shown"), [(True, "Vladimir Putin: “he is ready”"), (False, "Vladimir Putin: he is ready")]
)
def test_only_what_was_said_in_these_words_is_quoted(direct: bool, shown: str) -> None:
    who = (normandy.PUTIN.in_role("speaker"),)
    assert title_of(StatementEntry(id="s", participants=who, quote="he is ready", direct=direct, **TOLD)) == shown


def test_a_measure_that_nothing_is_known_of_is_called_by_its_agreement() -> None:
    assert title_of(MeasureEntry(id="m", type="other", agreement="Minsk agreements", **TOLD)) == (
        "A measure of the Minsk agreements"
    )
    assert title_of(MeasureEntry(id="m", type="other", object="a joint fund", **TOLD)) == "A joint fund"


@pytest.mark.parametrize(
    ("name", "kind", "what"),
    [
        ("United Nations", "state", "Organisation"), ("OSCE", "state", "Organisation"), ("Russia", "state", "State"),
        ("United States", "state", "State"), ("residents", "group", "Group"), ("Jane Doe", "person", "Person"),
    ],
)  # fmt: skip
def test_parties_are_called_what_they_are(name: str, kind: str, what: str) -> None:
    party = Party(id=f"{kind}:x", name=name, kind=kind)  # type: ignore[arg-type]
    assert words.PARTY_KINDS[words.party_kind(party)] == what


def test_one_is_not_many() -> None:
    assert [words.counted(n, "agreements") for n in (0, 1, 2)] == ["0 agreements", "1 agreement", "2 agreements"]
    assert words.counted(1, "meetings and calls") == "1 meeting or call"


def test_tables_say_what_outcomes_are_of_and_link_their_dates(client: TestClient) -> None:
    for folder in ("meetings", "agreements", "outcomes"):
        page = html.fromstring(client.get(f"/{folder}").content)
        dates = page.xpath("//td[@data-label='When']/div[normalize-space()]")
        assert dates and all(d.xpath("./a/@href") for d in dates), folder
    came = html.fromstring(client.get("/agreements").content).xpath("//td[@data-label='What came of it']/div[a]")
    assert came and all(": " in cell.text_content() for cell in came)
