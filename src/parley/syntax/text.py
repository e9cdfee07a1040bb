"""The text of a parsed document, put together once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "parley_text"


def text_of(doc: Doc) -> str:
    """`doc.text`, kept: spaCy joins all tokens anew each time, and a step that asks once a mention asks often."""
    kept = doc.user_data.get(_KEY)
    if kept is None:
        kept = doc.user_data[_KEY] = doc.text
    return kept
