"""`parley export`, `verify`: the record as files, and whether it holds together."""

from __future__ import annotations

import io
import sys
from enum import StrEnum
from typing import Annotated

import typer

from parley import config, registry
from parley.cli.output import (
    AsOfOption,
    NamesArgument,
    OutputOption,
    RecordOption,
    SinceOption,
    UntilOption,
    note,
    open_record,
    print_text,
    write_bytes,
)
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
    names: NamesArgument = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"One of: {', '.join(registry.names('exports'))}.",
        ),
    ] = "json",
    kind: Annotated[
        Kind | None, typer.Option(metavar="KIND", help="Only the entries of this kind: meeting, agreement, measure ...")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    output: OutputOption = None,
    as_of: AsOfOption = None,
    record: RecordOption = config.RECORD,
) -> None:
    """Write the record, or part of it, as a file for other programs.

    docs/exports.md tells what each format is for and what it holds.

    Example: parley export Ukraine Russia --since 2019 --format xlsx --output talks.xlsx
    """
    exporter = registry.load("exports", form)
    binary = bool(getattr(exporter, "binary", False))
    if binary and output is None and sys.stdout.isatty():
        raise ParleyError(f"{form} is no text for a terminal: name a file with --output")
    with open_record(record, as_of) as opened:
        written: io.BytesIO | io.StringIO = io.BytesIO() if binary else io.StringIO(newline="")
        opened.export(form, written, kind.value if kind else None, names or (), since, until)
        content = written.getvalue()
    if isinstance(content, str) and output is None:
        print_text(content)
    else:
        write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"), output)


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
