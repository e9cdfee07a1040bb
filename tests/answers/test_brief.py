"""The background piece, the checker that keeps it honest, and the lists."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from parley.answers import (
    agreements_table,
    ask,
    brief,
    check,
    disputes_table,
    history,
    meetings_table,
    news,
    statements_table,
    timeline,
)
from parley.errors import UnknownNameError
from parley.record import derive
from tests.record.building import article, meeting
from tests.record.normandy import ARTICLES, claims


@pytest.fixture(scope="module")
def record():
    return derive(ARTICLES.values(), claims())


@pytest.mark.parametrize("length", ["short", "long"])
@pytest.mark.parametrize("names", ["Zelensky Putin", "Russia Ukraine", "Putin Macron", "Poroshenko Putin"])
def test_every_sentence_of_a_brief_is_borne_out(record, names, length):
    piece = brief(record, names.split(), length=length)
    assert check(record, piece) == ()
    assert all(s.citations for s in piece.sentences if s.entries)
    assert all(len({s.text for s in p.sentences}) == len(p.sentences) for p in piece.paragraphs)


def test_brief_has_the_shape_of_a_backgrounder(record):
    text = brief(record.as_of("2025-05-13"), ["Zelensky", "Putin"]).markdown()
    order = [
        "Istanbul on 15 May 2025 was possible but not confirmed",
        "met in Paris on 9 December 2019",
        "the sides agreed on",
        "The exchange of prisoners was carried out",
        "moved from speaking against talks to speaking for them",
    ]
    assert [text.find(part) for part in order] == sorted(text.find(part) for part in order)
    assert all(part in text for part in order)


def test_brief_as_of_knows_nothing_later(record):
    text = brief(record, ["Zelensky", "Putin"], as_of="2019-12-06").markdown()
    assert "2025" not in text
    assert "No meeting of Zelensky and Putin that took place is in the record" in text
    assert "was planned in Paris for 9 December 2019" in text


def test_brief_html_escapes_and_needs_no_other_file(record):
    piece = brief(record, ["Zelensky", "Putin"])
    title = dataclasses.replace(piece, title="<script>alert(1)</script>")
    page = title.html()
    assert "<script>" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    anchors = set(re.findall(r'href="#(c\d+)"', page))
    assert anchors
    assert anchors <= set(re.findall(r'id="(c\d+)"', page))


def test_brief_on_strangers_says_so(record):
    piece = brief(record, ["Zelensky", "Robert'); DROP TABLE articles;--"])
    assert not piece.citations
    assert "knows nobody called" in piece.markdown()


def test_check_finds_a_citation_that_is_not_in_its_article(record):
    answer = ask(record, "Have Zelensky and Putin met?")
    moved = dataclasses.replace(answer.citations[0], start=answer.citations[0].start + 1)
    faults = check(record, dataclasses.replace(answer, citations=(moved, *answer.citations[1:])))
    assert [f.fault for f in faults] == ["citation 1 is not in its article"]


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [("Zelensky", "Lukashenko", "Lukashenko"), ("9 December 2019", "10 December 2019", "10 December 2019")],
)
def test_check_finds_names_and_dates_that_are_not_in_the_evidence(record, was, now, fault):
    answer = ask(record, "Have Zelensky and Putin met?")
    wrong = dataclasses.replace(answer.sentences[0], text=answer.sentences[0].text.replace(was, now))
    faults = check(record, dataclasses.replace(answer, sentences=(wrong, *answer.sentences[1:])))
    assert any(fault in f.fault for f in faults)


def test_check_finds_a_sentence_without_citation(record):
    answer = ask(record, "Have Zelensky and Putin met?")
    bare = dataclasses.replace(answer.sentences[0], citations=())
    faults = check(record, dataclasses.replace(answer, sentences=(bare,)))
    assert [f.fault for f in faults] == ["tells of entries without a citation"]


def test_news_leaves_retold_background_out(record):
    text = news(record, "2025-05-01").text()
    assert "Istanbul on 16 May 2025" in text
    assert "Paris" not in text
    assert "numerous" not in text


def test_timeline_is_in_the_order_of_time_and_within_dates(record):
    rows = timeline(record, ["Zelensky"], since="2019-12", until="2022")
    assert [r.when for r in rows] == sorted(r.when for r in rows)
    assert {r.when[:4] for r in rows} == {"2019", "2022"}
    assert any("met in Paris on 9 December 2019" in r.text for r in rows)


def test_tables(record):
    summit = next(r for r in meetings_table(record, ["Putin", "Macron"]))
    assert (summit.when, summit.place, summit.status, summit.sources) == ("2019-12-09", "Paris", "happened", 3)
    assert [r.measures for r in agreements_table(record)] == ["ceasefire, weapons_withdrawal"]
    assert {r.speaker for r in statements_table(record, ["Zelensky"])} == {"Volodymyr Zelensky"}
    assert [r.value for r in disputes_table(record)] == ["about 250 prisoners", "303 prisoners"]
    with pytest.raises(UnknownNameError):
        meetings_table(record, ["Nobody At All"])


def test_history_tells_how_an_entry_came_to_be(record):
    summit = next(m for m in record.meetings if len(m.articles) > 3)
    lines = history(record, summit.id)
    assert any("announced (Harbour Wire)" in line for line in lines)
    assert any("reported as held" in line for line in lines)
    with pytest.raises(UnknownNameError):
        history(record, "meeting-nothing")


def test_a_disputed_day_is_told_with_the_answer():
    made = []
    for published, day in (("2019-12-10", "2019-12-09"), ("2019-12-11", "2019-12-10")):
        of = article(published, f"They met in Paris, {published}.")
        made.append((of, meeting(of, "Vladimir Putin, Volodymyr Zelensky", day, "Paris", name="Normandy summit")))
    told = derive([a for a, _ in made], [c for _, c in made])
    answer = ask(told, "Have Putin and Zelensky met?")
    assert "differ on when it was: 9 December 2019" in answer.text()
    assert "or 10 December 2019" in answer.text()
    assert check(told, answer) == ()


def test_brief_as_a_word_document_holds_every_sentence_and_source(record):
    piece = brief(record, ["Zelensky", "Putin"])
    odd = dataclasses.replace(piece, title="A & B <c> \x0b \ud800")
    with zipfile.ZipFile(io.BytesIO(odd.docx())) as file:
        assert file.testzip() is None
        root = ElementTree.fromstring(file.read("word/document.xml"))
    text = "".join(root.itertext())
    assert text.startswith("A & B <c>")
    assert all(s.text in text for s in piece.sentences)
    assert all(c.line() in text for c in piece.citations)
    assert piece.docx() == brief(record, ["Zelensky", "Putin"]).docx()
