"""The events layer: the words of source and target with their countries."""

from __future__ import annotations

import pytest

from parley.claims.events import event_annotations
from parley.claims.events.countries import told_countries

# text, source, target: a country that the words do not say follows them
CASES = [
    ("Malian soldiers killed ten villagers.", "Malian soldiers", "ten villagers (Mali)"),
    ("Police in Nairobi arrested four students.", "Police in Nairobi (Kenya)", "four students (Kenya)"),
    ("Vladimir Putin praised Chad.", "Vladimir Putin (Russia)", "Chad"),
    ("The NATO secretary general praised Chad.", "The NATO secretary general", "Chad"),
    ("The FBI opened an investigation into the envoy of Peru.", "The FBI (United States)", "the envoy of Peru"),
    (
        "Rwanda-backed rebels shelled a camp near Goma.",
        "Rwanda-backed rebels (Democratic Republic of the Congo)",
        "a camp (Democratic Republic of the Congo)",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "source", "target"), CASES, ids=[c[0] for c in CASES])
def test_event_annotations_names_countries(reading_of, text, source, target):
    event = event_annotations(reading_of(text))[0]
    assert (event["source"], event["target"]) == (source, target)


def test_told_countries_takes_names_and_adjectives_not_capitals():
    assert told_countries("the South Korean army") == ["South Korea"]
    assert told_countries("Kyiv's envoy to Turkey") == ["Turkey"]
    assert told_countries("the army") == []
