"""The marks of Markdown in a text: kept where they stand, and blank to the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Marks at the beginning of a line: headings, quotations, list items. Numbers of list items are words and stay.
_LINE_START = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+(?=\S)|#{1,6}[ \t]+)+", re.MULTILINE)
_RULE = re.compile(
    r"^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$|^[ \t]*=+[ \t]*$", re.MULTILINE
)
# What is shown of a link is its text. The bounds keep a stray bracket from costing time.
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]{0,300})(\](?:\([^()\s]{0,500}(?:[ \t]+\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,100}\]))"
)
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,30}\]")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^\n]{1,300}?)(?<=[^\s*])\1(?![\w*])|(?<!\w)(_{1,3})(?=[^\s_])([^\n]{1,300}?)(?<=[^\s_])\3(?!\w)"
)
_CODE = re.compile(r"`{1,3}|~~")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>~|-])")


def find_markup(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches `(start, end)` of a Markdown text that are marks and not words, sorted, never overlapping."""
    marked = bytearray(len(text))
    for start, end in _marks(text):
        marked[start:end] = b"x" * (end - start)
    return tuple((m.start(), m.end()) for m in re.finditer(rb"x+", marked))


def _marks(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_LINE_START, _RULE, _NOTE, _CODE, _ESCAPE):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _LINK.finditer(text):
        if match[1] == "![":
            yield match.span()
        else:
            yield match.span(1)
            yield match.span(3)
    for match in _EMPHASIS.finditer(text):
        mark = len(match[1] or match[3])
        yield match.start(), match.start() + mark
        yield match.end() - mark, match.end()
