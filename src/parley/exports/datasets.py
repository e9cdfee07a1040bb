"""Tables in the shape of the field's data sets: ceasefires, and peace agreements.

Ceasefires have a row each with what the ETH/PRIO Civil Conflict Ceasefire data set codes of one (Clayton and others,
"Introducing the ETH/PRIO Civil Conflict Ceasefire Dataset", 2022): who declared it to whom, when it was declared, began
and ended, whether it is of one side, two or more, who mediated. Agreements have the leading columns of PA-X, the Peace
Agreements Database (Bell and Badanjak, "Introducing PA-X", 2019): Con, AgtId, Agt, Dat, Status, Stage, Part, ThrdPart,
and a column for each type of measure where PA-X has its topics. Both have a column of evidence; what a record of news
cannot know (whether a ceasefire was written down, the type of conflict) has no column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TextIO, get_args

from parley.exports.csv import write_table
from parley.exports.entries import day_span, sources
from parley.model.claim import ClaimKind, MeasureType
from parley.model.party import Party
from parley.model.record import AgreementEntry, Entry, MeasureEntry, OutcomeEntry, Record

_TRUCE = re.compile(r"\b(?:cease-?fire|truce|armistice|cessation of (?:hostilities|fire)|silence regime)\b", re.I)
_ASIDE = ("mediator", "host")
_CEASEFIRES = (
    "cf_id", "location", "side_a", "side_b", "other_sides", "class", "status", "agreement", "dec_edtf", "dec_yr",
    "dec_month", "dec_day", "deadline", "ended", "end_edtf", "mediators", "outcomes", "articles",
    "independent_sources", "evidence", "source",
)  # fmt: skip
_MEASURES: tuple[str, ...] = get_args(MeasureType)
_AGREEMENTS = (
    "Con", "AgtId", "Agt", "OtherNames", "Dat", "DatEdtf", "Status", "Stage", "Part", "ThrdPart", "Loc", *_MEASURES,
    "Outcomes", "Articles", "IndependentSources", "Evidence", "Source",
)  # fmt: skip
_ENDED = frozenset({"collapsed"})


def export_ceasefires(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes a row for each ceasefire agreed, offered or refused; `kind` has no part in it."""
    write_table(_CEASEFIRES, _ceasefires(record), stream)


def export_agreements(record: Record, stream: TextIO, kind: ClaimKind | None = None) -> None:
    """Writes a row for each agreement; `kind` has no part in it."""
    write_table(_AGREEMENTS, (_agreement(record, entry) for entry in record.agreements), stream)


def _ceasefires(record: Record) -> Iterator[dict[str, Any]]:
    """Agreements called ceasefires, then the ceasefires that are measures of other agreements or of none."""
    truces = {a.id: a for a in record.agreements if _TRUCE.search(a.name)}
    for agreement in truces.values():
        yield _ceasefire(record, agreement, agreement.name, None)
    for measure in record.measures:
        if measure.type == "ceasefire" and measure.of_agreement not in truces:
            whole = record.entry_by_id.get(measure.of_agreement or "")
            yield _ceasefire(record, measure, measure.agreement, whole)


def _ceasefire(
    record: Record, entry: AgreementEntry | MeasureEntry, name: str | None, whole: Entry | None
) -> dict[str, Any]:
    parties = _sides(entry) or (_sides(whole) if whole else [])
    span = day_span(entry) or (day_span(whole) if whole else None)
    when = entry.when or (whole.when if whole else None)
    outcomes = [o for o in record.outcomes if entry.id in (o.of_agreement, *o.of_measures)]
    ended = next((o for o in outcomes if o.outcome in _ENDED), None)
    exact = span[0] if span and span[0] == span[1] else None
    aside = entry.parties(*_ASIDE) or (whole.parties(*_ASIDE) if whole else ())
    return {
        "cf_id": entry.id,
        "location": _location(entry, parties),
        "side_a": parties[0].name if parties else None,
        "side_b": parties[1].name if len(parties) > 1 else None,
        "other_sides": _names(parties[2:]),
        "class": ("unilateral", "bilateral", "multilateral")[min(len(parties), 3) - 1] if parties else None,
        "status": entry.status,
        "agreement": name,
        "dec_edtf": when.edtf if when else None,
        "dec_yr": span[0].year if span and span[0].year == span[1].year else None,
        "dec_month": span[0].month if span and (span[0].year, span[0].month) == (span[1].year, span[1].month) else None,
        "dec_day": exact.day if exact else None,
        "deadline": getattr(entry, "deadline", None),
        "ended": bool(ended),
        "end_edtf": ended.when.edtf if ended and ended.when else None,
        "mediators": _names(aside),
        "outcomes": _outcomes(outcomes),
        **_told(record, entry, ("articles", "independent_sources", "evidence", "source")),
    }


def _agreement(record: Record, entry: AgreementEntry) -> dict[str, Any]:
    parties = _sides(entry)
    span = day_span(entry)
    measures = [m for m in record.measures if m.of_agreement == entry.id]
    of_it = {entry.id, *(m.id for m in measures)}
    outcomes = [o for o in record.outcomes if of_it & {o.of_agreement, *o.of_measures}]
    return {
        "Con": _location(entry, parties),
        "AgtId": entry.id,
        "Agt": entry.name,
        "OtherNames": "; ".join(name for name in entry.names if name != entry.name),
        # PA-X dates an agreement by its last day.
        "Dat": span[1].isoformat() if span and entry.days and entry.days.days <= 31 else None,
        "DatEdtf": entry.when.edtf if entry.when else None,
        "Status": entry.status,
        "Stage": entry.stage,
        "Part": _names(parties),
        "ThrdPart": _names(entry.parties(*_ASIDE)),
        "Loc": entry.place.name if entry.place else None,
        **{name: int(any(m.type == name for m in measures)) for name in _MEASURES},
        "Outcomes": _outcomes(outcomes),
        **_told(record, entry, ("Articles", "IndependentSources", "Evidence", "Source")),
    }


def _sides(entry: Entry) -> list[Party]:
    """The states, groups and organisations; a state named beside its own people, or by two of them, is one side."""
    parties = {p.id: p for p in entry.participants if p.role not in _ASIDE}
    named = {p.name for p in parties.values()}
    sides: dict[str, Party] = {}
    for party in parties.values():
        if party.kind != "person" or not party.country:
            sides[party.name] = party
        elif party.country not in named:
            sides.setdefault(party.country, party.model_copy(update={"name": party.country, "kind": "state"}))
    return list(sides.values())


def _location(entry: Entry, parties: Sequence[Party]) -> str:
    """The states whose conflict it is: those among the parties, or whose people and groups these are."""
    states = [p.name if p.kind == "state" else p.country for p in parties]
    named = list(dict.fromkeys(s for s in states if s))
    return "; ".join(named or ([entry.place.country] if entry.place and entry.place.country else []))


def _names(parties: Sequence[Party]) -> str:
    return "; ".join(dict.fromkeys(p.name for p in parties))


def _outcomes(outcomes: Sequence[OutcomeEntry]) -> str:
    told = (f"{o.of}: {o.outcome}" + (f" ({o.when.edtf})" if o.when and o.when.edtf else "") for o in outcomes)
    return "; ".join(dict.fromkeys(told))


def _told(record: Record, entry: Entry, names: tuple[str, str, str, str]) -> dict[str, Any]:
    first = sources(record, entry)[0]
    values = (len(entry.articles), entry.independent_sources, first.evidence.text, first.uri)
    return dict(zip(names, values, strict=True))
