"""Which meeting or agreement a question points at, and what hangs together with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.answers.index import Index, descriptors, in_time, keys_of
from parley.answers.indexing import index_of
from parley.answers.question import Question
from parley.answers.words import fold
from parley.model.record import AgreementEntry, Entry, MeasureEntry, MeetingEntry, OutcomeEntry, Record

Occasion = MeetingEntry | AgreementEntry
# Words that any meeting or agreement may be called by: they help to choose, they do not point.
_GENERIC = frozenset(
    """summit talks meeting negotiations round agreement agreements accord accords deal protocol memorandum package plan
    treaty pact ceasefire truce format forum group conference session declaration conclusions""".split()
)


@dataclass(frozen=True, slots=True)
class Yield:
    """What an occasion brought: the agreements reached at it, their measures, and what came of all that."""

    agreements: tuple[AgreementEntry, ...]
    measures: tuple[MeasureEntry, ...]
    outcomes: tuple[OutcomeEntry, ...]


# So much less may an occasion fit the words of the question and still be meant, when it alone brought anything: one
# generic word ("summit") more or less in a name decides nothing.
NEAR = 1.0


def occasions_of(
    record: Record,
    index: Index,
    question: Question,
    *,
    meetings_first: bool = False,
    bringing: Callable[[Occasion, Yield], bool] | None = None,
) -> list[Occasion]:
    """The meetings and agreements a question points at best, in the order of time; none when nothing fits.

    A date in the question must be possible for the entry, every party named must be in it, and one of the words that
    name or place it must be there, unless two parties or a date and a party point at it. With `bringing`, an occasion
    that brought what is asked for goes before one that fits the words about as well and did not.
    """
    scored: list[tuple[float, Occasion]] = []
    topic = set(question.topic)
    pointing = topic - _GENERIC
    for entry in _candidates(record, index, question, pointing, topic):
        if isinstance(entry, MeetingEntry) and (entry.status != "happened" or entry.several):
            continue
        if not _fits(entry, question):
            continue
        words = descriptors(entry)
        pointed = pointing & words
        if pointing and not pointed:
            continue
        if not pointing and len(question.parties) + len(question.dates.days) < 2 and not topic & words:
            continue
        score = 2.0 * len(pointed) + 0.5 * len(topic & _GENERIC & words)
        score += 0.5 if entry.status == "happened" else 0.0
        score += 0.5 if isinstance(entry, AgreementEntry) == bool(topic & _TEXTS) and topic & _GENERIC else 0.0
        scored.append((score, entry))
    if not scored:
        return []
    if meetings_first and any(isinstance(entry, MeetingEntry) for _, entry in scored):
        scored = [(score, entry) for score, entry in scored if isinstance(entry, MeetingEntry)]
    best = max(score for score, _ in scored)
    near = [(s, e) for s, e in scored if s >= best - NEAR] if bringing else []
    if bringing and (fruitful := [(s, e) for s, e in near if bringing(e, yield_of(record, e))]):
        scored, best = fruitful, max(score for score, _ in fruitful)
    chosen = [entry for score, entry in scored if score == best]
    known = {m.id for m in chosen if isinstance(m, MeetingEntry)}
    kept = [e for e in chosen if not (isinstance(e, AgreementEntry) and e.meeting in known)]
    return sorted(kept, key=in_time)


_TEXTS = frozenset(
    "agreement agreements accord accords deal protocol memorandum package plan treaty pact declaration".split()
)


def _fits(entry: Occasion, question: Question) -> bool:
    days = entry.days
    if question.dates.days and (days is None or not any(d.overlaps(days) for d in question.dates.days)):
        return False
    if not question.parties:
        return True
    present = {key for p in entry.participants for key in keys_of(p)}
    words = descriptors(entry)
    return all(party.id in present or fold(party.name) in words for party in question.parties)


def _candidates(
    record: Record, index: Index, question: Question, pointing: set[str], topic: set[str]
) -> list[Occasion]:
    """The meetings and agreements that a word or a party of a question may mean; all, where only dates point."""
    words = pointing or topic
    numbers = {number for word in words for number in index.pointing.get(word, ())}
    if not pointing and len(question.parties) + len(question.dates.days) >= 2:
        if not question.parties:
            return [*record.meetings, *record.agreements]
        named = {fold(party.name) for party in question.parties}
        numbers |= {number for word in named for number in index.pointing.get(word, ())}
        for party in question.parties:
            numbers |= set(index.told(party, "meeting").numbers) | set(index.told(party, "agreement").numbers)
    entries = (record.numbered(number) for number in sorted(numbers))
    return [entry for entry in entries if isinstance(entry, MeetingEntry | AgreementEntry)]


def yield_of(record: Record, occasion: Occasion) -> Yield:
    """What an occasion brought."""
    belonging = index_of(record).belonging

    def of(owner: str) -> list[tuple[int, Entry]]:
        return [(number, record.numbered(number)) for number in belonging.get(owner, ())]

    agreements = [occasion] if isinstance(occasion, AgreementEntry) else []
    agreements += [e for _, e in of(occasion.id) if isinstance(e, AgreementEntry)]
    owners = list(dict.fromkeys([occasion.id, *(a.id for a in agreements)]))
    found = {number: entry for owner in owners for number, entry in of(owner)}
    texts = {a.id for a in agreements}
    measures = {n: e for n, e in found.items() if isinstance(e, MeasureEntry) and e.of_agreement in {None, *texts}}
    outcomes = {n: e for n, e in found.items() if isinstance(e, OutcomeEntry)}
    outcomes |= {n: e for m in measures.values() for n, e in of(m.id) if isinstance(e, OutcomeEntry)}
    return Yield(
        tuple(agreements), tuple(measures[n] for n in sorted(measures)), tuple(outcomes[n] for n in sorted(outcomes))
    )


def occasion_in_words(occasion: Occasion) -> str:
    """How a sentence refers to an occasion: "the Normandy Forum Summit in Paris", "the Minsk agreements"."""
    if isinstance(occasion, AgreementEntry):
        return the(occasion.name)
    name = occasion.name or ("call" if occasion.form == "remote" else "meeting")
    if name.lower().endswith(("format", "group")):
        name += " meeting"
    place = occasion.place.name if occasion.place else None
    return the(name) if not place or place.lower() in name.lower() else f"{the(name)} in {place}"


def the(name: str) -> str:
    """A name with its article, unless it has one."""
    first = name.split(" ", 1)[0].lower()
    return name if first in ("the", "a", "an") else f"the {name}"
