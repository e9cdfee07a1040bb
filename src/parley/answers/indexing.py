"""The index of a record: made of its entries, kept beside them, taken up again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from parley.answers.index import Index, Told, aliases_of, descriptors, keys_of, owners_of, state_named
from parley.answers.words import fold
from parley.model.party import Party
from parley.model.record import AgreementEntry, BaseEntry, MeetingEntry, Record

# What happened longer before its first report than this is background ("the Minsk agreements, signed in 2015"), not
# news: a week and a day lets a weekly in.
BACKGROUND_DAYS = 8
_HAPPENINGS = ("meeting", "agreement", "measure", "outcome")
_KEPT = ("pointing", "belonging", "disputed", "news")


def index_of(record: Record) -> Index:
    """The index of a record, worked out once."""
    index = record.memo.get("index")
    if index is None:
        index = record.memo["index"] = _made(record)
    assert isinstance(index, Index)
    return index


def index_to_json(index: Index) -> dict[str, Any]:
    """The index as plain values, to be kept beside the entries."""
    return {
        "parties": [p.model_dump(exclude_none=True) for p in index.parties.values()],
        "numbers": {key: list(told.numbers) for key, told in index.by_party.items()},
        "told_on": list(index.told_on.items()),
        "words": sorted(index.words),
        "places": sorted(index.places),
        **{name: getattr(index, name) for name in _KEPT},
    }


def take_index(record: Record, content: Mapping[str, Any]) -> None:
    """Gives a record the index that was kept of it."""
    parties = (Party(**p) for p in content["parties"])
    index = Index(record, parties={p.id: p for p in parties}, **{name: content[name] for name in _KEPT})
    index.words, index.places = set(content["words"]), set(content["places"])
    index.told_on = dict(content["told_on"])
    record.memo["index"] = _completed(index, content["numbers"])


def _made(record: Record) -> Index:
    numbers: dict[str, list[int]] = defaultdict(list)
    index = Index(record)
    for number, entry in enumerate(record.entries()):
        for key in dict.fromkeys(k for p in entry.participants for k in keys_of(p)):
            numbers[key].append(number)
        for party in entry.participants:
            index.parties.setdefault(party.id, party.in_role("party"))
            if party.country:
                index.parties.setdefault(state_named(party.country).id, state_named(party.country))
        words = descriptors(entry)
        index.words |= words
        if isinstance(entry, MeetingEntry | AgreementEntry):
            for word in sorted(words):
                index.pointing.setdefault(word, []).append(number)
        for owner in sorted(owners_of(entry)):
            index.belonging.setdefault(owner, []).append(number)
        if entry.place:
            index.places |= set(fold(f"{entry.place.name} {entry.place.country or ''}").split())
        if entry.disputes:
            index.disputed.append(number)
        days = [record.published[article] for article in entry.articles]
        if entry.kind in _HAPPENINGS:
            index.told_on[number] = sorted(day for day in days if day)
        if since := _news_since(entry, days):
            first = entry.days.first.isoformat() if entry.days else "9999"
            index.news.append((number, since, entry.independent_sources, first))
    return _completed(index, numbers)


def _news_since(entry: BaseEntry, days: Sequence[str | None]) -> str | None:
    """The last day since which an entry is news: first told of, or, for a meeting, its state first changed."""
    if not tells_something(entry):
        return None
    changed = [s.published for s in entry.history[1:] if s.published] if isinstance(entry, MeetingEntry) else []
    known = [day for day in days if day]
    if known and len(known) == len(days) and not _is_background(entry, min(known)):
        changed.append(min(known))
    return max(changed, default=None)


def _is_background(entry: BaseEntry, told: str) -> bool:
    """Whether what was first told on a day was old by then, or is no single occasion."""
    if entry.days is None:
        return isinstance(entry, MeetingEntry) and entry.several
    return (date.fromisoformat(told) - entry.days.last).days > BACKGROUND_DAYS


def tells_something(entry: BaseEntry) -> bool:
    """Whether an entry can stand in a list by itself: not "the agreement" or "a proposal" of no known day."""
    if isinstance(entry, AgreementEntry):
        return entry.days is not None or any(c.isupper() for c in entry.name)
    if isinstance(entry, MeetingEntry):
        talked_of = entry.status in ("planned", "possible") and entry.days is None and entry.place is None
        return len({p.id for p in entry.participants}) > 1 and not talked_of
    return True


def _completed(index: Index, numbers: Mapping[str, Sequence[int]]) -> Index:
    index.by_party = {key: Told(index.record, of_party) for key, of_party in numbers.items()}
    index.weight = Counter({key: len(of_party) for key, of_party in numbers.items()})
    for party in list(index.parties.values()):
        for alias in aliases_of(party):
            index.aliases[alias].add(party.id)
    return index
