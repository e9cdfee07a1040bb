"""Plain text and Markdown. The text is stored as it stands in the file, markup and line ends included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.errors import DateError, SourceError
from parley.model.article import Article
from parley.sources.build import build_article
from parley.sources.clean import front_matter_end
from parley.sources.dates import find_published, parse_day
from parley.sources.decode import decode

_FIELD = re.compile(r"(?P<name>[A-Za-z_-]+)\s*:\s*(?P<value>.*?)\s*$")
# A first line longer than this is the opening of the story. Newspaper headlines end near a hundred characters.
_TITLE_CHARACTERS = 120
# What stands between headline and story: a byline, a date, the outlet's name.
_STAMP_CHARACTERS = 60


class TextSource:
    """Text files, one article a file.

    One may begin with lines `Published:`, `Title:`, `Publisher:`, `URL:`, `Language:` and an empty line, or with the
    same between the rules of Markdown's front matter.
    """

    suffixes: tuple[str, ...] = (".txt", ".md", ".markdown", ".text")

    def articles(self, content: bytes, uri: str, published: str | None) -> Iterator[Article]:
        """The one article of a text file.

        Raises:
            SourceError: there is no text in it, or the date at its head is none.
        """
        text = decode(content, uri)
        fields = _front_matter(text)
        yield build_article(
            text,
            uri=uri,
            id=fields.get("id"),
            url=fields.get("url") or fields.get("link"),
            title=fields.get("title") or fields.get("headline") or _title(text),
            publisher=fields.get("publisher") or fields.get("outlet") or fields.get("source"),
            language=fields.get("language"),
            published=_day(fields.get("published") or fields.get("date"), uri),
            asserted=published,
            markdown=uri.lower().endswith((".md", ".markdown")),
        )


def _front_matter(text: str) -> dict[str, str]:
    """The `name: value` lines at the head of a file."""
    found = {}
    for line in text[: front_matter_end(text)].splitlines():
        if match := _FIELD.match(line):
            found[match["name"].lower()] = match["value"].strip("\"'")
    return {name: value for name, value in found.items() if value}


def _title(text: str) -> str | None:
    """The first line when it is set off as a headline: short, no sentence, a mark before or a short line after it."""
    body = text[front_matter_end(text) :].lstrip()
    first, *rest = re.split(r"\r\n|\r|\n", body[: _TITLE_CHARACTERS * 3], maxsplit=2)
    title = first.strip(" #*_\t")
    if first.startswith("#"):
        return title or None
    set_off = bool(rest) and len(rest[0]) <= _STAMP_CHARACTERS and not rest[0].endswith((".", "!"))
    sentence = title.endswith((".", "!", "”", '"', ":", ",", ";")) or find_published(title) is not None
    return title if title and set_off and len(first) <= _TITLE_CHARACTERS and not sentence else None


def _day(value: str | None, uri: str) -> str | None:
    try:
        return parse_day(value) if value else None
    except DateError as error:
        raise SourceError(f"{uri}: published: {error}") from error
