"""One behaviour for every store; what is particular to a file is below."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, String

from parley.errors import NewerRecordError, NotARecordError, RecordError, UnknownNameError
from parley.model.article import Article, Skipped
from parley.model.claim import MeetingClaim, StatementClaim
from parley.model.protocols import Store
from parley.model.ruling import Ruling
from parley.model.span import Span
from parley.sources.build import build_article
from parley.store import open_store, schema

TEXT = "Ministers Ana Lind and Per Holm met in Zürich \U0001f54a on Tuesday.\r\n\x00The end."


def make(text: str = TEXT, **fields: str) -> Article:
    return build_article(text, uri=fields.pop("uri", "a.txt"), **fields)  # type: ignore[arg-type]


def claims_on(article: Article) -> list[MeetingClaim | StatementClaim]:
    evidence = (Span.of(article.text, 0, 20),)
    return [
        StatementClaim(article=article.id, quote="x", direct=True, evidence=evidence, maker="t/1"),
        MeetingClaim(article=article.id, evidence=evidence, maker="t/1"),
    ]


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store("sqlite://" if request.param == "memory" else str(tmp_path / "record.db"))
    yield opened
    opened.close()


def test_store_gives_back_what_was_added(store: Store) -> None:
    article = make(title="Talks", publisher="The Courier", published="2021-03-02")
    store.add(article, claims_on(article), "reader/1")
    assert list(store.articles()) == [article]
    assert store.article(article.id) == article and store.article("none") is None
    assert list(store.claims()) == claims_on(article)
    assert list(store.claims("meeting")) == claims_on(article)[1:]


def test_store_adding_again_replaces_and_doubles_nothing(store: Store) -> None:
    article = make()
    store.add(article, claims_on(article), "reader/1")
    store.add(article, claims_on(article)[:1], "reader/2")
    assert list(store.articles()) == [article]
    assert list(store.claims()) == claims_on(article)[:1]
    assert [found.id for found in store.search("Zurich")] == [article.id]


def test_store_knows_by_whom_an_article_was_read(store: Store) -> None:
    article = make(published="2021-03-02")
    assert store.maker_of(article) is None and store.sha256_of(article.id) is None
    store.add(article, [], "reader/1")
    assert store.maker_of(article) == "reader/1" and store.sha256_of(article.id) == article.sha256
    assert store.maker_of(article.model_copy(update={"uri": "elsewhere/a.txt"})) == "reader/1"
    assert store.maker_of(article.model_copy(update={"published": "2021-03-03"})) is None


def test_store_search_takes_any_words(store: Store) -> None:
    article = make()
    store.add(article, [], "reader/1")
    assert [found.id for found in store.search("lind HOLM")] == [article.id]
    for words in ("lind nobody", "", '"', "a OR b) --", "NEAR(", "'; DROP TABLE articles"):
        assert store.search(words) == []


def test_store_rulings_stay_in_order_and_once(store: Store) -> None:
    first = Ruling(action="confirm", ids=("x",), by="A", why="seen", at="2021-03-02T10:00")
    second = Ruling(action="reject", ids=("x",), by="B", why="wrong", at="2021-03-01T10:00")
    for ruling in (first, second, first):
        store.add_ruling(ruling)
    article = make()
    store.add(article, [], "reader/1")
    store.add(article, [], "reader/2")
    assert list(store.rulings()) == [first, second]


def test_store_keeps_what_was_skipped_until_it_is_read(store: Store) -> None:
    item = Skipped(uri="a.txt", reason="a.txt: the file is empty")
    store.skip(item)
    store.skip(item)
    assert list(store.skipped()) == [item]
    store.add(make(), [], "reader/1")
    assert list(store.skipped()) == []


def test_store_marks_copies_anew(store: Store) -> None:
    one, two = make(), make(TEXT + "!")
    store.add(one, [], "reader/1")
    store.add(two, [], "reader/1")
    store.mark_copies({two.id: one.id})
    assert {a.id: a.copy_of for a in store.articles()} == {one.id: None, two.id: one.id}
    assert store.maker_of(two) == "reader/1"
    store.mark_copies({})
    assert {a.copy_of for a in store.articles()} == {None}


def test_store_keeps_across_opening(tmp_path: Path) -> None:
    article = make()
    for _ in range(2):
        with closing(open_store(f"sqlite:///{tmp_path / 'record.db'}")) as store:
            store.add(article, claims_on(article), "reader/1")
    with closing(open_store(str(tmp_path / "record.db"), create=False)) as store:
        assert list(store.claims()) == claims_on(article)
    assert [path.name for path in tmp_path.iterdir()] == ["record.db"]


def test_store_read_while_it_is_written(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "record.db"))) as writer:
        writer.add(make(), [], "reader/1")
        with closing(open_store(str(tmp_path / "record.db"), create=False)) as reader:
            writer.add(make("Another text."), [], "reader/1")
            assert len(list(reader.articles())) == 2


def test_store_an_article_that_fails_to_be_kept_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    article = make()
    with closing(open_store(str(tmp_path / "record.db"))) as store:
        store.add(article, claims_on(article), "reader/1")
        with pytest.raises(AttributeError):
            store.add(article, [*claims_on(article), None], "reader/2")  # type: ignore[list-item]
        assert store.maker_of(article) == "reader/1"


def test_store_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database at all\n" * 100)
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE meta (a)")
    for name in ("text.db", "other.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(NotARecordError, match=name):
            open_store(str(tmp_path / name))
        assert (tmp_path / name).read_bytes() == before


def test_store_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    for name in ("none.db", "empty.db", "nowhere/none.db"):
        with pytest.raises(RecordError, match="parley read"):
            open_store(str(tmp_path / name), create=False)
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(RecordError, match="cannot be opened"):
        open_store(str(tmp_path / "nowhere" / "none.db"))


def test_store_scheme_that_nobody_knows() -> None:
    with pytest.raises(UnknownNameError, match="sqlite"):
        open_store("nosuch://host/record")


def _set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'schema_version'", (str(version),))
        connection.commit()


def test_store_of_a_later_version(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(str(path)).close()
    _set_version(path, schema.SCHEMA_VERSION + 1)
    with pytest.raises(NewerRecordError, match="upgrade"):
        open_store(str(path))


def test_store_of_an_earlier_version_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.db"
    article = make()
    with closing(open_store(str(path))) as store:
        store.add(article, [], "reader/1")
    _set_version(path, schema.SCHEMA_VERSION - 1)
    step = {schema.SCHEMA_VERSION: lambda operations: operations.add_column("skipped", Column("more", String))}
    monkeypatch.setattr(schema, "MIGRATIONS", step)
    with closing(open_store(str(path))) as store:
        assert list(store.articles()) == [article]
    with closing(sqlite3.connect(path)) as connection:
        assert "more" in [row[1] for row in connection.execute("PRAGMA table_info(skipped)")]
        assert connection.execute("SELECT value FROM meta WHERE name = 'schema_version'").fetchone() == (
            str(schema.SCHEMA_VERSION),
        )


def test_store_of_the_first_version_gets_a_place_for_what_is_derived(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE derived")
        connection.commit()
    _set_version(path, 1)
    with closing(open_store(str(path))) as store:
        store.keep_derived("key", b"content")
        assert store.derived("key") == b"content" and store.derived("other") is None


def test_store_fingerprint_is_of_the_contents_alone(tmp_path: Path) -> None:
    made = [make(), make("Another text, long enough.", uri="b.txt")]
    prints = []
    for number, order in enumerate((made, made[::-1], made[:1])):
        with closing(open_store(str(tmp_path / f"{number}.db"))) as store:
            for article in order:
                store.add(article, claims_on(article), "t/1")
            prints.append(store.fingerprint())
    assert prints[0] == prints[1] != prints[2]
