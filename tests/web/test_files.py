"""Lists as files to take away."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from fastapi.testclient import TestClient
from lxml import html


@pytest.mark.parametrize("query", ["", "?name=Putin", "?since=2019&until=2021"])
def test_every_file_holds_what_the_page_lists_in_its_order(client: TestClient, query: str) -> None:
    page = html.fromstring(client.get(f"/meetings{query}").content)
    links = {a.text: a.get("href") for a in page.xpath("//p[contains(@class, 'take')]/a")}
    assert set(links) == {"CSV", "JSON", "workbook", "calendar"}
    listed = [a.rpartition("/")[2] for a in page.xpath("//td[@data-label='When']/div/a/@href")]
    assert listed
    rows = list(csv.DictReader(io.StringIO(client.get(links["CSV"]).text)))
    assert [row["id"] for row in rows] == listed
    assert [e["id"] for e in client.get(links["JSON"]).json()["entries"]] == listed
    book = client.get(links["workbook"])
    assert "spreadsheetml" in book.headers["content-type"] and book.headers["content-disposition"].endswith(".xlsx")
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        strings = html.fromstring(parts.read("xl/sharedStrings.xml")).xpath("//t/text()")
        assert [s for s in strings if s in set(listed)] == listed
    calendar = client.get(links["calendar"])
    assert calendar.headers["content-type"].startswith("text/calendar")
    ids = [line for line in calendar.text.split("\r\n") if line.startswith("UID:")]
    known = {line.removeprefix("UID:").removesuffix("@parley") for line in ids}
    assert known and known <= set(listed)


def test_sources_are_addresses_or_titles(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/meetings.csv").text)))
    articles = client.get("/articles.json").json()["articles"]
    called = {a[name] for a in articles for name in ("title", "publisher") if a[name]}
    for sources in ({row["source"] for row in rows}, {a["uri"] for a in articles}):
        assert sources and all(s.startswith("https://") or s in called for s in sources)


def test_what_is_no_list_is_no_workbook(client: TestClient) -> None:
    assert client.get("/timeline.xlsx").status_code == 404 == client.get("/statements.ics").status_code
    assert client.get("/statements.xlsx").status_code == 200
