"""Addresses: where each thing has its page, and which addresses of articles may become links."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit

from parley.model.article import Article
from parley.model.party import Party, Place
from parley.model.record import BaseEntry
from parley.web.held import place_key

FOLDERS = {
    "meeting": "meetings",
    "agreement": "agreements",
    "measure": "measures",
    "outcome": "outcomes",
    "statement": "statements",
    "event": "events",
}


def of_entry(entry: BaseEntry) -> str:
    """`/meetings/meeting-0a1b2c`."""
    return f"/{FOLDERS[entry.kind]}/{quote(entry.id, safe='')}"


def of_party(party: Party) -> str:
    """`/people/person:vladimir-putin`; states and organisations are there too."""
    return f"/people/{quote(party.id, safe=':')}"


def of_place(place: Place) -> str:
    """`/places/paris-france`."""
    return f"/places/{quote(place_key(place), safe='')}"


def of_article(article_id: str, start: int | None = None) -> str:
    """`/articles/ID`, at the sentence that begins at a character."""
    return f"/articles/{quote(article_id, safe='')}" + (f"#s{start}" if start is not None else "")


def outside(article: Article) -> str | None:
    """The address an article came from, when it is one of the web; anything else (`javascript:`) is no link."""
    return article.uri if is_web_address(article.uri) else None


def is_web_address(address: str) -> bool:
    """Whether an address may be a link."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in address)


def with_query(path: str, pairs: list[tuple[str, str]]) -> str:
    """An address with its question."""
    return f"{path}?{urlencode(pairs)}" if pairs else path
