"""The frames that show a measure, read from `frames.txt`, where they are written down and explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from parley.model.claim import MeasureType

PartOfSpeech = Literal["noun", "verb", "adjective"]


@dataclass(frozen=True, slots=True)
class Frame:
    """`heads` of one part of speech; one of `company` must stand in the phrase, unless that is empty.

    `without` are words that show it to be something else.
    """

    type: MeasureType
    pos: PartOfSpeech
    heads: frozenset[str]
    company: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


@cache
def frames() -> tuple[Frame, ...]:
    """All frames in the order in which they are tried."""
    return tuple(parse_frames(files(__package__).joinpath("frames.txt").read_text(encoding="utf-8")))


def parse_frames(text: str) -> Iterator[Frame]:
    """The frames of a text in the format that `frames.txt` explains.

    Raises:
        ValueError: a line names an unknown type, part of speech or list.
    """
    lists: dict[str, frozenset[str]] = {}
    for line in _joined_lines(text):
        if line.startswith("$"):
            name, _, words = line.partition("=")
            lists[name.strip()] = frozenset(words.split())
            continue
        columns = [column.strip() for column in line.split("|")]
        kind, pos, heads, company, without = (*columns, "", "")[:5]
        if kind not in get_args(MeasureType) or pos not in get_args(PartOfSpeech):
            raise ValueError(f"no frame of a measure: {line!r} has an unknown type or part of speech")
        yield Frame(
            cast(MeasureType, kind),
            cast(PartOfSpeech, pos),
            _words(heads, lists),
            _words(company, lists),
            _words(without, lists),
        )


def _joined_lines(text: str) -> list[str]:
    """The lines without comments and blanks; an indented line goes on with the one before."""
    joined: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace() and joined:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    return joined


def _words(column: str, lists: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of a column: "$list" adds a list, "-word" takes one out."""
    found: set[str] = set()
    for word in column.split():
        if word.startswith("$"):
            if word not in lists:
                raise ValueError(f"no list of words is named {word!r}; there are: {', '.join(sorted(lists))}")
            found |= lists[word]
        elif word.startswith("-"):
            found.discard(word[1:])
        else:
            found.add(word)
    return frozenset(found)
