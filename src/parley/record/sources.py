"""How many independent sources stand behind claims: copies of one text, and repeats by one publisher, count once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from parley.knowledge.tables import fold_words as fold
from parley.model.article import Article
from parley.record.views import AnyView

# A sentence of this many characters that two articles share word for word comes from one hand.
COPIED_SENTENCE = 60


def count_independent(views: Sequence[AnyView], articles: Mapping[str, Article]) -> int:
    """The number of independent sources among the articles of the views."""
    if len({view.article.id for view in views}) == 1:
        return 1
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            key = parent[key]
        return key

    for view in views:
        source = f"article:{original_of(view.article, articles)}"
        same = [f"publisher:{source_of(view.article)}"]
        sentence = fold(view.claim.evidence[0].text)
        if len(sentence) >= COPIED_SENTENCE:
            same.append(f"sentence:{sentence}")
        for key in (f"article:{view.article.id}", *same):
            parent[root(key)] = root(source)
    return len({root(f"article:{view.article.id}") for view in views})


def source_of(article: Article) -> str:
    """Who publishes an article: the publisher named, else the host of its address, else the article by itself."""
    return fold(article.publisher or urlsplit(article.uri).hostname or article.id)


def original_of(article: Article, articles: Mapping[str, Article]) -> str:
    """The id of the first article that an article copies, its own when it copies none."""
    seen = {article.id}
    while article.copy_of and article.copy_of not in seen:
        seen.add(article.copy_of)
        if article.copy_of not in articles:
            return article.copy_of
        article = articles[article.copy_of]
    return article.id
