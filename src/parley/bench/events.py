"""How well political events are coded: one sentence a record, one PLOVER type each, no spans given.

CONCEDE and RETREAT count as one type, as in PLOVER's version of fifteen types, which the gold sets use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.claims.events import event_annotations
from parley.reading import read
from parley.sources.build import build_article

# The set looked for in the gold folder, and the field that holds its text.
SET = Path("events") / "plv-train.jsonl"
_FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_EMPTY_WORDS = frozenset({"the", "of", "and", "a"})

Json = Mapping[str, Any]


@dataclass(slots=True)
class EventFigures:
    """Counts over records: with any event, with the right type, with right type and both parties; and events made."""

    records: int = 0
    covered: int = 0
    made: int = 0
    right: int = 0
    found: int = 0
    paired: int = 0

    @property
    def precision(self) -> float:
        """The share of the events made that have the record's type, in percent."""
        return 100 * self.right / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        """The share of records whose type was found, in percent."""
        return self._share(self.found)

    def _share(self, count: int) -> float:
        return 100 * count / self.records if self.records else 0.0

    def add(self, record: Json, events: Iterable[Json]) -> None:
        """Adds what was read of one record."""
        made = list(events)
        wanted = folded(record.get("root15") or record.get("event"))
        right = [event for event in made if folded(event.get("code")) == wanted]
        self.records += 1
        self.covered += bool(made)
        self.made += len(made)
        self.right += len(right)
        self.found += bool(right)
        self.paired += any(_same_parties(record, event) for event in right)

    def to_json(self) -> dict[str, Any]:
        """The figures as plain values, rounded to a tenth."""
        precision, recall = self.precision, self.recall
        return {
            "records": self.records,
            "covered": round(self._share(self.covered), 1),
            "type_P": round(precision, 1),
            "type_R": round(recall, 1),
            "type_F1": round(2 * precision * recall / (precision + recall), 1) if precision + recall else 0.0,
            "pair_R": round(self._share(self.paired), 1),
        }


def event_figures(gold: Path) -> EventFigures:
    """Reads the sentences of the event set in a gold folder and counts the events coded right.

    Raises:
        FileNotFoundError: the folder has no such set.
    """
    return figures_of(gold / SET)


def figures_of(records: Path) -> EventFigures:
    """The same for one file of records, JSON lines with `sentence` or `text`, `root15` or `event`, source, target."""
    gold = list(_lines(records))
    articles = (
        build_article(g.get("sentence") or g["text"], uri=str(records), id=str(n), published=g.get("date"))
        for n, g in enumerate(gold)
    )
    figures = EventFigures()
    for record, reading in zip(gold, read(articles), strict=True):
        figures.add(record, event_annotations(reading))
    return figures


def folded(code: str | None) -> str:
    """The code of the version of fifteen types."""
    upper = (code or "").upper()
    return _FOLDED.get(upper, upper)


def _same_parties(record: Json, event: Json) -> bool:
    """Whether source and target share a word with the record's; a record without a target asks for none."""
    source, target = record.get("source"), record.get("target")
    if not isinstance(source, str) or not _words(event.get("source")) & _words(source):
        return False
    return not target or bool(_words(event.get("target")) & _words(target))


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", (text or "").lower())) - _EMPTY_WORDS


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
