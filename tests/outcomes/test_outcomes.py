"""What became of agreements, in texts written for this test from public facts."""

from __future__ import annotations

import pytest

from parley.claims.outcomes import extract
from parley.claims.outcomes import lexicon as words

pytestmark = pytest.mark.model


def outcomes(reading_of, text: str) -> list[tuple[str, str]]:
    return [(c.of, c.outcome) for c in extract(reading_of(text, "2025-05-01"), ())]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A seven-day truce agreed in Jeddah collapsed within hours.", "collapsed"),
        ("The Stockholm Agreement was never fully implemented.", "not_carried_out"),
        ("The accord signed in 2018 has been implemented.", "carried_out"),
        ("The two armies accused each other of violating the 2020 ceasefire.", "violated"),
        ("The truce signed in Rome was broken in Bria the next day.", "violated"),
        ("Russia withdrew from the Black Sea grain deal.", "collapsed"),
        ("The peace deal signed in 2016 has only partly been implemented.", "partly"),
        ("The sides signed a truce in May. It has held.", "carried_out"),
        ("They signed a peace deal in 2014. Nothing came of it.", "not_carried_out"),
        ("The treaty came into force in March.", "carried_out"),
    ],
)
def test_outcome_of_an_agreement(reading_of, text, outcome):
    assert outcome in [kind for _, kind in outcomes(reading_of, text)]


def test_a_deed_after_an_agreement_carries_out_its_measure(reading_of):
    text = "Israel and Hamas signed a deal in Cairo. On Sunday Hamas freed three hostages."
    assert ("hostage_release", "carried_out") in outcomes(reading_of, text)


def test_a_deed_yet_to_be_done(reading_of):
    text = "The rivals signed a peace deal in 2022. Eritrean soldiers have yet to withdraw from the border towns."
    assert ("troop_withdrawal", "not_carried_out") in outcomes(reading_of, text)


@pytest.mark.parametrize(
    "text",
    [
        "The truce between the clans could collapse.",
        "The envoy urged both sides to respect the ceasefire.",
        "They hope to implement the agreement.",
        "A ceasefire ended the war.",
    ],
)
def test_what_may_come_is_no_outcome(reading_of, text):
    assert outcomes(reading_of, text) == []


def test_who_says_so(reading_of):
    text = 'Azerbaijan said on Monday that Armenia had violated the ceasefire. "We saw it," a farmer said.'
    (claim,) = [c for c in extract(reading_of(text, "2025-05-01"), ()) if c.outcome == "violated"]
    assert claim.attributed_to == "Azerbaijan"


def test_some_exchanges_are_part_of_it(reading_of):
    text = "While some prisoner exchanges did take place after the summit where an accord was signed, fighting went on."
    assert ("prisoner_exchange", "partly") in outcomes(reading_of, text)


def test_tables_give_known_outcomes():
    known = {"carried_out", "partly", "not_carried_out", "violated", "collapsed"}
    for table in (words.SUBJECT, words.OBJECT, words.MEASURE_OBJECT, words.PREPOSITIONAL, words.STATES, words.INTO):
        assert set(table.values()) <= known
