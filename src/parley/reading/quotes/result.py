"""Working attributions -> `Quotation`, in characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from parley.model.reading import Offsets, Quotation
from parley.reading.quotes.attribution import Attribution, Range
from parley.reading.quotes.speakers import SpeakerIndex
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Trailing marks that belong to what is said: closing brackets, percent and currency signs, sentence ends in quotes.
_TAIL = frozenset(")]%€£$°”’\"'»")
_OPENERS = frozenset("([{$€£")
_QUOTE_MARKS = frozenset('"“”„«»‹›')


def as_quotation(doc: Doc, attribution: Attribution, speakers: SpeakerIndex) -> Quotation | None:
    """The attribution in the reading's form; None when no word of content is left."""
    content = tuple(o for r in attribution.content if (o := offsets(doc, r, keep_ends=attribution.quoted)))
    if not content:
        return None
    source = offsets(doc, attribution.source) if attribution.source else None
    cue = offsets(doc, attribution.cue)
    if cue is None and attribution.cue[0] < attribution.cue[1]:  # a colon
        first, last = doc[attribution.cue[0]], doc[attribution.cue[1] - 1]
        cue = (first.idx, last.idx + len(last))
    parties, words = speakers.of(attribution)
    return Quotation(
        source=(source,) if source else (),
        cue=(cue,) if cue else (),
        content=content,
        kind=_kind(doc, attribution, content),
        speakers=parties,
        speaker_text=words,
    )


def _kind(doc: Doc, attribution: Attribution, content: tuple[Offsets, ...]) -> Literal["direct", "mixed", "indirect"]:
    if attribution.quoted:
        return "direct"
    text = text_of(doc)
    return "mixed" if any(m in text[first:last] for first, last in content for m in _QUOTE_MARKS) else "indirect"


def offsets(doc: Doc, span: Range, keep_ends: bool = False) -> Offsets | None:
    """The characters of a range of tokens, blanks and (unless kept) stray punctuation at its ends left out."""
    first, last = span
    last = min(last, len(doc))
    while first < last and _drops(doc[first], keep_ends) and doc[first].text[0] not in _OPENERS:
        first += 1
    while last > first and _drops(doc[last - 1], keep_ends) and doc[last - 1].text[-1] not in _TAIL:
        last -= 1
    if first >= last or not any(t.is_alpha or t.like_num for t in doc[first:last]):
        return None
    end = doc[last - 1]
    return doc[first].idx, end.idx + len(end)


def _drops(token: Token, keep_ends: bool) -> bool:
    return token.is_space or (not keep_ends and token.is_punct and token.text not in _QUOTE_MARKS)
