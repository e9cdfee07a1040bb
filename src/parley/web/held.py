"""The record as it is served: derived once, kept in memory, made anew when the store has changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from threading import Lock
from typing import Any, TypeVar

from parley.answers.disputing import reference
from parley.answers.index import Index
from parley.answers.indexing import index_of
from parley.answers.words import fold
from parley.deriving import derived
from parley.model.party import Party, Place
from parley.model.protocols import Store
from parley.model.record import Entry, MeasureEntry, OutcomeEntry, Record
from parley.model.ruling import Ruling, RulingAction
from parley.record import Deriver, make_ruling
from parley.taking import Taken

T = TypeVar("T")
Changes = Sequence[tuple[str | None, str | None]]
# Things worked out for pages; counts of some thousand parties are the most of them.
_MOST_KEPT = 20_000
# Names of processes that a form offers.
_MOST_PROCESSES = 40


@dataclass(frozen=True, eq=False)
class Held:
    """A record with what pages look up in it; each worked out when first asked for."""

    record: Record
    store: Store
    before: dict[int, tuple[Entry, str]] = field(default_factory=dict, repr=False)
    """What `searchable` of an earlier state of the record had; entries that did not change are the same objects."""
    _memo: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def memo(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once a record; all is forgotten when it is much."""
        if key not in self._memo:
            if len(self._memo) >= _MOST_KEPT:
                self._memo.clear()
            self._memo[key] = make()
        found: T = self._memo[key]
        return found

    @property
    def index(self) -> Index:
        """Names and the entries of each party."""
        return index_of(self.record)

    @cached_property
    def measures_of(self) -> dict[str, list[MeasureEntry]]:
        """The measures of each agreement or meeting, by its id."""
        found: dict[str, list[MeasureEntry]] = defaultdict(list)
        for measure in self.record.measures:
            for owner in {measure.of_agreement, measure.of_meeting} - {None}:
                found[str(owner)].append(measure)
        return dict(found)

    @cached_property
    def outcomes_of(self) -> dict[str, list[OutcomeEntry]]:
        """What came of each agreement, measure or meeting, by its id."""
        found: dict[str, list[OutcomeEntry]] = defaultdict(list)
        for outcome in self.record.outcomes:
            for thing in {outcome.of_agreement, outcome.of_meeting, *outcome.of_measures} - {None}:
                found[str(thing)].append(outcome)
        return dict(found)

    @cached_property
    def former_ids(self) -> dict[str, Entry]:
        """The entry of every id it may have had: ids are made of the first claim, and any was first once, or alone."""
        entries = self.record.entries()
        return {f"{e.kind}-{sha256(c.encode()).hexdigest()[:12]}": e for e in entries for c in e.claims}

    @cached_property
    def claims_of(self) -> dict[str, list[str]]:
        """The ids of the claims of each article that are in an entry."""
        found: dict[str, list[str]] = defaultdict(list)
        for claim_id, claim in self.record.claim_by_id.items():
            if claim_id in self.record.entry_by_claim:
                found[claim.article].append(claim_id)
        return dict(found)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Who takes part anywhere, the most told of first."""
        index = self.index
        known = {i: p for i, p in index.parties.items() if index.by_party.get(i)}
        return dict(sorted(known.items(), key=lambda item: (-index.weight[item[0]], item[1].name)))

    @cached_property
    def places(self) -> dict[str, tuple[Place, list[Entry]]]:
        """The places by key, each with what happened there, the most told of first."""
        found: dict[str, tuple[Place, list[Entry]]] = {}
        for entry in self.record.entries():
            if entry.place:
                found.setdefault(place_key(entry.place), (entry.place, []))[1].append(entry)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1][1]), item[0])))

    @cached_property
    def processes(self) -> list[str]:
        """What rounds of talks are called, the most common first: by these words lists are narrowed to a process."""
        named = Counter(m.name for m in self.record.meetings if m.name and m.name[:1].isupper())
        return [name for name, _ in named.most_common(_MOST_PROCESSES)]

    @cached_property
    def searchable(self) -> list[tuple[Entry, str]]:
        """Every entry with its words, folded: what it is called, who took part, the sentences that show it."""
        known = self.before
        found = []
        for entry in self.record.entries():
            same = known.get(id(entry))
            found.append(same if same and same[0] is entry else (entry, fold(self._words(entry))))
        return found

    def _words(self, entry: Entry) -> str:
        shown = [evidence.text for _, _, evidence in self.record.evidence(entry)]
        called = [getattr(entry, "name", None) or "", *getattr(entry, "names", ())]
        return " ".join([reference(entry), *called, *(p.name for p in entry.participants), *shown])


def place_key(place: Place) -> str:
    """`paris-france`: a place in an address."""
    named = place.name if place.country in (None, place.name) else f"{place.name} {place.country}"
    return fold(named).replace(" ", "-") or "unnamed"


class Keeper:
    """Gives the record of a store as it is now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._deriver = Deriver()
        self._version: str | None = None
        self._held: Held | None = None

    def now(self) -> Held:
        """The record; derived anew only when the store has changed since the last call."""
        with self._lock:
            version = self._store.version()
            if self._held is None or version != self._version:
                before = self._held.__dict__.get("searchable", ()) if self._held else ()
                record = derived(self._store, deriver=self._deriver)
                self._held = Held(record, self._store, {id(found[0]): found for found in before})
                self._version = version
            return self._held

    def rule(self, action: RulingAction, ids: Sequence[str], by: str, why: str, changes: Changes = ()) -> list[Ruling]:
        """Adds a ruling, or for `correct` one for each field that changes, all or none.

        Raises:
            RulingError: an id nobody knows, or an action that lacks what it needs.
        """
        record = self.now().record
        made = [
            make_ruling(record, action, ids, by=by, why=why, field=field, value=value)
            for field, value in (changes or [(None, None)])
        ]
        for ruling in made:
            self._store.add_ruling(ruling)
        return made

    def take(self, add: Callable[[Store], Taken]) -> Taken:
        """Adds to the store what `add` adds."""
        return add(self._store)
