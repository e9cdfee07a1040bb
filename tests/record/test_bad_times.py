"""Times without an end, and at the ends of the calendar, break nothing."""

from __future__ import annotations

from itertools import product

import pytest

from parley.record import derive
from tests.record.building import agreement, article, meeting, statement

TIMES = (None, "2014/..", "../2014", "0001-01-01", "9999-12-31", "9999-12", "2014-XX", "201X", "2019-12-09")


@pytest.mark.parametrize("published", ["2019-12-10", "0001-01-01", "9999-12-31", None])
@pytest.mark.parametrize("status", ["happened", "planned", "possible", "not_held"])
def test_times_of_any_kind_can_be_merged(published: str | None, status: str) -> None:
    articles, claims = [], []
    tables = ("Vladimir Putin, Angela Merkel", "Vladimir Putin, Angela Merkel, Emmanuel Macron, Volodymyr Zelensky")
    for when, who in product(TIMES, tables):
        told = article(published)
        told = told.model_copy(update={"publisher": "The Courier"})
        articles.append(told)
        claims += [meeting(told, who, when, "Paris", status=status), agreement(told, "truce", when, status=status)]
        claims.append(statement(told, "Vladimir Putin", f"We shall see {when}."))
    record = derive(articles, claims)
    assert sum(len(entry.claims) for entry in record.entries()) == len(claims)
    assert derive(articles[::-1], claims[::-1]).to_json_text() == record.to_json_text()
