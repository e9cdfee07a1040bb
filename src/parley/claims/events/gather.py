"""Claims of the notable events of an article, those told several times as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.claims.attach import place_of, time_of
from parley.claims.events.find import FoundEvent, find_events
from parley.claims.meetings.parties import of_heads
from parley.model.claim import EventClaim, Status
from parley.model.party import Party, Place
from parley.model.reading import Reading
from parley.model.span import Evidence
from parley.model.when import When
from parley.syntax.evidence import sentence_evidence

if TYPE_CHECKING:
    from spacy.tokens import Token

MAKER = "parley.events/1"
# Deeds, which a place or a day makes notable; words (support, demands, threats ...) need somebody they are said to.
DEEDS = frozenset("ASSAULT COERCE MOBILIZE SANCTION PROTEST AID COOPERATE RETREAT CONCEDE".split())
# An event further from the main assertion of its sentence is background; it is claimed if both sides are known.
NEAR = 4.0
# Evidence shown for one event: the most telling sentences first.
MAX_EVIDENCE = 5


@dataclass(slots=True)
class _Draft:
    code: str
    mode: str | None
    status: Status
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    place: Place | None
    when: When | None
    attributed_to: str | None
    evidence: list[Evidence] = field(default_factory=list)

    def same_event(self, other: _Draft) -> bool:
        """Whether another draft tells of the same event: nothing it says differs."""
        return (
            self.code == other.code
            and self.status == other.status
            and _agree(self.sources, other.sources)
            and _agree(self.targets, other.targets)
            and (not self.when or not other.when or not self.when.edtf or self.when.edtf == other.when.edtf)
            and (not self.place or not other.place or self.place.name == other.place.name)
        )

    def take_in(self, other: _Draft) -> None:
        """Adds what another draft of the same event knows more."""
        self.mode = self.mode or other.mode
        self.targets = self.targets or other.targets
        self.place = self.place or other.place
        if self.when is None or self.when.edtf is None:
            self.when = other.when or self.when
        self.attributed_to = self.attributed_to if other.attributed_to else None
        self.evidence += [e for e in other.evidence if e not in self.evidence]


def _agree(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    return not one or not other or {p.id for p in one} == {p.id for p in other}


def event_claims(reading: Reading) -> Iterator[EventClaim]:
    """The notable events of an article, in the order of the text."""
    merged: dict[tuple[str, Status, tuple[str, ...]], list[_Draft]] = {}
    order: list[_Draft] = []
    for draft in _drafts(reading):
        group = merged.setdefault((draft.code, draft.status, tuple(sorted(p.id for p in draft.sources))), [])
        same = [d for d in group if d.same_event(draft)]
        if len(same) == 1:
            same[0].take_in(draft)
        elif not same:
            group.append(draft)
            order.append(draft)
    for draft in order:
        yield _claim(reading, draft)


def _claim(reading: Reading, draft: _Draft) -> EventClaim:
    participants = [p.in_role("source") for p in draft.sources] + [p.in_role("target") for p in draft.targets]
    return EventClaim(
        article=reading.article.id,
        code=draft.code,
        mode=draft.mode,
        status=draft.status,
        participants=tuple(participants),
        place=draft.place,
        when=draft.when,
        attributed_to=draft.attributed_to,
        evidence=tuple(draft.evidence[:MAX_EVIDENCE]),
        maker=MAKER,
    )


def _drafts(reading: Reading) -> Iterator[_Draft]:
    for sentence in reading.sentences():
        for event in find_events(sentence):
            if event.status in ("happened", "planned") and (draft := _draft(reading, event)):
                yield draft


def _draft(reading: Reading, event: FoundEvent) -> _Draft | None:
    sources = of_heads(reading, event.sources)
    if not sources:
        return None
    ids = {party.id for party in sources}
    targets = tuple(p for p in of_heads(reading, event.targets) if p.id not in ids)
    place = _place(reading, event.targets) or place_of(reading, event.trigger)
    time = time_of(reading, event.trigger)
    if not targets and (event.weak or event.rule_code not in DEEDS or not (place or (time and time.edtf))):
        return None
    if event.cost > NEAR and not (targets or (event.rule_code in DEEDS and time and time.edtf)):
        return None
    return _Draft(
        code=event.rule_code,
        mode=event.rule_mode,
        status=event.status,
        sources=sources,
        targets=targets,
        place=place,
        when=time.as_when() if time else None,
        attributed_to=_said_by(reading, event.trigger),
        evidence=[sentence_evidence(reading.article.text, event.trigger)],
    )


def _place(reading: Reading, heads: Iterable[Token]) -> Place | None:
    """The place that is itself the target: "the annexation of Crimea"."""
    for head in heads:
        mention = reading.mention_at(head)
        if mention is not None and mention.place is not None and mention.kind == "place":
            return mention.place
    return None


def _said_by(reading: Reading, token: Token) -> str | None:
    """Who says so, when the event is told within somebody's words."""
    for quote in reading.quotes:
        if any(start <= token.idx < end for start, end in quote.content):
            return quote.speakers[0].name if quote.speakers else quote.speaker_text
    return None
