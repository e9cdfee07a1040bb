"""Who "the two sides", "the government" and "the group" are, and who is only a host, a helper or a stand-in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.model.reading import Reading

pytestmark = pytest.mark.model


def parties(reading: Reading, words: str) -> list[str]:
    at = reading.article.text.index(words)
    (mention,) = reading.mentions_in(at, at + 1)
    return sorted(party.name for party in mention.parties)


def test_a_host_is_no_side(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of(
        "AMMAN, Jordan - The Yemeni government and the Houthi rebels agreed on Tuesday to swap prisoners in Jordan.\n"
        "The two sides had met in Sweden in December."
    )
    assert parties(reading, "The two sides") == ["Houthis", "Yemen"]
    assert sorted(party.name for party in reading.sides) == ["Houthis", "Yemen"]


def test_the_government_of_somebody(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of(
        "Barbados hosted the talks. Barbados thanked the government of President Nicolas Maduro on Monday.",
        published="2019-07-11",
    )
    assert parties(reading, "the government") == ["Venezuela"]


def test_the_group_is_the_one_named_last(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("A Hamas official spoke in Cairo. He said the group rejected the offer. The RSF was silent.")
    assert parties(reading, "the group") == ["Hamas"]


def test_advisers_stand_for_the_states(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("Advisers to the leaders of France and Germany met in Paris.", published="2019-12-01")
    assert parties(reading, "the leaders") == ["France", "Germany"]


def test_two_people_joined_by_a_hyphen(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of("Kurti-Vučić talks failed in Brussels.", published="2023-03-01")
    assert parties(reading, "Kurti-Vučić") == sorted(["Albin Kurti", "Aleksandar Vučić"])
