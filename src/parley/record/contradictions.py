"""Disputes beyond one field of one entry: who sat at the table, whether they shook hands, what came of one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.edtf import Interval
from parley.model.record import Dispute, DisputedValue, MeetingEntry, OutcomeEntry
from parley.record.views import AnyView

# Reports of what came of something contradict each other when they are of the same days.
SAME_TIME_DAYS = 2
_HANDSHAKE = re.compile(r"\b(?:sh(?:ake|akes|ook|aken|aking)\s+(?:\w+\s+){0,2}hands?|handshakes?)\b", re.IGNORECASE)
_NO_HANDSHAKE = re.compile(
    r"\b(?:no|not|n['’]t|never|without|refus\w+|declin\w+|avoid\w+|failed to|denied)\b[^.;]{0,40}"
    r"\b(?:shak\w+\s+(?:\w+\s+){0,2}hands?|shook|handshakes?)",
    re.IGNORECASE,
)
_KEPT = frozenset({"carried_out"})
_BROKEN = frozenset({"violated", "not_carried_out", "collapsed"})


def dispute_people(views: Sequence[AnyView]) -> Dispute | None:
    """A dispute where two claims seat different people of one side, none of them in both."""
    seats: dict[str, dict[frozenset[str], list[AnyView]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for view in views:
        if view.claim.status != "happened":
            continue
        for side, people in view.people.items():
            seated = frozenset(p.id for p in view.parties if p.id in people and p.role in ("party", "signatory"))
            if seated:
                seats[side][seated].append(view)
            names |= {p.id: p.name for p in view.parties}
    for _, of_side in sorted(seats.items()):
        apart = [pair for pair in combinations(sorted(of_side, key=sorted), 2) if not pair[0] & pair[1]]
        values = {people: of_side[people] for pair in apart for people in pair}
        if values:
            return _dispute("participants", {", ".join(sorted(names[i] for i in v)): values[v] for v in values})
    return None


def dispute_handshake(
    entry: MeetingEntry, claims: Sequence[tuple[str, Claim]], nearest: Mapping[str, str]
) -> Dispute | None:
    """A dispute where sentences on a meeting say that hands were shaken and others that they were not.

    Args:
        entry: the meeting.
        claims: the claims of its articles, with their ids.
        nearest: for each claim, the meeting that its article tells of last before it.
    """
    said: dict[str, list[str]] = defaultdict(list)
    for claim_id, claim in claims:
        words = claim.evidence[0].text
        if _HANDSHAKE.search(words) and (claim_id in entry.claims or nearest.get(claim_id) == entry.id):
            said["they did not shake hands" if _NO_HANDSHAKE.search(words) else "they shook hands"].append(claim_id)
    if len(said) < 2:
        return None
    values = (DisputedValue(value=value, claims=tuple(sorted(set(said[value])))) for value in sorted(said))
    return Dispute(field="handshake", values=tuple(values))


def mentions_handshake(claim: Claim) -> bool:
    """Whether a claim's sentence tells of a handshake or of none."""
    return bool(_HANDSHAKE.search(claim.evidence[0].text))


def dispute_outcomes(
    outcomes: Sequence[OutcomeEntry], articles: Mapping[str, Article], claims: Mapping[str, Claim]
) -> list[OutcomeEntry]:
    """The outcomes, with a dispute where one thing is said to have been kept and broken in the same days.

    A sentence does not contradict itself: "pulled out of several towns but have not left" tells of a part each.
    """
    groups: dict[tuple[str, ...], list[OutcomeEntry]] = defaultdict(list)
    for entry in outcomes:
        thing = entry.of_measures[:1] or (entry.of_agreement or entry.of_meeting or "",)
        if thing[0] and entry.status == "happened":
            groups[(*thing, entry.of)].append(entry)
    disputed: dict[str, Dispute] = {}
    for of_one in groups.values():
        for one, other in combinations(of_one, 2):
            kinds = {one.outcome, other.outcome}
            if not (kinds & _KEPT and kinds & _BROKEN) or not _same_time(one, other, articles):
                continue
            both = _sentences(one, claims) & _sentences(other, claims)
            sides = [
                (e.outcome, tuple(c for c in e.claims if _sentence(claims[c]) not in both))
                for e in sorted((one, other), key=_by_result)
            ]
            if not all(told for _, told in sides):
                continue
            values = tuple(DisputedValue(value=value, claims=told) for value, told in sides)
            for entry in (one, other):
                disputed.setdefault(entry.id, Dispute(field="outcome", values=values))
    return [
        e.model_copy(update={"disputes": (*e.disputes, disputed[e.id])}) if e.id in disputed else e for e in outcomes
    ]


def _sentences(entry: OutcomeEntry, claims: Mapping[str, Claim]) -> set[tuple[str, str]]:
    return {_sentence(claims[c]) for c in entry.claims}


def _sentence(claim: Claim) -> tuple[str, str]:
    """The article and the words of a claim's sentence, the same where an article tells it twice."""
    return claim.article, claim.evidence[0].text


def _by_result(entry: OutcomeEntry) -> tuple[str, str]:
    return (entry.outcome, entry.id)


def _same_time(one: OutcomeEntry, other: OutcomeEntry, articles: Mapping[str, Article]) -> bool:
    spans = [_span(e, articles) for e in (one, other)]
    first, second = spans
    return first is not None and second is not None and first.gap(second) <= SAME_TIME_DAYS


def _span(entry: OutcomeEntry, articles: Mapping[str, Article]) -> Interval | None:
    """The days of an outcome: as told, else the day its first article came out and the one before."""
    if entry.days:
        return entry.days
    published: list[date] = [day for a in entry.articles if (day := articles[a].published_on)]
    return Interval(min(published) - timedelta(days=1), min(published)) if published else None


def _dispute(field: str, sides: Mapping[str, Sequence[AnyView]]) -> Dispute:
    values = (DisputedValue(value=value, claims=tuple(v.id for v in sides[value])) for value in sorted(sides))
    return Dispute(field=field, values=tuple(values))
