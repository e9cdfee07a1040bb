"""A record from Python: read, list, ask, and what must hold whatever is read."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import parley
from parley.model.article import Skipped
from parley.pipeline import ReadArticle, read_into, read_items
from parley.sources.build import build_article
from parley.store import open_store

pytestmark = pytest.mark.model

TALKS = (
    'Volodymyr Zelensky and Vladimir Putin met in Paris on Monday. "This is a first step," Zelensky said. They agreed '
    "to exchange all prisoners by the end of the month."
)


@pytest.fixture(scope="module")
def record() -> Iterator[parley.Record]:
    with parley.Record(None) as opened:
        opened.read_text(
            TALKS, published="2019-12-10", title="Talks", publisher="The Courier", url="https://c.example/1"
        )
        yield opened


def test_record_lists_what_was_read(record: parley.Record) -> None:
    (article,) = record.articles()
    assert (article.title, article.publisher, article.published) == ("Talks", "The Courier", "2019-12-10")
    assert [s.quote.rstrip(",") for s in record.statements("Zelensky") if s.direct] == ["This is a first step"]
    assert record.statements("Zelensky", since="2020") == []
    for listed in (record.meetings(), record.agreements(), record.measures(), record.outcomes(), record.events()):
        assert all(entry.claims for entry in listed)
    assert [a.id for a in record.search("prisoners Paris")] == [article.id]
    assert record.verify() == []


def test_record_as_a_table(record: parley.Record) -> None:
    table = record.to_pandas("statement")
    assert len(table) == len(record.statements())
    assert {"id", "participants", "quote", "when", "evidence", "published"} <= set(table.columns)


def test_record_answers(record: parley.Record) -> None:
    assert "first step" in record.ask("What did Zelensky say?").text()
    assert "Zelensky" in record.brief("Zelensky", "Putin").text()
    assert record.timeline()


def test_record_export_is_the_record(record: parley.Record) -> None:
    stream = io.StringIO()
    record.export("json", stream)
    written = json.loads(stream.getvalue())
    assert len(written["claims"]) == len(record.entries.claims) and written["articles"][0]["text"] == TALKS


def test_record_reads_files_and_says_what_it_did(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ministers met in Geneva on Thursday, officials said.")
    (tmp_path / "b.txt").write_text("")
    with parley.Record(tmp_path / "r.db") as opened:
        report = opened.read(tmp_path / "a.txt", tmp_path / "b.txt")
        assert len(report.read) == 1 and report.known == () and report.claims == len(opened.entries.claims)
        assert [Path(item.uri).name for item in report.skipped] == ["b.txt"]
        assert list(report.unresolved.values()) == [("Thursday",)]
        again = opened.read(tmp_path / "a.txt")
        assert again.read == () and again.known == report.read
        with pytest.raises(parley.DateError):
            opened.read(tmp_path / "a.txt", published="Thursday")
        with pytest.raises(parley.SourceError):
            opened.read_text("  ")
        with pytest.raises(parley.UnknownNameError):
            opened.meetings("Nobody")
    with pytest.raises(parley.RecordError):
        parley.Record(tmp_path / "none.db", create=False)


def test_read_claims_keeps_no_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TALKS)
    (found,) = parley.read_claims([tmp_path / "a.txt"], "2019-12-10")
    assert isinstance(found, parley.ReadArticle) and found.claims


def test_one_bad_article_never_stops_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from parley import pipeline

    def fail_on_second(reading, extractors=()):
        if "second" in reading.article.text:
            raise ZeroDivisionError("a fault")
        return ()

    monkeypatch.setattr(pipeline, "claims_of", fail_on_second)
    articles = [build_article(f"The {word} article.", uri=word) for word in ("first", "second", "third")]
    found = list(read_items([articles[0], Skipped(uri="x", reason="x: no"), *articles[1:]]))
    assert [i.article.uri if isinstance(i, ReadArticle) else i.uri for i in found] == ["first", "x", "second", "third"]
    assert isinstance(found[2], Skipped) and "a fault" in found[2].reason


def test_interrupted_run_keeps_what_was_read_and_goes_on(tmp_path: Path) -> None:
    articles = [build_article(f"Envoy number {n} said that talks would go on.", uri=f"{n}") for n in range(5)]
    with parley.Record(tmp_path / "whole.db") as whole:
        list(read_into(whole.store, articles))
        expected = whole.entries.to_json_text()
    store = open_store(str(tmp_path / "cut.db"))
    run = read_into(store, articles)
    next(run), next(run)
    run.close()  # as Ctrl-C would
    store.close()
    with parley.Record(tmp_path / "cut.db") as cut:
        assert len(cut.articles()) == 2
        found = list(read_into(cut.store, articles))
        assert sum(isinstance(item, ReadArticle) for item in found) == 3
        cut._derived = None
        assert cut.entries.to_json_text() == expected


def test_one_id_for_two_texts_loses_neither() -> None:
    with parley.Record(None) as record:
        pair = [build_article(text, uri="x", id="1") for text in ("One envoy left.", "Another envoy came.")]
        list(read_into(record.store, pair))
        assert sorted(a.text for a in record.articles()) == ["Another envoy came.", "One envoy left."]
        assert all(isinstance(item, parley.Article) for item in read_into(record.store, pair))


PIECES = st.sampled_from(
    [
        "Putin met Zelensky in Paris on 9 December 2019",
        "the two presidents agreed to a ceasefire",
        "“We shall see,” said Emmanuel Macron",
        'he said: "Never',
        "Кремль заявил",
        "\u202bاتفاق\u202c",
        "שלום",
        "停战协议",
        "e\u0301\u0327",
        "\U0001f1fa\U0001f1e6\U0001f54a\ufe0f",
        "\r\n",
        "\r",
        "\n\n",
        "\u2028",
        "\x00",
        "\ufeff",
        ". ",
        " ",
        "31 February 20255",
        "* Read more",
        "# ",
        "**Putin**",
        "[Paris](https://x.example)",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=30)), min_size=1, max_size=25).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=3))
def test_evidence_is_the_text_whatever_the_text(texts: list[str]) -> None:
    articles = [
        build_article(text, uri=f"{n}", published="2021-03-02", markdown=n == 1) for n, text in enumerate(texts)
    ]
    for item, article in zip(read_items(articles), articles, strict=True):
        assert isinstance(item, ReadArticle), item
        text = item.article.text
        assert text == article.text
        for claim in item.claims:
            assert claim.article == article.id
            for span in claim.evidence:
                assert text[span.start : span.end] == span.text != ""
            if claim.when:
                assert text[claim.when.start : claim.when.end] == claim.when.text


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(4)), st.lists(TEXTS.filter(str.strip), min_size=4, max_size=4, unique=True))
def test_order_of_reading_changes_nothing(order: list[int], texts: list[str]) -> None:
    articles = [build_article(text, uri=f"{n}", published=f"2021-03-0{n + 1}") for n, text in enumerate(texts)]
    exports = []
    for chosen in (articles, [articles[n] for n in order]):
        with parley.Record(None) as record:
            list(read_into(record.store, chosen))
            list(read_into(record.store, chosen))
            exports.append(record.entries.to_json_text())
    assert exports[0] == exports[1]
