"""Times counted from events that the text dates elsewhere."""

from __future__ import annotations

import pytest

PUBLISHED = "2020-01-05"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (
            "The ceasefire took effect on 27 February 2016. Fighting went on. Three days after the truce they met.",
            "Three days",
            "2016-03-01",
        ),
        ("The accord was signed in November 2016. Two years after the deal it held.", "Two years", "2018-11"),
        ("The coup was on 24 May 2014. All was quiet. He fled two days before the coup.", "two days", "2014-05-22"),
        (
            "Lida was seized on 5 May 2014. Orsk was seized on 6 June 2014. He fled five days after the fall of Orsk.",
            "five days",
            "2014-06-11",
        ),
        ("They voted on 5 May 2014. The day after the vote, he left.", "The day", "2014-05-06"),
        ("Fighting broke out the day before the summit of 5 May 2014.", "the day", "2014-05-04"),
    ],
)
def test_events_dated_elsewhere_lead_to_a_time(times_of, text, words, edtf):
    found = {t.text: t for t in times_of(text, PUBLISHED)}[words]
    assert (found.edtf, found.basis) == (edtf, "relative")
    assert found.anchor == "story" or (found.anchor is not None and found.anchor in text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # two truces: which one is not told
        (
            "A truce began on 1 May 2014. Another truce began on 8 June 2014. Three days after the truce they met.",
            "Three days",
        ),
        # the fall of another town
        ("Lida was captured on 5 May 2014. All was quiet. Five days after the fall of Orsk he left.", "Five days"),
        # an event nobody dates
        ("They met on 1 May 2014. All was quiet. Three days after the summit he left.", "Three days"),
        # never counted from publication
        ("The day after the vote, he left.", "The day"),
        # a month does not carry days
        ("The truce began in May 2014. Three days after the truce they met.", "Three days"),
    ],
)
def test_events_that_are_not_dated_lead_nowhere(times_of, text, words):
    assert {t.text: t.edtf for t in times_of(text, PUBLISHED)}[words] is None


def test_events_lengths_of_films_are_no_hours(times_of):
    assert [t.text for t in times_of("The talks ended.\n01:55\nMore news\n", PUBLISHED)] == []
    assert [t.text for t in times_of("They met at 01:55 in Oslo.", PUBLISHED)] == ["01:55"]
