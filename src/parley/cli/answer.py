"""`parley timeline`, `ask`, `brief`: what the record says, in words."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from parley import config
from parley.cli.output import (
    JsonOption,
    NamesArgument,
    RecordOption,
    SinceOption,
    UntilOption,
    open_record,
    print_json,
    print_table,
    print_text,
)


class BriefFormat(StrEnum):
    """How a brief is written."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (ask, brief, timeline):
        app.command(command.__name__, rich_help_panel="Answers, with their sources")(command)


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in ordinary words, in quotes.")],
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """Answer a question from the record, every sentence with its source.

    What the record does not hold it says it does not hold, and how many articles it has read.

    Example: parley ask "Have Zelensky and Putin met before?"
    """
    with open_record(record) as opened:
        answer = opened.ask(question)
    if as_json:
        print_json(answer.to_json())
    else:
        print_text(answer.text())


def brief(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="People or states the piece is about.")],
    form: Annotated[BriefFormat, typer.Option("--format", help="Markdown, a web page of its own, or data.")] = (
        BriefFormat.MARKDOWN
    ),
    record: RecordOption = config.RECORD,
) -> None:
    """Write a background piece: earlier meetings, what was agreed, what came of it, what they said.

    Example: parley brief Zelensky Putin --format html > background.html
    """
    with open_record(record) as opened:
        piece = opened.brief(*names)
    if form is BriefFormat.HTML:
        print_text(piece.html())
    elif form is BriefFormat.JSON:
        print_json(piece.to_json())
    else:
        print_text(piece.markdown())


def timeline(
    names: NamesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List what happened in the order of time.

    Example: parley timeline Ukraine Russia --since 2019 --until 2022
    """
    with open_record(record) as opened:
        found = [asdict(row) for row in opened.timeline(*names or (), since=since, until=until)]
    if as_json:
        print_json(found)
    elif found:
        headings = [name.replace("_", " ").capitalize() for name in found[0]]
        print_table(headings, [[str(value or "") for value in row.values()] for row in found], "")
    else:
        print_table((), [], "Nothing of the kind in the record.")
