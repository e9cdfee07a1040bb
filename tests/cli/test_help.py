"""Help that can be understood, and no command without an example."""

from __future__ import annotations

import pytest
import typer.main

from parley._version import __version__
from parley.cli.main import app

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_help_alone_says_what_it_is_for(parley) -> None:
    shown = parley()
    assert shown.code == 0 and shown.err == ""
    assert "who met whom" in shown.out and "parley read articles/" in shown.out
    for command in COMMANDS:
        assert command in shown.out


def test_help_version(parley) -> None:
    assert parley("--version").out.strip() == __version__


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_has_an_example(parley, command: str) -> None:
    shown = parley(command, "--help")
    assert shown.code == 0
    assert f"Example: parley {command}" in shown.out


def test_help_commands_of_the_design_are_there() -> None:
    assert set(COMMANDS) >= {
        "read", "annotate", "meetings", "agreements", "statements", "timeline", "ask", "brief", "verify", "export",
        "bench",
    }  # fmt: skip


def test_help_wrong_usage(parley) -> None:
    for arguments in (("nosuch",), ("read",), ("ask",), ("meetings", "--nosuch")):
        shown = parley(*arguments)
        assert shown.code == 2 and shown.out == "" and "Usage" in shown.err
