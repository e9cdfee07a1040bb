"""Bad input gets a clear word and loses nothing. No model is needed: nothing here gets as far as being read."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

LOOKING = (
    ("meetings",),
    ("agreements",),
    ("statements",),
    ("timeline",),
    ("ask", "Who?"),
    ("brief", "X"),
    ("verify",),
    ("export",),
)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("none.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 20, "binary|neither"),
        ("scan.txt", b"%PDF-1.4", "PDF"),
        ("page.html", b"<html><body><a href='/'>Home</a></body></html>", "no article"),
        ("lines.jsonl", b'{"text": "a', "line 1"),
        ("dated.md", b"---\npublished: 2021-02-31\n---\nThey met.", "2021-02-31"),
    ],
)
def test_read_nothing_but_bad_input(parley, name: str, content: bytes | None, why: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    import re

    for arguments in (("read", name), ("read", name, "--json")):
        shown = parley(*arguments)
        assert shown.code == 1 and shown.out == ""
        assert name in shown.err and re.search(why, shown.err), shown.err
        assert "Traceback" not in shown.err


def test_read_date_that_is_none(parley) -> None:
    shown = parley("read", "a.txt", "--published", "2025-02-31")
    assert shown.code == 2 and "2025-02-31" in shown.err and not Path("parley.db").exists()


@pytest.mark.parametrize("command", LOOKING)
def test_record_that_is_not_there(parley, command: tuple[str, ...]) -> None:
    shown = parley(*command)
    assert shown.code == 1 and shown.out == "" and "parley read" in shown.err
    assert not Path("parley.db").exists()


@pytest.mark.parametrize("command", [*LOOKING, ("read", "a.txt")])
def test_record_that_is_none(parley, command: tuple[str, ...]) -> None:
    Path("a.txt").write_text("They met in Geneva.")
    Path("other.db").write_text("not a record\n" * 100)
    shown = parley(*command, "--record", "other.db")
    assert shown.code == 1 and shown.out == "" and "is not a Parley record" in shown.err
    assert Path("other.db").read_text() == "not a record\n" * 100


def test_record_of_a_later_version(parley) -> None:
    Path("empty.jsonl").write_text("{")
    parley("read", "empty.jsonl")
    with closing(sqlite3.connect("parley.db")) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
        connection.commit()
    shown = parley("meetings")
    assert shown.code == 1 and "later Parley" in shown.err


def test_export_format_that_nobody_knows(parley) -> None:
    shown = parley("export", "--format", "papyrus")
    assert shown.code == 1 and "papyrus" in shown.err and "json" in shown.err


def test_annotate_lines_that_are_none(parley) -> None:
    lines = b'nonsense\n[1]\n{"id": 7}\n{"id": 8, "text": "x", "date": "2021-02-31"}\n{"id": 9, "text": " "}\n'
    shown = parley("annotate", "--layer", "times", stdin=lines)
    made = [json.loads(line) for line in shown.out.splitlines()]
    assert [line["id"] for line in made] == [None, None, 7, 8, 9]
    assert all(line["times"] == [] and line["error"] for line in made)
    assert shown.code == 1


def test_annotate_layer_that_nobody_knows(parley) -> None:
    assert parley("annotate", "--layer", "colours").code == 2
