"""Meetings as agencies and newspapers tell of them: datelines, mediators, sides without a name."""

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


def test_a_dateline_is_no_venue_and_no_part_of_a_name(reading_of) -> None:
    (claim,) = told(
        reading_of, "CAIRO - Talks between Sudan and Ethiopia in Geneva, Switzerland, made progress on Monday."
    )
    assert claim.place is not None
    assert claim.place.name == "Geneva"
    assert claim.name is None


def test_a_bracket_does_not_end_a_list(reading_of) -> None:
    text = "Mediators suspended talks between the Rapid Support Forces (RSF) and the Sudanese army on Monday."
    (claim,) = told(reading_of, text)
    assert len(names(claim)) == 2
    assert claim.status == "happened"


def test_who_stands_before_brokered_is_in_the_middle(reading_of) -> None:
    (claim,) = told(reading_of, "Armenia and Azerbaijan held EU-brokered talks in Brussels on Monday.")
    assert names(claim) == {"Armenia", "Azerbaijan"}
    assert names(claim, "mediator") == {"European Union"}


def test_a_side_without_a_name_takes_part(reading_of) -> None:
    (claim,) = told(
        reading_of, "Negotiations between the Syrian government and the opposition resumed in Geneva on Monday."
    )
    assert "Syria" in names(claim)
    assert any("opposition" in name for name in names(claim))


def test_those_named_replace_what_they_are(reading_of) -> None:
    text = "Libya's rival leaders, Fayez al-Sarraj and Khalifa Haftar, met in Palermo on Monday."
    (claim,) = told(reading_of, text)
    assert names(claim) == {"Fayez al-Sarraj", "Khalifa Haftar"}


def test_a_summit_may_be_held_involving_others(reading_of) -> None:
    (claim,) = told(reading_of, "A summit was held in Luanda on Monday involving Angola, Uganda and Rwanda.")
    assert names(claim) == {"Angola", "Uganda", "Rwanda"}


def test_the_negotiating_table_is_a_meeting(reading_of) -> None:
    (claim,) = told(reading_of, "India and Pakistan returned to the negotiating table in Dubai on Tuesday.")
    assert names(claim) == {"India", "Pakistan"}
    assert claim.when is not None
    assert claim.when.edtf == "2023-03-14"


def test_talks_that_are_only_judged_are_none(reading_of) -> None:
    assert told(reading_of, "The envoy said the dialogue between Serbia and Kosovo is difficult.") == []


def test_a_town_that_no_list_has_is_a_place(reading_of) -> None:
    (claim,) = told(reading_of, "India and Pakistan held talks in the Swedish town of Rimbo on Monday.")
    assert claim.place is not None
    assert claim.place.name == "Rimbo"
