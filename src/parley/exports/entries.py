"""What the exports of entries share: which ones, in which order, from which days, with which sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from parley.model.claim import ClaimKind
from parley.model.edtf import interval
from parley.model.record import BaseEntry, Entry, Record
from parley.model.span import Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence that shows an entry, with where it stands; `published` is an ISO 8601 day."""

    article: str
    claim: str
    title: str | None
    publisher: str | None
    uri: str
    published: str | None
    evidence: Evidence
    attributed_to: str | None
    maker: str

    @property
    def web_address(self) -> str | None:
        """The address of the article when it has one on the web; a file's name is no address for others."""
        return self.uri if self.uri.startswith(("http://", "https://")) else None


def of_kinds(record: Record, kind: ClaimKind | None, default: Iterable[ClaimKind]) -> Iterator[Entry]:
    """The entries of the kind asked for, else of the kinds a format is for."""
    wanted = {kind} if kind else set(default)
    return (entry for entry in record.entries() if entry.kind in wanted)


def dated(entries: Iterable[Entry]) -> list[Entry]:
    """The entries whose time says at least a year, in the order of time."""
    known = [entry for entry in entries if day_span(entry)]
    return sorted(known, key=lambda entry: (*(day_span(entry) or ()), entry.id))


def day_span(entry: BaseEntry) -> tuple[date, date] | None:
    """First and last day that the entry's time allows; of a time that is open at an end, those of the other end."""
    edtf = entry.when.edtf if entry.when else None
    days = interval(edtf)
    if days and (days.first == date.min or days.last == date.max):
        left, _, right = (edtf or "").partition("/")
        days = interval(right if left in ("", "..") else left)
    return (days.first, days.last) if days and date.min < days.first and days.last < date.max else None


def sources(record: Record, entry: Entry) -> list[Source]:
    """Every sentence that shows an entry, the most telling of each claim, first published first."""
    return [
        Source(
            article.id, claim.id, article.title, article.publisher, article.uri, article.published,
            evidence, claim.attributed_to, claim.maker,
        )
        for article, claim, evidence in record.evidence(entry)
    ]  # fmt: skip


def last_published(record: Record) -> date:
    """The day the newest article came out: what stands in for "now" in files that must be the same each time."""
    latest = record.read_span[1]
    return date.fromisoformat(latest) if latest else date(1970, 1, 1)
