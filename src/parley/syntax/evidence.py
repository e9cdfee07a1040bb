"""The stretch of text shown as the evidence of a claim."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from parley.model.span import Evidence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A "sentence" longer than this is a list or a page without full stops: only the surroundings of the word are shown.
LONGEST_EVIDENCE = 1_200


def sentence_evidence(text: str, token: Token) -> Evidence:
    """The sentence a token stands in, without the white space around it."""
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    if end - start > LONGEST_EVIDENCE:
        start = max(start, token.idx - LONGEST_EVIDENCE // 2)
        end = min(end, token.idx + len(token) + LONGEST_EVIDENCE // 2)
    return trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Evidence:
    """The span between two offsets without the white space at its ends; never empty when the text there is not."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence.of(text, start, end)


class SentenceIndex:
    """The sentences of a document by their offsets: evidence in constant time, however long a sentence is."""

    def __init__(self, doc: Doc) -> None:
        self._text = doc.text
        self._starts = [token.idx for token in doc if token.is_sent_start or token.i == 0]

    def evidence(self, token: Token) -> Evidence:
        """The sentence a token stands in, as `sentence_evidence` gives it."""
        at = bisect_right(self._starts, token.idx)
        start = self._starts[at - 1] if at else 0
        end = self._starts[at] if at < len(self._starts) else len(self._text)
        if end - start > LONGEST_EVIDENCE:
            start = max(start, token.idx - LONGEST_EVIDENCE // 2)
            end = min(end, token.idx + len(token) + LONGEST_EVIDENCE // 2)
        return trimmed(self._text, start, end)
