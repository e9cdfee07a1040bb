"""`parley timeline`, `positions`: what happened, and what was stood for, in the order of time; listed or drawn."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from parley import config
from parley.cli.keep import export
from parley.cli.output import (
    AsOfOption,
    JsonOption,
    NamesArgument,
    OutputOption,
    RecordOption,
    SinceOption,
    UntilOption,
    open_record,
    print_table,
    write_bytes,
    write_text,
)


class ChartFormat(StrEnum):
    """How it is written: a table, data, or a drawing."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"
    PNG = "png"
    HTML = "html"


_DRAWN = (ChartFormat.SVG, ChartFormat.PNG, ChartFormat.HTML)
FormatOption = Annotated[
    ChartFormat, typer.Option("--format", metavar="text|json|svg|png|html", help="A table, data, or a drawing.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (timeline, positions):
        app.command(command.__name__, rich_help_panel="Answers, with their sources")(command)


def timeline(
    names: NamesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = ChartFormat.TEXT,
    output: OutputOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List what happened in the order of time, or draw it.

    Example: parley timeline Ukraine Russia --since 2019 --format svg --output timeline.svg
    """
    if form in _DRAWN and not as_json:
        export(names, form.value, None, since, until, output, as_of, record)
        return
    with open_record(record, as_of) as opened:
        found = [asdict(row) for row in opened.timeline(*names or (), since=since, until=until)]
    if as_json or form is ChartFormat.JSON:
        write_text(json.dumps(found, ensure_ascii=False, indent=1), output)
    elif found:
        headings = [name.replace("_", " ").capitalize() for name in found[0]]
        print_table(headings, [[str(value or "") for value in row.values()] for row in found], "")
    else:
        print_table((), [], "Nothing of the kind in the record.")


def positions(
    names: NamesArgument = None,
    about: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only towards this: direct talks, a ceasefire, an agreement ...")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = ChartFormat.TEXT,
    output: OutputOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List what each party stood for over time, and where it shifted; or draw it.

    Example: parley positions Putin Zelensky --since 2022 --format svg --output positions.svg
    """
    with open_record(record, as_of) as opened:
        found = opened.positions(*names or (), about=about, since=since, until=until)
    if form in _DRAWN and not as_json:
        from parley.exports.charts import draw, positions_chart

        write_bytes(draw(positions_chart(found), form.value), output)
        return
    if as_json or form is ChartFormat.JSON:
        write_text(json.dumps([asdict(row) for row in found], ensure_ascii=False, indent=1), output)
        return
    shown = [(r.said, r.who, r.topic, r.stance + (" (a shift)" if r.shift else ""), r.words) for r in found]
    print_table(("When", "Who", "About", "Stance", "Words"), shown, "No dated position of the kind in the record.")
