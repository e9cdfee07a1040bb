"""What one store holds into another: articles that were read apart, to be looked at before they are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.protocols import Store
from parley.settling import other_id, settle


@dataclass(frozen=True, slots=True)
class Taken:
    """The ids under which articles were added, and of those that were there already."""

    added: tuple[str, ...]
    known: tuple[str, ...]


def take_over(source: Store, target: Store, uri_of: Callable[[Article], str] = lambda article: article.uri) -> Taken:
    """Adds the articles of one store, with their claims, to another; an article it has already stays as it is.

    A text whose id another text has in the target gets a longer one, as when it is read.

    Args:
        source: what was read.
        target: the record.
        uri_of: the address that an article is to be kept with.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in source.claims():
        claims[claim.article].append(claim)
    added: dict[str, Article] = {}
    known: list[str] = []
    for article in list(source.articles()):
        maker = source.maker_of(article) or ""
        kept_text = target.sha256_of(article.id)
        key = article.id if kept_text in (None, article.sha256) else other_id(article)
        kept = article.model_copy(update={"id": key, "uri": uri_of(article)})
        if target.maker_of(kept) == maker:
            known.append(key)
            continue
        target.add(kept, [c.model_copy(update={"article": key}) for c in claims[article.id]], maker)
        added[key] = article
    if target.is_unsettled():
        settle(target)
    settled = [_id_now(target, key, article) for key, article in added.items()]
    return Taken(tuple(settled), tuple(known))


def _id_now(target: Store, key: str, article: Article) -> str:
    """The id of an article after ids were settled: of two texts of one id, the one that keeps it may have changed."""
    return next((i for i in (key, article.id, other_id(article)) if target.sha256_of(i) == article.sha256), key)
