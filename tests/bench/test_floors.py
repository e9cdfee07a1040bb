"""No figure falls below its floor; the floors' file, the table of the best known, and what is not found."""

from __future__ import annotations

import json
import os
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from parley.bench import SUITES, Figure, Missing, pinned, run

FLOORS = tomllib.loads(files("parley.bench").joinpath("floors.toml").read_text(encoding="utf-8"))
BEST = tomllib.loads(files("parley.bench").joinpath("best_known.toml").read_text(encoding="utf-8"))


@pytest.mark.gold
@pytest.mark.model
@pytest.mark.skipif(not os.environ.get("PARLEY_GOLD"), reason="PARLEY_GOLD names no folder of gold sets")
@pytest.mark.parametrize("suite", [suite for suite in SUITES if suite != "speed"])
def test_figures_hold_their_floors(suite: str) -> None:
    found = list(run([suite], Path(os.environ["PARLEY_GOLD"]), quick=True))
    assert [item for item in found if isinstance(item, Missing)] == []
    figures = [item for item in found if isinstance(item, Figure)]
    fallen = {figure.key: (figure.value, figure.floor) for figure in figures if figure.fallen}
    assert not fallen
    expected = {key for key in FLOORS["quick"] if key.startswith(f"{suite}.")}
    assert expected and expected <= {figure.key for figure in figures}


def test_figure_below_its_floor_is_told() -> None:
    key, floor = next(iter(FLOORS["quick"].items()))
    suite, of, measure = key.split(".")
    assert Figure(suite, of, measure, floor - 0.1, "", quick=True).fallen
    assert not Figure(suite, of, measure, floor, "", quick=True).fallen
    assert not Figure("times", "nosuch", "value", 0.0, "").fallen


def test_floors_are_raised_and_never_lowered() -> None:
    floors = {"quick": {"a.b.c": 50.0}, "full": {"a.b.c": 60.0}}
    figures = [Figure("a", "b", "c", 70.0, "", quick=True), Figure("a", "b", "c", 55.0, "")]
    written = tomllib.loads(pinned(figures, floors))
    assert written == {"quick": {"a.b.c": 69.5}, "full": {"a.b.c": 60.0}}


def test_best_known_figures_say_by_whom_and_on_what() -> None:
    for suite, sets in BEST.items():
        assert suite in SUITES
        for measures in sets.values():
            for entry in measures.values():
                assert entry["by"] and ("best" not in entry or entry["on"])


def test_sets_that_are_not_there_are_named(tmp_path: Path) -> None:
    suites = [suite for suite in SUITES if suite != "offices"]
    found = list(run(suites, tmp_path / "gold"))
    assert {item.suite for item in found if isinstance(item, Missing)} == set(suites)
    assert not any(isinstance(item, Figure) for item in found)
    assert all(isinstance(item, Missing) for item in run(suites, None))


def test_offices_need_no_folder() -> None:
    (figure,) = run(["offices"], None)
    assert isinstance(figure, Figure) and figure.value > 95
    assert json.dumps(figure.to_json())
