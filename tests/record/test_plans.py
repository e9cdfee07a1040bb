"""A meeting that is announced, confirmed, moved and held is one entry with a history."""

from __future__ import annotations

from parley.answers import history
from parley.record import derive
from tests.record.building import article, meeting

TWO = "Vladimir Putin, Xi Jinping"


def _record(*rows):
    made = []
    for published, status, when, *rest in rows:
        text = rest[0] if rest else f"A report of {published}, {status}."
        of = article(published, text)
        place = rest[1] if len(rest) > 1 else "Astana"
        made.append((of, meeting(of, TWO, when, place, status=status)))
    return derive([a for a, _ in made], [c for _, c in made])


def _steps(record):
    (entry,) = record.meetings
    return [(s.published, s.what) for s in entry.history], entry.when.edtf, entry.disputes


def test_announced_confirmed_held():
    record = _record(
        ("2021-05-01", "planned", "2021-05-10/2021-05-16"),
        ("2021-05-07", "planned", "2021-05-12"),
        ("2021-05-13", "happened", "2021-05-12"),
    )
    steps = [("2021-05-01", "announced"), ("2021-05-07", "confirmed"), ("2021-05-13", "held")]
    assert _steps(record) == (steps, "2021-05-12", ())


def test_announced_for_next_week_without_a_place():
    record = _record(
        ("2021-05-07", "planned", "2021-05-10/2021-05-16", "They will meet next week.", None),
        ("2021-05-13", "happened", "2021-05-12"),
    )
    assert _steps(record) == ([("2021-05-07", "announced"), ("2021-05-13", "held")], "2021-05-12", ())


def test_announced_without_any_day():
    record = _record(
        ("2021-05-07", "planned", None, "They will meet soon.", None), ("2021-05-13", "happened", "2021-05-12"),
    )  # fmt: skip
    assert _steps(record)[0] == [("2021-05-07", "announced"), ("2021-05-13", "held")]


def test_put_off_and_held():
    record = _record(
        ("2021-05-01", "planned", "2021-05-12"),
        ("2021-05-09", "planned", "2021-05-20", "The talks planned for 12 May were postponed to 20 May."),
        ("2021-05-21", "happened", "2021-05-20"),
    )
    steps = [("2021-05-01", "announced"), ("2021-05-09", "moved"), ("2021-05-21", "held")]
    assert _steps(record) == (steps, "2021-05-20", ())
    lines = history(record, record.meetings[0].id)
    assert any("9 May 2021: moved to 20 May 2021" in line for line in lines)


def test_put_off_and_not_yet_held_is_shown_with_the_new_day():
    record = _record(
        ("2021-05-01", "planned", "2021-05-12"),
        ("2021-05-09", "planned", "2021-05-20", "It was put off to 20 May."),
    )
    assert _steps(record) == ([("2021-05-01", "announced"), ("2021-05-09", "moved")], "2021-05-20", ())


def test_two_plans_that_nobody_says_are_one_stay_two():
    record = _record(("2021-05-01", "planned", "2021-05-12"), ("2021-05-15", "happened", "2021-05-14"))
    assert len(record.meetings) == 2
    weekly = _record(
        ("2021-05-01", "planned", "2021-05-12"), ("2021-05-13", "happened", "2021-05-12"),
        ("2021-05-14", "planned", "2021-05-19"), ("2021-05-20", "happened", "2021-05-19"),
    )  # fmt: skip
    assert len(weekly.meetings) == 2


def test_announced_and_cancelled():
    record = _record(
        ("2021-05-01", "planned", "2021-05-12"), ("2021-05-10", "not_held", "2021-05-12"),
    )  # fmt: skip
    assert _steps(record)[0] == [("2021-05-01", "announced"), ("2021-05-10", "cancelled")]
    assert record.meetings[0].status == "not_held"
