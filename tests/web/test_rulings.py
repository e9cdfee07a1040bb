"""Rulings from the pages: made, shown with who and why, undone; and never by anybody but a visitor of this desk."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from parley.answers.phrasing import bare_time
from parley.deriving import derived
from parley.model.protocols import Store
from parley.store import open_store
from parley.web.app import create_app
from parley.web.forms import MOST_RULING
from tests.record import normandy
from tests.web.conftest import ATTACK, HOST, attacking, filled

WHO = {"by": "Ada", "why": "the programme"}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with what is derived of it, to be copied."""
    file = tmp_path_factory.mktemp("rulings") / "record.db"
    store = filled(str(file))
    derived(store)
    store.close()
    return file


@pytest.fixture
def own(prepared: Path, tmp_path: Path) -> Iterator[Store]:
    """A record that a test may change."""
    made = open_store(str(shutil.copy(prepared, tmp_path)))
    yield made
    made.close()


@pytest.fixture
def desk(own: Store) -> Iterator[TestClient]:
    """The desk of an editor."""
    with TestClient(create_app(own, edit=True), base_url=HOST, follow_redirects=False) as made:
        yield made


def meeting(desk: TestClient, year: str = "2019") -> dict[str, object]:
    """A meeting of a year."""
    found = desk.get("/meetings.json", params={"since": year, "until": year}).json()["entries"]
    assert found
    return found[0]  # type: ignore[no-any-return]


def token_of(desk: TestClient, address: str) -> str:
    """The token in the form at an address."""
    page = html.fromstring(desk.get(address).content)
    return str(page.xpath("//input[@name='form_token']/@value")[0])


def rule(desk: TestClient, action: str, of: object, **fields: object) -> str:
    """Rules as a person does: opens the form, sends it, follows; gives the page that comes then."""
    token = token_of(desk, f"/rule?do={action}&of={of}")
    sent = desk.post("/rule", data={"do": action, "of": of, "form_token": token, **WHO, **fields})
    assert sent.status_code == 303, sent.text
    return str(sent.headers["location"])


def test_correcting_a_date_shows_everywhere_and_undoing_restores_it(desk: TestClient) -> None:
    entry = meeting(desk)
    before = {page: desk.get(page).text for page in ("/meetings", "/timeline", f"{entry['address']}.json")}
    shown = html.fromstring(desk.get(f"/rule?do=correct&of={entry['id']}").content)
    fields = {i.get("name"): i.get("value") for i in shown.xpath("//form[@class='decide']//input[@name]")}
    fields |= {t.get("name"): t.text for t in shown.xpath("//form[@class='decide']//textarea")}
    fields |= {
        s.get("name"): s.xpath("string(option[@selected]/@value)")
        for s in shown.xpath("//form[@class='decide']//select")
    }
    changed = desk.post("/rule", data=fields | WHO | {"when": "8 November 2019"})
    assert changed.status_code == 303
    page = desk.get(changed.headers["location"]).text
    assert "When corrected to 8 November 2019" in page and "<strong>Ada</strong>" in page and "the programme" in page
    assert desk.get(f"{entry['address']}.json").json()["when"]["edtf"] == "2019-11-08"
    for address in ("/meetings", "/timeline", "/timeline.csv", "/people/person:vladimir-putin"):
        assert "8 November 2019" in desk.get(address).text, address
    undo = re.search(r"/rule\?do=undo&amp;of=([0-9a-f]+)", page)
    assert undo
    rule(desk, "undo", undo[1])
    after = {page: desk.get(page).text for page in before}
    assert after["/meetings"] == before["/meetings"] and after["/timeline"] == before["/timeline"]
    history = desk.get("/rulings").text
    assert history.count("<strong>Ada</strong>") == 2 and "no longer counts" in history
    assert len(desk.get("/rulings.json").json()["rulings"]) == 2 == desk.get("/rulings.csv").text.count("\n") - 1


def test_nothing_but_what_was_changed_is_ruled(desk: TestClient) -> None:
    entry = meeting(desk)
    rule(
        desk,
        "correct",
        entry["id"],
        when=entry["when"]["edtf"],
        participants="Vladimir Putin\nperson:Jane Doe (mediator)",
    )  # type: ignore[index]
    made = desk.get("/rulings.json").json()["rulings"]
    assert [r["field"] for r in made if r["field"] != "participants"] == []
    who = desk.get(f"{entry['address']}.json").json()["participants"]
    assert [(p["name"], p["role"]) for p in who] == [("Vladimir Putin", "party"), ("Jane Doe", "mediator")]
    assert desk.get("/people/person:jane-doe").status_code == 200


def test_reject_leaves_out_and_tells_who_and_why(desk: TestClient) -> None:
    entry = meeting(desk)
    after = rule(desk, "reject", entry["id"])
    assert after.startswith("/rulings?")
    gone = desk.get(str(entry["address"]))
    assert gone.status_code == 404 and "rejected by Ada" in gone.text and "the programme" in gone.text
    assert str(entry["address"]) not in desk.get("/meetings").text
    ruling = desk.get("/rulings.json").json()["rulings"][0]["id"]
    assert rule(desk, "undo", ruling).startswith(str(entry["address"]))
    assert desk.get(str(entry["address"])).status_code == 200


def test_merge_split_and_confirm(desk: TestClient) -> None:
    total = desk.get("/meetings.json").json()["total"]
    one, other = desk.get("/meetings.json").json()["entries"][:2]
    offered = desk.get(f"/rule?do=merge&of={one['id']}").text
    assert 'name="with"' in offered
    merged = rule(desk, "merge", one["id"], other=f"{HOST}{other['address']}")
    assert desk.get("/meetings.json").json()["total"] == total - 1
    whole = desk.get(merged.partition("?")[0] + ".json").json()
    assert set(whole["claims"]) == {*one["claims"], *other["claims"]}
    rule(desk, "split", whole["id"], claim=list(other["claims"]))
    assert desk.get("/meetings.json").json()["total"] == total
    confirmed = rule(desk, "confirm", one["id"])
    assert "confirmed by a person" in desk.get(confirmed).text


@pytest.mark.parametrize(
    ("action", "fields", "told"),
    [
        ("correct", {"when": "the day after"}, "is no date"), ("correct", {"when": ""}, "cannot be left empty"),
        ("correct", {}, "Nothing was changed"), ("correct", {"status": "perhaps"}, "is no status"),
        ("correct", {"participants": "Nobody Known"}, "nobody in the record is called".capitalize()),
        ("correct", {"participants": "Vladimir Putin (king)"}, "is no part"),
        ("confirm", {"by": " "}, "who rules, and why"), ("confirm", {"why": ""}, "who rules, and why"),
        ("merge", {}, "choose what to merge".capitalize()),
        ("merge", {"other": "/meetings/none"}, "No entry or claim"), ("split", {}, "Choose some of the accounts"),
        ("judge", {}, "There is no such ruling"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_lost(
    desk: TestClient, action: str, fields: dict[str, str], told: str
) -> None:
    entry = meeting(desk)
    token = token_of(desk, f"/rule?do=confirm&of={entry['id']}")
    sent = desk.post("/rule", data={"do": action, "of": entry["id"], "form_token": token, **WHO, **fields})
    assert sent.status_code in (404, 422)
    assert told in html.fromstring(sent.content).text_content()
    if sent.status_code == 422 and "why" not in fields:
        assert 'value="the programme"' in sent.text
    assert desk.get("/rulings.json").json()["total"] == 0


def test_forged_requests_change_nothing(desk: TestClient, own: Store) -> None:
    entry = meeting(desk)
    token = token_of(desk, f"/rule?do=confirm&of={entry['id']}")
    good = {"do": "confirm", "of": str(entry["id"]), "form_token": token, **WHO}
    for headers in (
        {"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://localhost.evil.example"},
        {"origin": "http://localhost:9"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
        {"host": "evil.example"}, {"origin": "http://["},
    ):  # fmt: skip
        assert desk.post("/rule", data=good, headers=headers).status_code in (403, 421), headers
    for wrong in ("", "x", token[:-1] + ("0" if token[-1] != "0" else "1")):
        assert desk.post("/rule", data=good | {"form_token": wrong}).status_code == 403
    with TestClient(create_app(own, edit=True), base_url=HOST) as other:  # another browser's session, and a restart
        assert other.post("/rule", data=good).status_code == 403
        token_of(other, f"/rule?do=confirm&of={entry['id']}")
        assert other.post("/rule", data=good).status_code == 403
    for method in ("put", "delete", "patch"):
        assert getattr(desk, method)("/rule", headers={"origin": "https://evil.example"}).status_code == 403
        assert getattr(desk, method)("/meetings").status_code == 405
    assert list(own.rulings()) == []
    assert desk.post("/rule", data=good, headers={"origin": HOST, "sec-fetch-site": "same-origin"}).status_code == 303


def test_cookies_are_for_this_desk_alone(desk: TestClient) -> None:
    cookie = desk.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert "set-cookie" not in desk.get("/").headers
    with TestClient(desk.app, base_url=HOST) as other:
        for address in ("/meetings.json", "/api/v1/meetings", "/healthz", "/static/style.css"):
            assert "set-cookie" not in other.get(address).headers


def test_too_large_forms_are_refused(desk: TestClient) -> None:
    token = token_of(desk, f"/rule?do=confirm&of={meeting(desk)['id']}")
    many = {"do": "confirm", "form_token": token, "why": "x" * MOST_RULING}
    assert desk.post("/rule", data=many).status_code == 413
    stream = (b"why=" + b"x" * 10_000 for _ in range(10))  # of unknown length
    typed = {"content-type": "application/x-www-form-urlencoded"}
    assert desk.post("/rule", content=stream, headers=typed).status_code == 413
    assert desk.post("/rule", data={"form_token": token, "do": "confirm", "why": "x" * 5000}).status_code == 413


def test_without_edit_nothing_can_be_changed(client: TestClient) -> None:
    entry = client.get("/meetings.json").json()["entries"][0]
    page = client.get(entry["address"])
    assert "/rule?" not in page.text and "set-cookie" not in page.headers
    assert client.get(f"/rule?do=confirm&of={entry['id']}").status_code == 403
    assert client.post("/rule", data={"do": "confirm", "of": entry["id"], **WHO}).status_code == 405
    assert "parley serve --edit" in client.get("/rulings").text


def test_markup_in_a_ruling_stays_text(desk: TestClient) -> None:
    entry = meeting(desk)
    page = html.fromstring(desk.get(rule(desk, "correct", entry["id"], name=ATTACK, why=ATTACK, by=ATTACK)).content)
    assert ATTACK in page.text_content() and not [s for s in page.xpath("//script") if s.text]
    form = html.fromstring(desk.get(f"/rule?do=correct&of={entry['id']}").content)
    assert form.xpath("//input[@name='by']/@value") == [ATTACK]


def test_attacking_article_is_ruled_on_like_any_other(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "attack.db"))
    store.add(*attacking("a/b?c#d.json", "javascript:alert(1)"), "test/1")
    with TestClient(create_app(store, edit=True), base_url=HOST, follow_redirects=False) as desk:
        for folder in ("meetings", "statements"):
            entry = desk.get(f"/{folder}.json").json()["entries"][0]
            for action in ("confirm", "correct", "merge", "split", "reject"):
                page = html.fromstring(desk.get(f"/rule?do={action}&of={entry['id']}").content)
                assert not page.xpath("//h1//*|//img|//i|//b|//svg"), action
    store.close()


def test_with_a_token_only_who_signed_in_rules(own: Store) -> None:
    app = create_app(own, "correct-horse-battery", edit=True)
    with TestClient(app, base_url="http://desk.example", follow_redirects=False) as desk:
        assert desk.post("/rule", data=WHO).status_code == 401
        assert "set-cookie" not in desk.get("/sign-in").headers
        assert (
            desk.post(
                "/sign-in", data={"token": "correct-horse-battery"}, headers={"origin": "https://evil.example"}
            ).status_code
            == 403
        )
        desk.post("/sign-in", data={"token": "correct-horse-battery"})
        entry = meeting(desk)
        rule(desk, "confirm", entry["id"])
        cookie = desk.cookies["parley"]
        assert "Sign out" in desk.get("/").text
        assert desk.post("/sign-out").headers["location"] == "/sign-in"
        assert desk.get("/meetings.json", headers={"cookie": f"parley={cookie}"}).status_code == 401
        assert normandy.PUTIN.name not in desk.get("/sign-in").text


def test_corrected_fields_are_marked_where_they_stand_and_the_table_keeps_the_articles_words(desk: TestClient) -> None:
    entry = next(m for m in desk.get("/meetings.json?since=2019&until=2019").json()["entries"] if m["place"])
    words = entry["when"]["text"]  # type: ignore[index]
    address = rule(desk, "correct", entry["id"], when="2019-11-08", place="Geneva, Switzerland")
    page = html.fromstring(desk.get(address).content)
    marked = {
        "".join(dd.xpath("preceding-sibling::dt[1]//text()")): dd.text_content()
        for dd in page.xpath("//dl[@class='facts']/dd[.//span[@class='corrected']]")
    }
    assert set(marked) == {"When", "Where"}
    day, place = entry["when"]["edtf"], entry["place"]  # type: ignore[index]
    assert "8 November 2019" in marked["When"] and f"corrected from “{bare_time(day)}” by Ada" in marked["When"]
    assert "Geneva" in marked["Where"] and f"from “{place['name']}, {place['country']}” by Ada" in marked["Where"]
    assert all("the programme" in text for text in marked.values())
    line = next(row for row in csv.DictReader(desk.get("/meetings.csv").text.splitlines()) if row["id"] == entry["id"])
    assert (line["when"], line["when_words"]) == ("2019-11-08", words)
    for ruling in desk.get("/rulings.json").json()["rulings"]:
        rule(desk, "undo", ruling["id"])
    assert "corrected from" not in desk.get(str(entry["address"])).text


def test_every_ruling_says_which_entry_also_when_it_was_left_out(desk: TestClient) -> None:
    entry = meeting(desk)
    title = html.fromstring(desk.get(str(entry["address"])).content).findtext(".//h1")
    after = rule(desk, "reject", entry["id"])
    for address in (after, "/rulings"):
        page = html.fromstring(desk.get(address).content)
        link = page.xpath("//main//a[contains(text(), $t)]", t=title)
        assert link and desk.get(link[0].get("href")).status_code == 200, address
        assert page.xpath("//a[contains(@href, 'do=undo')]"), address
    rule(desk, "undo", desk.get("/rulings.json").json()["rulings"][0]["id"])
    shown = html.fromstring(desk.get("/rulings").content).xpath("//ul[@class='rulings']/li")
    assert len(shown) == 2 and all(li.xpath(".//a[@href=$a]", a=entry["address"]) for li in shown)
