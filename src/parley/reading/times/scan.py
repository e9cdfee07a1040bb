"""Text -> words with their readings: each word carries all it can mean in an expression of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from parley.reading.times import lexicon as lex

# The kinds of word, tried in this order: numeric dates and times stay whole, everything else is letters, digits or
# one mark.
_KINDS = (
    ("break", r"\n[ \t\r]*\n"),
    ("abbreviation", r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\."),
    ("iso", r"\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"),
    ("slash", r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4}"),
    ("clock", r"\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?[AaPp]\.?[Mm]\b)|\d{1,2}:\d{2}(?::\d{2})?"),
    ("decade", r"(?:\d{3}0|['’]?[1-9]0)['’]?s"),
    ("ordinal", r"\d{1,3}(?:st|nd|rd|th)"),
    ("mixed", r"\d{1,3}[ -]\d/\d\d?"),
    ("number", r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    ("quarter", r"[Qq][1-4]\b"),
    ("meridiem", r"[ap]\.m\b\.?|[ap]m\b|[AP]\.M\b\.?|[AP]M\b"),
    ("era", r"[BA]\.\s?[CD]\b\.?(?:\s?E\.)?"),
    ("word", r"[^\W\d_]+(?:['’](?=[Cc]lock)[^\W\d_]+)?"),
    ("possessive", r"['’]s\b"),
    ("mark", r"[^\w\s]|_"),
)
_SCANNER = re.compile(
    "|".join(
        f"(?P<{kind}>(?<![\\d]){p})"
        if kind in ("iso", "slash", "clock", "decade", "ordinal", "mixed")
        else f"(?P<{kind}>{p})"
        for kind, p in _KINDS
    )
)
_NOTHING: MappingProxyType[str, Any] = MappingProxyType({})


@dataclass(slots=True)
class Word:
    """A word with its offsets; `reads` maps a category of the grammar to the value the word has in it."""

    start: int
    end: int
    low: str
    reads: Any
    spaced: bool
    capital: bool


def scan(text: str) -> list[Word]:
    """The words of a text, in order."""
    words: list[Word] = []
    last = 0
    for match in _SCANNER.finditer(text):
        start, end = match.span()
        raw = match.group()
        kind = match.lastgroup or "word"
        low = raw.lower().replace("’", "'")
        if low == "-" and (start > last or text[end : end + 1] == " "):
            low = "–"  # a dash, not a hyphen
        words.append(Word(start, end, low, _readings(kind, low, raw[0].isupper()), start > last, raw[0].isupper()))
        if kind == "clock" and _alone(text, start, end):
            words[-1].reads = _NOTHING  # the length of a film below its title
        last = end
    return words


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a word is all there is on its line, among other lines."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if line_start == 0 and line_end < 0:
        return False
    return not text[line_start:start].strip() and not text[end : line_end if line_end >= 0 else len(text)].strip()


@lru_cache(maxsize=20_000)
def _readings(kind: str, low: str, capital: bool) -> Any:
    if kind in ("word", "abbreviation", "quarter"):
        return _word_readings(low.removesuffix("."), capital, low.endswith(".")) or _NOTHING
    if kind in ("mark", "possessive", "break"):
        return _NOTHING
    return dict(_numeric_readings(kind, low)) or _NOTHING


def _word_readings(low: str, capital: bool, dotted: bool) -> dict[str, Any]:
    reads: dict[str, Any] = {}
    for category, table in _TABLES:
        if low in table and (capital or category not in _NAMES):
            reads[category] = table[low]
    if "month" in reads and (dotted or len(low) > 4 or low in ("may", "june", "july")):
        reads["fullmonth"] = reads["month"]
    return reads


_STEPS = ("day", "night", "weekend", "week", "month", "quarter", "year", "decade", "century")
_TABLES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("month", lex.MONTHS),
    ("weekday", {w: n for w, n in lex.WEEKDAYS.items() if w not in lex.WEEKDAY_ABBREVIATIONS}),
    ("weekdays", {w + "s": n for w, n in lex.WEEKDAYS.items() if w not in lex.WEEKDAY_ABBREVIATIONS}),
    ("anyweekday", lex.WEEKDAYS),
    ("season", lex.SEASONS),
    ("part", lex.PARTS),
    ("daypart", {w: p for w, p in lex.PARTS.items() if p != "NI"}),
    ("unit", lex.UNITS),
    ("plural", {w: u for w, u in lex.UNITS.items() if w.endswith("s") or w in ("centuries", "millennia")}),
    ("one", {w: u for w, u in lex.UNITS.items() if u in _STEPS and w == u}),
    ("longer", {u: u for u in _STEPS if u not in ("day", "night")}),
    ("weekish", {"weeks": "week", "centuries": "century"}),
    ("newborn", {w: u for w, u in lex.UNITS.items() if u in ("hour", "day", "week", "month")}),
    ("few", {w: n for w, n in lex.NUMBERS.items() if 0 < n < 13}),
    ("ones", lex.NUMBERS),
    ("tens", lex.TENS),
    ("multiple", lex.MULTIPLES),
    ("ordinal", lex.ORDINALS),
    ("decade", lex.DECADES),
    ("quarterord", {"first": 1, "second": 2, "third": 3, "fourth": 4}),
    ("quarterabbr", {f"q{n}": n for n in (1, 2, 3, 4)}),
    ("era", {"bc": -1, "bce": -1, "ad": 1, "ce": 1}),
)


# Categories whose words are names and written with a capital.
_NAMES = frozenset({"month", "weekday", "weekdays", "anyweekday"})


def _numeric_readings(kind: str, low: str) -> Iterator[tuple[str, Any]]:
    if kind == "number":
        plain = low.replace(",", "")
        if "." in plain:
            yield "decimal", float(plain)
            return
        value = int(plain) if len(plain) < 10 else 0
        yield "digits", value
        if len(low) == 4 and "," not in low and 1000 <= value <= 2200:
            yield "year4", value
        if 0 < value < 13:
            yield "few", value
        if len(low) <= 2 and 1 <= value <= 31:
            yield "dom", value
        if len(low) == 2:
            yield "year2", value
        if len(low) <= 4 and value:
            yield "year1", value
        if len(low) <= 2 and value <= 24:
            yield "hour", value
        if len(low) == 8 and 1900 <= int(low[:4]) <= 2100:
            yield "compact", (int(low[:4]), int(low[4:6]), int(low[6:]))
    elif kind == "iso":
        day, _, clock = low.partition("t")
        year, month, dom = (int(p) for p in day.split("-"))
        yield "iso", (year, month, dom)
        if clock:
            yield "isoclock", clock[:5]
    elif kind == "slash":
        yield "slash", tuple(re.split(r"[/.]", low))
    elif kind == "clock":
        yield "clock", tuple(int(p) for p in re.split(r"[:.]", low))
    elif kind == "decade":
        yield "decade", int(re.sub(r"\D", "", low)) // 10
    elif kind == "ordinal":
        value = int(low[:-2])
        yield "ordinal", value
        if 1 <= value <= 31:
            yield "domth", value
    elif kind == "mixed":
        whole, fraction = re.split(r"[ -]", low)
        above, below = fraction.split("/")
        if int(below):
            yield "mixed", int(whole) + int(above) / int(below)
    elif kind == "meridiem":
        yield "meridiem", low[0]
    elif kind == "era":
        yield "era", -1 if low.startswith("b") else 1
