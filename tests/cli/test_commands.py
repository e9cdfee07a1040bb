"""The command line from end to end, with the real model."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

TALKS = (
    "Ukrainian President Volodymyr Zelensky and Russian President Vladimir Putin met in Paris on Monday. They agreed "
    'to exchange all prisoners by the end of the month. "This is a first step," Zelensky said. '
    "French President Emmanuel Macron hosted the talks."
)
SECOND = 'Vladimir Putin said on Thursday that he was ready for talks. "We shall see," he said.'


def write_articles() -> None:
    folder = Path("articles")
    folder.mkdir(exist_ok=True)
    (folder / "a.md").write_text(
        f"---\npublished: 2019-12-10\npublisher: The Courier\n---\n# Talks in Paris\n\n{TALKS}\n"
    )
    (folder / "b.jsonl").write_text(json.dumps({"text": SECOND, "published": "2019-12-13"}) + "\n{broken\n")
    (folder / "c.txt").write_text("")


def test_read_json_prints_the_contract_and_keeps_no_record(parley) -> None:
    write_articles()
    shown = parley("read", "articles", "--json")
    lines = [json.loads(line) for line in shown.out.splitlines()]
    assert shown.code == 0 and not Path("parley.db").exists()
    assert [line["article"]["published"] for line in lines] == ["2019-12-10", "2019-12-13"]
    for line in lines:
        assert set(line) == {"article", "claims"}
        assert set(line["article"]) == {"id", "sha256", "uri", "title", "published", "language", "text"}
        for claim in line["claims"]:
            assert {
                "id",
                "kind",
                "status",
                "participants",
                "place",
                "when",
                "attributed_to",
                "evidence",
                "maker",
            } <= set(claim)
            for span in claim["evidence"]:
                assert line["article"]["text"][span["start"] : span["end"]] == span["text"]
    assert any(c["kind"] == "statement" and c["quote"].startswith("This is a first step") for c in lines[0]["claims"])


def test_read_tells_what_it_did(parley) -> None:
    write_articles()
    shown = parley("read", "articles")
    assert shown.code == 0 and shown.out == ""
    assert "articles read" in shown.err and "statements" in shown.err
    assert "line 2" in shown.err and "c.txt: the file is empty" in shown.err


def test_read_twice_changes_nothing(parley) -> None:
    write_articles()
    parley("read", "articles")
    first = parley("export").out
    shown = parley("read", "articles")
    assert "in the record already  2" in shown.err
    assert parley("export").out == first and json.loads(first)["claims"]


def test_read_order_changes_nothing(parley) -> None:
    write_articles()
    parley("read", "articles/a.md", "articles/b.jsonl", "--record", "one.db")
    parley("read", "articles/b.jsonl", "--record", "two.db")
    parley("read", "articles/a.md", "--record", "two.db")
    assert parley("export", "--record", "one.db").out == parley("export", "--record", "two.db").out


def test_read_without_a_date_says_what_stays_open(parley) -> None:
    Path("a.txt").write_text("The ministers will meet in Geneva on Thursday, officials said.")
    shown = parley("read", "a.txt", "--json")
    assert "a.txt has no publication date" in shown.err and "Thursday" in shown.err
    whens = [claim["when"] for claim in json.loads(shown.out)["claims"] if claim["when"]]
    assert all(when["edtf"] is None for when in whens)
    assert "stay unresolved" not in parley("read", "a.txt", "--json", "--published", "2021-03-02").err


def test_read_with_a_date_after_reading_without_reads_again(parley) -> None:
    Path("a.txt").write_text("The ministers met in Geneva on Thursday, officials said.")
    parley("read", "a.txt")
    shown = parley("read", "a.txt", "--published", "2021-03-05")
    assert shown.err.startswith("articles read  1") or "articles read    1" in shown.err
    articles = json.loads(parley("export").out)["articles"]
    assert [article["published"] for article in articles] == ["2021-03-05"]


def test_looking_at_a_record(parley) -> None:
    write_articles()
    parley("read", "articles")
    shown = parley("statements", "Zelensky")
    assert "Volodymyr Zelensky" in shown.out and "first step" in shown.out
    listed = json.loads(parley("statements", "Putin", "--json").out)
    assert listed and all(any(p["name"] == "Vladimir Putin" for p in entry["participants"]) for entry in listed)
    for command in ("meetings", "agreements", "timeline"):
        assert parley(command).code == 0
        assert isinstance(json.loads(parley(command, "--json").out), list)
    assert parley("statements", "--since", "2030").out == ""
    unknown = parley("statements", "Zelenskaya")
    assert unknown.code == 1 and "nobody in the record" in unknown.err
    assert parley("meetings", "--since", "soon").code == 1


def test_answers_of_a_record(parley) -> None:
    write_articles()
    parley("read", "articles")
    shown = parley("ask", "What did Zelensky say?")
    assert shown.code == 0 and "first step" in shown.out and "The Courier" in shown.out
    assert json.loads(parley("ask", "What did Zelensky say?", "--json").out)["citations"]
    absent = parley("ask", "Have Macron and Obama met?")
    assert absent.code == 0 and "2 articles" in absent.out
    assert parley("ask", "colourless green ideas").code == 0
    assert "Zelensky" in parley("brief", "Zelensky", "Putin").out
    page = parley("brief", "Zelensky", "Putin", "--format", "html").out
    assert page.lstrip().lower().startswith("<!doctype html") and "http://" not in page.replace("http://www.w3.org", "")


def test_verify_and_what_it_finds(parley) -> None:
    write_articles()
    parley("read", "articles")
    assert "all is in order" in parley("verify").out
    import sqlite3

    connection = sqlite3.connect("parley.db")
    connection.execute("UPDATE articles SET text = replace(text, 'first', 'great')")
    connection.commit()
    connection.close()
    shown = parley("verify")
    assert shown.code == 1 and "not the one that was read" in shown.out and "evidence" in shown.out


def test_export_csv(parley) -> None:
    write_articles()
    parley("read", "articles")
    rows = list(csv.DictReader(io.StringIO(parley("export", "--format", "csv", "--kind", "statement").out)))
    assert rows and rows[0]["evidence"] and {row["kind"] for row in rows} == {"statement"}
    shown = parley("export", "--format", "csv", "--output", "all.csv")
    assert shown.out == "" and "all.csv" in shown.err
    assert len(list(csv.DictReader(io.StringIO(Path("all.csv").read_text(encoding="utf-8"))))) >= len(rows)
    assert parley("export", "--output", "nowhere/all.json").code == 1


def test_annotate_every_layer(parley) -> None:
    lines = [{"id": "a", "text": TALKS, "published": "2019-12-10"}, {"id": 2, "sentence": SECOND, "date": "2019-12-13"}]
    stdin = "\n".join(map(json.dumps, lines)).encode()
    keys = {
        "times": {"start", "end", "type", "value", "mod", "edtf"},
        "quotes": {"source", "cue", "content", "direct"},
        "names": {"start", "end", "kind", "name", "id"},
        "events": {"code", "mode", "source", "target", "status", "start", "end"},
    }
    for layer, wanted in keys.items():
        shown = parley("annotate", "--layer", layer, stdin=stdin)
        made = [json.loads(line) for line in shown.out.splitlines()]
        assert [line["id"] for line in made] == ["a", 2] and shown.code == 0
        assert all(set(item) == wanted for line in made for item in line[layer])
        assert any(line[layer] for line in made), layer


def test_annotate_files(parley) -> None:
    Path("a.txt").write_text(TALKS)
    shown = parley("annotate", "a.txt", "--layer", "quotes")
    assert json.loads(shown.out)["id"] == "a.txt"
