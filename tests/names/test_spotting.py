"""Known names spotted in a text."""

from __future__ import annotations

import pytest

from parley.knowledge import default
from parley.reading.names.spotting import spotter


def spotted(text: str) -> list[str]:
    return [s.text for s in spotter(default()).spots(text)]


def test_longest_name_at_each_place() -> None:
    assert spotted("The Free Aceh Movement and South Sudan met in South Sudanese hotels") == [
        "Free Aceh Movement",
        "South Sudan",
        "South Sudanese",
    ]


@pytest.mark.parametrize("text", ["tell us", "she let it be", "the turkey is ready", "iran", "this is it"])
def test_small_letters_are_no_names(text: str) -> None:
    assert spotted(text) == []


@pytest.mark.parametrize("text", ["Recep Tayyip Erdogan", "RECEP TAYYIP ERDOĞAN", "Recep Tayyip Erdoğan"])
def test_marks_and_capitals_do_not_matter(text: str) -> None:
    assert spotted(text) == [text]


def test_offsets_are_those_of_the_text() -> None:
    text = "“Bashar al-Assad”, Moscow’s ally, e\u0301te\u0301 \U0001f54a Kyiv"
    for spot in spotter(default()).spots(text):
        assert text[spot.start : spot.end] == spot.text
