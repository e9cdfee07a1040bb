"""Engines give the results of `map`, in order, wherever the work is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import parley
from parley import registry
from parley.engines.pool import PoolEngine
from parley.pipeline import read_into, read_items, read_items_on
from parley.sources.build import build_article


def double(number: int) -> int:
    if number == 13:
        raise ValueError("thirteen")
    return number * 2


@pytest.mark.parametrize("name", registry.names("engines"))
def test_results_come_in_the_order_of_the_items(name: str) -> None:
    engine = registry.load("engines", name)()
    assert list(engine.map(double, iter(range(12)))) == [n * 2 for n in range(12)]
    assert list(engine.map(double, [])) == []


def test_what_fails_in_a_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="thirteen"):
        list(PoolEngine(2).map(double, range(10, 20)))


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000, 2000):
            taken.append(number)
            yield number

    results = PoolEngine(2).map(double, items())
    assert next(results) == 2000 and len(taken) <= 8
    results.close()  # type: ignore[attr-defined]
    assert len(taken) <= 8


@pytest.mark.model
def test_a_pool_reads_what_one_process_reads(tmp_path: Path) -> None:
    texts = [
        f"Vladimir Putin met Angela Merkel in Berlin on {day} March 2019. They agreed on a truce."
        for day in range(1, 21)
    ]
    articles = [build_article(text, uri=f"{n}", published="2019-04-01") for n, text in enumerate(texts)]
    alone = list(read_items(articles))
    assert list(read_items_on(PoolEngine(2), articles)) == alone and len(alone) == 20
    exports = []
    for engine in (None, PoolEngine(2)):
        with parley.Record(None) as record:
            list(read_into(record.store, articles, engine))
            exports.append(record.entries.to_json_text())
    assert exports[0] == exports[1]
