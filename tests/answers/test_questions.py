"""The twelve kinds of question, five wordings each, and twenty that the record cannot answer."""

from __future__ import annotations

import pytest

from parley.answers import ask, check
from parley.record import derive
from parley.selecting import select
from tests.record import building
from tests.record.normandy import ARTICLES, claims, person


@pytest.fixture(scope="module")
def record():
    return derive(ARTICLES.values(), claims())


# kind -> (what every answer says, the articles it must cite at least one of each), wordings
QUESTIONS: dict[str, tuple[tuple[str, ...], set[str], tuple[str, ...]]] = {
    "met": (
        ("Yes, once", "Paris on 9 December 2019"),
        {"paris"},
        (
            "Have Zelensky and Putin met before?",
            "Did Putin ever meet Zelenskyy?",
            "Has Volodymyr Zelensky met Vladimir Putin face to face?",
            "Had Putin and Zelensky met in person before May 2025?",
            "Was there a summit between Zelenskiy and Putin?",
        ),
    ),
    "last_met": (
        ("last met", "Paris", "9 December 2019"),
        {"paris"},
        (
            "When did they last meet, Putin and Zelensky, and where?",
            "When and where did Zelensky and Putin last meet?",
            "What was the most recent meeting of Putin and Zelensky?",
            "When was the last time Zelensky met Putin?",
            "Where did Putin and Zelensky meet last?",
        ),
    ),
    "mediated": (
        ("France and Germany were the mediators",),
        {"paris"},
        (
            "Who mediated the Paris summit?",
            "Who brokered the Normandy talks of December 2019?",
            "Who were the mediators at the Normandy summit?",
            "Which countries facilitated the Paris meeting of 2019?",
            "Who hosted or mediated the summit in Paris between Putin and Zelensky?",
        ),
    ),
    "agreed": (
        ("agreed on", "an exchange of prisoners", "a withdrawal of troops from three areas", "accounts differ"),
        {"paris"},
        (
            "What was agreed in Paris in December 2019?",
            "What did Putin and Zelensky agree in Paris?",
            "What did the sides agree on at the Normandy summit?",
            "What was decided at the Paris summit?",
            "What were the terms of the Paris 2019 meeting?",
        ),
    ),
    "outcome": (
        ("The exchange of prisoners was carried out on 29 December 2019",),
        {"swap"},
        (
            "What came of it, the Paris summit of 2019?",
            "What came of the Normandy summit?",
            "What happened after the Paris summit?",
            "What were the results of the Paris meeting between Putin and Zelensky?",
            "What became of the Normandy summit in Paris?",
        ),
    ),
    "carried_out": (
        ("The exchange of prisoners was carried out", "The withdrawal of troops was not carried out", "Steppe Daily"),
        {"swap"},
        (
            "Which measures of Paris were carried out, and who says so?",
            "What measures of the Normandy summit were implemented?",
            "Which points agreed in Paris in 2019 have been fulfilled?",
            "Was what was agreed at the Paris summit carried out?",
            "Which of the Paris 2019 commitments were honoured?",
        ),
    ),
    "said": (
        ("We will not trade our territory for peace",),
        {"gazette"},
        (
            "What did Zelensky say about territory between 2019 and 2020?",
            "What did Zelenskyy say about territorial concessions in December 2019?",
            "What has Zelensky said on territory since 2019?",
            "Did Zelensky comment on territory before 2021?",
            "Zelensky statements about territory in 2019",
        ),
    ),
    "position": (
        ("Between 4 October 2022 and 13 May 2025 Volodymyr Zelensky moved from speaking against talks",),
        {"decree", "background"},
        (
            "When did Zelensky's position on talks change?",
            "When did Zelensky change his mind about negotiations?",
            "Has Zelensky's stance on talks shifted?",
            "How has the position of Zelensky on negotiations changed since 2022?",
            "When did Zelensky change his tune on talks with Russia?",
        ),
    ),
    "conflicts": (
        ("differ on the number", "about 250 prisoners", "303 prisoners"),
        {"gazette", "tribune"},
        (
            "Which accounts of the Paris summit conflict?",
            "Do reports of the Normandy summit contradict each other?",
            "Where do sources disagree about the Paris 2019 meeting?",
            "Are there conflicting reports on the Normandy summit?",
            "What is disputed about the Paris summit?",
        ),
    ),
    "news": (
        ("Russia and Ukraine met in Istanbul on 16 May 2025",),
        {"istanbul"},
        (
            "What is new since 15 May 2025?",
            "What's new since May 2025?",
            "Anything new since 2025-05-14?",
            "What has happened since 14 May 2025?",
            "What became known since 1 May 2025?",
        ),
    ),
    "known": (
        ("was planned in Paris for 9 December 2019",),
        {"preview"},
        (
            "What was known on 6 December 2019?",
            "What did we know by 7 December 2019?",
            "What was known about Putin and Zelensky on 8 December 2019?",
            "As of 6 December 2019, what was known?",
            "What had been reported by 2019-12-06?",
        ),
    ),
    "count": (
        ("met once", "spoke by phone once"),
        {"paris", "tribune"},
        (
            "How many times did Putin and Zelensky meet or speak?",
            "How often have Zelensky and Putin met or talked by phone?",
            "How many times have Putin and Zelensky been in contact?",
            "How many meetings or calls did Putin and Zelensky have?",
            "How often did Zelensky and Putin meet or call each other?",
        ),
    ),
}
CASES = [(kind, wording) for kind, (_, _, wordings) in QUESTIONS.items() for wording in wordings]


def test_there_are_sixty():
    assert len(CASES) == len({w for _, w in CASES}) == 60


@pytest.mark.parametrize(("kind", "wording"), CASES, ids=[w for _, w in CASES])
def test_question_is_answered_with_its_sources(record, kind, wording):
    says, articles, _ = QUESTIONS[kind]
    answer = ask(record, wording)
    assert answer.kind == kind
    assert answer.verdict == "answered"
    text = answer.text()
    for words in says:
        assert words in text
    cited = {c.article for c in answer.citations}
    # Any of the reports that say the same may be cited for the summit.
    same = {"paris", "gazette", "background"} if "paris" in articles else set()
    assert all(a in cited or (a in same and same & cited) for a in articles)
    assert check(record, answer) == ()


UNANSWERABLE = (
    "Have Putin and Biden met?",
    "Have Macron and Zelensky met before 2019?",
    "Did Merkel and Poroshenko meet in 2021?",
    "When did Putin last meet Trump?",
    "Who mediated the Camp David talks?",
    "What was agreed in Geneva in 2021?",
    "What came of the Oslo accords?",
    "Which measures of the Dayton agreement were carried out?",
    "What did Merkel say about sanctions?",
    "What did Lavrov say about Ukraine?",
    "When did Macron's position on elections change?",
    "What is new since 1 June 2025?",
    "What was known on 1 January 2010?",
    "How many times did Merkel and Xi meet?",
    "Which accounts of the Minsk meeting conflict?",
    "asdf qwer zxcv",
    "",
    "🙂🙂🙂",
    "'; DROP TABLE meetings; --",
    "Have Robert'); DROP TABLE articles;-- and Putin met?",
)


def test_there_are_twenty_unanswerable():
    assert len(set(UNANSWERABLE)) == 20


@pytest.mark.parametrize("wording", UNANSWERABLE)
def test_what_is_not_in_the_record_is_refused(record, wording):
    answer = ask(record, wording)
    assert answer.verdict in ("not_in_record", "not_understood")
    assert "Yes" not in answer.text()
    assert check(record, answer) == ()
    if answer.verdict == "not_in_record":
        assert "articles were read" in answer.text()


def test_a_question_of_ten_thousand_characters_is_cut(record):
    answer = ask(record, "Have Zelensky and Putin met? " * 400)
    assert len(answer.question) <= 1_000
    assert answer.verdict == "answered"


def test_a_date_that_is_none_is_told(record):
    answer = ask(record, "Did Putin and Zelensky meet on 31 February 2020?")
    assert answer.verdict == "not_understood"
    assert "31 February 2020" in answer.text()


def test_absence_tells_what_was_read(record):
    text = ask(record, "Did Macron and Zelensky meet between 1 May 2021 and 31 May 2021?").text()
    assert "No meeting of Emmanuel Macron and Volodymyr Zelensky between 1 May 2021 and 31 May 2021" in text
    assert "10 articles were read, published from 12 February 2015 to 17 May 2025" in text


def test_answer_says_how_it_understood(record):
    assert ask(record, "Has Zelenskyy met Putin since 2020?").understood == (
        "Whether Volodymyr Zelensky and Vladimir Putin met since 2020"
    )


def test_a_further_meeting_is_told_as_what_it_was(record):
    then = record.as_of("2025-05-13")
    text = ask(then, "Have Zelensky and Putin met before?").text()
    assert "A further meeting of Zelensky and Putin in Istanbul on 15 May 2025 was possible but not confirmed" in text
    assert "did not take place" in ask(record, "Have Zelensky and Putin met before?").text()


def test_answer_as_data(record):
    data = ask(record, "Have Zelensky and Putin met?").to_json()
    assert data["verdict"] == "answered"
    numbers = {c["number"] for c in data["citations"]}
    assert all(set(s["citations"]) <= numbers for s in data["sentences"])


def test_people_without_a_family_name_are_found_by_the_first() -> None:
    report = building.article("2022-11-03")
    abiy = person("Abiy Ahmed", "Ethiopia")
    getachew = person("Getachew Reda", "Ethiopia")
    claim = building.meeting(report, "x", "2022-11-02").model_copy(update={"participants": (abiy, getachew)})
    record = derive([report], [claim])
    assert "2 November 2022" in ask(record, "Have Abiy and Getachew met?").text()
    assert select(record, record.meetings, ("Abiy",)) == list(record.meetings)
