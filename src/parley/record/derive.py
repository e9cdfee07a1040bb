"""The record of claims and rulings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from parley.model.article import Article
from parley.model.claim import CLAIM_KINDS, Claim, ClaimKind
from parley.model.edtf import interval
from parley.model.record import BaseEntry, Record
from parley.model.ruling import Ruling
from parley.record.entries import build_entry
from parley.record.identity import Identities
from parley.record.links import Links
from parley.record.merging import GROUPERS
from parley.record.positions import positions_of, shifts_of
from parley.record.rulings import decide, join_ruled
from parley.record.views import AnyView, View


def derive(articles: Iterable[Article], claims: Iterable[Claim], rulings: Sequence[Ruling] = ()) -> Record:
    """The record that articles, claims and rulings make: the same whatever their order, with doubles left out.

    A claim of an article that is not given is left out.
    """
    by_article = {article.id: article for article in articles}
    by_id = {claim.id: claim for claim in claims if claim.article in by_article}
    known = {claim_id: by_id[claim_id] for claim_id in sorted(by_id)}
    decisions = decide(rulings)
    identities = Identities(known.values())
    views: dict[ClaimKind, dict[str, AnyView]] = {kind: {} for kind in CLAIM_KINDS}
    for claim_id, claim in known.items():
        if claim_id in decisions.rejected:
            continue
        parties = tuple(dict.fromkeys(identities.of(p, claim.article) for p in claim.participants))
        split = decisions.split.get(claim_id, 0)
        views[claim.kind][claim_id] = View(claim_id, claim, by_article[claim.article], parties, split)
    in_time = partial(_in_time, claims=known)
    entries: dict[ClaimKind, list[Any]] = {}
    for kind, of_kind in views.items():
        groups = [[view.id for view in members] for members in GROUPERS[kind](list(of_kind.values()))]
        joined = join_ruled(groups, decisions)
        built = [build_entry([of_kind[i] for i in members], by_article, decisions) for members in joined]
        entries[kind] = sorted(built, key=in_time)
    links = Links(by_article, known, entries["meeting"], entries["agreement"])
    agreements = [links.agreement(entry) for entry in entries["agreement"]]
    links = Links(by_article, known, entries["meeting"], agreements)
    measures = [links.measure(entry) for entry in entries["measure"]]
    same = [[claim for m in of_one for claim in m.claims] for of_one in links.same_measures(measures)]
    if same:
        rebuilt: list[Any] = [build_entry([views["measure"][i] for i in ids], by_article, decisions) for ids in same]
        joined_claims = {claim for ids in same for claim in ids}
        measures = [m for m in measures if not joined_claims & set(m.claims)]
        measures = sorted([*measures, *(links.measure(m) for m in rebuilt)], key=in_time)
    links.index_measures(measures)
    positions = positions_of(entries["statement"])
    return Record(
        articles=tuple(by_article[i] for i in sorted(by_article)),
        claims=tuple(known.values()),
        rulings=tuple(sorted({r.id: r for r in rulings}.values(), key=lambda r: (r.at, r.id))),
        meetings=tuple(entries["meeting"]),
        agreements=tuple(agreements),
        measures=tuple(measures),
        outcomes=tuple(links.outcome(entry) for entry in entries["outcome"]),
        statements=tuple(entries["statement"]),
        events=tuple(entries["event"]),
        positions=positions,
        shifts=shifts_of(positions),
        claim_ids=tuple(known),
        deriver=derive,
    )


def _in_time(entry: BaseEntry, claims: Mapping[str, Claim]) -> tuple[str, str, str, int, str, str]:
    """By the first day the time allows, the undated last; then as first told, in the order of the text."""
    first = claims[entry.claims[0]]
    told = (first.article, first.evidence[0].start, str(getattr(entry, "type", "")), entry.id)
    days = interval(entry.when.edtf) if entry.when else None
    return (days.first.isoformat(), days.last.isoformat(), *told) if days else ("9999", "9999", *told)
