"""How names, titles and quotations stand to one another in a document, before anybody is identified."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from parley.knowledge import fold
from parley.knowledge.base import PARTICLES
from parley.reading.names.descriptions import Description
from parley.reading.names.spans import NameSpan
from parley.reading.names.spotting import Spot

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")


def is_full(name: str) -> bool:
    """Whether a name has a given name and a surname: "Staffan de Mistura", not "de Mistura"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and fold(first) not in PARTICLES


def country_of(d: Description | None) -> str | None:
    """The state or body a description names as the owner of the office."""
    return d.owners[0].name if d and d.owners else None


def attach(
    doc: Doc, names: list[NameSpan], descriptions: list[Description], spots: dict[int, tuple[Spot, int]]
) -> dict[int, NameSpan]:
    """Joins names to the titles before and the appositions beside them; the names by the id of such an apposition."""
    beside: dict[int, NameSpan] = {}
    by_end = {d.end: d for d in descriptions}
    by_start = {d.first: d for d in descriptions}
    single = ("one", "counterpart", "predecessor")
    for span in names:
        before = by_end.get(span.bare) or by_end.get(span.first)
        if before is not None and before.kind in (*single, "many"):
            span.title, span.first = before, before.end
        elif (comma := _comma_before(doc, span)) is not None:
            apart = by_end.get(comma)
            closed = span.end < len(doc) and doc[span.end].text in (",", ".", ";", "(", ")")
            if apart is not None and apart.kind in single and closed and not apart.titled:
                span.apposition = apart
                beside[id(apart)] = span
        if span.end + 1 < len(doc) and doc[span.end].text in (",", "(", "–", "—"):
            after = by_start.get(span.end + 1)
            if after is not None and after.kind in single and (after.owners or after.determiner in ("the", "a", "an")):
                if span.apposition is None and span.title is None:
                    span.apposition = after
                beside.setdefault(id(after), span)
        if span.end + 1 < len(doc) and doc[span.end].lower_ == "of":
            after_of = span.end + 1 + (doc[span.end + 1].lower_ == "the")
            spot = spots.get(after_of)
            state = spot[0].named("state") if spot else None
            if state is not None and state.entity is not None:
                span.home = state.entity.name
    for previous, span in pairwise(names):
        # "Presidents Putin and Xi": the title holds for those joined to the first.
        joined = (
            doc[previous.end : span.first].text.strip() in ("and", ",", ", and")
            if previous.end <= span.first
            else False
        )
        if joined and span.title is None and previous.title is not None and previous.title.kind == "many":
            span.title = previous.title
    return beside


def _comma_before(doc: Doc, span: NameSpan) -> int | None:
    """The comma that sets a name off from what stands before it ("Their leader, the Rev. Ian Paisley")."""
    i = span.first - 1
    if i > 0 and doc[i].lower_ == "the":
        i -= 1
    return i if i > 0 and doc[i].text == "," else None


def sentence_numbers(doc: Doc) -> list[int]:
    """The number of the sentence each token is in."""
    number, numbers = -1, []
    for token in doc:
        if token.is_sent_start or number < 0:
            number += 1
        numbers.append(number)
    return numbers


def quotation_numbers(doc: Doc) -> list[int]:
    """For each token the number of the quotation it is in, 0 for none; quotations end at the end of a paragraph."""
    quotes, current, count = [], 0, 0
    for token in doc:
        text = token.text
        if token.is_space and "\n" in text:
            current = 0
        elif text in _CLOSING or (text in ('"', "''") and current):
            quotes.append(current)
            current = 0
            continue
        elif text in _OPENING or text in ('"', "``"):
            count += 1
            current = count
        quotes.append(current)
    return quotes
