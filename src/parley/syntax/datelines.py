"""Where a report's dateline ends: "RIMBO, Sweden (AP) — ", "BERLIN, June 4 (Reuters) - ", "JUBA: "."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWN = (
    r"(?:\((?:AP|AFP|Reuters|Xinhua|DPA|dpa|ANI|UPI|AA|PTI|TASS|EFE|CNN|IANS|Sputnik|WAM|SPA|KUNA|SANA|IRNA|Yonhap|Kyodo)\)"
    r"|/[A-Z]{2,8}/\.?)[ \t]*(?:[-–—:_]+[ \t]+)?"
)
_AGENCY = rf"(?:{_KNOWN}|\((?:[A-Z][\w.\-]{{1,12}}[ /]?){{1,3}}\)[ \t]*[-–—:_]+[ \t]+)"
# First a town in capitals, before an agency, a dash or a colon; then any town before an agency's name or a long dash.
_DATELINES = (
    re.compile(
        rf"^[ \t]*(?:\([A-Z]\w+\)[ \t]*[-–—]+[ \t]*)?"
        rf"[A-Z][A-Z.'’\-]{{2,}}(?:[ /][A-Z][A-Z.'’\-]+){{0,3}}(?:,[^\n():;/]{{1,28}}?)?[ \t]*"
        rf"(?:{_AGENCY}|[-–—]+[ \t]+|—|:[ \t]+)",
        re.MULTILINE,
    ),
    re.compile(
        r"^[ \t]*[A-Z][\w.'’\-]+(?:[ ][A-Z][\w.'’\-]+){0,2}(?:,[^\n():;]{1,28}?)?[ \t]*"
        rf"(?:{_KNOWN}|(?:—|--)[ \t]+)",
        re.MULTILINE,
    ),
)
# A town and a dash open a report only at its head and before a long sentence: "Algiers - Algeria will hold ...".
_OPENING = re.compile(r"^[ \t]*[A-Z][a-zé]+(?:[ ][A-Z][a-zé]+)?[ \t]+[-–][ \t]+(?=[A-Z].{80})", re.MULTILINE)
_HEAD_OF_TEXT = 600


@lru_cache(maxsize=64)
def datelines(text: str) -> tuple[tuple[int, int], ...]:
    """The offsets of the datelines in a text, in order."""
    found = {m.start(): m.end() for pattern in reversed(_DATELINES) for m in pattern.finditer(text)}
    for opening in _OPENING.finditer(text[:_HEAD_OF_TEXT]):
        found.setdefault(opening.start(), opening.end())
    return tuple(sorted(found.items()))


def in_dateline(text: str, offset: int) -> bool:
    """Whether an offset lies in a dateline."""
    spans = datelines(text)
    at = bisect_right(spans, (offset, len(text))) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]


_SPANS = "parley.datelines"


def token_in_dateline(token: Token) -> bool:
    """Whether a token stands in a dateline; the text is looked through once a document."""
    spans: tuple[tuple[int, int], ...] | None = token.doc.user_data.get(_SPANS)
    if spans is None:
        spans = token.doc.user_data[_SPANS] = datelines(token.doc.text)
    at = bisect_right(spans, token.idx, key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][0] <= token.idx < spans[at][1]
