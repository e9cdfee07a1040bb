"""The page that documents every command, made of the commands' own help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_HEAD = """\
# Commands

Made from the commands themselves by `python scripts/write_commands.py`; change the help in `src/parley/cli/`.
Every command prints data on standard output, and everything else on standard error.
"""


def commands_page() -> str:
    """docs/commands.md: each command with what it does, its example, arguments and options."""
    import typer.main

    from parley.cli.main import app

    root: Any = typer.main.get_command(app)
    parts = [_HEAD]
    for name in sorted(root.commands):
        parts += _sections(f"parley {name}", root.commands[name])
    return "\n".join(parts)


def _sections(name: str, command: Any) -> Iterator[str]:
    paragraphs = [" ".join(p.split()) for p in (command.help or "").split("\n\n")]
    said = [p for p in paragraphs if p and not p.startswith("Example:")]
    examples = [p.removeprefix("Example:").strip() for p in paragraphs if p.startswith("Example:")]
    yield f"## {name}\n"
    yield "\n\n".join(said) + "\n"
    for example in examples:
        yield f"    {example}\n"
    rows = [_row(parameter) for parameter in command.params if parameter.name != "help"]
    if rows:
        yield "\n".join(["| | |", "|---|---|", *rows]) + "\n"
    for inner in sorted(getattr(command, "commands", {})):
        yield from _sections(f"{name} {inner}", command.commands[inner])


def _row(parameter: Any) -> str:
    called = parameter.metavar or parameter.name.upper()
    if parameter.param_type_name == "option":
        value = "" if parameter.is_flag else f" {parameter.metavar or 'VALUE'}"
        called = f"{', '.join(parameter.opts)}{value}"
    escaped = called.replace("|", "\\|")
    told_as = " ".join((parameter.help or "").split())
    return f"| `{escaped}` | {told_as} |"
