"""The position track: what each party said for or against each topic, in the order of time, with its shifts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from parley.exports.charts.drawing import WIDTH, specification
from parley.exports.positions import PositionRow

# From against to for, so that a shift goes up or down.
# The order of the legend, and colours that people who confuse red and green tell apart (Okabe and Ito).
_STANCES = ("for", "conditional", "against", "neutral")
_COLOURS = ("#0072b2", "#e69f00", "#d55e00", "#aaaaaa")
_ROW = 22
# More rows make a drawing that no page shows; the others are in the table.
MOST_TRACKS = 80
_MOST_LETTERS = 160


def positions_chart(rows: Iterable[PositionRow]) -> dict[str, Any]:
    """The Vega-Lite specification: a row for each party and topic, a sign for each position, in the stance's colour.

    A line in its colour leads from a position to the next; a black stroke marks a shift. What was neutral, and
    told only once, is left out: it is no position that anything could be compared with.
    """
    tracks: dict[str, list[PositionRow]] = {}
    for row in rows:
        tracks.setdefault(f"{row.who}: {row.topic}", []).append(row)
    shown = {name: own for name, own in tracks.items() if len(own) > 1 or own[0].stance != "neutral"}
    values = [
        asdict(row) | {"track": name, "until": after.day, "words": _shortened(row.words)}
        for name, own in list(shown.items())[:MOST_TRACKS]
        for row, after in zip(own, [*own[1:], own[-1]], strict=True)
    ]
    if not values:
        return specification({"title": "No dated position is in the record", "mark": "point", "data": {"values": []}})
    tooltip = [{"field": name, "type": "nominal"} for name in ("who", "topic", "stance", "said", "words")]
    x = {"field": "day", "type": "temporal", "title": None}
    y = {"field": "track", "type": "nominal", "title": None, "sort": None, "axis": {"labelLimit": 320, "grid": True}}
    colour = {
        "field": "stance", "type": "nominal", "title": "Stance",
        "scale": {"domain": list(_STANCES), "range": list(_COLOURS)},
    }  # fmt: skip
    shape = {
        "field": "stance", "type": "nominal", "title": "Stance",
        "scale": {"domain": list(_STANCES), "range": ["triangle-up", "diamond", "triangle-down", "circle"]},
    }  # fmt: skip
    layers = [
        {
            "mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.45},
            "encoding": {"x": x, "x2": {"field": "until"}, "y": y, "color": colour},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
            "encoding": {"x": x, "y": y, "color": colour, "shape": shape, "tooltip": tooltip},
        },
        {
            "transform": [{"filter": "datum.shift"}],
            "mark": {
                "type": "tick",
                "orient": "vertical",
                "color": "black",
                "thickness": 2,
                "height": 18,
                "xOffset": -8,
            },
            "encoding": {"x": x, "y": y, "tooltip": tooltip},
        },
    ]
    return specification(
        {
            "title": "Positions over time (a black stroke before a sign marks a shift)",
            "data": {"values": values},
            "width": WIDTH - 200,
            "height": {"step": _ROW},
            "layer": layers,
        }
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + " …"
