"""The record: what all claims together say, as entries, each with all its evidence."""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from parley.model.article import Article
from parley.model.claim import Claim, ClaimKind, Force, Form, MeasureType, OutcomeKind, Stance, Status
from parley.model.edtf import Interval, interval
from parley.model.party import Party, Place
from parley.model.ruling import Ruling
from parley.model.span import Evidence
from parley.model.stored import Stored, StoredArticles
from parley.model.when import When

# What an unnamed meeting is called that was held beside a larger one.
SEPARATE_MEETING = "separate meeting"
HistoryWhat = Literal["proposed", "announced", "confirmed", "moved", "held", "cancelled"]


class DisputedValue(BaseModel):
    """One side of a dispute: the value and the claims that give it."""

    model_config = ConfigDict(frozen=True)

    value: str
    claims: tuple[str, ...]


class Dispute(BaseModel):
    """Claims about one entry that cannot all be true, side by side. `field` is what they disagree on."""

    model_config = ConfigDict(frozen=True)

    field: str
    values: tuple[DisputedValue, ...]


class HistoryStep(BaseModel):
    """How an entry became known: on `published` some claims first said it was `what`."""

    model_config = ConfigDict(frozen=True)

    published: str | None
    what: HistoryWhat
    claims: tuple[str, ...]


class BaseEntry(BaseModel):
    """What every kind of entry has.

    `claims` are ids, the first published first; `articles` the ids of theirs; `independent_sources` counts copies of
    one text, and repeats by one publisher, once. `when` and `place` are the most precise that nothing contradicts; the
    offsets of `when` count in the article of `when_claim`. `confirmed` tells that a ruling confirmed the entry.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    kind: ClaimKind
    status: Status = "happened"
    participants: tuple[Party, ...] = ()
    place: Place | None = None
    when: When | None = None
    when_claim: str | None = None
    attributed_to: str | None = None
    history: tuple[HistoryStep, ...] = ()
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    independent_sources: int = 1
    disputes: tuple[Dispute, ...] = ()
    confirmed: bool = False
    rulings: tuple[str, ...] = ()

    @property
    def days(self) -> Interval | None:
        """First and last day the time allows, None when undated."""
        return interval(self.when.edtf) if self.when else None

    def parties(self, *roles: str) -> tuple[Party, ...]:
        """The participants, of all or of those in the given roles."""
        return tuple(p for p in self.participants if not roles or p.role in roles)


class MeetingEntry(BaseEntry):
    """A meeting or call. `several` tells of a plural ("numerous meetings") that is no single occasion."""

    kind: Literal["meeting"] = "meeting"
    name: str | None = None
    form: Form = "unknown"
    several: bool = False


class AgreementEntry(BaseEntry):
    """An agreement. `names` are all it was called by; `meeting` is the entry at which it was reached, where known."""

    kind: Literal["agreement"] = "agreement"
    name: str
    names: tuple[str, ...] = ()
    stage: str | None = None
    meeting: str | None = None


class MeasureEntry(BaseEntry):
    """A measure. `of_agreement` and `of_meeting` are the entries it belongs to, where known."""

    kind: Literal["measure"] = "measure"
    type: MeasureType
    agreement: str | None = None
    force: Force | None = None
    quantity: str | None = None
    object: str | None = None
    deadline: str | None = None
    of_agreement: str | None = None
    of_meeting: str | None = None


class OutcomeEntry(BaseEntry):
    """What came of something; `of_agreement`, `of_measures` and `of_meeting` are the entries it tells about."""

    kind: Literal["outcome"] = "outcome"
    of: str
    outcome: OutcomeKind
    of_agreement: str | None = None
    of_meeting: str | None = None
    of_measures: tuple[str, ...] = ()


class StatementEntry(BaseEntry):
    """Something said; `said` is the day as EDTF: the time told or, without one, the earliest publication."""

    kind: Literal["statement"] = "statement"
    quote: str
    direct: bool
    addressee: str | None = None
    topic: str | None = None
    stance: Stance | None = None
    said: str | None = None


class EventEntry(BaseEntry):
    """A political event by PLOVER type."""

    kind: Literal["event"] = "event"
    code: str
    mode: str | None = None


Entry = MeetingEntry | AgreementEntry | MeasureEntry | OutcomeEntry | StatementEntry | EventEntry


class Position(BaseModel):
    """A party's stance towards a topic at a time, as one statement entry shows it. `said` is EDTF."""

    model_config = ConfigDict(frozen=True)

    party: Party
    topic: str
    stance: Stance
    said: str | None
    statement: str


class Shift(BaseModel):
    """A change of a party's position between two dated statements."""

    model_config = ConfigDict(frozen=True)

    party: Party
    topic: str
    before: Position
    after: Position


@dataclass(frozen=True, eq=False)
class Record:
    """All articles, claims, rulings and the entries derived from them; read-only.

    Made by `parley.record.derive`. Everything is sorted, so that equal contents give equal JSON.
    """

    articles: Sequence[Article] = ()
    claims: Sequence[Claim] = ()
    rulings: tuple[Ruling, ...] = ()
    meetings: Sequence[MeetingEntry] = ()
    agreements: Sequence[AgreementEntry] = ()
    measures: Sequence[MeasureEntry] = ()
    outcomes: Sequence[OutcomeEntry] = ()
    statements: Sequence[StatementEntry] = ()
    events: Sequence[EventEntry] = ()
    positions: Sequence[Position] = ()
    shifts: Sequence[Shift] = ()
    claim_ids: tuple[str, ...] = ()
    """The ids of `claims`, worked out once since each is a hash; worked out anew where left empty."""
    deriver: Callable[[Iterable[Article], Mapping[str, Claim], Sequence[Ruling]], Record] | None = field(
        default=None, repr=False
    )
    """What made the record of its claims, for making one of fewer."""
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False)
    """What others work out about the record once."""

    def entries(self) -> Iterator[Entry]:
        """All entries, kind by kind."""
        for entries in self._by_kind.values():
            yield from entries

    def as_of(self, day: str, claims: Iterable[str] | None = None) -> Record:
        """What the articles published by a day (ISO 8601) said, as a record; of certain claims only, where given.

        Articles without a date of publication are left out. Needs a record that was derived, not put together by hand.
        """
        assert self.deriver is not None
        articles = {i: self.article_by_id[i] for i, p in self.published.items() if p and p <= day}
        chosen = self.claim_by_id if claims is None else dict.fromkeys(claims)
        kept = {c: claim for c in chosen if (claim := self.claim_by_id[c]).article in articles}
        return self.deriver(articles.values(), kept, self.rulings)

    @cached_property
    def article_by_id(self) -> Mapping[str, Article]:
        """Articles by id."""
        if isinstance(self.articles, Stored):
            return self.articles.by_id
        return {article.id: article for article in self.articles}

    @cached_property
    def published(self) -> Mapping[str, str | None]:
        """The day on which each article was published, by id."""
        if isinstance(self.articles, StoredArticles):
            return self.articles.published
        return {article.id: article.published for article in self.articles}

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """Claims by id."""
        if isinstance(self.claims, Stored):
            return self.claims.by_id
        ids = self.claim_ids or tuple(claim.id for claim in self.claims)
        return dict(zip(ids, self.claims, strict=True))

    @cached_property
    def _by_kind(self) -> dict[ClaimKind, Sequence[Any]]:
        return {
            "meeting": self.meetings,
            "agreement": self.agreements,
            "measure": self.measures,
            "outcome": self.outcomes,
            "statement": self.statements,
            "event": self.events,
        }

    @cached_property
    def entry_by_id(self) -> Mapping[str, Entry]:
        """Entries by id."""
        kinds = list(self._by_kind.values())
        if any(isinstance(entries, Stored) for entries in kinds):
            return ChainMap(*(e.by_id for e in kinds if isinstance(e, Stored)))  # type: ignore[arg-type]
        return {entry.id: entry for entry in self.entries()}

    @cached_property
    def numbers(self) -> dict[ClaimKind, range]:
        """The numbers of the entries of each kind, in the order of `entries`."""
        found: dict[ClaimKind, range] = {}
        start = 0
        for kind, entries in self._by_kind.items():
            found[kind] = range(start, start + len(entries))
            start += len(entries)
        return found

    def numbered(self, number: int) -> Entry:
        """The entry of a number, in the order of `entries`."""
        for kind, numbers in self.numbers.items():
            if number < numbers.stop:
                entry: Entry = self._by_kind[kind][number - numbers.start]
                return entry
        raise IndexError(number)

    @cached_property
    def entry_by_claim(self) -> dict[str, Entry]:
        """The entry each claim is in, by claim id."""
        return {claim: entry for entry in self.entries() for claim in entry.claims}

    def evidence(self, entry: Entry) -> list[tuple[Article, Claim, Evidence]]:
        """The sentences of an entry with their articles, the most telling of each claim, first published first."""
        claims = [self.claim_by_id[claim_id] for claim_id in entry.claims]
        return [(self.article_by_id[c.article], c, c.evidence[0]) for c in claims]

    def find(self, some_id: str) -> Entry | None:
        """The entry of this id, the one that holds the claim of this id, or the only one whose id begins so."""
        exact = self.entry_by_id.get(some_id) or self.entry_by_claim.get(some_id)
        if exact or len(some_id) < 4:
            return exact
        begun = [entry for entry_id, entry in self.entry_by_id.items() if entry_id.startswith(some_id)]
        return begun[0] if len(begun) == 1 else None

    @cached_property
    def read_span(self) -> tuple[str | None, str | None]:
        """Earliest and latest publication among the articles, None where no article has a date."""
        dates = sorted(day for day in self.published.values() if day)
        return (dates[0], dates[-1]) if dates else (None, None)

    def to_json(self) -> dict[str, Any]:
        """The record in the shape of the export contract; the same bytes whatever the order of reading."""
        listed: dict[str, Any] = {
            "articles": [a.model_dump(mode="json") for a in self.articles],
            "claims": [c.to_json() for c in self.claims],
            "rulings": [r.to_json() for r in self.rulings],
        }
        for name in ("meetings", "agreements", "measures", "outcomes", "statements", "events", "positions", "shifts"):
            listed[name] = [item.model_dump(mode="json") for item in getattr(self, name)]
        return listed

    def to_json_text(self) -> str:
        """`to_json` written out with sorted keys."""
        return json.dumps(self.to_json(), sort_keys=True, ensure_ascii=False, indent=1)
