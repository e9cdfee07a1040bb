"""Quotation marks: pairing, nesting, other scripts' marks, and marks that are missing."""

from __future__ import annotations

import time

import pytest

from parley.syntax.quotation_marks import find_stretches, join_continued


def inner(text: str, depth: int | None = 0) -> list[str]:
    return [text[s.inner_start : s.inner_end] for s in find_stretches(text) if depth is None or s.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we left" and went.', ["we left"]),
        ("He said “we left” and went.", ["we left"]),
        ("He said «we left» and went.", ["we left"]),
        ("Er sagte „wir gehen“ und ging.", ["wir gehen"]),
        ("彼は「行く」と言った。", ["行く"]),
        ("He said ‘we left’ and went.", ["we left"]),
        ("He said 'we left' and went.", ["we left"]),
        ("He said ''we left'' and went.", ["we left"]),
        ("The leaders' talks in the '90s didn't help Kyiv's case.", []),
        ("The leaders’ talks didn’t help Kyiv’s case.", []),
        ("‘The leaders’ talks didn’t fail,’ he said.", ["The leaders’ talks didn’t fail,"]),
        ('"Yes," he said. "No."', ["Yes,", "No."]),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_marks_nested_single_in_double() -> None:
    text = "“My neighbour asked, ‘So is it over?’” she wrote."
    assert inner(text) == ["My neighbour asked, ‘So is it over?’"]
    assert inner(text, depth=1) == ["So is it over?"]


def test_marks_apostrophe_in_nested_quote_closes_nothing() -> None:
    assert inner("“It’s the leaders’ war,” he said.") == ["It’s the leaders’ war,"]


@pytest.mark.parametrize("mark", ['"', "“", "«"])
def test_marks_missing_close_costs_one_paragraph(mark: str) -> None:
    text = f'He said {mark}we left and went.\nShe said "we stay" twice.'
    assert inner(text) == ["we left and went.", "we stay"]


def test_marks_missing_open_is_put_at_the_start() -> None:
    text = "We will not go,” he said.\nShe said “we stay” twice."
    assert inner(text) == ["We will not go,", "we stay"]


def test_marks_speech_over_paragraphs_is_one_group() -> None:
    text = "“We began in May.\n“We ended in June,” he said.\n“Never.”"
    groups = join_continued(find_stretches(text), text)
    assert [len(g) for g in groups] == [2, 1]


def test_marks_closed_paragraphs_are_apart() -> None:
    text = "“We began in May.”\n“We ended in June,” he said."
    assert len(join_continued(find_stretches(text), text)) == 2


@pytest.mark.parametrize("unit", ["He said \"a “b ‘c 'd ", "” x ", "“ x ", "' x", '"', "«‹“‘", "é 「ب"])
def test_marks_take_linear_time(unit: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find_stretches(text)
        return time.process_time() - start

    small = min(seconds(unit * 10_000) for _ in range(3))
    large = min(seconds(unit * 40_000) for _ in range(3))
    # Four times the text: linear is 4, the square would be 16; processor time, since machines are busy.
    assert large < 9 * small + 0.1
