"""Counting listed contacts among the entries of a record."""

from __future__ import annotations

from parley.bench.contact_entries import entry_figures
from parley.model.article import Article, text_digest
from parley.model.claim import MeetingClaim
from parley.model.party import Party
from parley.model.span import Span
from parley.model.when import When
from parley.record import derive

TEXT = "They met."


def article(some_id: str, day: str) -> Article:
    return Article(id=some_id, sha256=text_digest(TEXT), uri=some_id, published=day, text=TEXT)


def meeting(some_id: str, day: str, *names: str) -> MeetingClaim:
    parties = tuple(Party(name=n, id=f"person:{n}", kind="person", country=n) for n in names)
    when = When(edtf=day, text=TEXT, basis="stated", start=0, end=len(TEXT))
    span = Span.of(TEXT, 0, len(TEXT))
    return MeetingClaim(article=some_id, participants=parties, when=when, evidence=(span,), maker="t/1")


def contact(some_id: str, day: str, counterpart: str, *, domestic: bool = False) -> dict[str, object]:
    return {"id": some_id, "date": day, "counterpart": counterpart, "mode": "meeting", "domestic": domestic}


def test_entry_figures_counts_one_entry_each_and_what_is_missed_or_joined() -> None:
    articles = [article("a", "2010-01-02"), article("b", "2010-01-02"), article("c", "2011-03-04")]
    claims = [meeting("a", "2010-01-02", "Anna One", "Boris Two"), meeting("b", "2010-01-02", "Anna One", "Boris Two")]
    listed = [
        contact("a", "2010-01-02", "President Boris Two"),
        contact("c", "2011-03-04", "Carl Three"),
        contact("b", "2010-01-02", "Minister Dora Four", domestic=True),
        contact("not read", "2012-01-01", "Boris Two"),
    ]
    figures = entry_figures(derive(articles, claims), listed)
    assert (figures.contacts, figures.found, figures.one_entry, figures.joined) == (2, 1, 1, {})
    other = contact("b", "2010-01-02", "Prime Minister Boris Two")
    joined = entry_figures(derive(articles, claims), [listed[0], other])
    assert list(joined.joined.values()) == [["a", "b"]] and joined.to_json()["share_joined"] == 100.0
