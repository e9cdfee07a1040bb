"""Finds the parts that plug in: sources, extractors, stores, exports, engines; built-ins the same way as others."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal

from parley.errors import MissingExtraError, UnknownNameError

Group = Literal["sources", "extractors", "stores", "exports", "engines"]


@cache
def _points(group: Group) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=f"parley.{group}")}


def names(group: Group) -> list[str]:
    """The installed names of one kind of part, sorted."""
    return sorted(_points(group))


def load(group: Group, name: str) -> Any:
    """The part registered under a name.

    Raises:
        UnknownNameError: nothing is registered under it; the message lists what is.
        MissingExtraError: it needs a package that is not installed.
    """
    point = _points(group).get(name)
    if point is None:
        raise UnknownNameError(f"no {group[:-1]} named {name!r}; there are: {', '.join(names(group)) or 'none'}")
    try:
        return point.load()
    except ModuleNotFoundError as error:
        extra = f"'parley-record[{name}]'" if group == "exports" else error.name
        raise MissingExtraError(
            f"{group[:-1]} {name!r} needs the package {error.name!r}: pip install {extra}"
        ) from error
