"""Leaders in the place of their states: at a summit of states sat those whom the article names as their heads."""

from __future__ import annotations

from collections.abc import Sequence

from parley import knowledge
from parley.claims.meetings.draft import Draft
from parley.model.party import Party
from parley.model.reading import Reading

# Nouns of meeting at which heads of state or government sit.
_OF_LEADERS = frozenset({"summit"})


def seat_leaders(reading: Reading, meetings: Sequence[Draft]) -> None:
    """Puts, at a summit told of states only, the leaders the article names in the states' places."""
    day = reading.article.published
    if not day:
        return
    named = {p.name: p for m in reading.mentions if m.form == "name" for p in m.parties if p.kind == "person"}
    for meeting in meetings:
        if not meeting.nouns & _OF_LEADERS:
            continue
        states = [p for p in meeting.parties if p.role == "party"]
        if len(states) < 2 or any(p.kind != "state" for p in states):
            continue
        leaders = {p.id: leader for p in states if (leader := _leader(p, day, named)) is not None}
        if len(leaders) == len(states):
            meeting.parties = tuple(leaders.get(p.id, p) for p in meeting.parties)


def _leader(state: Party, day: str, named: dict[str, Party]) -> Party | None:
    name = knowledge.default().leader(state.name, day)
    if name is None:
        return None
    last = knowledge.slug(name).rpartition("-")[2]
    fitting = (p for p in named.values() if p.country == state.name and p.id.rpartition("-")[2] == last)
    return next(fitting, None) or next((p for p in named.values() if p.name == name), None)
