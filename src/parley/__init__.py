"""Parley reads the news of a negotiation and keeps its record, every fact with its sentence.

    import parley

    with parley.Record("talks.db") as record:
        record.read("articles/", published="2025-05-13")
        for meeting in record.meetings("Zelensky", "Putin"):
            print(meeting.when, meeting.place, [p.name for p in meeting.participants])
        record.to_pandas("statement")
        print(record.brief("Zelensky", "Putin").text())

`read_claims` gives the claims of files without keeping a record. All errors are `ParleyError`s (see `parley.errors`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from parley._version import __version__

if TYPE_CHECKING:
    from parley.api import Record, Report
    from parley.errors import DateError, ParleyError, RecordError, SourceError, UnknownNameError
    from parley.model.article import Article, Skipped
    from parley.model.claim import Claim
    from parley.model.reading import ReadArticle
    from parley.pipeline import read_sources as read_claims

# Loaded when first used, so that `import parley` is quick: the language model comes with the first reading only.
_WHERE = {
    "Article": "parley.model.article",
    "Claim": "parley.model.claim",
    "DateError": "parley.errors",
    "ParleyError": "parley.errors",
    "ReadArticle": "parley.model.reading",
    "Record": "parley.api",
    "RecordError": "parley.errors",
    "Report": "parley.api",
    "Skipped": "parley.model.article",
    "SourceError": "parley.errors",
    "UnknownNameError": "parley.errors",
    "read_claims": "parley.pipeline:read_sources",
}

__all__ = [
    "Article",
    "Claim",
    "DateError",
    "ParleyError",
    "ReadArticle",
    "Record",
    "RecordError",
    "Report",
    "Skipped",
    "SourceError",
    "UnknownNameError",
    "__version__",
    "read_claims",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'parley' has no attribute {name!r}")
    module, _, attribute = _WHERE[name].partition(":")
    value = getattr(import_module(module), attribute or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
