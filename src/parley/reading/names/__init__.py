"""Mentions of people, states, organisations, groups and places, and who they are at the date of what is told.

Mentions never overlap. A title before a name belongs to the mention of the name ("former German chancellor Angela
Merkel" is one); a country after "of" to that of the description ("the presidents of Russia and Ukraine").

From a token to its parties: `reading.mention_at(token)`, `reading.parties_at(token)`; for a whole phrase
`reading.mentions_under(head)`.

What to expect in `parties`:
    "Volodymyr Zelensky", "he", "the Ukrainian president"     that person
    "the two presidents", "leaders of France and Germany"     those people, where they can be told
    "Russian negotiators", "a Hamas delegation"               the state, organisation or group, form `description`
    "Ukraine said", "Moscow said"                             the state, kind `state`, with the place
    "in Ukraine", "in Moscow"                                 nobody, kind `place`
    "Russian", as in "Russian proposals"                      the state, kind `state`, form `description`
    "a spokesman", "world leaders"                            nobody: described, but not known
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.knowledge import default
from parley.model.article import Article
from parley.model.party import Party
from parley.model.reading import Mention, TimeExpression
from parley.reading.names.layer import Layer

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_mentions", "find_names"]


def find_mentions(article: Article, doc: Doc, times: Sequence[TimeExpression]) -> tuple[Mention, ...]:
    """The mentions of an article, sorted by where they begin, with the parties they stand for."""
    return find_names(article, doc, times)[0]


def find_names(
    article: Article, doc: Doc, times: Sequence[TimeExpression]
) -> tuple[tuple[Mention, ...], tuple[Party, ...]]:
    """The mentions of an article and the two sides of the conflict or negotiation it is about, if it shows them."""
    layer = Layer(article, doc, times, default())
    mentions = layer.mentions()
    return mentions, layer.sides()
