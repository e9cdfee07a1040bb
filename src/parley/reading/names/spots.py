"""The known names of a text by the token they begin at, those left out that are parts of other words or names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.knowledge import Knowledge
from parley.reading.names.context import entity_party
from parley.reading.names.spotting import Spot, spotter
from parley.reading.names.usage import capital_acts, is_place
from parley.reading.names.vocabulary import CAPITALS_WORDS, GENERAL_NAMES
from parley.syntax.sides import Named
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# States told of together by halves: "North and South Korea".
_HALVES = {"North Korea": "South Korea", "South Korea": "North Korea"}


def find_spots(doc: Doc, knowledge: Knowledge) -> dict[int, tuple[Spot, int]]:
    """The known names by the token they begin at, with the token they end before."""
    starts = [t.idx for t in doc]
    found: dict[int, tuple[Spot, int]] = {}
    for spot in spotter(knowledge).spots(text_of(doc)):
        first = bisect_left(starts, spot.start)
        if first >= len(starts) or starts[first] != spot.start:
            continue
        end = bisect_left(starts, spot.end)
        if not (_is_prefixed(doc, first) or _is_shouted(doc, first, end) or _is_of_another(doc, spot, first)):
            found[first] = (spot, end)
    for first, (spot, _) in list(found.items()):
        half = _HALVES.get(spot.text)
        if half is None or first < 2 or doc[first - 1].lower_ not in ("and", "or"):
            continue
        word = doc[first - 2]
        if word.text == half.split()[0]:  # "North and South Korea"
            senses = tuple(knowledge.senses(half))
            found[first - 2] = (Spot(word.idx, word.idx + len(word), half, senses), first - 1)
    return dict(sorted(found.items()))


def named_parties(doc: Doc, spots: dict[int, tuple[Spot, int]]) -> Iterator[Named]:
    """The states and bodies named in the article, for finding its sides."""
    for first, (spot, end) in spots.items():
        sense = next((s for s in spot.senses if s.entity and s.entity.kind != "person"), None)
        if sense is None or sense.entity is None:
            continue
        head = head_of(doc, first, end)
        if sense.use == "capital" and (not capital_acts(head) or opens_report(doc, first, end)):
            continue
        place = sense.use == "name" and sense.entity.kind == "state" and is_place(head)
        yield Named(first, end, entity_party(sense.entity), place)


def head_of(doc: Doc, first: int, end: int) -> Token:
    """The token of a stretch that the rest of the sentence hangs on to it by."""
    for i in range(first, end):
        if not first <= doc[i].head.i < end or doc[i].head.i == i:
            return doc[i]
    return doc[end - 1]


def opens_report(doc: Doc, i: int, end: int) -> bool:
    """Whether a city opens a report: "MINSK, Sept 20 (Agency) -", "Kyiv (Agency) -"."""
    if i > 0 and not doc[i - 1].is_space:
        return False
    following = [t.text for t in doc[end : end + 12]]
    return doc[i].text.isupper() or any(t in ("-", "–", "—", "(", "|") for t in following[:8])


def _is_prefixed(doc: Doc, i: int) -> bool:
    """Whether a name is part of a word that means something else: "pro-Russian", "non-NATO"."""
    return i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ in ("pro", "anti", "non", "un", "de")


def _is_of_another(doc: Doc, spot: Spot, first: int) -> bool:
    """Whether a general name is a part of another body's: "Collective Security Council", "Russian Congress"."""
    if first == 0 or spot.text not in GENERAL_NAMES or doc[first].is_sent_start:
        return False
    before = doc[first - 1]
    return before.text[:1].isupper() and before.lower_ not in (
        "the",
        "un",
        "u.n.",
        "us",
        "u.s.",
        "nations",
        "states",
    )


def _is_shouted(doc: Doc, first: int, end: int) -> bool:
    """Whether a short name in capitals is a plain word of a line in capitals: "WHAT IS ON OFFER"."""
    if end - first > 1 or doc[first].lower_ not in CAPITALS_WORDS:
        return False
    beside = [doc[i].text for i in (first - 1, end) if 0 <= i < len(doc)]
    return any(len(text) > 1 and text.isupper() for text in beside)
