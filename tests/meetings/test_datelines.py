"""Where a report's dateline ends, and what is none."""

from __future__ import annotations

import pytest

from parley.syntax.datelines import datelines, in_dateline


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("OSLO, Norway (AP) — The two sides met", "OSLO, Norway (AP) — "),
        ("VIENNA (Reuters) - Envoys met", "VIENNA (Reuters) - "),
        ("TUNIS - Talks opened", "TUNIS - "),
        ("KAMPALA: The envoy said", "KAMPALA: "),
        ("SKOPJE, MAY 3 - On Friday", "SKOPJE, MAY 3 - "),
        ("GENEVA, May 3 (Xinhua) -- A round", "GENEVA, May 3 (Xinhua) -- "),
        ("Kampala — The envoy", "Kampala — "),
    ],
)
def test_a_dateline_ends_before_the_report(line: str, dateline: str) -> None:
    assert [line[a:b] for a, b in datelines(line)] == [dateline]


@pytest.mark.parametrize(
    "line",
    [
        "The envoy (left) met the president",
        "UN envoy said: the talks go on",
        "The talks - held in Oslo - were short",
        "ELN (National Liberation Army) fighters came",
        "Chad - Sudan talks are stalled",
    ],
)
def test_a_sentence_is_no_dateline(line: str) -> None:
    assert datelines(line) == ()


def test_an_offset_in_the_second_dateline_is_found() -> None:
    text = "OSLO (AP) — One.\nROME (AP) — Two."
    assert in_dateline(text, text.index("ROME"))
    assert not in_dateline(text, text.index("Two"))
    assert not in_dateline(text, text.index("One"))
