"""Shared by all tests: documents built by hand, and the real model for tests marked `model`."""

from __future__ import annotations

import os

import pytest

from parley.model.article import Article, text_digest
from parley.model.reading import Reading


def make_article(text: str, published: str | None = None, title: str | None = None) -> Article:
    """An article of a text, as a source would make it."""
    digest = text_digest(text)
    return Article(id=digest[:16], sha256=digest, uri="test:article", title=title, published=published, text=text)


@pytest.fixture(scope="session")
def reading_of():
    """Reads a text with the real model; for tests marked `model`."""

    def read_text(text: str, published: str | None = None) -> Reading:
        from parley.reading import read

        return next(read([make_article(text, published)]))

    return read_text


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Where everything is required, a test skipped for a missing tool fails; gold sets may be elsewhere."""
    report = yield
    needs_gold = item.get_closest_marker("gold") and not os.environ.get("PARLEY_GOLD")
    if report.skipped and os.environ.get("PARLEY_REQUIRE_ALL") and not needs_gold and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but PARLEY_REQUIRE_ALL is set: {report.longrepr}"
    return report
