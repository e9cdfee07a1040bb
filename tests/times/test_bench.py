"""The counting of the bench, against cases counted by hand."""

from __future__ import annotations

import json
from datetime import date

import pytest

from parley.bench.times import TimexCounts, annotated_interval, interval_figures, pairs, time_figures
from parley.model.edtf import Interval
from parley.model.reading import TimeExpression


def counted(gold, system):
    counts = TimexCounts()
    counts.add(gold, system)
    return counts


def test_bench_counts_extents_types_and_values():
    gold = [(0, 4, "DATE", "2019"), (10, 15, "DATE", "2020-01"), (20, 30, "DURATION", "P1D")]
    system = [(0, 4, "DATE", "2019"), (8, 15, "TIME", "2020-01"), (40, 44, "DATE", "2021")]
    counts = counted(gold, system)
    assert counts == TimexCounts(gold=3, system=3, strict=1, relaxed=2, value=2, type=1)
    # F1 = 2 x pairs / (3 gold + 3 found)
    assert counts.to_json() == {
        "strict": 33.33,
        "relaxed": 66.67,
        "value": 66.67,
        "type": 33.33,
        "gold": 3,
        "system": 3,
    }


def test_bench_pairs_same_extents_before_overlaps_and_each_once():
    gold = [(0, 10, "DATE", "a"), (12, 14, "DATE", "b")]
    system = [(0, 14, "DATE", "x"), (12, 14, "DATE", "b")]
    assert sorted(pairs(gold, system)) == [(gold[0], system[0]), (gold[1], system[1])]
    # One long expression over two of the gold set pairs with the one it covers most of.
    assert list(pairs(gold, [(0, 14, "DATE", "x")])) == [(gold[0], (0, 14, "DATE", "x"))]


def test_bench_of_nothing_is_perfect_and_of_something_missed_is_not():
    assert counted([], []).to_json()["value"] == 100.0
    assert counted([(0, 1, "DATE", "x")], []).to_json()["value"] == 0.0


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ({"when": "2019-12"}, date(2019, 12, 1), date(2019, 12, 31)),
        ({"when": "2010-09-04T22:30:00"}, date(2010, 9, 4), date(2010, 9, 4)),
        ({"from": "1655", "to": "1660"}, date(1655, 1, 1), date(1660, 12, 31)),
        ({"notAfter": "1846"}, date.min, date(1846, 12, 31)),
    ],
)
def test_bench_intervals_annotated(when, first, last):
    assert annotated_interval(when) == Interval(first, last)


def test_bench_leaves_times_of_day_out():
    assert annotated_interval({"when": "10:45:00"}) is None


def test_bench_counts_intervals():
    document = {
        "dates": [
            [0, 4, "date", {"when": "2019"}],
            [10, 14, "date", {"when": "2020"}],
            [20, 24, "date", {"when": "2021"}],
        ]
    }
    found = [
        TimeExpression(0, 4, "2019", "DATE", "2019", edtf="2019"),
        TimeExpression(10, 14, "2020", "DATE", "2020", edtf="2020-01"),
    ]
    figures = interval_figures(iter([(document, found)]))
    assert figures == {"gold": 3, "dated": 2, "right": 50.0, "right_of_all": 33.33}


def test_bench_without_sets_has_no_figures(tmp_path):
    assert time_figures(tmp_path) == {}


@pytest.mark.model
def test_bench_reads_a_set(tmp_path):
    folder = tmp_path / "times"
    folder.mkdir()
    text = "They met in Paris in December 2019 and talked yesterday."
    line = {"id": "a", "published": "2025-05-13", "text": text}
    line["timex"] = [[21, 34, "DATE", "2019-12", ""], [46, 55, "DATE", "2025-05-11", ""]]
    (folder / "timebank.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    figures = time_figures(tmp_path)
    assert figures == {
        "timebank": {
            "documents": 1,
            "strict": 100.0,
            "relaxed": 100.0,
            "value": 50.0,
            "type": 100.0,
            "gold": 2,
            "system": 2,
        }
    }
