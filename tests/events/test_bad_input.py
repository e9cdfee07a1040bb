"""Status, attachment and events on text that is no news: no crash, and time that grows with the length."""

from __future__ import annotations

import time

import pytest

from parley.claims.attach import place_of, time_of
from parley.claims.events import event_annotations, extract

pytestmark = pytest.mark.model

ODD_TEXTS = [
    "",
    " \n\t ",
    "!!! ??? ...",
    "атака на город",
    "攻击 会谈 \U0001f600",
    "attacked attacked attacked",
    "not not never no",
    "by of on with against",
    "\ufffd\x00 invaded \x1b",
    "if unless whether will would could not",
]


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_events_survive_odd_text(reading_of, text):
    reading = reading_of(text)
    event_annotations(reading)
    list(extract(reading, ()))
    for token in reading.doc:
        reading.status_of(token)
        time_of(reading, token)
        place_of(reading, token)


def test_events_time_grows_with_length(reading_of):
    sentence = "Russia attacked the town and Ukraine imposed sanctions and the EU released aid and "

    def seconds(times: int) -> float:
        reading = reading_of(sentence * times + "left.", "2024-05-01")
        taken = []
        for _ in range(2):
            start = time.process_time()
            event_annotations(reading)
            list(extract(reading, ()))
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(5)
    short, long = seconds(60), seconds(240)
    # four times the text: 4 if linear, 16 if it grows with the square
    assert long < 9 * short + 0.05


@pytest.mark.parametrize("clause", ["He said that she said that ", "talks of talks about the meeting of "])
def test_status_time_grows_with_depth(clause):
    from parley.reading.parse import pipeline
    from parley.syntax.modality import event_status

    def seconds(times: int) -> float:
        doc = pipeline()(clause * times + "them.")
        start = time.process_time()
        for token in doc:
            event_status(token)
        return time.process_time() - start

    seconds(5)
    # four times the depth: 4 if linear, 16 if it grows with the square
    assert seconds(320) < 9 * seconds(80) + 0.05
