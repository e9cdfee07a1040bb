"""Which claims repeat one statement: the same speaker, nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import lru_cache
from itertools import pairwise

from parley.knowledge.tables import fold_words as fold
from parley.model.claim import StatementClaim
from parley.model.edtf import Interval, interval
from parley.record.merging.comparing import known_days
from parley.record.merging.grouping import Rules
from parley.record.views import View

# The share of the shorter statement's word pairs that the other has too. Two translations of one sentence share
# about half; two different statements on one subject rarely a third.
THRESHOLD = 0.6
# Shorter quotations ("important step") are one only word for word, and only when reported of the same time.
SHORT_WORDS = 5
# So many words in common are the same statement, retold whenever.
RETOLD_WORDS, RETOLD_SHARE = 8, 0.9
_NOT = re.compile(r"n['’]t\b")
# Repeats appear within days; the same slogan a year later is a new statement.
NEAR_DAYS = 60


@lru_cache(maxsize=65536)
def _words(quote: str) -> tuple[str, ...]:
    return tuple(fold(_NOT.sub(" not", quote)).split())


@lru_cache(maxsize=65536)
def _pairs(quote: str) -> frozenset[tuple[str, ...]]:
    words = _words(quote)
    return frozenset(pairwise(words)) or frozenset({words})


def _speakers(view: View[StatementClaim]) -> frozenset[str]:
    return frozenset(p.id for p in view.parties if p.role == "speaker") or frozenset(
        {fold(view.claim.attributed_to or "")}
    )


def _said(view: View[StatementClaim]) -> Interval | None:
    """When it was said, or else published."""
    return known_days(view) or interval(view.article.published)


def _keys(view: View[StatementClaim]) -> Iterator[Hashable]:
    """The speaker with the rarest-looking stretches of the words: longest first, the same for equal sentences."""
    words = _words(view.claim.quote)
    stretches = {words[i : i + 3] for i in range(max(1, len(words) - 2))}
    yield from ((speaker, view.article.id) for speaker in _speakers(view))
    for stretch in sorted(stretches, key=lambda s: (-sum(map(len, s)), s))[:8]:
        for speaker in _speakers(view):
            yield (speaker, stretch)


def score(a: View[StatementClaim], b: View[StatementClaim]) -> float | None:
    """The share of common words; None when speakers or times differ."""
    if not _speakers(a) & _speakers(b):
        return None
    days, others = known_days(a), known_days(b)
    if days and others and days.gap(others) > 3:
        return None
    mine, theirs = _words(a.claim.quote), _words(b.claim.quote)
    if a.article.id == b.article.id and _overlap(a, b) and (_holds(mine, theirs) or _holds(theirs, mine)):
        return 1.0  # the quoted words of a sentence that is told as a whole as well
    if min(len(mine), len(theirs)) < SHORT_WORDS:
        one, other = _said(a), _said(b)
        near = one is None or other is None or one.gap(other) <= NEAR_DAYS
        return 1.0 if mine == theirs and near else None
    first, second = _pairs(a.claim.quote), _pairs(b.claim.quote)
    share = len(first & second) / min(len(first), len(second))
    if (days and others) or (share >= RETOLD_SHARE and min(len(mine), len(theirs)) >= RETOLD_WORDS):
        return share
    one, other = _said(a), _said(b)
    return share if one is None or other is None or one.gap(other) <= NEAR_DAYS else None


def _overlap(a: View[StatementClaim], b: View[StatementClaim]) -> bool:
    one, other = a.claim.evidence[0], b.claim.evidence[0]
    return one.start < other.end and other.start < one.end


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the shorter words stand in the longer ones, in a row."""
    span = len(shorter)
    return any(longer[i : i + span] == shorter for i in range(len(longer) - span + 1))


def _precision(view: View[StatementClaim]) -> int:
    return -len(_words(view.claim.quote))  # the longest first: the shorter are parts of it


STATEMENT_RULES = Rules(
    keys=_keys,
    score=score,
    signature=lambda view: (view.claim.quote, view.claim.when.edtf if view.claim.when else view.article.published),
    precision=_precision,
    threshold=THRESHOLD,
)
