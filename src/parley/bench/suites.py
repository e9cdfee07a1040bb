"""The suites of figures, each from the gold folder to figures."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from parley.bench.contacts import contact_figures
from parley.bench.events import event_figures
from parley.bench.figures import Figure
from parley.bench.offices import score_offices
from parley.bench.quotes import quote_figures
from parley.bench.record import record_figures
from parley.bench.speed import speed_ratio
from parley.bench.times import time_figures

# For a quick run every so many documents of a set, chosen so that all suites together take about a minute. The record
# sets are always taken whole: they are read in half a minute, and a third of them is a dozen meetings a half, on which
# one article more or less right moved a figure by five points.
THINNED = {"times": 12, "quotes": 6, "events": 8}
QUICK_CONTACTS = 60
QUICK_SPEED_ARTICLES = 30
# A figure on fewer items than this moves by ten points when one of them does.
FEWEST = 10


@dataclass(frozen=True, slots=True)
class Missing:
    """A set that was not found."""

    suite: str
    path: str


Found = Iterator[Figure | Missing]


def run(suites: Iterable[str], gold: Path | None, quick: bool = False) -> Found:
    """The figures of the named suites, and the sets that are missing.

    Args:
        suites: names out of SUITES.
        gold: the folder of gold sets; None when there is none.
        quick: take a part of each set only.
    """
    for suite in suites:
        if suite == "offices":
            yield from _offices(quick)
        elif gold is None:
            yield Missing(suite, "PARLEY_GOLD is not set")
        elif quick and suite in THINNED:
            with tempfile.TemporaryDirectory() as folder:
                yield from SUITES[suite](_thinned(gold, suite, Path(folder), THINNED[suite]), True)
        else:
            yield from SUITES[suite](gold, quick)


def _times(gold: Path, quick: bool) -> Found:
    for name in ("timebank", "aquaint", "wikiwars-01-16", "gum-dates-dev"):
        if not (gold / "times" / f"{name}.jsonl").is_file():
            yield Missing("times", f"times/{name}.jsonl")
    for name, figures in time_figures(gold).items():
        size = f"{figures['documents']} documents, {figures['gold']} expressions"
        for measure in ("value", "strict", "right"):
            if measure in figures:
                yield Figure("times", name, measure, figures[measure], size, quick)


def _quotes(gold: Path, quick: bool) -> Found:
    figures = quote_figures(gold)
    if not figures:
        yield Missing("quotes", "quotes/polnear-dev.jsonl.gz")
    for name, counts in figures.items():
        for measure in ("unit", "with_speaker"):
            yield Figure("quotes", name, measure, counts[measure], f"{counts['gold']} attributions", quick)


def _events(gold: Path, quick: bool) -> Found:
    try:
        figures = event_figures(gold).to_json()
    except FileNotFoundError:
        yield Missing("events", "events/plv-train.jsonl")
        return
    for measure in ("type_P", "type_R", "pair_R"):
        yield Figure("events", "plv-train", measure, figures[measure], f"{figures['records']} sentences", quick)


def _record(gold: Path, quick: bool) -> Found:
    if not (gold / "record").is_dir():
        yield Missing("record", "record/")
        return
    for found in record_figures(gold / "record"):
        for kinds, figures in found.to_json().items():
            if isinstance(figures, dict) and figures["gold"] >= FEWEST:
                kind = kinds.removesuffix("s")
                size = f"{found.articles} articles, {figures['gold']} {kinds}"
                of = f"{found.folder}-{found.half}"
                yield Figure("record", of, kind, figures["F1"], size, quick)
                if kind in ("meeting", "statement"):
                    yield Figure("record", of, f"{kind}_whole", figures["whole_F1"], size, quick)


def _contacts(gold: Path, quick: bool) -> Found:
    listed = gold / "contacts" / "kremlin-contacts-1999-2018.jsonl"
    corpus = gold.parent / "corpora" / "kremlin-en-1999-2018.jsonl.gz"
    for path in (listed, corpus):
        if not path.is_file():
            yield Missing("contacts", str(path))
            return
    figures = contact_figures(listed, corpus, QUICK_CONTACTS if quick else None).to_json()
    yield Figure("contacts", "kremlin-contacts", "share", figures["share"], f"{figures['contacts']} contacts", quick)


def _offices(quick: bool) -> Found:
    with as_file(files(__package__).joinpath("offices_at_dates.tsv")) as questions:
        score = score_offices(questions)
    share = round(100 * score.right / score.asked, 1)
    yield Figure("offices", "offices-at-dates", "right", share, f"{score.asked} questions", quick)


def _speed(gold: Path, quick: bool) -> Found:
    corpus = gold.parent / "corpora" / "wikinews-2019-20.jsonl.gz"
    if not corpus.is_file():
        yield Missing("speed", str(corpus))
        return
    ratio, articles = speed_ratio(corpus, QUICK_SPEED_ARTICLES) if quick else speed_ratio(corpus)
    yield Figure("speed", "wikinews", "ratio", round(ratio, 2), f"{articles} articles", quick)


SUITES: dict[str, Callable[[Path, bool], Found]] = {
    "times": _times,
    "quotes": _quotes,
    "events": _events,
    "record": _record,
    "offices": lambda gold, quick: _offices(quick),
    "contacts": _contacts,
    "speed": _speed,
}


def _thinned(gold: Path, suite: str, folder: Path, every: int) -> Path:
    """A copy of a suite's sets with every so many documents of each: the lines of JSON lines, the files of folders."""
    for path in sorted((gold / suite).rglob("*.json*")):
        target = folder / path.relative_to(gold)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".json":
            # Pairs of neighbours are kept together: the odd numbers and the even ones are two halves.
            if path.stem.isdigit() and (int(path.stem) - 1) // 2 % every == 0:
                shutil.copy(path, target)
        elif path.suffix == ".gz":
            with gzip.open(path, "rb") as lines, gzip.open(target, "wb") as kept:
                kept.writelines(line for number, line in enumerate(lines) if number % every == 0)
        else:
            with path.open("rb") as lines, target.open("wb") as kept:
                kept.writelines(line for number, line in enumerate(lines) if number % every == 0)
    return folder
