"""Rulings: made, applied, surviving, contradicted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parley.errors import RulingError
from parley.record import derive, make_ruling
from tests.record.normandy import ARTICLES, claims


@pytest.fixture(scope="module")
def record():
    return derive(ARTICLES.values(), claims())


def _rule(record, action, *ids, hour=0, **fields):
    return make_ruling(
        record, action, ids, by="Ada", why="checked", at=datetime(2026, 1, 1, hour, tzinfo=UTC), **fields
    )


def _with(*rulings, order=1):
    return derive(ARTICLES.values(), claims()[::order], rulings)


def test_reject_leaves_the_entry_out_and_confirm_after_it_brings_it_back(record):
    entry = record.meetings[0]
    reject = _rule(record, "reject", entry.id)
    assert entry.id not in _with(reject).entry_by_id
    confirm = _rule(record, "confirm", *reject.claims, hour=1)
    restored = _with(confirm, reject)
    assert restored.entry_by_id[entry.id].confirmed
    assert len(restored.rulings) == 2


def test_merge_joins_and_a_later_split_parts(record):
    one, other = (m for m in record.meetings if m.days and m.days.first.year == 2025)
    merge = _rule(record, "merge", one.id, other.id)
    merged = _with(merge)
    assert len(merged.meetings) == len(record.meetings) - 1
    split = _rule(record, "split", *other.claims, hour=1)
    assert len(_with(split, merge).meetings) == len(record.meetings)


def test_split_sets_a_claim_apart_for_good(record):
    summit = max(record.meetings, key=lambda m: len(m.claims))
    split = _rule(record, "split", summit.claims[-1])
    assert len(_with(split).meetings) == len(record.meetings) + 1
    assert _with(split).to_json_text() == _with(split, order=-1).to_json_text()


def test_correct_changes_a_field_and_settles_its_dispute(record):
    entry = record.meetings[0]
    correct = _rule(record, "correct", entry.id, field="when", value="2015-02-11")
    later = _rule(record, "correct", entry.id, field="when", value="2015-02-10", hour=2)
    changed = _with(later, correct).entry_by_id[entry.id]
    assert changed.when.edtf == "2015-02-10"
    assert len(changed.rulings) == 2


def test_rulings_are_in_the_export(record):
    ruling = _rule(record, "confirm", record.meetings[0].id)
    assert [r["id"] for r in _with(ruling, ruling).to_json()["rulings"]] == [ruling.id]


@pytest.mark.parametrize(
    ("action", "ids", "fields"),
    [
        ("reject", ["meeting-000000000000"], {}),
        ("reject", [], {}),
        ("merge", ["FIRST"], {}),
        ("merge", ["FIRST", "STATEMENT"], {}),
        ("split", ["FIRST"], {}),
        ("correct", ["FIRST"], {}),
        ("correct", ["FIRST"], {"field": "when", "value": "last week"}),
        ("correct", ["FIRST"], {"field": "claims", "value": "x"}),
        ("correct", ["FIRST"], {"field": "status", "value": "maybe"}),
    ],
)
def test_a_ruling_that_cannot_be_made_says_why(record, action, ids, fields):
    known = {"FIRST": record.meetings[0].id, "STATEMENT": record.statements[0].id}
    with pytest.raises(RulingError, match=r"\w+"):
        _rule(record, action, *(known.get(i, i) for i in ids), **fields)
