"""Dates and questions in words."""

from __future__ import annotations

from datetime import date

import pytest

from parley.answers.dates import find_dates
from parley.answers.phrasing import listed, short_name, time_in_words, times_in_words
from parley.model.edtf import Interval
from tests.record.normandy import person


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-12-09", "on 9 December 2019"),
        ("2019-12", "in December 2019"),
        ("2019", "in 2019"),
        ("2014/2015", "in 2014 and 2015"),
        ("2014/2019", "between 2014 and 2019"),
        ("2022-10/2022-12", "in late 2022"),
        ("2025-06-21/2025-06-30", "in late June 2025"),
        ("2022-21", "in the spring of 2022"),
        ("201X", "in the 2010s"),
        ("2019-12~", "in about December 2019"),
        ("2014/..", "since 2014"),
        ("2025-05-15T14:00", "on 15 May 2025"),
        (None, ""),
        ("soon", ""),
    ],
)
def test_time_in_words(edtf, words):
    assert time_in_words(edtf) == words


@pytest.mark.parametrize(
    ("question", "first", "last", "words"),
    [
        ("in December 2019", "2019-12-01", "2019-12-31", "in December 2019"),
        ("on 9 December 2019", "2019-12-09", "2019-12-09", "on 9 December 2019"),
        ("on December 9, 2019", "2019-12-09", "2019-12-09", "on December 9, 2019"),
        ("since 2022", "2022-01-01", "9999-12-31", "since 2022"),
        ("after May 2022", "2022-06-01", "9999-12-31", "after May 2022"),
        ("before 2019", "0001-01-01", "2018-12-31", "before 2019"),
        ("by the end of 2019", "0001-01-01", "2019-12-31", "by 2019"),
        ("between 2019 and 2021", "2019-01-01", "2021-12-31", "between 2019 and 2021"),
        ("between May and July 2025", "2025-05-01", "2025-07-31", "between May and July 2025"),
        ("from 1 May 2019 to 2019-05-03", "2019-05-01", "2019-05-03", "between 1 May 2019 and 2019-05-03"),
        ("in late 2022", "2022-09-01", "2022-12-31", "in late 2022"),
        ("in the summer of 2014", "2014-06-01", "2014-08-31", "in summer of 2014"),
    ],
)
def test_dates_of_a_question(question, first, last, words):
    found = find_dates(f"Did they meet {question}?")
    assert found.window == Interval(date.fromisoformat(first), date.fromisoformat(last))
    assert found.words == words


def test_dates_that_are_none():
    assert find_dates("Did they meet on 31 February 2020?").bad == "31 February 2020"
    assert find_dates("May they meet?").window is None


def test_lists_names_and_counts():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert [times_in_words(n) for n in (0, 1, 2, 3, 14)] == ["never", "once", "twice", "three times", "14 times"]
    assert short_name(person("Mohammed bin Salman", None)) == "bin Salman"
    assert short_name(person("Volodymyr Zelensky", None)) == "Zelensky"
