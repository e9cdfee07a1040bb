"""Times counted from an event that the text dates elsewhere: "three days after the truce took effect".

The event is known by its noun: another sentence that names it and gives one day (or month) for it tells when it was.
Where two sentences give it different days, nothing is concluded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from parley.model.edtf import interval
from parley.model.reading import TimeExpression
from parley.reading.times.counted import counted, counted_months, placed
from parley.reading.times.found import Found
from parley.reading.times.meaning import Shift
from parley.reading.times.scan import Word

# Events that peace processes are dated by, with the verbs that tell the same. Words of one row mean one event.
_EVENTS = (
    "ceasefire truce armistice",
    "agreement deal accord pact",
    "signing signed",
    "talks negotiations",
    "meeting met",
    "summit",
    "conference",
    "election elections vote voted poll polls elected",
    "referendum plebiscite",
    "invasion invaded",
    "coup overthrow overthrown ousted",
    "attack attacks attacked raid raided strike strikes",
    "bombing bombed blast explosion",
    "massacre",
    "assassination assassinated killing killed death died murder murdered",
    "earthquake tsunami",
    "withdrawal withdrew pullout",
    "inauguration inaugurated",
    "resignation resigned",
    "revolution uprising revolt",
    "independence",
    "war",
    "offensive",
    "capture captured fall seizure seized",
    "announcement announced",
    "release released",
    "exchange swap exchanged",
    "collapse collapsed",
)
_KINDS = {word: number for number, row in enumerate(_EVENTS) for word in row.split()}
# How many words after "after" the noun of the event may stand ("the signing of the ...", "a deadly suicide bombing").
_REACH = 6
# How far away an event may be dated: further on, another of its kind is likelier.
_SENTENCES = 15
# What ends the name of the event.
_STOP = frozenset(". ! ? ; , : ( ) — – and but when while who which that".split())


def with_events(
    expressions: Sequence[TimeExpression], found: Sequence[Found], words: Sequence[Word], starts: Sequence[int]
) -> list[TimeExpression]:
    """The expressions, those before or after an event with the time they lead to where the text dates the event.

    `starts` are the offsets at which sentences begin.
    """
    result = list(expressions)
    dated: dict[int, list[tuple[int, TimeExpression]]] | None = None
    named: dict[int, set[str]] = {}
    for number, item in enumerate(found):
        meaning = item.meaning
        if not isinstance(meaning, Shift) or meaning.base != "event" or not meaning.count or result[number].edtf:
            continue
        if meaning.count != int(meaning.count):
            continue
        event = _event_after(item, words)
        if event is None:
            continue
        if dated is None:
            dated = _dated_events(expressions, found, words, starts)
            named = _names(words, starts)
        sentence = bisect_right(starts, expressions[number].start)
        names = _names_after(item, words)
        others = {
            e.edtf: e
            for place, e in dated.get(event, ())
            if 0 < abs(place - sentence) <= _SENTENCES and (not names or names & named.get(place, set()))
        }
        if len(others) != 1:
            continue
        (anchor,) = others.values()
        when = interval(anchor.edtf)
        assert when is not None
        if when.days == 1:
            day = counted(when.first, int(meaning.count), meaning.unit)
            led_to = day.isoformat() if day else None
        else:
            led_to = counted_months(when.first, int(meaning.count), meaning.unit)
        if led_to:
            result[number] = placed(result[number], led_to, anchor)
    return result


def _event_after(item: Found, words: Sequence[Word]) -> int | None:
    """The event that is named after "three days after", by the row of its word."""
    for word in words[item.last + 1 : item.last + 1 + _REACH]:
        if word.low in _STOP:
            return None
        if word.low in _KINDS:
            return _KINDS[word.low]
    return None


def _names_after(item: Found, words: Sequence[Word]) -> set[str]:
    """The names in what an event is called by: "the fall of Girona" is dated only where Girona is named."""
    names: set[str] = set()
    for word in words[item.last + 1 : item.last + 1 + _REACH]:
        if word.low in _STOP:
            break
        if word.capital and not word.reads:
            names.add(word.low)
    return names


def _names(words: Sequence[Word], starts: Sequence[int]) -> dict[int, set[str]]:
    named: dict[int, set[str]] = {}
    for word in words:
        if word.capital and not word.reads:
            named.setdefault(bisect_right(starts, word.start), set()).add(word.low)
    return named


def _dated_events(
    expressions: Sequence[TimeExpression], found: Sequence[Found], words: Sequence[Word], starts: Sequence[int]
) -> dict[int, list[tuple[int, TimeExpression]]]:
    """The events of each sentence that has a single day or month, with that expression."""
    times: dict[int, list[TimeExpression]] = {}
    for item, expression in zip(found, expressions, strict=True):
        if expression.type in ("DATE", "TIME") and expression.edtf and not _is_counted(item):
            times.setdefault(bisect_right(starts, expression.start), []).append(expression)
    dated: dict[int, list[tuple[int, TimeExpression]]] = {}
    for sentence, event in _events(words, starts):
        here = times.get(sentence, [])
        if len({e.edtf for e in here}) == 1 and len(here[0].edtf or "") in (len("2015-02"), len("2015-02-12")):
            dated.setdefault(event, []).append((sentence, here[0]))
    return dated


def _is_counted(item: Found) -> bool:
    return isinstance(item.meaning, Shift) and item.meaning.base == "event"


def _events(words: Sequence[Word], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for word in words:
        if word.low in _KINDS:
            yield bisect_right(starts, word.start), _KINDS[word.low]
