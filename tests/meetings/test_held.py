"""What counts as a meeting, and which tellings are of one: deeds that tell of it, talk about talks, nights."""

from __future__ import annotations

import pytest

from parley.claims.meetings import extract
from parley.model.claim import MeetingClaim

pytestmark = pytest.mark.model

PUBLISHED = "2023-03-15"


def told(reading_of, text: str) -> list[MeetingClaim]:
    return [c for c in extract(reading_of(text, published=PUBLISHED), ()) if isinstance(c, MeetingClaim)]


def names(claim: MeetingClaim) -> set[str]:
    return {p.name for p in claim.participants}


def test_two_who_sign_in_one_town_met(reading_of) -> None:
    text = "Sudan and Ethiopia signed a declaration in Juba on Monday."
    (claim,) = told(reading_of, text)
    assert names(claim) == {"Sudan", "Ethiopia"}
    assert claim.place is not None
    assert claim.place.name == "Juba"


def test_a_paper_signed_nowhere_in_particular_is_no_meeting(reading_of) -> None:
    assert told(reading_of, "Sudan and Ethiopia signed a declaration of friendship in 1999, the ministry said.") == []


def test_talks_that_are_not_hampered_are_not_called_off(reading_of) -> None:
    text = "The spokesman said peace talks between Sudan and Ethiopia would not be hampered by the attack."
    assert all(c.status != "not_held" for c in told(reading_of, text))


def test_efforts_to_resume_talks_are_no_talks(reading_of) -> None:
    text = (
        "Sudan and Ethiopia held talks in Juba on Monday. "
        "Kenya sent an envoy on Tuesday in a bid to revive peace negotiations."
    )
    claims = told(reading_of, text)
    assert len(claims) == 1


def test_talks_that_may_collapse_are_those_told_of(reading_of) -> None:
    text = "Sudan and Ethiopia are holding talks in Juba. A diplomat said the talks could collapse at any moment."
    assert len(told(reading_of, text)) == 1


def test_what_a_meeting_is_about_is_no_other_meeting(reading_of) -> None:
    text = "Sudan and Ethiopia opened talks in Juba on Monday. This meeting will focus on the dam, an aide said."
    assert len(told(reading_of, text)) == 1


def test_the_meeting_of_a_dialogue_is_one(reading_of) -> None:
    text = "The European Union will host a meeting of the Belgrade-Pristina dialogue in Brussels on Friday."
    (claim,) = told(reading_of, text)
    assert {"Serbia", "Kosovo"} <= names(claim)


def test_who_has_not_met_since_met_then(reading_of) -> None:
    text = "Filipe Nyusi and Afonso Dhlakama have not met since February 2015, the party said of the peace process."
    (claim,) = told(reading_of, text)
    assert claim.status == "happened"
    assert claim.when is not None
    assert (claim.when.edtf or "").startswith("2015-02")


def test_what_did_not_happen_was_not_held(reading_of) -> None:
    text = "The ministers of Sudan and Ethiopia planned a meeting in Juba on 3 March, but this did not happen."
    claims = told(reading_of, text)
    assert claims
    assert all(c.status == "not_held" for c in claims)


def test_talks_of_the_news_are_not_those_of_months_ago(reading_of) -> None:
    text = (
        "The Yemeni government and the Houthis concluded three days of talks in Amman. "
        "Negotiations between the Yemeni government and the Houthis in August 2022 led to an exchange."
    )
    assert len(told(reading_of, text)) == 2


def test_talks_through_the_night_are_one(reading_of) -> None:
    text = (
        "Petro Poroshenko and Vladimir Putin ended sixteen hours of talks in Minsk on Wednesday. "
        "Poroshenko and Putin had met in Minsk on Tuesday evening."
    )
    (claim,) = told(reading_of, text)
    assert claim.when is not None
    assert claim.when.edtf == "2023-03-14/2023-03-15"


def test_washington_is_one_town(reading_of) -> None:
    text = (
        "Israeli and Lebanese officials met in Washington, D.C., on Monday. "
        "At the Washington meeting, Israeli and Lebanese officials spoke of the border."
    )
    assert len(told(reading_of, text)) == 1


def test_lives_of_artists_are_no_negotiations(reading_of) -> None:
    text = (
        "The drummer grew up by the sea and joined a dance band at fifteen. "
        "In the band he met the bassist Jack Bruce, with whom he wrote his first songs. " + "They played on. " * 40
    )
    assert told(reading_of, text) == []
