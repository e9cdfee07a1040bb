"""Entries by who is in them and when: what lists and tables of a record are narrowed by."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from parley.errors import DateError, UnknownNameError
from parley.knowledge.tables import fold_words
from parley.model.edtf import Interval, interval
from parley.model.party import Party
from parley.model.record import BaseEntry, Record

E = TypeVar("E", bound=BaseEntry)
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def select(
    record: Record, entries: Iterable[E], names: Sequence[str] = (), since: str | None = None, until: str | None = None
) -> list[E]:
    """The entries in which all the named take part, and whose time may lie from `since` to `until`; undated ones not.

    A state is meant by its people too. Dates are days, months or years ("2019-12-09", "2019-12", "2019").

    Raises:
        UnknownNameError: nobody in the record is called so; the message says who comes near.
        DateError: a date is none.
    """
    wanted = [_ids(record, name) for name in names]
    first, last = (window(since) if since is not None else None), (window(until) if until is not None else None)
    return [
        entry
        for entry in entries
        if all(ids & _keys(entry) for ids in wanted)
        and (first is None or (entry.days is not None and entry.days.last >= first.first))
        and (last is None or (entry.days is not None and entry.days.first <= last.last))
    ]


def narrowed(record: Record, names: Sequence[str] = (), since: str | None = None, until: str | None = None) -> Record:
    """The record with only the entries that `select` gives, and the claims, articles and rulings these come from.

    Measures and outcomes of an agreement or meeting that is in are in too: most of them name nobody.

    Raises:
        UnknownNameError: nobody in the record is called so.
        DateError: a date is none.
    """
    if not names and since is None and until is None:
        return record
    kept = {entry.id for entry in select(record, record.entries(), names, since, until)}
    told_of = {"of_agreement", "of_meeting"} if names else set()
    of_these = {e.id for e in record.measures if kept & {getattr(e, field) for field in told_of}}
    of_these |= {
        e.id for e in record.outcomes if names and (kept | of_these) & {e.of_agreement, e.of_meeting, *e.of_measures}
    }
    dated = {e.id for e in select(record, record.entries(), (), since, until)}
    kept |= of_these & dated
    claims = {claim for entry in record.entries() if entry.id in kept for claim in entry.claims}
    articles = {record.claim_by_id[claim].article for claim in claims}
    return replace(
        record,
        articles=tuple(a for a in record.articles if a.id in articles),
        claims=tuple(record.claim_by_id[claim] for claim in sorted(claims)),
        claim_ids=tuple(sorted(claims)),
        rulings=tuple(r for r in record.rulings if claims & set(r.claims)),
        meetings=_of(record.meetings, kept),
        agreements=_of(record.agreements, kept),
        measures=_of(record.measures, kept),
        outcomes=_of(record.outcomes, kept),
        statements=_of(record.statements, kept),
        events=_of(record.events, kept),
        positions=tuple(p for p in record.positions if p.statement in kept),
        shifts=tuple(s for s in record.shifts if {s.before.statement, s.after.statement} <= kept),
    )


def _of(entries: Iterable[E], kept: set[str]) -> tuple[E, ...]:
    return tuple(entry for entry in entries if entry.id in kept)


def window(text: str) -> Interval:
    """The days of a day, month or year as a person writes it.

    Raises:
        DateError: it is none.
    """
    found = interval(text) if _DATE.fullmatch(text) else None
    if found is None:
        raise DateError(f"{text!r} is not a date; write it as 2019-12-09, 2019-12 or 2019")
    return found


def _keys(entry: BaseEntry) -> set[str]:
    return {key for party in entry.participants for key in (party.id, _state_id(party))}


def _state_id(party: Party) -> str:
    return f"state:{'-'.join(_words(party.country))}" if party.country else party.id


def _ids(record: Record, name: str) -> set[str]:
    """The ids of the parties called so: by the whole name, its last words ("Zelensky") or its first ("Abiy")."""
    words = _words(name)
    parties = {p.id: p for entry in record.entries() for p in entry.participants}
    states = {_state_id(p): p.country for p in parties.values() if p.country}
    called = {party_id: _words(p.name) for party_id, p in parties.items()} | {i: _words(c) for i, c in states.items()}
    exact = {party_id for party_id, own in called.items() if own == words}
    last = {party_id for party_id, own in called.items() if words and own[-len(words) :] == words}
    people = {i for i, p in parties.items() if p.kind == "person"}
    # By the first name only where nobody is called so otherwise: "Abiy", "Getachew", "Xi".
    found = exact or last or {i for i in people if words and called[i][: len(words)] == words}
    if not found:
        known = {" ".join(own) for own in called.values()} | {own[-1] for own in called.values() if own}
        near = difflib.get_close_matches(" ".join(words), sorted(known), n=3, cutoff=0.7)
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise UnknownNameError(f"nobody in the record is called {name!r}{hint}")
    return found


def _words(name: str | None) -> list[str]:
    return fold_words(name or "").split()
