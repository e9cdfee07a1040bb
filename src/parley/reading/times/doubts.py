"""Words that look like a time and are something else: "March on Versailles", "May I", "1400 victims"."""

from __future__ import annotations

from collections.abc import Sequence

from parley.reading.times.found import Found
from parley.reading.times.meaning import Calendar, Point
from parley.reading.times.scan import Word

# After one of these a month or a year is meant whatever follows.
_TIME_BEFORE = frozenset(
    "in by since until till from to through throughout during of early late mid last next this between before after"
    " for around about and or on".split()
)
_NAMED_AFTER_SEASONS = frozenset("games olympic olympics paralympics palace".split())
# What is called by a day ("the March 23 Movement").
_NAMED_AFTER_DAYS = frozenset("movement brigade brigades revolution square bridge street airport alliance".split())
_MARCH_GOES_ON = frozenset("to for of on from against through battalion".split())
_MAY_GOES_ON = frozenset("i we you he she it they be not have god the his her their our your all this that".split())


def is_doubtful(item: Found, words: Sequence[Word]) -> bool:
    """Whether an expression is likelier no time at all."""
    if _is_title(item, words):
        return True
    if not isinstance(item.meaning, Calendar):
        return False
    if item.last < len(words) and words[item.last].capital and words[item.last].low in _NAMED_AFTER_DAYS:
        return item.meaning.point.year is None
    if item.last < len(words) and item.meaning.point.season and words[item.last].low in _NAMED_AFTER_SEASONS:
        return item.meaning.point.year is None
    if item.last - item.first != 1:
        return False
    word = words[item.first]
    before = words[item.first - 1] if item.first else None
    after = words[item.last] if item.last < len(words) else None
    if before is not None and before.low in _TIME_BEFORE:
        return False
    if word.low == "march":
        return (after is not None and after.low in _MARCH_GOES_ON) or (before is not None and before.low == "long")
    if word.low == "may":
        return after is not None and after.low in _MAY_GOES_ON
    if "year4" in word.reads and item.meaning.point == Point(year=word.reads["year4"]):
        return _counts(before, after)
    return False


# What programmes and papers are called by ("This Week", "USA Today", "60 Minutes"), and how many words about such a
# title must be lower-case for a capital to mean anything: headlines have capitals everywhere.
_IN_TITLES = frozenset("today week tomorrow tonight minutes hours noon midnight night morning month".split())
_ABOUT, _LOWER = 6, 4
_QUOTES = frozenset("\" “ ‘ ' `".split())


def _is_title(item: Found, words: Sequence[Word]) -> bool:
    """Whether an expression is written with capitals though it stands in the middle of a sentence."""
    inside = words[item.first : item.last]
    if inside[-1].low not in _IN_TITLES or not all(w.capital or "digits" in w.reads for w in inside):
        return False
    if not inside[-1].capital:
        return False
    before = words[item.first - 1] if item.first else None
    if len(inside) == 1 and (before is None or not before.capital or before.reads):
        return False
    if len(inside) > 1 and (before is None or before.low not in _QUOTES):
        return False
    about = [*words[max(0, item.first - _ABOUT) : item.first], *words[item.last : item.last + _ABOUT]]
    return len([w for w in about if w.low.isalpha() and not w.capital]) >= _LOWER


def _counts(before: Word | None, after: Word | None) -> bool:
    """Whether a number stands before what it counts: a verb or nothing before it, a lower-case plural after it."""
    if after is None or before is None or after.capital or not after.spaced:
        return False
    plural = after.low.endswith("s") and not after.low.endswith("ss") and len(after.low) > 3 and not after.reads
    return plural and before.low.isalpha() and not before.capital and before.low not in _DETERMINERS


_DETERMINERS = frozenset("the a an this that these those its their his her our my 's".split())
