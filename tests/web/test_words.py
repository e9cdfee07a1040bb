"""What pages and tables call things."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from parley.model.party import Party
from parley.model.protocols import Store
from parley.model.record import MeasureEntry, OutcomeEntry, StatementEntry
from parley.web import words
from parley.web.encounters import met_most
from parley.web.held import Keeper
from parley.web.tables import _outcomes, title_of
from tests.record import normandy
from tests.web.conftest import ATTACK

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
    outcome = OutcomeEntry(id="outcome-1", of="exchange of prisoners", outcome="carried_out", **TOLD)
    assert "".join(piece.text for piece in _outcomes([outcome], of=True)) == "carried out: exchange of prisoners"


def test_what_is_suggested_is_about_who_met_most_in_this_record(store: Store, client: TestClient) -> None:
    held = Keeper(store).now()
    one, other = met_most(held)[0]
    together = [m for m in held.record.meetings if {one.id, other.id} <= {p.id for p in m.participants}]
    assert together
    home = html.fromstring(client.get("/").content).xpath("//a[contains(text(), 'background brief')]")[0]
    assert one.name in home.text and other.name in home.text
    page = html.fromstring(client.get("/ask?q=blue+elephants+fly").content)
    assert "was not understood" in page.text_content() and "Macron say about" not in page.text_content()
    examples = page.xpath("//main//a[starts-with(@href, '/ask?q=')]/text()")
    assert f"Have {one.name} and {other.name} met?" in examples
    known = {p.name for p in held.parties.values()}
    for link in html.fromstring(client.get("/brief").content).xpath("//ul[@class='chips']//a/text()"):
        assert set(link.split(" and ")) <= known


def test_sources_of_a_brief_end_with_title_and_address(client: TestClient) -> None:
    page = html.fromstring(client.get("/brief", params={"of": [ATTACK, "Putin"]}).content)
    ends = [li.text_content().split() for li in page.xpath("//ol[@class='sources']/li")]
    assert any(words[-1] == "https://news.example/report?a=1&b=2" for words in ends)
    assert all("javascript:alert(1)" not in words for words in ends)


def test_a_party_without_a_name_is_of_some_kind() -> None:
    assert words.party_kind(Party(name="", id="group:", kind="group"))
