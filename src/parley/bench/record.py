"""How well the claims of annotated articles are found, kind by kind, folder by folder, half by half.

The gold set is a folder of folders of JSON files, one an article, annotated by the guide that comes with it. The odd
numbers are for learning from, the even ones for checking: the two halves are never put together here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from parley.bench.record_matching import KINDS, Json, Kind, judged, pairs
from parley.model.article import Article
from parley.pipeline import read_articles
from parley.sources.build import build_article

Half = Literal["odd", "even"]
HALVES: tuple[Half, ...] = ("odd", "even")


@dataclass(slots=True)
class KindFigures:
    """The counts of one kind of claim: annotated, read, matched; `right` counts judged fields as (field, right?)."""

    annotated: int = 0
    read: int = 0
    matched: int = 0
    right: Counter[tuple[str, bool]] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """The share of what was read that matches, in percent."""
        return 100 * self.matched / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found, in percent."""
        return 100 * self.matched / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return self._f1(self.matched)

    @property
    def whole_f1(self) -> float:
        """F1 when a match only counts with its telling fields right, in percent."""
        return self._f1(self.right["whole", True])

    def _f1(self, hits: int) -> float:
        total = self.annotated + self.read
        return 200 * hits / total if total else 0.0

    def fields(self) -> dict[str, float]:
        """The share of right values of each judged field over the matched pairs, in percent."""
        kept = sorted({name for name, _ in self.right})
        return {n: 100 * self.right[n, True] / (self.right[n, True] + self.right[n, False]) for n in kept}

    def add(self, other: KindFigures) -> None:
        """Takes in the counts of another article."""
        self.annotated += other.annotated
        self.read += other.read
        self.matched += other.matched
        self.right += other.right


@dataclass(slots=True)
class RecordFigures:
    """The figures of one half of one folder. `bad_evidence` counts spans that are not the article's text: must be 0."""

    folder: str
    half: Half
    articles: int = 0
    bad_evidence: int = 0
    kinds: dict[Kind, KindFigures] = field(default_factory=lambda: {kind: KindFigures() for kind in KINDS})

    def to_json(self) -> dict[str, Any]:
        """The figures as plain values, rounded to a tenth."""
        return {
            "folder": self.folder,
            "half": self.half,
            "articles": self.articles,
            "bad_evidence": self.bad_evidence,
        } | {
            kind: {
                "gold": f.annotated,
                "predicted": f.read,
                "P": round(f.precision, 1),
                "R": round(f.recall, 1),
                "F1": round(f.f1, 1),
                "whole_F1": round(f.whole_f1, 1),
                "fields": {name: round(value, 1) for name, value in f.fields().items()},
            }
            for kind, f in self.kinds.items()
        }


def record_figures(gold: Path, halves: Sequence[Half] = HALVES) -> Iterator[RecordFigures]:
    """Reads the annotated articles under a folder and gives the figures of each subfolder and half, in order.

    A file belongs to a half by the number it is named by; files without one are passed over.
    """
    for folder in sorted(path for path in gold.iterdir() if path.is_dir()):
        for half in halves:
            files = [p for p in sorted(folder.glob("*.json")) if p.stem.isdigit() and half_of(int(p.stem)) == half]
            if files:
                yield _figures_of(folder.name, half, files)


def half_of(number: int) -> Half:
    """The half a file of this number belongs to."""
    return "odd" if number % 2 else "even"


def _figures_of(folder: str, half: Half, files: Sequence[Path]) -> RecordFigures:
    annotated = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    articles = [article_of(item, str(path)) for item, path in zip(annotated, files, strict=True)]
    figures = RecordFigures(folder, half)
    for item, (article, claims) in zip(annotated, read_articles(articles), strict=True):
        score(figures, item, article.text, [claim.to_json() for claim in claims])
    return figures


def article_of(item: Json, uri: str) -> Article:
    """The article an annotated item holds, as a source would make it."""
    return build_article(
        item["text"], uri=uri, id=item.get("id"), title=item.get("title"), url=item.get("url"),
        published=item.get("published"),
    )  # fmt: skip


def score(figures: RecordFigures, item: Json, text: str, claims: Iterable[Mapping[str, Any]]) -> None:
    """Adds what was read of one article to the figures."""
    read = list(claims)
    figures.articles += 1
    figures.bad_evidence += sum(
        text[e["start"] : e["end"]] != e["text"] for claim in read for e in claim.get("evidence", ())
    )
    for kind in KINDS:
        items = item.get(kind) or []
        ours = [claim for claim in read if claim["kind"] == kind.removesuffix("s")]
        matched = pairs(kind, item["text"], items, ours)
        right: Counter[tuple[str, bool]] = Counter()
        for i, j in matched:
            right.update(judged(kind, items[i], ours[j]).items())
        figures.kinds[kind].add(KindFigures(len(items), len(ours), len(matched), right))
