"""Speech inside speech: 'My neighbour asked, "Is it over?"' within somebody else's quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Attribution
from parley.reading.quotes.cues import cue_range
from parley.reading.quotes.sources import source_of
from parley.syntax.quotation_marks import QuotedStretch
from parley.syntax.speech import cue_lemma, verb_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc

# At least a clause, with its cue close before it.
_WORDS = 3
_REACH = 7
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SENTENCE_ENDS = frozenset(".!?")


def nested_speech(doc: Doc, stretches: list[QuotedStretch]) -> Iterator[Attribution]:
    """Speech inside speech: 'My neighbour asked, "Is it over?"' within somebody else's quotation marks."""
    for stretch in stretches:
        if stretch.depth == 0:
            continue
        inner = doc.char_span(stretch.inner_start, stretch.inner_end, alignment_mode="contract")
        whole = doc.char_span(stretch.start, stretch.end, alignment_mode="expand")
        if inner is None or whole is None or sum(t.is_alpha for t in inner) < _WORDS:
            continue
        for i in range(whole.start - 1, max(-1, whole.start - _REACH), -1):
            token = doc[i]
            cue = verb_cues().get(cue_lemma(token)) if token.tag_ in _FINITE else None
            if cue is not None and "quote" in cue.frames:
                source, head = source_of(token)
                yield Attribution(cue_range(token), source, head, [(inner.start, inner.end)], cue.kind, quoted=True)
                break
            if token.text in _SENTENCE_ENDS:
                break
