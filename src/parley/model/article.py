"""One document read."""

from __future__ import annotations

import hashlib
from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class Article(BaseModel):
    """A document as it was stored: its text never changes, every offset counts in it.

    `boilerplate` lists the stretches `(start, end)` that are on the page but not the article (share prompts, lists of
    other headlines, bylines, captions, publication footers): they are kept in the text and never read for claims.
    `markup` lists the marks of Markdown: kept in the text too, and blank when it is read.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    sha256: str
    uri: str
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = Field(default=None, description="ISO 8601 day, or None when nothing says it")
    retrieved: str | None = None
    text: str
    boilerplate: tuple[tuple[int, int], ...] = ()
    markup: tuple[tuple[int, int], ...] = ()
    copy_of: str | None = Field(default=None, description="id of the earlier article this one nearly repeats")

    def blanked(self) -> Article:
        """The article with a blank for each character of its markup: what is read, every offset being the same."""
        if not self.markup:
            return self
        parts, position = [], 0
        for start, end in self.markup:
            parts += [self.text[position:start], " " * (end - start)]
            position = end
        return self.model_copy(update={"text": "".join([*parts, self.text[position:]])})

    @property
    def published_on(self) -> date | None:
        """The day of publication, None when unknown."""
        return date.fromisoformat(self.published) if self.published else None


class Skipped(BaseModel):
    """Something given to read that could not be: where it is, and why, as one sentence."""

    model_config = ConfigDict(frozen=True)

    uri: str
    reason: str


def text_digest(text: str) -> str:
    """The sha256 of a text's UTF-8 bytes, as hexadecimal digits (lone surrogates are kept apart, not refused)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
