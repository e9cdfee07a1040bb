"""`parley export`, `timeline`, `positions` on a record that was imported, without the language model."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

import parley as package
from parley.record import derive
from tests.record import normandy


@pytest.fixture
def record(parley) -> None:
    """A record of nine reports in parley.db here."""
    derived = derive(normandy.ARTICLES.values(), normandy.claims())
    with package.Record("parley.db") as opened:
        opened.load_export(derived.to_json_text())


def test_export_of_bytes_goes_to_a_file(parley, record) -> None:
    shown = parley("export", "--format", "xlsx", "--output", "talks.xlsx")
    assert shown.code == 0 and "written to talks.xlsx" in shown.err
    assert "Meetings" in openpyxl.load_workbook("talks.xlsx").sheetnames


def test_export_of_a_part_has_only_that_part(parley, record) -> None:
    whole = json.loads(parley("export").out)
    part = json.loads(parley("export", "Macron", "--since", "2019-12", "--until", "2019-12").out)
    assert 0 < len(part["meetings"]) < len(whole["meetings"])
    assert all(any(p["name"] == "Emmanuel Macron" for p in m["participants"]) for m in part["meetings"])
    # Every claim's article and every entry's claims are in it: it can be imported.
    claims = {claim["id"] for claim in part["claims"]}
    assert {c["article"] for c in part["claims"]} == {a["id"] for a in part["articles"]}
    assert {c for kind in ("meetings", "measures", "statements") for e in part[kind] for c in e["claims"]} <= claims
    Path("part.json").write_text(json.dumps(part))
    assert parley("import", "part.json", "--record", "part.db").code == 0


def test_export_names_what_there_is(parley, record) -> None:
    shown = parley("export", "--format", "pdf")
    assert shown.code == 1 and "xlsx" in shown.err
    shown = parley("export", "Nobody")
    assert shown.code == 1 and "Nobody" in shown.err


def test_timeline_is_drawn(parley, record) -> None:
    assert parley("timeline", "--format", "svg").out.startswith("<svg")
    shown = parley("timeline", "Macron", "--format", "png", "--output", "t.png")
    assert shown.code == 0 and Path("t.png").read_bytes().startswith(b"\x89PNG")


def test_positions_are_listed_and_drawn(parley, record) -> None:
    rows = json.loads(parley("positions", "--json").out)
    assert rows and {"who", "topic", "stance", "said", "words", "shift"} <= set(rows[0])
    assert parley("positions", rows[0]["who"], "--format", "svg").out.startswith("<svg")
    shown = parley("positions", "--about", "cheese")
    assert shown.code == 1 and rows[0]["topic"] in shown.err
