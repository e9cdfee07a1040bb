"""`parley knowledge add`: facts of one's own, who held which office, other spellings, organisations, places."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from parley import config
from parley.cli.output import note
from parley.errors import KnowledgeError

# Where facts go when neither the option nor the environment names a file.
FACTS_FILE = Path("facts.toml")
# Columns that hold several values, written with a semicolon between them.
_LISTS = frozenset({"aliases", "members", "adjectives", "people", "capitals"})
KNOWLEDGE_HELP = """Add to what Parley knows by itself: offices, people, organisations, places, states.

Example: parley knowledge add offices country=Ukraine office="foreign minister" person="A. B." \
start=2024-09-05 source=decree
"""


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    facts = typer.Typer(
        help=KNOWLEDGE_HELP, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]}
    )
    facts.callback()(lambda: None)
    facts.command("add")(add)
    app.add_typer(facts, name="knowledge", help=KNOWLEDGE_HELP, rich_help_panel="Reading")


def add(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="offices, people, organisations, places or states.")],
    columns: Annotated[list[str], typer.Argument(metavar="COLUMN=VALUE...", help="The fact; always with a source.")],
    file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=f"The file of facts.  [default: ${config.KNOWLEDGE_VARIABLE} or {FACTS_FILE}]"
        ),
    ] = None,
) -> None:
    """Add a fact to a file of your own, which reading uses when PARLEY_KNOWLEDGE names it.

    Several values of one column are written with a semicolon between them. docs/knowledge.md lists the columns.

    Example: parley knowledge add people name="Andrii Sybiha" aliases="Andriy Sybiha" source="ministry's page"
    """
    from parley.knowledge import add_fact

    fact: dict[str, str | list[str]] = {}
    for column in columns:
        name, separator, value = column.partition("=")
        if not separator:
            raise KnowledgeError(f"{column!r} is no COLUMN=VALUE, such as name='Andrii Sybiha'")
        fact[name.strip()] = [v.strip() for v in value.split(";")] if name.strip() in _LISTS else value.strip()
    target = file or Path(os.environ.get(config.KNOWLEDGE_VARIABLE) or FACTS_FILE)
    add_fact(target, table, fact)
    note(f"added to {target}; reading uses it with {config.KNOWLEDGE_VARIABLE}={target}")
