"""`parley check`: an article against the record, before anything of it is kept."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from parley import config
from parley.answers.comparison import ComparedFact, Verdict, by_verdict
from parley.answers.phrasing import day_in_words
from parley.cli.output import JsonOption, RecordOption, note, open_record, print_json, print_text

_HEADINGS: dict[Verdict, str] = {
    "disputed": "Other articles say otherwise",
    "changed": "Known as planned or possible, now told as fact",
    "new": "Not in the record",
    "known": "Told by other articles too",
}
# Other accounts shown under a fact; the rest is counted.
_MOST_ACCOUNTS = 3


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("check", rich_help_panel="Answers, with their sources")(check)


def check(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Files: text, Markdown, HTML.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Date of publication of articles that do not state one.")
    ] = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """Hold an article against the record: what others say too, otherwise, or not at all.

    The article is read and not kept. What stands there already is held against the other articles.

    Example: parley check draft.md --published 2025-05-14
    """
    with open_record(record) as opened:
        checked = opened.check(*articles, published=published)
    if as_json:
        print_json([{"article": c.article.uri, "facts": [asdict(fact) for fact in c.facts]} for c in checked.articles])
    else:
        for article in checked.articles:
            print_text(article.article.title or article.article.uri)
            if not article.facts:
                print_text("  Nothing that the record keeps was found in it.")
            for verdict, facts in by_verdict(article.facts).items():
                print_text(f"\n{_HEADINGS[verdict]} ({len(facts)})")
                for fact in facts:
                    print_text("\n".join(_lines(fact)))
            print_text("")
    for skipped in checked.skipped:
        note(f"skipped: {skipped.reason}")
    if not checked.articles:
        raise typer.Exit(1)


def _lines(fact: ComparedFact) -> list[str]:
    lines = [f"- {fact.told}", f"    “{fact.sentence}”"]
    if fact.verdict == "disputed":
        lines.append(f"    here, {fact.field}: {fact.value}")
    for account in fact.others[:_MOST_ACCOUNTS]:
        day = f", {day_in_words(account.published)}" if account.published else ""
        given = f"{account.value}: " if account.value else ""
        lines.append(f"    {account.outlet}{day}: {given}“{account.sentence}”")
    if len(fact.others) > _MOST_ACCOUNTS:
        lines.append(f"    and {len(fact.others) - _MOST_ACCOUNTS} more")
    return lines
