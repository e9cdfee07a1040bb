"""What holds of the whole: public names, quick starts, lock files, no address of this or that machine."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import parley
from parley import errors, registry

ROOT = Path(__file__).parents[2]
TEXT_FILES = sorted(
    path
    for folder in ("src", "tests", "docs", "examples", "requirements", ".ci")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".md", ".toml", ".txt", ".html", ".jsonl", ".csv", ".j2", ""} and path.is_file()
)


def test_public_names_are_sorted_documented_and_there() -> None:
    assert parley.__all__ == sorted(parley.__all__)
    assert 10 <= len(parley.__all__) <= 16
    for name in parley.__all__:
        thing = getattr(parley, name)
        assert name == "__version__" or name == "Claim" or thing.__doc__, name
    assert set(dir(parley)) == set(parley.__all__)
    with pytest.raises(AttributeError, match="nosuch"):
        parley.nosuch  # noqa: B018


def test_public_errors_are_one_hierarchy() -> None:
    raised = [thing for thing in vars(errors).values() if isinstance(thing, type)]
    assert len(raised) > 10 and all(issubclass(error, parley.ParleyError) for error in raised)
    assert errors.__doc__ and all(error.__name__ in errors.__doc__ and error.__doc__ for error in raised)


def modules_after(code: str) -> set[str]:
    listed = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(listed.stdout.split())


def test_import_parley_loads_next_to_nothing() -> None:
    loaded = modules_after("import parley")
    assert not loaded & {"spacy", "pydantic", "sqlalchemy", "trafilatura", "pandas", "rich"}


def test_looking_at_a_record_loads_no_language_model(tmp_path: Path) -> None:
    code = (
        "import parley, io, parley.cli.main\n"
        f"r = parley.Record({str(tmp_path / 'r.db')!r})\n"
        "r.meetings(); r.ask('Who met whom?'); r.timeline(); r.verify(); r.export('csv', io.StringIO())"
    )
    assert not modules_after(code) & {"spacy", "trafilatura", "thinc", "alembic", "pandas"}


def test_every_registered_part_loads() -> None:
    for group in ("sources", "extractors", "stores", "exports", "engines"):
        for name in registry.names(group):  # type: ignore[arg-type]
            assert registry.load(group, name)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_lock_file_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text()
    assert not re.search(r"https?://|file://|--(?:extra-)?index-url|--find-links|--trusted-host", text)
    pinned = re.findall(r"^[A-Za-z0-9._-]+(?:\[.*\])?==[^\n]*\n(.*\n)?", text, re.MULTILINE)
    assert len(pinned) > 40 and all("--hash=sha256:" in following for following in pinned)


def test_lock_files_hold_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {"run.txt": project["project"]["dependencies"]}
    wanted["dev.txt"] = wanted["run.txt"] + project["dependency-groups"]["dev"]
    for name, dependencies in wanted.items():
        locked = set(re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements" / name).read_text(), re.MULTILINE))
        for dependency in dependencies:
            package = re.match(r"[A-Za-z0-9._-]+", dependency)
            assert package and package[0].lower() in {p.lower() for p in locked}, dependency


def test_nothing_names_a_place_on_one_machine() -> None:
    assert len(TEXT_FILES) > 50
    forbidden = re.compile(r"/(?:work|tmp|root|home)/[a-z]")
    for path in TEXT_FILES:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert path == Path(__file__) or not forbidden.search(text), path


def test_files_stay_small() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        most = 800 if path.name == "lexicon.py" else 600  # tables of words are long and easily read
        assert len(path.read_text().splitlines()) <= most, path
        assert path.name != "utils.py"


def test_import_rules_are_kept() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
