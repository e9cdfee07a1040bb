"""What commands share: printing data and notes, and the options that recur."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

DEFAULT_RECORD = "parley.db"

RecordOption = Annotated[
    str, typer.Option("--record", metavar="FILE-or-URL", help="The record: a file, or the URL of a database.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def print_json_line(content: Any) -> None:
    """One JSON value on one line of standard output."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")


def note(message: str) -> None:
    """A line for the person at the keyboard, on standard error."""
    typer.echo(message, err=True)
