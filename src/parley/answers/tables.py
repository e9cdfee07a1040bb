"""Lists of entries as rows of strings, for tables and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.answers.disputing import reference
from parley.answers.index import in_time, keys_of
from parley.answers.indexing import index_of
from parley.answers.naming import at_table, mediators
from parley.answers.occasions import yield_of
from parley.answers.phrasing import bare_time, day_in_words, listed
from parley.answers.telling import measure_phrase, outcome_sentence, told_once
from parley.answers.text import outlet_of
from parley.errors import UnknownNameError
from parley.model.party import Party
from parley.model.record import AgreementEntry, BaseEntry, Entry, HistoryStep, MeetingEntry, Record

E = TypeVar("E", bound=BaseEntry)
_WHAT = {
    "proposed": "first told of as possible",
    "announced": "announced",
    "confirmed": "confirmed",
    "moved": "moved to another day",
    "held": "reported as held",
    "cancelled": "reported as not held",
}


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in one line. `when` is EDTF, `` when undated; `sources` counts independent ones."""

    entry: str
    when: str
    place: str
    participants: str
    mediators: str
    form: str
    status: str
    name: str
    articles: int
    sources: int
    disputed: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement in one line, with the types of its measures and what came of it."""

    entry: str
    when: str
    name: str
    parties: str
    status: str
    measures: str
    outcomes: str
    articles: int
    sources: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Something said in one line."""

    entry: str
    said: str
    speaker: str
    quote: str
    direct: bool
    topic: str
    stance: str
    articles: int
    sources: int


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One value of one dispute with one sentence that gives it."""

    entry: str
    about: str
    field: str
    value: str
    outlet: str
    published: str
    sentence: str
    said_by: str = ""
    """Whom the outlet has it from, where it tells."""


def meetings_table(record: Record, names: Sequence[str] = ()) -> tuple[MeetingRow, ...]:
    """The meetings in the order of time, undated ones first; those that all the parties named were at."""
    return tuple(
        MeetingRow(
            entry=m.id,
            when=m.when.edtf or "" if m.when else "",
            place=m.place.name if m.place else "",
            participants=", ".join(p.name for p in at_table(m)),
            mediators=", ".join(p.name for p in mediators(m)),
            form=m.form,
            status=m.status,
            name=m.name or "",
            articles=len(m.articles),
            sources=m.independent_sources,
            disputed=", ".join(d.field for d in m.disputes),
        )
        for m in sorted(_of(record, record.meetings, names), key=in_time)
    )


def agreements_table(record: Record, names: Sequence[str] = ()) -> tuple[AgreementRow, ...]:
    """The agreements in the order of time; those of all the parties named."""
    rows = []
    for agreement in sorted(_of(record, record.agreements, names), key=in_time):
        measures = [m for m in record.measures if m.of_agreement == agreement.id]
        known = {m.id for m in measures}
        outcomes = [o for o in record.outcomes if o.of_agreement == agreement.id or known & set(o.of_measures)]
        rows.append(
            AgreementRow(
                entry=agreement.id,
                when=agreement.when.edtf or "" if agreement.when else "",
                name=agreement.name,
                parties=", ".join(p.name for p in at_table(agreement)),
                status=agreement.status,
                measures=", ".join(dict.fromkeys(m.type for m in measures)),
                outcomes=", ".join(dict.fromkeys(f"{o.of}: {o.outcome}" for o in outcomes)),
                articles=len(agreement.articles),
                sources=agreement.independent_sources,
            )
        )
    return tuple(rows)


def statements_table(record: Record, names: Sequence[str] = (), about: str | None = None) -> tuple[StatementRow, ...]:
    """What was said, in the order of time; by any of the parties named, and with a word of `about` in it."""
    index = index_of(record)
    speakers = {_known(index.find(name), name) for name in names}
    words = (about or "").lower().split()
    rows = []
    for entry in sorted(record.statements, key=lambda s: (s.said or "9999", s.id)):
        said_by = {key for p in entry.parties("speaker") for key in keys_of(p)}
        if speakers and not speakers & said_by:
            continue
        if words and not any(w in entry.quote.lower() or w == entry.topic for w in words):
            continue
        speaker = ", ".join(p.name for p in entry.parties("speaker")) or entry.attributed_to or ""
        rows.append(
            StatementRow(
                entry=entry.id,
                said=entry.said or "",
                speaker=speaker,
                quote=" ".join(entry.quote.split()),
                direct=entry.direct,
                topic=entry.topic or "",
                stance=entry.stance or "",
                articles=len(entry.articles),
                sources=entry.independent_sources,
            )
        )
    return tuple(rows)


def disputes_table(record: Record, names: Sequence[str] = ()) -> tuple[DisputeRow, ...]:
    """Every dispute, value by value, with a sentence of each claim that gives it."""
    rows = []
    for entry in _of(record, list(record.entries()), names):
        for dispute in entry.disputes:
            for value in dispute.values:
                for claim_id in value.claims:
                    claim = record.claim_by_id[claim_id]
                    article = record.article_by_id[claim.article]
                    rows.append(
                        DisputeRow(
                            entry=entry.id,
                            about=reference(entry),
                            field=dispute.field,
                            value=value.value,
                            outlet=outlet_of(article),
                            published=article.published or "",
                            sentence=" ".join(claim.evidence[0].text.split()),
                            said_by=" ".join((claim.attributed_to or "").split()),
                        )
                    )
    return tuple(rows)


def history(record: Record, some_id: str) -> tuple[str, ...]:
    """How an entry came to be, line by line: what was said when and by whom, and what was ruled.

    Raises:
        UnknownNameError: no entry has this id or holds a claim of it.
    """
    entry = record.find(some_id)
    if entry is None:
        raise UnknownNameError(f"No entry or claim {some_id!r}; `parley meetings` lists the ids of meetings")
    lines = [f"{entry.id}: {reference(entry)} ({entry.status})"]
    for step in entry.history:
        when = day_in_words(step.published) if step.published else "undated"
        outlets = dict.fromkeys(_outlet(record, claim) for claim in step.claims)
        day = f" to {_planned_for(record, step)}" if step.what == "moved" else ""
        told = _WHAT[step.what].replace(" to another day", day or " to another day")
        lines.append(f"{when}: {told} ({listed(list(outlets))})")
    lines += _brought(record, entry)
    for article, claim, evidence in record.evidence(entry):
        published = article.published or "undated"
        lines.append(f"claim {claim.id} {published} {outlet_of(article)}: {' '.join(evidence.text.split())}")
    lines += [
        f"{ruling.at}: {ruling.action} by {ruling.by}: {ruling.why}"
        for ruling in record.rulings
        if ruling.id in entry.rulings
    ]
    return tuple(lines)


def _planned_for(record: Record, step: HistoryStep) -> str:
    when = record.claim_by_id[step.claims[-1]].when
    return bare_time(when.edtf) if when else ""


def _brought(record: Record, entry: Entry) -> list[str]:
    """What was agreed at a meeting, or provided by an agreement, and what came of it, a line each."""
    if not isinstance(entry, MeetingEntry | AgreementEntry):
        return []
    brought = yield_of(record, entry)
    measures = [m for m in brought.measures if m.type != "other"]
    lines = [f"agreed: {reference(a)} ({a.id})" for a in brought.agreements if a.id != entry.id]
    lines += [f"agreed: {measure_phrase(m)} ({m.id})" for m in measures]
    return [*lines, *(f"came of it: {outcome_sentence(o)} ({o.id})" for o in told_once(record, brought.outcomes))]


def _of(record: Record, entries: Iterable[E], names: Sequence[str]) -> list[E]:
    index = index_of(record)
    wanted = {_known(index.find(name), name) for name in names}
    return [e for e in entries if wanted <= {key for p in e.participants for key in keys_of(p)}]


def _known(party: Party | None, name: str) -> str:
    if party is None:
        raise UnknownNameError(f"Nobody called {name!r} in this record")
    return party.id


def _outlet(record: Record, claim_id: str) -> str:
    article = record.article_by_id[record.claim_by_id[claim_id].article]
    return outlet_of(article)
