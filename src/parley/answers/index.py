"""What answers look up in a record: who is called what, which entries each party is in. Built once a record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from parley.answers.words import fold
from parley.knowledge import default as knowledge
from parley.model.edtf import Interval
from parley.model.party import Party
from parley.model.record import BaseEntry, Entry, MeetingEntry, Record, StatementEntry

# Names with umlauts are asked for in either spelling: Schröder, Schroeder.
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_PARTICLES = frozenset("al el bin ben ibn van von der den de la abu".split())


@dataclass(slots=True)
class Index:
    """Names and entries of one record. `weight` counts in how many entries a party is."""

    parties: dict[str, Party] = field(default_factory=dict)
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    weight: Counter[str] = field(default_factory=Counter)
    by_party: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    words: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def named(self, alias: str) -> Party | None:
        """The party called so, the most often told of several; None when nobody is."""
        ids = self.aliases.get(alias)
        return self.parties[max(ids, key=lambda i: (self.weight[i], i))] if ids else None

    def state(self, word: str, *, capitals: bool = True) -> Party | None:
        """The state that a folded demonym or capital stands for, when it is in the record."""
        name, is_capital = _state_words().get(word, (None, False))
        if is_capital and not capitals:
            return None
        party = state_named(name) if name else None
        return self.parties.get(party.id, party if party.id in self.by_party else None) if party else None

    def find(self, name: str) -> Party | None:
        """The party a name stands for, by any of its words when the whole name is unknown ("President Putin")."""
        folded = fold(name)
        return (
            self.named(folded)
            or self.state(folded)
            or next((p for w in reversed(folded.split()) if (p := self.named(w))), None)
        )

    def meetings_of(self, parties: Iterable[Party]) -> list[MeetingEntry]:
        """The meetings that all of the parties were at, in the order of time."""
        found = [e for e in self._common(parties) if isinstance(e, MeetingEntry)]
        return sorted(found, key=in_time)

    def statements_of(self, party: Party) -> list[StatementEntry]:
        """What a party said (a state: what its people said), in the order of time."""
        return [
            e
            for e in self.by_party.get(party.id, ())
            if isinstance(e, StatementEntry) and any(party.id in keys_of(p) for p in e.parties("speaker"))
        ]

    def _common(self, parties: Iterable[Party]) -> list[Entry]:
        lists = [self.by_party.get(p.id, []) for p in parties]
        if not lists:
            return []
        shared = set.intersection(*({e.id for e in entries} for entries in lists))
        return [e for e in min(lists, key=len) if e.id in shared]


@lru_cache(maxsize=8)
def index_of(record: Record) -> Index:
    """The index of a record."""
    index = Index()
    for entry in record.entries():
        for key in dict.fromkeys(k for p in entry.participants for k in keys_of(p)):
            index.by_party[key].append(entry)
            index.weight[key] += 1
        for party in entry.participants:
            if party.id not in index.parties:
                index.parties[party.id] = party.in_role("party")
            if party.country and (state := state_named(party.country)).id not in index.parties:
                index.parties.setdefault(state.id, state)
        index.words |= set(descriptors(entry))
        if entry.place:
            index.places |= set(fold(f"{entry.place.name} {entry.place.country or ''}").split())
    for party in list(index.parties.values()):
        for alias in aliases_of(party):
            index.aliases[alias].add(party.id)
    return index


@lru_cache(maxsize=1)
def _state_words() -> dict[str, tuple[str, bool]]:
    """The words that stand for states, folded, and whether they are capitals: names, adjectives, peoples, capitals."""
    words: dict[str, tuple[str, bool]] = {}
    for state in knowledge().states.values():
        for word in (state.name, *state.aliases, *state.adjectives, *state.people):
            words.setdefault(fold(word), (state.name, False))
        for word in state.capitals:
            words.setdefault(fold(word), (state.name, True))
    return words


def keys_of(party: Party) -> tuple[str, ...]:
    """The ids under which an entry with this party is found: its own and its state's."""
    if party.kind == "person" and party.country:
        return (party.id, state_named(party.country).id)
    return (party.id,)


@lru_cache(maxsize=4096)
def state_named(name: str) -> Party:
    """A state as a party."""
    return Party(name=name, id=f"state:{fold(name).replace(' ', '-')}", kind="state", country=name)


def aliases_of(party: Party) -> set[str]:
    """What a party may be called in a question, folded: the full name, the surname, the name without "the"."""
    words = fold(party.name).split()
    if not words:
        return set()
    aliases = {" ".join(words)}
    spelled_out = party.name.casefold().translate(_UMLAUTS)
    if spelled_out != party.name.casefold():
        aliases |= {fold(spelled_out), fold(spelled_out).split()[-1]}
    if party.kind == "person" and len(words) > 1:
        aliases.add(words[-1])
        aliases.add(f"{words[0]} {words[-1]}")
        if words[-2] in _PARTICLES:
            aliases.add(" ".join(words[-2:]))
    if words[0] == "the":
        aliases.add(" ".join(words[1:]))
    return aliases


def descriptors(entry: BaseEntry) -> set[str]:
    """The words by which a question may point at an entry: its names, its place, its year and month."""
    texts = [getattr(entry, "name", None) or "", *getattr(entry, "names", ())]
    texts.append(entry.place.name if entry.place else "")
    texts.append((entry.place.country or "") if entry.place else "")
    return {word for text in texts for word in fold(text).split()}


def in_time(entry: BaseEntry) -> tuple[str, str, str]:
    """Sorts by the first day the time allows, the undated first: they are told as background."""
    days: Interval | None = entry.days
    return (days.first.isoformat(), days.last.isoformat(), entry.id) if days else ("", "", entry.id)
