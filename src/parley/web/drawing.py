"""The timeline as a drawing: where each mark stands, worked out here; the template writes the SVG.

A day is a sign, a month or year a bar as long as it is, a vague time ("late 2022") a bar that fades at its ends, and an
open end runs out of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from parley.answers.phrasing import MONTHS
from parley.model.edtf import is_approximate
from parley.model.record import Entry
from parley.web import links, words
from parley.web.tables import title_of

WIDTH = 1120
_LEFT, _RIGHT = 104, 24
_TOP = 12
_LANE = 22
# Above so many marks, labels would cover each other; their titles tell them.
_MOST_LABELS = 70
# More marks than this are a grey mass; the list below the drawing has all.
MOST_MARKS = 2500
_CHARACTER = 6.1  # mean width at the size of the labels, in units of the drawing
_TRACKS = ("meeting", "agreement", "measure", "outcome", "event")
_NARROWEST = 18.0
_MOST_LANES = 14
_MOST_TICKS = 16


@dataclass(frozen=True)
class Mark:
    """One entry: from `x` to `x2` at height `y`; a sign where `x2` is None."""

    entry: str
    kind: str
    status: str
    href: str
    title: str
    label: str
    x: float
    x2: float | None
    y: float
    fade: bool
    open_left: bool
    open_right: bool
    label_x: float


@dataclass(frozen=True)
class Track:
    """The marks of one kind, under its name, between two heights."""

    name: str
    top: float
    bottom: float


@dataclass(frozen=True)
class Drawing:
    """All of it; `ticks` are places on the axis with what is written there.

    From `left` to `right` lie the days from `low` to `high`; `outside` counts the entries before and after them.
    """

    width: int
    height: float
    axis: float
    left: float
    right: float
    low: str
    high: str
    tracks: tuple[Track, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    outside: int

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are drawn, in the order of the tracks."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))


def draw(entries: Iterable[Entry], first: date | None = None, last: date | None = None) -> Drawing | None:
    """The drawing of the dated entries, from one day to another where given; None when there is none."""
    dated = [e for e in entries if e.days and e.kind in _TRACKS][:MOST_MARKS]
    ends = [d for e in dated if e.days for d in (e.days.first, e.days.last) if date.min < d < date.max]
    if not ends:
        return None
    low, high = _window(sorted(ends), first, last)
    inside = [e for e in dated if e.days and e.days.first <= high and e.days.last >= low]
    pad = max(10, (high - low).days // 40)
    start, end = low.toordinal() - pad, high.toordinal() + pad
    scale = (WIDTH - _LEFT - _RIGHT) / max(end - start, 1)

    def place(day: date) -> float:
        return _LEFT + (min(max(day.toordinal(), start), end) - start) * scale

    labelled = len(inside) <= _MOST_LABELS
    tracks: list[Track] = []
    marks: list[Mark] = []
    y: float = _TOP
    for kind in _TRACKS:
        own = sorted((e for e in inside if e.kind == kind), key=lambda e: (e.days.first, e.id) if e.days else ())
        if not own:
            continue
        lanes: list[float] = []
        for entry in own:
            x, x2, open_left, open_right = _extent(entry, place, start, end)
            label = _label(entry) if labelled else ""
            after = (x2 if x2 is not None else x + 8) + 5
            room = len(label) * _CHARACTER
            label_x = after if after + room < WIDTH else x - room - 10
            left = min(x - 8, label_x)
            lane = next((n for n, taken in enumerate(lanes) if taken < left), len(lanes))
            if lane == _MOST_LANES:  # full: where least is covered
                lane = min(range(len(lanes)), key=lanes.__getitem__)
            elif lane == len(lanes):
                lanes.append(0)
            lanes[lane] = max(after, label_x + room) + 4
            vague = entry.when is not None and ("/" in (entry.when.edtf or "") or is_approximate(entry.when.edtf))
            title = f"{title_of(entry)}, {words.when(entry)} ({words.status(entry)})"
            marks.append(
                Mark(
                    entry.id,
                    kind,
                    entry.status,
                    links.of_entry(entry),
                    title,
                    label,
                    round(x, 1),
                    None if x2 is None else round(x2, 1),
                    y + _LANE * (lane + 0.5),
                    vague,
                    open_left,
                    open_right,
                    round(label_x, 1),
                )
            )
        bottom = y + _LANE * len(lanes) + 8
        tracks.append(Track(words.KINDS[kind], y, bottom))
        y = bottom + 6
    ticks = tuple((round(place(day), 1), text) for day, text in ticks_of(low, high))
    ends_at = (
        date.fromordinal(max(start, 1)).isoformat(),
        date.fromordinal(min(end, date.max.toordinal())).isoformat(),
    )
    return Drawing(
        WIDTH, y + 26, y, _LEFT, WIDTH - _RIGHT, *ends_at, tuple(tracks), tuple(marks), ticks, len(dated) - len(inside)
    )


def _window(ends: Sequence[date], first: date | None, last: date | None) -> tuple[date, date]:
    """What is drawn when nothing is asked for: all, but of many entries not the few that lie centuries apart."""
    cut = len(ends) // 100 if len(ends) > 200 else 0
    low, high = first or ends[cut], last or ends[-1 - cut]
    return (low, high) if low <= high else (high, low)


def _extent(entry: Entry, place: object, start: int, end: int) -> tuple[float, float | None, bool, bool]:
    days = entry.days
    assert days is not None and callable(place)
    open_left = days.first == date.min or days.first.toordinal() < start
    open_right = days.last == date.max or days.last.toordinal() > end
    x, x2 = place(days.first), place(days.last)
    if days.days == 1:
        return x, None, False, False
    if x2 - x < _NARROWEST:
        middle = (x + x2) / 2
        x, x2 = middle - _NARROWEST / 2, middle + _NARROWEST / 2
    return x, x2, open_left, open_right


def _label(entry: Entry) -> str:
    place = entry.place.name if entry.place else ""
    texts = {
        "meeting": place or ("call" if getattr(entry, "form", "") == "remote" else _who(entry)),
        "agreement": str(getattr(entry, "name", "")),
        "measure": words.plain(getattr(entry, "type", "")),
        "outcome": words.OUTCOMES.get(getattr(entry, "outcome", ""), ""),
        "event": words.plain(getattr(entry, "code", "")),
    }
    text = texts.get(entry.kind, "")
    return text if len(text) <= 28 else text[:27].rstrip() + "…"


def _who(entry: Entry) -> str:
    """The surnames of the first two who met."""
    return " and ".join(p.last_name for p in entry.participants[:2])


def ticks_of(low: date, high: date) -> Sequence[tuple[date, str]]:
    """Years, or months where they are few."""
    months = (high.year - low.year) * 12 + high.month - low.month
    if months > 30:
        step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if months <= 12 * s * _MOST_TICKS), 500)
        years = range(low.year, high.year + 2)
        return [(date(y, 1, 1), str(y)) for y in years if y % step == 0 and low <= date(y, 1, 1) <= high]
    step = 1 if months <= 12 else 3
    found = []
    for number in range(low.year * 12 + low.month - 1, high.year * 12 + high.month):
        day = date(number // 12, number % 12 + 1, 1)
        if (number % 12) % step == 0 and low <= day <= high:
            found.append((day, f"{MONTHS[day.month - 1][:3]} {day.year}"))
    return found or [(low, f"{low.day} {MONTHS[low.month - 1]} {low.year}")]
