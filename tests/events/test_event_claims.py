"""Claims of events on short articles of our own, read by the real model."""

from __future__ import annotations

import pytest

from parley.claims.events import event_annotations, extract

pytestmark = pytest.mark.model


def claims_of(reading_of, text, published=None):
    reading = reading_of(text, published)
    claims = list(extract(reading, ()))
    for claim in claims:
        for evidence in claim.evidence:
            assert reading.article.text[evidence.start : evidence.end] == evidence.text
    return claims


def test_event_claim_of_nominal_with_source_place_and_year(reading_of):
    text = "The two states have been at odds since the war, which began with Russia's annexation of Crimea in 2014."
    (claim,) = [c for c in claims_of(reading_of, text) if c.mode == "territory"]
    assert (claim.code, claim.status) == ("ASSAULT", "happened")
    assert claim.names("source") == ("Russia",)
    assert claim.names("target") == ("Ukraine",)
    assert claim.place is not None and claim.place.name == "Crimea"
    assert claim.when is not None and claim.when.edtf == "2014"


def test_event_claim_of_light_verb_with_day(reading_of):
    text = "Russia launched a full-scale invasion of Ukraine on 24 February 2022."
    (claim,) = claims_of(reading_of, text)
    assert (claim.code, claim.mode) == ("ASSAULT", "territory")
    assert (claim.names("source"), claim.names("target")) == (("Russia",), ("Ukraine",))
    assert claim.when is not None and claim.when.edtf == "2022-02-24"


def test_event_told_twice_is_one_claim(reading_of):
    text = (
        "Russia invaded Ukraine on 24 February 2022. Talks were held in many capitals in the months that followed. "
        "Since Russia's invasion of Ukraine, grain prices have risen."
    )
    invasions = [c for c in claims_of(reading_of, text) if c.code == "ASSAULT"]
    assert len(invasions) == 1
    assert len(invasions[0].evidence) == 2


def test_event_without_known_source_is_no_claim(reading_of):
    assert claims_of(reading_of, "Somebody attacked a warehouse. Two people were hurt.") == []


def test_event_planned_keeps_what_is_done(reading_of):
    text = "Turkey will impose sanctions on Israel."
    (claim,) = claims_of(reading_of, text, "2024-05-01")
    assert (claim.code, claim.status) == ("COERCE", "planned")
    (line,) = event_annotations(reading_of(text, "2024-05-01"))
    assert (line["code"], line["status"]) == ("THREATEN", "planned")


def test_event_annotations_give_main_event_of_each_sentence(reading_of):
    text = "France condemned the attack on the convoy. Egypt sent aid to Sudan."
    lines = event_annotations(reading_of(text))
    assert [line["code"] for line in lines] == ["ACCUSE", "AID"]
    assert [text[line["start"] : line["end"]] for line in lines] == text.replace(". ", ".\n").split("\n")
    assert (lines[1]["source"], lines[1]["target"]) == ("Egypt", "Sudan")
