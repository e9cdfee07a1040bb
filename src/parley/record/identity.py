"""One party from many spellings: which ids of the claims mean the same person, state, organisation or group."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from parley.knowledge import default
from parley.knowledge.tables import fold_words as fold
from parley.model.claim import Claim
from parley.model.party import Party

# Endings and letters in which transliterations of one name differ (Zelensky, Zelenskyy, Zelenskiy; Medvedyev,
# Medvedev; Hussein, Husein). Applied in order to both names before comparing, so what they make is never shown.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"(?:iy|yy|ij|yi|ii|y|i)$", "y"),
    (r"(?:eff|ev|yev|ew)$", "ev"),
    (r"ye", "e"),
    (r"kh", "h"),
    (r"(?:ou|oo)", "u"),
    (r"(.)\1", r"\1"),
)
_TITLES = frozenset("mr mrs ms dr sir lord dame president prime minister general gen col lt king queen prince".split())
_PARTICLES = frozenset("al el bin ibn de la van von der den di da dos du abu".split())


@lru_cache(maxsize=65536)
def name_key(name: str) -> tuple[str, ...]:
    """The parts of a person's name in a spelling that transliterations share; titles left out."""
    parts = [p for p in fold(name).split() if p not in _TITLES]
    return tuple(_spelling(p) for p in parts if len(p) > 1 or len(parts) > 1)


def _spelling(part: str) -> str:
    for pattern, replacement in _SPELLINGS:
        part = re.sub(pattern, replacement, part)
    return part


class Identities:
    """Which party each mentioned party is, over all claims.

    A person named by surname alone is the one fully named person with that surname in the same article, else the only
    one in the record; with two to choose from it stays apart. Two full names are one when first and last part agree.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._parties: dict[str, Counter[Party]] = defaultdict(Counter)
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        self._in_article: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for party in claim.participants:
                self._parties[party.id][_without_role(party)] += 1
                self._in_article[claim.article].add(party.id)
        self._shown = {party_id: _under_usual_name(_best(counted)) for party_id, counted in self._parties.items()}
        self._canonical = self._merge_full_names()
        self._index_surnames()
        self._resolved: dict[tuple[str, str], str] = {}
        self._made: dict[tuple[Party, str], Party] = {}

    def of(self, party: Party, article: str) -> Party:
        """The party under its one id and name, keeping its role and the office of this mention."""
        key = (party.id, article)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(party, article)
        resolved = self._resolved[key]
        made = self._made.get((party, resolved))
        if made is None:
            shown = self._shown[resolved]
            made = self._made[party, resolved] = party.model_copy(
                update={
                    "id": shown.id,
                    "name": shown.name,
                    "kind": shown.kind,
                    "country": shown.country or party.country,
                    "office": party.office or shown.office,
                }
            )
        return made

    def _resolve(self, party: Party, article: str) -> str:
        own = self._canonical[party.id]
        key = name_key(self._shown[own].name)
        if self._shown[own].kind != "person" or len(key) != 1:
            return own
        named = self._by_surname.get(key[0], set())
        here = {self._canonical[i] for i in self._in_article[article]} & named
        for candidates in (here, named):
            fitting = [c for c in candidates if _same_country(self._shown[c], party)]
            if len(fitting) == 1:
                return fitting[0]
        return own

    def _merge_full_names(self) -> dict[str, str]:
        groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
        canonical = {}
        for party_id in sorted(self._shown):
            party = self._shown[party_id]
            canonical[party_id] = party_id
            if party.kind == "person":
                key = name_key(party.name)
                if len(key) >= 2:
                    groups[("person", *sorted((key[0], key[-1])))].append(party_id)  # either name may come first
            else:
                groups[(party.kind, fold(party.name))].append(party_id)
        for same in groups.values():
            countries = {self._shown[i].country for i in same if self._shown[i].country}
            if len(countries) > 1:
                continue  # namesakes of two countries stay two
            chosen = max(same, key=lambda i: (bool(self._shown[i].office), self._parties[i].total(), i))
            for party_id in same:
                canonical[party_id] = chosen
        return canonical

    def _index_surnames(self) -> None:
        for party_id in set(self._canonical.values()):
            party = self._shown[party_id]
            key = name_key(party.name)
            if party.kind == "person" and len(key) >= 2:
                surname = key[-2] + " " + key[-1] if key[-2] in _PARTICLES else key[-1]
                self._by_surname[surname].add(party_id)


@lru_cache(maxsize=65536)
def _without_role(party: Party) -> Party:
    return party.in_role("party")


def _best(counted: Counter[Party]) -> Party:
    """The fullest of the ways one id is given: with country, the longest name, the most frequent; ties by name."""
    return max(counted, key=lambda p: (bool(p.country), len(p.name.split()), counted[p], p.name, p.office or ""))


def _under_usual_name(party: Party) -> Party:
    """The party by the name it is known by: each article spells names its own way, the record in one."""
    name = default().name_of(party.id)
    return party.model_copy(update={"name": name}) if name else party


def _same_country(known: Party, party: Party) -> bool:
    return not (known.country and party.country) or known.country == party.country
