"""A record of nine reports with rulings, and one whose texts try to be something else."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from parley import registry
from parley.model.record import Record
from parley.model.ruling import Ruling
from parley.record import derive
from tests.record import normandy
from tests.record.building import article, meeting, statement


@pytest.fixture(scope="session")
def record() -> Record:
    """The Normandy process in nine reports, one entry confirmed by a person."""
    plain = derive(normandy.ARTICLES.values(), normandy.claims())
    chosen = plain.meetings[0]
    ruling = Ruling(
        action="confirm",
        ids=(chosen.id,),
        claims=chosen.claims,
        by="Ada",
        why="checked",
        at="2020-01-01T12:00:00+00:00",
    )
    return derive(normandy.ARTICLES.values(), normandy.claims(), (ruling,))


@pytest.fixture(scope="session")
def hostile() -> Record:
    """A report whose words are markup, a formula, line breaks and separators."""
    text = '=HYPERLINK("x") <script>alert(1)</script>\r\nEND:VEVENT; "a", b'
    report = article("2020-03-01", text)
    said = statement(report, "Angela Merkel", text)
    return derive([report], [meeting(report, "Angela Merkel, Vladimir Putin", "2020-02-29", "Berlin", name=text), said])


@pytest.fixture(scope="session")
def write() -> Callable[..., str | bytes]:
    """Writes a record in a format: text, or bytes where the format is binary."""

    def written(record: Record, form: str, kind: str | None = None) -> str | bytes:
        exporter = registry.load("exports", form)
        stream = io.BytesIO() if getattr(exporter, "binary", False) else io.StringIO(newline="")
        exporter(record, stream, kind)
        return stream.getvalue()

    return written
