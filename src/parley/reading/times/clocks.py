"""Hours whose day stands beside them: "at about 10:35 a.m. (0735 GMT) Friday", "on Friday, shortly after 9 p.m."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.times.found import Found
from parley.reading.times.meaning import Calendar, Meaning, Point
from parley.reading.times.scan import Word

# How many words may stand between an hour and the day after it, and between a day and the hour after it.
_AFTER, _BEFORE = 8, 8
_APART = frozenset({".", "!", "?", ";", ":"})


def with_days(found: Sequence[Found], words: Sequence[Word]) -> list[Found]:
    """The expressions, hours alone with the day of their sentence that stands next to them."""
    result = list(found)
    for number, item in enumerate(found):
        if not _is_hour(item.meaning):
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        before = found[number - 1] if number else None
        if following and _is_day(following.meaning) and _close(words, item.last, following.first, _AFTER):
            day = following.meaning
        elif before and _is_day(before.meaning) and _close(words, before.last, item.first, _BEFORE):
            day = before.meaning
        else:
            continue
        assert isinstance(item.meaning, Calendar) and isinstance(day, Calendar)
        result[number] = replace(item, meaning=replace(item.meaning, of=day))
    return result


def _close(words: Sequence[Word], first: int, last: int, reach: int) -> bool:
    return last - first <= reach and not any(w.low in _APART for w in words[first:last])


def _is_hour(meaning: Meaning) -> bool:
    if not isinstance(meaning, Calendar) or meaning.of is not None or meaning.point.clock is None:
        return False
    return meaning.relation is None and meaning.point == Point(clock=meaning.point.clock)


def _is_day(meaning: Meaning) -> bool:
    if not isinstance(meaning, Calendar) or meaning.point.clock or meaning.point.part or meaning.of is not None:
        return False
    return meaning.point.weekday is not None or meaning.point.day is not None
