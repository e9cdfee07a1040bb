"""Statements as agencies report them: who is quoted by whom, who goes on to speak, what is no statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.claims.statements import extract
from parley.model.reading import Reading

Read = Callable[..., Reading]
pytestmark = pytest.mark.model


def told(reading_of: Read, text: str, published: str = "2020-08-10") -> list[tuple[str, str]]:
    """The first speaker and the words of each statement."""
    found = extract(reading_of(text, published), ())
    return [(claim.participants[0].name, claim.quote) for claim in found]


def test_who_is_quoted_speaks_and_not_the_agency(reading_of: Read) -> None:
    text = "“We are ready to talk,” the Anadolu agency quoted Mutlaq al-Qahtani as saying."
    assert told(reading_of, text) == [("Mutlaq al-Qahtani", "We are ready to talk,")]


def test_quoted_as_saying_is_one_cue(reading_of: Read) -> None:
    text = "Mutlaq al-Qahtani was quoted by state media as saying that the talks would go on."
    assert told(reading_of, text) == [("Mutlaq al-Qahtani", "the talks would go on")]


def test_what_is_reported_follows_the_name_of_a_source(reading_of: Read) -> None:
    text = (
        "On Sunday, the broadcaster reported, citing envoys, that the talks between both sides would be held in Doha."
    )
    assert told(reading_of, text) == [("broadcaster", "the talks between both sides would be held in Doha")]


def test_a_town_before_the_report_does_not_speak(reading_of: Read) -> None:
    text = "HAVANA, Sept 6 (Reuters) - The FARC said it would seek a ceasefire at the start of the talks."
    assert told(reading_of, text) == [("FARC", "it would seek a ceasefire at the start of the talks")]


def test_a_quoted_name_is_no_speech(reading_of: Read) -> None:
    text = "Anna Brandt said at the “Silk Road” forum in Tbilisi that the border would be opened."
    assert told(reading_of, text) == [("Anna Brandt", "the border would be opened")]


def test_the_diplomat_is_whoever_was_quoted_last(reading_of: Read) -> None:
    text = (
        "Foreign Ministry spokesman Vahan Petrosyan said no meeting was planned. According to the diplomat, "
        "the rumours were false."
    )
    assert [speaker for speaker, _ in told(reading_of, text)] == ["Vahan Petrosyan", "Vahan Petrosyan"]


def test_a_pronoun_goes_on_after_a_long_quotation(reading_of: Read) -> None:
    text = (
        "Espen Lund said the talks would begin. “It takes time. We plan for weeks. It has to be prepared. The rest is "
        "not in our hands. Nobody knows,” Lund said.\nHe said that all issues would be on the table."
    )
    assert told(reading_of, text)[-1] == ("Espen Lund", "all issues would be on the table")


def test_they_are_those_who_spoke_before(reading_of: Read) -> None:
    text = (
        "Turkish media reported that delegations from Russia and Ukraine could meet on Friday. "
        "They also suggested that a text was ready."
    )
    assert told(reading_of, text)[-1] == ("Turkish media", "a text was ready")


def test_it_is_the_body_the_sentence_is_about(reading_of: Read) -> None:
    text = "Algeria will hold talks with rebel groups from Mali to revive the peace process, it said on Sunday."
    assert [speaker for speaker, _ in told(reading_of, text)] == ["Algeria"]


def test_a_joint_statement_speaks_for_both(reading_of: Read) -> None:
    text = (
        "Washington and Riyadh, in a joint statement issued on Sunday, called on both sides to stop fighting. "
        "The joint statement said that the army had continued its air strikes."
    )
    found = list(extract(reading_of(text, "2023-05-31"), ()))
    assert {p.name for p in found[-1].participants} == {"United States", "Saudi Arabia"}


def test_rebels_of_a_state_are_not_the_state(reading_of: Read) -> None:
    text = "Nepal's communist rebels say their leader has met the minister. The Maoists want a new constitution."
    assert told(reading_of, text)[0][0] == "Maoists"


def test_a_surname_after_al_is_the_same_person(reading_of: Read) -> None:
    text = (
        "“It should cease fire,” Majed al-Ansari told reporters in Doha. Donald Trump had called for calm. Ansari was "
        "cautious. “There are many details,” he said."
    )
    assert told(reading_of, text)[-1] == ("Majed al-Ansari", "There are many details,")


@pytest.mark.parametrize(
    "text",
    [
        "The envoys came to Bouake to urge the rebels to lay down their arms.",
        "The minister repeated that proposal in Tbilisi.",
        "Israel declined to comment on the talks in Cairo.",
        "A leaked draft says the sides will commit to a ceasefire.",
    ],
)
def test_what_is_no_statement(reading_of: Read, text: str) -> None:
    assert told(reading_of, text) == []


def test_what_somebody_says_of_another_is_theirs(reading_of: Read) -> None:
    text = "Turkish Foreign Minister Mevlut Cavusoglu said Khalifa Haftar had asked for more time to consider it."
    assert told(reading_of, text, "2020-01-13") == [
        ("Mevlüt Çavuşoğlu", "Khalifa Haftar had asked for more time to consider it")
    ]


def test_a_condition_is_not_said(reading_of: Read) -> None:
    text = "Hadi warned that his government would leave the talks if the envoy insisted on a new government."
    assert [speaker for speaker, _ in told(reading_of, text, "2016-07-16")] != []
    assert all("envoy insisted" in quote for _, quote in told(reading_of, text, "2016-07-16"))


def test_according_to_him_tells_nothing_twice(reading_of: Read) -> None:
    text = (
        "Anna Brandt and Igor Kolar met. Kolar expressed his readiness to resume talks, despite all, according to him."
    )
    assert len(told(reading_of, text)) == 1


def test_who_is_told_does_not_speak(reading_of: Read) -> None:
    text = '"They have changed," the aide, who asked not to be identified, told Reuters.'
    assert told(reading_of, text) == [("aide", "They have changed,")]


def test_a_speaker_behind_the_cue(reading_of: Read) -> None:
    text = "The bomb was placed in a market, stated Minister of Information Moammar al-Eryani, and was left there."
    assert [speaker for speaker, _ in told(reading_of, text)] == ["Moammar al-Eryani"]


def test_an_agency_over_two_sides_says_nothing_itself(reading_of: Read) -> None:
    text = (
        "Congo said it would not negotiate with the rebels of M23, but the rebels said the government was in no "
        "position to set conditions, Reuters reports."
    )
    assert "Reuters" not in [speaker for speaker, _ in told(reading_of, text, "2012-11-26")]


def test_judged_words_in_quotation_marks(reading_of: Read) -> None:
    text = "Horst Koehler hailed “a first, but an important, step” toward resolving the standoff with Morocco."
    assert ("Horst Koehler", "a first, but an important, step") in told(reading_of, text, "2018-12-06")
