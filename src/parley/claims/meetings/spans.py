"""The stretch of days an EDTF value covers, as strings that compare."""

from __future__ import annotations

import re

from parley.model.when import When


def bounds(edtf: str) -> tuple[str, str] | None:
    """First and last day of an EDTF value as comparable strings; None for forms not read here."""
    value = edtf.strip("[]{}").translate(str.maketrans("", "", "~?%"))
    for mark in ("..", "/"):
        if mark in value and value not in ("..",):
            left, _, right = value.partition(mark)
            low = bounds(left) if left.strip("./") else ("0000-00-00", "")
            high = bounds(right) if right.strip("./") else ("", "9999-99-99")
            return (low[0], high[1]) if low and high else None
    value = value.split("T")[0]
    parts = value.split("-")
    if not all(part and all(c.isdigit() or c == "X" for c in part) for part in parts) or len(parts) > 3:
        return None
    if len(parts) == 2 and parts[1].isdigit() and int(parts[1]) > 12:
        return _season(parts[0], int(parts[1]))
    first, last = value.replace("X", "0"), value.replace("X", "9")
    return _filled(first, "-00-00"), _filled(last, "-99-99")


def _filled(day: str, rest: str) -> str:
    return day + rest[len(day) - 4 :] if len(day) < 10 else day


_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
            37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)}  # fmt: skip


def _season(year: str, code: int) -> tuple[str, str] | None:
    if code not in _SEASONS:
        return None
    first, last = _SEASONS[code]
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-99"


def precision(when: When | None) -> int:
    """How narrow a time is: the longer its span, the smaller; 0 for none."""
    if when is None or when.edtf is None:
        return 0
    limits = bounds(when.edtf)
    if limits is None:
        return 1
    a, b = limits
    if a == b:
        return 9
    if a[:7] == b[:7]:
        return 7 if a[8:] != "00" else 6
    return 4 if a[:4] == b[:4] else 2


_YEARS_AGO = re.compile(r"\b(?P<count>\w+) years? (?:ago|earlier|before)\b", re.IGNORECASE)
_NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
# Months by which a count of years may be off and still be the usual rounding.
_ROUNDING = 6


def noted(kept: When | None, other: When | None, published: str | None) -> When | None:
    """The time kept of two that an article gives for one meeting, with a note where the other does not fit it.

    "December 2019" told in May 2025 is five years and five months back: "six years ago" is noted, not believed.
    """
    if kept is None or other is None or kept.note or kept.edtf is None or not published:
        return kept
    match = _YEARS_AGO.search(other.text)
    limits = bounds(kept.edtf)
    if match is None or limits is None or limits[0][:7] != limits[1][:7]:
        return kept
    word = match["count"].lower()
    count = int(word) if word.isdecimal() and len(word) < 4 else _NUMBERS.get(word)
    if count is None:
        return kept
    then, now = limits[0], published
    months = 12 * (int(now[:4]) - int(then[:4])) + int(now[5:7]) - int(then[5:7])
    if abs(12 * count - months) <= _ROUNDING:
        return kept
    years, rest = divmod(months, 12)
    note = f"the article also says {other.text!r}; {kept.edtf} is {years} years and {rest} months before {now}"
    return kept.model_copy(update={"note": note})
