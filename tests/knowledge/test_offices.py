"""Terms of office: the questions of a table, and what must hold of every row."""

from __future__ import annotations

import csv
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from parley.bench.offices import score_offices
from parley.knowledge import Term, default
from parley.knowledge.offices import days

QUESTIONS = Path(str(files("parley.bench").joinpath("offices_at_dates.tsv")))


def _questions() -> list[tuple[str, str, str, str]]:
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        return [(r["country"], r["office"], r["date"], r["person"]) for r in csv.DictReader(lines, delimiter="\t")]


@pytest.mark.parametrize(("country", "office", "date", "person"), _questions())
def test_person_at_date(country: str, office: str, date: str, person: str) -> None:
    assert default().person_at(office, country, date) == person


def test_bench_counts_all_sixty_questions() -> None:
    score = score_offices(QUESTIONS)
    assert (score.asked, score.right) == (60, 60), score.wrong


def test_bench_reports_a_wrong_answer(tmp_path: Path) -> None:
    table = tmp_path / "q.tsv"
    table.write_text("country\toffice\tdate\tperson\nFrance\tpresident\t2015-01-01\tNobody\n", encoding="utf-8")
    assert score_offices(table).wrong == (("France", "president", "2015-01-01", "Nobody", "François Hollande"),)


def _lines_of_office() -> list[list[Term]]:
    knowledge = default()
    lines: dict[tuple[str, str], list[Term]] = {}
    for country in {t.country for p in knowledge.people for t in knowledge.offices.of_person(p)}:
        for term in knowledge.offices.of_country(country):
            lines.setdefault((term.country, term.office), []).append(term)
    return [sorted(terms, key=lambda t: t.start) for terms in lines.values()]


def test_terms_of_one_office_never_overlap() -> None:
    overlaps = [
        (a.country, a.office, a.person, b.person)
        for terms in _lines_of_office()
        for a, b in pairwise(terms)
        if a.end is None or a.end > b.start
    ]
    assert overlaps == []


def test_gaps_between_terms_are_marked() -> None:
    unmarked = [
        (a.country, a.office, a.person, b.person)
        for terms in _lines_of_office()
        for a, b in pairwise(terms)
        if a.end != b.start and not a.gap
    ]
    assert unmarked == []


def test_every_term_begins_before_it_ends_and_has_a_source() -> None:
    for terms in _lines_of_office():
        for term in terms:
            assert term.source
            assert days(term.start)[0] < term.end_day or term.start == term.end, term


# Small states and territories without a head of government of their own in the table.
WITHOUT = {"San Marino"}


def test_every_state_has_a_leader_all_the_time_since_2014() -> None:
    knowledge = default()
    recognised = [s for s in knowledge.states.values() if s.iso2 and s.iso2 not in ("EH", "GL", "HK")]
    assert len(recognised) >= 193
    missing = [
        (state.name, year)
        for state in recognised
        if state.name not in WITHOUT
        for year in range(2014, 2026)
        if knowledge.leader(state.name, str(year)) is None
    ]
    assert missing == []


def test_office_of_person_at_two_dates() -> None:
    office_of = default().office_of
    first, later = office_of("Frank-Walter Steinmeier", "2014-09-05"), office_of("Frank-Walter Steinmeier", "2020")
    assert first is not None and first.office == "foreign minister"
    assert later is not None and later.office == "president"
    assert office_of("Volodymyr Zelensky", "2015") is None


def test_leader_follows_a_change_of_constitution() -> None:
    leader = default().leader
    assert leader("Armenia", "2016-04-05") == "Serzh Sargsyan"
    assert leader("Armenia", "2020-10-01") == "Nikol Pashinyan"
    assert leader("Turkey", "2013-06-01") == "Recep Tayyip Erdoğan"
    assert leader("Iran", "2015-07-14") == "Ali Khamenei"


def test_longer_part_of_a_month_counts() -> None:
    assert default().person_at("president", "United States", "2017-01") == "Barack Obama"
    assert default().person_at("president", "Ukraine", "2019-05-20") == "Volodymyr Zelensky"
