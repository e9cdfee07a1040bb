"""Sentences with citations, and the answers they make."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import urlsplit

from parley.answers.phrasing import day_in_words
from parley.model.article import Article
from parley.model.record import Entry, Record

Verdict = Literal["answered", "not_in_record", "not_understood"]
# No sentence needs more witnesses on the page; the entry lists them all.
MOST_CITATIONS = 3
# A count of many entries is shown by some of them; the data form of the answer names them all.
MOST_OF_MANY = 10


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence of an answer comes from: a sentence of an article, by number."""

    number: int
    claim: str
    article: str
    outlet: str
    published: str | None
    uri: str
    start: int
    end: int
    text: str

    def line(self) -> str:
        """`"Sentence" - Outlet, 13 May 2025`."""
        when = day_in_words(self.published) if self.published else "no date of publication"
        words = " ".join(self.text.split())
        return f"“{words}” – {self.outlet}, {when}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the numbers of its citations and the ids of the entries it tells of.

    A sentence about the record itself (what was read, what is not in it) has none of either.
    """

    text: str
    citations: tuple[int, ...] = ()
    entries: tuple[str, ...] = ()

    def cited(self) -> str:
        """The text with its citations: `They met in Paris. [1][2]`."""
        marks = "".join(f"[{number}]" for number in self.citations)
        return f"{self.text} {marks}" if marks else self.text


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says to a question. `understood` says how the question was read."""

    question: str
    kind: str
    understood: str
    verdict: Verdict
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...] = ()

    def text(self) -> str:
        """The answer as plain text: how it was understood, prose, citations."""
        prose = " ".join(sentence.cited() for sentence in self.sentences)
        parts = [f"({self.understood})", prose, *[f"[{c.number}] {c.line()}" for c in self.citations]]
        return "\n\n".join(parts[:2]) + ("\n\n" + "\n".join(parts[2:]) if self.citations else "")

    def markdown(self) -> str:
        """The answer as Markdown."""
        prose = " ".join(sentence.cited() for sentence in self.sentences)
        notes = "\n".join(f"{c.number}. {c.line()}" for c in self.citations)
        return f"*{self.understood}*\n\n{prose}\n" + (f"\n{notes}\n" if notes else "")

    def to_json(self) -> dict[str, Any]:
        """The answer as data."""
        content: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return content


@dataclass(slots=True)
class Writer:
    """Collects sentences and numbers their citations, each sentence of each article once."""

    record: Record
    sentences: list[Sentence] = field(default_factory=list)
    citations: dict[tuple[str, int, int], Citation] = field(default_factory=dict)
    paragraph: int = 0
    """Where the paragraph begins in which a sentence is not said twice."""

    def say(self, text: str, entries: Iterable[Entry] = (), claims: Sequence[str] = ()) -> None:
        """Adds a sentence that entries, or certain claims of theirs, bear out.

        What was said already of the same entries is left out; a sentence that the paragraph has already gets what bears
        it out a second time, and is not said again.
        """
        if not text:
            return
        entries = list(entries)
        told = tuple(dict.fromkeys(entry.id for entry in entries))
        if any(said.text == text and said.entries == told for said in self.sentences):
            return
        cited = self.cite(entries, claims)
        for number in range(self.paragraph, len(self.sentences)):
            said = self.sentences[number]
            if said.text == text:
                both = tuple(dict.fromkeys((*said.entries, *told)))
                self.sentences[number] = Sentence(text, tuple(sorted({*said.citations, *cited})), both)
                return
        self.sentences.append(Sentence(text, cited, told))

    def cite(self, entries: Iterable[Entry], claims: Sequence[str] = ()) -> tuple[int, ...]:
        """The numbers of the citations for entries: one sentence each in turn, independent ones first."""
        chosen = list(claims) or _witnesses(self.record, list(entries))
        return tuple(sorted(dict.fromkeys(self._number(claim_id) for claim_id in chosen)))

    def _number(self, claim_id: str) -> int:
        claim = self.record.claim_by_id[claim_id]
        article = self.record.article_by_id[claim.article]
        evidence = claim.evidence[0]
        key = (article.id, evidence.start, evidence.end)
        if key not in self.citations:
            self.citations[key] = Citation(
                number=len(self.citations) + 1,
                claim=claim_id,
                article=article.id,
                outlet=outlet_of(article),
                published=article.published,
                uri=article.uri,
                start=evidence.start,
                end=evidence.end,
                text=evidence.text,
            )
        return self.citations[key].number

    def answer(self, question: str, kind: str, understood: str, verdict: Verdict = "answered") -> Answer:
        """What was written, as an answer."""
        return Answer(question, kind, understood, verdict, tuple(self.sentences), tuple(self.citations.values()))


def outlet_of(article: Article) -> str:
    """What a citation calls the source: the publisher, else the host, else the title or the file's name."""
    host = urlsplit(article.uri).hostname
    return article.publisher or host or (f"‘{article.title}’" if article.title else PurePosixPath(article.uri).name)


def outlet_in_prose(article: Article) -> str:
    """What a sentence calls the source: its name, or the day of an article whose publisher is not known."""
    if article.publisher or urlsplit(article.uri).hostname:
        return outlet_of(article)
    return f"an article of {day_in_words(article.published)}" if article.published else "an undated article"


def _telling(record: Record, entry: Entry) -> list[str]:
    """The claims that say what the entry says: of its status, the one its time comes from first, copies last."""
    same = [c for c in entry.claims if record.claim_by_id[c].status == entry.status] or list(entry.claims)
    first = [entry.when_claim] if entry.when_claim in same else []
    ordered = list(dict.fromkeys(c for c in (*first, *same) if c))
    copied = {c for c in ordered if record.article_by_id[record.claim_by_id[c].article].copy_of}
    return sorted(ordered, key=lambda c: c in copied)


def _witnesses(record: Record, entries: Sequence[Entry]) -> list[str]:
    """Claims to cite: for each entry the one its time comes from and the first, then others of other articles."""
    chosen: list[str] = []
    for entry in entries:
        chosen += _telling(record, entry)[: 1 if len(entries) > 1 else 2]
    if len(entries) == 1:
        seen = {record.claim_by_id[c].article for c in chosen}
        for claim_id in _telling(record, entries[0]):
            article = record.claim_by_id[claim_id].article
            if len(chosen) < MOST_CITATIONS and article not in seen and not record.article_by_id[article].copy_of:
                seen.add(article)
                chosen.append(claim_id)
    return list(dict.fromkeys(chosen))[: max(MOST_CITATIONS, min(len(entries), MOST_OF_MANY))]
