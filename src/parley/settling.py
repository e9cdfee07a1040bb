"""What is worked out over all articles at the end of a run: ids that several texts were given, and near-copies.

A run that was cut off leaves it to whoever looks at the record next: the store notes that it is still to be done.
"""

from __future__ import annotations

from parley.model.article import Article
from parley.model.protocols import Store


def settle(store: Store) -> None:
    """Settles the ids and marks the copies of a store to which articles were added."""
    from parley.sources.copies import find_copies

    if renamed := settled_ids(store):
        store.rename(renamed)
    store.mark_copies(find_copies(store.articles()))


def other_id(article: Article) -> str:
    """The id of a text whose own id another text has: it ends with the beginning of its digest."""
    return f"{article.id}~{article.sha256[:8]}"


def settled_ids(store: Store) -> dict[str, str]:
    """New ids where several texts were given one id: whichever was read first, that of the least digest has it bare.

    The others end with the beginning of their digest, so that the order of reading changes nothing.
    """
    texts: dict[str, list[tuple[str, str]]] = {}
    for article in store.articles():
        given, mark, digest = article.id.rpartition("~")
        base = given if mark and article.sha256[:8] == digest else article.id
        texts.setdefault(base, []).append((article.sha256, article.id))
    renamed = {}
    for base, several in texts.items():
        if len(several) > 1:
            least = min(several)[0]
            for sha256, article_id in several:
                settled = base if sha256 == least else f"{base}~{sha256[:8]}"
                if settled != article_id:
                    renamed[article_id] = settled
    return renamed
