"""Between whom an article's talks are, for the sentences that only say "the talks", "the two met", "another round".

An article on one negotiation names its sides once and then speaks of "talks", "the delegations", "a fifth round". A
reader supplies the sides from what the article is about; so does this.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.lexicon import UNNAMED
from parley.claims.meetings.parties import NAMELESS, list_after, list_from, mention_of, parties_of, state_of
from parley.knowledge import slug
from parley.model.party import Party
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

# Weights: sides named together ("between X and Y") tell more than single mentions, the title more than the text.
TOGETHER = 4.0
IN_TITLE = 3.0
OF_PERSON = 0.4
# A country told as a place more often hosts than takes part.
AS_PLACE = 0.2
# A country they meet in counts this much less, unless it is named together with another side.
AS_VENUE = 0.25
# A movement spoken of beside its own state is most often the other side of the war.
AT_HOME = 2.0
# A side must be spoken of this much to count as one of the two the article is about.
LEAST = 2.0
# The same for one that is never named together with another.
LEAST_ALONE = 3.0
# People told this many mentions back may still be "the two".
_BACK = 12

# Bodies that host, mediate and observe; they are a side only when nobody else is.
GO_BETWEENS = frozenset(
    """united-nations un osce african-union european-union eu nato asean arab-league igad ecowas red-cross icrc
    un-security-council security-council iaea vatican holy-see community-of-sant-egidio oas sadc""".split()
)


# Words between two who are named side by side: "A's government and the armed movement B".
_JOINED = 5
# Words around a trigger in which others are looked for: a longer sentence is a list, and time must stay linear.
_WIDE = 80


class Story:
    """What an article says as a whole: its two main sides, and who was spoken of before a word."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft]) -> None:
        self._reading = reading
        between = _go_betweens(reading, drafts)
        self.leaders = _leaders(reading)
        kept = tuple(s for s in reading.sides if s.id not in between)
        self.sides = kept if len(kept) == 2 else _main_sides(reading, drafts, between)

    def pair_before(self, token: Token) -> tuple[tuple[Party, ...], int]:
        """Who "the two" before a token are, and where they were named: two people side by side, else the last two."""
        mentions = self._reading.mentions_in(max(token.sent.start_char - 600, 0), token.idx)[-_BACK:]
        people = [(m.start, m.end, p) for m in mentions for p in m.parties if p.kind == "person"]
        text = self._reading.article.text
        for (_, end, one), (start, stop, other) in zip(reversed(people[:-1]), reversed(people[1:]), strict=False):
            if one.id != other.id and text[end:start].strip(" ,") in ("and", "and the", "and his", "and her"):
                return (one, other), stop
        found: dict[str, Party] = {}
        for _, _, party in reversed(people):
            found.setdefault(party.id, party)
        return (tuple(reversed(list(found.values())[:2])) if len(found) >= 2 else ()), 0

    def together_at(self, token: Token) -> tuple[Party, ...]:
        """Those whom the sentence of a token names side by side, "A and B", where it does so once; else none."""
        sentence = token.sent
        near = token.doc[max(sentence.start, token.i - _WIDE) : min(sentence.end, token.i + _WIDE)]
        told = [who for t in near if t.lower_ == "between" and len(who := list_after(self._reading, t)) >= 2]
        if len(told) == 1 and _may_face(told[0]):
            return told[0]
        inside = [m for m in self._reading.mentions_in(near.start_char, near.end_char) if parties_of(m)]
        text = self._reading.article.text
        found = []
        for one, other in pairwise(inside):
            joined = text[one.end : other.start].split()
            if other.start < one.end or len(joined) > _JOINED or "and" not in joined:
                continue
            span = self._reading.doc.char_span(one.start, one.end, alignment_mode="expand")
            listed = list_from(self._reading, span[0]) if span is not None else ()
            if len(listed) >= 2 and _may_face(listed):
                found.append(listed)
        return found[0] if len(found) == 1 else ()

    def others_than(self, party: Party) -> tuple[Party, ...]:
        """The sides a party talks to: the other one, both for somebody in the middle, the first for anybody else."""
        mine = {party.id, party.name} | ({party.country} if party.kind == "person" else set())
        others = tuple(s for s in self.sides if s.id not in mine and s.name not in mine)
        between = {party.id.partition(":")[2], slug(party.country or "")} & GO_BETWEENS
        return others if between else others[:1]

    def named_side(self, nameless: Party) -> Party:
        """The movement that "the rebels" are, where the article is about one movement only; else the same party."""
        groups = [s for s in self.sides if s.kind == "group"]
        rebels = nameless.name.split()[-1] in _REBELS
        return groups[0].in_role(nameless.role) if rebels and len(groups) == 1 else nameless


def _may_face(parties: tuple[Party, ...]) -> bool:
    """Whether those named side by side can be the sides of a meeting: not two who mediate, not two of one state."""
    if all(p.id.partition(":")[2] in GO_BETWEENS or p.kind == "organisation" for p in parties):
        return False
    return len({p.country or p.id if p.kind == "person" else p.id for p in parties}) >= 2 or all(
        p.kind == "person" for p in parties
    )


_REBELS = frozenset("rebels separatists insurgents guerrillas militants".split())


# What an article says of a state that only brings others together.
_MEDIATES = re.compile(
    r"(?P<name>[A-Z]\w+(?: [A-Z]\w+)?),? (?:(?:has|have|had|is|was) )?(?:(?:served|serving|acted|acting) )?as "
    r"(?:a |the )?(?:facilitator|mediator|intermediary|go-between)"
    r"|(?:mediated|facilitated|brokered) by (?:the )?(?P<agent>[A-Z]\w+(?: [A-Z]\w+)?)"
)


def _go_betweens(reading: Reading, drafts: Iterable[Draft]) -> set[str]:
    """The states that the article says mediate, and that no meeting names as a side."""
    seated = {p.id for d in drafts if len(d.attendees) >= 2 for p in d.attendees}
    known = knowledge.default()
    states = {known.state(m["name"] or m["agent"]) for m in _MEDIATES.finditer(reading.article.text)}
    return {f"state:{slug(s)}" for s in states if s} - seated


# What those are called who stand for a side and meet their like, and what those are who go between them.
_LEADING = frozenset("leader president premier general commander chief prime pm".split())
_SERVING = frozenset(
    "envoy representative spokesman spokeswoman spokesperson adviser mediator secretary special".split()
)


def _leaders(reading: Reading) -> tuple[Party, ...]:
    """Those the article calls leaders, where they are two: whom it means by "the two leaders"."""
    found: dict[str, Party] = {}
    for mention in reading.mentions:
        words = {word.lower() for word in mention.text.split()}
        if mention.form == "name" and len(mention.parties) == 1 and words & _LEADING and not words & _SERVING:
            party = mention.parties[0]
            if party.kind == "person" and slug(party.country or "") not in GO_BETWEENS:
                found.setdefault(party.id, party)
    return tuple(found.values()) if len(found) == 2 else ()


def _main_sides(reading: Reading, drafts: Iterable[Draft], between: set[str]) -> tuple[Party, ...]:
    weights: dict[str, float] = defaultdict(float)
    together_with: set[str] = set()
    known: dict[str, Party] = {}

    def count(parties: Iterable[Party], weight: float) -> None:
        for party in parties:
            if party.kind in ("state", "group", "organisation"):
                known.setdefault(party.id, party.in_role("party"))
                weights[party.id] += weight / 8 if party.id.partition(":")[2] in GO_BETWEENS else weight
            elif party.country:
                state = state_of(party)
                known.setdefault(state.id, state)
                weights[state.id] += OF_PERSON * weight

    for mention in reading.mentions:
        if not reading.is_boilerplate(mention.start, mention.end):
            count(parties_of(mention), AS_PLACE if mention.kind == "place" else 1.0)
    for token in reading.doc:
        if token.lower_ in UNNAMED and (nameless := mention_of(reading, token)) is not None:
            count((p for p in nameless.parties if p.id in NAMELESS), 1.0)
        if token.lower_ == "between":
            together = list_after(reading, token)
            if len(together) >= 2:
                count(together, TOGETHER)
                together_with.update(p.id for p in together)
    venues = {d.place.country for d in drafts if d.place is not None}
    between = between | {p.id for d in drafts for p in d.parties if p.role != "party"}
    for draft in drafts:
        if len(draft.attendees) == 2:
            count(draft.attendees, TOGETHER)
            together_with.update(p.id for p in draft.attendees)
    title = (reading.article.title or "").lower()
    for party in list(known.values()):
        if party.name.lower() in title and f" in {party.name.lower()}" not in title:
            weights[party.id] += IN_TITLE
            together_with.add(party.id)
        if party.kind == "group" and "-led" not in party.name and f"state:{slug(party.country or '')}" in weights:
            weights[party.id] += AT_HOME
            weights[f"state:{slug(party.country or '')}"] += AT_HOME / 2
            together_with |= {party.id, f"state:{slug(party.country or '')}"}
        if party.id in between:
            weights[party.id] /= 8
        elif party.name in venues and party.id not in together_with:
            weights[party.id] *= AS_VENUE
    ranked = sorted(weights, key=lambda i: (known[i].kind == "organisation", -weights[i]))
    best = [known[i] for i in ranked[:2] if weights[i] >= (LEAST if i in together_with else LEAST_ALONE)]
    return tuple(best) if len(best) == 2 else ()
