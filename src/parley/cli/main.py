"""The `parley` command. Data goes to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from parley import config, knowledge
from parley._version import __version__
from parley.cli import annotate, answer, bench, check, facts, keep, lists, read, rule, serve, timeline
from parley.errors import ParleyError

HELP = """\
Reads the news of a negotiation and keeps its record: who met whom, when and where, what was agreed, what came of it,
and who said what - every fact with its sentence.

Start with a few articles saved as text, Markdown or web pages:

\b
  parley read articles/                       reads them into parley.db here
  parley meetings                             who met whom, when and where
  parley ask "Have Zelensky and Putin met?"   a question, with its sources
  parley brief Zelensky Putin                 a background piece on the two
"""


app = typer.Typer(
    help=HELP,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reads the news of a negotiation and keeps its record."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


main.__doc__ = HELP
for module in (read, lists, answer, timeline, check, serve, keep, rule, facts, annotate, bench):
    module.add_to(app)


def run() -> None:
    """Runs the command line; what `parley` on the shell calls."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        if facts := os.environ.get(config.KNOWLEDGE_VARIABLE):
            knowledge.use(Path(facts))
        app(prog_name="parley")
    except ParleyError as error:
        typer.echo(f"parley: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output has seen enough ("| head")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
