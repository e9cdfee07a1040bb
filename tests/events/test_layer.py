"""The events layer: the words of source and target with their countries."""

from __future__ import annotations

import pytest

from parley.claims.events import event_annotations
from parley.claims.events.countries import told_countries

# text, source, target, their countries
CASES = [
    ("Malian soldiers killed ten villagers.", "Malian soldiers", "ten villagers (Mali)", ["Mali"], ["Mali"]),
    ("Police in Nairobi arrested four students.", None, None, ["Kenya"], ["Kenya"]),
    ("Brussels: the EU praised Chad.", None, "Chad", [], ["Chad"]),
    ("Vladimir Putin praised Chad.", "Vladimir Putin (Russia)", "Chad", ["Russia"], ["Chad"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "source", "target", "of_source", "of_target"), CASES, ids=[c[0] for c in CASES])
def test_event_annotations_names_countries(reading_of, text, source, target, of_source, of_target):
    event = event_annotations(reading_of(text))[0]
    assert (event["source_countries"], event["target_countries"]) == (of_source, of_target)
    assert source in (None, event["source"])
    assert target in (None, event["target"])


def test_told_countries_takes_names_and_adjectives_not_capitals():
    assert told_countries("the South Korean army") == ["South Korea"]
    assert told_countries("Kyiv's envoy to Turkey") == ["Turkey"]
    assert told_countries("the army") == []
