"""What is worked out at the end of a run is worked out after one that was cut off, too; and after an import."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
from pathlib import Path

import parley
from parley.model.article import Article
from parley.settling import settle
from parley.sources.build import build_article
from parley.store import open_store
from tests.record.building import meeting
from tests.record.normandy import ARTICLES, claims

TEXT = " ".join(f"Sentence {n} tells how envoys met in Geneva and what number {n} of them said." for n in range(12))


def _copies(path: Path) -> dict[str, str | None]:
    with parley.Record(path) as record:
        return {a.id: a.copy_of for a in record.articles()}


def _article(key: str, published: str, text: str = TEXT) -> Article:
    return build_article(text, uri=f"test:{key}", id=key, publisher=key, published=published)


def test_copies_are_marked_after_a_run_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    program = (
        "import os, sys; from parley.store import open_store; from tests.api.test_settling import _article\n"
        f"store = open_store({str(path)!r})\n"
        "for key, day in (('wire', '2024-05-01'), ('gazette', '2024-05-02')):\n"
        "    store.add(_article(key, day), [], 'test/1')\n"
        "os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True)
    assert done.returncode == 9
    assert _copies(path) == {"wire": None, "gazette": "wire"}
    assert not open_store(str(path)).is_unsettled()


def test_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with parley.Record(path) as record:
        record.store.add(_article("wire", "2024-05-01"), [], "test/1")
        record.store.add(_article("gazette", "2024-05-02"), [], "test/1")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '1' WHERE name = 'unsettled'")  # a process that always runs
    connection.commit()
    connection.close()
    assert _copies(path) == {"wire": None, "gazette": None}


def _exported(record: parley.Record) -> str:
    stream = io.StringIO()
    record.export("json", stream)
    return stream.getvalue()


def test_an_export_with_another_text_under_a_known_id_is_taken_in() -> None:
    exports = []
    for first, second in (("north", "south"), ("south", "north")):
        with parley.Record(None) as one, parley.Record(None) as other:
            for record, where in ((one, first), (other, second)):
                place, day = {"north": ("Paris", "2024-05-01"), "south": ("Sochi", "2024-04-20")}[where]
                text = f"then, a report from the {where}."
                of = build_article(text, uri="test:a1", id="a1", publisher=where, published="2024-05-01")
                record.store.add(of, [meeting(of, "Vladimir Putin, Xi Jinping", day, place)], "test/1")
                settle(record.store)
            ruled = other.meetings()[0]
            other.rule("confirm", ruled.id, by="Ada", why="seen")
            added = one.load_export(_exported(other))
            assert (added.articles, added.claims, added.rulings) == (1, 1, 1)
            assert one.load_export(_exported(other)) == parley.importing.Imported(0, 0, 0)
            assert {a.text for a in one.articles()} == {
                "then, a report from the north.",
                "then, a report from the south.",
            }
            assert [m.place.name for m in one.meetings() if m.confirmed] == [ruled.place.name]
            assert one.verify() == []
            exports.append({a.id: a.text for a in one.articles()})
    assert exports[0] == exports[1]


def test_an_import_of_what_is_there_adds_nothing() -> None:
    with parley.Record(None) as record:
        for article in ARTICLES.values():
            record.store.add(article, [c for c in claims() if c.article == article.id], "test/1")
        before = _exported(record)
        added = record.load_export(before)
        assert (added.articles, added.claims, added.rulings) == (0, 0, 0) and _exported(record) == before
