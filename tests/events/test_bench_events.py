"""The counting of coded events, on records made by hand."""

from __future__ import annotations

from parley.bench.events import EventFigures, folded


def test_event_figures_count_types_and_pairs():
    figures = EventFigures()
    record = {"root15": "YIELD", "source": "the army", "target": "two prisoners"}
    figures.add(record, [{"code": "RETREAT", "source": "The army of X", "target": "prisoners"}])
    figures.add(record, [{"code": "RETREAT", "source": "The army", "target": None}])
    figures.add(record, [{"code": "AID", "source": "The army", "target": "prisoners"}])
    figures.add(record, [])
    assert figures.to_json() == {
        "records": 4,
        "covered": 75.0,
        "type_P": 66.7,
        "type_R": 50.0,
        "type_F1": 57.1,
        "pair_R": 25.0,
    }


def test_event_figures_every_event_made_counts_against_precision():
    figures = EventFigures()
    figures.add({"event": "ASSAULT"}, [{"code": "ASSAULT"}, {"code": "AID"}, {"code": "ASSAULT"}])
    assert (figures.made, figures.right, figures.found, figures.paired) == (3, 2, 1, 0)


def test_folded_makes_one_type_of_concede_and_retreat():
    assert folded("concede") == folded("RETREAT") == "YIELD"
    assert folded("ASSAULT") == "ASSAULT"
    assert folded(None) == ""
