"""Whose meeting it is: sides that grammar, the article or the meetings told before supply."""

from __future__ import annotations

import pytest

from parley.claims.meetings import extract
from parley.model.claim import MeetingClaim

pytestmark = pytest.mark.model

PUBLISHED = "2023-03-15"


def told(reading_of, text: str) -> list[MeetingClaim]:
    return [c for c in extract(reading_of(text, published=PUBLISHED), ()) if isinstance(c, MeetingClaim)]


def names(claim: MeetingClaim, *roles: str) -> set[str]:
    return {p.name for p in claim.participants if p.role in (roles or ("party",))}


def test_those_who_are_kept_from_meeting_are_the_sides(reading_of) -> None:
    text = (
        "Colombia and the ELN held talks in Quito in January. "
        "Heavy rain prevented the two sides from meeting on Monday, the host said."
    )
    claims = told(reading_of, text)
    (missed,) = [c for c in claims if c.status == "not_held"]
    assert names(missed) == {"Colombia", "ELN"}


def test_who_agrees_after_holding_talks_held_them(reading_of) -> None:
    text = "The presidents of Armenia and Azerbaijan signed nothing after holding talks in Brussels on Monday."
    (claim,) = told(reading_of, text)
    assert len(names(claim)) == 2


def test_who_signs_at_a_summit_is_there(reading_of) -> None:
    text = "Abiy Ahmed and Isaias Afwerki are set to sign a treaty at a summit in Asmara on Friday."
    (claim,) = told(reading_of, text)
    assert names(claim) == {"Abiy Ahmed", "Isaias Afwerki"}


def test_one_people_has_two_sides(reading_of) -> None:
    (claim,) = told(reading_of, "The inter-Korean talks were held in Seoul on Monday.")
    assert names(claim) == {"North Korea", "South Korea"}


def test_leaders_named_sit_at_the_summit_of_their_states(reading_of) -> None:
    text = (
        "North Korea and South Korea agreed on a rail link after a summit in Seoul on Monday. "
        "Yoon Suk Yeol and Kim Jong Un waved to the crowd."
    )
    claims = told(reading_of, text)
    assert any(len(names(c)) == 2 and all(p.kind == "person" for p in c.participants) for c in claims)


def test_invited_guests_come(reading_of) -> None:
    text = "The chancellor hopes to invite Nikol Pashinyan and Ilham Aliyev to a meeting in Berlin in May."
    claims = told(reading_of, text)
    assert any({"Nikol Pashinyan", "Ilham Aliyev"} <= names(c) for c in claims)


def test_an_envoy_who_meets_both_sides_meets_them(reading_of) -> None:
    text = (
        "Talks between Sudan and Ethiopia opened in Cairo on Monday. "
        "The African Union envoy Olusegun Obasanjo met both delegations on Tuesday."
    )
    claims = told(reading_of, text)
    assert any({"Olusegun Obasanjo", "Sudan", "Ethiopia"} <= names(c) for c in claims)


def test_who_acts_as_mediator_between_two_is_no_side(reading_of) -> None:
    text = "Egypt and Qatar acted as mediators between Israel and Hamas in weeks of talks in Cairo."
    (claim,) = told(reading_of, text)
    assert names(claim) == {"Israel", "Hamas"}
    assert names(claim, "mediator") == {"Egypt", "Qatar"}


def test_a_country_before_the_noun_may_be_the_venue(reading_of) -> None:
    text = (
        "Sudan and Ethiopia held talks in Kenya on Monday. "
        "At the Kenya talks, Sudan asked for a road. The Kenya talks went on until night."
    )
    claims = told(reading_of, text)
    assert all("Kenya" not in names(c) for c in claims)


def test_the_government_of_a_person_is_a_state(reading_of) -> None:
    text = "Delegations from the government of Nicolás Maduro and the opposition met in Oslo on Monday."
    (claim,) = told(reading_of, text)
    assert "Venezuela" in names(claim)


def test_the_government_in_a_capital_is_its_state(reading_of) -> None:
    text = "The American envoy Zalmay Khalilzad briefed the government in Kabul on Monday about the talks."
    claims = told(reading_of, text)
    assert any("Afghanistan" in names(c) for c in claims)


def test_rebels_go_by_the_name_of_the_movement(reading_of) -> None:
    text = (
        "Yemen and the Houthis exchanged prisoners in January. "
        "Negotiators for the Yemeni government and the rebels met in Amman on Monday."
    )
    claims = told(reading_of, text)
    assert any(names(c) == {"Yemen", "Houthis"} for c in claims)


def test_a_body_of_two_sides_meets_alone(reading_of) -> None:
    text = (
        "The joint military committee convened in Sirte on Sunday to discuss the ceasefire. "
        "The committee last met in Cairo in June 2022."
    )
    claims = told(reading_of, text)
    assert len(claims) == 2
    assert all(any("committee" in name for name in names(c)) for c in claims)


def test_what_was_promised_at_a_press_conference_is_no_meeting(reading_of) -> None:
    text = "Antony Blinken met with reporters in Geneva on Monday after the peace talks were put off."
    assert all("reporters" not in names(c) for c in told(reading_of, text))
    assert all(len(names(c)) != 1 or c.status != "happened" for c in told(reading_of, text))
