"""JSON lines, plain or gzipped: one article a line."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any

from parley.errors import DateError, MalformedLineError, NoTextError, SourceError
from parley.model.article import Article
from parley.sources.build import build_article
from parley.sources.dates import parse_day


class JsonLinesSource:
    """JSON objects with `text`, and any of `id`, `title`, `published` (or `date`), `url`, `publisher`, `language`."""

    suffixes: tuple[str, ...] = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")

    def articles(self, content: bytes, uri: str, published: str | None) -> Iterator[Article | SourceError]:
        """The articles of the lines; for a line that is none, the error, so that the lines after it are read.

        Raises:
            SourceError: the file is empty or not whole.
        """
        lines = _lines(content, uri)
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield _article(line, f"{uri}#{number}", number, published)
                except SourceError as error:
                    yield error


def _lines(content: bytes, uri: str) -> list[bytes]:
    if content.startswith(b"\x1f\x8b"):
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error) as error:
            raise SourceError(f"{uri}: the compressed file is damaged ({error})") from error
    if not content.strip():
        raise NoTextError(f"{uri}: the file is empty")
    # Only these two end a JSON line; str.splitlines() would also cut at the U+2028 that JSON strings may hold.
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").split(b"\n")


def _article(line: bytes, uri: str, number: int, asserted: str | None) -> Article:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedLineError(f"{uri}: line {number} is not JSON ({error})", number) from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise MalformedLineError(f"{uri}: line {number} is not a JSON object with a text", number)
    try:
        return build_article(
            fields["text"],
            uri=uri,
            id=_string(fields, "id"),
            url=_string(fields, "url"),
            title=_string(fields, "title"),
            publisher=_string(fields, "publisher"),
            language=_string(fields, "language") or _string(fields, "lang"),
            published=_day(fields),
            asserted=asserted,
        )
    except (DateError, TypeError) as error:
        raise MalformedLineError(f"{uri}: line {number}: {error}", number) from error
    except NoTextError as error:
        raise MalformedLineError(f"{uri}: line {number} has an empty text", number) from error


def _day(fields: dict[str, Any]) -> str | None:
    value = _string(fields, "published") or _string(fields, "date")
    return parse_day(value) if value else None


def _string(fields: dict[str, Any], name: str) -> str | None:
    """A field that is a string, or a number written as one.

    Raises:
        TypeError: it is something else.
    """
    value = fields.get(name)
    if isinstance(value, bool | list | dict):
        raise TypeError(f"its {name} is not a string")
    return None if value is None or value == "" else str(value)
