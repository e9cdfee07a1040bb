"""The file of a record and how it is connected to."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool


def file_of(url: str) -> tuple[str, Path | None]:
    """What to call the record, and its file; no file for one in memory."""
    if "://" not in url:
        return url, Path(url)
    database = make_url(url).database
    if not database or database == ":memory:":
        return "the record in memory", None
    return database, Path(database)


def allow_readers_while_writing(file: Path) -> None:
    """Sets a new file's journal so that it can be read while it is written; the file remembers."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def engine_of(file: Path | None) -> Engine:
    """The connections to a file, or to a record in memory."""
    if file is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _settings)
    event.listen(engine, "begin", _begin)
    return engine


def is_running(process: str) -> bool:
    """Whether a process of this machine goes on."""
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _settings(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # else Python commits around statements that make tables
    for setting in ("synchronous = NORMAL", "busy_timeout = 10000", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
