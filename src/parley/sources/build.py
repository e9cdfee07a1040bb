"""Text and what is known about it -> Article: identity, boilerplate, date of publication."""

from __future__ import annotations

import hashlib
import re

from parley.errors import NoTextError
from parley.model.article import Article, text_digest
from parley.sources.clean import find_boilerplate
from parley.sources.dates import find_published
from parley.sources.markdown import find_markup

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def build_article(
    text: str,
    *,
    uri: str,
    id: str | None = None,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    published: str | None = None,
    asserted: str | None = None,
    markdown: bool = False,
) -> Article:
    """The article of a text.

    Its id is the one given, else a hash of the text and the address it was published at, so that the same article read
    from another folder is the same, and the same words run by two outlets are two. `published` is what the source's
    own data fields say; when they say nothing it is `asserted`, the date the reader gives, else what the text tells.
    `markdown` says that the text has the marks of Markdown.

    Raises:
        NoTextError: the text is blank.
    """
    if not text.strip():
        raise NoTextError(f"{uri}: there is no text in it")
    # Half of a character can come out of a JSON escape; nothing can store it. One character for one keeps offsets.
    text = _storable(text)
    id, url, title, publisher, language = (v and _storable(v) for v in (id, url, title, publisher, language))
    digest = text_digest(text)
    return Article(
        id=id or hashlib.sha256(f"{digest}\n{url or ''}".encode()).hexdigest()[:16],
        sha256=digest,
        uri=url or uri,
        title=(title or "").strip() or None,
        publisher=publisher or None,
        language=language or None,
        published=published or asserted or find_published(text),
        text=text,
        boilerplate=find_boilerplate(text, title),
        markup=find_markup(text) if markdown else (),
    )


def _storable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
