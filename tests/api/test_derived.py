"""The record kept between look-ups is the one that would be derived, and only ever a copy."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import parley
from parley import deriving
from parley.model.record import Record
from parley.model.stored import StoredClaims
from parley.record import Deriver
from parley.store import open_store
from tests.record.normandy import ARTICLES, claims


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    store = open_store(str(path))
    for article in ARTICLES.values():
        store.add(article, [c for c in claims() if c.article == article.id], "test/1")
    store.close()
    return path


def exported(path: Path) -> str:
    with parley.Record(path) as record:
        return record.entries.to_json_text()


def kept(path: Path) -> list[tuple[str, bytes]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT key, content FROM derived").fetchall()
    connection.close()
    return rows


def execute(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def no_deriving(monkeypatch: pytest.MonkeyPatch) -> None:
    def derive(*_: object) -> Record:
        raise AssertionError("derived again")

    monkeypatch.setattr(Deriver, "__call__", derive)


def test_derived_is_kept_and_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = exported(file)
    assert len(kept(file)) == 1
    no_deriving(monkeypatch)
    assert exported(file) == first


def test_derived_lost_is_worked_out_again(file: Path) -> None:
    first = exported(file)
    execute(file, "DELETE FROM derived")
    assert exported(file) == first and len(kept(file)) == 1


@pytest.mark.parametrize("damage", [b"", b"00000000\n[]", b"\x00\xff" * 40, None])
def test_derived_damaged_is_worked_out_again(file: Path, damage: bytes | None) -> None:
    first = exported(file)
    ((key, whole),) = kept(file)
    execute(file, "UPDATE derived SET content = ?", whole[: len(whole) // 2] if damage is None else damage)
    assert exported(file) == first
    assert kept(file) == [(key, whole)]


def test_derived_follows_rulings_and_new_articles(file: Path) -> None:
    first = exported(file)
    with parley.Record(file) as record:
        entry = record.entries.meetings[0]
        record.rule("reject", entry.id, by="Ada", why="checked")
    with parley.Record(file) as record:
        assert entry.id not in record.entries.entry_by_id
    assert exported(file) != first and len(kept(file)) == 1


def test_derived_by_other_rules_is_not_used(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(file)
    monkeypatch.setattr(deriving, "_code", lambda: "other rules")
    no_deriving(monkeypatch)
    with pytest.raises(AssertionError, match="derived again"):
        exported(file)


def test_stored_claims_are_the_claims(file: Path) -> None:
    exported(file)
    with parley.Record(file) as record:
        loaded = record.entries.claims
        assert isinstance(loaded, StoredClaims)
        assert sorted(claims(), key=lambda c: c.id) == list(loaded) and loaded[-1] == loaded[len(loaded) - 1]
        assert dict(record.entries.claim_by_id) == {c.id: c for c in claims()}
        assert "nothing" not in record.entries.claim_by_id


def test_looking_at_a_record_loads_no_parser(file: Path) -> None:
    asked = (
        "import sys; from parley.cli.main import app\n"
        f"app(['ask', 'Have Zelensky and Putin met?', '--record', {str(file)!r}], standalone_mode=False)\n"
        f"app(['meetings', '--record', {str(file)!r}], standalone_mode=False)\n"
        "assert 'spacy' not in sys.modules and 'jinja2' not in sys.modules and 'alembic' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_derived_as_of_a_day_is_kept_too_and_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(file)
    expected = {}
    for day in ("2019-12-06", "2022", "2025-05"):
        with parley.Record(file, as_of=day) as record:
            expected[day] = record.entries.to_json_text()
            assert record.ask("Have Zelensky and Putin met?").sentences
        last = {"2022": "2022-12-31", "2025-05": "2025-05-31"}.get(day, day)
        with parley.Record(file) as record:
            assert record.entries.as_of(last).to_json_text() == expected[day]
    assert len(set(expected.values())) == 3 and len(kept(file)) == 4
    no_deriving(monkeypatch)
    for day, text in expected.items():
        with parley.Record(file, as_of=day) as record:
            assert record.entries.to_json_text() == text
    exported(file)


def test_states_as_of_days_do_not_pile_up(file: Path) -> None:
    whole = exported(file)
    for year in range(2014, 2026):
        with parley.Record(file, as_of=str(year)) as record:
            assert record.entries.articles is not None
    assert len(kept(file)) <= 6
    assert exported(file) == whole


def test_what_is_kept_answers_as_what_was_derived(file: Path) -> None:
    questions = (
        "Have Zelensky and Putin met?",
        "What was agreed in Paris in 2019?",
        "What is new since 1 May 2025?",
        "What was known on 6 December 2019?",
        "Which accounts conflict?",
        "What came of the Normandy summit?",
        "How many times did Putin and Zelensky meet or speak?",
    )
    answers = []
    for _ in range(2):
        with parley.Record(file) as record:
            answers.append([record.ask(q).to_json() for q in questions])
            answers[-1].append(record.brief("Zelensky", "Putin", length="long").to_json())
    assert answers[0] == answers[1]
