"""The API, ETags, errors, who may ask, and a record that changes while it is served."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from parley.cli.serve import token_of
from parley.errors import ParleyError
from parley.model.protocols import Store
from parley.store import open_store
from parley.web.app import create_app
from parley.web.errors import ErrorBody
from tests.record import normandy
from tests.web.conftest import HOST

TOKEN = "correct-horse-battery"


@pytest.mark.parametrize(
    "address", ["/", "/meetings", "/meetings.json", "/meetings.csv", "/api/v1/meetings", "/static/style.css"]
)
def test_etag_saves_sending_the_same_twice(client: TestClient, address: str) -> None:
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"if-none-match": f'"other", W/{tag}'})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == tag
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/meetings/nosuch", 404, "not_found"), ("/api/v1/nosuch", 404, "not_found"),
        ("/meetings/nosuch.json", 404, "not_found"), ("/nosuch.csv", 404, "not_found"),
        ("/api/v1/meetings?limit=0", 422, "bad_request"), ("/api/v1/ask", 422, "bad_request"),
        ("/api/v1/meetings?cursor=!!", 400, "bad_request"), ("/api/v1/meetings?cursor=bm8", 400, "bad_request"),
        ("/api/v1/meetings?name=Nobody", 400, "bad_request"), ("/api/v1/meetings?since=yesterday", 400, "bad_request"),
        (f"/ask.json?q={'x' * 501}", 400, "bad_request"), (f"/search.json?q={'x' * 5000}", 414, "too_long"),
    ],
)  # fmt: skip
def test_errors_have_one_shape(client: TestClient, address: str, status: int, code: str) -> None:
    answer = client.get(address)
    body = ErrorBody.model_validate(answer.json()).error
    assert (answer.status_code, body.status, body.code) == (status, status, code) and body.message


def test_errors_are_pages_for_people(client: TestClient) -> None:
    for address in ("/nosuch", "/people/nosuch", "/articles/..%2F..%2Fetc%2Fpasswd", "/static/..%2Fapp.py"):
        answer = client.get(address)
        assert answer.status_code == 404 and answer.headers["content-type"].startswith("text/html"), address
        assert "<h1>Nothing at this address</h1>" in answer.text
    assert client.post("/meetings").status_code == 405


def test_api_lists_page_by_page(client: TestClient) -> None:
    whole = client.get("/api/v1/meetings?limit=200").json()
    found, cursor = [], None
    while True:
        part = client.get("/api/v1/meetings", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        found += part["items"]
        cursor = part["next"]
        if cursor is None:
            break
    assert found == whole["items"] and len(found) == whole["total"] > 4
    one = client.get(f"/api/v1/meetings/{found[0]['id']}").json()
    assert one["evidence"][0]["text"] and one["evidence"][0]["end"] > one["evidence"][0]["start"]


def test_api_is_described(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert {"/healthz", "/api/v1/meetings", "/api/v1/meetings/{entry_id}", "/api/v1/ask"} <= set(described["paths"])
    for path, ways in described["paths"].items():
        assert set(ways) == {"get"}, path
        assert ways["get"]["responses"]["404"]["content"]["application/json"]["schema"]["$ref"].endswith("ErrorBody")
    assert client.get("/healthz").json()["status"] == "ok"
    assert client.get("/api/v1/articles/a%2Fb%3Fc%23d.json").json()["uri"] == "javascript:alert(1)"
    assert client.get("/api/v1/brief?of=Zelensky&of=Putin").json()["paragraphs"]
    assert client.get("/api/v1/search?q=ceasefire").json()["total"] > 0
    rows = client.get("/api/v1/timeline?limit=200").json()
    assert rows["total"] == len(rows["items"]) > 5


def test_without_a_token_only_this_machine_is_answered(client: TestClient) -> None:
    for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", ""):
        assert client.get("/", headers={"host": host}).status_code == 421, host
    for host in ("localhost:8000", "127.0.0.1:1234", "[::1]:8000"):
        assert client.get("/", headers={"host": host}).status_code == 200, host


def test_with_a_token_nobody_without_it_sees_anything(store: Store) -> None:
    with TestClient(create_app(store, TOKEN), base_url="http://desk.example", follow_redirects=False) as client:
        html = {"accept": "text/html"}
        assert client.get("/", headers=html).headers["location"] == "/sign-in"
        assert client.get("/sign-in").status_code == client.get("/healthz").status_code == 200
        for address in (
            "/meetings.json",
            "/api/v1/meetings",
            "/api/v1/openapi.json",
            "/sign-in/../articles",
            "/nosuch",
        ):
            assert client.get(address).status_code == 401, address
        assert client.get("/api/v1/meetings", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/api/v1/meetings", headers={"cookie": f"parley={TOKEN}"}).status_code == 401
        assert client.get("/api/v1/meetings", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert client.post("/sign-in", content=b"token=wrong").status_code == 401
        assert client.post("/sign-in", content=b"token=" + b"x" * 9000).status_code == 413
        signed = client.post("/sign-in", content=f"token={TOKEN}".encode())
        assert signed.status_code == 303 and signed.headers["location"] == "/"
        cookie = signed.headers["set-cookie"]
        assert "HttpOnly" in cookie and "samesite=strict" in cookie.lower() and TOKEN not in cookie
        assert client.get("/", headers=html).status_code == 200


def test_listening_to_others_needs_a_token(tmp_path: Path) -> None:
    assert token_of("127.0.0.1", None) is token_of("::1", None) is None
    for host in ("0.0.0.0", "::", "desk.example", "192.168.0.2"):
        with pytest.raises(ParleyError, match="--token-file"):
            token_of(host, None)
    file = tmp_path / "token"
    with pytest.raises(ParleyError, match="cannot be read"):
        token_of("0.0.0.0", file)
    file.write_text("short\n")
    with pytest.raises(ParleyError, match="at least"):
        token_of("0.0.0.0", file)
    file.write_text(TOKEN + "\n")
    assert token_of("0.0.0.0", file) == TOKEN


def test_record_that_changes_is_shown_as_it_is(tmp_path: Path) -> None:
    serving, reading = open_store(str(tmp_path / "r.db")), open_store(str(tmp_path / "r.db"))
    with TestClient(create_app(serving), base_url=HOST) as client:
        assert client.get("/meetings.json").json()["total"] == 0
        for page in ("/", "/timeline", "/people", "/news", "/ask?q=Who+met", "/brief?of=Putin", "/search?q=x"):
            assert client.get(page).status_code == 200, page
        claims = [c for c in normandy.claims() if c.article == "paris"]
        reading.add(normandy.ARTICLES["paris"], claims, "test/1")
        assert client.get("/meetings.json").json()["total"] == 1
        assert client.get("/healthz").json()["articles"] == 1
    serving.close()
    reading.close()


def test_record_is_derived_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from parley.web import held

    made = []
    monkeypatch.setattr(held, "derived", lambda s, **_: made.append(1) or _derived(s))
    keeper = held.Keeper(store)
    assert keeper.now() is keeper.now() is keeper.now()
    assert len(made) <= 2


def _derived(store: Store) -> object:
    from parley.deriving import derived

    return derived(store)


ODD = (
    "",
    "\0",
    "<b>",
    "' OR 1=1 --",
    "%",
    "\u202e",
    "é" * 100,
    "0000",
    "9999-99-99",
    "-1",
    "1e9",
    "NaN",
    '"*',
    "../..",
)


@pytest.mark.parametrize("odd", ODD)
def test_no_odd_question_is_a_fault(client: TestClient, odd: str) -> None:
    for path, fields in (
        ("/ask", "q"), ("/search", "q"), ("/brief", "of"), ("/news", "since page"), ("/people", "kind page"),
        ("/meetings", "name since until status place words page"), ("/statements", "topic name page"),
        ("/timeline", "kind name since until place status words page"), ("/articles", "page"),
    ):  # fmt: skip
        for field in fields.split():
            for ending in ("", ".json"):
                assert client.get(path + ending, params={field: odd}).status_code == 200, (path, field)
    for path, fields in (
        ("meetings", "name since until limit cursor"), ("timeline", "name since until limit cursor"), ("ask", "q"),
        ("brief", "of"), ("search", "q limit"), ("articles", "limit cursor"),
    ):  # fmt: skip
        for field in fields.split():
            assert client.get(f"/api/v1/{path}", params={field: odd}).status_code in (200, 400, 422), (path, field)


def test_command_serves_this_machine_and_refuses_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    import uvicorn

    from parley.cli import serve

    ran: list[dict[str, object]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: ran.append({"app": app, **options}))
    record = str(tmp_path / "r.db")
    open_store(record).close()
    serve.serve(host="127.0.0.1", port=8000, token_file=None, record=record)
    assert ran[0]["host"] == "127.0.0.1" and ran[0]["port"] == 8000 and ran[0]["limit_concurrency"]
    with pytest.raises(ParleyError, match="--token-file"):
        serve.serve(host="0.0.0.0", port=8000, token_file=None, record=record)
    with pytest.raises(ParleyError, match="there is no record"):
        serve.serve(host="127.0.0.1", port=8000, token_file=None, record=str(tmp_path / "none.db"))
    assert len(ran) == 1


def test_desk_is_made_ready_before_it_answers(store: Store) -> None:
    said: list[str] = []
    with TestClient(create_app(store, ready=lambda: said.append("ready")), base_url=HOST) as client:
        assert said == ["ready"]
        assert client.get("/meetings").status_code == 200
    empty = open_store("sqlite://")
    with TestClient(create_app(empty, ready=lambda: said.append("ready")), base_url=HOST) as client:
        assert said == ["ready", "ready"] and client.get("/").status_code == 200
    empty.close()


def test_words_of_entries_are_found_after_a_change(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "r.db"))
    with TestClient(create_app(store), base_url=HOST) as client:
        for name in ("paris", "istanbul"):
            key = next(k for k in normandy.ARTICLES if k.startswith(name))
            store.add(normandy.ARTICLES[key], [c for c in normandy.claims() if c.article == key], "test/1")
            found = client.get("/search.json?q=putin").json()["total"]
            listed = client.get("/meetings.json?words=putin").json()["total"]
            assert found["entries"] >= listed
        assert listed == client.get("/meetings.json?name=Putin").json()["total"] > 0
    store.close()


def test_lists_are_narrowed_to_a_process(client: TestClient) -> None:
    every = client.get("/meetings.json").json()["entries"]
    named = {m["id"] for m in every if m["name"] and m["name"].startswith("Normandy")}
    assert named
    for page in ("/meetings", "/timeline"):
        assert 'option value="Normandy' in client.get(page).text
    found = {m["id"] for m in client.get("/meetings.json?words=normandy").json()["entries"]}
    assert named <= found and len(found) < len(every)
