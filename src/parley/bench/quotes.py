"""How well quotations and their speakers are read, counted as PARC and PolNeAR attributions are.

An attribution is a content with a source. Contents are sets of words (quotation marks and punctuation never count);
gold and found attributions of an article are paired one to one, those that overlap most first, and a pair counts when
the Dice coefficient of the two sets is at least a half. `unit` is the F1 of the pairs, `with_speaker` the F1 of those
pairs in which the found source holds the head of the gold source as well, or in which neither has a source.
"""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from parley.model.article import Article, text_digest
from parley.model.reading import Quotation
from parley.reading import read

QUOTES_SET = "quotes/polnear-dev.jsonl.gz"
# A pair counts from this Dice coefficient on, as in the published figures.
LEAST_OVERLAP = 0.5

_WORD = re.compile(r"\w+(?:['’]\w+)?")
# What ends the noun phrase whose last word is the head of a source.
_BREAK = re.compile(r"[,(;:—–]| - |\"|“")
_AFTER_HEAD = frozenset("of who that which whose whom in at on for from with to and".split())

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution for counting: its spans of characters and its kind ("direct", "mixed", "indirect")."""

    source: Spans
    content: Spans
    kind: str = "indirect"


@dataclass(slots=True)
class QuoteCounts:
    """Counts of attributions, of pairs, of pairs with the right speaker; gold and pairs by kind as well."""

    gold: int = 0
    system: int = 0
    unit: int = 0
    with_speaker: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)

    def add(self, text: str, gold: Sequence[Attribution], system: Sequence[Attribution]) -> None:
        """Adds one article."""
        words = Words(text)
        left = [(a, w) for a in gold if (w := words.of(a.content))]
        right = [(a, w) for a in system if (w := words.of(a.content))]
        self.gold += len(left)
        self.system += len(right)
        for attribution, _ in left:
            self.by_kind.setdefault(attribution.kind, [0, 0])[0] += 1
        for i, j in _pairs([w for _, w in left], [w for _, w in right]):
            wanted, found = left[i][0], right[j][0]
            self.unit += 1
            self.by_kind[wanted.kind][1] += 1
            head = words.head_of(wanted.source)
            source = words.of(found.source)
            self.with_speaker += head in source if head is not None else not source

    def to_json(self) -> dict[str, Any]:
        """The figures in percent and how many attributions there are."""
        both = self.gold + self.system
        return {
            "unit": round(200 * self.unit / both, 1) if both else 100.0,
            "with_speaker": round(200 * self.with_speaker / both, 1) if both else 100.0,
            "precision": round(100 * self.unit / self.system, 1) if self.system else 100.0,
            "recall": round(100 * self.unit / self.gold, 1) if self.gold else 100.0,
            "recall_by_kind": {k: round(100 * hit / all_, 1) for k, (all_, hit) in sorted(self.by_kind.items())},
            "gold": self.gold,
            "system": self.system,
        }


class Words:
    """The words of a text by number, to turn spans of characters into sets of words."""

    def __init__(self, text: str) -> None:
        self._text = text
        matches = list(_WORD.finditer(text))
        self._starts = [m.start() for m in matches]
        self._ends = [m.end() for m in matches]

    def of(self, spans: Spans) -> frozenset[int]:
        """The numbers of the words that the spans touch."""
        found: set[int] = set()
        for start, end in spans:
            number = bisect_right(self._ends, start)
            while number < len(self._starts) and self._starts[number] < end:
                found.add(number)
                number += 1
        return frozenset(found)

    def head_of(self, spans: Spans) -> int | None:
        """The last word of the first noun phrase of a source, None for no source."""
        numbers = sorted(self.of(spans))
        if not numbers:
            return None
        head = numbers[0]
        for previous, number in pairwise(numbers):
            between = self._text[self._ends[previous] : self._starts[number]]
            word = self._text[self._starts[number] : self._ends[number]].lower()
            if _BREAK.search(between) or word in _AFTER_HEAD:
                break
            head = number
        return head


def _pairs(gold: Sequence[frozenset[int]], system: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """The pairs that count, largest overlap first; of equal ones the earlier in the text."""
    at: dict[int, list[int]] = {}
    for j, words in enumerate(system):
        for word in words:
            at.setdefault(word, []).append(j)
    overlaps = []
    for i, words in enumerate(gold):
        shared: dict[int, int] = {}
        for word in words:
            for j in at.get(word, ()):
                shared[j] = shared.get(j, 0) + 1
        overlaps += [(-2 * n / (len(words) + len(system[j])), i, j) for j, n in shared.items()]
    taken_gold: set[int] = set()
    taken_system: set[int] = set()
    for dice, i, j in sorted(overlaps):
        if -dice < LEAST_OVERLAP:
            return
        if i not in taken_gold and j not in taken_system:
            taken_gold.add(i)
            taken_system.add(j)
            yield i, j


def quote_figures(gold_folder: Path) -> dict[str, dict[str, Any]]:
    """The figures by set name, for the sets that are in the folder."""
    path = gold_folder / QUOTES_SET
    if not path.is_file():
        return {}
    return {"polnear-dev": measure(_lines(path)).to_json()}


def measure(lines: Iterable[Mapping[str, Any]]) -> QuoteCounts:
    """The counts over gold articles (`id`, `text`, `annotators`); the first annotator by name is the gold."""
    counts = QuoteCounts()
    kept: list[list[Attribution]] = []

    def articles() -> Iterator[Article]:
        for line in lines:
            annotators = line["annotators"]
            gold = annotators[min(annotators)] if annotators else []
            kept.append([Attribution(g["source"], g["content"], g.get("kind", "indirect")) for g in gold])
            text = line["text"]
            yield Article(id=line["id"], sha256=text_digest(text), uri=f"bench:{line['id']}", published=None, text=text)

    for number, reading in enumerate(read(articles())):
        gold, kept[number] = kept[number], []
        counts.add(reading.article.text, gold, [_attribution(q) for q in reading.quotes])
    return counts


def _attribution(quotation: Quotation) -> Attribution:
    return Attribution(quotation.source, quotation.content, quotation.kind)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
