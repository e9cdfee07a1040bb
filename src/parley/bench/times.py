"""How well times are read: TIMEX3 spans and values as TempEval-3 counts them, and EDTF intervals of dated expressions.

TempEval-3's counting: expressions of the gold set and of the system are paired one to one, those of the same extent
first, then the largest overlaps. `strict` counts pairs of the same extent, `relaxed` all pairs, `value` the pairs
whose values are the same string, `type` those of the same type; each as F1 in percent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from parley.model.article import Article, text_digest
from parley.model.edtf import Interval, interval
from parley.model.reading import TimeExpression
from parley.reading.parse import parse
from parley.reading.times import find_times

TIMEX_SETS = ("timebank", "aquaint", "wikiwars-01-16")
# TimeBank and AQUAINT are scored together: the news of TempEval-3's training set.
NEWS_SETS = ("timebank", "aquaint")
DATES_SET = "gum-dates-dev"

Timex = tuple[int, int, str, str]
"""An expression for counting: start, end, type, value."""


@dataclass(slots=True)
class TimexCounts:
    """Counts of expressions and of pairs of a gold and a system expression."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    type: int = 0

    def add(self, gold: Sequence[Timex], system: Sequence[Timex]) -> None:
        """Adds one document."""
        self.gold += len(gold)
        self.system += len(system)
        for left, right in pairs(gold, system):
            self.relaxed += 1
            self.strict += left[:2] == right[:2]
            self.type += left[2] == right[2]
            self.value += left[3] == right[3]

    def merged(self, other: TimexCounts) -> TimexCounts:
        """The counts of both."""
        return TimexCounts(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))

    def to_json(self) -> dict[str, Any]:
        """The F1 figures in percent, and how many expressions there are."""
        both = self.gold + self.system
        figures = {
            name: round(200 * getattr(self, name) / both, 2) if both else 100.0
            for name in ("strict", "relaxed", "value", "type")
        }
        return {**figures, "gold": self.gold, "system": self.system}


def pairs(gold: Sequence[Timex], system: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Gold and system expressions that stand for each other, one to one: same extents first, then larger overlaps."""
    open_gold, open_system = dict(enumerate(gold)), dict(enumerate(system))
    by_extent: dict[tuple[int, int], list[int]] = {}
    for number, timex in open_system.items():
        by_extent.setdefault(timex[:2], []).append(number)
    for number, timex in enumerate(gold):
        if same := by_extent.get(timex[:2]):
            other = same.pop(0)
            yield open_gold.pop(number), open_system.pop(other)
    overlaps = sorted(
        (-_overlap(left, right), i, j)
        for i, left in open_gold.items()
        for j, right in open_system.items()
        if _overlap(left, right) > 0
    )
    for _, i, j in overlaps:
        if i in open_gold and j in open_system:
            yield open_gold.pop(i), open_system.pop(j)


def _overlap(left: Timex, right: Timex) -> int:
    return min(left[1], right[1]) - max(left[0], right[0])


def time_figures(gold: Path) -> dict[str, dict[str, Any]]:
    """The figures of each set of `times/` found in a gold folder, by the set's name, and of the two news sets as one.

    A set that is not there has no figures.
    """
    figures: dict[str, dict[str, Any]] = {}
    news = TimexCounts()
    for name in TIMEX_SETS:
        documents = _documents(gold / "times" / f"{name}.jsonl")
        if not documents:
            continue
        counts = TimexCounts()
        for document, expressions in _read(documents):
            gold_timexes = [(t[0], t[1], t[2], t[3]) for t in document["timex"]]
            counts.add(gold_timexes, [(e.start, e.end, e.type, e.value) for e in expressions])
        figures[name] = {"documents": len(documents), **counts.to_json()}
        if name in NEWS_SETS:
            news = news.merged(counts)
    if all(name in figures for name in NEWS_SETS):
        documents_read = sum(figures[name]["documents"] for name in NEWS_SETS)
        figures["news"] = {"documents": documents_read, **news.to_json()}
    if documents := _documents(gold / "times" / f"{DATES_SET}.jsonl"):
        figures[DATES_SET] = {"documents": len(documents), **interval_figures(_read(documents))}
    return figures


def interval_figures(
    read: Iterator[tuple[Mapping[str, Any], Sequence[TimeExpression]]],
) -> dict[str, Any]:
    """The share of dated expressions whose EDTF interval is the annotated one, in percent.

    `right` is the share among those that were found and placed on the calendar, `right_of_all` among all annotated
    ones. Clock times alone and years before Christ are left out.
    """
    annotated = dated = right = 0
    for document, expressions in read:
        for start, end, _, when in document["dates"]:
            wanted = annotated_interval(when)
            if wanted is None:
                continue
            annotated += 1
            overlapping = [e for e in expressions if e.start < end and e.end > start and e.edtf]
            dated += bool(overlapping)
            right += any(interval(e.edtf) == wanted for e in overlapping)
    return {
        "gold": annotated,
        "dated": dated,
        "right": round(100 * right / dated, 2) if dated else 100.0,
        "right_of_all": round(100 * right / annotated, 2) if annotated else 100.0,
    }


def annotated_interval(when: Mapping[str, str]) -> Interval | None:
    """The days a TEI date (`when`, `from`/`to`, `notBefore`/`notAfter`) allows; None for a time of day alone."""
    if "when" in when:
        return interval(when["when"].split("T")[0])
    first = interval((when.get("from") or when.get("notBefore") or "").split("T")[0])
    last = interval((when.get("to") or when.get("notAfter") or "").split("T")[0])
    if first is None and last is None:
        return None
    return Interval(first.first if first else date.min, last.last if last else date.max)


def _read(documents: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Sequence[TimeExpression]]]:
    """Each document with the expressions found in it."""
    for document, doc in zip(documents, parse(d["text"] for d in documents), strict=True):
        digest = text_digest(document["text"])
        published = document.get("published") or document.get("dct")
        article = Article(
            id=digest[:16], sha256=digest, uri="bench:times", published=published or None, text=document["text"]
        )
        yield document, find_times(article, doc)


def _documents(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
