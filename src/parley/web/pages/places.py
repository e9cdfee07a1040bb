"""Where things happened."""

from __future__ import annotations

from collections import Counter
from typing import Any

from parley.model.claim import CLAIM_KINDS
from parley.web import links, words
from parley.web.data import brief_of
from parley.web.filters import newest_first
from parley.web.held import Held
from parley.web.map import draw_map
from parley.web.paging import Page, View, part_of
from parley.web.tables import Piece, Table, table_of

_COLUMNS = ("key", "name", "country", "lat", "lon", "meetings", "entries")


def places(view: View) -> Page:
    """The places, those of the most entries first."""
    found = list(view.held.places.items())
    shown, part = part_of(view, found)
    of_all = rows(view.held)
    by_key = {row["key"]: row for row in of_all}
    table = Table(
        f"{len(found)} places, the most told of first",
        ("Place", "Country", "Meetings", "All entries"),
        [
            [
                [Piece(place.name, links.of_place(place))],
                [Piece(place.country or "" if place.country != place.name else "")],
                [Piece(str(by_key[key]["meetings"] or ""), None, "number")],
                [Piece(str(len(entries)), None, "number")],
            ]
            for key, (place, entries) in shown
        ],
    )
    data = {"total": len(found), "page": part.number, "pages": part.count, "places": [by_key[k] for k, _ in shown]}
    chart = view.held.memo("map", lambda: draw_map([(place, len(entries)) for _, (place, entries) in found]))
    context = {"table": table, "part": part, "map": chart}
    return Page("places.html", "Places", data, context, _COLUMNS, lambda: of_all)


def rows(held: Held) -> list[dict[str, Any]]:
    """The places as data, those of the most entries first."""
    return [
        {
            "key": key,
            "name": place.name,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "meetings": Counter(e.kind for e in entries)["meeting"],
            "entries": len(entries),
        }
        for key, (place, entries) in held.places.items()
    ]


def place(view: View, key: str) -> Page:
    """What happened at one place, kind by kind.

    Raises:
        KeyError: no place is called so.
    """
    held = view.held
    where, entries = held.places[key]
    tables = []
    for kind in CLAIM_KINDS:
        own = newest_first(e for e in entries if e.kind == kind)
        if own:
            tables.append((words.KINDS[kind], table_of(held, kind, own, f"{len(own)} at {where.name}")))
    data = {"place": where.model_dump(mode="json"), "entries": [brief_of(e) for e in entries]}
    return Page("place.html", where.name, data, {"place": where, "tables": tables})
