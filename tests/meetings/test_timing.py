"""When a meeting was, as agencies say it: talks before a signing, fronted months, beginnings and ends."""

from __future__ import annotations

import pytest

from parley.claims.meetings import extract
from parley.claims.meetings.timing import as_month, interval
from parley.model.claim import MeetingClaim
from parley.model.when import When

PUBLISHED = "2023-03-15"


def told(reading_of, text: str) -> list[MeetingClaim]:
    return [c for c in extract(reading_of(text, published=PUBLISHED), ()) if isinstance(c, MeetingClaim)]


def names(claim: MeetingClaim, *roles: str) -> set[str]:
    return {p.name for p in claim.participants if p.role in (roles or ("party",))}


def facts(claim: MeetingClaim) -> tuple[str, str | None, str | None]:
    return claim.status, claim.place.name if claim.place else None, claim.when.edtf if claim.when else None


def when(edtf: str, text: str, basis: str = "stated") -> When:
    return When(edtf=edtf, text=text, basis=basis, start=0, end=len(text))


@pytest.mark.parametrize(
    ("edtf", "text", "month"),
    [
        ("2018-07-01/2018-07-10", "early July", "2018-07"),
        ("2018-05-11/2018-05-20", "mid-May", "2018-05"),
        ("2018-06-01/2018-06-10", "earlier in June", "2018-06"),
        ("2018-01/2018-03", "early 2018", "2018-01/2018-03"),
        ("2018-07-09/2018-07-11", "July 9-11", "2018-07-09/2018-07-11"),
        ("2018-07-09/2018-07-15", "earlier this week", "2018-07-09/2018-07-15"),
    ],
)
def test_a_part_of_a_month_is_told_as_the_month(edtf: str, text: str, month: str) -> None:
    told_as = as_month(when(edtf, text))
    assert told_as is not None
    assert (told_as.edtf, told_as.text) == (month, text)


def test_two_days_make_an_interval_only_in_order() -> None:
    first, last = when("2023-03-06", "March 6"), when("2023-03-10", "March 10")
    stretch = interval(first, last)
    assert stretch is not None
    assert stretch.edtf == "2023-03-06/2023-03-10"
    assert interval(last, first) is None
    assert interval(first, None) is None


@pytest.mark.model
def test_those_who_sign_following_talks_held_them_that_day(reading_of) -> None:
    text = (
        "President Salva Kiir and rebel leader Riek Machar signed a deal to end the war on Tuesday following talks in"
    )
    (claim,) = told(reading_of, f"{text} Khartoum.")
    assert names(claim) == {"Salva Kiir", "Riek Machar"}
    assert facts(claim) == ("happened", "Khartoum", "2023-03-14")


@pytest.mark.model
def test_what_is_agreed_at_the_end_of_talks_was_talked_of(reading_of) -> None:
    text = (
        "Narendra Modi and Xi Jinping agreed to reopen the border at the end of their summit talks in Kazan on Monday."
    )
    (claim,) = told(reading_of, f"{text} India and China have long been rivals.")
    assert names(claim) == {"Narendra Modi", "Xi Jinping"}
    assert facts(claim) == ("happened", "Kazan", "2023-03-13")


@pytest.mark.model
def test_those_who_sign_at_a_summit_were_there_not_their_states(reading_of) -> None:
    text = (
        "Kenyan President William Ruto and Somali President Hassan Sheikh Mohamud signed an accord at a summit in Juba"
    )
    (claim,) = told(reading_of, f"{text} on March 10. Kenya and Somalia have been at odds.")
    assert names(claim) == {"William Ruto", "Hassan Sheikh Mohamud"}
    assert facts(claim) == ("happened", "Juba", "2023-03-10")


@pytest.mark.model
def test_a_fronted_month_dates_what_was_brokered(reading_of) -> None:
    (claim,) = told(reading_of, "In January Qatar brokered a surprise meeting between Chad and Sudan.")
    assert (names(claim), names(claim, "mediator")) == ({"Chad", "Sudan"}, {"Qatar"})
    assert facts(claim) == ("happened", None, "2023-01")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Iran and the United States held talks in Muscat because Washington withdrew from the accord in 2018.",
        "Iran and the United States held talks in Muscat for the first time since 2016.",
        "Iran and the United States are holding talks in Muscat, and Iran plans to send envoys over the weekend.",
    ],
)
def test_the_time_of_another_clause_dates_no_meeting(reading_of, text: str) -> None:
    (claim,) = told(reading_of, text)
    assert facts(claim) == ("happened", "Muscat", None)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The talks between Chad and Sudan opened in Algiers on March 6 and ended on March 10.",
        "Chad and Sudan opened talks in Algiers on March 6. The talks between Chad and Sudan wrapped up on March 10.",
    ],
)
def test_beginning_and_end_are_of_one_meeting(reading_of, text: str) -> None:
    (claim,) = told(reading_of, text)
    assert facts(claim) == ("happened", "Algiers", "2023-03-06/2023-03-10")


@pytest.mark.model
def test_a_meeting_announced_and_held_is_one(reading_of) -> None:
    text = "Chad and Sudan will hold talks in Algiers on March 13, officials said. Chad and Sudan held talks in"
    (claim,) = told(reading_of, f"{text} Algiers on March 13.")
    assert facts(claim) == ("happened", "Algiers", "2023-03-13")


@pytest.mark.model
def test_an_adjective_of_two_states_is_nobodys_name(reading_of) -> None:
    (claim,) = told(reading_of, "Russo-Vietnamese talks were held in Hanoi on Monday.")
    assert names(claim) == {"Russia", "Vietnam"}
