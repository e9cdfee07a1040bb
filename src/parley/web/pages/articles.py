"""What was read, and the page of one article: its text with every sentence that shows something."""

from __future__ import annotations

from typing import Any

from parley.answers.text import outlet_of
from parley.model.article import Article
from parley.web import links, words
from parley.web.files import source_of
from parley.web.held import Held
from parley.web.marked import notes_of, stretches
from parley.web.paging import Page, View, part_of
from parley.web.tables import Piece, Table, published, title_of

_COLUMNS = ("id", "title", "publisher", "published", "language", "uri", "claims", "copy_of")


def articles(view: View) -> Page:
    """All articles, the latest published first."""
    held = view.held
    found = sorted(held.record.articles, key=lambda a: (a.published or "", a.id), reverse=True)
    shown, part = part_of(view, found)
    table = Table(
        words.counted(len(found), "articles") + ", the latest first",
        ("Published", "Article", "Publisher", "Facts"),
        [
            [
                [Piece(published(a.published))],
                [Piece(a.title or source_of(a), links.of_article(a.id)), *_copy(a)],
                [Piece(outlet_of(a) if a.publisher or links.outside(a) else "")],
                [Piece(str(len(held.claims_of.get(a.id, ()))), None, "number")],
            ]
            for a in shown
        ],
        "Nothing has been read yet.",
    )
    data = {"total": len(found), "page": part.number, "pages": part.count, "articles": [_row(held, a) for a in shown]}
    return Page(
        "articles.html",
        "Articles",
        data,
        {"table": table, "part": part},
        _COLUMNS,
        lambda: (_row(held, a) for a in found),
    )


def article(view: View, key: str) -> Page:
    """One article with its claims.

    Raises:
        KeyError: no article has this id.
    """
    held = view.held
    found = held.record.article_by_id[key]
    claims = [(i, held.record.claim_by_id[i]) for i in held.claims_of.get(key, ())]
    notes = notes_of(claims)
    context = {
        "article": found,
        "stretches": stretches(found, notes),
        "notes": notes,
        "entry_of": held.record.entry_by_claim,
        "title_of": title_of,
        "original": held.record.article_by_id.get(found.copy_of or ""),
    }
    data = {
        **found.model_dump(mode="json"),
        "claims": [{**c.to_json(), "entry": held.record.entry_by_claim[i].id} for i, c in claims],
    }
    return Page("article.html", found.title or outlet_of(found), data, context)


def _copy(article: Article) -> list[Piece]:
    return [Piece(" repeats an earlier article", None, "quiet")] if article.copy_of else []


def _row(held: Held, article: Article) -> dict[str, Any]:
    fields = article.model_dump(mode="json", include=set(_COLUMNS))
    return {**fields, "uri": source_of(article), "claims": len(held.claims_of.get(article.id, ()))}
