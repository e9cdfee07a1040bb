"""Titles of official readouts: taken apart, turned into a meeting, dated only where that is right."""

from __future__ import annotations

import pytest
import spacy

from parley.claims.meetings.readouts import draft_of_title, is_official, person_name, title_of
from parley.model.article import Article
from parley.model.party import Party
from parley.model.reading import Mention, Reading

SITE = "http://en.kremlin.ru/events/president/news/1"


def article(title: str | None, text: str = "The leaders discussed trade.", uri: str = SITE) -> Article:
    return Article(id="a", sha256="0", uri=uri, title=title, published="2004-05-06", text=text)


def reading(title: str | None, text: str = "The leaders discussed trade.", uri: str = SITE) -> Reading:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return Reading(article(title, text, uri), nlp(text))


@pytest.mark.parametrize(
    ("title", "who", "whom", "form"),
    [
        ("Telephone conversation with King Abdullah II of Jordan", None, "King Abdullah II of Jordan", "remote"),
        ("President Ada Byron met with Alan Turing", "President Ada Byron", "Alan Turing", "in_person"),
        ("Ada Byron had a telephone conversation with Alan Turing", "Ada Byron", "Alan Turing", "remote"),
        ("Ada Byron spoke by phone with Alan Turing", "Ada Byron", "Alan Turing", "remote"),
        ("Ada Byron held talks with Alan Turing", "Ada Byron", "Alan Turing", "in_person"),
        ("Ada Byron had an informal meeting with Alan Turing", "Ada Byron", "Alan Turing", "in_person"),
        ("Talks with Alan Turing", None, "Alan Turing", "in_person"),
    ],
)
def test_title_of_reads_the_formulas(title: str, who: str | None, whom: str, form: str) -> None:
    found = title_of(article(title))
    assert found is not None
    assert (found.who, found.whom, found.form) == (who, whom, form)


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        "Ada Byron will meet with Alan Turing",
        "Ada Byron signed a decree",
        "Greetings to Alan Turing",
        "x" * 500,
    ],
)
def test_title_of_leaves_other_titles_alone(title: str | None) -> None:
    assert title_of(article(title)) is None


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("President of Turkey Recep Tayyip Erdogan", "Recep Tayyip Erdogan"),
        ("King Abdullah II of Jordan", "Abdullah II"),
        ("Federal Chancellor of Germany Angela Merkel", "Angela Merkel"),
        ("Emir of Qatar Tamim bin Hamad Al Thani", "Tamim bin Hamad Al Thani"),
        ("President of Syria Bashar al-Assad", "Bashar al-Assad"),
        ("French President Jacques Chirac", "Jacques Chirac"),
        ("the Moldovan President", None),
        ("President of Ukraine", None),
        ("Chairman of the Federation of Independent Trade Unions Mikhail Shmakov", "Mikhail Shmakov"),
    ],
)
def test_person_name(piece: str, name: str | None) -> None:
    found = person_name(piece)
    assert found == name or (name is not None and found is not None and name.endswith(found))


def test_draft_of_title_is_dated_by_the_readout() -> None:
    draft = draft_of_title(reading("Ada Byron met with Alan Turing"))
    assert draft is not None
    assert [p.name for p in draft.parties] == ["Ada Byron", "Alan Turing"]
    assert draft.when is not None
    assert (draft.when.edtf, draft.when.basis, draft.when.anchor) == ("2004-05-06", "relative", "published")
    assert (draft.start, draft.end) == (0, len("The leaders discussed trade."))


def test_draft_of_title_takes_the_person_as_the_text_knows_him() -> None:
    text = "Mr Turing thanked Ada Byron."
    made = reading("Ada Byron met with Alan Turing", text)
    known = Party(
        name="Alan Mathison Turing", id="person:alan-mathison-turing", kind="person", country="United Kingdom"
    )
    made.mentions = (Mention(3, 9, "Turing", "person", parties=(known,)),)
    draft = draft_of_title(made)
    assert draft is not None
    assert known in draft.parties


def test_no_draft_for_ordinary_news() -> None:
    assert draft_of_title(reading("Ada Byron met with Alan Turing", uri="https://news.example/1")) is None


def test_is_official_by_address_or_publisher() -> None:
    assert is_official(article("x"))
    assert not is_official(article("x", uri="https://kremlin.ru.example.org/1"))
    assert is_official(article("x", uri="file.txt").model_copy(update={"publisher": "kremlin.ru"}))


def test_is_official_by_the_address_at_the_foot_of_the_page() -> None:
    text = "The leaders discussed trade.\n\nDirect link: en.kremlin.ru/d/1\n"
    assert is_official(article("x", text, uri="readout.txt"))
    assert not is_official(article("x", "See en.kremlin.ru for more.", uri="readout.txt"))
