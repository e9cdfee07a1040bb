"""`parley export`, `verify`: the record as files, and whether it holds together."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley import config, registry
from parley.cli.output import AsOfOption, RecordOption, note, open_record, print_text
from parley.errors import ParleyError


class Kind(StrEnum):
    """The kinds of entry."""

    MEETING = "meeting"
    AGREEMENT = "agreement"
    MEASURE = "measure"
    OUTCOME = "outcome"
    STATEMENT = "statement"
    EVENT = "event"


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (export, verify):
        app.command(command.__name__, rich_help_panel="Keeping the record")(command)


def export(
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="json or csv.")] = "json",
    kind: Annotated[
        Kind | None, typer.Option(metavar="KIND", help="Only the entries of this kind: meeting, agreement, measure ...")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; else standard output.")
    ] = None,
    as_of: AsOfOption = None,
    record: RecordOption = config.RECORD,
) -> None:
    """Write the record as a file for other programs.

    Example: parley export --format csv --kind meeting --output meetings.csv
    """
    registry.load("exports", form)
    with open_record(record, as_of) as opened:
        if output is None:
            opened.export(form, sys.stdout, kind.value if kind else None)
            return
        try:
            with output.open("w", encoding="utf-8", newline="") as stream:
                opened.export(form, stream, kind.value if kind else None)
        except OSError as error:
            raise ParleyError(f"{output} cannot be written ({error.strerror})") from error
    note(f"written to {output}")


def verify(record: RecordOption = config.RECORD) -> None:
    """Check that every fact still has its sentence, letter by letter.

    Fails, and says where, when one has not.

    Example: parley verify --record talks.db
    """
    with open_record(record) as opened:
        faults = opened.verify()
        entries = opened.entries
    for fault in faults:
        print_text(fault)
    if faults:
        note(f"parley: {len(faults)} faults in {record}")
        raise typer.Exit(1)
    count = sum(1 for _ in entries.entries())
    print_text(f"{len(entries.articles)} articles, {len(entries.claims)} claims, {count} entries: all is in order")
