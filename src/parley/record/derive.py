"""The record of claims and rulings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from parley.model.article import Article
from parley.model.claim import CLAIM_KINDS, Claim, ClaimKind
from parley.model.edtf import interval
from parley.model.party import Party
from parley.model.record import BaseEntry, Entry, Record
from parley.model.ruling import Ruling
from parley.record.contradictions import dispute_outcomes
from parley.record.entries import build_entry
from parley.record.identity import Identities
from parley.record.links import Links
from parley.record.merging import RULES, Grouping
from parley.record.positions import positions_of, shifts_of
from parley.record.rulings import Decisions, decide, join_ruled
from parley.record.sources import original_of
from parley.record.views import AnyView, View

Claims = Iterable[Claim] | Mapping[str, Claim]
# What is remembered is dropped when it is much more than the claims at hand: versions of what was read anew.
MOST_REMEMBERED = 3


def derive(articles: Iterable[Article], claims: Claims, rulings: Sequence[Ruling] = ()) -> Record:
    """The record that articles, claims and rulings make: the same whatever their order, with doubles left out.

    A claim of an article that is not given is left out. Claims may be given by their ids, which need not be worked
    out then.
    """
    return Deriver()(articles, claims, rulings)


class Deriver:
    """Derives records one after the other, working out only what is new since the one before.

    The record is the one that `derive` gives: what is remembered (which claims were compared, which entries they made)
    saves work and decides nothing.
    """

    def __init__(self) -> None:
        self._views: dict[tuple[str, int, tuple[Party, ...]], AnyView] = {}
        self._groupings: dict[ClaimKind, Grouping] = {}
        self._entries: dict[Any, Entry] = {}

    def __call__(self, articles: Iterable[Article], claims: Claims, rulings: Sequence[Ruling] = ()) -> Record:
        """The record of articles, claims and rulings, as `derive` gives it."""
        by_article = {article.id: article for article in articles}
        by_id = claims if isinstance(claims, Mapping) else {claim.id: claim for claim in claims}
        known = {i: claim for i in sorted(by_id) if (claim := by_id[i]).article in by_article}
        if len(self._views) > MOST_REMEMBERED * len(known) + 1000:
            self.__init__()  # type: ignore[misc]
        decisions = decide(rulings)
        identities = Identities(known.values())
        views: dict[ClaimKind, dict[str, AnyView]] = {kind: {} for kind in CLAIM_KINDS}
        for claim_id, claim in known.items():
            if claim_id not in decisions.rejected:
                parties = tuple(dict.fromkeys(identities.of(p, claim.article) for p in claim.participants))
                split = decisions.split.get(claim_id, 0)
                views[claim.kind][claim_id] = self._view(claim_id, claim, by_article[claim.article], parties, split)
        in_time = partial(_in_time, claims=known)
        entries: dict[ClaimKind, list[Any]] = {}
        for kind, of_kind in views.items():
            grouping = self._groupings.setdefault(kind, Grouping(RULES[kind]))
            groups = [[view.id for view in members] for members in grouping.group(list(of_kind.values()))]
            joined = join_ruled(groups, decisions)
            built = [self._entry([of_kind[i] for i in members], by_article, decisions) for members in joined]
            entries[kind] = sorted(built, key=in_time)
        links = Links(by_article, known, entries["meeting"], entries["agreement"])
        agreements = [links.agreement(entry) for entry in entries["agreement"]]
        links = Links(by_article, known, entries["meeting"], agreements)
        measures = [links.measure(entry) for entry in entries["measure"]]
        measures = self._rejoined(measures, links.same_measures(measures), views["measure"], by_article, decisions,
                                  links.measure)  # fmt: skip
        measures = sorted(measures, key=in_time)
        links.index_measures(measures)
        outcomes = [links.outcome(entry) for entry in entries["outcome"]]
        outcomes = self._rejoined(outcomes, links.same_outcomes(outcomes), views["outcome"], by_article, decisions,
                                  links.outcome)  # fmt: skip
        outcomes = sorted(outcomes, key=in_time)
        positions = positions_of(entries["statement"])
        return Record(
            articles=tuple(by_article[i] for i in sorted(by_article)),
            claims=tuple(known.values()),
            rulings=tuple(sorted({r.id: r for r in rulings}.values(), key=lambda r: (r.at, r.id))),
            meetings=tuple(links.meeting(entry) for entry in entries["meeting"]),
            agreements=tuple(agreements),
            measures=tuple(measures),
            outcomes=tuple(dispute_outcomes(outcomes, by_article, known)),
            statements=tuple(entries["statement"]),
            events=tuple(entries["event"]),
            positions=positions,
            shifts=shifts_of(positions),
            claim_ids=tuple(known),
            deriver=self,
        )

    def _rejoined(
        self,
        entries: list[Any],
        same: Sequence[Sequence[Any]],
        views: Mapping[str, AnyView],
        articles: Mapping[str, Article],
        decisions: Decisions,
        link: Callable[[Any], Any],
    ) -> list[Any]:
        """The entries with those made one that turned out to be the same, and linked anew."""
        claims = [[claim for entry in of_one for claim in entry.claims] for of_one in same]
        gone = {entry.id for of_one in same for entry in of_one}
        made = [link(self._entry([views[i] for i in ids], articles, decisions)) for ids in claims]
        return [*(entry for entry in entries if entry.id not in gone), *made]

    def _view(self, claim_id: str, claim: Claim, article: Article, parties: tuple[Party, ...], split: int) -> AnyView:
        """The view of a claim, the same object as before when nothing about it has changed."""
        key = (claim_id, split, parties)
        view = self._views.get(key)
        if view is None or (view.article is not article and view.article != article):
            view = self._views[key] = View(claim_id, claim, article, parties, split)
        return view

    def _entry(self, views: Sequence[AnyView], articles: Mapping[str, Article], decisions: Decisions) -> Entry:
        """The entry of a group of views, the same as before when nothing about it has changed."""
        ruled = tuple(
            (tuple(decisions.touched[v.id]), v.id in decisions.confirmed, repr(decisions.corrections.get(v.id)))
            for v in views
            if v.id in decisions.touched
        )
        copies = tuple(original_of(v.article, articles) for v in views if v.article.copy_of)
        key = (tuple(views), ruled, copies)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = build_entry(views, articles, decisions)
        return entry


def _in_time(entry: BaseEntry, claims: Mapping[str, Claim]) -> tuple[str, str, str, int, str, str]:
    """By the first day the time allows, the undated last; then as first told, in the order of the text."""
    first = claims[entry.claims[0]]
    told = (first.article, first.evidence[0].start, str(getattr(entry, "type", "")), entry.id)
    days = interval(entry.when.edtf) if entry.when else None
    return (days.first.isoformat(), days.last.isoformat(), *told) if days else ("9999", "9999", *told)
