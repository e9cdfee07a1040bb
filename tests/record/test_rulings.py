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


def test_undo_takes_a_ruling_back_and_undoing_that_restores_it(record):
    entry = record.meetings[0]
    correct = _rule(record, "correct", entry.id, field="when", value="2001-02-03")
    once = _with(correct)
    undo = make_ruling(once, "undo", [correct.id[:8]], by="Ada", why="wrong", at=datetime(2026, 1, 2, tzinfo=UTC))
    back = _with(undo, correct)
    assert back.entry_by_id[entry.id].when == entry.when
    assert back.entry_by_id[entry.id].rulings == (correct.id, undo.id)
    with pytest.raises(RulingError, match="undone already"):
        make_ruling(back, "undo", [correct.id], by="Ada", why="again")
    again = make_ruling(back, "undo", [undo.id], by="Ada", why="it was right", at=datetime(2026, 1, 3, tzinfo=UTC))
    assert _with(again, correct, undo).entry_by_id[entry.id].when.edtf == "2001-02-03"


@pytest.mark.parametrize("action", ["reject", "confirm", "merge", "split"])
def test_undo_takes_back_every_kind_of_ruling(record, action):
    summit = max(record.meetings, key=lambda m: len(m.claims))
    other = next(m for m in record.meetings if m is not summit)
    ids = {"merge": [summit.id, other.id], "split": [summit.claims[-1]]}.get(action, [summit.id])
    ruling = _rule(record, action, *ids)
    changed = _with(ruling)
    assert _bare(changed) != _bare(record)
    undo = make_ruling(changed, "undo", [ruling.id], by="Ada", why="no", at=datetime(2026, 1, 2, tzinfo=UTC))
    assert _bare(_with(ruling, undo)) == _bare(record)


def _bare(record):
    return [entry.model_dump(exclude={"rulings"}) for entry in record.entries()]


def test_undo_holds_for_a_ruling_repeated_for_claims_with_new_ids(record):
    reject = _rule(record, "reject", record.meetings[0].id)
    undo = make_ruling(_with(reject), "undo", [reject.id], by="Ada", why="no", at=datetime(2026, 1, 2, tzinfo=UTC))
    repeated = reject.model_copy(update={"claims": (*reject.claims, "renamed")})
    assert record.meetings[0].id in _with(reject, undo, repeated).entry_by_id


def test_participants_are_corrected_by_names(record):
    entry = next(m for m in record.meetings if any("Putin" in p.name for p in m.participants))
    correct = _rule(record, "correct", entry.id, field="participants", value="Putin, Angela Merkel, person:Jane Doe")
    changed = _with(correct).entry_by_id[entry.id]
    assert [p.name for p in changed.participants] == ["Vladimir Putin", "Angela Merkel", "Jane Doe"]
    assert changed.participants[2].id == "person:jane-doe"
    assert _rule(record, "correct", entry.id, field="participants", value=correct.value).value == correct.value
    for bad in ("Nobody At All", " , "):
        with pytest.raises(RulingError):
            _rule(record, "correct", entry.id, field="participants", value=bad)


@pytest.mark.parametrize(
    ("value", "name", "country"),
    [
        ("Geneva", "Geneva", "Switzerland"), ("Paris, France", "Paris", "France"), ("France", "France", "France"),
        ("Smallville, Nowhere", "Smallville", "Nowhere"), ("Smallville", "Smallville", None),
    ],
)  # fmt: skip
def test_corrected_place_is_one_that_is_known(record, value, name, country):
    entry = record.meetings[0]
    place = _with(_rule(record, "correct", entry.id, field="place", value=value)).entry_by_id[entry.id].place
    assert (place.name, place.country) == (name, country)


def test_corrected_time_of_a_statement_moves_its_position(record):
    position = record.positions[0]
    moved = _with(_rule(record, "correct", position.statement, field="when", value="2011-05"))
    assert moved.entry_by_id[position.statement].said == "2011-05"
    assert {p.said for p in moved.positions if p.statement == position.statement} == {"2011-05"}
