"""An article held against a record: what it says that the record has, has otherwise, or has not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.answers.naming import Names
from parley.answers.telling import say_entry
from parley.answers.text import Writer, outlet_of
from parley.answers.words import fold
from parley.model.claim import Claim, ClaimKind
from parley.model.edtf import interval
from parley.model.record import AgreementEntry, Entry, MeetingEntry, Record

Verdict = Literal["known", "changed", "disputed", "new"]
# Events are too many and too bare to be worth a line each.
_KINDS: frozenset[ClaimKind] = frozenset({"meeting", "agreement", "measure", "outcome", "statement"})
# Days by which a slip of the pen misses; two who meet again do so later, as a rule.
_DAYS_OFF = 3
# What an entry was before: a plan that is now told as done, or as called off, is a change and no contradiction.
_OPEN = frozenset({"planned", "possible"})


@dataclass(frozen=True, slots=True)
class Account:
    """What another article says of the same: `value` is what it gives where the two differ."""

    article: str
    outlet: str
    published: str | None
    sentence: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """One fact of an article. `told` says what it is; `sentence` stands at `start` to `end` of its text.

    `known`: other articles tell it too. `changed`: they told it as planned or possible only. `disputed`: some cannot be
    true together with it; `field` says in what, `value` is what this article gives. `new`: nobody else tells it.
    """

    verdict: Verdict
    kind: ClaimKind
    told: str
    sentence: str
    start: int
    end: int
    entry: str
    others: tuple[Account, ...]
    field: str | None = None
    value: str | None = None


def compare(record: Record, article_id: str) -> tuple[ComparedFact, ...]:
    """The facts of one article of a record, in the order of its text, against all the other articles in it."""
    facts = [
        fact
        for entry in record.entries()
        if entry.kind in _KINDS and article_id in entry.articles
        for fact in _facts(record, entry, article_id)
    ]
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind, fact.entry)))


def _facts(record: Record, entry: Entry, article_id: str) -> list[ComparedFact]:
    own = [c for c in entry.claims if record.claim_by_id[c].article == article_id]
    others = [c for c in entry.claims if c not in own and not _is_copy(record, c, article_id)]
    evidence = record.claim_by_id[own[0]].evidence[0]
    writer = Writer(record)
    say_entry(writer, entry, (), Names())
    told = writer.sentences[0].text if writer.sentences else " ".join(evidence.text.split())
    where = (told, " ".join(evidence.text.split()), evidence.start, evidence.end, entry.id)
    disputed = []
    for dispute in entry.disputes:
        mine = [v for v in dispute.values if set(v.claims) & set(own)]
        against = [(c, v.value) for v in dispute.values if v not in mine for c in v.claims if c in others]
        if mine and against:
            accounts = tuple(_account(record, claim, value) for claim, value in against)
            disputed.append(ComparedFact("disputed", entry.kind, *where, accounts, dispute.field, mine[0].value))
    disputed = disputed or list(_differing(record, entry, own, others, where))
    if disputed:
        return disputed
    accounts = tuple(_account(record, claim) for claim in others)
    if not others and (near := _near(record, entry, own, article_id)):
        day = _day_of(record.claim_by_id[own[0]])
        theirs = tuple(_account(record, c, _day_of(record.claim_by_id[c])) for c in near)
        return [ComparedFact("disputed", entry.kind, *where, theirs, "when", day)]
    if not others:
        return [ComparedFact("new", entry.kind, *where, ())]
    before, now = (tuple(record.claim_by_id[c].status for c in claims) for claims in (others, own))
    if set(before) <= _OPEN and not set(now) & _OPEN:
        return [ComparedFact("changed", entry.kind, *where, accounts, "status", now[0])]
    return [ComparedFact("known", entry.kind, *where, accounts)]


def _differing(
    record: Record, entry: Entry, own: Sequence[str], others: Sequence[str], where: tuple[str, str, int, int, str]
) -> Iterator[ComparedFact]:
    """What the article gives otherwise than all who give it, though the record need not be in dispute about it.

    A day that is one off is no second meeting: it is what a draft is checked for.
    """
    fields: tuple[tuple[str, Callable[[Claim], str | None], Callable[[str, str], bool]], ...] = (
        ("when", _day_of, lambda a, b: a == b),
        ("place", _town_of, lambda a, b: fold(a) == fold(b)),
        ("quantity", lambda claim: getattr(claim, "quantity", None), lambda a, b: _number(a) == _number(b)),
    )
    for field, value_of, agree in fields:
        mine = next((v for c in own if (v := value_of(record.claim_by_id[c]))), None)
        given = [(c, v) for c in others if (v := value_of(record.claim_by_id[c]))]
        if mine is not None and given and not any(agree(mine, value) for _, value in given):
            accounts = tuple(_account(record, claim, value) for claim, value in given)
            yield ComparedFact("disputed", entry.kind, *where, accounts, field, mine)


def _near(record: Record, entry: Entry, own: Sequence[str], article_id: str) -> list[str]:
    """The claims of others on what may be the same, a few days off: one agreement's name, or two who meet."""
    day = _day_of(record.claim_by_id[own[0]])
    if day is None or entry.days is None or not isinstance(entry, MeetingEntry | AgreementEntry):
        return []
    found = []
    for other in record.agreements if isinstance(entry, AgreementEntry) else record.meetings:
        if other.id == entry.id or other.days is None or other.status != entry.status:
            continue
        if other.days.days > 1 or not 0 < other.days.gap(entry.days) <= _DAYS_OFF:
            continue
        shared = {p.id for p in entry.participants} & {p.id for p in other.participants}
        same_name = isinstance(entry, AgreementEntry) and fold(entry.name) == fold(other.name or "")
        if same_name or (isinstance(entry, MeetingEntry) and len(shared) > 1 and shared == set(_ids(entry))):
            found += [c for c in other.claims if not _is_copy(record, c, article_id)]
    return found


def _ids(entry: Entry) -> list[str]:
    return [party.id for party in entry.participants]


def _day_of(claim: Claim) -> str | None:
    """The day, for claims that give one: a month or a span allows many."""
    days = interval(claim.when.edtf) if claim.when else None
    return days.first.isoformat() if days and days.days == 1 else None


def _town_of(claim: Claim) -> str | None:
    place = claim.place
    return place.name if place and place.name != place.country else None


def _number(text: str) -> str:
    """The figures of a quantity, so that "1,000 prisoners" is "1000"."""
    return "".join(c for c in text if c.isdigit()) or fold(text)


def _is_copy(record: Record, claim: str, article_id: str) -> bool:
    """Whether a claim is of a copy of the article, or of what it copies: no second source."""
    other, article = record.article_by_id[record.claim_by_id[claim].article], record.article_by_id[article_id]
    return other.copy_of == article.id or article.copy_of in (other.id, other.copy_of or "-")


def _account(record: Record, claim_id: str, value: str | None = None) -> Account:
    claim = record.claim_by_id[claim_id]
    article = record.article_by_id[claim.article]
    sentence = " ".join(claim.evidence[0].text.split())
    return Account(article.id, outlet_of(article), article.published, sentence, value)


def by_verdict(facts: Sequence[ComparedFact]) -> dict[Verdict, list[ComparedFact]]:
    """The facts by verdict, what needs a look first."""
    order: tuple[Verdict, ...] = ("disputed", "changed", "new", "known")
    return {verdict: found for verdict in order if (found := [f for f in facts if f.verdict == verdict])}
