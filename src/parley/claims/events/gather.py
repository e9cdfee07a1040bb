"""Claims of the notable events of an article, those told several times as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.claims.attach import place_of, time_of
from parley.claims.events.find import FoundEvent, find_events
from parley.claims.meetings.parties import of_heads
from parley.knowledge.tables import slug
from parley.model.claim import AgreementClaim, Claim, EventClaim, MeasureClaim, MeetingClaim, Status
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
# How many quotations that begin before a word may still run over it.
NESTED = 6
# Evidence shown for one event: the most telling sentences first.
MAX_EVIDENCE = 5
# Longer "speakers" that nobody could identify are datelines and slips.
LONGEST_SPEAKER = 60
# Steps up the parse.
MAX_STEPS = 30
# Earlier events of the same kind and source that a new one is compared with; keeps long lists linear.
MOST_ALIKE = 40


@dataclass(slots=True)
class _Draft:
    code: str
    mode: str | None
    deed: str
    status: Status
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    place: Place | None
    when: When | None
    attributed_to: str | None
    evidence: list[Evidence] = field(default_factory=list)

    def same_event(self, other: _Draft) -> bool:
        """Whether another draft of the same deed and source tells of the same event.

        Nothing it says differs, and the target, the place or the day is the same.
        """
        comparisons = (
            _compare({p.id for p in self.targets}, {p.id for p in other.targets}),
            _compare(self.place and self.place.name, other.place and other.place.name),
            _compare(self.when and self.when.edtf, other.when and other.when.edtf),
        )
        return False not in comparisons and True in comparisons

    def take_in(self, other: _Draft) -> None:
        """Adds what another draft of the same event knows more."""
        self.mode = self.mode or other.mode
        self.targets = self.targets or other.targets
        self.place = self.place or other.place
        if self.when is None or self.when.edtf is None:
            self.when = other.when or self.when
        self.attributed_to = self.attributed_to if other.attributed_to else None
        if len(self.evidence) < MAX_EVIDENCE:
            self.evidence += [e for e in other.evidence if e not in self.evidence]


def _compare(one: object, other: object) -> bool | None:
    """Whether two values are the same; None when either is not known."""
    return one == other if one and other else None


def event_claims(reading: Reading, found: Sequence[Claim]) -> Iterator[EventClaim]:
    """The notable events of an article, in the order of the text.

    What is claimed as a meeting or an agreement already is left out.
    """
    merged: dict[tuple[str, str, Status, tuple[str, ...]], list[_Draft]] = {}
    order: list[_Draft] = []
    for draft in _drafts(reading, _claimed_already(found)):
        sources = tuple(sorted(p.id for p in draft.sources))
        group = merged.setdefault((draft.code, draft.deed, draft.status, sources), [])
        same = [d for d in group[-MOST_ALIKE:] if d.same_event(draft)]
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


def _claimed_already(found: Sequence[Claim]) -> dict[str, set[int]]:
    """Where the sentences begin that show meetings and agreements, by the type of event that would repeat them."""
    starts: dict[str, set[int]] = {"CONSULT": set(), "SUPPORT": set(), "AGREE": set()}
    for claim in found:
        if isinstance(claim, MeetingClaim):
            starts["CONSULT"].update(e.start for e in claim.evidence)
        elif isinstance(claim, AgreementClaim | MeasureClaim):
            for code in ("SUPPORT", "AGREE"):
                starts[code].update(e.start for e in claim.evidence)
    return starts


def _drafts(reading: Reading, claimed: dict[str, set[int]]) -> Iterator[_Draft]:
    for sentence in reading.sentences():
        kept: dict[tuple[str, Status, tuple[str, ...]], _Draft] = {}
        for event in find_events(sentence):
            if event.status not in ("happened", "planned") or not (draft := _draft(reading, event)):
                continue
            here = draft.evidence[0]
            if any(here.start <= start < here.end for start in claimed.get(draft.code, ())):
                continue
            # "killed in an Israeli raid": one event, told by verb and noun
            key = (draft.code, draft.status, tuple(p.id for p in draft.sources))
            if key in kept and _compare(kept[key].targets, draft.targets) is not False:
                kept[key].take_in(draft)
            else:
                kept[key if key not in kept else (*key[:2], (*key[2], str(len(kept))))] = draft
        yield from kept.values()


def _draft(reading: Reading, event: FoundEvent) -> _Draft | None:
    sources = of_heads(reading, event.sources)
    if not sources:
        return None
    ids = {party.id for party in sources}
    targets = tuple(p for p in of_heads(reading, event.targets) if p.id not in ids)
    acted_on = _place(reading, event.targets)
    if not targets and acted_on is not None and event.rule_code == "ASSAULT":
        targets = tuple(p for p in _state_of(acted_on) if p.id not in ids)
    place = acted_on or place_of(reading, event.trigger)
    time = time_of(reading, event.trigger)
    if event.weak or not _has_verb(event.trigger):
        return None
    if not targets and (event.rule_code not in DEEDS or not (place or (time and time.edtf))):
        return None
    if event.cost > NEAR and not (targets or (event.rule_code in DEEDS and time and time.edtf)):
        return None
    return _Draft(
        code=event.rule_code,
        mode=event.rule_mode,
        deed=event.deed,
        status=event.status,
        sources=sources,
        targets=targets,
        place=place,
        when=time.as_when() if time else None,
        attributed_to=_said_by(reading, event.trigger),
        evidence=[sentence_evidence(reading.article.text, event.trigger)],
    )


def _has_verb(token: Token) -> bool:
    """Whether a word is a verb or below one; what is told without a verb is a heading."""
    current = token
    for _ in range(MAX_STEPS):
        if current.pos_ in ("VERB", "AUX"):
            return True
        if current.head.i == current.i:
            return False
        current = current.head
    return False


def _state_of(place: Place) -> tuple[Party, ...]:
    """The state a place belongs to, as the one an attack on it is aimed at."""
    if place.country is None:
        return ()
    return (Party(name=place.country, id=f"state:{slug(place.country)}", kind="state", country=place.country),)


def _place(reading: Reading, heads: Iterable[Token]) -> Place | None:
    """The place that is itself the target: "the annexation of Crimea"."""
    for head in heads:
        for mention in reading.mentions_under(head):
            if mention.place is not None and mention.kind == "place":
                return mention.place
    return None


def _said_by(reading: Reading, token: Token) -> str | None:
    """Who says so, when the event is told within somebody's words."""
    last = bisect_right(reading.quotes, token.idx, key=lambda q: q.content[0][0] if q.content else 0)
    for quote in reversed(reading.quotes[max(0, last - NESTED) : last]):
        if any(start <= token.idx < end for start, end in quote.content):
            if quote.speakers:
                return quote.speakers[0].name
            words = quote.speaker_text
            return words if words and len(words) <= LONGEST_SPEAKER and "(" not in words else None
    return None
