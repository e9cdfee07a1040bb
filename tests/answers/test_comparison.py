"""An article against the others of a record."""

from __future__ import annotations

from parley.answers.comparison import by_verdict, compare
from parley.record import derive
from tests.record.building import agreement, article, meeting, statement

_WHO = "Angela Merkel, Vladimir Putin"


def test_facts_are_known_new_changed_or_disputed() -> None:
    first = article("2020-01-05", "They will meet in Berlin on 10 January. Both met in Sochi.", key="first")
    draft = article("2020-01-11", "They met in Berlin on 10 January, as in Paris before. She was glad.", key="draft")
    claims = [
        meeting(first, _WHO, "2020-01-10", "Berlin", status="planned"),
        meeting(first, _WHO, "2018-05-18", "Sochi"),
        meeting(draft, _WHO, "2020-01-10", "Berlin"),
        meeting(draft, _WHO, "2018-05-18", "Sochi"),
        meeting(draft, _WHO, "2016-10-19", "Paris"),
        statement(draft, "Angela Merkel", "I am glad."),
    ]
    facts = {fact.told: fact for fact in compare(derive([first, draft], claims), "draft")}
    verdicts = sorted(fact.verdict for fact in facts.values())
    assert verdicts == ["changed", "known", "new", "new"]
    known = next(fact for fact in facts.values() if fact.verdict == "known")
    assert [account.article for account in known.others] == ["first"] and "Sochi" in known.told
    assert all(draft.text[fact.start : fact.end] == fact.sentence for fact in facts.values())


def test_what_others_give_otherwise_is_disputed() -> None:
    first, second = article("2020-01-11", key="one"), article("2020-01-11", "They met on the 11th.", key="two")
    claims = [
        meeting(first, _WHO, "2020-01-10", "Berlin", name="Berlin summit"),
        meeting(second, _WHO, "2020-01-10", "Berlin", name="Berlin summit", status="not_held"),
    ]
    record = derive([first, second], claims)
    assert len(record.meetings) == 1 and record.meetings[0].disputes
    (fact,) = by_verdict(compare(record, "two"))["disputed"]
    assert fact.field == record.meetings[0].disputes[0].field
    assert [account.article for account in fact.others] == ["one"] and fact.value != fact.others[0].value


def test_a_day_that_is_one_off_is_no_confirmation() -> None:
    reports = [article("2022-11-03", key=f"r{n}") for n in range(2)]
    draft = article("2022-11-20", "It was signed on 3 November.", key="draft")
    claims = [agreement(report, "Pretoria agreement", "2022-11-02", "Ethiopia, Eritrea") for report in reports]
    claims.append(agreement(draft, "Pretoria agreement", "2022-11-03", "Ethiopia, Eritrea"))
    record = derive([*reports, draft], claims)
    (fact,) = compare(record, "draft")
    assert (fact.verdict, fact.field, fact.value) == ("disputed", "when", "2022-11-03")
    assert {account.value for account in fact.others} == {"2022-11-02"}


def test_a_copy_is_no_second_source() -> None:
    original = article("2020-01-11", "They met in Berlin.", key="original")
    copy = article("2020-01-12", "They met in Berlin.", key="copy").model_copy(update={"copy_of": "original"})
    claims = [meeting(original, _WHO, "2020-01-10", "Berlin"), meeting(copy, _WHO, "2020-01-10", "Berlin")]
    (fact,) = compare(derive([original, copy], claims), "original")
    assert fact.verdict == "new" and not fact.others
