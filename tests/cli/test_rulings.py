"""Rulings, history, disputes, news and importing from the command line, from end to end."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
BY = ("--by", "A. Editor", "--why", "read the sentences")


@pytest.fixture
def talks(parley):
    """A record of two articles, which tell two meetings, in a folder of its own."""
    Path("one.md").write_text(
        "---\npublished: 2019-12-10\npublisher: The Courier\n---\n# Talks\n\n"
        "Volodymyr Zelensky and Vladimir Putin met in Paris on Monday. Angela Merkel welcomed the outcome.\n"
    )
    Path("two.md").write_text(
        "---\npublished: 2025-05-17\npublisher: The Gazette\n---\n# Round\n\n"
        "Delegations of Ukraine and Russia met in Istanbul on Friday. They agreed to exchange 1,000 prisoners each.\n"
    )
    parley("read", "one.md", "two.md")
    return parley


def meetings(parley, *options: str) -> list[dict]:
    return json.loads(parley("meetings", "--json", *options).out)


def test_rule_reject_and_confirm_after_it(talks) -> None:
    first, second = meetings(talks)
    ruled = talks("rule", "reject", first["id"], *BY)
    assert ruled.code == 0 and ruled.out.strip() and "reject ruled by A. Editor" in ruled.err
    assert [m["id"] for m in meetings(talks)] == [second["id"]]
    talks("read", "one.md", "--published", "2019-12-10")
    assert len(meetings(talks)) == 1, "a ruling survives reading again"
    assert talks("rule", "confirm", first["id"], *BY).code == 0
    restored, _ = meetings(talks)
    assert restored["id"] == first["id"] and restored["confirmed"] and len(restored["rulings"]) == 2
    history = talks("history", first["id"]).out
    assert "reject by A. Editor" in history and "confirm by A. Editor" in history and "Paris" in history


def test_rule_merge_split_correct(talks) -> None:
    first, second = meetings(talks)
    assert talks("rule", "merge", first["id"], second["id"], *BY).code == 0
    (merged,) = meetings(talks)
    assert set(merged["claims"]) == {*first["claims"], *second["claims"]}
    assert talks("rule", "split", *second["claims"], *BY).code == 0
    assert len(meetings(talks)) == 2
    assert talks("rule", "correct", second["id"][:14], "--set", "when=2025-05-15", *BY).code == 0
    assert meetings(talks)[-1]["when"]["edtf"] == "2025-05-15"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("reject", "meeting-nosuch"), "no entry or claim 'meeting-nosuch'"),
        (("merge", "FIRST"), "merge needs two entries"),
        (("split", "FIRST"), "parley history ID"),
        (("correct", "FIRST", "--set", "colour=red"), "fields: "),
        (("correct", "FIRST", "--set", "when=soon"), "not an EDTF date"),
        (("reject", "'; DROP TABLE claims; --"), "no entry or claim"),
    ],
)
def test_rule_says_what_is_wrong(talks, arguments: tuple[str, ...], message: str) -> None:
    first = meetings(talks)[0]["id"]
    refused = talks("rule", *[first if a == "FIRST" else a for a in arguments], *BY)
    assert refused.code == 1 and refused.out == "" and message in refused.err
    assert len(meetings(talks)) == 2
    assert json.loads(talks("export").out)["rulings"] == []


def test_rule_needs_a_name_and_a_reason(talks) -> None:
    assert talks("rule", "reject", "meeting-1", "--by", "A. Editor").code == 2
    assert talks("rule", "reject", meetings(talks)[0]["id"], "--by", " ", "--why", "x").code == 1


def test_import_gives_the_same_record_back(talks) -> None:
    first = meetings(talks)[0]["id"]
    talks("rule", "correct", first, "--set", "place=Berlin", *BY)
    talks("export", "--output", "talks.json")
    taken = talks("import", "talks.json", "--record", "copy.db")
    assert taken.code == 0 and "2 articles" in taken.err and "1 rulings" in taken.err
    assert talks("export", "--record", "copy.db").out == Path("talks.json").read_text(encoding="utf-8")
    assert "0 articles" in talks("import", "talks.json", "--record", "copy.db").err


@pytest.mark.parametrize("change", ["not json", "[]", '{"articles": [{}], "claims": [], "rulings": []}'])
def test_import_refuses_what_is_no_export(parley, change: str) -> None:
    Path("x.json").write_text(change)
    refused = parley("import", "x.json", "--record", "new.db")
    assert refused.code == 1 and refused.err.startswith("parley: ") and "Traceback" not in refused.err


def test_import_refuses_a_changed_text(talks) -> None:
    exported = json.loads(talks("export").out)
    exported["articles"][0]["text"] = exported["articles"][0]["text"].replace("Paris", "Minsk")
    Path("x.json").write_text(json.dumps(exported))
    assert "is not the one that was exported" in talks("import", "x.json", "--record", "new.db").err


def test_as_of_shows_what_was_known(talks) -> None:
    assert len(meetings(talks, "--as-of", "2020")) == 1
    assert "Istanbul" not in talks("timeline", "--as-of", "2020-01-01").out
    assert "Istanbul" in talks("timeline").out
    assert "1 article" in talks("ask", "Have Ukraine and Iran met?", "--as-of", "2020").out
    assert talks("meetings", "--as-of", "yesterday").code == 1
    for command in (("agreements",), ("statements",), ("disputes",), ("brief", "Zelensky"), ("export",)):
        assert talks(*command, "--as-of", "2019-12").code == 0


def test_news_leaves_out_what_was_known_before(talks) -> None:
    told = talks("news", "--since", "2025-05").out
    assert "Istanbul" in told and "Paris" not in told
    assert json.loads(talks("news", "--since", "2025", "--json").out)["citations"]
    assert talks("news", "--since", "May").code == 1 and talks("news").code == 2


def test_brief_formats(talks) -> None:
    assert talks("brief", "Zelensky", "Putin", "--format", "docx", "--output", "b.docx").code == 0
    assert "word/document.xml" in zipfile.ZipFile("b.docx").namelist()
    assert talks("brief", "Zelensky", "Putin", "--format", "html", "-o", "b.html").code == 0
    assert Path("b.html").read_text(encoding="utf-8").lower().lstrip().startswith("<!doctype html")
    long = talks("brief", "Zelensky", "Putin", "--about", "talks", "--length", "long", "--format", "md")
    assert long.code == 0 and long.out.startswith("# ")
    assert isinstance(json.loads(talks("timeline", "--format", "json").out), list)


def test_disputes_side_by_side(parley) -> None:
    for city, outlet in (("Paris", "The Courier"), ("Berlin", "The Gazette")):
        Path(f"{city}.md").write_text(
            f"---\npublished: 2019-12-10\npublisher: {outlet}\n---\n# Talks\n\n"
            f"Volodymyr Zelensky and Vladimir Putin met in {city} on 9 December 2019.\n"
        )
    parley("read", "Paris.md", "Berlin.md")
    shown = parley("disputes", "Putin").out
    for told in ("place:", "Paris", "Berlin", "The Courier", "The Gazette"):
        assert told in shown
    assert {row["value"] for row in json.loads(parley("disputes", "--json").out)} == {"Paris", "Berlin"}
    assert "Berlin" not in parley("disputes", "--as-of", "2019-12-09").out
    assert parley("disputes", "Nobody Known").code == 1


def test_knowledge_add(parley) -> None:
    added = parley("knowledge", "add", "people", "name=Ada Example", "aliases=Ada X; A. Example", "source=test")
    assert added.code == 0 and Path("facts.toml").read_text().count("[[people]]") == 1
    assert '"A. Example"' in Path("facts.toml").read_text()
    for wrong in (("people", "name=Ada"), ("nowhere", "name=Ada", "source=x"), ("people", "Ada")):
        refused = parley("knowledge", "add", *wrong)
        assert refused.code == 1 and "Traceback" not in refused.err
