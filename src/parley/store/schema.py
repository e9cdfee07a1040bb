"""The tables of a record, and how an older one becomes one of today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

if TYPE_CHECKING:
    from alembic.operations import Operations

# Raised by one with every change of the tables; MIGRATIONS then gets the step that makes the older tables the newer.
SCHEMA_VERSION = 2

TABLES = MetaData()

meta = Table("meta", TABLES, Column("name", String, primary_key=True), Column("value", String, nullable=False))

articles = Table(
    "articles",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", String, unique=True, nullable=False),
    Column("sha256", String, nullable=False),
    Column("uri", String, nullable=False),
    Column("published", String),
    Column("content", Text, nullable=False),  # all fields but the text, as JSON
    Column("text", Text, nullable=False),
    Column("maker", String, nullable=False),
)

claims = Table(
    "claims",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("article", String, ForeignKey("articles.id"), nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("content", Text, nullable=False),  # the claim as in the JSON contract
)

rulings = Table(
    "rulings",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("id", String, unique=True, nullable=False),
    Column("content", Text, nullable=False),
)

skipped = Table(
    "skipped",
    TABLES,
    Column("number", Integer, primary_key=True),
    Column("uri", String, nullable=False),
    Column("reason", Text, nullable=False, unique=True),
)

# What was worked out of the rest, to be worked out again when it is lost.
derived = Table(
    "derived",
    TABLES,
    Column("key", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)


def _add_derived(operations: Operations) -> None:
    derived.create(operations.get_bind())


# From version N - 1 to version N, written with alembic's operations so that each database gets its own SQL.
MIGRATIONS: dict[int, Callable[[Operations], None]] = {2: _add_derived}


def migrate(connection: Connection, version: int, to_version: int = SCHEMA_VERSION) -> None:
    """Brings the tables of an older version up to date, step by step."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext  # slow to load, and seldom needed

    operations = Operations(MigrationContext.configure(connection))
    for step in range(version + 1, to_version + 1):
        MIGRATIONS[step](operations)
    connection.execute(meta.update().where(meta.c.name == "schema_version").values(value=str(to_version)))
