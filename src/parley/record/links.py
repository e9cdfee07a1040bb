"""Which measure belongs to which agreement or meeting, and what an outcome is the outcome of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from parley.knowledge import default
from parley.model.article import Article
from parley.model.claim import Claim, MeasureClaim
from parley.model.record import SEPARATE_MEETING, AgreementEntry, Entry, MeasureEntry, MeetingEntry, OutcomeEntry
from parley.record.contradictions import dispute_handshake, mentions_handshake
from parley.record.identity import fold
from parley.record.merging.agreements import text_class
from parley.record.merging.comparing import distinctive, ordinal, proper
from parley.record.pointers import nearest_before, pointers_in
from parley.record.views import side_of

E = TypeVar("E", bound=Entry)
# Words that tell of an agreement being made, not of one that was there before.
_REACHING = re.compile(
    r"\b(?:sign(?:ed|ing)?|initial+ed|agreed (?:on|to)|reach(?:ed|ing)?|conclud(?:ed|ing)|adopted|approved|struck"
    r"|sealed|ended (?:[\w-]+ ){0,12}with|emerged with|produced|announced|resulted in)\b"
)
# An agreement told of in these days after a meeting is news of it.
NEWS_DAYS = 3
# How far back in an article "the talks", "the deal" may point: four or five sentences of news.
NEAR_CHARACTERS = 900
# A deal without a name of its own is another one after so many days without news of it.
LATELY_DAYS = 60
# "Agreed in Minsk": the talks there within about two years; what is told of later is told with its year.
POINTED_WITHIN_DAYS = 800
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
        self._places = {w for c in claims.values() if c.place for w in distinctive(c.place.name)}
        self._outcome_sentences = {(c.article, c.evidence[0].start) for c in claims.values() if c.kind == "outcome"}
        self._handshakes: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        for claim_id, claim in claims.items():
            if mentions_handshake(claim):
                self._handshakes[claim.article].append((claim_id, claim))
        self._measures_in: dict[str, list[tuple[int, str, str]]] = {}

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
            if not held or not nearest_before(held, published, NEWS_DAYS) or not self._may_be_named(entry, meeting):
                continue
            if entry.days and not entry.days.overlaps(held):
                continue
            if abs(start - words.start) <= NEAR_CHARACTERS:
                near.append((abs(start - words.start), meeting_id))
        return min(near, default=(0, None))[1]

    def measure(self, entry: MeasureEntry) -> MeasureEntry:
        """The measure with its agreement by name, else with the meeting its sentence or those before it point at."""
        of_agreement = self._named(entry.agreement, entry.claims)
        of_meeting = self._agreements[of_agreement].meeting if of_agreement else None
        if pointed := (self._pointed_at(entry) if self._is_unnamed(of_agreement) and of_meeting is None else None):
            of_agreement, of_meeting = None, pointed
        elif of_meeting is None and of_agreement is None and is_undertaken(entry):
            of_meeting = self._meeting_named(entry, entry.agreement) or self._told_before(entry)[0]
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
            occasion = self._lasting(measure)
            if occasion and is_undertaken(measure) and measure.type != "other" and not measure.rulings:
                groups[measure.type, occasion].append(measure)
        return [of_one for of_one in groups.values() if len(of_one) > 1]

    def same_outcomes(self, outcomes: Sequence[OutcomeEntry]) -> list[list[OutcomeEntry]]:
        """Outcomes told again of one measure of one agreement or meeting, several to a list; breaches happen anew."""
        groups: dict[tuple[str, str, str], list[OutcomeEntry]] = defaultdict(list)
        for entry in outcomes:
            occasion = self._lasting(entry)
            if occasion and entry.outcome != "violated" and entry.status == "happened" and not entry.rulings:
                groups[occasion, entry.of, entry.outcome].append(entry)
        return [of_one for of_one in groups.values() if len(of_one) > 1]

    def _lasting(self, entry: MeasureEntry | OutcomeEntry) -> str | None:
        """The named agreement or the meeting that an entry belongs to; none for "the deal", which may be any."""
        named = entry.of_agreement if not self._is_unnamed(entry.of_agreement) else None
        return named or entry.of_meeting

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
        of_agreement = self._named(entry.of, entry.claims)
        of_meeting = self._agreements[of_agreement].meeting if of_agreement else None
        if self._is_unnamed(of_agreement):
            pointed = self._pointed_at(entry) or (None if of_agreement else self._meeting_named(entry, entry.of))
            before = self._told_before(entry) if pointed is None else (pointed, None)
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

    def _may_be_named(self, agreement: AgreementEntry, meeting: MeetingEntry) -> bool:
        """Whether no name of an agreement tells of another place: "the Minsk agreements" are not of Berlin."""
        place = distinctive(f"{meeting.place.name} {meeting.place.country or ''}") if meeting.place else frozenset()
        words = frozenset(word for name in agreement.names for word in proper(name))
        return not any(self._is_place(word) for word in words - place - distinctive(meeting.name))

    def _is_place(self, word: str) -> bool:
        known = default()
        return word in self._places or bool(known.state(word) or known.state_of_capital(word.title()))

    def _is_unnamed(self, agreement: str | None) -> bool:
        """Whether there is no agreement, or one that goes by no name of its own ("the ceasefire")."""
        return agreement is None or not any(proper(name) for name in self._agreements[agreement].names)

    def _is_named_text(self, agreement: str) -> bool:
        return self._agreements[agreement].status == "happened" and not self._is_unnamed(agreement)

    def _pointed_at(self, entry: MeasureEntry | OutcomeEntry) -> str | None:
        """The last meeting before the article at a place, or of a name, at which its sentence says it was agreed."""
        for claim_id in entry.claims:
            claim = self._claims[claim_id]
            published = self._articles[claim.article].published_on
            for pointer in pointers_in(claim.evidence[0].text):
                fitting = []
                for meeting_id in {m for w in distinctive(pointer.name) for m in self._meetings_by_word.get(w, ())}:
                    meeting = self._meetings[meeting_id]
                    if meeting.days is None or not pointer.fits(meeting.days) or not _may_be_of(entry, meeting):
                        continue
                    if published is None or nearest_before(meeting.days, published, POINTED_WITHIN_DAYS):
                        seated = len(meeting.parties("party", "signatory"))
                        fitting.append((meeting.days.first, meeting.independent_sources, seated, meeting_id))
                if fitting:
                    return max(fitting)[-1]
        return None

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
        elif not proper(name):
            found = [a for a in found if self._told_lately(a, articles)]  # "the grain deal" is the one of these weeks
        return min(here or found, key=lambda a: (-len(self._agreements[a].claims), a), default=None)

    def _told_lately(self, agreement: str, articles: Iterable[str]) -> bool:
        """Whether an agreement was told of within some weeks of one of the articles."""
        days = [day for a in articles if (day := self._articles[a].published_on)]
        told = [day for a in self._agreements[agreement].articles if (day := self._articles[a].published_on)]
        return any(abs((day - other).days) <= LATELY_DAYS for day in days for other in told)

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

    def _told_before(self, entry: MeasureEntry | OutcomeEntry) -> tuple[str | None, str | None]:
        """The meeting or, for an outcome, the named agreement that its article tells of last before it, if shortly."""
        for claim_id in entry.claims:
            claim = self._claims[claim_id]
            start, end = claim.evidence[0].start, claim.evidence[0].end
            told = [(at, m, None) for at, m in self._meetings_in.get(claim.article, ()) if self._is_held(m, entry)]
            if isinstance(entry, OutcomeEntry):
                texts = self._agreements_in.get(claim.article, ())
                told += [(at, None, a) for at, a in texts if self._is_named_text(a)]  # type: ignore[misc]
            before = [t for t in told if start - NEAR_CHARACTERS <= t[0] <= end]
            # What was agreed was agreed at the summit, not at a meeting beside it.
            before = [t for t in before if not t[1] or self._meetings[t[1]].name != SEPARATE_MEETING] or before
            if before:
                _, meeting, agreement = max(before, key=lambda t: (t[0], t[2] or "", t[1] or ""))
                return meeting, agreement
        return None, None

    def _is_held(self, meeting_id: str, entry: MeasureEntry | OutcomeEntry) -> bool:
        meeting = self._meetings[meeting_id]
        return meeting.status == "happened" and not meeting.several and _may_be_of(entry, meeting)


def is_undertaken(entry: MeasureEntry) -> bool:
    """Whether a measure was agreed, or is told as what the sides are now to do ("the sides will withdraw")."""
    return entry.status == "happened" or (
        entry.status == "planned" and entry.force in ("decided", "committed", "intends")
    )


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
