"""Articles read from the desk: seen before they are kept, bounded, and never opened from where a visitor says."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from parley.model.article import Skipped
from parley.model.protocols import Store
from parley.sources.files import load
from parley.store import open_store
from parley.web import jobs
from parley.web.app import create_app
from tests.record import normandy
from tests.web.conftest import ATTACK, HOST

TEXT = "President Volodymyr Zelensky of Ukraine met President Vladimir Putin of Russia in Paris on 9 December 2019."


class Quick:
    """Stands in for `parley read FOLDER --record FILE`: keeps each article at once, without looking for claims."""

    def __init__(self, arguments: Sequence[str], folder: str) -> None:
        store = open_store(arguments[3])
        for item in load([arguments[1]], arguments[5] if len(arguments) > 4 else None):
            if isinstance(item, Skipped):
                store.skip(item)
            else:
                store.add(item, [], "test/1")
        store.close()

    def poll(self) -> int | None:
        return 0

    def kill(self) -> None:
        pass

    def wait(self, timeout: float | None = None) -> int:
        return 0


class Slow(Quick):
    """Reads until it is ended."""

    def __init__(self, arguments: Sequence[str], folder: str) -> None:
        self.ended = False

    def poll(self) -> int | None:
        return -9 if self.ended else None

    def kill(self) -> None:
        self.ended = True


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    """An empty record."""
    made = open_store(str(tmp_path / "record.db"))
    yield made
    made.close()


@pytest.fixture
def desk(own: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The desk of an editor, reading quickly."""
    monkeypatch.setattr(jobs, "start", Quick)
    with TestClient(create_app(own, edit=True), base_url=HOST, follow_redirects=False) as made:
        yield made


def token_of(desk: TestClient, address: str = "/read") -> str:
    """The token in the forms at an address."""
    return str(html.fromstring(desk.get(address).content).xpath("//input[@name='form_token']/@value")[0])


def send(desk: TestClient, files: list[tuple[str, bytes]] | None = None, **fields: str) -> str:
    """Sends a text or files, waits until they are read, and gives the address where that is shown."""
    sent = desk.post(
        "/read", data={"form_token": token_of(desk), **fields}, files=[("files", f) for f in files or [("", b"")]]
    )
    assert sent.status_code == 303, html.fromstring(sent.content).text_content()
    address = str(sent.headers["location"])
    until = time.monotonic() + 60
    while "refresh" in desk.get(address).headers:
        assert time.monotonic() < until
        time.sleep(0.1)
    return address


def test_text_is_shown_before_it_is_kept(desk: TestClient, own: Store) -> None:
    address = send(desk, text=TEXT, title="Summit", publisher="The Wire", published="10 December 2019")
    shown = html.fromstring(desk.get(address).content)
    assert TEXT in shown.text_content() and "Nothing of it is in the record yet" in shown.text_content()
    assert "10 December 2019" in shown.text_content() and list(own.articles()) == []
    kept = desk.post(address, data={"form_token": token_of(desk, address), "do": "keep"})
    assert kept.status_code == 303 and kept.headers["location"].startswith("/articles/")
    assert "It is in the record now" in desk.get(kept.headers["location"]).text
    article = next(own.articles())
    assert (article.title, article.publisher, article.published) == ("Summit", "The Wire", "2019-12-10")
    assert article.uri == "Summit" and desk.get(address).status_code == 404
    again = send(desk, text=TEXT, title="Summit", publisher="The Wire", published="10 December 2019")
    assert "has this article already" in desk.get(again).text
    desk.post(again, data={"form_token": token_of(desk, again), "do": "keep"})
    assert len(list(own.articles())) == 1


def test_dropped_is_dropped(desk: TestClient, own: Store) -> None:
    address = send(desk, text=TEXT)
    assert "No date of publication" in desk.get(address).text and address in desk.get("/read").text
    assert desk.post(address, data={"form_token": token_of(desk, address), "do": "drop"}).headers["location"] == "/read"
    assert list(own.articles()) == [] and desk.get(address).status_code == 404


def test_a_date_is_given_without_sending_again(desk: TestClient, own: Store) -> None:
    address = send(desk, text=TEXT, title="Summit")
    field = html.fromstring(desk.get(address).content).xpath("//form//input[@name='published']")
    assert len(field) == 1
    token = token_of(desk, address)
    wrong = desk.post(address, data={"form_token": token, "do": "date", "published": "soon"})
    assert wrong.status_code == 422 and "is no day" in wrong.text
    again = desk.post(address, data={"form_token": token, "do": "date", "published": "10 December 2019"})
    assert again.status_code == 303 and desk.get(address).status_code == 404
    after = str(again.headers["location"])
    page = desk.get(after).text
    assert "10 December 2019" in page and "No date of publication" not in page and "pasted.jsonl" not in page
    desk.post(after, data={"form_token": token_of(desk, after), "do": "keep"})
    article = next(own.articles())
    assert (article.published, article.uri, article.text) == ("2019-12-10", "Summit", TEXT)


def test_files_are_read_under_names_of_ours(desk: TestClient, own: Store) -> None:
    address = send(
        desk,
        [
            ("../../etc/passwd.txt", TEXT.encode()),
            ("two.jsonl", b'{"text": "One.", "url": "https://news.example/1"}\n{"no": 1}'),
        ],
    )
    page = desk.get(address).text
    assert "two.jsonl" in page and "line 2 is not a JSON object with a text" in html.fromstring(page).text_content()
    assert "parley-" not in page and "sent-00" not in page
    kept = desk.post(address, data={"form_token": token_of(desk, address), "do": "keep"})
    assert kept.headers["location"] == "/articles?kept=2"
    assert {a.uri for a in own.articles()} == {"../../etc/passwd.txt", "https://news.example/1"}  # a name, never opened


def test_text_that_attacks_stays_text(desk: TestClient) -> None:
    address = send(desk, text=f"{ATTACK} met {ATTACK}.", title=ATTACK, publisher=ATTACK, url="javascript:alert(1)")
    page = html.fromstring(desk.get(address).content)
    assert (
        not page.xpath("//h2/*|//script[not(@src)]|//a[contains(@href, 'javascript')]")
        and ATTACK in page.text_content()
    )


@pytest.mark.parametrize(
    ("files", "fields", "told"),
    [
        ([], {}, "Paste a text"), ([], {"text": "  "}, "Paste a text"), ([("a.exe", b"MZ")], {}, "none that can be"),
        ([("a.txt", b"%PDF-1.7")], {}, "none that can be"), ([("a.jsonl", b"\x1f\x8bzip")], {}, "none that can be"),
        ([("a.txt", b" ")], {}, "is empty"), ([], {"text": "x", "published": "soon"}, "is no day"),
        ([("a.txt", b"x")] * 51, {}, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(
    desk: TestClient, files: list[tuple[str, bytes]], fields: dict[str, str], told: str
) -> None:
    sent = desk.post(
        "/read", data={"form_token": token_of(desk), **fields}, files=[("files", f) for f in files or [("", b"")]]
    )
    assert sent.status_code in (400, 413, 422) and told in html.fromstring(sent.content).text_content()


def test_sending_is_bounded_and_one_at_a_time(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    token = token_of(desk)
    large = [("files", ("a.txt", b"x" * (jobs.MOST_BYTES + 1)))]
    assert desk.post("/read", data={"form_token": token}, files=large).status_code == 413
    assert desk.post("/read", data={"form_token": token, "text": "x" * (jobs.MOST_TEXT + 1)}).status_code == 413
    monkeypatch.setattr(jobs, "start", Slow)
    address = desk.post("/read", data={"form_token": token, "text": "x"}).headers["location"]
    assert "read so far" in desk.get(address).text and desk.get(address).headers["refresh"]
    assert desk.post("/read", data={"form_token": token, "text": "y"}).status_code == 429
    assert desk.post(address, data={"form_token": token, "do": "keep"}).status_code == 422
    assert desk.post(address, data={"form_token": token, "do": "stop"}).status_code == 303
    until = time.monotonic() + 10
    while "refresh" in desk.get(address).headers and time.monotonic() < until:
        time.sleep(0.05)
    assert "Nothing was found that can be read" in desk.get(address).text


def test_reading_that_takes_too_long_is_ended(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "start", Slow)
    monkeypatch.setattr(jobs, "MOST_SECONDS", 0.2)
    address = send(desk, text="x")
    assert "Nothing was found" in desk.get(address).text


def test_forged_readings_are_refused(desk: TestClient, own: Store) -> None:
    token = token_of(desk)
    sent = {"form_token": token, "text": TEXT}
    assert desk.post("/read", data=sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert desk.post("/read", data=sent | {"form_token": "x"}).status_code == 403
    address = send(desk, text=TEXT)
    assert desk.post(address, data={"do": "keep"}).status_code == 403
    assert list(own.articles()) == []
    with TestClient(create_app(own), base_url=HOST) as shown:
        assert shown.get("/read").status_code == 404 and shown.post("/read", data=sent).status_code == 404


def test_two_articles_of_one_id_are_both_kept(desk: TestClient, own: Store) -> None:
    own.add(normandy.ARTICLES["paris"], [], "test/1")
    address = send(desk, [("a.jsonl", b'{"id": "paris", "text": "Something else."}')])
    desk.post(address, data={"form_token": token_of(desk, address), "do": "keep"})
    assert len([a for a in own.articles() if a.id.startswith("paris")]) == 2


def test_pages_never_load_the_language_model() -> None:
    code = "import sys, parley.web.app, parley.web.jobs; sys.exit('spacy' in sys.modules or 'thinc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.model
def test_article_is_really_read(own: Store) -> None:
    with TestClient(create_app(own, edit=True), base_url=HOST, follow_redirects=False) as desk:
        address = send(desk, text=TEXT, published="2019-12-10")
        shown = html.fromstring(desk.get(address).content).text_content()
        assert "Meeting of" in shown and "held" in shown
        desk.post(address, data={"form_token": token_of(desk, address), "do": "keep"})
        meetings = desk.get("/meetings.json").json()["entries"]
        assert [m["when"]["edtf"] for m in meetings] == ["2019-12-09"] and meetings[0]["place"]["name"] == "Paris"
        assert desk.get("/search.json?q=Zelensky").json()["total"]["entries"] >= 1
