"""Names as agencies write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.knowledge.base import surname_keys
from parley.knowledge.tables import fold
from parley.model.reading import Reading
from parley.syntax.quotation_marks import find_stretches, is_name, speech_stretches

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He spoke at the “Silk Road” forum.", []),
        ("He called it “a fair deal” today.", ["a fair deal"]),
        ("He said “Never Again” today.", ["Never Again"]),
        ("They shouted “Peace!” outside.", ["Peace!"]),
    ],
)
def test_quoted_names_are_no_speech(text: str, words: list[str]) -> None:
    assert [text[s.inner_start : s.inner_end] for s in speech_stretches(text)] == words


def test_a_line_that_is_quoted_whole_is_no_name() -> None:
    text = "“Stay Here”"
    assert not is_name(text, find_stretches(text)[0])


def test_particles_of_the_philippines_belong_to_the_surname() -> None:
    assert fold("dela Vega") in surname_keys("Arnel dela Vega", "Philippines")


def parties(reading: Reading, words: str) -> list[str]:
    return [p.name for m in reading.mentions if m.text == words for p in m.parties]


@pytest.mark.model
def test_north_and_south_korea_are_two_states(reading_of: Read) -> None:
    reading = reading_of("The leaders of North and South Korea agreed to meet again in Pyongyang.", "2018-04-27")
    named = {p.name for m in reading.mentions for p in m.parties}
    assert {"Kim Jong Un", "Moon Jae-in"} <= named


@pytest.mark.model
def test_a_korean_name_without_its_hyphen(reading_of: Read) -> None:
    reading = reading_of('"A new era has opened," Moon Jae In said.', "2018-04-27")
    assert parties(reading, "Moon Jae In") == ["Moon Jae In"]
    assert next(p.id for m in reading.mentions for p in m.parties) == "person:moon-jae-in"


@pytest.mark.model
def test_a_lone_surname_of_somebody_known_speaks(reading_of: Read) -> None:
    text = "Pashinian criticized Baku for linking the treaty with a change of Armenia's constitution."
    reading = reading_of(text, "2024-10-24")
    assert [p.kind for m in reading.mentions if m.start == 0 for p in m.parties] == ["person"]


@pytest.mark.model
def test_a_given_name_alone_is_nobody_of_the_tables(reading_of: Read) -> None:
    reading = reading_of("Abdullah added that the army of Sudan and Saudi Arabia wanted to talk.", "2023-05-31")
    assert "King Abdullah" not in {p.name for m in reading.mentions for p in m.parties}


@pytest.mark.model
def test_a_sentence_goes_on_over_a_wrapped_line(reading_of: Read) -> None:
    reading = reading_of("The envoy sought on Tuesday to persuade the group to send\nrepresentatives to the talks.")
    assert len(list(reading.doc.sents)) == 1
