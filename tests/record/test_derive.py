"""The record of the Normandy reports: entries, histories, disputes, links, and that order does not matter."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.record import derive
from tests.record.building import article, statement
from tests.record.normandy import ARTICLES, claims


@pytest.fixture(scope="module")
def record():
    return derive(ARTICLES.values(), claims())


def _meeting(record, when):
    found = [m for m in record.meetings if m.when and m.when.edtf == when]
    assert len(found) == 1
    return found[0]


def test_reports_of_one_summit_are_one_entry(record):
    summit = _meeting(record, "2019-12-09")
    assert set(summit.articles) == {"preview", "paris", "copy", "gazette", "background"}
    assert summit.status == "happened"
    assert summit.place and summit.place.name == "Paris"


def test_announced_and_held_are_one_history(record):
    summit = _meeting(record, "2019-12-09")
    assert [(s.published, s.what) for s in summit.history] == [("2019-12-05", "announced"), ("2019-12-10", "held")]


def test_possible_then_not_held(record):
    thursday = _meeting(record, "2025-05-15")
    assert thursday.status == "not_held"
    assert [s.what for s in thursday.history] == ["proposed", "cancelled"]
    assert not thursday.disputes


def test_delegations_meeting_is_not_the_leaders_meeting(record):
    delegations = _meeting(record, "2025-05-16")
    assert {p.name for p in delegations.participants} == {"Russia", "Ukraine", "Turkey"}
    assert delegations.articles == ("istanbul",)


def test_several_meetings_stay_apart(record):
    several = [m for m in record.meetings if m.several]
    assert len(several) == 1
    assert {p.name for p in several[0].participants} == {"Petro Poroshenko", "Vladimir Putin"}


def test_copies_and_one_publisher_count_once(record):
    summit = _meeting(record, "2019-12-09")
    # Harbour Wire twice and its copy in the Valley Times are one source, beside the Gazette and The Paper.
    assert summit.independent_sources == 3


def test_spellings_are_one_person(record):
    assert {p.id for m in record.meetings for p in m.participants if "zelensk" in p.id} == {"person:volodymyr-zelensky"}


def test_measure_named_for_the_place_belongs_to_the_meeting(record):
    summit = _meeting(record, "2019-12-09")
    exchange = [m for m in record.measures if m.type == "prisoner_exchange" and m.of_meeting == summit.id]
    assert len(exchange) == 1
    assert set(exchange[0].articles) == {"paris", "swap", "gazette", "tribune"}
    assert [d.field for d in exchange[0].disputes] == ["quantity"]


def test_outcome_belongs_to_the_measure_agreed_before(record):
    summit = _meeting(record, "2019-12-09")
    withdrawal = next(o for o in record.outcomes if o.of == "troop_withdrawal")
    assert withdrawal.of_meeting == summit.id
    assert len(withdrawal.of_measures) == 1


def test_shift_lies_between_two_statements(record):
    shift = next(s for s in record.shifts if s.party.name == "Volodymyr Zelensky" and s.topic == "talks")
    assert (shift.before.stance, shift.before.said) == ("against", "2022-10-04")
    assert (shift.after.stance, shift.after.said) == ("for", "2025-05-13")


def test_every_entry_has_evidence_and_every_claim_one_entry(record):
    listed = [claim for entry in record.entries() for claim in entry.claims]
    assert sorted(listed) == sorted(record.claim_by_id)
    for entry in record.entries():
        assert record.evidence(entry)
        assert all(article.text[e.start : e.end] == e.text for article, _, e in record.evidence(entry))


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_order_of_reading_changes_nothing(seed):
    expected = derive(ARTICLES.values(), claims()).to_json_text()
    shuffler = random.Random(seed)
    articles, told = list(ARTICLES.values()), [*claims(), *claims()[:5]]
    shuffler.shuffle(articles)
    shuffler.shuffle(told)
    assert derive(articles, told).to_json_text() == expected


def test_as_of_tells_what_was_known(record):
    then = record.as_of("2019-12-06")
    assert [(m.status, m.when.edtf) for m in then.meetings] == [("happened", "2015-02-12"), ("planned", "2019-12-09")]


def test_ids_survive_later_news(record):
    early = record.as_of("2019-12-11")
    assert {m.id for m in early.meetings} <= {m.id for m in record.meetings}


def test_a_speaker_of_many_words_moves_only_when_most_of_them_do():
    days = ["2019-03-01", "2019-03-05", "2019-03-09", "2019-06-01", "2019-06-02"]
    stances = ["for", "against", "for", "against", "against"]
    said = ["Talks are needed", "No talks with them", "Let us talk soon", "Talking is over", "There will be none"]
    made = [
        (of := article(day), statement(of, "Angela Merkel", words, topic="talks", stance=stance))
        for day, stance, words in zip(days, stances, said, strict=True)
    ]
    shifts = derive([a for a, _ in made], [c for _, c in made]).shifts
    assert [(s.before.said, s.before.stance, s.after.said, s.after.stance) for s in shifts] == [
        ("2019-03-09", "for", "2019-06-01", "against")
    ]


def test_the_record_is_the_same_in_every_process():
    """Sets are walked in another order in each process; nothing of the record may hang on it."""
    program = (
        "import hashlib; from parley.record import derive; from parley.answers import brief;"
        "from tests.record.normandy import ARTICLES, claims; record = derive(ARTICLES.values(), claims());"
        "told = record.to_json_text() + brief(record, ['Zelensky', 'Putin']).markdown();"
        "print(hashlib.sha256(told.encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
