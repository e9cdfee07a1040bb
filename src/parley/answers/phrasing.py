"""Dates, lists, names and measures in the words of a newspaper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from parley.model.edtf import interval, is_approximate
from parley.model.party import Party, Place

MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}

# What a measure is called in a sentence: after "agreed on", and after "the".
MEASURES: dict[str, tuple[str, str]] = {
    "ceasefire": ("a ceasefire", "the ceasefire"),
    "troop_withdrawal": ("a withdrawal of troops", "the withdrawal of troops"),
    "weapons_withdrawal": ("a withdrawal of heavy weapons", "the withdrawal of heavy weapons"),
    "prisoner_exchange": ("an exchange of prisoners", "the exchange of prisoners"),
    "hostage_release": ("the release of hostages", "the release of hostages"),
    "humanitarian_access": ("humanitarian access", "humanitarian access"),
    "border_control": ("control of the border", "control of the border"),
    "elections": ("elections", "the elections"),
    "special_status": ("a special status", "the special status"),
    "amnesty": ("an amnesty", "the amnesty"),
    "monitoring": ("monitoring", "the monitoring"),
    "disarmament": ("disarmament", "the disarmament"),
    "sanctions_relief": ("relief from sanctions", "the relief from sanctions"),
    "power_sharing": ("power-sharing", "power-sharing"),
    "territory": ("territorial questions", "the territorial provisions"),
    "security_guarantees": ("security guarantees", "the security guarantees"),
    "demining": ("the clearing of mines", "the clearing of mines"),
    "refugee_return": ("the return of refugees", "the return of refugees"),
    "reconstruction": ("reconstruction", "the reconstruction"),
    "nuclear_limits": ("limits on nuclear work", "the limits on nuclear work"),
    "recognition": ("recognition", "the recognition"),
    "other": ("further steps", "the further steps"),
}
OUTCOMES: dict[str, tuple[str, str]] = {
    "carried_out": ("was carried out", "were carried out"),
    "partly": ("was carried out in part", "were carried out in part"),
    "not_carried_out": ("was not carried out", "were not carried out"),
    "violated": ("was violated", "were violated"),
    "collapsed": ("collapsed", "collapsed"),
}
# A truce holds and elections are held; nobody carries them out.
_TRUCES = {"carried_out": "held", "partly": "held in part", "not_carried_out": "did not hold"}
_ELECTIONS = {"carried_out": "were held", "partly": "were held in part", "not_carried_out": "were not held"}
_PLURAL_MEASURES = frozenset({"elections", "territory", "security_guarantees", "nuclear_limits", "other"})
_COUNT_WORDS = "no once twice three four five six seven eight nine ten eleven twelve".split()
# States that newspapers write with the article.
_WITH_THE = frozenset(
    """Netherlands Philippines Maldives Bahamas Gambia Comoros Seychelles""".split()
) | {
    "United States", "United Kingdom", "United Nations", "European Union", "African Union", "Arab League",
    "Central African Republic", "Democratic Republic of the Congo", "Dominican Republic", "Czech Republic",
    "United Arab Emirates", "Solomon Islands", "Marshall Islands", "Taliban", "OSCE", "UN", "EU",
    "Houthis", "Donetsk People's Republic", "Luhansk People's Republic", "Kremlin", "White House", "Vatican",
}  # fmt: skip


def day_in_words(day: str | date) -> str:
    """`9 December 2019`."""
    value = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def time_in_words(edtf: str | None) -> str:
    """A time with its preposition: `on 9 December 2019`, `in December 2019`, `between 2014 and 2015`; `` for none."""
    days = interval(edtf)
    if not edtf or days is None:
        return ""
    if "/" in edtf:
        left, right = edtf.split("/")
        if right in ("", ".."):
            return f"since {_bare(left)}"
        if left in ("", ".."):
            return f"until {_bare(right)}"
        if len(left) == len(right) == 4 and int(right) == int(left) + 1:
            return f"in {left} and {right}"
        return _late(left, right) or _days_in_words(left, right) or f"between {_bare(left)} and {_bare(right)}"
    words = _bare(edtf)
    about = "about " if is_approximate(edtf) else ""
    return f"{'on' if days.days == 1 else 'in'} {about}{words}"


def bare_time(edtf: str | None) -> str:
    """A time without its preposition, a stretch of days with a dash: `26 September – 2 October 2022`."""
    words = time_in_words(edtf)
    if words.startswith("between "):
        return words.removeprefix("between ").replace(" and ", " – ")
    return re.sub(r"^(on|in) ", "", words)


def _days_in_words(left: str, right: str) -> str | None:
    """`on 11 and 12 February 2015`, `between 26 September and 2 October 2022`; None for what is no two days."""
    first, last = interval(left), interval(right)
    if not first or not last or first.days > 1 or last.days > 1:
        return None
    if first == last:
        return f"on {_bare(left)}"
    start = first.first
    shared = 2 if (start.year, start.month) == (last.first.year, last.first.month) else 1
    shared = shared if start.year == last.first.year else 0
    begin = _bare(left).rsplit(" ", shared)[0] if shared else _bare(left)
    if (last.first - start).days == 1:
        return f"on {begin} and {_bare(right)}"
    return f"between {begin} and {_bare(right)}"


def _late(left: str, right: str) -> str | None:
    """`in late 2022` for the last quarter, `in early 2022` for the first, `in mid-June 2025` for a third of a month."""
    if left[:7] == right[:7] and len(left) == len(right) == 10:
        part = {"01": "early ", "11": "mid-", "21": "late "}.get(left[8:])
        return f"in {part}{_bare(left[:7])}" if part and int(right[8:]) - int(left[8:]) in (7, 8, 9, 10) else None
    if left[:4] != right[:4]:
        return None
    return {("-10", "-12"): f"in late {left[:4]}", ("-01", "-03"): f"in early {left[:4]}"}.get((left[4:], right[4:]))


def _bare(edtf: str) -> str:
    text = re.sub(r"[?~%]", "", edtf)
    year, _, rest = text.partition("-")
    if "X" in year:
        return f"the {year.replace('X', '0')}s"
    if not rest or rest.startswith("X"):
        return year
    month, _, day = rest.partition("-")
    code = int(month)
    if code in _SEASONS:
        return f"the {_SEASONS[code]} of {year}"
    if code in _QUARTERS:
        return f"the {_QUARTERS[code]} quarter of {year}"
    if code > 12:
        return year
    day = day.split("T")[0]
    return f"{int(day)} {MONTHS[code - 1]} {year}" if day.isdigit() else f"{MONTHS[code - 1]} {year}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def with_article(name: str) -> str:
    """`the United States`, `Ukraine`."""
    return f"the {name}" if name in _WITH_THE or re.match(r"(?:Government|Ministry|Republic) of ", name) else name


def naming(party: Party) -> str:
    """A party as a sentence names it first: in full, with the office only where the name alone says too little."""
    return party.name if party.kind == "person" else with_article(party.name)


def short_name(party: Party) -> str:
    """A party named before: a person by the last name."""
    return party.last_name if party.kind == "person" else with_article(party.name)


def in_place(place: Place | None) -> str:
    """`in Paris`; `` for none."""
    return f"in {with_article(place.name)}" if place else ""


def times_in_words(count: int) -> str:
    """`once`, `twice`, `three times`, `14 times`."""
    if count < 3:
        return _COUNT_WORDS[count] if count else "never"
    return f"{_COUNT_WORDS[count] if count < len(_COUNT_WORDS) else count} times"


def number_word(count: int) -> str:
    """`one`, `two`, up to twelve; figures after that."""
    return (
        "no one two".split()[count] if count < 3 else _COUNT_WORDS[count] if count < len(_COUNT_WORDS) else str(count)
    )


def counted(count: int, noun: str) -> str:
    """`1 article`, `24 articles`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


_PLURAL_NAMES = tuple(
    """agreements accords talks efforts measures deals points conclusions protocols memorandums memoranda initiatives
    proposals offers promises""".split()
)


def is_plural(name: str, measure: bool = False) -> bool:
    """Whether a verb after it stands in the plural."""
    if measure:
        return name in _PLURAL_MEASURES
    head = re.split(r" (?:for|of|on|to|with|about) ", name.lower(), maxsplit=1)[0]
    return head.endswith(_PLURAL_NAMES)


def outcome_verb(of: str, outcome: str, *, plural: bool) -> str:
    """What came of a measure or agreement, as a verb: `was carried out`, of a truce `held`."""
    head = of.lower().replace("_", " ").split()[-1:] or [""]
    own = _ELECTIONS if of == "elections" else _TRUCES if head[0] in ("ceasefire", "truce", "armistice") else {}
    return own.get(outcome) or OUTCOMES[outcome][1 if plural else 0]


def join(*words: str) -> str:
    """The non-empty words with single spaces."""
    return " ".join(word for word in words if word)


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
