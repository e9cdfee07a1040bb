"""Where things happened, on a map: the towns of the world are painted as broad dots, which together show the land.

No package of coastlines is light enough to come with this (the ones there are bring 0.8 to 70 MB); the towns are here
already, as what places are looked up in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from parley.knowledge import default as knowledge
from parley.model.party import Place
from parley.web import links

WIDTH = 1120
_TALLEST, _FLATTEST = 620, 320
# Towns nearer to each other than this, in units of the drawing, are one dot: a third of them show the same land.
_GRID = 7
# A dot is as broad as this many degrees, within bounds: then towns of thinly settled land touch, and straits are open.
_DOT = 0.62
MOST_PLACES = 150
_LABELS = 24
_CHARACTER = 6.6
# Degrees around the outermost places, and the least that is shown: a country of middle size.
_MARGIN, _LEAST = 3.0, 14.0


@dataclass(frozen=True)
class Spot:
    """A place: its circle, and its name where there is room for it."""

    name: str
    href: str
    title: str
    x: float
    y: float
    radius: float
    label: str
    anchor: str
    label_x: float


@dataclass(frozen=True)
class Map:
    """The map: `towns` is the path of all dots; `without` counts the places that are not known to lie anywhere."""

    width: int
    height: int
    towns: str
    dot: float
    spots: tuple[Spot, ...]
    without: int


def draw_map(places: Sequence[tuple[Place, int]]) -> Map | None:
    """The map of places, each with how much happened there, most first; None when it is known of none where it lies."""
    located = [(p, n) for p, n in places if p.lat is not None and p.lon is not None]
    if not located:
        return None
    shown = located[:MOST_PLACES]
    south, north, west, east = _box([(float(p.lat or 0), float(p.lon or 0)) for p, _ in shown])
    squeeze = cos(radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)
    height = round((north - south) * scale)
    if height > _TALLEST:
        scale *= _TALLEST / height
        height = _TALLEST
        wide = WIDTH / (scale * squeeze)
        west, east = (west + east - wide) / 2, (west + east + wide) / 2
    elif height < _FLATTEST:
        tall = _FLATTEST / scale
        south, north, height = (south + north - tall) / 2, (south + north + tall) / 2, _FLATTEST

    def at(lat: float, lon: float) -> tuple[float, float]:
        return round((lon - west) * squeeze * scale, 1), round((north - lat) * scale, 1)

    dots = set()
    for lat, lon in knowledge().places.towns():
        if south - 1 < lat < north + 1 and west - 1 < lon < east + 1:
            x, y = at(lat, lon)
            dots.add((round(x / _GRID) * _GRID, round(y / _GRID) * _GRID))
    towns = "".join(f"M{x} {y}h0" for x, y in sorted(dots))
    largest = max(n for _, n in shown)
    taken: list[tuple[float, float, float, float]] = []
    spots = []
    for place, count in shown:
        x, y = at(float(place.lat or 0), float(place.lon or 0))
        radius = round(4 + 14 * sqrt(count / largest), 1)
        room = len(place.name) * _CHARACTER
        right = x + radius + 5 + room < WIDTH
        label_x = x + radius + 5 if right else x - radius - 5
        box = (label_x if right else label_x - room, y - 8, label_x + room if right else label_x, y + 8)
        free = len(taken) < _LABELS and not any(_meet(box, other) for other in taken)
        if free:
            taken.append(box)
        title = f"{place.name}: {count} {'entry' if count == 1 else 'entries'}"
        spots.append(Spot(place.name, links.of_place(place), title, x, y, radius, place.name if free else "",
                          "start" if right else "end", round(label_x, 1)))  # fmt: skip
    return Map(WIDTH, height, towns, round(min(max(scale * _DOT, 7), 19), 1), tuple(spots), len(places) - len(located))


def _box(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """South, north, west and east of what is shown."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    bounds = []
    for values, most in ((lats, 85.0), (lons, 180.0)):
        low, high = max(min(values) - _MARGIN, -most), min(max(values) + _MARGIN, most)
        missing = max(0.0, _LEAST - (high - low)) / 2
        bounds += [low - missing, high + missing]
    return bounds[0], bounds[1], bounds[2], bounds[3]


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
