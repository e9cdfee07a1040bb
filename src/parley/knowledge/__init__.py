"""Who and what is who at which date: states, people and offices, organisations, armed groups, places.

    knowledge = default()
    knowledge.person_at("president", "Ukraine", "2016-05")      "Petro Poroshenko"
    knowledge.leader("Germany", "2019-12-09")                   "Angela Merkel"
    knowledge.office_of("Sergei Lavrov", "2020").office         "foreign minister"
    knowledge.people_called("Zelenskyy")                        ["Volodymyr Zelensky"]
    knowledge.state("Kyiv"), knowledge.state("Russian")         "Ukraine", "Russia"
    knowledge.places.named("Minsk")                             Place(name="Minsk", country="Belarus", ...)

Facts are rows of `data/*.tsv`, each with its source; docs/knowledge.md tells how to add to them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from parley.knowledge.additions import add_fact, read_additions
from parley.knowledge.base import Knowledge, Sense, surname_keys
from parley.knowledge.entities import Entity, State
from parley.knowledge.offices import Term
from parley.knowledge.tables import fold, slug

__all__ = [
    "Entity",
    "Knowledge",
    "Sense",
    "State",
    "Term",
    "add_fact",
    "additions_in_use",
    "default",
    "fold",
    "slug",
    "surname_keys",
    "use",
]

_additions: list[Path] = []


def additions_in_use() -> tuple[Path, ...]:
    """The user's files of facts that `use` named."""
    return tuple(_additions)


@cache
def default() -> Knowledge:
    """What the package knows, with the user's additions when `use` named a file; loaded once, table by table."""
    return Knowledge(read_additions(_additions[0]) if _additions else None)


def use(additions: Path | None) -> None:
    """Adds the facts of a user's TOML file to what `default` gives from now on; None takes them away.

    Raises:
        KnowledgeError: when the file cannot be read or a fact in it is incomplete.
    """
    if additions is not None:
        read_additions(additions)
    _additions[:] = [additions] if additions is not None else []
    default.cache_clear()
