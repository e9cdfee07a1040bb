"""What commands share: printing data and notes, progress, and the options that recur."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.errors import ParleyError

if TYPE_CHECKING:
    from parley.api import Record

# Columns that are never broken in two lines, however narrow the terminal.
_WHOLE = frozenset({"When", "Held", "N", "Id"})
# Tables that go to a file or a pipe have no terminal to fit into.
_PIPE_WIDTH = 160

RecordOption = Annotated[
    str, typer.Option("--record", metavar="FILE-or-URL", help="The record: a file, or the URL of a database.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NAME]...", help="Only with these people, states or organisations in it."),
]
SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="Not before: 2019-12-09, 2019-12 or 2019.")]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="Not after.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; else standard output.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Only what articles published by then said.")
]


def open_record(location: str, as_of: str | None = None) -> Record:
    """The record a command looks at, as it was known by a day where one is given; it must be there."""
    from parley.api import Record

    return Record(location, create=False, as_of=as_of)


def write_text(text: str, output: Path | None) -> None:
    """Text into a file, or on standard output."""
    if output is None:
        print_text(text)
    else:
        write_bytes((text if text.endswith("\n") else f"{text}\n").encode("utf-8", "replace"), output)


def write_bytes(content: bytes, output: Path | None) -> None:
    """Bytes into a file, or on standard output.

    Raises:
        ParleyError: the file cannot be written.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise ParleyError(f"{output} cannot be written ({error.strerror})") from error
    note(f"written to {output}")


def print_text(text: str) -> None:
    """Text on standard output, as it is."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def print_json(content: Any) -> None:
    """One JSON value on standard output, for people to read too."""
    print_text(json.dumps(content, ensure_ascii=False, indent=1))


def print_json_line(content: Any) -> None:
    """One JSON value on one line of standard output."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]], nothing: str) -> None:
    """A table on standard output; `nothing` on standard error when it has no rows."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        note(nothing)
        return
    table = Table(*headings, box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in table.columns:
        if column.header in _WHOLE:
            column.no_wrap = True
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else _PIPE_WIDTH).print(table)


def note(message: str) -> None:
    """A line for the person at the keyboard, on standard error."""
    typer.echo(message, err=True)


def note_table(rows: Sequence[tuple[str, str]]) -> None:
    """Words and figures in two columns, on standard error."""
    words, figures = max(len(word) for word, _ in rows), max(len(figure) for _, figure in rows)
    for word, figure in rows:
        note(f"{word:<{words}}  {figure:>{figures}}")


@contextmanager
def progress() -> Iterator[Callable[[], None]]:
    """A counter of articles with the time they took, on a terminal; to be called once an article."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("Reading"),
        BarColumn(bar_width=20),
        TextColumn("{task.completed} articles"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda: bar.update(task, advance=1)
