"""Attributions: direct, mixed and indirect speech with source and cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.model.article import Article
from parley.model.reading import Mention, Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_quotes(article: Article, doc: Doc, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """The attributions of an article, sorted by where they begin."""
    return ()
