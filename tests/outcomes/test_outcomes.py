"""What became of agreements, in texts written for this test from public facts."""

from __future__ import annotations

import pytest

from parley.claims.measures import extract as measures_of
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


LEAD = (
    "The government and the Red Front rebels signed a peace agreement in Lisbon in June 2020, which provides for a "
    "ceasefire, a prisoner exchange, the withdrawal of troops from the valley, elections, a monitoring mission and the "
    "delivery of humanitarian aid.\n\n"
)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The army accused the rebels of violating the ceasefire overnight.", "violated"),
        ("Troops remained in the valley in breach of the peace agreement.", "violated"),
        ("The United Nations mission recorded 40 violations of the ceasefire last week.", "violated"),
        ("The government accused the rebels of failing to respect the ceasefire.", "violated"),
        ("Within a week both armies were shelling each other again.", "violated"),
        ("Less than a month later troops stormed the town.", "violated"),
        ("At least 12 people were killed in shelling on Tuesday despite the ceasefire.", "violated"),
        ("The ceasefire has largely held, despite sporadic clashes.", "carried_out"),
        ("The ceasefire appeared to be holding on Monday.", "carried_out"),
        ("The first convoy of aid trucks entered the besieged city on Saturday.", "carried_out"),
        ("International monitors were deployed along the line in September.", "carried_out"),
        ("The elections were held on time, in March.", "carried_out"),
        ("The guns fell silent.", "carried_out"),
        ("The truce expired on Sunday and was not extended.", "collapsed"),
        ("The rebels walked out of the accord in January.", "collapsed"),
        ("The president declared the peace deal dead.", "collapsed"),
        ("The rebels announced the end of the ceasefire on Monday.", "collapsed"),
        ("The ceasefire did not survive the winter.", "collapsed"),
        ("The deal came undone when the front split.", "collapsed"),
        ("By the spring they were back at war.", "collapsed"),
        ("Disarmament has yet to start.", "not_carried_out"),
        ("Aid has still not reached the town.", "not_carried_out"),
        ("Most of its provisions remain a dead letter.", "not_carried_out"),
        ("Both sides missed the deadline for forming a joint government.", "not_carried_out"),
        ("The rebels have not laid down their weapons.", "not_carried_out"),
        ("Barely a third of the fighters have been disarmed.", "partly"),
        ("The withdrawal is only half complete.", "partly"),
        ("Troops have left three of the five towns.", "partly"),
        ("Some 300 of the 800 prisoners have been released.", "partly"),
        ("Implementation of the accord is lagging.", "partly"),
    ],
)
def test_outcomes_in_the_words_of_news(reading_of, text, outcome):
    assert {kind for _, kind in outcomes(reading_of, LEAD + text)} == {outcome}


@pytest.mark.parametrize(
    "text",
    [
        "Violations of the ceasefire will be punished, he said.",
        "The talks collapsed on Friday.",
        "During the ceasefire the rebels promised to suspend attacks on pipelines.",
        "Why has the ceasefire not held?",
        "Diplomats left the meeting early on Thursday.",
        "He warned of a collapse of the ceasefire.",
    ],
)
def test_what_is_not_told_as_a_fact_is_no_outcome(reading_of, text):
    assert outcomes(reading_of, LEAD + text) == []


def test_tables_give_known_outcomes():
    known = {"carried_out", "partly", "not_carried_out", "violated", "collapsed"}
    for table in (words.SUBJECT, words.OBJECT, words.MEASURE_OBJECT, words.PREPOSITIONAL, words.STATES, words.INTO):
        assert set(table.values()) <= known


AGREED = (
    "The government and the rebels signed a power-sharing agreement in Accra in March. It provides for the withdrawal "
    "of foreign troops from the valley, a ceasefire and a monitoring mission. "
)


@pytest.mark.parametrize(
    ("text", "of", "outcome"),
    [
        ("The deadline for the withdrawal came and went.", "troop_withdrawal", "not_carried_out"),
        ("Both armies are still in the valley.", "troop_withdrawal", "not_carried_out"),
        ("The new government was sworn in on Friday.", "power_sharing", "carried_out"),
        ("Monitors have been on the ground since May.", "monitoring", "carried_out"),
        ("The guns fell silent at midnight.", "ceasefire", "carried_out"),
        ("Villagers reported a second quiet night.", "ceasefire", "carried_out"),
        ("The ceasefire has been marred by violations.", "ceasefire", "violated"),
        (
            "The rebels failed to honour their commitment to withdraw their troops.",
            "troop_withdrawal",
            "not_carried_out",
        ),
        ("Drones struck the port on Sunday despite the ceasefire.", "ceasefire", "violated"),
        ("The police arrested six and accused the rebels of violating the ceasefire.", "ceasefire", "violated"),
    ],
)
def test_what_one_sees_of_what_was_agreed(reading_of, text, of, outcome):
    reading = reading_of(AGREED + text, "2025-05-01")
    told = [(c.of, c.outcome) for c in extract(reading, tuple(measures_of(reading, ())))]
    assert (of, outcome) in told


@pytest.mark.parametrize(
    "text",
    [
        "The war erupted in 2014, when the rebels seized the capital.",
        "The talks resumed on Monday. They were suspended a day later.",
        "It was unclear how long the ceasefire would last.",
        "They held a second meeting in Accra.",
        "An attack on the port would be a violation of the agreement.",
        "The ceasefire took effect at midnight.",
        "The army denied that it had violated the ceasefire.",
    ],
)
def test_what_tells_nothing_of_what_was_agreed(reading_of, text):
    assert outcomes(reading_of, AGREED + text) == []


def test_as_part_of_a_deal_is_not_a_part_of_the_deed(reading_of):
    text = "Thailand released 18 prisoners as part of a ceasefire agreement with Cambodia."
    assert ("prisoner_exchange", "carried_out") in outcomes(reading_of, text)


def test_people_called_by_their_nation_are_freed(reading_of):
    text = "Israel and Hamas agreed on the release of 50 hostages. On Friday Hamas released 13 Israelis."
    reading = reading_of(text, "2023-11-25")
    told = [(c.of, c.outcome) for c in extract(reading, tuple(measures_of(reading, ())))]
    assert ("hostage_release", "carried_out") in told


def test_so_many_of_so_many_is_a_part(reading_of):
    text = "The sides signed a truce in May. Only 8,500 aid trucks out of 12,000 arrived in the city."
    assert ("humanitarian_access", "partly") in outcomes(reading_of, text)


def test_it_is_what_the_sentence_agreed_on(reading_of):
    text = (
        "The government and the rebels signed a ceasefire agreement in 2004. "
        "They agreed on an exchange of prisoners, and it was carried out that month."
    )
    assert outcomes(reading_of, text) == [("prisoner_exchange", "carried_out")]


def test_not_yet_fully_withdrawn_is_a_withdrawal_begun(reading_of):
    text = (
        "Israel and Hezbollah signed a ceasefire agreement in November 2024. "
        "Israel agreed to withdraw its troops from southern Lebanon, but Israel hasn't yet fully withdrawn."
    )
    assert outcomes(reading_of, text) == [("troop_withdrawal", "partly")]


def test_what_has_still_to_be_implemented_has_no_outcome(reading_of):
    text = (
        "The two sides signed the Khartoum Agreement. "
        '"The hard time starts now, and that is implementing the Khartoum Agreement," he said.'
    )
    assert outcomes(reading_of, text) == []
