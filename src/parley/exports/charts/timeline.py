"""The timeline: a row of lanes a kind; days as signs, spans as bars that fade where their ends are not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, BinaryIO, TextIO

from parley.exports.binary import Binary
from parley.exports.charts.drawing import WIDTH, png, specification, svg, web_page
from parley.exports.entries import day_span, of_kinds
from parley.exports.titles import headline
from parley.model.claim import ClaimKind
from parley.model.edtf import is_approximate
from parley.model.party import Party
from parley.model.record import Entry, Record

_DEFAULT: tuple[ClaimKind, ...] = ("meeting", "agreement", "measure", "outcome")
_ROWS = {
    "meeting": "Meetings", "agreement": "Agreements", "measure": "Measures", "outcome": "Outcomes",
    "statement": "Statements", "event": "Events",
}  # fmt: skip
# Colours that people who confuse red and green tell apart (Okabe and Ito, "Color Universal Design").
_COLOURS = {
    "Meetings": "#0072b2", "Agreements": "#009e73", "Measures": "#cc79a7", "Outcomes": "#d55e00",
    "Statements": "#56b4e9", "Events": "#666666",
}  # fmt: skip
_STATUS = {"happened": "happened", "planned": "planned", "possible": "possible", "not_held": "did not happen"}
_SHAPES = {"happened": "circle", "planned": "triangle-up", "possible": "diamond", "did not happen": "cross"}
# Above so many marks words would cover each other; in the page they are under the pointer.
_MOST_LABELS = 60
# More marks than this are a grey mass (and the page slow): the first in time are drawn, and the title says so.
MOST_MARKS = 2000
_LANE = 18
_CHARACTER = 6.2  # mean width of a character of the labels, in units of the drawing
_MOST_LETTERS = 56


def timeline_chart(record: Record, kind: ClaimKind | None = None) -> dict[str, Any]:
    """The Vega-Lite specification of the dated entries, of one kind where it is named."""
    known = [(e, span) for e in of_kinds(record, kind, _DEFAULT) if (span := day_span(e))]
    known.sort(key=lambda pair: (*pair[1], pair[0].id))
    shown = known[:MOST_MARKS]
    title = "Timeline" if len(shown) == len(known) else f"Timeline: the first {MOST_MARKS} of {len(known)} entries"
    if not shown:
        return specification({"title": "Nothing dated is in the record", "mark": "point", "data": {"values": []}})
    first, last = min(s[0] for _, s in shown), max(s[1] for _, s in shown)
    pad = timedelta(days=max(10, (last - first).days // 30))
    low, high = max(first, date.min + pad) - pad, min(last, date.max - pad) + pad
    rows = [row for name in _ROWS for row in _laid([p for p in shown if p[0].kind == name], low, high, len(shown))]
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    return specification(
        {"title": title, "data": {"values": rows}, "vconcat": [_track(k, rows, low, high) for k in kinds]}
    )


def _laid(
    entries: Sequence[tuple[Entry, tuple[date, date]]], low: date, high: date, count: int
) -> Iterator[dict[str, Any]]:
    """The rows of one kind, each in the first lane where neither its mark nor its words cover another."""
    scale = WIDTH / max((high - low).days, 1)
    ends: list[float] = []
    for entry, (first, last) in entries:
        label = _shortened(_label(entry)) if count <= _MOST_LABELS else ""
        right = ((last - low).days + 1) * scale + 8
        room = len(label) * _CHARACTER + 4
        # Words go to the left of a mark at the right edge.
        before = right + room > WIDTH
        left = (first - low).days * scale - (room + 8 if before else 8)
        lane = next((n for n, end in enumerate(ends) if end < left), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = right + (0 if before else room)
        yield _row(entry, first, last, lane, label, before, low, high)


def _row(
    entry: Entry, first: date, last: date, lane: int, label: str, before: bool, low: date, high: date
) -> dict[str, Any]:
    days, edtf = entry.days, entry.when.edtf if entry.when else None
    open_left, open_right = bool(days and days.first == date.min), bool(days and days.last == date.max)
    if open_left or open_right:
        ends = "open at the left" if open_left else "open at the right"
        first, last = (low if open_left else first), (high if open_right else last)
    elif first == last:
        ends = "a day"
    else:
        ends = "vague" if is_approximate(edtf) else "a span"
    return {
        "id": entry.id,
        "kind": _ROWS[entry.kind],
        "status": _STATUS[entry.status],
        "what": headline(entry),
        "when": edtf,
        "sources": entry.independent_sources,
        "start": first.isoformat(),
        "end": (last + timedelta(days=1)).isoformat() if last < date.max else last.isoformat(),
        "middle": first.isoformat(),
        "ends": ends,
        "lane": lane,
        "label": label,
        "before": before,
    }


def _track(kind: str, rows: Iterable[dict[str, Any]], low: date, high: date) -> dict[str, Any]:
    """One kind as a chart of its own under the others, with the axis of all."""
    own = [row for row in rows if row["kind"] == kind]
    lanes = max(row["lane"] for row in own) + 1
    colour = _COLOURS[kind]
    x = {
        "type": "temporal", "title": None, "scale": {"domain": [low.isoformat(), high.isoformat()]},
        "axis": _axis((high - low).days),
    }  # fmt: skip
    y = {"field": "lane", "type": "ordinal", "axis": None, "scale": {"domain": list(range(lanes))}}
    tooltip = [{"field": name, "type": "nominal"} for name in ("what", "when", "status", "sources")]
    layers = [
        {
            "transform": [{"filter": f"datum.ends == '{ends}'"}],
            "mark": {"type": "bar", "height": 9, "cornerRadius": 3, "color": _fill(colour, stops)},
            "encoding": {"x": x | {"field": "start"}, "x2": {"field": "end"}, "y": y, "tooltip": tooltip},
        }
        for ends, stops in _ENDS.items()
        if any(row["ends"] == ends for row in own)
    ]
    # All marks share one sign for the status; a span has it at its beginning.
    signs: dict[str, Any] = {
        "mark": {"type": "point", "size": 70, "filled": True, "color": colour, "opacity": 1},
        "encoding": {
            "x": x | {"field": "middle"},
            "y": y,
            "shape": {
                "field": "status", "type": "nominal", "title": "Status",
                "scale": {"domain": list(_SHAPES), "range": list(_SHAPES.values())},
            },
            "tooltip": tooltip,
        },
        "params": [{"name": f"zoom{kind}", "select": {"type": "interval", "encodings": ["x"]}, "bind": "scales"}],
    }  # fmt: skip
    words = [
        {
            "transform": [{"filter": f"datum.before == {str(before).lower()} && datum.label != ''"}],
            "mark": {"type": "text", "align": "right" if before else "left", "dx": -8 if before else 8, "fontSize": 11},
            "encoding": {
                "x": x | {"field": "start" if before else "end"}, "y": y, "text": {"field": "label"},
            },
        }
        for before in (False, True)
        if any(row["label"] and row["before"] == before for row in own)
    ]  # fmt: skip
    return {
        "title": {"text": kind, "fontSize": 13}, "width": WIDTH, "height": lanes * _LANE + 6,
        "transform": [{"filter": f"datum.kind == '{kind}'"}], "layer": [*layers, signs, *words],
    }  # fmt: skip


# How solid a bar is from its left to its right end, by what is known of its ends.
_ENDS = {
    "a span": (0.45, 0.45, 0.45),
    "vague": (0.0, 0.5, 0.0),
    "open at the left": (0.0, 0.25, 0.5),
    "open at the right": (0.5, 0.25, 0.0),
}


def _axis(days: int) -> dict[str, Any]:
    """Months while they have room, then years; each is named once."""
    if days > 3 * 366:
        return {"format": "%Y", "tickCount": {"interval": "year", "step": max(1, days // 366 // 16)}}
    return {"format": "%b %Y", "tickCount": {"interval": "month", "step": max(1, days // 30 // 14)}}


def _fill(colour: str, stops: tuple[float, float, float]) -> Any:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    shades = [f"rgba({red},{green},{blue},{solid})" for solid in stops]
    if len(set(shades)) == 1:
        return shades[0]
    return {
        "x1": 0, "x2": 1, "y1": 0, "y2": 0, "gradient": "linear",
        "stops": [{"offset": n / 2, "color": shade} for n, shade in enumerate(shades)],
    }  # fmt: skip


def _label(entry: Entry) -> str:
    """The headline, without what the track and the sign say already; of people only the last names."""
    text = headline(entry.model_copy(update={"status": "happened", "participants": _by_last_names(entry)}))
    return text.removeprefix("Meeting: ")


def _by_last_names(entry: Entry) -> tuple[Party, ...]:
    return tuple(p.model_copy(update={"name": p.last_name}) for p in entry.participants)


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - 1].rsplit(" ", 1)[0] + " …"


def export_svg(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes the timeline as SVG."""
    stream.write(svg(timeline_chart(record, kind)) + "\n")


def export_html(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes the timeline as a page of its own, with zoom."""
    stream.write(web_page(timeline_chart(record, kind)) + "\n")


def _write_png(record: Record, stream: BinaryIO, kind: ClaimKind | None) -> None:
    stream.write(png(timeline_chart(record, kind)))


export_png = Binary(_write_png)
