"""Whose conflict or negotiation an article is about: its two sides, as told by the words they stand among.

The sides are those of whom it says "between A and B", "A and B agreed", "A accused B", "talks with B", "B rebels"; a
state that only hosts, mediates or lends its name to a place ("the Qatari capital", "in Amman, Jordan") is none.

`Reading.sides` carries what is found here, for all that need to know who "the two sides" are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from parley.knowledge import slug
from parley.model.party import Party

if TYPE_CHECKING:
    from spacy.tokens import Doc

# What each sign is worth. One explicit pair outweighs everything that is said of a host.
PAIR, ACTING_TOGETHER, OPPOSITE, FIGHTING, RULING, PLAIN = 4.0, 3.0, 2.0, 1.5, 1.5, 0.25
# Two who stand less together than this are not taken for the sides of anything.
LEAST = 2.0
# A report names its sides at its beginning; below it come background and, on pages, other headlines.
BEGINNING, IN_BEGINNING = 0.33, 1.5
# How many tokens a pair is spread over ("between Yemen's internationally recognized government and the Houthis").
PAIR_REACH = 14
_NEAR = 4
# In a long article of a rebellion the government is spoken of all the time; from some point on it tells no more.
_RULERS_COUNTED = 3

AGAINST = frozenset("with against".split())
TALKING = frozenset(
    """talks talk negotiations negotiation negotiate negotiating dialogue war fight fighting fought conflict ceasefire
    truce agreement accord deal peace clashes clash clashed border treaty dispute summit meeting exchange""".split()
)
BLAMING = frozenset({"accused", "accuses", "accuse", "blamed", "blames"})
DOING = frozenset(
    """agree agreed agreeing sign signed fight fought exchange exchanged accuse accused negotiate negotiated resume
    resumed clash clashed blame blamed reach reached traded trade declared announced have are were return returned
    hold held began begun begin started start met meet""".split()
)
FIGHTERS = frozenset(
    """rebels rebel fighters guerrillas guerrilla insurgents insurgency militants separatists forces troops
    negotiators delegation""".split()
)
RULERS = frozenset("government governments authorities army military regime".split())
# A state before or after one of these stands for a place, a host or a helper.
PLACES = frozenset("capital city town village resort port island embassy soil territory airport mediators".split())
HELPING = frozenset("mediated brokered hosted led facilitated sponsored backed supported".split())
LOCATIVE = frozenset("in at from near to across outside inside".split())
# States whose armed groups fight another state.
NOT_FOUGHT_AT_HOME = frozenset({"Palestine", "Lebanon"})
# Bodies that host, mediate and observe.
GO_BETWEENS = frozenset(
    """united-nations un osce african-union european-union eu nato asean arab-league igad ecowas red-cross icrc
    un-security-council security-council iaea vatican holy-see community-of-sant-egidio oas sadc""".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A state, organisation or armed group named at the tokens `first` to `end`; `place` where only its land is."""

    first: int
    end: int
    party: Party
    place: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of an article, the more told of first, none where the words do not show them.

    `paired` are the ids of all who stand against or beside somebody anywhere in it.
    """

    main: tuple[Party, ...] = ()
    paired: frozenset[str] = frozenset()


def find_sides(doc: Doc, named: Sequence[Named]) -> Sides:
    """The sides of the conflict or negotiation an article is about."""
    return _Finder(doc, named).sides()


class _Finder:
    def __init__(self, doc: Doc, named: Sequence[Named]) -> None:
        self._lower = [token.lower_ for token in doc]
        self._doc = doc
        self._named = sorted((n for n in named if _may_be_side(n.party)), key=lambda n: n.first)
        self._weights: defaultdict[str, float] = defaultdict(float)
        self._pairs: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._known = {n.party.id: n.party for n in self._named}

    def sides(self) -> Sides:
        acting = [n for n in self._named if not self._is_elsewhere(n)]
        for one, other in pairwise(self._joined(acting)):
            self._weigh_pair(one, other)
        for n in acting:
            self._weights[n.party.id] += self._weight(n)
        self._weigh_own_states()
        return Sides(self._best(), frozenset(i for pair in self._pairs for i in pair))

    def _joined(self, acting: list[Named]) -> list[Named]:
        """Those named, a name and its letters as one: "the Rapid Support Forces (RSF)"."""
        joined: list[Named] = []
        for n in acting:
            if joined and joined[-1].party.id == n.party.id and self._words(joined[-1].end, n.first) == ["("]:
                joined[-1] = Named(joined[-1].first, n.end + 1, n.party)
            else:
                joined.append(n)
        return joined

    def _is_elsewhere(self, n: Named) -> bool:
        """Whether a state is named for its land or as a helper, not as one who acts."""
        if n.party.kind != "state":
            return False
        before, after = self._words(n.first - 3, n.first), self._words(n.end, n.end + 4)
        if after[:1] == ["-"] and after[1:2] and after[1] in HELPING:
            return True
        if PLACES & set(after[:3]) and not RULERS & set(after[:2]):
            return True
        if "hosted" in before or "mediated" in before or "brokered" in before:
            return True
        ruling = bool(RULERS & set(after))
        dateline = before[-1:] == [","] and (not after or after[0] in (",", "(", "-", "–", "—", "."))
        return n.place or (not ruling and (dateline or (before != [] and before[-1] in LOCATIVE)))

    def _weigh_pair(self, one: Named, other: Named) -> None:
        gap = self._words(one.end, other.first)
        if one.party.id == other.party.id or len(gap) > PAIR_REACH or {".", "\n", ";"} & set(gap):
            return
        between = "between" in self._words(one.first - _NEAR, one.first)
        after = set(self._words(other.end, other.end + _NEAR))
        weight = 0.0
        hyphenated = gap in (["-"], ["–"], ["/"]) and TALKING & set(self._words(other.end, other.end + 3))
        together = "and" in gap and len(gap) <= 2 * _NEAR and after & (DOING | TALKING | FIGHTERS)
        if (between and "and" in gap) or hyphenated:
            weight = PAIR
        elif together or (DOING & set(gap) and AGAINST & set(gap)):
            weight = ACTING_TOGETHER
        elif BLAMING & set(gap) or (TALKING & set(gap) and AGAINST & set(gap)):
            weight = OPPOSITE
        if weight:
            if one.first < len(self._doc) * BEGINNING:
                weight *= IN_BEGINNING
            first, second = sorted((one.party.id, other.party.id))
            self._pairs[first, second] += weight
            self._weights[first] += weight
            self._weights[second] += weight

    def _weight(self, n: Named) -> float:
        before, after = self._words(n.first - _NEAR, n.first), set(self._words(n.end, n.end + 3))
        weight = PLAIN
        if AGAINST & set(before) and TALKING & set(before):
            weight += OPPOSITE
        if n.party.kind == "group" and (after | set(before)) & FIGHTERS:
            weight += FIGHTING
        if n.party.kind == "state" and after & RULERS:
            weight += RULING
        return weight

    def _weigh_own_states(self) -> None:
        """A state against which an armed group of its own stands is a side where its government is spoken of."""
        groups = [p for p in self._known.values() if p.kind == "group" and p.country]
        groups = [p for p in groups if p.country not in NOT_FOUGHT_AT_HOME]
        rulers = sum(self._lower.count(word) for word in ("government", "governments", "army", "sides"))
        for group in groups:
            state = next((p for p in self._known.values() if p.kind == "state" and p.name == group.country), None)
            if state is None:
                state = _state(str(group.country))
                self._known[state.id] = state
            against = max((w for pair, w in self._pairs.items() if group.id in pair), default=0.0)
            if rulers and against < ACTING_TOGETHER and self._weights[group.id] >= 2 * PLAIN:
                first, second = sorted((state.id, group.id))
                weight = 1.0 + min(rulers, _RULERS_COUNTED)
                self._pairs[first, second] += weight
                self._weights[state.id] += weight

    def _best(self) -> tuple[Party, ...]:
        if not self._pairs:
            return ()
        ranked = sorted(self._pairs, key=lambda p: (-self._pairs[p] - sum(self._weights[i] for i in p) / 4, p))
        best = ranked[0]
        if self._pairs[best] < LEAST:
            return ()
        return tuple(self._known[i] for i in sorted(best, key=lambda i: (-self._weights[i], i)))

    def _words(self, first: int, end: int) -> list[str]:
        return self._lower[max(first, 0) : max(end, 0)]


def _may_be_side(party: Party) -> bool:
    if party.kind == "state":
        return True
    return party.kind in ("group", "organisation") and party.id.partition(":")[2] not in GO_BETWEENS


def _state(name: str) -> Party:
    return Party(name=name, id=f"state:{slug(name)}", kind="state", country=name)
