"""Time expressions: recognition, TIMEX3 normalisation, EDTF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.model.article import Article
from parley.model.reading import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_times(article: Article, doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, sorted by where they begin."""
    return ()
