"""Which claims tell of one agreement: the name that tells it apart, its class of text, parties and time."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import lru_cache

from parley.knowledge import default
from parley.knowledge.tables import fold_words as fold
from parley.model.claim import AgreementClaim
from parley.model.edtf import Interval
from parley.record.merging.comparing import (
    compare_sides,
    distinctive,
    initials,
    known_days,
    ordinal,
    proper,
    published_gap,
    shifted,
)
from parley.record.merging.grouping import Rules
from parley.record.views import View

THRESHOLD = 3.0
# Agreements called by nothing but what they are ("a ceasefire deal") are one when reported within this many days.
UNNAMED_GAP_DAYS = 7
# "The ceasefire agreement" of two sides needs no date for about a season after it was signed.
LATELY_DAYS = 120

# Words that name different texts: a protocol is not the package of measures that came after it.
_CLASSES = {
    "protocol": "protocol",
    "memorandum": "memorandum",
    "mou": "memorandum",
    "package": "package",
    "declaration": "declaration",
    "communique": "declaration",
    "statement": "declaration",
    "conclusions": "declaration",
    "treaty": "treaty",
    "roadmap": "roadmap",
    "plan": "plan",
    "exchange": "exchange",
    "swap": "exchange",
    "grain": "grain",
    "ceasefire": "ceasefire",
    "truce": "ceasefire",
    "cessation": "ceasefire",
}
# Words that say of an agreement what it is for or how it was taken: two reports of one may use others, or none.
_DESCRIBING = frozenset(
    """cessation hostilitie hostility permanent lasting durable surprise historic landmark comprehensive breakthrough
    interim preliminary formal final long awaited sought""".split()
)
_WITH_SIDES = re.compile(r"\s+(?:between|with)\s")
# "the Pretoria and Nairobi agreements" are two, and neither of them.
_JOINT = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)? and [A-Z][\w-]+ (?:[\w-]+ ){0,2}(?:agreement|accord|deal|pact)s\b")


@lru_cache(maxsize=8192)
def text_class(name: str) -> str | None:
    """What kind of text a name tells: protocol, memorandum, treaty; None for the general words (agreement, deal)."""
    return next((_CLASSES[w] for w in fold(name).split() if w in _CLASSES), None)


def lists_sides(name: str) -> bool:
    """Whether a name tells whose agreement it is ("the surprise deal between X and Y")."""
    return bool(_WITH_SIDES.search(name))


def is_named(name: str) -> bool:
    """Whether a name has a word of its own: "Pretoria agreement", not "deal between Abiy and the rebels"."""
    return bool(proper(_WITH_SIDES.split(name)[0]))


def _keys(view: View[AgreementClaim]) -> Iterator[Hashable]:
    """The words of a proper name; the day; article and class of text; where there may be no name, a side and month."""
    if kind := text_class(view.claim.name):
        yield (view.article.id, kind)
    if short := initials(view.claim.name):
        yield ("initials", short)
    yield from proper(view.claim.name)
    days, published = known_days(view), view.article.published_on
    if days and days.days == 1:
        yield days.first
    if published and not proper(view.claim.name):
        yield from ((side, published.year, published.month) for side in view.sides())
    if days and days.days > 62:
        return
    around = Interval(days.first, days.last) if days else Interval(published, published) if published else None
    if around and (days or not proper(view.claim.name)):
        for day in (shifted(around.first, -UNNAMED_GAP_DAYS), shifted(around.last, UNNAMED_GAP_DAYS)):
            yield from ((side, day.year, day.month) for side in view.sides())


def _signature(view: View[AgreementClaim]) -> Hashable:
    claim = view.claim
    return (
        fold(claim.name),
        claim.when.edtf if claim.when else view.article.published,
        claim.status,
        frozenset(p.id for p in view.parties),
    )


def _precision(view: View[AgreementClaim]) -> int:
    days = known_days(view)
    return days.days if days else 100_000


def score(a: View[AgreementClaim], b: View[AgreementClaim]) -> float | None:
    """How sure it is that two claims tell of one agreement; None when they cannot."""
    if bool(_JOINT.search(a.claim.name)) != bool(_JOINT.search(b.claim.name)):
        return None
    name, another = _told_apart_by(a), _told_apart_by(b)
    one, other = distinctive(name), distinctive(another)
    first, second = ordinal(a.claim.name), ordinal(b.claim.name)
    if first != second and (first or second):
        return None
    kinds = text_class(a.claim.name), text_class(b.claim.name)
    if kinds[0] and kinds[1] and kinds[0] != kinds[1]:
        return None
    if kinds[0] != kinds[1] and one and other and None in kinds and "ceasefire" not in kinds:
        return None  # "the Minsk agreements" are more than the Minsk Protocol
    sides = compare_sides(a.sides(), b.sides())
    if sides is None and len(a.sides()) == len(b.sides()) == 2:
        return None  # with another counterpart it is another treaty of friendship
    days, others = known_days(a), known_days(b)
    if days and others and not days.overlaps(others):
        return None
    timed = 1.0 if days and others else 0.0
    named, called = proper(name), proper(another)
    if not named & called and (named - _DESCRIBING or called - _DESCRIBING):
        named, called = named - _DESCRIBING, called - _DESCRIBING
    if named & called and all(_is_state(word) for word in named & called) and len(one & other) == len(named & called):
        named = called = frozenset()  # "the agreement with Iran" is named for nothing but a side
    if named and called:
        if not named & called and (short := initials(a.claim.name)) and short == initials(b.claim.name):
            return 3.0 + timed
        if not named & called:
            # "the Turkish-Libyan border deal", "the border agreement between Turkey and Libya": one only of one day.
            same_day = days and others and days == others and days.days == 1
            return 3.0 if same_day and sides == 3.0 and (one - named) & (other - called) else None
        return 3.0 + timed if one <= other or other <= one else 2.0 + timed
    unnamed = other if named else one
    if a.article.id == b.article.id and (named or called) and kinds[0] == kinds[1] not in (None, "ceasefire"):
        # "the twelve-point protocol" of the article on the Minsk Protocol
        return None if unnamed else 3.0 + timed
    one, other = one - _DESCRIBING, other - _DESCRIBING
    if one and other and not one & other:
        return None
    if sides == 0.0 and (named or called) and not (named and called):
        return _unsure(a, b)  # nobody is named: others of the group may tell
    if sides is None or sides < 1:
        return None
    if named or called:
        return _unsure(a, b) if not timed else sides + timed - 1.0
    gap = published_gap(a, b)
    near = gap is not None and gap <= UNNAMED_GAP_DAYS and _is_lately(a) and _is_lately(b)
    return sides + timed + (1.0 if near else 0.0) if near or timed else _unsure(a, b)


def _is_lately(view: View[AgreementClaim]) -> bool:
    """Whether an agreement is told without a time, or was made so lately that it needs none."""
    days, published = known_days(view), view.article.published_on
    return days is None or published is None or (published - days.last).days <= LATELY_DAYS


def _unsure(a: View[AgreementClaim], b: View[AgreementClaim]) -> float | None:
    """0 where a claim without a time may be of the other all the same, as others of its group may tell; else a veto."""
    if known_days(a) and known_days(b):
        return None
    gap = published_gap(a, b)
    return 0.0 if known_days(a) or known_days(b) or (gap is not None and gap <= LATELY_DAYS) else None


def _told_apart_by(view: View[AgreementClaim]) -> str:
    """The name without the sides it may list ("the surprise deal between ..."), which are compared by themselves."""
    name = view.claim.name
    return _WITH_SIDES.split(name)[0] if len(view.sides()) > 1 else name


def _is_state(word: str) -> bool:
    return word in _state_words() or f"{word}s" in _state_words()


@lru_cache(maxsize=1)
def _state_words() -> frozenset[str]:
    """The names and adjectives of states; not their capitals, for which agreements are named indeed."""
    states = default().states.values()
    return frozenset(fold(word) for state in states for word in (state.name, *state.adjectives, *state.people))


AGREEMENT_RULES = Rules(keys=_keys, score=score, signature=_signature, precision=_precision, threshold=THRESHOLD)
