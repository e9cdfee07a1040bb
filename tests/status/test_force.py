"""The force of commitments on sentences of our own, parsed by the real model."""

from __future__ import annotations

import pytest

from parley.syntax.force import force_of

pytestmark = pytest.mark.model

CASES = [
    ("The two sides agreed to [withdraw] troops from three areas.", "decided"),
    ("The parties decided to [exchange] all prisoners.", "decided"),
    ("The government pledged to [release] the detainees.", "committed"),
    ("The signatories shall [remove] all heavy weapons.", "committed"),
    ("The rebels intend to [open] the road.", "intends"),
    ("The leaders said they supported [implementation] of the accords.", "supports"),
    ("The envoys welcomed the [ceasefire].", "supports"),
    ("The council called on both armies to [stop] the shelling.", "encourages"),
    ("The ministers urged the [release] of the crew.", "encourages"),
    ("The president demanded the [withdrawal] of foreign troops.", "demands"),
    ("The rebels must [disarm].", "demands"),
    ("The troops [left] the town.", None),
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[c[0] for c in CASES])
def test_force_of_word_in_sentence(reading_of, marked, expected):
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    token = next(t for t in reading_of(text).doc if t.idx == start)
    assert force_of(token) == expected
