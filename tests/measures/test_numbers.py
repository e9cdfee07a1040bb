"""Numbers of an exchange told apart, in a text written for this test from public facts."""

from __future__ import annotations

import pytest

from parley.claims.measures import extract

pytestmark = pytest.mark.model


def test_each_side_counts_for_itself(reading_of):
    text = (
        "Ukraine and the separatists exchanged about 200 prisoners near Horlivka on Sunday. "
        "Ukraine received 76 people and handed over 124, the president's office said. "
        "The separatists put the number of those they had received at 123."
    )
    found = [c.quantity for c in extract(reading_of(text, "2019-12-29"), ()) if c.type == "prisoner_exchange"]
    assert found == ["about 200 prisoners", "124", "123"]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Hamas freed three hostages in return for 90 Palestinian prisoners.", "90 Palestinian prisoners"),
        ("Russia and Ukraine swapped 1,000 prisoners each on Friday.", "1,000 prisoners each"),
    ],
)
def test_a_measure_has_the_number_of_its_own_word(reading_of, text, quantity):
    assert quantity in [
        c.quantity for c in extract(reading_of(text, "2025-05-01"), ()) if c.type == "prisoner_exchange"
    ]


def test_a_number_without_an_exchange_is_none(reading_of):
    assert (
        list(extract(reading_of("The ministry put the number of displaced families at 400.", "2025-05-01"), ())) == []
    )
