"""`parley ask`, `brief`, `news`: what the record says, in words."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from parley import config
from parley.cli.output import (
    AsOfOption,
    JsonOption,
    NamesArgument,
    OutputOption,
    RecordOption,
    open_record,
    print_json,
    print_text,
    write_bytes,
    write_text,
)


class BriefFormat(StrEnum):
    """How a brief is written."""

    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


class BriefLength(StrEnum):
    """How much of it there is."""

    SHORT = "short"
    LONG = "long"


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (ask, brief, news):
        app.command(command.__name__, rich_help_panel="Answers, with their sources")(command)


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in ordinary words, in quotes.")],
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """Answer a question from the record, every sentence with its source.

    What the record does not hold it says it does not hold, and how many articles it has read.

    Example: parley ask "Have Zelensky and Putin met before?"
    """
    with open_record(record, as_of) as opened:
        answer = opened.ask(question)
    if as_json:
        print_json(answer.to_json())
    else:
        print_text(answer.text())


def brief(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="People or states the piece is about.")],
    about: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only what was said about this.")] = None,
    as_of: AsOfOption = None,
    length: Annotated[
        BriefLength, typer.Option(metavar="short|long", help="A page, or all there is.")
    ] = BriefLength.SHORT,
    form: Annotated[
        BriefFormat, typer.Option("--format", metavar="md|html|docx|json", help="Markdown, a web page, Word, or data.")
    ] = (BriefFormat.MARKDOWN),
    output: OutputOption = None,
    record: RecordOption = config.RECORD,
) -> None:
    """Write a background piece: earlier meetings, what was agreed, what came of it, what they said.

    Example: parley brief Zelensky Putin --about talks --format docx --output background.docx
    """
    if form is BriefFormat.DOCX and output is None and sys.stdout.isatty():
        raise typer.BadParameter("a Word document is no text for a terminal; give --output FILE", param_hint="--format")
    with open_record(record, as_of) as opened:
        piece = opened.brief(*names, about=about, length=length.value)
    if form is BriefFormat.DOCX:
        write_bytes(piece.docx(), output)
    elif form is BriefFormat.HTML:
        write_text(piece.html(), output)
    elif form is BriefFormat.JSON:
        write_text(json.dumps(piece.to_json(), ensure_ascii=False, indent=1), output)
    else:
        write_text(piece.markdown(), output)


def news(
    names: NamesArgument = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="From this day, month or year on.")] = ...,  # type: ignore[assignment]
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """Tell what became known since a day; background told again is left out.

    Example: parley news --since 2025-05-01
    """
    with open_record(record, as_of) as opened:
        answer = opened.news(*names or (), since=since)
    if as_json:
        print_json(answer.to_json())
    else:
        print_text(answer.text())
