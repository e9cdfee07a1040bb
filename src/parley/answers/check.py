"""Follows every citation of every sentence of an answer or brief."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from parley.answers.bearing import unborne_facts
from parley.answers.phrasing import MONTHS, time_in_words
from parley.answers.text import Citation, Sentence, outlet_in_prose, outlet_of
from parley.answers.words import fold
from parley.model.record import Record

# Capitalised words that open sentences or name months: not names of anybody.
_OPENERS = frozenset(
    """a about accounts after an at before for from how in it its no none not on outside record since that
    the their there they this those to until what when where whether which who yes between a further
    meeting meetings call calls first last further ask both most""".split()
) | {month.lower() for month in MONTHS}
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_DATE = re.compile(rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}}|\b(?:19|20)\d\d\b")


class Written(Protocol):
    """An answer or a brief."""

    @property
    def sentences(self) -> tuple[Sentence, ...]: ...
    @property
    def citations(self) -> tuple[Citation, ...]: ...


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a sentence says that its citations do not bear out."""

    sentence: str
    fault: str


def check(record: Record, written: Written) -> tuple[Fault, ...]:
    """The faults of an answer or brief, none when all is borne out.

    Every citation must lead to a sentence that stands in its article word for word; a sentence about entries must have
    one; names and dates in it must be found in the cited sentences or in the entries it tells of; what it says came of
    something, and whether it took place, must be what a cited claim says.
    """
    by_number = {citation.number: citation for citation in written.citations}
    faults = []
    for citation in written.citations:
        article = record.article_by_id.get(citation.article)
        if article is None or article.text[citation.start : citation.end] != citation.text:
            faults.append(Fault(citation.text, f"citation {citation.number} is not in its article"))
    for sentence in written.sentences:
        missing = [n for n in sentence.citations if n not in by_number]
        if missing:
            faults.append(Fault(sentence.text, f"no citation {missing}"))
            continue
        if sentence.entries and not sentence.citations:
            faults.append(Fault(sentence.text, "tells of entries without a citation"))
        if sentence.citations:
            cited = [by_number[n] for n in sentence.citations]
            faults += [
                Fault(sentence.text, f"{what} is in none of its evidence")
                for what in unborne_facts(record, sentence, cited)
            ]
            borne = _borne_out(record, sentence, cited)
            faults += [
                Fault(sentence.text, f"{word} is not in its evidence") for word in _unborne(sentence.text, borne)
            ]
    return tuple(faults)


def _borne_out(record: Record, sentence: Sentence, citations: Iterable[Citation]) -> str:
    """All words that the evidence and the entries of a sentence hold."""
    texts = []
    for citation in citations:
        article = record.article_by_id[citation.article]
        texts += [citation.text, article.publisher or "", article.title or "", article.uri, outlet_in_prose(article)]
    for entry_id in sentence.entries:
        entry = record.entry_by_id.get(entry_id)
        if entry is None:
            continue
        texts += [str(v) for v in entry.model_dump(mode="json").values()]
        texts += [
            time_in_words(v) for v in (entry.when.edtf if entry.when else None, getattr(entry, "said", None)) if v
        ]
        for dispute in entry.disputes:
            texts += [time_in_words(v.value) for v in dispute.values]
            texts += [_outlet(record, c) for v in dispute.values for c in v.claims]
        texts += [e.text for c in entry.claims for e in record.claim_by_id[c].evidence]
        texts += [_outlet(record, c) for c in entry.claims]
    return fold(" ".join(texts))


def _outlet(record: Record, claim_id: str) -> str:
    article = record.article_by_id[record.claim_by_id[claim_id].article]
    return outlet_of(article)


def _unborne(text: str, borne: str) -> list[str]:
    words = set(borne.split())
    found = []
    for match in _CAPITALISED.finditer(text):
        name = fold(match.group())
        if name and name not in _OPENERS and not set(name.split()) <= words:
            found.append(match.group())
    found += [m.group() for m in _DATE.finditer(text) if fold(m.group()) not in borne]
    return found
