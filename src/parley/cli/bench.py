"""`parley bench`: our figures on gold sets, beside the best known ones."""

from __future__ import annotations

import json
import os
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.output import note, print_table

if TYPE_CHECKING:
    from parley.bench import Figure


class Suite(StrEnum):
    """What can be measured."""

    TIMES = "times"
    QUOTES = "quotes"
    EVENTS = "events"
    RECORD = "record"
    OFFICES = "offices"
    CONTACTS = "contacts"
    SPEED = "speed"
    ALL = "all"


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("bench", rich_help_panel="For researchers")(bench)


def bench(
    suite: Annotated[Suite, typer.Argument(help="What to measure.")] = Suite.ALL,
    gold: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The folder of gold sets.  [default: $PARLEY_GOLD]")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Take a part of each set only.")] = False,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the figures as JSON too.")
    ] = None,
    pin: Annotated[bool, typer.Option("--pin", help="Raise the floors to these figures.")] = False,
) -> None:
    """Measure how well Parley reads, on annotated texts.

    Fails when a figure has fallen below its floor.

    Example: parley bench times --gold ../shared/gold --json times.json
    """
    from parley import bench as package

    folder = gold or (Path(os.environ["PARLEY_GOLD"]) if os.environ.get("PARLEY_GOLD") else None)
    figures: list[Figure] = []
    for found in package.run(package.SUITES if suite is Suite.ALL else [suite.value], folder, quick):
        if isinstance(found, package.Figure):
            figures.append(found)
        else:
            note(f"not found: {found.suite}: {found.path}")
    if as_json:
        as_json.write_text(json.dumps([f.to_json() for f in figures], indent=1) + "\n", encoding="utf-8")
    headings = ("Layer", "Set", "Size", "Measure", "Ours", "Floor", "Best known", "By", "On")
    print_table(headings, [_row(figure) for figure in figures], "Nothing was measured.")
    if pin:
        _pin(figures)
    elif fallen := [figure.key for figure in figures if figure.fallen]:
        note(f"parley: below the floor: {', '.join(fallen)}")
        raise typer.Exit(1)
    if not figures:
        raise typer.Exit(1)


def _row(figure: Figure) -> tuple[str, ...]:
    best = figure.best
    shown = ("" if value is None else str(value) for value in (figure.value, figure.floor, best.get("best")))
    ours, floor, best_value = shown
    return (
        figure.suite,
        figure.set,
        figure.size,
        figure.measure,
        ours,
        floor,
        best_value,
        best.get("by", ""),
        best.get("on", ""),
    )


def _pin(figures: list[Figure]) -> None:
    from parley import bench as package

    path = Path(package.__file__).with_name("floors.toml")
    path.write_text(package.pinned(figures, tomllib.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
    note(f"floors raised in {path}")
