"""Expressions that lean on a neighbour: "6–8 May", "May 4 and 5", "1914–18", "499–493 BC", "from June to July 1950"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.reading.times.doubts import is_doubtful
from parley.reading.times.found import Found
from parley.reading.times.meaning import Calendar, Nothing, Point
from parley.reading.times.scan import Word

DASHES = frozenset("- – — /".split())
_JOINERS = DASHES | frozenset("to and or through until till".split()) | {",", "&"}


def completed(found: Sequence[Found], words: Sequence[Word]) -> list[Found]:
    """The expressions with those that only a neighbour explains, each completed from that neighbour."""
    result: list[Found] = []
    known = sorted((*found, *_lives(words)), key=lambda f: f.first)
    if any(_is_early(item) for item in known):
        known = sorted((*known, *_early_years(words)), key=lambda f: f.first)
    for item in known:
        before = _before(item, words, result[-1].last if result else 0)
        result.extend(before)
        result.append(item)
        result.extend(_after(item, words))
    kept: list[Found] = []
    for item in result:
        if isinstance(item.meaning, Nothing) or is_doubtful(item, words) or (kept and item.first < kept[-1].last):
            continue
        kept.append(item)
    return list(_shared_years(kept, words))


def _lives(words: Sequence[Word]) -> Iterator[Found]:
    """The years of a life or reign long ago: "(837 – 908)", "(c. 314 – 368)", "(284–305)"."""
    for at in range(len(words) - 4):
        if words[at].low != "(":
            continue
        first = at + 1
        while first < at + 4 and words[first].low in ("c", ".", "ca", "circa", "reigned", "r"):
            first += 1
        if (
            first + 3 > len(words) - 1
            or words[first + 1].low not in DASHES
            or words[first + 3].low not in (")", ";", ",")
        ):
            continue
        born, died = words[first].reads.get("year1"), words[first + 2].reads.get("year1")
        if born and died and 100 <= born < died < 1000 and died - born <= _LONGEST_LIFE:
            yield Found(first, first + 1, Calendar(Point(year=born)))
            yield Found(first + 2, first + 3, Calendar(Point(year=died)))


def _is_early(item: Found) -> bool:
    """Whether an expression gives a year of the first thousand, which few texts do."""
    year = item.meaning.point.year if isinstance(item.meaning, Calendar) else None
    return year is not None and 0 < year < 1000


def _early_years(words: Sequence[Word]) -> Iterator[Found]:
    """Years of three digits, in a text that has others of that age: "in 348 he died", "around 328"."""
    for at in range(1, len(words) - 1):
        year = words[at].reads.get("year1")
        if not year or not 100 <= year < 1000 or words[at - 1].low not in _BEFORE_YEARS:
            continue
        after = words[at + 1]
        if (not after.low.isalpha() and after.low not in ("%", "-")) or after.capital or after.low in _AFTER_DAYS:
            yield Found(at, at + 1, Calendar(Point(year=year)))


_BEFORE_YEARS = frozenset("in around after before by since until from to circa".split())


# Years in brackets further apart are no life: "(150 - 400)" are pages, people or pounds.
_LONGEST_LIFE = 100


def _before(item: Found, words: Sequence[Word], free_from: int) -> list[Found]:
    """Bare numbers before an expression: the "6" of "6–8 May", the "499" of "499–493 BC"."""
    meaning = item.meaning
    if not isinstance(meaning, Calendar):
        return []
    point = meaning.point
    numbers: list[Found] = []
    at = item.first
    starts_with_day = point.day is not None and "dom" in words[item.first].reads
    starts_with_era = point.year is not None and point.year < 0 and point.month is None
    while at - 2 >= free_from and words[at - 1].low in _JOINERS:
        reads = words[at - 2].reads
        if starts_with_day and "dom" in reads and point.month:
            made = replace(meaning, point=replace(point, day=reads["dom"], weekday=None))
        elif starts_with_era and "year1" in reads and words[at - 1].low != ",":
            made = Calendar(Point(year=-reads["year1"]))
        else:
            break
        numbers.insert(0, Found(at - 2, at - 1, made))
        at -= 2
    return numbers


def _after(item: Found, words: Sequence[Word]) -> list[Found]:
    """Bare numbers after an expression: the "5" of "May 4 and 5" and of "May 3, 5 and 7", the "18" of "1914–18"."""
    if listed := _listed(item, words):
        return listed
    meaning = item.meaning
    if not isinstance(meaning, Calendar) or item.last + 1 >= len(words):
        return []
    point, joiner, number = meaning.point, words[item.last].low, words[item.last + 1]
    last = words[item.last - 1]
    if (
        point.year
        and "year4" in last.reads
        and joiner in DASHES
        and "year2" in number.reads
        and number.spaced == words[item.last].spaced
    ):
        short = number.reads["year2"]
        if short > point.year % 100:
            return [Found(item.last + 1, item.last + 2, Calendar(Point(year=point.year // 100 * 100 + short)))]
    ends_with_day = point.day is not None and point.month and ("dom" in last.reads or "domth" in last.reads)
    if ends_with_day and joiner in _JOINERS - {","} and ("dom" in number.reads or "domth" in number.reads):
        after = words[item.last + 2] if item.last + 2 < len(words) else None
        counts = after is not None and (
            "unit" in after.reads or "month" in after.reads or after.low in ("people", "percent", "%", "killed", "dead")
        )
        day = number.reads.get("dom") or number.reads.get("domth")
        if not counts and (joiner in DASHES or day > (point.day or 0)):
            made = replace(meaning, point=replace(point, day=day, weekday=None))
            end = item.last + 2
            if (
                point.year is None
                and end + 1 < len(words)
                and words[end].low == ","
                and "year4" in words[end + 1].reads
            ):
                made = replace(made, point=replace(made.point, year=words[end + 1].reads["year4"]))
                end += 2
            return [Found(item.last + 1, end, made)]
    return []


def _listed(item: Found, words: Sequence[Word]) -> list[Found]:
    """The further days of a list of three or more: "March 3, 5 and 7"."""
    meaning = item.meaning
    if not isinstance(meaning, Calendar) or not (meaning.point.day and meaning.point.month):
        return []
    if not {"dom", "domth"} & set(words[item.last - 1].reads):
        return []
    days: list[Found] = []
    at, day, joiner = item.last, meaning.point.day, ","
    while at + 1 < len(words) and words[at].low in (",", "and") and joiner == ",":
        joiner, reads = words[at].low, words[at + 1].reads
        number = reads.get("dom") or reads.get("domth")
        if joiner == "," and at + 2 < len(words) and words[at + 1].low == "and":
            at, joiner = at + 1, "and"
            reads = words[at + 1].reads
            number = reads.get("dom") or reads.get("domth")
        if not number or number <= day:
            break
        days.append(Found(at + 1, at + 2, replace(meaning, point=replace(meaning.point, day=number, weekday=None))))
        at, day = at + 2, number
    counts = at < len(words) and ("unit" in words[at].reads or "month" in words[at].reads or not _ends(words[at]))
    return days if len(days) > 1 and joiner == "and" and not counts else []


def _ends(word: Word) -> bool:
    """Whether a list of days may end before a word: "3, 5 and 7 in Geneva", not "3, 5 and 7 soldiers"."""
    return not word.low.isalpha() or word.low in _AFTER_DAYS


_AFTER_DAYS = frozenset("in at to the for with by of on and but were was he they it".split())


def _shared_years(found: Sequence[Found], words: Sequence[Word]) -> Iterator[Found]:
    """Gives "June" its year in "June and July 1950", and "6" and "8 May" theirs in "6–8 May, 1945"."""
    year: int | None = None
    month: int | None = None
    completed: list[Found] = []
    next_first: int | None = None
    for item in reversed(found):
        meaning = item.meaning
        joined = next_first is not None and 0 < next_first - item.last <= 2 and words[item.last].low in _JOINERS
        if (
            not isinstance(meaning, Calendar)
            or meaning.relation
            or meaning.of
            or not (meaning.point.month or meaning.point.season)
        ):
            year = meaning.point.year if isinstance(meaning, Calendar) and not meaning.relation else None
            month = None
            if not (isinstance(meaning, Calendar) and meaning.point.year and joined):
                year = None
        elif meaning.point.year is None and joined and year is not None:
            earlier = year - 1 if month and meaning.point.month and meaning.point.month > month else year
            meaning = replace(meaning, point=replace(meaning.point, year=earlier))
            year, month = earlier, meaning.point.month or month
        else:
            year, month = meaning.point.year, meaning.point.month
        next_first = item.first
        completed.append(Found(item.first, item.last, meaning))
    return reversed(completed)
