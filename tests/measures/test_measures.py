"""Measures in texts written for this test, from public facts."""

from __future__ import annotations

import time

import pytest

from parley.claims.measures import extract

pytestmark = pytest.mark.model


def measures(reading_of, text: str):
    return list(extract(reading_of(text, "2025-05-01"), ()))


def test_a_list_gives_one_measure_an_item(reading_of):
    text = (
        "Ethiopia and the Tigrayan rebels signed an agreement in Pretoria. The agreement calls for the disarmament of "
        "Tigrayan forces, the restoration of aid to the region and the withdrawal of foreign troops."
    )
    found = {m.type: m for m in measures(reading_of, text)}
    assert {"disarmament", "humanitarian_access", "troop_withdrawal"} <= set(found)
    assert all(found[t].status == "happened" and found[t].agreement for t in ("disarmament", "troop_withdrawal"))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Moscow demanded that Ukraine withdraw its troops from four regions.", "troop_withdrawal", "possible"),
        ("Russia and Ukraine agreed to exchange 1,000 prisoners each.", "prisoner_exchange", "happened"),
        ("Kyiv wants an unconditional 30-day ceasefire.", "ceasefire", "possible"),
        ("Hezbollah rejected disarmament.", "disarmament", "not_held"),
        ("The mediators called for the release of all hostages.", "hostage_release", "possible"),
        ("They agreed to lift sanctions on Juba.", "sanctions_relief", "happened"),
        ("Washington proposed an amnesty for the rebels.", "amnesty", "possible"),
        ("The rebels pledged to remove landmines.", "demining", "happened"),
        ("Both sides agreed to let aid convoys into the town.", "humanitarian_access", "happened"),
    ],
)
def test_type_and_status(reading_of, text, kind, status):
    found = [(m.type, m.status) for m in measures(reading_of, text)]
    assert (kind, status) in found


def test_quantity_object_and_deadline(reading_of):
    (measure,) = measures(
        reading_of, "Kenya and Somalia agreed to withdraw heavy weapons from two districts by June 30."
    )
    assert measure.type == "weapons_withdrawal"
    assert measure.object == "heavy weapons"
    assert measure.quantity == "two districts"
    assert measure.deadline == "by June 30"
    assert measure.force in ("decided", "committed")


def test_what_no_frame_knows_is_other(reading_of):
    text = "Cuba and the company signed an accord. The accord bans night flights over the harbour."
    assert [m.type for m in measures(reading_of, text)] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders agreed to meet again in the autumn.",
        "The parties agreed to maintain contacts.",
        "Ceasefire violations were counted.",
        "Voters turned the text down in a referendum.",
        "The newly elected president took office.",
        "The leaders exchanged views.",
    ],
)
def test_what_is_no_measure(reading_of, text):
    assert measures(reading_of, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The sides signed an accord in Rome in May. The minister said her team would return to Quito.",
        "They agreed to end the two years of conflict.",
        "They agreed to continue the peace talks.",
        "The rebels signed an accord in May. International monitors said the roads were quiet.",
    ],
)
def test_aims_journeys_and_witnesses_are_no_measures(reading_of, text):
    assert [m.type for m in measures(reading_of, text)] == []


def test_what_will_not_be_done_is_not_held(reading_of):
    found = measures(
        reading_of, "The minister said Serbia would not make territorial concessions. A treaty is discussed."
    )
    assert ("territory", "not_held") in [(m.type, m.status) for m in found]


def test_time_grows_with_the_length_only(reading_of):
    text = "The accord calls for the release of prisoners, and they agreed to withdraw troops by June.\n"
    short, long = reading_of(text * 80), reading_of(text * 320)

    def seconds(reading) -> float:
        started = time.process_time()
        list(extract(reading, ()))
        return time.process_time() - started

    # Four times the text: linear is 4, the square would be 16; processor time, since machines are busy.
    assert min(seconds(long) for _ in range(3)) < 9 * min(seconds(short) for _ in range(3)) + 0.05


@pytest.mark.parametrize(
    "text",
    [
        "Baku says that the constitution of Armenia contains territorial claims.",
        "There was no independent verification of either account of the fighting.",
        "The war has left more than 9,000 soldiers and civilians dead.",
        "He met the head of Libya's unity government in Paris.",
        "It would be impossible without a ceasefire, the mediator said.",
        "The agreement does not say whether the rebels will free the hostages.",
    ],
)
def test_words_of_measures_in_other_uses(reading_of, text):
    assert list(extract(reading_of(text, "2025-05-01"), ())) == []


def test_what_a_rejected_proposal_provides_was_proposed(reading_of):
    text = "Hamas rejected a proposal for a ceasefire in Gaza. It would also release hundreds of Palestinian prisoners."
    found = {claim.type: claim.status for claim in extract(reading_of(text, "2025-05-01"), ())}
    assert found == {"ceasefire": "possible", "prisoner_exchange": "possible"}


def test_a_ceasefire_told_twice_in_a_sentence_is_one_measure(reading_of):
    text = "The army and the rebels signed a ceasefire deal in Juba; the ceasefire takes effect at midnight."
    found = [claim.type for claim in extract(reading_of(text, "2025-05-01"), ())]
    assert found == ["ceasefire"]


def test_what_is_pointed_out_as_important_is_asked_for(reading_of):
    text = "President Putin stressed the importance of releasing the arrested journalists without delay at the talks."
    found = [(claim.type, claim.status) for claim in extract(reading_of(text, "2025-05-01"), ())]
    assert found and all(status == "possible" for _, status in found)


@pytest.mark.parametrize(
    "text",
    [
        "The government signed a peace deal with 14 rebel groups in a bid to end years of fighting.",
        "The two sides signed a peace deal in Oslo. Many villagers want an end to the bloodshed.",
        "The two sides signed a peace deal in Oslo. The deal opens the door to a better life.",
        "The two sides signed a peace deal in Oslo. A former ceasefire monitor was there.",
        "The two sides signed a peace deal in Oslo. The deal includes three key elements.",
        "The two sides signed a peace deal in Oslo. Officials would neither confirm nor deny it.",
    ],
)
def test_aims_phrases_and_parts_are_no_measures(reading_of, text):
    assert measures(reading_of, text) == []


def test_what_a_draft_says_is_possible(reading_of):
    text = "A leaked draft statement says that the prime minister and the general will commit to a ceasefire."
    assert {c.status for c in measures(reading_of, text)} == {"possible"}
