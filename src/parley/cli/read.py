"""`parley read`: articles into claims, printed as JSON lines or kept in a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from parley import config, knowledge, registry
from parley.cli.output import note, note_table, print_json_line, progress
from parley.errors import DateError
from parley.model.article import Article, Skipped
from parley.model.claim import CLAIM_KINDS, Claim
from parley.model.reading import ReadArticle
from parley.store import open_store

# Of what could not be read, and of articles without a date, so many are named; the rest is counted.
MOST_LINES = 20

# The exit code of a command that Ctrl-C ended, as shells have it: 128 and the number of the signal.
INTERRUPTED = 130
_ARTICLE_FIELDS = ("id", "sha256", "uri", "title", "published", "language", "text")


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("read", rich_help_panel="Reading")(read)


def contract_line(article: Article, claims: Iterable[Claim]) -> dict[str, Any]:
    """An article with its claims in the shape of the JSON contract (docs/claim-json.md)."""
    fields = article.model_dump(mode="json")
    return {
        "article": {name: fields[name] for name in _ARTICLE_FIELDS},
        "claims": [claim.to_json() for claim in claims],
    }


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files or folders: text, Markdown, HTML, JSON lines.")
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Date of publication of articles that do not state one, as 2025-05-13."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print each article with its claims as a line of JSON. Keeps no record.")
    ] = False,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="FILE-or-URL", help=f"The record to read into.  [default: {config.RECORD}]"),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, metavar="N", help="Read in N processes at once; pays from some 60 articles.")
    ] = 1,
) -> None:
    """Read articles and keep what they say.

    Reading an article again changes nothing, and an interrupted run goes on where it stopped.

    What cannot be read is named with its reason, and the rest is read. Fails only when nothing could be read at all.

    Example: parley read articles/ --published 2025-05-13
    """
    day = _day(published)
    summary = Summary()
    try:
        with progress() as step:
            for item in _read(sources, day, as_json, record, jobs):
                summary.add(item)
                if as_json and isinstance(item, ReadArticle):
                    print_json_line(contract_line(item.article, item.claims))
                step()
    except KeyboardInterrupt:
        summary.tell()
        kept = "what was read is kept; the same command goes on from there" if record or not as_json else "not finished"
        note(f"interrupted: {kept}")
        raise typer.Exit(INTERRUPTED) from None
    summary.tell()
    if not summary.articles and not summary.known:
        raise typer.Exit(1)


def _read(
    sources: list[str], day: str | None, as_json: bool, record: str | None, jobs: int
) -> Iterator[ReadArticle | Skipped | Article]:
    from parley.pipeline import read_into, read_items, read_items_on
    from parley.sources.files import load

    engine = None
    if jobs > 1:
        start = partial(_use_facts, knowledge.additions_in_use())
        engine = registry.load("engines", "pool")(jobs, start)
    if as_json and record is None:
        items = load(sources, day)
        yield from read_items_on(engine, items) if engine else read_items(items)
        return
    store = open_store(record or config.RECORD)
    try:
        yield from read_into(store, load(sources, day), engine)
    finally:
        store.close()


def _use_facts(additions: Sequence[Path]) -> None:
    """What each process of a pool does first: use the user's facts, as this one does."""
    for facts in additions:
        knowledge.use(facts)


class Summary:
    """Counts what a run of reading found, and tells it at the end."""

    def __init__(self) -> None:
        self.articles = 0
        self.known = 0
        self.kinds: Counter[str] = Counter()
        self.skipped: list[Skipped] = []
        self.unresolved: list[tuple[str, tuple[str, ...]]] = []

    def add(self, item: ReadArticle | Skipped | Article) -> None:
        """Counts an article read, one that was there already, or something skipped."""
        if isinstance(item, Skipped):
            self.skipped.append(item)
        elif isinstance(item, Article):
            self.known += 1
        else:
            self.articles += 1
            self.kinds.update(claim.kind for claim in item.claims)
            if item.unresolved and item.article.published is None:
                self.unresolved.append((item.article.uri, item.unresolved))

    def tell(self) -> None:
        """The closing table, on standard error."""
        rows = [("articles read", str(self.articles))]
        if self.known:
            rows.append(("in the record already", str(self.known)))
        if self.articles:
            rows += [(f"{kind}s", str(self.kinds[kind])) for kind in CLAIM_KINDS]
        if self.skipped:
            rows.append(("skipped", str(len(self.skipped))))
        note_table(rows)
        for item in self.skipped[:MOST_LINES]:
            note(f"skipped: {item.reason}")
        _more(len(self.skipped), "skipped")
        for uri, words in self.unresolved[:MOST_LINES]:
            note(f"{uri} has no publication date; without one these dates stay unresolved: {', '.join(words)}")
        _more(len(self.unresolved), "without a publication date")
        if self.unresolved:
            note('Give the date with --published, or as a line "Published: 2025-05-13" at the head of the text.')


def _more(count: int, what: str) -> None:
    if count > MOST_LINES:
        note(f"... and {count - MOST_LINES} more {what}")


def _day(published: str | None) -> str | None:
    from parley.sources.dates import parse_day

    try:
        return parse_day(published) if published else None
    except DateError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
