"""The twelve kinds of question, five wordings each, on the examples as they are really read; and what they cannot tell.

The expectations are written by hand from the articles, in `demo_questions.tsv`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import parley
from parley.answers import ask, brief, check
from parley.model.record import Record

EXAMPLES = Path(__file__).parents[2] / "examples" / "normandy"
LEADERS = ("Zelensky", "Putin", "Poroshenko", "Merkel", "Macron", "Hollande", "Erdogan", "Trump", "Lavrov", "Kuleba")
UNANSWERABLE = (
    "Have Zelensky and Biden met?",
    "Have Putin and Zelensky met in Istanbul?",
    "Did Poroshenko and Zelensky meet in 2018?",
    "When did Macron last meet Trump?",
    "Where did Kuleba and Blinken last meet?",
    "Who mediated the Camp David talks?",
    "Who mediated the Geneva talks of 2021?",
    "What was agreed in Vienna in 2021?",
    "What was agreed at the Riyadh summit?",
    "What came of the Oslo accords?",
    "Which measures of the Dayton agreement were carried out?",
    "What did Merkel say about sanctions in 2022?",
    "What did Lukashenko say about territory?",
    "What did Johnson say about weapons?",
    "When did Macron's position on elections change?",
    "What is new since 1 August 2025?",
    "What was known on 1 January 2010?",
    "How many times did Merkel and Xi meet?",
    "Which accounts of the Antalya meeting conflict?",
    "Why is the sky blue?",
)


class Case(NamedTuple):
    """A question with what its answer must and must not say, and the numbers of the files it must cite."""

    kind: str
    question: str
    says: list[str]
    says_not: list[str]
    cites: list[set[str]]


def _cases() -> Iterator[Case]:
    for line in Path(__file__).with_name("demo_questions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, question, says, says_not, cites = (cell.strip() for cell in line.split("\t"))
            cited = [set(files.strip().split("|")) for files in cites.split(";")]
            yield Case(kind, question, _parts(says), _parts(says_not), cited)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


CASES = list(_cases())


@pytest.fixture(scope="module")
def record() -> Record:
    with parley.Record(None) as opened:
        report = opened.read(EXAMPLES)
        assert len(report.read) == 25 and not report.skipped
        return opened.entries


def test_there_are_sixty_questions_and_twenty_without_an_answer():
    assert Counter(case.kind for case in CASES) == dict.fromkeys({case.kind for case in CASES}, 5)
    assert len({case.question for case in CASES}) == 60 and len(set(UNANSWERABLE)) == 20


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[case.question for case in CASES])
def test_demo_question_is_answered_rightly_with_its_sources(record: Record, case: Case) -> None:
    answer = ask(record, case.question)
    text = " ".join(sentence.cited() for sentence in answer.sentences)
    assert (answer.kind, answer.verdict) == (case.kind, "answered"), text
    for words in case.says:
        assert words in text
    for words in case.says_not:
        assert words not in text
    cited = {citation.uri.rsplit("/", 1)[-1][:2] for citation in answer.citations}
    for either in case.cites:
        assert cited & either, (cited, text)
    assert check(record, answer) == ()


@pytest.mark.model
@pytest.mark.parametrize("question", UNANSWERABLE)
def test_demo_question_without_an_answer_is_refused(record: Record, question: str) -> None:
    answer = ask(record, question)
    assert answer.verdict in ("not_in_record", "not_understood"), answer.text()
    assert check(record, answer) == ()
    if answer.verdict == "not_in_record":
        assert "25 articles were read" in answer.text()


@pytest.mark.model
@pytest.mark.parametrize("length", ["short", "long"])
def test_every_sentence_of_every_brief_on_the_demo_is_borne_out(record: Record, length: str) -> None:
    pairs = [(one, other) for n, one in enumerate(LEADERS) for other in LEADERS[n + 1 :]]
    for names in [*pairs, ("Russia", "Ukraine"), ("France", "Germany"), ("Zelensky",), ("Putin",)]:
        piece = brief(record, names, length=length)  # type: ignore[arg-type]
        assert check(record, piece) == (), names
        assert all(s.citations for s in piece.sentences if s.entries)
        assert all(len({s.text for s in p.sentences}) == len(p.sentences) for p in piece.paragraphs), names
