"""Stretches of days that EDTF values cover, and the note on a count of years that does not fit."""

from __future__ import annotations

import pytest

from parley.claims.meetings.spans import bounds, noted, precision
from parley.model.when import When


def when(edtf: str | None, text: str = "then") -> When:
    return When(edtf=edtf, text=text, basis="stated", start=0, end=len(text))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2019-12-09", ("2019-12-09", "2019-12-09")),
        ("2019-12", ("2019-12-00", "2019-12-99")),
        ("2019~", ("2019-00-00", "2019-99-99")),
        ("201X", ("2010-00-00", "2019-99-99")),
        ("2022-24", ("2022-12-01", "2022-12-99")),
        ("2014/2015", ("2014-00-00", "2015-99-99")),
        ("../2015", ("0000-00-00", "2015-99-99")),
        ("2015/..", ("2015-00-00", "9999-99-99")),
        ("2019-12-09T18:00", ("2019-12-09", "2019-12-09")),
        ("some day", None),
        ("", None),
        ("1-2-3-4", None),
    ],
)
def test_bounds(edtf: str, expected: tuple[str, str] | None) -> None:
    assert bounds(edtf) == expected


def test_precision_grows_as_the_span_narrows() -> None:
    values = [None, when(None), when("2014/2015"), when("2019"), when("2019-12"), when("2019-12-09")]
    ranks = [precision(v) for v in values]
    assert ranks == sorted(ranks)
    assert ranks[-1] > ranks[-2] > ranks[-3] > 0


def test_noted_keeps_the_month_and_notes_the_odd_count() -> None:
    kept = noted(when("2019-12"), when("2019", "six years ago"), "2025-05-13")
    assert kept is not None
    assert kept.edtf == "2019-12"
    assert kept.note is not None
    assert "six years ago" in kept.note


@pytest.mark.parametrize(
    ("other", "published"),
    [
        ("five years ago", "2025-05-13"),
        ("six years ago", None),
        ("last winter", "2025-05-13"),
        ("a year ago", "2021-01-01"),
    ],
)
def test_noted_says_nothing_where_nothing_is_odd(other: str, published: str | None) -> None:
    kept = noted(when("2019-12"), when("2019", other), published)
    assert kept is not None
    assert kept.note is None
