"""Which measure belongs to which agreement or meeting, and what an outcome is the outcome of."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.record import AgreementEntry, Entry, MeasureEntry, MeetingEntry, OutcomeEntry
from parley.record.identity import fold
from parley.record.merging.agreements import text_class
from parley.record.merging.comparing import distinctive, ordinal
from parley.record.views import side_of

E = TypeVar("E", bound=Entry)
# How far back in an article "the talks", "the deal" may point: four or five sentences of news.
NEAR_CHARACTERS = 900
# News of what came of a measure, in an article that does not name the agreement, is of the one agreed lately.
OUTCOME_WITHIN_DAYS = 400


class Links:
    """Looks up what entries of one record hang together."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        claims: Mapping[str, Claim],
        meetings: Sequence[MeetingEntry],
        agreements: Sequence[AgreementEntry],
    ) -> None:
        self._articles = articles
        self._claims = claims
        self._meetings = {m.id: m for m in meetings}
        self._agreements = {a.id: a for a in agreements}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for agreement in agreements:
            for name in agreement.names:
                self._by_name[fold(name)].append(agreement.id)
                for word in distinctive(name):
                    self._by_word[word].append(agreement.id)
        self._meetings_by_word: dict[str, list[str]] = defaultdict(list)
        for meeting in meetings:
            if meeting.status == "happened" and not meeting.several:
                place = distinctive(meeting.place.name) if meeting.place else frozenset()
                for word in distinctive(meeting.name) | place:
                    self._meetings_by_word[word].append(meeting.id)
        self._meetings_in = _positions(meetings, claims)
        self._agreements_in = _positions(agreements, claims)
        self._measures_in: dict[str, list[tuple[int, str, str]]] = {}

    def agreement(self, entry: AgreementEntry) -> AgreementEntry:
        """The agreement with the meeting it was reached at: of the same article and day, or named for its place."""
        for claim_id in entry.claims:
            claim = self._claims[claim_id]
            for _, meeting_id in self._meetings_in.get(claim.article, ()):
                meeting = self._meetings[meeting_id]
                if meeting.status == "happened" and not meeting.several and _reached_at(entry, meeting):
                    return entry.model_copy(update={"meeting": meeting_id})
        return entry

    def measure(self, entry: MeasureEntry) -> MeasureEntry:
        """The measure with its agreement by name, else with the meeting told of shortly before in the article."""
        of_agreement = self._named(entry.agreement, entry.claims)
        of_meeting = self._agreements[of_agreement].meeting if of_agreement else None
        if of_meeting is None and of_agreement is None and entry.status == "happened":
            of_meeting = self._meeting_named(entry, entry.agreement) or self._meeting_before(entry)
        return entry.model_copy(update={"of_agreement": of_agreement, "of_meeting": of_meeting})

    def same_measures(self, measures: Sequence[MeasureEntry]) -> list[list[MeasureEntry]]:
        """Agreed measures of one type that turned out to belong to one agreement or meeting, several to a list."""
        groups: dict[tuple[str, str | None], list[MeasureEntry]] = defaultdict(list)
        for measure in measures:
            occasion = measure.of_agreement or measure.of_meeting
            if occasion and measure.status == "happened" and measure.type != "other" and not measure.rulings:
                groups[measure.type, occasion].append(measure)
        return [of_one for of_one in groups.values() if len(of_one) > 1]

    def index_measures(self, measures: Sequence[MeasureEntry]) -> None:
        """Takes the measures that outcomes may be of."""
        self._measures = {m.id: m for m in measures}
        self._agreed: dict[str, list[MeasureEntry]] = defaultdict(list)
        for measure in measures:
            if measure.status == "happened":
                self._agreed[measure.type].append(measure)
        for measure in measures:
            for claim_id in measure.claims:
                claim = self._claims[claim_id]
                place = self._measures_in.setdefault(claim.article, [])
                place.append((claim.evidence[0].start, measure.type, measure.id))

    def outcome(self, entry: OutcomeEntry) -> OutcomeEntry:
        """The outcome with the agreement it names, the measures of its type in the same article, and their meeting."""
        of_agreement = self._named(entry.of, entry.claims)
        articles = dict.fromkeys(self._claims[c].article for c in entry.claims)
        measures = sorted({m for a in articles for _, kind, m in self._measures_in.get(a, ()) if kind == entry.of})
        measures = measures or self._measure_before(entry)
        of_meeting = (
            self._meeting_named(entry, entry.of) if of_agreement is None else self._agreements[of_agreement].meeting
        )
        if of_meeting is None and of_agreement is None:
            linked = {self._measures[m].of_meeting for m in measures} - {None}
            of_meeting = linked.pop() if len(linked) == 1 else self._meeting_before(entry)
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

    def _named(self, name: str | None, claims: Sequence[str]) -> str | None:
        """The agreement of a name: the same words, else those that tell it apart; the one of the same article first."""
        if not name:
            return None
        found = self._by_name.get(fold(name)) or [
            agreement_id
            for agreement_id in dict.fromkeys(a for word in distinctive(name) for a in self._by_word.get(word, ()))
            if any(
                text_class(other) == text_class(name) and ordinal(other) == ordinal(name)
                for other in self._agreements[agreement_id].names
            )
        ]
        articles = {self._claims[c].article for c in claims}
        here = [a for a in found if articles & set(self._agreements[a].articles)]
        if not distinctive(name):
            found = here  # "the ceasefire deal" is the one of this article
        return min(here or found, key=lambda a: (-len(self._agreements[a].claims), a), default=None)

    def _meeting_named(self, entry: MeasureEntry | OutcomeEntry, name: str | None) -> str | None:
        """The meeting a name points at: that of the same article, else the only one; for an outcome the last before."""
        words = distinctive(name)
        fitting = [
            m
            for m in dict.fromkeys(m for word in words for m in self._meetings_by_word.get(word, ()))
            if _years(words) <= ({str(d.first.year)} if (d := self._meetings[m].days) else set())
        ]
        here = [m for m in fitting if set(self._meetings[m].articles) & set(entry.articles)]
        for candidates in (here, fitting):
            if len(candidates) == 1:
                return candidates[0]
        if not isinstance(entry, OutcomeEntry):
            return None
        told = max((self._articles[a].published or "" for a in entry.articles), default="")
        before = [(d.last.isoformat(), m) for m in here or fitting if (d := self._meetings[m].days)]
        return max((b for b in before if b[0] <= told), default=("", None))[1]

    def _meeting_before(self, entry: MeasureEntry | OutcomeEntry) -> str | None:
        for claim_id in entry.claims:
            claim = self._claims[claim_id]
            told = self._meetings_in.get(claim.article, [])
            upto = bisect_right(told, (claim.evidence[0].end, "~"))
            for start, meeting_id in reversed(told[:upto]):
                meeting = self._meetings[meeting_id]
                if claim.evidence[0].start - start > NEAR_CHARACTERS:
                    break
                if meeting.status == "happened" and not meeting.several and _may_be_of(entry, meeting):
                    return meeting_id
        return None


def _positions(entries: Sequence[E], claims: Mapping[str, Claim]) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entry in entries:
        for claim_id in entry.claims:
            claim = claims[claim_id]
            found[claim.article] += [(evidence.start, entry.id) for evidence in claim.evidence]
    return {article: sorted(positions) for article, positions in found.items()}


def _reached_at(agreement: AgreementEntry, meeting: MeetingEntry) -> bool:
    place = distinctive(meeting.place.name) if meeting.place else frozenset()
    named = any(distinctive(name) & (place | distinctive(meeting.name)) for name in agreement.names)
    if agreement.days and meeting.days:
        same_day = agreement.days.overlaps(meeting.days) and max(agreement.days.days, meeting.days.days) <= 31
        return same_day and (named or _sides(agreement) <= _sides(meeting))
    return named and agreement.days is None and bool(_years_of(agreement) & _years_of(meeting))


def _may_be_of(entry: MeasureEntry | OutcomeEntry, meeting: MeetingEntry) -> bool:
    if entry.days and meeting.days and entry.days.last < meeting.days.first:
        return False
    return not entry.participants or bool(_sides(entry) & _sides(meeting))


def _may_share(entry: OutcomeEntry, measure: MeasureEntry) -> bool:
    return not entry.participants or not measure.participants or bool(_sides(entry) & _sides(measure))


def _sides(entry: Entry) -> set[str]:
    return {side_of(p) for p in entry.participants}


def _years(words: frozenset[str]) -> set[str]:
    return {w for w in words if w.isdigit() and len(w) == 4}


def _years_of(entry: Entry) -> set[int]:
    return set(range(entry.days.first.year, entry.days.last.year + 1)) if entry.days else set()
