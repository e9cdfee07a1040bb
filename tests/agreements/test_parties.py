"""Who an agreement is between."""

from __future__ import annotations

import pytest

from parley.claims.agreements import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "between"),
    [
        (
            "In 2016 President Juan Manuel Santos signed a peace deal with the FARC rebels.",
            {"Juan Manuel Santos", "FARC"},
        ),
        (
            "Turkish President Recep Tayyip Erdogan urged Russia and Ukraine to agree on a ceasefire.",
            {"Russia", "Ukraine"},
        ),
        ("Envoys of Ukraine, Russia and the OSCE signed a protocol on a truce.", {"Ukraine", "Russia", "OSCE"}),
        (
            "Israel and Hamas began talks in Cairo on Monday. Israel and Hamas are at war. A ceasefire was reached on "
            "Wednesday, Egyptian mediators said.",
            {"Israel", "Hamas"},
        ),
    ],
)
def test_between_whom(reading_of, text: str, between: set[str]) -> None:
    claims = list(extract(reading_of(text, "2025-01-10"), ()))
    assert claims
    assert any({p.name for p in claim.participants} == between for claim in claims)
