"""Which measure belongs to which agreement or meeting, and what an outcome is the outcome of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from parley.model.claim import MeasureClaim
from parley.model.record import AgreementEntry, Entry, MeasureEntry, MeetingEntry, OutcomeEntry
from parley.record.contradictions import dispute_handshake
from parley.record.lookups import NEAR_CHARACTERS, Lookups, sides_of
from parley.record.merging.comparing import distinctive
from parley.record.pointers import nearest_before

E = TypeVar("E", bound=Entry)
# Words that tell of an agreement being made, not of one that was there before.
_REACHING = re.compile(
    r"\b(?:sign(?:ed|ing)?|initial+ed|agreed (?:on|to)|reach(?:ed|ing)?|conclud(?:ed|ing)|adopted|approved|struck"
    r"|sealed|ended (?:[\w-]+ ){0,12}with|emerged with|produced|announced|resulted in)\b"
)
# An agreement told of in these days after a meeting is news of it.
NEWS_DAYS = 3
# News of what came of a measure, in an article that does not name the agreement, is of the one agreed lately.
OUTCOME_WITHIN_DAYS = 400


class Links(Lookups):
    """Looks up what entries of one record hang together."""

    def meeting(self, entry: MeetingEntry) -> MeetingEntry:
        """The meeting with a dispute over a handshake, where there is one."""
        told = [c for a in entry.articles for c in self._handshakes.get(a, ())]
        if len(told) < 2:
            return entry
        nearest = {}
        for claim_id, claim in told:
            upto = [m for at, m in self._meetings_in.get(claim.article, ()) if at <= claim.evidence[0].end]
            if upto:
                nearest[claim_id] = upto[-1]
        dispute = dispute_handshake(entry, told, nearest)
        return entry.model_copy(update={"disputes": (*entry.disputes, dispute)}) if dispute else entry

    def agreement(self, entry: AgreementEntry) -> AgreementEntry:
        """The agreement with the meeting it was reached at: of the same article and day, named for its place, or news.

        That is, told of beside it for the first time, in words of agreeing ("ended with an agreement to").
        """
        for claim_id in entry.claims:
            claim = self._claims[claim_id]
            for _, meeting_id in self._meetings_in.get(claim.article, ()):
                meeting = self._meetings[meeting_id]
                if meeting.status == "happened" and not meeting.several and _reached_at(entry, meeting):
                    return entry.model_copy(update={"meeting": meeting_id})
        fresh = self._reached_as_told(entry)
        return entry.model_copy(update={"meeting": fresh}) if fresh else entry

    def _reached_as_told(self, entry: AgreementEntry) -> str | None:
        """The meeting that is news where an undated agreement is first told of as signed or reached."""
        claim = self._claims[entry.claims[0]]
        published = self._articles[claim.article].published_on
        words = claim.evidence[0]
        if entry.status != "happened" or published is None or not _REACHING.search(words.text):
            return None
        if entry.days and (published - entry.days.last).days > NEWS_DAYS:
            return None
        near = []
        for start, meeting_id in self._meetings_in.get(claim.article, ()):
            meeting = self._meetings[meeting_id]
            held = meeting.status == "happened" and not meeting.several and meeting.days
            if not held or not nearest_before(held, published, NEWS_DAYS) or not self.may_be_named(entry, meeting):
                continue
            if entry.days and not entry.days.overlaps(held):
                continue
            if abs(start - words.start) <= NEAR_CHARACTERS:
                near.append((abs(start - words.start), meeting_id))
        return min(near, default=(0, None))[1]

    def measure(self, entry: MeasureEntry) -> MeasureEntry:
        """The measure with its agreement by name, else with the meeting its sentence or those before it point at."""
        of_agreement = self.named(entry.agreement, entry.claims)
        of_meeting = self._agreements[of_agreement].meeting if of_agreement else None
        if pointed := (self.pointed_at(entry) if self.is_unnamed(of_agreement) and of_meeting is None else None):
            of_agreement, of_meeting = None, pointed
        elif of_meeting is None and of_agreement is None and is_undertaken(entry):
            of_meeting = self.meeting_named(entry, entry.agreement) or self.told_before(entry)[0]
        found: dict[str, object] = {"of_agreement": of_agreement, "of_meeting": of_meeting}
        if entry.quantity and "quantity" not in {d.field for d in entry.disputes}:
            found["quantity"] = self._agreed_quantity(entry)
        return entry.model_copy(update=found)

    def _agreed_quantity(self, entry: MeasureEntry) -> str | None:
        """The quantity told of what was agreed, not only of what came of it ("exchanged about 200")."""
        told = [
            claim.quantity
            for claim in (self._claims[c] for c in entry.claims)
            if isinstance(claim, MeasureClaim)
            and claim.quantity
            and (claim.article, claim.evidence[0].start) not in self._outcome_sentences
        ]
        if entry.quantity in told:
            return entry.quantity
        return max(told, key=lambda quantity: (told.count(quantity), len(quantity), quantity), default=None)

    def same_measures(self, measures: Sequence[MeasureEntry]) -> list[list[MeasureEntry]]:
        """Agreed measures of one type that turned out to belong to one agreement or meeting, several to a list."""
        groups: dict[tuple[str, str | None], list[MeasureEntry]] = defaultdict(list)
        for measure in measures:
            occasion = self.lasting(measure)
            if occasion and is_undertaken(measure) and measure.type != "other" and not measure.rulings:
                groups[measure.type, occasion].append(measure)
        return [of_one for of_one in groups.values() if len(of_one) > 1]

    def same_outcomes(self, outcomes: Sequence[OutcomeEntry]) -> list[list[OutcomeEntry]]:
        """Outcomes told again of one measure of one agreement or meeting, several to a list; breaches happen anew."""
        groups: dict[tuple[str, str, str], list[OutcomeEntry]] = defaultdict(list)
        for entry in outcomes:
            occasion = self.lasting(entry)
            if occasion and entry.outcome != "violated" and entry.status == "happened" and not entry.rulings:
                groups[occasion, entry.of, entry.outcome].append(entry)
        return [of_one for of_one in groups.values() if len(of_one) > 1]

    def index_measures(self, measures: Sequence[MeasureEntry]) -> None:
        """Takes the measures that outcomes may be of."""
        self._measures = {m.id: m for m in measures}
        self._agreed: dict[str, list[MeasureEntry]] = defaultdict(list)
        for measure in measures:
            if is_undertaken(measure):
                self._agreed[measure.type].append(measure)
        for measure in measures:
            for claim_id in measure.claims:
                claim = self._claims[claim_id]
                place = self._measures_in.setdefault(claim.article, [])
                place.append((claim.evidence[0].start, measure.type, measure.id))

    def outcome(self, entry: OutcomeEntry) -> OutcomeEntry:
        """The outcome with the agreement or meeting it is of, by name, by its sentence or those before it.

        And with the measures of its type that belong there, or that the same article tells of.
        """
        of_agreement = self.named(entry.of, entry.claims)
        of_meeting = self._agreements[of_agreement].meeting if of_agreement else None
        if self.is_unnamed(of_agreement):
            pointed = self.pointed_at(entry) or (None if of_agreement else self.meeting_named(entry, entry.of))
            before = self.told_before(entry) if pointed is None else (pointed, None)
            if any(before):
                of_meeting, of_agreement = before[0], before[1] or (None if before[0] else of_agreement)
        articles = dict.fromkeys(self._claims[c].article for c in entry.claims)
        here = {m for a in articles for _, kind, m in self._measures_in.get(a, ()) if kind == entry.of}
        belonging = {
            m.id
            for m in self._agreed.get(entry.of, ())
            if (of_agreement and m.of_agreement == of_agreement) or (of_meeting and m.of_meeting == of_meeting)
        }
        measures = sorted(belonging or here) or self._measure_before(entry)
        if of_meeting is None and of_agreement is None:
            linked = {self._measures[m].of_meeting for m in measures} - {None}
            of_meeting = linked.pop() if len(linked) == 1 else None
        return entry.model_copy(
            update={"of_agreement": of_agreement, "of_measures": tuple(measures), "of_meeting": of_meeting}
        )

    def _measure_before(self, entry: OutcomeEntry) -> list[str]:
        """The last agreed measure of an outcome's type before it, when no other was agreed shortly before."""
        published = [d for d in (self._articles[a].published_on for a in entry.articles) if d]
        told = entry.days.last if entry.days else min(published, default=None)
        if told is None:
            return []
        before = []
        for measure in self._agreed.get(entry.of, ()):
            meeting = self._meetings.get(measure.of_meeting or "")
            days = measure.days or (meeting.days if meeting else None)
            lately = days and days.first <= told and (told - days.last).days <= OUTCOME_WITHIN_DAYS
            if lately and _may_share(entry, measure):
                before.append(measure.id)
        return before if len(before) == 1 else []


def is_undertaken(entry: MeasureEntry) -> bool:
    """Whether a measure was agreed, or is told as what the sides are now to do ("the sides will withdraw")."""
    return entry.status == "happened" or (
        entry.status == "planned" and entry.force in ("decided", "committed", "intends")
    )


def _reached_at(agreement: AgreementEntry, meeting: MeetingEntry) -> bool:
    place = distinctive(meeting.place.name) if meeting.place else frozenset()
    named = any(distinctive(name) & (place | distinctive(meeting.name)) for name in agreement.names)
    if agreement.days and meeting.days:
        same_day = agreement.days.overlaps(meeting.days) and max(agreement.days.days, meeting.days.days) <= 31
        return same_day and (named or sides_of(agreement) <= sides_of(meeting))
    return named and agreement.days is None and bool(_years_of(agreement) & _years_of(meeting))


def _may_share(entry: OutcomeEntry, measure: MeasureEntry) -> bool:
    return not entry.participants or not measure.participants or bool(sides_of(entry) & sides_of(measure))


def _years_of(entry: Entry) -> set[int]:
    return set(range(entry.days.first.year, entry.days.last.year + 1)) if entry.days else set()
