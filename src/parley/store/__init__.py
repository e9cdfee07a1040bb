"""Keeps articles, claims, rulings and what was skipped: in an SQLite file, or elsewhere by the scheme of a URL."""

from __future__ import annotations

from parley import registry
from parley.model.protocols import Store

__all__ = ["open_store"]


def open_store(url: str, *, create: bool = True) -> Store:
    """The record at a file or the URL of a database; a file, or `sqlite:`, is an SQLite file.

    Args:
        url: `parley.db`, `sqlite:///talks.db`, `postgresql://...`.
        create: whether to make a record where there is none.

    Raises:
        RecordError: it cannot be opened, or is none, or is of a later version.
        UnknownNameError: no installed store knows the scheme of the URL.
    """
    scheme, separator, _ = url.partition("://")
    kind = scheme.split("+")[0].lower() if separator else "sqlite"
    store: Store = registry.load("stores", kind)(url, create=create)
    return store
