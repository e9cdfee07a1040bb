"""Positions over time as a drawing: a line a stance, a sign a statement, an arrow where the position shifted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from parley.answers.phrasing import bare_time
from parley.model.claim import Stance
from parley.model.edtf import interval
from parley.model.record import Position, Shift
from parley.web import words
from parley.web.drawing import ticks_of

WIDTH, HEIGHT = 1120, 132
_LEFT, _RIGHT = 104, 24
_TOP, _ROW = 16, 26
STANCES: tuple[Stance, ...] = ("for", "conditional", "neutral", "against")
# More signs than this on one line are a grey mass.
MOST_SIGNS = 400


@dataclass(frozen=True)
class Sign:
    """One statement: where it stands, what it says, whether the position had shifted by then."""

    statement: str
    stance: Stance
    title: str
    x: float
    x2: float
    y: float
    shift: bool


@dataclass(frozen=True)
class Move:
    """A shift, from the statement before to the one after, with what is written beside its end."""

    x: float
    y: float
    x2: float
    y2: float
    title: str
    label: str
    label_x: float
    anchor: str


@dataclass(frozen=True)
class Track:
    """The drawing of one topic."""

    rows: tuple[tuple[str, float], ...]
    signs: tuple[Sign, ...]
    moves: tuple[Move, ...]
    ticks: tuple[tuple[float, str], ...]
    left: int = _LEFT
    width: int = WIDTH
    height: int = HEIGHT
    axis: float = _TOP + len(STANCES) * _ROW


def span_of(positions: Iterable[Position]) -> tuple[date, date] | None:
    """The first and the last day of what is dated."""
    days = [d for p in positions if (d := interval(p.said))]
    known = [d for one in days for d in (one.first, one.last) if date.min < d < date.max]
    return (min(known), max(known)) if known else None


def draw_track(positions: Sequence[Position], shifts: Sequence[Shift], span: tuple[date, date], by: bool) -> Track:
    """The track of the positions on one topic.

    Args:
        positions: dated, in the order of time.
        shifts: the shifts among them.
        span: the days that the drawing covers, so that those of several topics can be compared.
        by: whether to say who spoke, where the positions are of several.
    """
    low, high = span
    pad = max(10, (high - low).days // 40)
    start, end = low.toordinal() - pad, high.toordinal() + pad
    scale = (WIDTH - _LEFT - _RIGHT) / max(end - start, 1)

    def place(day: date) -> float:
        return round(_LEFT + (min(max(day.toordinal(), start), end) - start) * scale, 1)

    def at(position: Position) -> tuple[float, float, float]:
        days = interval(position.said)
        assert days is not None
        return place(days.first), place(days.last), _height(position.stance)

    shifted = {s.after.statement for s in shifts}
    signs = []
    for position in positions[-MOST_SIGNS:]:
        x, x2, y = at(position)
        who = f"{position.party.name}, " if by else ""
        title = f"{who}{words.STANCES[position.stance]}, {bare_time(position.said)}"
        signs.append(Sign(position.statement, position.stance, title, x, x2, y, position.statement in shifted))
    moves = []
    for shift in shifts:
        _, x, y = at(shift.before)
        x2, _, y2 = at(shift.after)
        told = f"from {words.STANCES[shift.before.stance]} to {words.STANCES[shift.after.stance]}"
        when = f"{bare_time(shift.before.said)} – {bare_time(shift.after.said)}"
        label = bare_time(shift.after.said)
        room = x2 + 12 + len(label) * 6 < WIDTH
        title = f"{shift.party.name} moved {told}: {when}"
        moves.append(Move(x, y, x2, y2, title, label, x2 + 10 if room else x2 - 10, "start" if room else "end"))
    rows = tuple((words.STANCES[stance], _height(stance)) for stance in STANCES)
    return Track(rows, tuple(signs), tuple(moves), tuple((place(day), told) for day, told in ticks_of(low, high)))


def _height(stance: Stance) -> float:
    return _TOP + (STANCES.index(stance) + 0.5) * _ROW
