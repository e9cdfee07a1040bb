"""Agreements in texts written for this test, from public facts."""

from __future__ import annotations

import pytest

from parley.claims.agreements import extract
from parley.claims.agreements import lexicon as words

pytestmark = pytest.mark.model

BACKGROUND = (
    "Colombia's government and the FARC rebels signed a peace accord in Bogota in November 2016. "
    "Under the accord the guerrillas handed their weapons to the United Nations. "
    "The deal was ratified by Congress a few days later."
)


def agreements(reading_of, text: str):
    return list(extract(reading_of(text, "2025-05-01"), ()))


def test_mentions_of_one_agreement_are_one_claim(reading_of):
    found = agreements(reading_of, BACKGROUND)
    assert len(found) == 1
    assert found[0].status == "happened"
    assert len(found[0].evidence) == 3


def test_name_has_no_determiner_and_no_date(reading_of):
    (claim,) = agreements(reading_of, "The two armies signed the Lusaka protocol on Tuesday after long talks.")
    assert claim.name == "Lusaka protocol"


def test_date_beside_the_verb_is_the_date_of_the_agreement(reading_of):
    (claim,) = agreements(reading_of, "Sudan's army and the rebels signed a peace agreement in Juba in October 2020.")
    assert claim.when is not None
    assert claim.when.edtf == "2020-10"


def test_two_years_become_an_interval(reading_of):
    text = "They supported the Minsk agreements, which were signed in 2014 and 2015."
    (claim,) = agreements(reading_of, text)
    assert claim.when is not None
    assert claim.when.edtf == "2014/2015"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Armenia and Azerbaijan signed a peace treaty in Washington.", "happened"),
        ("Armenia and Azerbaijan hope to sign a peace treaty.", "possible"),
        ("The talks in Geneva ended without an agreement.", "not_held"),
        ("No deal was reached in Cairo.", "not_held"),
        ("Israel rejected the ceasefire proposal.", "not_held"),
        ("Egypt has put forward a ceasefire proposal.", "possible"),
        ("A 2018 military agreement was scrapped by Pyongyang.", "happened"),
    ],
)
def test_status(reading_of, text, status):
    assert [claim.status for claim in agreements(reading_of, text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The president signed a law on pensions.",
        "Both ministers were in agreement.",
        "The ministry issued a press statement.",
        "Violations of diplomatic protocol annoyed the guests.",
        "They agreed on a plan of future contacts.",
        "He arrived for ceasefire talks.",
    ],
)
def test_other_papers_are_no_agreements(reading_of, text):
    assert agreements(reading_of, text) == []


def test_a_previous_deal_is_another_one(reading_of):
    text = "The rivals signed a peace deal in September 2018. A previous deal fell apart in July 2016."
    assert [claim.name for claim in agreements(reading_of, text)] == ["peace deal", "previous deal"]


def test_a_truce_of_one_side_is_no_agreement_and_one_between_sides_is(reading_of):
    assert agreements(reading_of, "The rebels declared a ceasefire.") == []
    (claim,) = agreements(reading_of, "The ceasefire between Israel and Hezbollah is shaky.")
    assert claim.name == "ceasefire between Israel and Hezbollah"


def test_signatories_and_brokers(reading_of):
    text = "Rwanda and Uganda signed an agreement brokered by Angola."
    roles = {p.name: p.role for claim in agreements(reading_of, text) for p in claim.participants}
    assert roles.get("Rwanda") == "signatory"


def test_evidence_is_the_text_at_its_offsets(reading_of):
    reading = reading_of(BACKGROUND)
    for claim in extract(reading, ()):
        for evidence in claim.evidence:
            assert BACKGROUND[evidence.start : evidence.end] == evidence.text


JOINED = "The rebels " + "signed a ceasefire deal and broke the truce and " * 300 + "went home."


@pytest.mark.parametrize("text", ["", " \n ", "agreement", "deal " * 3_000, "signed, signed; the the the", JOINED])
def test_bad_input_does_not_crash(reading_of, text):
    agreements(reading_of, text)


def test_strong_and_weak_nouns_do_not_overlap():
    assert not set(words.STRONG) & set(words.WEAK)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A deal was close, a diplomat said.", "possible"),
        ("Envoys have arrived to arrange a permanent truce between the army and the rebels.", "possible"),
    ],
)
def test_what_is_only_hoped_for_is_not_made(reading_of, text, status):
    assert [claim.status for claim in agreements(reading_of, text)] == [status]


def test_the_last_ceasefire_is_not_the_new_one(reading_of):
    text = "The aim is to reach a new ceasefire. The last ceasefire lasted for 101 days."
    assert [claim.status for claim in agreements(reading_of, text)][1:] == ["happened"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kenya's army and the rebels signed a ceasefire deal in Juba on Monday. "
            "Both sides accused each other of breaking the Qatari-brokered truce on Tuesday.",
            ["ceasefire deal"],
        ),
        (
            "Sudan and the rebels signed a ceasefire deal in Juba on Monday. "
            "The power-sharing accord signed in Abuja in 2006 had collapsed.",
            ["ceasefire deal", "power-sharing accord"],
        ),
        ("Sudan's army and the rebels signed ceasefire deal on Tuesday.", ["ceasefire deal"]),
    ],
)
def test_one_agreement_by_two_descriptions_is_told_once(reading_of, text, names):
    assert [claim.name for claim in agreements(reading_of, text)] == names


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sudan and the rebels are set to sign a peace deal on Friday.", "planned"),
        ("The talks in Doha are aimed at reaching a peace deal.", "possible"),
        ("Without an agreement between Serbia and Kosovo, stability will suffer.", "possible"),
        ("The mediator announced the signing of a peace agreement between Chad and the rebels.", "happened"),
        ("Sudan and the rebels agreed to negotiate a final peace agreement.", "possible"),
    ],
)
def test_what_is_to_be_signed_is_planned_and_what_is_aimed_at_possible(reading_of, text, status):
    assert [claim.status for claim in agreements(reading_of, text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The Government of National Accord sent a delegation to the talks in Geneva.",
        "Moscow rejected his offer of a face-to-face meeting with the president.",
        "A lull in fighting could give the envoy time.",
        "He called for an unconditional ceasefire.",
    ],
)
def test_words_of_agreement_in_other_uses(reading_of, text):
    assert agreements(reading_of, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "On Friday afternoon the two premiers put their initials under fifteen points meant to end it.",
            "fifteen points",
        ),
        ("Oslo lapsed in 1999 without a state for the Palestinians.", "Oslo"),
        ("The prisoner exchange agreed in Stockholm in 2018 has stalled.", "prisoner exchange"),
        ("The cessation of hostilities agreement was signed in Addis Ababa.", "cessation of hostilities agreement"),
    ],
)
def test_agreements_called_by_no_word_for_one(reading_of, text, name):
    assert name in [claim.name for claim in agreements(reading_of, text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The prime minister described his hope for a peace deal in an interview with a newspaper.", "possible"),
        ("Israel told Syria of its readiness to leave the Golan Heights in exchange for a peace treaty.", "possible"),
        ("The army had said it would free the prisoners only as part of a comprehensive peace agreement.", "possible"),
        ("A top priority of the mediators is a technical agreement on the terms of self-rule.", "possible"),
        ("The rebels freed 20 soldiers on Monday as part of a peace deal.", "happened"),
    ],
)
def test_what_is_only_hoped_for_or_offered_is_possible(reading_of, text, status):
    assert [c.status for c in agreements(reading_of, text)] == [status]


def test_the_day_a_truce_expired_is_not_its_date(reading_of):
    (truce,) = agreements(reading_of, "A ceasefire between the ELN rebels and the government expired on 3 August 2024.")
    assert truce.when is None


def test_the_first_sentence_told_again_in_full_is_one_agreement(reading_of):
    text = (
        "Mali's government and Tuareg rebels have reached an agreement, the state news agency said. "
        "The two delegations reached on Monday in Algiers an agreement on the cessation of hostilities."
    )
    assert [c.name for c in agreements(reading_of, text)] == ["agreement on the cessation of hostilities"]


def test_a_statement_in_which_something_is_said_is_no_agreement(reading_of):
    text = "In a joint statement, the two sides said the peace agreement covers the future of Aceh."
    assert [c.name for c in agreements(reading_of, text)] == ["peace agreement"]
