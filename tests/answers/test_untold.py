"""Questions that a record answers in part or not at all are not answered with something else."""

from __future__ import annotations

import pytest

from parley.answers import ask, check
from parley.record import derive
from tests.record.building import agreement, article, meeting, party

_TEXT = "Zelensky and Putin met in Paris on Monday; Russia and Ukraine signed the Geneva truce the day after."


@pytest.fixture(scope="module")
def record():
    of = article("2019-12-12", _TEXT)
    deal = agreement(of, "Geneva truce", "2019-12-10")
    signed = deal.model_copy(
        update={"participants": tuple(party(n).in_role("signatory") for n in ("Russia", "France"))}
    )
    return derive([of], [meeting(of, "Volodymyr Zelensky, Vladimir Putin", "2019-12-09", "Paris"), signed])


@pytest.mark.parametrize(
    "question, kind, says",
    [
        ("When did the talks begin?", "began", "is not in the record"),
        ("Why were the talks postponed?", "reason", "is not in the record"),
        ("Why did Putin refuse to sign the agreement?", "reason", "is not in the record"),
        ("Who led the delegations?", "led", "is not in the record"),
        ("Who signed the Oslo accords?", "signed", "does not know “Oslo”"),
    ],
)
def test_what_is_not_kept_is_said_not_to_be_there(record, question, kind, says):
    answer = ask(record, question)
    assert (answer.kind, answer.verdict) == (kind, "not_in_record")
    assert says in answer.text() and not answer.citations


@pytest.mark.parametrize(
    "question, says",
    [
        ("Who signed the Geneva truce?", "The Geneva truce was signed by Russia and France."),
        ("When did the Paris talks begin?", "on 9 December 2019"),
    ],
)
def test_what_is_kept_is_told_with_its_sentence(record, question, says):
    answer = ask(record, question)
    assert answer.verdict == "answered" and says in answer.text()
    assert answer.citations and check(record, answer) == ()


def test_examples_are_of_this_record(record):
    said = ask(record, "What colour is the grass?").text()
    assert "Geneva truce" in said and "Zelensky" in said and "Macron" not in said
    assert "Zelensky" not in ask(derive([], []), "What colour is the grass?").text()
