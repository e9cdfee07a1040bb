"""Words of a question that stand for names: "the Ukrainian president", "they", "the two leaders".

An office stands for who held it at the time asked about, else when the last article was published; "they" for the pair
of people that the record tells of most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from parley.answers.index import Index
from parley.knowledge import default
from parley.model.edtf import Interval
from parley.model.party import Party
from parley.model.record import MeetingEntry

_OFFICES: dict[str, str] = {
    "president": "president",
    "prime minister": "prime minister",
    "premier": "prime minister",
    "chancellor": "prime minister",
    "foreign minister": "foreign minister",
    "foreign secretary": "foreign minister",
    "secretary of state": "foreign minister",
    "defence minister": "defence minister",
    "defense minister": "defence minister",
    "leader": "leader",
    "head of state": "leader",
}
_OFFICE = "|".join(sorted(_OFFICES, key=len, reverse=True))
_STATE = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
_WORDS_FOR_HOLDERS = (
    re.compile(rf"\b(?:the\s+)?(?P<state>{_STATE})(?:['’]s)?\s+(?P<office>(?i:{_OFFICE}))\b(?!s)"),
    re.compile(rf"\b(?:the\s+)?(?P<office>(?i:{_OFFICE}))\s+of\s+(?:the\s+)?(?P<state>{_STATE})"),
)
# "They" and its like; those after which two names follow are the names' own ("the two presidents, Putin and ...").
_PAIR = re.compile(
    r"\b(?:they|them|these two|(?:the|both|these) (?:two )?(?:leaders|presidents|heads of state|men)|the two"
    r"|each other(?=\?|$))\b(?! (?:sides|countries|states))",
    re.IGNORECASE,
)


def with_names(text: str, index: Index, window: Interval | None) -> str:
    """A question with the names of those who held the offices it names."""
    when = _time_asked(index, window)
    for pattern in _WORDS_FOR_HOLDERS:
        text = pattern.sub(lambda match: _holder(match, when) or match.group(), text)
    return text


def pair_meant(text: str, index: Index) -> list[Party]:
    """The two people whom "they" or "the two leaders" stands for; nobody when a question says neither."""
    if not _PAIR.search(text):
        return []
    told: Counter[tuple[str, str]] = Counter()
    for entry in _meetings(index):
        people = sorted({p.id for p in entry.participants if p.kind == "person" and p.role == "party"})
        told.update({pair: len(entry.articles) for pair in combinations(people, 2) if len(people) <= MOST_AT_TABLE})
    if not told:
        return []
    pair = max(told, key=lambda p: (told[p], p))
    ids = sorted(pair, key=lambda i: (-index.weight[i], i))
    return [index.parties[i] for i in ids]


# Who sat at a table of more did not all talk to each other.
MOST_AT_TABLE = 8


def _meetings(index: Index) -> Iterator[MeetingEntry]:
    yield from index.record.meetings


def _time_asked(index: Index, window: Interval | None) -> str:
    """The day by which an office is read: the last one asked about, no later than the last article."""
    last = index.record.read_span[1]
    if window is None or (last and window.last.isoformat() > last):
        return max(last or "2025", window.first.isoformat() if window else "")
    return window.last.isoformat()


def _holder(match: re.Match[str], when: str) -> str | None:
    """The person who held the office of a match; a word before the state that is none of its name is kept."""
    known = default()
    words = match["state"].removesuffix("'s").removesuffix("’s").split()
    for start in range(len(words)):
        name = " ".join(words[start:])
        state = known.state_of_demonym(name) or known.state(name)
        if state:
            person = known.person_at(_OFFICES[match["office"].lower()], state, when)
            return " ".join([*words[:start], person]) if person else None
    return None
