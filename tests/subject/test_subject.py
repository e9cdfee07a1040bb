"""Which articles are listened to for agreements and measures."""

from __future__ import annotations

import pytest
import spacy

from parley.claims.subject import concerns_negotiation
from parley.model.reading import Reading
from tests.conftest import make_article

NLP = spacy.blank("en")
FILLER = "The club signed a deal and the observers were happy with the election of its new captain. "


def reading(text: str) -> Reading:
    return Reading(make_article(text), NLP(text))


def test_short_item_is_always_taken() -> None:
    assert concerns_negotiation(reading("They agreed to let convoys in."))


@pytest.mark.parametrize("times", [10, 40])
def test_long_report_on_a_club_is_not(times: int) -> None:
    assert not concerns_negotiation(reading(FILLER * times))


@pytest.mark.parametrize("times", [10, 40])
def test_long_report_on_talks_is(times: int) -> None:
    assert concerns_negotiation(reading(FILLER * times + "The ceasefire talks with the rebels resumed."))


def test_one_word_in_a_long_report_is_not_enough() -> None:
    assert not concerns_negotiation(reading(FILLER * 40 + "It was a conflict of interest."))


def test_a_few_words_in_a_very_long_interview_are_not_enough() -> None:
    text = (
        FILLER * 200
        + "The war of words and the hostage to fortune were settled. The troops of fans left. "
        + FILLER * 200
    )
    assert not concerns_negotiation(reading(text))
