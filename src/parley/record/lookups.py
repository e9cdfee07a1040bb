"""Finds, in one record, the meeting or agreement that words of an article mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from parley.knowledge import default
from parley.knowledge.tables import fold_words as fold
from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.record import SEPARATE_MEETING, AgreementEntry, Entry, MeasureEntry, MeetingEntry, OutcomeEntry
from parley.record.contradictions import mentions_handshake
from parley.record.merging.agreements import text_class
from parley.record.merging.comparing import distinctive, ordinal, proper
from parley.record.pointers import nearest_before, pointers_in
from parley.record.views import side_of

E = TypeVar("E", bound=Entry)
# A deal without a name of its own is another one after so many days without news of it.
LATELY_DAYS = 60
# "Agreed in Minsk": the talks there within about two years; what is told of later is told with its year.
POINTED_WITHIN_DAYS = 800
# How far back in an article "the talks", "the deal" may point: four or five sentences of news.
NEAR_CHARACTERS = 900


class Lookups:
    """What is told where in one record, and what names and places may mean there."""

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

    def may_be_named(self, agreement: AgreementEntry, meeting: MeetingEntry) -> bool:
        """Whether no name of an agreement tells of another place: "the Minsk agreements" are not of Berlin."""
        place = distinctive(f"{meeting.place.name} {meeting.place.country or ''}") if meeting.place else frozenset()
        words = frozenset(word for name in agreement.names for word in proper(name))
        return not any(self.is_place(word) for word in words - place - distinctive(meeting.name))

    def is_place(self, word: str) -> bool:
        known = default()
        return word in self._places or bool(known.state(word) or known.state_of_capital(word.title()))

    def is_unnamed(self, agreement: str | None) -> bool:
        """Whether there is no agreement, or one that goes by no name of its own ("the ceasefire")."""
        return agreement is None or not any(proper(name) for name in self._agreements[agreement].names)

    def is_named_text(self, agreement: str) -> bool:
        return self._agreements[agreement].status == "happened" and not self.is_unnamed(agreement)

    def pointed_at(self, entry: MeasureEntry | OutcomeEntry) -> str | None:
        """The last meeting before the article at a place, or of a name, at which its sentence says it was agreed."""
        for claim_id in entry.claims:
            claim = self._claims[claim_id]
            published = self._articles[claim.article].published_on
            for pointer in pointers_in(claim.evidence[0].text):
                fitting = []
                for meeting_id in {m for w in distinctive(pointer.name) for m in self._meetings_by_word.get(w, ())}:
                    meeting = self._meetings[meeting_id]
                    if meeting.days is None or not pointer.fits(meeting.days) or not may_be_of(entry, meeting):
                        continue
                    if published is None or nearest_before(meeting.days, published, POINTED_WITHIN_DAYS):
                        seated = len(meeting.parties("party", "signatory"))
                        fitting.append((meeting.days.first, meeting.independent_sources, seated, meeting_id))
                if fitting:
                    return max(fitting)[-1]
        return None

    def named(self, name: str | None, claims: Sequence[str]) -> str | None:
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
            found = [a for a in found if self.told_lately(a, articles)]  # "the grain deal" is the one of these weeks
        return min(here or found, key=lambda a: (-len(self._agreements[a].claims), a), default=None)

    def told_lately(self, agreement: str, articles: Iterable[str]) -> bool:
        """Whether an agreement was told of within some weeks of one of the articles."""
        days = [day for a in articles if (day := self._articles[a].published_on)]
        told = [day for a in self._agreements[agreement].articles if (day := self._articles[a].published_on)]
        return any(abs((day - other).days) <= LATELY_DAYS for day in days for other in told)

    def meeting_named(self, entry: MeasureEntry | OutcomeEntry, name: str | None) -> str | None:
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

    def told_before(self, entry: MeasureEntry | OutcomeEntry) -> tuple[str | None, str | None]:
        """The meeting or, for an outcome, the named agreement that its article tells of last before it, if shortly."""
        for claim_id in entry.claims:
            claim = self._claims[claim_id]
            start, end = claim.evidence[0].start, claim.evidence[0].end
            told = [(at, m, None) for at, m in self._meetings_in.get(claim.article, ()) if self.is_held(m, entry)]
            if isinstance(entry, OutcomeEntry):
                texts = self._agreements_in.get(claim.article, ())
                told += [(at, None, a) for at, a in texts if self.is_named_text(a)]  # type: ignore[misc]
            before = [t for t in told if start - NEAR_CHARACTERS <= t[0] <= end]
            # What was agreed was agreed at the summit, not at a meeting beside it.
            before = [t for t in before if not t[1] or self._meetings[t[1]].name != SEPARATE_MEETING] or before
            if before:
                _, meeting, agreement = max(before, key=lambda t: (t[0], t[2] or "", t[1] or ""))
                return meeting, agreement
        return None, None

    def is_held(self, meeting_id: str, entry: MeasureEntry | OutcomeEntry) -> bool:
        meeting = self._meetings[meeting_id]
        return meeting.status == "happened" and not meeting.several and may_be_of(entry, meeting)

    def lasting(self, entry: MeasureEntry | OutcomeEntry) -> str | None:
        """The named agreement or the meeting that an entry belongs to; none for "the deal", which may be any."""
        named = entry.of_agreement if not self.is_unnamed(entry.of_agreement) else None
        return named or entry.of_meeting


def _positions(entries: Sequence[E], claims: Mapping[str, Claim]) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entry in entries:
        for claim_id in entry.claims:
            claim = claims[claim_id]
            found[claim.article] += [(evidence.start, entry.id) for evidence in claim.evidence]
    return {article: sorted(positions) for article, positions in found.items()}


def may_be_of(entry: MeasureEntry | OutcomeEntry, meeting: MeetingEntry) -> bool:
    """Whether what was agreed may have been agreed at a meeting: not before it, and by one of its sides."""
    if entry.days and meeting.days and entry.days.last < meeting.days.first:
        return False
    return not entry.participants or bool(sides_of(entry) & sides_of(meeting))


def sides_of(entry: Entry) -> set[str]:
    """The sides that take part in an entry."""
    return {side_of(p) for p in entry.participants}


def _years(words: frozenset[str]) -> set[str]:
    return {w for w in words if w.isdigit() and len(w) == 4}
