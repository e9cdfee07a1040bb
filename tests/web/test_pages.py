"""Every page answers, is sound, asks nothing of another host, and lets no text become markup."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import etree, html

from parley.model.protocols import Store
from parley.web.links import is_web_address
from parley.web.security import HEADERS
from tests.web.conftest import HOST

PAGES = (
    "/", "/timeline", "/meetings", "/agreements", "/measures", "/outcomes", "/statements", "/events", "/people",
    "/places", "/disputes", "/news", "/articles", "/ask", "/brief", "/search",
    "/ask?q=Have+Zelensky+and+Putin+met", "/ask?q=%3Cscript%3E", "/brief?of=Zelensky&of=Putin", "/brief?of=%3Cb%3E",
    "/search?q=ceasefire", "/search?q=script+alert", "/timeline?since=2019&until=2019&kind=meeting",
    "/meetings?name=Putin&status=planned", "/meetings?name=Nobody", "/meetings?since=%3Cb%3E", "/news?since=2014",
    "/statements?topic=talks", "/people?kind=state", "/meetings?page=99",
)  # fmt: skip
ENTRIES = ("meetings", "agreements", "measures", "outcomes", "statements", "events")


def crawled(client: TestClient) -> dict[str, bytes]:
    """Every page that can be reached from the listed ones, by its address."""
    waiting, seen = list(PAGES), {}
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[:300])
        seen[address] = answer.content
        if "html" in answer.headers["content-type"]:
            for link in html.fromstring(answer.content).xpath("//a/@href"):
                parts = urlsplit(urljoin(HOST + address, link))
                if f"{parts.scheme}://{parts.netloc}" == HOST:
                    waiting.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return seen


@pytest.fixture(scope="module")
def pages(client: TestClient) -> dict[str, bytes]:
    return crawled(client)


def trees(pages: dict[str, bytes]) -> list[tuple[str, etree._Element]]:
    return [(a, html.fromstring(c)) for a, c in pages.items() if c.startswith(b"<!doctype html>")]


def test_every_entry_person_place_and_article_is_reached(client: TestClient, pages: dict[str, bytes]) -> None:
    reached = {unquote(page) for page in pages}
    for folder in (*ENTRIES, "people", "places", "articles"):
        listed = client.get(f"/{folder}.json").json()
        own = [page for page in reached if page.startswith(f"/{folder}/") and f"{page}.json" in reached]
        assert listed["total"] == len(own) > 0, folder


def test_pages_are_sound(pages: dict[str, bytes]) -> None:
    found = trees(pages)
    assert len(found) > 80
    for address, tree in found:
        assert tree.get("lang") == "en", address
        assert len(tree.xpath("//h1")) == 1 and tree.findtext(".//title"), address
        assert len(tree.xpath("//main")) == len(tree.xpath("//body/header")) == len(tree.xpath("//body/footer")) == 1
        levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (address, levels)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), (address, sorted(i for i in ids if ids.count(i) > 1))
        for field in tree.xpath("//input|//select"):
            labelled = field.getparent().tag == "label" or tree.xpath("//label[@for=$i]", i=field.get("id"))
            assert labelled, (address, etree.tostring(field))
        for table in tree.xpath("//table"):
            assert table.find("caption") is not None and table.xpath(".//th[@scope='col']"), address
        assert all("".join(a.itertext()).strip() or a.get("aria-label") for a in tree.xpath("//a")), address
        skip = tree.xpath("//body/a[1]/@href")
        assert skip == ["#content"] and tree.xpath("//*[@id='content']"), address
        for anchor in tree.xpath("//a[starts-with(@href, '#')]/@href"):
            assert anchor[1:] in ids, (address, anchor)


def test_links_into_articles_arrive_at_their_sentence(pages: dict[str, bytes]) -> None:
    ids: dict[str, set[str]] = {a: set(t.xpath("//@id")) for a, t in trees(pages) if a.startswith("/articles/")}
    followed = 0
    for _, tree in trees(pages):
        for link in tree.xpath("//a[starts-with(@href, '/articles/') and contains(@href, '#s')]/@href"):
            parts = urlsplit(link)
            assert parts.fragment in ids[parts.path], link
            followed += 1
    assert followed > 60


def test_pages_ask_nothing_of_another_host_and_run_nothing(pages: dict[str, bytes]) -> None:
    for address, tree in trees(pages):
        loaded = tree.xpath("//*[not(self::a)]/@href|//@src|//@action|//@srcset|//@data|//@poster|//@formaction")
        assert all(str(link).startswith(("/", "#")) and not str(link).startswith("//") for link in loaded), address
        assert tree.xpath("//script/@src") == ["/static/desk.js"] and not tree.xpath("//script[node()]"), address
        assert not tree.xpath("//style|//iframe|//object|//embed|//img|//b|//i|//u|//em|//base"), address
        assert not [n for e in tree.iter() for n in e.attrib if n.startswith("on") or n == "style"], address
        for link in tree.xpath("//a/@href"):
            assert link.startswith(("/", "#", "https://news.example/")) and not link.startswith("//"), (address, link)


def test_attacks_are_shown_as_text(pages: dict[str, bytes], client: TestClient) -> None:
    page = client.get("/articles/a%2Fb%3Fc%23d.json")
    tree = html.fromstring(page.content)
    assert "<script>alert(\"x\")</script> & 'more'" in tree.findtext(".//h1")
    assert "javascript:alert(1)" in "".join(tree.itertext()) and not tree.xpath("//a[contains(@href, 'javascript')]")
    text = "".join(tree.xpath("//div[@class='prewrap']")[0].itertext())
    assert 'Mr <script>alert("x")</script>' in text and '<b onclick=x>"peace & talks"</b>' in text
    outside = html.fromstring(client.get("/articles/web").content).xpath("//a[starts-with(@href, 'https:')]")
    assert [a.get("href") for a in outside] == ["https://news.example/report?a=1&b=2"]
    assert outside[0].get("rel") == "noopener noreferrer nofollow"


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://news.example/a", True), ("http://news.example", True), ("javascript:alert(1)", False),
        (" javascript:alert(1)", False), ("JAVASCRIPT:alert(1)", False), ("data:text/html,x", False),
        ("file:///etc/passwd", False), ("//news.example", False), ("https://", False), ("https://[", False),
        ("https://news.example/a b", False), ("articles/one.txt", False), ("vbscript:x", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_become_links(address: str, is_link: bool) -> None:
    assert is_web_address(address) is is_link


def test_every_answer_has_the_security_headers(client: TestClient) -> None:
    for address in ("/", "/nosuch", "/meetings.json", "/api/v1/meetings", "/healthz", "/static/style.css", "/x.csv"):
        headers = client.get(address).headers
        assert all(headers[name] == value for name, value in HEADERS.items()), address
    assert HEADERS["content-security-policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in HEADERS["content-security-policy"]


def test_stylesheet_asks_nothing_of_another_host(client: TestClient) -> None:
    style = client.get("/static/style.css").text
    assert "@import" not in style and "//" not in style and "url(" not in style
    script = client.get("/static/desk.js").text
    for word in ("http", "fetch(", "import", "eval(", "innerHTML", "XMLHttp"):
        assert word not in script.replace("http://www.w3.org/2000/svg", ""), word


def test_twins_hold_what_the_page_shows(client: TestClient) -> None:
    for folder in (*ENTRIES, "people", "places", "articles", "disputes"):
        total = client.get(f"/{folder}.json").json()["total"]
        table = client.get(f"/{folder}.csv")
        assert table.headers["content-type"].startswith("text/csv")
        if folder != "disputes":
            rows = len(list(csv.DictReader(io.StringIO(table.text))))
            assert rows == total, folder
        page = html.fromstring(client.get(f"/{folder}").content)
        assert page.xpath("//link[@rel='alternate']/@href") == [f"/{folder}.json", f"/{folder}.csv"]
    narrowed = client.get("/meetings.json?status=not_held").json()
    assert narrowed["total"] == 1 and narrowed["entries"][0]["status"] == "not_held"
    assert client.get("/.json").json()["articles"] == client.get("/articles.json").json()["total"]
    assert client.get("/ask.json?q=Have+Zelensky+and+Putin+met").json()["verdict"] == "answered"


def test_csv_cells_are_no_formulas(client: TestClient) -> None:
    for line in client.get("/people.csv").text.splitlines():
        assert not line.startswith(("=", "+", "@", "-"))


def test_entry_is_found_by_the_id_of_a_claim_and_under_another_kind(client: TestClient, store: Store) -> None:
    entry = client.get("/meetings.json").json()["entries"][0]
    moved = client.get(f"/meetings/{entry['claims'][0]}")
    assert moved.status_code == 307 and moved.headers["location"] == f"/meetings/{entry['id']}"
    assert client.get(f"/agreements/{entry['id']}.json").headers["location"] == f"/meetings/{entry['id']}.json"


def test_timeline_draws_uncertain_times_as_what_they_are(client: TestClient) -> None:
    tree = html.fromstring(client.get("/timeline?kind=meeting").content)
    drawing = tree.xpath("//figure//div[contains(@class, 'scroll')]")[0]
    assert len(drawing.xpath(".//circle[contains(@class, 'meeting happened')]")) >= 3
    assert (
        len(drawing.xpath(".//circle[contains(@class, 'not_held')]"))
        == len(drawing.xpath(".//path[@class='cross']"))
        == 1
    )
    bars = drawing.xpath(".//rect[contains(@class, 'bar')]")  # the attack's June 2025
    assert len(bars) == 1 and float(bars[0].get("width")) >= 10
    assert all(link.startswith("/meetings/") for link in drawing.xpath(".//a/@href"))


def test_agreement_shows_its_measures_and_every_outcome_once(client: TestClient) -> None:
    outcomes = client.get("/outcomes.json").json()["entries"]
    assert outcomes
    for folder in ("agreements", "meetings"):
        for entry in client.get(f"/{folder}.json").json()["entries"]:
            whole = client.get(f"{entry['address']}.json").json()
            text = client.get(entry["address"]).text
            assert all(f'href="/measures/{m}"' in text for m in whole["measures"])
            assert all(f'href="/outcomes/{o}"' in text for o in whole["outcomes"])


def test_former_addresses_of_an_entry_lead_to_it(client: TestClient) -> None:
    for entry in client.get("/meetings.json").json()["entries"]:
        former = [f"/meetings/meeting-{sha256(c.encode()).hexdigest()[:12]}" for c in entry["claims"]]
        assert former[0] == entry["address"]  # how ids are made; if it changes, `Held.former_ids` has to
        assert {client.get(f).headers["location"] for f in former[1:]} <= {entry["address"]}
