"""Facts a user adds: a TOML file with tables of the same columns as the package's own data.

    [[offices]]
    country = "Ukraine"
    office = "foreign minister"
    person = "Andrii Sybiha"
    start = "2024-09-05"
    source = "decree of parliament, 5 September 2024"

    [[people]]
    name = "Andrii Sybiha"
    aliases = ["Andriy Sybiha"]
    source = "ministry's page"

The tables are `offices`, `people`, `organisations`, `places` and `states`; every fact names its `source`.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from parley.errors import KnowledgeError
from parley.knowledge.tables import Row

# Columns of each table: those that a fact must have, then those it may have.
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "offices": (("country", "office", "person", "start", "source"), ("end", "note")),
    "people": (("name", "source"), ("aliases", "country", "gender")),
    "organisations": (("name", "kind", "source"), ("country", "aliases", "members")),
    "places": (("name", "source"), ("country", "lat", "lon", "aliases")),
    "states": (("name", "led_by", "source"), ("iso2", "adjectives", "people", "capitals", "aliases")),
}


def read_additions(path: Path) -> dict[str, list[Row]]:
    """The rows of a user's file by table.

    Raises:
        KnowledgeError: when the file cannot be read, or a fact in it lacks a column or has an unknown one.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"cannot read the facts in {path}: {error}") from error
    tables: dict[str, list[Row]] = {}
    for table, facts in content.items():
        if table not in COLUMNS or not isinstance(facts, list):
            raise KnowledgeError(f"{path}: [[{table}]] is none of the tables {', '.join(COLUMNS)}")
        tables[table] = [_row(path, table, number, fact) for number, fact in enumerate(facts, 1)]
    return tables


def _row(path: Path, table: str, number: int, fact: Any) -> Row:
    needed, optional = COLUMNS[table]
    if not isinstance(fact, dict):
        raise KnowledgeError(f"{path}: fact {number} of [[{table}]] is not a table of columns")
    missing = [column for column in needed if not fact.get(column)]
    unknown = [column for column in fact if column not in needed + optional]
    if missing or unknown:
        what = f"lacks {', '.join(missing)}" if missing else f"has no column {', '.join(unknown)}"
        raise KnowledgeError(f"{path}: fact {number} of [[{table}]] {what}; columns: {', '.join(needed + optional)}")
    return {column: _cell(fact.get(column, "")) for column in needed + optional}


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ";".join(str(v) for v in value)
    return str(value)


def add_fact(path: Path, table: str, fact: dict[str, str | list[str]]) -> None:
    """Appends a fact to a user's file, which is made when there is none yet.

    Raises:
        KnowledgeError: when the fact is incomplete, or the file holds something else.
    """
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    # A JSON string is a TOML basic string too, once no character outside ASCII is escaped by surrogate pairs.
    lines = [f"{column} = {json.dumps(value, ensure_ascii=False)}" for column, value in fact.items()]
    addition = f"[[{table}]]\n" + "\n".join(lines) + "\n"
    path.write_text(f"{before.rstrip()}\n\n{addition}".lstrip("\n"), encoding="utf-8")
    try:
        read_additions(path)
    except KnowledgeError:
        path.write_text(before, encoding="utf-8")
        raise
