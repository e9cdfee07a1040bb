"""Known names in a text: every spelling of the knowledge data, found in one pass, the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from parley.knowledge import Knowledge, Sense, fold

_WORD = re.compile(r"\w+|[^\w\s]")
_END = None  # key under which a trie node keeps the name that ends there
# Names in capitals up to this length must stand in capitals in the text too: "US" is not "us", "IS" not "is".
_ACRONYM_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A known name at a place in the text, with all it can mean."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...]

    def sense(self, *uses: str) -> Sense | None:
        """The first of its meanings that is of one of the given uses."""
        return next((s for s in self.senses if s.use in uses), None)

    def named(self, *kinds: str) -> Sense | None:
        """The first of its meanings that is the name of an entity of one of the given kinds."""
        return next((s for s in self.senses if s.use == "name" and s.entity and s.entity.kind in kinds), None)


class Spotter:
    """Finds the names of a knowledge object in texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._trie: dict[str | None, Any] = {}
        for name in knowledge.written_names:
            node = self._trie
            for word in _WORD.findall(name.replace("’", "'")):
                node = node.setdefault(fold(word), {})
            node.setdefault(_END, []).append(name)

    def spots(self, text: str) -> Iterator[Spot]:
        """The known names in a text, in order, none inside another."""
        words = [(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]
        i = 0
        while i < len(words):
            found = self._longest(text, words, i)
            if found is None:
                i += 1
                continue
            stop, names = found
            start, end = words[i][0], words[stop - 1][1]
            senses = dict.fromkeys(s for name in names for s in self._knowledge.senses(name))
            yield Spot(start, end, text[start:end], tuple(senses))
            i = stop

    def _longest(self, text: str, words: list[tuple[int, int, str]], i: int) -> tuple[int, list[str]] | None:
        node, best = self._trie, None
        for j in range(i, len(words)):
            if words[j][2] not in node:
                break
            node = node[words[j][2]]
            names = [n for n in node.get(_END, ()) if _written_alike(n, text[words[i][0] : words[j][1]])]
            if names:
                best = (j + 1, names)
        return best


def _written_alike(name: str, text: str) -> bool:
    """Whether capitals agree well enough: acronyms to the letter, other names by their first letter."""
    if len(name) <= _ACRONYM_LENGTH and name.isalpha() and not name[1:].islower():
        return text == name or (name.isupper() and text.isupper())
    return text[0].isupper() or not name[0].isupper()


@lru_cache(maxsize=4)
def spotter(knowledge: Knowledge) -> Spotter:
    """The spotter of a knowledge object, made once."""
    return Spotter(knowledge)
