"""When, where, how and whether a meeting was held, on sentences of our own."""

from __future__ import annotations

import pytest

from parley.claims.meetings import extract
from parley.model.claim import MeetingClaim

pytestmark = pytest.mark.model

# A Wednesday.
PUBLISHED = "2025-05-14"


def told(reading_of, text: str) -> list[MeetingClaim]:
    return [c for c in extract(reading_of(text, published=PUBLISHED), ()) if isinstance(c, MeetingClaim)]


def edtf(claim: MeetingClaim) -> str | None:
    return claim.when.edtf if claim.when is not None else None


def place(claim: MeetingClaim) -> str | None:
    return claim.place.name if claim.place is not None else None


TIMES = [
    ("Iran and Oman ended two days of talks in Muscat on Monday.", "2025-05-11/2025-05-12"),
    ("Iran and Oman opened three-day talks in Muscat on Sunday.", "2025-05-11/2025-05-13"),
    ("Iran and Oman held talks in Muscat on Monday and Tuesday.", "2025-05-12/2025-05-13"),
    ("Iran and Oman held talks in Muscat on 3 and 4 May.", "2025-05-03/2025-05-04"),
    ("Iran and Oman held talks in Muscat in early 2014.", "2014"),
    ("Iran said on Monday talks between Tehran and Muscat had been useful.", None),
    ("Iran and Oman held their first talks since the attack in March.", None),
    ("Iran and Oman have been in talks in Muscat since March.", "2025-03/.."),
    ("The Iranian side released two sailors on Monday following talks with Oman.", "2025-05-12"),
    ("Iran and Oman resumed talks after a long pause this morning in Muscat.", "2025-05-14"),
    ("Iran and Oman begin a two-day meeting on Friday in Muscat.", "2025-05-16/2025-05-17"),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_when(reading_of, text: str, expected: str | None) -> None:
    assert edtf(told(reading_of, text)[0]) == expected


PLACES = [
    ("Iran and Oman held talks on Monday in the Omani port city of Salalah.", "Salalah"),
    ("Iran and Oman met on Monday in the Washington suburb of Arlington.", "Arlington"),
    ("Iran met Oman for talks on Monday on reaching a truce in Gaza.", None),
    ("Iran's Abbas Araqchi flew to Muscat on Monday, where he held talks with Badr al-Busaidi.", "Muscat"),
    ("Iran's Abbas Araqchi visited Muscat on Monday for talks with Badr al-Busaidi.", "Muscat"),
    ("Muscat, May 14: Iran and Oman held talks here on Monday.", "Muscat"),
    ("Iran and Oman agreed on Monday to meet again after two days of talks in Muscat.", None),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_where(reading_of, text: str, expected: str | None) -> None:
    assert place(told(reading_of, text)[0]) == expected


STATUSES = [
    ("Iran withdrew from talks with Oman in April.", "happened"),
    ("Six days of talks between Iran and Oman were put on hold on Monday.", "happened"),
    ("Peace talks between Iran and Oman that open in Muscat next week will be short.", "planned"),
    ("A meeting between Iran and Oman was scheduled to be held in Rome on May 3, but it was postponed.", "not_held"),
    ("A previous attempt to hold talks between Iran and Oman in Rome in March collapsed.", "not_held"),
    ("That led to direct talks in Rome between Iran and Oman.", "happened"),
    ("Iran and Oman agreed on Monday after long negotiations to hold a summit in Rome.", "planned"),
    ("The talks between Iran and Oman stalled in 2018.", "happened"),
    ("The talks between Iran and Oman were organised by Qatar.", "happened"),
]


@pytest.mark.parametrize(("text", "expected"), STATUSES)
def test_whether(reading_of, text: str, expected: str) -> None:
    assert expected in {c.status for c in told(reading_of, text)}


FORMS = [
    ("Abbas Araqchi met Badr al-Busaidi on Monday.", "in_person"),
    ("Abbas Araqchi spoke by telephone with Badr al-Busaidi from Rome on Monday.", "remote"),
    ("Iran and Oman held talks on Monday.", "unknown"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_how(reading_of, text: str, expected: str) -> None:
    (claim,) = told(reading_of, text)
    assert claim.form == expected
    assert claim.form != "remote" or claim.place is None


def test_an_arrival_before_dates_and_places_what_follows(reading_of) -> None:
    text = "Abbas Araqchi flew to Muscat on Monday. He held talks with Badr al-Busaidi on shipping."
    (claim,) = told(reading_of, text)
    assert (edtf(claim), place(claim)) == ("2025-05-12", "Muscat")


def test_the_length_may_stand_in_another_sentence(reading_of) -> None:
    text = (
        "Talks between Iran and Oman ended on Monday in Muscat without a deal. "
        "Officials said Iran and Oman had made some headway during the two days of talks in Muscat."
    )
    assert "2025-05-11/2025-05-12" in {edtf(c) for c in told(reading_of, text)}


def test_an_hour_is_of_the_day_told_before(reading_of) -> None:
    text = "Iran was visited by Oman on Monday. Iran and Oman met around 1:30 p.m. in Muscat."
    assert edtf(told(reading_of, text)[-1]) == "2025-05-12"


def test_days_are_no_names(reading_of) -> None:
    (claim,) = told(reading_of, "The May 12 talks between Iran and Oman in Muscat brought nothing new.")
    assert claim.name is None


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Salva Kiir is due to meet Riek Machar on Friday.", "planned", "2025-05-16"),
        ("Antonio Guterres flew on Monday to Cairo, where he met Abdel Fattah al-Sisi.", "happened", "2025-05-12"),
        ("On Monday Antonio Guterres travelled to Tripoli to meet Khalifa Haftar.", "happened", "2025-05-12"),
        ("Omar al-Bashir, who had planned to meet Salva Kiir in Juba, called it off.", "not_held", None),
    ],
)
def test_the_way_to_a_meeting_and_plans_given_up(reading_of, text: str, status: str, day: str | None) -> None:
    (meeting,) = told(reading_of, text)
    assert (meeting.status, edtf(meeting)) == (status, day)


@pytest.mark.parametrize(
    ("text", "where", "day"),
    [
        ("Iran and Oman met on the sidelines of the Munich Security Conference on Monday.", "Munich", "2025-05-12"),
        ("Iran and Oman met on the sidelines of a conference in New York.", "New York", None),
        ("Iran and Oman held talks in Muscat before Iran freed two sailors on Monday.", "Muscat", None),
        ("Iran and Oman will meet again in Muscat in January.", "Muscat", "2026-01"),
        ("Iran and Oman on Monday resumed talks in Muscat that were broken off in March.", "Muscat", "2025-05-12"),
    ],
)
def test_beside_another_occasion(reading_of, text: str, where: str, day: str | None) -> None:
    assert (where, day) in {(place(m), edtf(m)) for m in told(reading_of, text)}


def test_ruled_out_and_offered(reading_of) -> None:
    (out,) = told(reading_of, "Iran has ruled out talks with Oman.")
    assert (out.status, len(out.participants)) == ("not_held", 2)
    (offered,) = told(reading_of, "Iran offered talks to Oman.")
    assert (offered.status, len(offered.participants)) == ("possible", 2)


def test_what_only_says_more_of_a_meeting(reading_of) -> None:
    text = "Sergei Lavrov and Dmytro Kuleba met in Antalya on Monday, the first such contact since the invasion."
    (meeting,) = told(reading_of, text)
    assert (meeting.status, place(meeting), edtf(meeting)) == ("happened", "Antalya", "2025-05-12")


def test_failing_to_agree_at_talks_is_no_failure_to_meet(reading_of) -> None:
    (meeting,) = told(reading_of, "Kosovo and Serbia failed to reach a deal at talks in Brussels on Monday.")
    assert meeting.status == "happened"
    (missed,) = told(reading_of, "Kosovo failed to attend talks with Serbia in Brussels on Monday.")
    assert missed.status == "not_held"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Iran and Oman left Muscat on Tuesday without signing a truce after eight hours of talks.", "Muscat"),
        ("Salva Kiir and Riek Machar met face to face for the first time in two years in Addis Ababa.", "Addis Ababa"),
    ],
)
def test_places_left_and_places_far_behind(reading_of, text: str, where: str) -> None:
    assert [place(m) for m in told(reading_of, text)] == [where]
