"""The scoring of claims against annotation, on cases small enough to work out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from parley.bench.record import RecordFigures, half_of, score
from parley.bench.record_matching import days, dice, judged, pairs, party_f1, party_key, similarity, times_can_meet

TEXT = "Alice met Bob in Oslo. Nothing else was said. Carol stayed away."


def claim(
    kind: str, evidence: str = "Alice met Bob in Oslo.", people: tuple[str, ...] = (), **fields: Any
) -> dict[str, Any]:
    start = TEXT.index(evidence)
    return {
        "kind": kind,
        "status": "happened",
        "participants": [{"name": name, "role": "party"} for name in people],
        "evidence": [{"start": start, "end": start + len(evidence), "text": evidence}],
        **fields,
    }


def meeting(*people: str, **fields: Any) -> dict[str, Any]:
    return {"participants": list(people), "mediators": [], "time": None, "place": None, "form": "unknown",
            "status": "happened", "evidence": "Alice met Bob in Oslo.", **fields}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moscow", "Russia"),
        ("the Kremlin", "Russian Federation"),
        ("Volodymyr Zelenskyy", "President Zelensky"),
        ("Türkiye", "Turkiye"),
        ("the United States", "US"),
        ("Sergey Lavrov", "Foreign Minister Lavrov"),
    ],
)
def test_party_key_brings_spellings_together(one: str, other: str) -> None:
    assert party_key(one) == party_key(other) != ""


def test_party_key_keeps_two_koreas_apart() -> None:
    assert party_key("North Korea") != party_key("South Korea")


def test_party_f1_is_zero_for_nobody() -> None:
    assert party_f1([], ["Alice"]) == 0.0
    assert party_f1(["Alice", "Bob"], ["Alice", "Bob", "Carol", "Dave"]) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2019-12-09", ("2019-12-09", "2019-12-09")),
        ("2019-12", ("2019-12-00", "2019-12-99")),
        ("2019", ("2019-00-00", "2019-99-99")),
        ("2022-24", ("2022-12-01", "2022-12-99")),
        ("2022-34", ("2022-04-01", "2022-06-99")),
        ("2014/2015", ("2014-00-00", "2015-99-99")),
        ("2014/..", ("2014-00-00", "9999-99-99")),
        ("201X", ("2010-00-00", "2019-99-99")),
        ("2019-12-09T18:00", ("2019-12-09", "2019-12-09")),
        ("2019~", ("2019-00-00", "2019-99-99")),
        ("soon", None),
        (None, None),
    ],
)
def test_days_of_edtf(edtf: str | None, expected: tuple[str, str] | None) -> None:
    assert days(edtf) == expected


def test_times_can_meet_unless_both_are_known_and_apart() -> None:
    assert times_can_meet("2019-12", "2019-12-09")
    assert times_can_meet(None, "2019")
    assert not times_can_meet("2019-11", "2019-12-09")


def test_dice_counts_repeated_words() -> None:
    assert dice("peace peace now", "peace now") == pytest.approx(4 / 5)
    assert dice("", "peace") == 0.0


def test_a_meeting_of_others_is_no_match() -> None:
    assert similarity("meetings", TEXT, meeting("Alice", "Bob"), claim("meeting", people=("Carol", "Dave"))) == 0.0


def test_a_meeting_at_another_time_is_no_match() -> None:
    read = claim("meeting", people=("Alice", "Bob"), when={"edtf": "2020-01"})
    assert similarity("meetings", TEXT, meeting("Alice", "Bob", time="2019-12-09"), read) == 0.0


def test_mediators_may_be_counted_among_the_participants() -> None:
    item = meeting("Alice", "Bob", mediators=["Carol"])
    read = claim("meeting", people=("Alice", "Bob", "Carol"), form="unknown")
    assert judged("meetings", item, read)["participants"]


def test_whole_asks_for_time_and_place() -> None:
    item = meeting("Alice", "Bob", time="2019-12-09", place="Oslo")
    read = claim("meeting", people=("Alice", "Bob"), when={"edtf": "2019-12"}, place={"name": "Oslo"})
    right = judged("meetings", item, read)
    assert right == {
        "status": True, "participants": True, "time": False, "time overlaps": True, "place": True, "whole": False,
    }  # fmt: skip
    read["when"] = {"edtf": "2019-12-09"}
    assert judged("meetings", item, read)["whole"]


def test_pairs_are_one_to_one_and_best_first() -> None:
    items = [meeting("Alice", "Bob"), meeting("Alice", "Bob", "Carol")]
    read = [claim("meeting", people=("Alice", "Bob", "Carol")), claim("meeting", people=("Alice", "Bob"))]
    assert sorted(pairs("meetings", TEXT, items, read)) == [(0, 1), (1, 0)]


def test_one_claim_matches_one_item() -> None:
    items = [meeting("Alice", "Bob"), meeting("Alice", "Bob")]
    assert len(pairs("meetings", TEXT, items, [claim("meeting", people=("Alice", "Bob"))])) == 1


def test_agreements_match_by_name_or_by_evidence() -> None:
    item = {"name": "the Oslo accord", "status": "happened", "evidence": "Carol stayed away."}
    assert similarity("agreements", TEXT, item, claim("agreement", name="Oslo accord")) == 1.0
    assert similarity("agreements", TEXT, item, claim("agreement", "Carol stayed away.", name="a pact")) == 0.6
    assert similarity("agreements", TEXT, item, claim("agreement", name="a pact")) == 0.0


def test_a_measure_needs_its_type_and_nearness() -> None:
    item = {"type": "ceasefire", "status": "happened", "evidence": "Alice met Bob in Oslo."}
    assert similarity("measures", TEXT, item, claim("measure", type="ceasefire")) == 2.0
    assert similarity("measures", TEXT, item, claim("measure", "Carol stayed away.", type="ceasefire")) == 1.0
    assert similarity("measures", TEXT, item, claim("measure", type="amnesty")) == 0.0


def test_an_outcome_needs_its_kind() -> None:
    item = {"of": "ceasefire", "status": "violated", "evidence": "Carol stayed away."}
    assert similarity("outcomes", TEXT, item, claim("outcome", of="the ceasefire", outcome="violated")) == 0.5
    assert similarity("outcomes", TEXT, item, claim("outcome", of="ceasefire", outcome="collapsed")) == 0.0


def test_a_statement_is_whole_with_its_speaker() -> None:
    item = {"quote": "nothing else", "speaker": "Bob; Carol", "direct": True}
    read = claim("statement", people=("Carol",), quote="nothing else", direct=True)
    assert judged("statements", item, read) == {"speaker": True, "direct": True, "whole": True}
    read["participants"] = [{"name": "Dave", "role": "speaker"}]
    assert not judged("statements", item, read)["whole"]


def test_figures_add_up_over_articles() -> None:
    figures = RecordFigures("folder", half_of(3))
    item: Mapping[str, Any] = {"text": TEXT, "meetings": [meeting("Alice", "Bob"), meeting("Carol", "Dave")]}
    read = claim("meeting", people=("Alice", "Bob"))
    score(figures, item, TEXT, [read])
    score(figures, {"text": TEXT, "meetings": []}, TEXT, [read])
    kind = figures.kinds["meetings"]
    assert (figures.half, figures.articles, kind.annotated, kind.read, kind.matched) == ("odd", 2, 2, 2, 1)
    assert (kind.precision, kind.recall, kind.f1) == (50.0, 50.0, 50.0)
    assert kind.fields()["status"] == 100.0
    assert figures.to_json()["meetings"]["whole_F1"] == 50.0


def test_evidence_that_is_not_the_text_is_counted() -> None:
    figures = RecordFigures("folder", "even")
    read = claim("meeting", people=("Alice", "Bob"))
    read["evidence"][0]["text"] = "Alice met Bob in Rome."
    score(figures, {"text": TEXT}, TEXT, [read])
    assert figures.bad_evidence == 1
