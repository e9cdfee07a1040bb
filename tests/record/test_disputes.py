"""Accounts that cannot all be true, kept side by side; those that can, left in peace."""

from __future__ import annotations

import pytest

from parley.answers import ask, check, disputes_table
from parley.model.claim import MeasureClaim, OutcomeClaim
from parley.model.span import Evidence
from parley.record import derive
from tests.record.building import agreement, article, meeting, party, statement

FOUR = "Vladimir Putin, Angela Merkel, Emmanuel Macron, Volodymyr Zelensky"


def _record(*made):
    articles = {a.id: a for a, _ in made}
    return derive(articles.values(), [c for _, c in made])


def _met(published, who, when, place, text=None, **fields):
    of = article(published, text or f"A report of {published}.")
    return of, meeting(of, who, when, place, **fields)


def _measure(published, text, quantity, kind="prisoner_exchange"):
    of = article(published, text)
    claim = MeasureClaim(
        article=of.id, type=kind, agreement="Geneva deal", quantity=quantity, force="decided", maker="test/1",
        evidence=(Evidence(start=0, end=len(text), text=text),),
    )  # fmt: skip
    return of, claim


def _fields(record):
    return sorted({row.field for row in disputes_table(record)})


def test_a_day_in_december_agrees_with_december():
    record = _record(
        _met("2019-12-10", FOUR, "2019-12-09", "Paris"), _met("2020-03-01", FOUR, "2019-12", "Paris"),
    )  # fmt: skip
    assert len(record.meetings) == 1 and _fields(record) == []


def test_two_cities_of_one_meeting_are_disputed():
    record = _record(_met("2019-12-10", FOUR, "2019-12-09", "Paris"), _met("2019-12-10", FOUR, "2019-12-09", "Berlin"))
    assert len(record.meetings) == 1 and _fields(record) == ["place"]


def test_who_came_is_disputed_when_all_others_are_the_same():
    other = FOUR.replace("Vladimir Putin", "Sergei Lavrov")
    record = _record(_met("2019-12-10", FOUR, "2019-12-09", "Paris"), _met("2019-12-10", other, "2019-12-09", "Paris"))
    assert len(record.meetings) == 1 and _fields(record) == ["participants"]
    assert {row.value for row in disputes_table(record)} == {"Vladimir Putin", "Sergei Lavrov"}
    answer = ask(record, "Which accounts of the Paris meeting conflict?")
    assert "differ on who was there: Sergei Lavrov" in answer.text() and check(record, answer) == ()


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(("Sergei Lavrov, Emmanuel Macron", "2019-12-09", "Paris"), id="two with one host"),
        pytest.param((FOUR.replace("Vladimir Putin", "Sergei Lavrov"), "2019-12-10", "Paris"), id="another day"),
    ],
)
def test_ministers_beside_their_leaders_are_two_meetings(others):
    first = FOUR if "Merkel" in others[0] else "Vladimir Putin, Emmanuel Macron"
    record = _record(_met("2019-12-10", first, "2019-12-09", "Paris"), _met("2019-12-11", *others))
    assert len(record.meetings) == 2 and _fields(record) == []


def test_held_and_not_held_are_disputed():
    record = _record(
        _met("2019-12-10", FOUR, "2019-12-09", "Paris"),
        _met("2019-12-11", FOUR, "2019-12-09", "Paris", status="not_held"),
    )
    assert len(record.meetings) == 1 and _fields(record) == ["status"]


def test_shook_hands_or_not():
    shook = _met("2019-12-10", FOUR, "2019-12-09", "Paris", "Putin and Zelensky shook hands when they met in Paris.")
    did_not = _met("2019-12-10", FOUR, "2019-12-09", "Paris", "They met in Paris and did not shake hands.")
    record = _record(shook, did_not)
    assert len(record.meetings) == 1 and _fields(record) == ["handshake"]
    assert {row.value for row in disputes_table(record)} == {"they shook hands", "they did not shake hands"}
    assert _fields(_record(shook, _met("2019-12-10", FOUR, "2019-12-09", "Paris"))) == []


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("250 prisoners", "303 prisoners", True),
        ("124 prisoners", "123 prisoners", True),
        ("about 200 prisoners", "203 prisoners", False),
        ("about 250 prisoners", "303 prisoners", True),
        ("1,000 prisoners", "1000 prisoners", False),
    ],
)
def test_numbers(one, other, disputed):
    record = _record(
        _measure("2020-01-02", f"They agreed to exchange {one}.", one),
        _measure("2020-01-03", f"The deal frees {other}.", other),
    )
    assert len(record.measures) == 1
    assert _fields(record) == (["quantity"] if disputed else [])


def test_a_part_and_its_whole_are_no_dispute():
    part = "They handed over 303 prisoners on Sunday, completing the exchange of 1,000 prisoners."
    record = _record(
        _measure("2020-01-02", "They agreed to exchange 1,000 prisoners.", "1,000 prisoners"),
        _measure("2020-01-05", part, "303 prisoners"),
    )
    assert len(record.measures) == 1 and _fields(record) == []


def _came(published, outcome, who):
    text = f"{who} said on the day that the truce was {outcome}."
    of = article(published, text)
    claim = OutcomeClaim(
        article=of.id, of="Geneva truce", outcome=outcome, attributed_to=who, participants=(party(who),),
        maker="test/1", evidence=(Evidence(start=0, end=len(text), text=text),),
    )  # fmt: skip
    return of, claim


def test_kept_and_broken_on_the_same_days_are_disputed_and_later_not():
    signed = _measure("2020-01-01", "The Geneva truce was agreed.", None, "ceasefire")
    deal = (signed[0], agreement(signed[0], "Geneva truce", "2020-01-01"))
    record = _record(deal, _came("2020-01-05", "carried_out", "Russia"), _came("2020-01-05", "violated", "Ukraine"))
    assert _fields(record) == ["outcome"]
    later = _record(deal, _came("2020-01-05", "carried_out", "Russia"), _came("2020-03-05", "violated", "Ukraine"))
    assert _fields(later) == []


def test_a_sentence_does_not_contradict_itself_and_who_says_it_is_told():
    text = "They pulled out of several towns but have not left, according to residents."
    of = article("2020-01-05", text)
    deal = (of, agreement(of, "Geneva truce", "2020-01-01"))
    one, other = _came("2020-01-05", "carried_out", "Russia")[1], _came("2020-01-05", "not_carried_out", "Russia")[1]
    whole = {"article": of.id, "evidence": (Evidence(start=0, end=len(text), text=text),)}
    same = [(of, c.model_copy(update=whole)) for c in (one, other)]
    assert _fields(_record(deal, *same)) == []
    told = _record(deal, _came("2020-01-05", "carried_out", "Russia"), _came("2020-01-05", "violated", "Ukraine"))
    assert {(r.said_by, r.value) for r in disputes_table(told)} == {("Russia", "carried_out"), ("Ukraine", "violated")}
    assert "Ukraine, as told by" in ask(told, "Which accounts of the Geneva truce conflict?").text()


def test_a_session_that_goes_on_overnight_is_one_meeting_without_dispute():
    text = "They met in Paris on Wednesday evening. The talks ended on Thursday."
    of = article("2019-12-12", text)
    evening = meeting(of, FOUR, "2019-12-11", "Paris")
    end = meeting(of, f"{FOUR}", "2019-12-12", "Paris", name="talks")
    record = derive([of], [evening, end])
    (held,) = record.meetings
    assert held.when.edtf == "2019-12-11/2019-12-12" and not held.disputes
    assert "on 11 and 12 December 2019" in ask(record, "Have Putin and Merkel met?").text()
    two = derive(
        [of], [meeting(of, "Vladimir Putin, Angela Merkel", day, "Paris") for day in ("2019-12-11", "2019-12-12")]
    )
    assert len(two.meetings) == 2


def test_words_are_not_disputed():
    of = article("2020-01-01")
    record = derive([of], [statement(of, "Vladimir Putin", "yes"), statement(of, "Vladimir Putin", "no")])
    assert _fields(record) == []
