"""Who met whom most: the people that questions and briefs are suggested about."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from parley.answers.naming import at_table
from parley.model.party import Party
from parley.web.held import Held

# Of a summit of more, hardly two met each other; their pairs would crowd out those who talked.
MOST_AT_TABLE = 6


def met_most(held: Held) -> list[tuple[Party, Party]]:
    """The pairs of people who met or spoke most often, the most often first, the more told of named first."""

    def counted() -> list[tuple[Party, Party]]:
        rank = {key: number for number, key in enumerate(held.parties)}
        found: Counter[tuple[str, str]] = Counter()
        for meeting in held.record.meetings:
            who = sorted({p.id for p in at_table(meeting) if p.kind == "person" and p.id in rank}, key=rank.__getitem__)
            if meeting.status == "happened" and len(who) <= MOST_AT_TABLE:
                found.update(combinations(who, 2))
        ordered = sorted(found, key=lambda pair: (-found[pair], rank[pair[0]], rank[pair[1]]))
        return [(held.parties[one], held.parties[other]) for one, other in ordered]

    return held.memo("met most", counted)
