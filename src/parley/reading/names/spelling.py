"""The names an article itself writes: the reader of one article sees its spelling, the id stays the known one's.

    "Arseny Yatseniuk" (known as Arseniy Yatsenyuk)          "Arseny Yatseniuk"
    "Kocharian", never in full (Robert Kocharyan)            "Robert Kocharian"
    "Zelenskyy", "Volodymyr Zelenskiy"                       "Volodymyr Zelensky": only the ending differs
    "the National Liberation Army (ELN)", then "the ELN"     "ELN": it is known by its letters
    "the African Union (AU)", then "the AU"                  "African Union": it is known by its words
    "Sudanese army", throughout (SAF)                        "Sudanese army"

docs/decisions/0030-names-as-spelt.md tells why.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher

from parley.knowledge import Entity, fold
from parley.model.party import Party

# Endings by which transliterations of one name differ without anybody noticing.
_ENDING = re.compile(r"(?:iy|yy|ij|yi|ii|y|i)$")
# Two words at least so alike are spellings of one surname ("gaddafi" and "kadhafi" 0.71; "hemedti" and "mohamed" 0.57).
ALIKE = 0.6
# A longer line of capitals is a heading, not how the article writes a name.
_LONGEST_ACRONYM = 6


def same_spelling(one: str, other: str) -> bool:
    """Whether two names differ only in marks on letters and in the usual endings of transliteration."""
    return _key(one) == _key(other)


def _key(name: str) -> list[str]:
    return [_ENDING.sub("y", word) for word in fold(name).split()]


class Spellings:
    """How an article writes the known names, told one mention at a time, and the name of each to show."""

    def __init__(self) -> None:
        self._full: dict[str, Counter[str]] = defaultdict(Counter)
        self._alone: dict[str, Counter[str]] = defaultdict(Counter)
        self._bodies: dict[str, Counter[str]] = defaultdict(Counter)

    def person(self, known: str, written: str) -> None:
        """Takes note of a person known by one name and written by another."""
        if written.isupper():
            written = written.title()
        (self._full if " " in written else self._alone)[known][written] += 1

    def body(self, entity: Entity, written: str) -> None:
        """Takes note of an organisation or group and the name it is written by."""
        if written.isupper() and len(written) > _LONGEST_ACRONYM:
            return
        shortened = written.isupper() and not entity.name.isupper()
        self._bodies[entity.id][entity.name if shortened or _is_short_of(written, entity.name) else written] += 1

    def party(self, party: Party) -> Party:
        """A party under the name the article writes."""
        name = party.name
        if party.kind == "person":
            name = self._person_name(party.name)
        elif (written := self._bodies.get(party.id)) and not party.is_forum:
            most = max(written.values())
            tied = [text for text, count in written.items() if count == most]
            name = party.name if party.name in tied else max(tied, key=len)
        return party if name == party.name else party.model_copy(update={"name": name})

    def _person_name(self, known: str) -> str:
        full = self._full.get(known)
        if full:
            written = full.most_common(1)[0][0]
            ours, theirs = _key(known), _key(written)
            shorter, longer = sorted((set(ours), set(theirs)), key=len)
            if ours[-1] == theirs[-1] and shorter <= longer:
                return known
            return written
        alone = self._alone.get(known)
        return _with_surname(known, alone.most_common(1)[0][0]) if alone else known


def _with_surname(known: str, written: str) -> str:
    """The known name with the surname as written, where that is another spelling of it; else the known name."""
    words = known.split()
    keys = _key(known)
    (key,) = _key(written) or ("",)
    if key in keys or len(words) < 2:
        return known
    near = [SequenceMatcher(None, key, other).ratio() for other in keys]
    best = max((len(words) - 1, 0), key=near.__getitem__)
    if near[best] < ALIKE:
        return known
    return " ".join([*words[:best], written, *words[best + 1 :]])


def _is_short_of(written: str, name: str) -> bool:
    """Whether a name is written as its own adjective: "Houthi" for the Houthis."""
    return fold(name) == f"{fold(written)}s"
