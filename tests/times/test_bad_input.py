"""Nothing crashes, nothing grows with the square of the length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.times.ranges import completed
from parley.reading.times.recognise import recognise
from parley.reading.times.scan import scan

PIECES = st.sampled_from(
    "31 February 2021 , . - – ' 's the of in from to and 0 99 20255 00:99 25:61 p.m. BC 1/0/00 99/99/9999 2 1/0 years"
    " ago last next third quarter century May nineteen ninety hundred thousand 1990s '90s 5th since until 战争 день"
    " \n\n first half twenty years-old".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(PIECES, max_size=25), published=st.sampled_from([None, "0001-01-01", "2025-05-13", "9999-12-31"]))
def test_bad_input_never_crashes(times_of, words, published):
    text = " ".join(words)
    for found in times_of(text, published):
        assert text[found.start : found.end] == found.text


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200))
def test_bad_input_of_any_script(times_of, text):
    for found in times_of(text, "2025-05-13"):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    ["In 10000 BC it rained.", "In 99999999999 they met.", "In the 999th century it was.", "Nine hundred years ago."],
)
def test_bad_input_far_years(times_of, text):
    times_of(text, "2025-05-13")


def _seconds(text: str) -> float:
    began = time.process_time()
    completed(list(recognise(scan(text))), scan(text))
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    [
        "On Monday, March 3, 2014, they met for three days and a half in the spring of that year. ",
        "1 - 2 - 3 and 4 , 5 ",
        "twenty two twenty two ",
        "of the early late the end of the ",
        "word ",
    ],
)
def test_bad_input_time_grows_with_the_length(piece):
    short = piece * (4_000 // len(piece))
    _seconds(short)
    one, four = min(_seconds(short) for _ in range(3)), min(_seconds(short * 4) for _ in range(2))
    assert four < 8 * one + 0.05  # linear is 4, quadratic 16


def test_bad_input_find_times_grows_with_the_length(times_of):
    text = "They met in May 2014 and again in June. The next day they left for three weeks, he said. "

    def seconds(repeats: int) -> float:
        began = time.process_time()
        times_of(text * repeats, "2025-05-13")
        return time.process_time() - began

    seconds(50)
    one, four = min(seconds(100) for _ in range(3)), min(seconds(400) for _ in range(2))
    assert four < 8 * one + 0.05
