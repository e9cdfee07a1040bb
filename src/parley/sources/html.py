"""Web pages: the article without the page around it, and what the page's own metadata say of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from parley.errors import DateError, NoTextError
from parley.model.article import Article
from parley.sources.build import build_article
from parley.sources.dates import parse_day
from parley.sources.decode import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Where pages state their date of publication, best first. Dates of change are not dates of publication.
_DATE_FIELDS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publish-date",
    "publishdate", "publish_date", "publication_date", "pubdate", "date.issued", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date",
    "article.published", "date",
)  # fmt: skip
_SENTENCE = re.compile(r"\w[^.!?\n]{30,}[.!?]")


class HtmlSource:
    """HTML files, one article a page."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def articles(self, content: bytes, uri: str, published: str | None) -> Iterator[Article]:
        """The one article of a page.

        Raises:
            NoTextError: the page is empty, or there is no article on it.
        """
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html

        page = load_html(_page_text(content, uri))
        if page is None:
            raise NoTextError(f"{uri}: not an HTML page")
        dated = published_on_page(page)
        found: Any = bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        text = (found.text or "").strip() if found else ""
        if not _SENTENCE.search(text):
            raise NoTextError(f"{uri}: no article found on the page")
        yield build_article(
            text,
            uri=uri,
            url=found.url,
            title=found.title,
            publisher=found.sitename,
            language=found.language or page.get("lang"),
            published=dated,
            asserted=published,
        )


def published_on_page(page: HtmlElement) -> str | None:
    """The ISO 8601 day on which a page's metadata say it was published; None rather than a guess from its text."""
    stated = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content") or ""
        for meta in page.iter("meta")
    }
    candidates = [stated.get(name, "") for name in _DATE_FIELDS[:1]]
    candidates += [day for script in page.iter("script") for day in _linked_data_dates(script)]
    candidates += [stated.get(name, "") for name in _DATE_FIELDS[1:]]
    candidates += [
        element.get("datetime") or element.get("content") or ""
        for element in page.iter("time", "span", "abbr")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    for candidate in candidates:
        try:
            return parse_day(candidate)
        except DateError:
            continue
    return None


def _linked_data_dates(script: HtmlElement) -> Iterator[str]:
    if script.get("type") != "application/ld+json" or not script.text:
        return
    try:
        waiting = [json.loads(script.text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
            waiting.extend(value for key, value in item.items() if key in ("@graph", "mainEntity", "mainEntityOfPage"))


def _page_text(content: bytes, uri: str) -> str:
    """The page as text, in the encoding it declares when that works, else as any text is decoded."""
    declared = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{3,30})", content[:4096], re.IGNORECASE)
    if declared:
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content, uri)
