"""Every command is documented, with an example, by what its own help says."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.cli.reference import commands_page

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_reference_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == commands_page(), "run: python scripts/write_commands.py"


@pytest.mark.parametrize("section", commands_page().split("\n## ")[1:], ids=lambda text: text.splitlines()[0])
def test_reference_has_an_example_of_every_command(section: str) -> None:
    name = section.splitlines()[0]
    assert f"\n    {name}" in section
