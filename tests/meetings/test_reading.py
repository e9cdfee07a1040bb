"""Meetings read with the real model: sentences of the kinds that news is made of, and whole short articles."""

from __future__ import annotations

import time

import pytest

from parley.claims.meetings import extract
from parley.model.claim import MeetingClaim
from parley.model.reading import Reading

pytestmark = pytest.mark.model


def meetings(reading: Reading) -> list[MeetingClaim]:
    claims = [c for c in extract(reading, ()) if isinstance(c, MeetingClaim)]
    for claim in claims:
        for span in claim.evidence:
            assert reading.article.text[span.start : span.end] == span.text
    return claims


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Vladimir Putin met Emmanuel Macron in Moscow on Monday.", {"Vladimir Putin", "Emmanuel Macron"}),
        ("Russia and Ukraine held talks in Istanbul on Monday.", {"Russia", "Ukraine"}),
        ("Talks between Israel and Hamas resumed in Cairo on Monday.", {"Israel", "Hamas"}),
        ("The Russian-Ukrainian negotiations went on for five hours.", {"Russia", "Ukraine"}),
        ("Angela Merkel spoke by phone with Vladimir Putin on Monday.", {"Angela Merkel", "Vladimir Putin"}),
        ("Emmanuel Macron telephoned Vladimir Putin on Monday.", {"Emmanuel Macron", "Vladimir Putin"}),
        (
            "Emmanuel Macron announced new aid following talks with Volodymyr Zelensky in Paris.",
            {"Emmanuel Macron", "Volodymyr Zelensky"},
        ),
        ("Envoys from Armenia and Azerbaijan sat down together in Geneva.", {"Armenia", "Azerbaijan"}),
        ("Delegations of India and Pakistan conferred in Dubai.", {"India", "Pakistan"}),
    ],
)
def test_participants(reading_of, text: str, people: set[str]) -> None:
    (meeting,) = meetings(reading_of(text, "2022-02-10"))
    assert {p.name for p in meeting.participants} == people
    assert meeting.status == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron met the demands of the protesters.",
        "Emmanuel Macron held a press conference in Paris on Monday.",
        "Angela Merkel told reporters in Berlin that she was tired.",
        "Vladimir Putin spoke to journalists on Monday.",
        "Donald Trump called Vladimir Putin a strong man.",
        "The plan meets the requirements of the European Union.",
        "Emmanuel Macron called for a ceasefire in Gaza.",
        "France beat Germany in the third round of the tournament.",
    ],
)
def test_not_meetings(reading_of, text: str) -> None:
    assert meetings(reading_of(text, "2022-02-10")) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vladimir Putin will meet Emmanuel Macron in Moscow next week.", "planned"),
        ("Vladimir Putin could meet Emmanuel Macron in Moscow next week.", "possible"),
        ("Turkey is ready to host talks between Russia and Ukraine.", "possible"),
        ("Vladimir Putin refused to meet Volodymyr Zelensky.", "not_held"),
        ("Emmanuel Macron cancelled a meeting with Vladimir Putin.", "not_held"),
    ],
)
def test_status(reading_of, text: str, status: str) -> None:
    (meeting,) = meetings(reading_of(text, "2022-02-10"))
    assert meeting.status == status


def test_form_and_roles(reading_of) -> None:
    text = "Talks between Russia and Ukraine, mediated by Turkey, were held by video link on Monday."
    (meeting,) = meetings(reading_of(text, "2022-03-15"))
    assert meeting.form == "remote"
    assert meeting.names("party") == ("Russia", "Ukraine")
    assert meeting.names("mediator") == ("Turkey",)


def test_first_person_is_the_speaker(reading_of) -> None:
    text = '"I met Vladimir Putin in Geneva on Monday," Joe Biden said.'
    (meeting,) = meetings(reading_of(text, "2021-06-18"))
    assert {p.name for p in meeting.participants} == {"Joe Biden", "Vladimir Putin"}


def test_bilateral_meetings_with_two_are_two(reading_of) -> None:
    text = "Emmanuel Macron held bilateral meetings with Angela Merkel and Vladimir Putin."
    pairs = [set(m.names()) for m in meetings(reading_of(text, "2019-06-28"))]
    assert pairs == [{"Emmanuel Macron", "Angela Merkel"}, {"Emmanuel Macron", "Vladimir Putin"}]


BACKGROUNDER = """Azerbaijani President Ilham Aliyev could sit down with Armenian Prime Minister Nikol Pashinyan in \
Abu Dhabi next week. It would not be their first encounter.
Aliyev and Pashinyan met in Brussels in December 2021 for talks hosted by Charles Michel.
The Brussels meeting was hailed as a step forward, and the two leaders agreed at the talks to restore a railway.
Pashinyan also telephoned Vladimir Putin in March 2022.
You may also like
Ten recipes for a rainy day"""


def test_one_meeting_told_three_times_is_one_claim(reading_of) -> None:
    claims = meetings(reading_of(BACKGROUNDER, "2025-07-01"))
    brussels = [c for c in claims if c.place is not None and c.place.name == "Brussels"]
    assert len(brussels) == 1
    (claim,) = brussels
    assert claim.when is not None
    assert claim.when.edtf == "2021-12"
    assert {"Ilham Aliyev", "Nikol Pashinyan"} <= set(claim.names("party"))
    assert "Charles Michel" in claim.names()
    assert len(claim.evidence) >= 2
    assert claim.evidence[0].text.startswith("Aliyev and Pashinyan met in Brussels")


def test_other_meetings_of_the_article_stay_apart(reading_of) -> None:
    claims = meetings(reading_of(BACKGROUNDER, "2025-07-01"))
    told = {(c.status, frozenset(c.names("party")), c.form) for c in claims}
    assert ("possible", frozenset({"Ilham Aliyev", "Nikol Pashinyan"}), "in_person") in told
    assert ("happened", frozenset({"Nikol Pashinyan", "Vladimir Putin"}), "remote") in told


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "talks",
        "met",
        "talks " * 400,
        "between and with, of met talks (summit",
        "会談 ミーティング 回談",
        "\u202eمحادثات\u202c met",
    ],
)
def test_odd_text_is_read_without_a_crash(reading_of, text: str) -> None:
    meetings(reading_of(text or " ", "2022-02-10"))


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin met Emmanuel Macron in Moscow. The talks went well. Another round is planned in Paris.\n",
        "they spoke by phone with Vladimir Putin and then met Emmanuel Macron and ",
    ],
)
def test_time_grows_with_the_text_not_with_its_square(reading_of, text: str) -> None:
    short, long = reading_of(text * 60, "2022-02-10"), reading_of(text * 240, "2022-02-10")

    def seconds(reading) -> float:
        started = time.process_time()
        meetings(reading)
        return time.process_time() - started

    # Four times the text: linear is 4, the square would be 16; processor time, since machines are busy.
    assert min(seconds(long) for _ in range(2)) < 11 * min(seconds(short) for _ in range(3)) + 0.05
