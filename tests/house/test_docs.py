"""The documentation: every command in it exists as written, every link leads somewhere, every page is reached."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import typer

from parley import registry
from parley.cli.main import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands_in(page: Path) -> list[str]:
    """The lines of a page's code blocks that run Parley, without what is explained behind them."""
    lines, fenced = [], False
    for line in page.read_text(encoding="utf-8").splitlines():
        fenced ^= line.startswith("```")
        if fenced or line.startswith("    "):
            command = re.split(r"\s{3,}|\s+[<>|&]\s", line.strip().removeprefix("$ "))[0]
            if command.startswith("parley ") and "SOURCE" not in command:
                lines.append(command)
    return lines


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_the_docs_exist(page: Path) -> None:
    for line in commands_in(page):
        arguments = shlex.split(line)[1:]
        command: click.Command = typer.main.get_command(app)
        context = click.Context(command, info_name="parley")
        while isinstance(command, click.Group) and arguments and arguments[0] in command.commands:
            command = command.commands[arguments.pop(0)]
            context = click.Context(command, info_name=command.name, parent=context)
        assert not isinstance(command, click.Group) or not arguments, line
        try:
            command.make_context(command.name, arguments, parent=context.parent)
        except (click.UsageError, click.exceptions.Exit) as error:
            pytest.fail(f"{page.name}: {line}: {error}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        waiting += [(page.parent / target).resolve() for target in links if "://" not in target]
    pages = {p.resolve() for p in PAGES if "decisions" not in p.parts}
    assert pages <= {p.resolve() for p in reached}


def test_every_export_format_is_documented() -> None:
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in registry.names("exports"))


def test_every_setting_is_documented() -> None:
    """Settings are environment variables; each that the code reads stands in the docs."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    docs = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    settings = set(re.findall(r"\bPARLEY_[A-Z]+\b", code))
    assert settings and all(name in docs for name in settings), settings
