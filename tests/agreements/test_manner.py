"""How an agreement is kept is no part of its name."""

from __future__ import annotations

import pytest

from parley.claims.agreements import extract


@pytest.mark.model
def test_to_the_letter_is_no_name(reading_of):
    text = "The minister said on Tuesday that both sides must abide by the agreement to the letter."
    assert all("letter" not in claim.name for claim in extract(reading_of(text, "2022-11-03"), ()))
