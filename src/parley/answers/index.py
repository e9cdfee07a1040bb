"""What answers look up in a record: who is called what, which entries each party is in. Built once a record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import overload

from parley.answers.words import fold
from parley.knowledge import default as knowledge
from parley.model.claim import ClaimKind
from parley.model.edtf import Interval
from parley.model.party import Party
from parley.model.record import BaseEntry, Entry, MeetingEntry, Record, StatementEntry

# Names with umlauts are asked for in either spelling: Schröder, Schroeder.
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_PARTICLES = frozenset("al el bin ben ibn van von der den de la abu".split())


class Told(Sequence[Entry]):
    """The entries of a record under some numbers; each is made when it is first looked at."""

    def __init__(self, record: Record, numbers: Sequence[int]) -> None:
        self._record = record
        self.numbers = numbers

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return Told(self._record, self.numbers[index])
        return self._record.numbered(self.numbers[index])

    def __len__(self) -> int:
        return len(self.numbers)

    def of_kind(self, kind: ClaimKind) -> Told:
        """Those of one kind."""
        wanted = self._record.numbers[kind]
        return Told(self._record, [n for n in self.numbers if n in wanted])


@dataclass(slots=True)
class Index:
    """Names and entries of one record.

    `weight` counts in how many entries a party is. The rest holds numbers of entries: `pointing` those of the meetings
    and agreements that a word may point at; `belonging` those of the agreements, measures and outcomes that belong to
    an entry, by its id; `disputed` those with disputes. `news` has, for each entry that was ever news, its number, the
    last day since which it is, and what it ranks by; `told_on` the days of publication of what happened, by number.
    """

    record: Record
    parties: dict[str, Party] = field(default_factory=dict)
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    weight: Counter[str] = field(default_factory=Counter)
    by_party: dict[str, Told] = field(default_factory=dict)
    pointing: dict[str, list[int]] = field(default_factory=dict)
    belonging: dict[str, list[int]] = field(default_factory=dict)
    disputed: list[int] = field(default_factory=list)
    news: list[tuple[int, str, int, str]] = field(default_factory=list)
    told_on: dict[int, list[str]] = field(default_factory=dict)
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
        told = [self.told(p, "meeting") for p in parties]
        if not told:
            return []
        shared = set.intersection(*(set(t.numbers) for t in told))
        found = Told(self.record, sorted(shared))
        return sorted((e for e in found if isinstance(e, MeetingEntry)), key=in_time)

    def statements_of(self, party: Party) -> list[StatementEntry]:
        """What a party said (a state: what its people said), in the order of time."""
        return [
            e
            for e in self.told(party, "statement")
            if isinstance(e, StatementEntry) and any(party.id in keys_of(p) for p in e.parties("speaker"))
        ]

    def told(self, party: Party, kind: ClaimKind) -> Told:
        """The entries of one kind in which a party takes part (a state: its people)."""
        return self.by_party.get(party.id, Told(self.record, ())).of_kind(kind)


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
        if party.last_name == party.name:
            aliases.add(words[0])  # "Abiy": without a family name it is the first that the press repeats
        elif party.last_name != party.name.split()[-1]:
            aliases.add(fold(party.last_name))
    if words[0] == "the":
        aliases.add(" ".join(words[1:]))
    return aliases


def descriptors(entry: BaseEntry) -> set[str]:
    """The words by which a question may point at an entry: its names, its place, its year and month."""
    texts = [getattr(entry, "name", None) or "", *getattr(entry, "names", ())]
    texts.append(entry.place.name if entry.place else "")
    texts.append((entry.place.country or "") if entry.place else "")
    return {word for text in texts for word in fold(text).split()}


def owners_of(entry: BaseEntry) -> set[str]:
    """The ids of the entries that an entry belongs to: an agreement to its meeting, a measure to its agreement."""
    owners = {getattr(entry, name, None) for name in ("meeting", "of_agreement", "of_meeting")}
    return {owner for owner in (*owners, *getattr(entry, "of_measures", ())) if owner}


def in_time(entry: BaseEntry) -> tuple[str, str, str]:
    """Sorts by the first day the time allows, the undated first: they are told as background."""
    days: Interval | None = entry.days
    return (days.first.isoformat(), days.last.isoformat(), entry.id) if days else ("", "", entry.id)
