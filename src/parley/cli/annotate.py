"""`parley annotate`: one layer of reading, for measuring and for people who build on it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.output import note, print_json_line
from parley.errors import ParleyError, SourceError
from parley.model.article import Article, Skipped

if TYPE_CHECKING:
    from parley.model.reading import Reading


class Layer(StrEnum):
    """What can be annotated."""

    TIMES = "times"
    QUOTES = "quotes"
    NAMES = "names"
    EVENTS = "events"


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("annotate", rich_help_panel="For researchers")(annotate)


def annotate(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Text files; none: JSON lines on standard input.")
    ] = None,
    layer: Annotated[
        Layer, typer.Option(metavar="LAYER", help="What to print: times, quotes, names or events.")
    ] = Layer.TIMES,
) -> None:
    """Print one layer of reading as JSON lines: times, quotes, names or events.

    On standard input each line is a JSON object with `id`, `text` (or `sentence`) and, where known, `published` (or
    `date`). One line comes out for each that goes in; a line that is none comes out with `error`.

    Example: parley annotate --layer times < articles.jsonl
    """
    failed = 0
    for line in annotated(_from_files(files) if files else _from_lines(sys.stdin.buffer), layer.value):
        print_json_line(line)
        failed += "error" in line
    if failed:
        note(f"parley: {failed} of the inputs could not be read")
        raise typer.Exit(1)


def annotated(items: Iterable[tuple[Any, Article | Skipped]], layer: str) -> Iterator[dict[str, Any]]:
    """For each article, with the id it is to have, `{"id", "<layer>": [...]}`; with `error` for what is none."""
    from parley.reading import parse_articles, read_doc

    waiting: list[tuple[Any, Article | Skipped]] = []

    def articles() -> Iterator[Article]:
        for item_id, item in items:
            waiting.append((item_id, item))
            if isinstance(item, Article):
                yield item.blanked()

    for article, doc in parse_articles(articles()):
        yield from _errors(waiting, layer)
        item_id, _ = waiting.pop(0)
        yield {"id": item_id, layer: LAYERS[layer](read_doc(article, doc))}
    yield from _errors(waiting, layer)


def _errors(waiting: list[tuple[Any, Article | Skipped]], layer: str) -> Iterator[dict[str, Any]]:
    while waiting:
        item_id, item = waiting[0]
        if isinstance(item, Article):
            return
        waiting.pop(0)
        yield {"id": item_id, layer: [], "error": item.reason}


def times(reading: Reading) -> list[dict[str, Any]]:
    """The time expressions with their TIMEX3 and EDTF values."""
    names = ("start", "end", "type", "value", "mod", "edtf")
    return [{name: getattr(time, name) for name in names} for time in reading.times]


def quotes(reading: Reading) -> list[dict[str, Any]]:
    """The attributions: the spans of source, cue and content."""
    return [
        {"source": list(q.source), "cue": list(q.cue), "content": list(q.content), "direct": q.direct}
        for q in reading.quotes
    ]


def names(reading: Reading) -> list[dict[str, Any]]:
    """Who and what is named or described, and who that is at the date of what is told; a line a party."""
    found: list[dict[str, Any]] = []
    for mention in reading.mentions:
        known: list[tuple[str | None, str | None]] = [(party.name, party.id) for party in mention.parties]
        if not known:
            known = [(mention.place.name if mention.place else None, None)]
        found.extend(
            {"start": mention.start, "end": mention.end, "kind": mention.kind, "name": name, "id": party_id}
            for name, party_id in known
        )
    return found


def events(reading: Reading) -> list[dict[str, Any]]:
    """The political events by PLOVER type and mode, with the words of source and target."""
    from parley.claims.events import event_annotations

    return event_annotations(reading)


LAYERS = {"times": times, "quotes": quotes, "names": names, "events": events}


def _from_files(files: Iterable[str]) -> Iterator[tuple[Any, Article | Skipped]]:
    from parley.sources.files import load

    for item in load(files):
        yield (item.id if isinstance(item, Article) and item.uri not in files else item.uri), item


def _from_lines(stream: Iterable[bytes]) -> Iterator[tuple[Any, Article | Skipped]]:
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield _from_line(line, number)


def _from_line(line: bytes, number: int) -> tuple[Any, Article | Skipped]:
    from parley.sources.build import build_article
    from parley.sources.dates import parse_day

    uri, given_id = f"line {number}", None
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict):
            raise SourceError("not a JSON object")
        given_id = fields.get("id", number)
        text = fields.get("text", fields.get("sentence"))
        if not isinstance(text, str):
            raise SourceError("no text or sentence in it")
        day = fields.get("published") or fields.get("date")
        return given_id, build_article(text, uri=uri, id=str(given_id), published=parse_day(str(day)) if day else None)
    except (ValueError, RecursionError, ParleyError) as error:
        return given_id, Skipped(uri=uri, reason=f"{uri}: {error}")
