"""Who a source stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.model.party import Party
from parley.model.reading import Mention
from parley.reading.quotes.attribution import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc


class SpeakerIndex:
    """The mentions of a text by place, to look up the one a source's head stands in."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self._doc = doc
        self._mentions = sorted((m for m in mentions if m.parties), key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]

    def of(self, attribution: Attribution) -> tuple[tuple[Party, ...], str | None]:
        """The parties that speak, and the source's words when none could be told."""
        if attribution.source is None or attribution.source_head is None:
            return (), None
        doc = self._doc
        head = attribution.source_head
        first, last = attribution.source
        inside = first <= head.i < last
        begin = doc[first].idx if inside else head.left_edge.idx
        end = doc[last - 1].idx + len(doc[last - 1]) if inside else head.idx + len(head)
        best = self._over(head.idx, head.idx + len(head)) or self._first_in(begin, end)
        if best is not None:
            parties = [p.in_role("speaker") for p in best.parties]
            return tuple(parties), None
        return (), doc.text[begin:end]

    def _over(self, start: int, end: int) -> Mention | None:
        """The longest mention over the given characters."""
        at = bisect_left(self._starts, end)
        found: Mention | None = None
        for mention in self._mentions[max(0, at - 12) : at]:
            if mention.end > start and (found is None or mention.end - mention.start > found.end - found.start):
                found = mention
        return found

    def _first_in(self, start: int, end: int) -> Mention | None:
        at = bisect_left(self._starts, start)
        if at < len(self._mentions) and self._mentions[at].start < end:
            mention = self._mentions[at]
            return mention if mention.kind == "person" else None
        return None
