"""EDTF values as days."""

from __future__ import annotations

from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.model.edtf import Interval, interval, is_approximate


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-12-09", "2019-12-09", "2019-12-09"),
        ("2019-12-09T14:30", "2019-12-09", "2019-12-09"),
        ("2014/2015", "2014-01-01", "2015-12-31"),
        ("2022-10/2022-12", "2022-10-01", "2022-12-31"),
        ("2014/..", "2014-01-01", "9999-12-31"),
        ("../2014-03", "0001-01-01", "2014-03-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2014-XX", "2014-01-01", "2014-12-31"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2022-34", "2022-04-01", "2022-06-30"),
        ("2019-12~", "2019-12-01", "2019-12-31"),
    ],
)
def test_interval_gives_first_and_last_day(value, first, last):
    assert interval(value) == Interval(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", [None, "", "yesterday", "2019-02-31", "2019-13", "20255", "2020/2019", "0000", "2019-1"]
)
def test_interval_is_none_for_what_is_no_date(value):
    assert interval(value) is None


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), st.integers(min_value=4, max_value=10))
def test_interval_agrees_with_the_edtf_package(day, length):
    value = day.isoformat()[: {4: 4, 5: 4, 6: 4, 7: 7, 8: 7, 9: 7, 10: 10}[length]]
    parsed = edtf.parse_edtf(value)
    ours = interval(value)
    assert ours is not None
    assert ours.first == date(*parsed.lower_strict()[:3])
    assert ours.last == date(*parsed.upper_strict()[:3])


def test_less_precise_agrees_with_more_precise():
    month, day, other = interval("2019-12"), interval("2019-12-09"), interval("2019-11-30")
    assert month and day and other
    assert day.within(month)
    assert month.overlaps(day)
    assert not month.overlaps(other)
    assert month.gap(other) == 1


def test_approximate_is_marked_not_widened():
    assert is_approximate("2019-12~")
    assert interval("2019-12~") == interval("2019-12")
