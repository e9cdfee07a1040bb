"""Who "the government", "the rebels" or "the group" are in an article, where no state or name stands with them."""

from __future__ import annotations

from collections import Counter

from parley.knowledge import Entity, slug
from parley.model.party import Party
from parley.reading.names.context import Context, entity_party, state_party
from parley.reading.names.descriptions import Description
from parley.reading.names.spotting import Spot
from parley.reading.names.vocabulary import GOVERNING, UNNAMED_BODIES

# A state in the title counts as much as one named so many times in the text.
TITLE_WEIGHT = 3


class Bodies:
    """The states and groups of one article, counted.

    `home_states` counts the states with their groups: in news of a rebellion "the government" is the one rebelled
    against. `titled` are the known people the title names in full.
    """

    def __init__(self, spots: dict[int, tuple[Spot, int]], title_spots: list[Spot]) -> None:
        self._spots = spots
        entities = [s.entity for spot, _ in spots.values() for s in spot.senses if s.entity]
        self.states = Counter(e.name for e in entities if e.kind == "state")
        self._groups: Counter[Entity] = Counter(e for e in entities if e.kind == "group")
        countries = Counter(e.country for e in entities if e.kind == "group")
        # A group counts for its country twice.
        self.home_states = self.states + Counter({c: 2 * n for c, n in countries.items() if c})
        self.titled: list[str] = []
        for spot in title_spots:
            state = next((s.entity.name for s in spot.senses if s.entity and s.entity.kind == "state"), None)
            self.titled += [spot.text] if spot.named("person") and " " in spot.text else []
            if state is not None:
                self.home_states[state] += TITLE_WEIGHT

    def of(self, d: Description, context: Context, led: str | None) -> tuple[Party, ...]:
        """Who "the government" or "the rebels" are in this article: its state, its armed group, else just rebels.

        `led` is the state of the leader named after "the government of".
        """
        if d.words in GOVERNING:
            state = led or _state_at_war(context) or self._home()
            return (state_party(state),) if state else ()
        if d.words in UNNAMED_BODIES:
            named = (self._spots[i][0].named("group") for i in sorted(self._spots, reverse=True) if i < d.first)
            one = (sense.entity for sense in named if sense and sense.entity)
            last = next((entity for entity in one if not entity.name.endswith(("factions", "groups", "tribes"))), None)
            return (entity_party(last),) if last else ()
        groups = [e.parties[0] for e in context.before(d.first) if e.parties and e.parties[0].kind == "group"]
        if groups:
            return (groups[0],)
        if self._groups:
            return (entity_party(self._groups.most_common(1)[0][0]),)
        return (Party(name=d.words, id=f"group:{slug(d.words)}", kind="group", country=self._home()),)

    def _home(self) -> str | None:
        """The state the article is about, if it is about one: that of the groups it names, else the one named most."""
        ranked = self.home_states.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]


def _state_at_war(context: Context) -> str | None:
    """The one state among the sides, where the other is an armed group."""
    states = [party.name for party in context.conflict.main if party.kind == "state"]
    return states[0] if len(states) == 1 else None
