"""A figure of ours beside the best known one and the floor it must not fall below."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure on one set. `value` is in percent, but for `speed`, where it is a ratio."""

    suite: str
    set: str
    measure: str
    value: float
    size: str
    quick: bool = False

    @property
    def key(self) -> str:
        """`suite.set.measure`."""
        return f"{self.suite}.{self.set}.{self.measure}"

    @property
    def best(self) -> dict[str, Any]:
        """`best`, `by` and `on` of the best figure known; empty where none is."""
        found: dict[str, Any] = _table("best_known.toml").get(self.suite, {}).get(self.set, {}).get(self.measure, {})
        return found

    @property
    def floor(self) -> float | None:
        """What it must not fall below, None where nothing is pinned."""
        value = _table("floors.toml").get("quick" if self.quick else "full", {}).get(self.key)
        return None if value is None else float(value)

    @property
    def fallen(self) -> bool:
        """Whether it is below its floor."""
        return self.floor is not None and self.value < self.floor

    def to_json(self) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            "suite": self.suite,
            "set": self.set,
            "size": self.size,
            "measure": self.measure,
            "value": self.value,
            "floor": self.floor,
            "best_known": self.best.get("best"),
            "best_known_by": self.best.get("by"),
            "best_known_on": self.best.get("on"),
        }


def pinned(figures: list[Figure], floors: dict[str, Any], margin: float = 0.5) -> str:
    """The text of the floors' file with the floors raised to just under the figures; none is ever lowered."""
    kept = {part: dict(floors.get(part, {})) for part in ("quick", "full")}
    for figure in figures:
        if figure.suite != "speed":
            part = kept["quick" if figure.quick else "full"]
            part[figure.key] = max(part.get(figure.key, 0.0), round(figure.value - margin, 1))
    lines = [FLOORS_HEAD]
    for name, values in kept.items():
        lines += ["", f"[{name}]", *(f'"{key}" = {values[key]}' for key in sorted(values))]
    return "\n".join(lines) + "\n"


FLOORS_HEAD = """\
# No figure may fall below these; `parley bench all --pin` raises them, and nothing lowers them but a person who says
# why. `quick` are the figures on every few documents of each set, which the tests take; `full` those on whole sets.
# They lie half a point under what was measured."""


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
