"""Attributions inside attributions: in "Reuters reported that a minister said" the minister speaks, Reuters reports."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.reading import Quotation

# The outer words hold nothing of their own when the inner attribution makes up this share of them.
_PASSED_ON = 0.6
_PRONOUNS = frozenset("he she it they".split())
# Characters of ", the Anadolu news agency reported on Monday" at the end of a sentence.
_REPORTING = 60


class Reports:
    """Which attributions stand inside which others.

    `speaking` tells of each whether a statement comes of it: only such an inner one takes the outer one's place.
    """

    def __init__(self, quotations: Sequence[Quotation], speaking: Sequence[bool], text: str) -> None:
        self._quotations, self._text = quotations, text
        self._outer: dict[int, int] = {}
        self._passing: set[int] = set()
        self._retold: set[int] = set()
        spans = sorted(
            (start, end, number) for number, quotation in enumerate(quotations) for start, end in quotation.content
        )
        cues = sorted((q.cue[0][0], number) for number, q in enumerate(quotations) if q.cue)
        open_spans: list[tuple[int, int, int]] = []
        shares: dict[int, float] = {}
        at = 0
        for cue, number in cues:
            while at < len(spans) and spans[at][0] <= cue:
                open_spans.append(spans[at])
                at += 1
            open_spans = [s for s in open_spans if s[1] > cue]
            around = [s for s in open_spans if s[2] != number and not self.is_told_again(s[2])]
            if around:
                start, end, outer = min(around, key=lambda s: s[1] - s[0])
                self._outer[number] = outer
                told = quotations[number]
                parts = [p for p in (*told.source, *told.cue, *told.content) if start <= p[0] < end]
                inner = max(b for _, b in parts) - min(a for a, _ in parts) if parts else 0
                if speaking[number]:
                    shares[outer] = shares.get(outer, 0.0) + inner / (end - start)
                    small = inner < _PASSED_ON * (end - start)
                    if small and shares[outer] >= _PASSED_ON and not _is_by_person(quotations[outer]):
                        self._passing.add(outer)  # "one side said this, the other that, the agency reports"
                if self.is_told_again(number) or _of_own_words(told, quotations[outer], text):
                    self._retold.add(number)
                elif speaking[number] and inner >= _PASSED_ON * (end - start):
                    around_it = not quotations[outer].cue or told.content[0][0] < quotations[outer].cue[0][0]
                    by_person = _is_by_person(quotations[outer])
                    if by_person and not (_is_by_person(told) and (around_it or told.kind == "direct")):
                        self._retold.add(number)
                    else:
                        self._passing.add(outer)

    def reporter_of(self, number: int) -> str | None:
        """Who in the article reports a statement, None when it is the article itself."""
        outer = self._outer.get(number)
        if outer is None:
            return None
        quotation = self._quotations[outer]
        return quotation.speakers[0].name if quotation.speakers else quotation.speaker_text

    def only_passes_on(self, number: int) -> bool:
        """Whether an attribution's content is little more than somebody else's statement."""
        return number in self._passing

    def is_told_again(self, number: int) -> bool:
        """Whether "according to him" only repeats who speaks in a sentence: "he was ready, according to him"."""
        told = self._quotations[number]
        if not (told.cue and self._text.startswith("according", told.cue[0][0]) and told.source):
            return False
        if self._text[slice(*told.source[0])].lower() not in ("him", "her", "them", "it"):
            return False
        mine = {p.id for p in told.speakers}
        return any(
            other != number
            and mine & {p.id for p in quotation.speakers}
            and any(start <= quotation.cue[0][0] < end for start, end in told.content)
            for other, quotation in enumerate(self._quotations)
            if quotation.cue
        )

    def end_before_reporter(self, number: int, text: str, start: int, end: int) -> int:
        """Where words end that run on into who reports them: "..., TASS reported on Monday"."""
        outer = self._outer.get(number)
        if outer is None:
            return end
        around = self._quotations[outer]
        first = min((a for a, _ in (*around.source, *around.cue) if start < a < end), default=end)
        told = text[start:first].rstrip()
        reporting = any(first <= a < end for a, _ in around.cue)
        if not (reporting and told.endswith(",") and end - first <= _REPORTING):
            return end
        mine = self._quotations[number]
        end = start + len(told) - 1
        if any(start < b and b >= end for _, b in mine.cue):  # "The talks were useful, he said, TASS reported"
            end = min((a for a, _ in (*mine.source, *mine.cue) if a > start), default=end)
            end = start + len(text[start:end].rstrip(" ,"))
        return end

    def is_retold(self, number: int) -> bool:
        """Whether a person tells what a side has let know: the statement is that person's."""
        return number in self._retold


def _of_own_words(told: Quotation, outer: Quotation, text: str) -> bool:
    """Whether somebody says what they themselves said: "the envoy said he had insisted that ..."."""
    same = bool({p.id for p in told.speakers} & {p.id for p in outer.speakers})
    same = same or (not told.speakers and told.speaker_text is not None and told.speaker_text == outer.speaker_text)
    words = told.source[0] if told.source else (0, 0)
    pronoun = text[slice(*words)].lower() in _PRONOUNS and not (
        told.cue and text.startswith("according", told.cue[0][0])
    )
    return same and pronoun and told.kind != "direct"


def _is_by_person(quotation: Quotation) -> bool:
    return any(p.kind == "person" for p in quotation.speakers)
