"""Mentions of people, states, organisations, groups and places, and who they are at the date of what is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.model.article import Article
from parley.model.reading import Mention, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_mentions(article: Article, doc: Doc, times: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """The mentions of an article, sorted by where they begin."""
    return ()
