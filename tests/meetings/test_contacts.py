"""The share of listed contacts found: names, days, counting."""

from __future__ import annotations

import pytest

from parley.bench.contacts import ContactFigures, count, is_named
from parley.model.claim import MeetingClaim
from parley.model.party import Party
from parley.model.span import Evidence
from parley.model.when import When


def meeting(name: str, day: str | None, status: str = "happened") -> MeetingClaim:
    when = When(edtf=day, text="", basis="stated", start=0, end=0) if day else None
    party = Party(name=name, id="person:x", kind="person")
    return MeetingClaim(
        article="a", status=status, participants=(party,), when=when, maker="t/1", evidence=(Evidence.of("Hi", 0, 2),)
    )


@pytest.mark.parametrize(
    ("name", "listed", "same"),
    [
        ("Recep Tayyip Erdoğan", "President of Turkey Recep Tayyip Erdogan", True),
        ("Alexander Lukashenko", "Belarusian President Aleksandr Lukashenko", True),
        ("Vladimir Putin", "Moldovan President Vladimir Voronin", False),
        ("Juan Carlos I", "King Juan Carlos I of Spain", True),
        ("Ilham Aliyev", "President of Azerbaijan Ilkham Aliev", False),
        ("", "President of France", False),
    ],
)
def test_is_named(name: str, listed: str, same: bool) -> None:
    assert is_named(name, listed) is same


def test_count_asks_for_counterpart_and_day() -> None:
    contact = {"id": "c", "counterpart": "Turkish President Abdullah Gul", "date": "2009-02-13"}
    figures = ContactFigures(contacts=3, missed=["c"])
    count(figures, contact, [meeting("Abdullah Gül", None)])
    count(figures, contact, [meeting("Abdullah Gül", "2009-02-13", "planned")])
    assert (figures.counterpart, figures.found, figures.missed) == (1, 0, ["c"])
    count(figures, contact, [meeting("Abdullah Gül", "2009-02-13")])
    assert (figures.counterpart, figures.found, figures.missed) == (2, 1, [])
    assert figures.to_json()["share"] == 33.3
