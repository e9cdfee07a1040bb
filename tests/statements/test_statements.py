"""Statement claims, from the real model on sentences written for these tests."""

from __future__ import annotations

import pytest

from parley.claims.statements import extract
from parley.model.claim import StatementClaim
from parley.model.reading import Reading

pytestmark = pytest.mark.model


def statements(reading: Reading) -> list[StatementClaim]:
    found = [c for c in extract(reading, ()) if isinstance(c, StatementClaim)]
    text = reading.article.text
    for claim in found:
        assert claim.quote in text
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.text
    return found


def said(reading: Reading) -> list[tuple[str, str, bool]]:
    return [("; ".join(c.names("speaker")), c.quote, c.direct) for c in statements(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The guns,” António Guterres said, “must fall silent.”",
            [("António Guterres", "The guns,", True), ("António Guterres", "must fall silent.", True)],
        ),
        (
            "António Guterres told reporters that the ceasefire was holding.",
            [("António Guterres", "the ceasefire was holding", False)],
        ),
        (
            'António Guterres said the ceasefire was "holding by a thread" and little more.',
            [
                ("António Guterres", "holding by a thread", True),
                ("António Guterres", 'the ceasefire was "holding by a thread" and little more', False),
            ],
        ),
        ("A senior diplomat said the talks had failed.", [("senior diplomat", "the talks had failed", False)]),
        ("The talks had failed, officials said.", [("officials", "The talks had failed", False)]),
    ],
)
def test_statement(reading_of, text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert said(reading_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace train" left the station at noon.',
        "The picture shows that the bridge is gone.",
        "The two sides discussed the exchange of prisoners.",
        "The minister did not say when the talks would resume.",
        "It is raining in Geneva.",
    ],
)
def test_no_statement(reading_of, text: str) -> None:
    assert said(reading_of(text)) == []


def test_a_decree_speaks_for_its_signer(reading_of) -> None:
    text = 'António Guterres signed an order stating "the impossibility of further talks".'
    assert ("António Guterres", "the impossibility of further talks", True) in said(reading_of(text))


def test_the_reporter_is_not_the_speaker(reading_of) -> None:
    reading = reading_of("Reuters reported that António Guterres said the talks had failed.")
    (claim,) = statements(reading)
    assert claim.names("speaker") == ("António Guterres",)
    assert claim.attributed_to == "Reuters"


def test_time_of_saying(reading_of) -> None:
    reading = reading_of("António Guterres said on 12 May 2015 that the talks had failed.", published="2015-05-20")
    (claim,) = statements(reading)
    assert claim.when is not None
    assert claim.when.edtf == "2015-05-12"


def test_time_of_what_is_said_is_not_when_it_was_said(reading_of) -> None:
    reading = reading_of("António Guterres said that the talks had failed in March 2014.", published="2015-05-20")
    (claim,) = statements(reading)
    assert claim.when is None


def test_addressee_topic_and_stance(reading_of) -> None:
    reading = reading_of("António Guterres told reporters that he supported the talks.")
    (claim,) = statements(reading)
    assert (claim.addressee, claim.topic, claim.stance) == ("reporters", "talks", "for")


def test_boilerplate_says_nothing(reading_of) -> None:
    text = "“We will drive again,” António Guterres said."
    reading = reading_of(text)
    reading.article = reading.article.model_copy(update={"boilerplate": ((0, len(text)),)})
    assert statements(reading) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels promised to leave the town.", []),
        ("The army refused to leave the town.", []),
        ("Vladimir Putin confirmed the signing.", []),
        ("Vladimir Putin may announce a new offer on Friday.", []),
        ("Envoy says talks near end\n\nThe weather in Geneva was mild.", []),
        (
            "The talks were useful, Sergei Lavrov said, Tass reported on Monday.",
            [("Sergei Lavrov", "The talks were useful", False)],
        ),
        (
            '"We will be back," a State Department spokesperson said, according to the Associated Press.',
            [("State Department spokesperson", "We will be back,", True)],
        ),
        (
            "Sources close to the talks said a deal was near.",
            [("Sources close to the talks", "a deal was near", False)],
        ),
        ("The war has claimed more than 6,000 lives.", []),
    ],
)
def test_what_is_no_statement_and_whose_it_is(reading_of, text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert said(reading_of(text)) == expected


def test_words_mostly_quoted_are_one_statement(reading_of) -> None:
    found = said(reading_of('Angela Merkel said that peace was "closer than at any time since the war began".'))
    assert [direct for _, _, direct in found] == [True]


def test_he_who_goes_on_is_not_the_one_he_speaks_of(reading_of) -> None:
    text = (
        "“We talked about the border,” said Martin Griffiths on Monday.\n\n"
        "“António Guterres told us that there are three steps to a truce,” he added.\n"
    )
    assert [speaker for speaker, _, _ in said(reading_of(text))] == ["Martin Griffiths"] * 2
