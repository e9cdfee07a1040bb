"""Writes docs/commands.md from the commands themselves: python scripts/write_commands.py [--check]."""

from __future__ import annotations

import sys
from pathlib import Path

from parley.cli.reference import commands_page

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"

if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != commands_page())
    PAGE.write_text(commands_page(), encoding="utf-8")
