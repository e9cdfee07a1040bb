"""`parley read`: articles into claims, printed as JSON lines or kept in a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.output import DEFAULT_RECORD, note, print_json_line
from parley.errors import DateError
from parley.model.article import Article, Skipped
from parley.model.claim import CLAIM_KINDS, Claim

if TYPE_CHECKING:
    from parley.pipeline import ReadArticle

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
        bool, typer.Option("--json", help="Print each article with its claims as one line of JSON; keep no record.")
    ] = False,
    record: Annotated[
        str | None,
        typer.Option("--record", metavar="FILE-or-URL", help=f"The record to read into.  [default: {DEFAULT_RECORD}]"),
    ] = None,
) -> None:
    """Read articles and keep what they say.

    Reading an article again changes nothing, and an interrupted run goes on where it stopped. What cannot be read is
    named with its reason, and the rest is read. The command fails only when nothing at all could be read.

    Example: parley read articles/ --published 2025-05-13
    """
    day = _day(published)
    from parley.pipeline import read_sources

    found = read_sources(sources, day)
    if as_json:
        found = _printed(found)
    summary = Summary()
    for item in found:
        summary.add(item)
    summary.tell()
    if not summary.articles:
        raise typer.Exit(1)


def _printed(items: Iterable[ReadArticle | Skipped]) -> Iterator[ReadArticle | Skipped]:
    for item in items:
        if not isinstance(item, Skipped):
            print_json_line(contract_line(item.article, item.claims))
        yield item


class Summary:
    """Counts what a run of reading found, and tells it at the end."""

    def __init__(self) -> None:
        self.articles = 0
        self.kinds: Counter[str] = Counter()
        self.skipped: list[Skipped] = []
        self.unresolved: list[tuple[str, tuple[str, ...]]] = []

    def add(self, item: ReadArticle | Skipped) -> None:
        """Counts an article or something skipped."""
        if isinstance(item, Skipped):
            self.skipped.append(item)
            return
        self.articles += 1
        self.kinds.update(claim.kind for claim in item.claims)
        if item.unresolved and item.article.published is None:
            self.unresolved.append((item.article.uri, item.unresolved))

    def tell(self) -> None:
        """The closing table, on standard error."""
        for item in self.skipped:
            note(f"skipped  {item.reason}")
        for uri, words in self.unresolved:
            note(f"no publication date for {uri}; these dates stay unresolved: {', '.join(words)}")
        counts = ", ".join(f"{self.kinds[kind]} {kind}s" for kind in CLAIM_KINDS)
        note(f"{self.articles} articles: {counts}; {len(self.skipped)} skipped")


def _day(published: str | None) -> str | None:
    from parley.sources.dates import parse_day

    try:
        return parse_day(published) if published else None
    except DateError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
