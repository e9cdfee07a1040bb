"""A group of claims -> one entry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from parley.model.article import Article
from parley.model.claim import ClaimKind
from parley.model.record import (
    SEPARATE_MEETING,
    AgreementEntry,
    Dispute,
    Entry,
    EventEntry,
    MeasureEntry,
    MeetingEntry,
    OutcomeEntry,
    StatementEntry,
)
from parley.record.choosing import (
    choose_most,
    choose_participants,
    choose_place,
    choose_status,
    choose_when,
    dispute_numbers,
    history_of,
)
from parley.record.contradictions import dispute_people
from parley.record.corrections import corrected
from parley.record.merging.agreements import is_named, lists_sides
from parley.record.merging.meeting_facts import is_aside, is_several
from parley.record.rulings import Decisions
from parley.record.sources import count_independent
from parley.record.views import AnyView

_TYPES: dict[ClaimKind, type[Any]] = {
    "meeting": MeetingEntry,
    "agreement": AgreementEntry,
    "measure": MeasureEntry,
    "outcome": OutcomeEntry,
    "statement": StatementEntry,
    "event": EventEntry,
}


def build_entry(views: Sequence[AnyView], articles: Mapping[str, Article], decisions: Decisions) -> Entry:
    """The entry a group of claims makes. Its id hangs on its first published claim, so that later news keeps it."""
    views = sorted(views, key=lambda v: v.order)
    kind = views[0].claim.kind
    status, status_dispute = choose_status(views)
    chosen = choose_when(views)
    place, place_dispute = choose_place(views)
    own, own_disputes = _OWN_FIELDS[kind](views)
    disputes = [d for d in (status_dispute, chosen.dispute, place_dispute, *own_disputes) if d]
    content = {
        "id": f"{kind}-{hashlib.sha256(views[0].id.encode()).hexdigest()[:12]}",
        "kind": kind,
        "status": status,
        "participants": choose_participants(views),
        "place": place,
        "when": chosen.when,
        "when_claim": chosen.claim,
        "attributed_to": _attributed(views),
        "history": history_of(views) if kind in ("meeting", "agreement") else (),
        "claims": tuple(v.id for v in views),
        "articles": tuple(dict.fromkeys(v.article.id for v in views)),
        "independent_sources": count_independent(views, articles),
        "disputes": tuple(disputes),
        "confirmed": any(v.id in decisions.confirmed for v in views),
        "rulings": tuple(dict.fromkeys(r for v in views for r in decisions.touched.get(v.id, ()))),
        **own,
    }
    ruled = {k: v for view in views for k, v in decisions.corrections.get(view.id, {}).items()}
    content |= {field: corrected(field, value) for field, value in ruled.items() if field in content}
    if "when" in ruled and "said" in content:
        content["said"] = ruled["when"]
    settled = set(ruled)
    content["disputes"] = tuple(d for d in disputes if d.field not in settled)
    entry: Entry = _TYPES[kind](**content)
    return entry


def _attributed(views: Sequence[AnyView]) -> str | None:
    """Who says so, when no article says it by itself."""
    if any(v.claim.attributed_to is None for v in views):
        return None
    return choose_most(views, lambda v: v.claim.attributed_to)


Own = tuple[dict[str, Any], Sequence[Dispute | None]]


def _meeting(views: Sequence[AnyView]) -> Own:
    form = choose_most(views, lambda v: None if v.claim.form == "unknown" else v.claim.form)
    name = choose_most(views, lambda v: v.claim.name) or choose_most(views, lambda v: next(iter(v.forums), None))
    if name is None and len(views[0].sides()) == 2 and all(is_aside(v.claim) for v in views):
        name = SEPARATE_MEETING
    return {
        "name": name,
        "form": form or "unknown",
        "several": is_several(views[0].claim),
    }, () if is_several(views[0].claim) else (dispute_people(views),)


def _agreement(views: Sequence[AnyView]) -> Own:
    names = sorted({v.claim.name for v in views})
    return {
        "name": choose_most(views, lambda v: v.claim.name if is_named(v.claim.name) else None)
        or choose_most(views, lambda v: None if lists_sides(v.claim.name) else v.claim.name)
        or choose_most(views, lambda v: v.claim.name),
        "names": tuple(names),
        "stage": choose_most(views, lambda v: v.claim.stage),
    }, ()


def _measure(views: Sequence[AnyView]) -> Own:
    fields = ("agreement", "force", "quantity", "object", "deadline")
    own = {field: choose_most(views, _getter(field)) for field in fields}
    return {"type": views[0].claim.type, **own}, (dispute_numbers(views, lambda v: v.claim.quantity, "quantity"),)


def _outcome(views: Sequence[AnyView]) -> Own:
    return {"of": choose_most(views, lambda v: v.claim.of), "outcome": views[0].claim.outcome}, ()


def _statement(views: Sequence[AnyView]) -> Own:
    direct = [v for v in views if v.claim.direct]
    # The words as spoken, unless they are a scrap of what is told: then all of it, the marks within.
    longest = max(views, key=lambda v: len(v.claim.quote))
    spoken = [v for v in direct if 2 * len(v.claim.quote) > len(longest.claim.quote)]
    best = max(spoken, key=lambda v: len(v.claim.quote)) if spoken else longest
    dated = next((v.claim.when.edtf for v in views if v.days), None)
    fields = ("addressee", "topic", "stance")
    return {
        "quote": best.claim.quote,
        "direct": best.claim.direct,
        "said": dated or views[0].article.published,
        **{field: choose_most(views, _getter(field)) for field in fields},
    }, ()


def _event(views: Sequence[AnyView]) -> Own:
    return {"code": views[0].claim.code, "mode": choose_most(views, lambda v: v.claim.mode)}, ()


def _getter(field: str) -> Callable[[AnyView], str | None]:
    return lambda view: getattr(view.claim, field)


_OWN_FIELDS: dict[ClaimKind, Callable[[Sequence[AnyView]], Own]] = {
    "meeting": _meeting,
    "agreement": _agreement,
    "measure": _measure,
    "outcome": _outcome,
    "statement": _statement,
    "event": _event,
}
