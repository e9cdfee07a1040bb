"""Stretches between two times and times with an open end, as EDTF intervals.

between 2014 and 2015       2014/2015 (both expressions stand for the stretch)
from May 5 to May 7         2022-05-05/2022-05-07
6–8 May 2022                2022-05-06/2022-05-08
since 2014                  2014/..
until March 2015            ../2015-03
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from parley.model.edtf import interval
from parley.model.reading import TimeExpression
from parley.reading.times.found import Found
from parley.reading.times.ranges import DASHES
from parley.reading.times.scan import Word

_FROM = {"between": frozenset({"and"}), "from": frozenset({"to", "until", "till", "through"}) | DASHES}
_SINCE = frozenset({"since"})
_UNTIL = frozenset({"until", "till"})
_BEYOND = frozenset({"onwards", "onward"})
# "Postponed from Monday to Tuesday" is no stretch from Monday to Tuesday.
_MOVES = frozenset("postponed moved rescheduled delayed shifted deferred changed rose fell grew up down".split())
# How many words before "from" such a verb is looked for.
_MOVE_WINDOW = 6
# "May 21 to 24" is a stretch without a "from" before it; how far apart its days may be.
_TO = frozenset("to until till through".split())
_APART_DAYS = 62
_ENDS = frozenset({".", "!", "?", ";"})


def with_intervals(
    expressions: Sequence[TimeExpression], found: Sequence[Found], words: Sequence[Word]
) -> list[TimeExpression]:
    """The expressions, those that are ends of a stretch with its EDTF interval. `found` are the same, as words."""
    result = list(expressions)
    ends: set[int] = set()  # what ends a stretch that is told with its beginning
    for number, (item, expression) in enumerate(zip(found, expressions, strict=True)):
        if expression.edtf is None or expression.type not in ("DATE", "TIME"):
            continue
        before = words[item.first - 1].low if item.first else ""
        if number + 1 < len(found) and (stretch := _stretch(item, found[number + 1], before, words)):
            whole = joined(expression.edtf, expressions[number + 1].edtf)
            if stretch == "to":
                stretch = "words" if _days_apart(whole) else None
            if whole and stretch == "words":
                ends.add(number + 1)
                result[number] = replace(expression, edtf=whole)
                continue
            if whole and _in_one_month(expressions[number : number + 2]):
                result[number] = replace(expression, edtf=whole)
                result[number + 1] = replace(expressions[number + 1], edtf=whole)
                continue
        after = words[item.last].low if item.last < len(words) else ""
        if before in _SINCE or after in _BEYOND:
            result[number] = replace(expression, edtf=f"{first_of(expression.edtf)}/..")
        elif before in _UNTIL and number not in ends:
            result[number] = replace(expression, edtf=f"../{last_of(expression.edtf)}")
    return result


def _stretch(item: Found, following: Found, before: str, words: Sequence[Word]) -> str | None:
    """How two neighbours are one stretch: by "words" around them, by a "dash" between them, or not at all."""
    gap = words[item.last : following.first]
    if len(gap) != 1:
        return None
    if gap[0].low in _FROM.get(before, ()):
        return None if _is_moved(item, words) else "words"
    if gap[0].low in _TO and before != "between":
        return None if _is_moved(item, words) else "to"
    return "dash" if gap[0].low in DASHES else None


def _is_moved(item: Found, words: Sequence[Word]) -> bool:
    """Whether a verb before an expression, in its sentence, moves something from it to another time."""
    around = [w.low for w in words[max(0, item.first - 1 - _MOVE_WINDOW) : item.first]]
    for place in range(len(around) - 1, -1, -1):
        if around[place] in _ENDS:
            around = around[place + 1 :]
            break
    return bool(_MOVES & set(around))


def _days_apart(whole: str | None) -> bool:
    """Whether an interval goes from one day to another not long after."""
    found = interval(whole)
    if whole is None or found is None or any(len(part) != len("2022-05-06") for part in whole.split("/")):
        return False
    return 1 < found.days <= _APART_DAYS


def _in_one_month(pair: Sequence[TimeExpression]) -> bool:
    """Whether two expressions are days of one month, the first written as a number alone or the second."""
    first, last = pair[0].edtf or "", pair[1].edtf or ""
    return len(first) == len(last) == 10 and first[:7] == last[:7] and min(len(e.text) for e in pair) <= 2


def joined(first: str, last: str | None) -> str | None:
    """The interval from the beginning of one EDTF value to the end of another, None when it would run backwards."""
    if last is None:
        return None
    begin, end = first_of(first), last_of(last)
    return f"{begin}/{end}" if begin <= end and not begin.startswith(("-", ".")) and end != ".." else None


def cut_at(edtf: str, how: str, now: date) -> str | None:
    """The part of a unit that "earlier" and "later" leave of it, seen from a day: "later this week" begins today.

    None when `how` is another word or the day is not in the unit.
    """
    whole = interval(edtf)
    if how not in ("earlier", "later") or whole is None or not whole.first <= now <= whole.last:
        return None
    first, last = (whole.first, now) if how == "earlier" else (now, whole.last)
    return f"{first.isoformat()}/{last.isoformat()}"


def first_of(edtf: str) -> str:
    """The beginning of an EDTF value."""
    return edtf.split("/")[0].rstrip("~")


def last_of(edtf: str) -> str:
    """The end of an EDTF value."""
    return edtf.split("/")[-1].rstrip("~")
