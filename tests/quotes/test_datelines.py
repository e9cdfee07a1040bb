"""A report's dateline is no part of its first sentence."""

from __future__ import annotations

import pytest

from parley.syntax.datelines import datelines


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("HAVANA, Sept 6 (Reuters) - The rebels said", "HAVANA, Sept 6 (Reuters) - "),
        ("YEREVAN, November 10. /TASS/. The minister said", "YEREVAN, November 10. /TASS/. "),
        ("MOSCOW (Sputnik) The envoy said", "MOSCOW (Sputnik) "),
        ("KABUL: The ministry said", "KABUL: "),
    ],
)
def test_where_a_dateline_ends(text: str, dateline: str) -> None:
    assert [text[start:end] for start, end in datelines(text)] == [dateline]


def test_a_slash_between_two_names_opens_nothing() -> None:
    assert datelines("The EU/AU summit ended.") == ()


@pytest.mark.model
def test_the_sentence_begins_after_the_dateline() -> None:
    from parley.reading.parse import parse

    doc = next(iter(parse(["BOGOTA, March 3 (Reuters) - The rebels said on Friday they would free two soldiers."])))
    starts = [sentence[0].text for sentence in doc.sents]
    assert starts[0] == "BOGOTA"
    assert "The" in starts
