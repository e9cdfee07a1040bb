"""What came of something, and whether it took place, is borne out by a cited claim, not by the entry itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.answers import ask, check
from parley.model.claim import OutcomeClaim
from parley.model.span import Evidence
from parley.record import derive
from tests.record.building import agreement, article, meeting


def _record(text, outcome="violated"):
    deal, news = article("2019-12-12", "Russia and Ukraine signed the Geneva truce."), article("2019-12-20", text)
    came = OutcomeClaim(
        article=news.id, of="Geneva truce", outcome=outcome, maker="test/1",
        evidence=(Evidence(start=0, end=len(text), text=text),),
    )  # fmt: skip
    return derive([deal, news], [agreement(deal, "Geneva truce", "2019-12-11"), came])


@pytest.mark.parametrize(
    "text, borne",
    [
        ("The Geneva truce was broken on Thursday.", True),
        ("Both armies broke it within days.", True),
        ("The minister opened a school on Thursday.", False),
    ],
)
def test_an_outcome_needs_a_sentence_that_speaks_of_it(text, borne):
    record = _record(text)
    answer = ask(record, "What came of the Geneva truce?")
    assert answer.verdict == "answered"
    assert (check(record, answer) == ()) is borne


def test_an_outcome_that_no_cited_claim_has_is_a_fault():
    record = _record("The Geneva truce was broken on Thursday.")
    (entry,) = record.outcomes
    turned = entry.model_copy(update={"outcome": "carried_out"})
    changed = replace(record, outcomes=(turned,))
    assert any("outcome" in f.fault for f in check(changed, ask(changed, "What came of the Geneva truce?")))


def test_a_status_that_no_cited_claim_has_is_a_fault():
    of = article("2019-12-01")
    record = derive([of], [meeting(of, "Volodymyr Zelensky, Vladimir Putin", "2019-12-09", "Paris", status="planned")])
    assert check(record, ask(record, "Have Zelensky and Putin met?")) == ()
    held = record.meetings[0].model_copy(update={"status": "happened"})
    changed = replace(record, meetings=(held,))
    faults = check(changed, ask(changed, "Have Zelensky and Putin met?"))
    assert any("status" in f.fault for f in faults)
