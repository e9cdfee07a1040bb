"""What a claim of a meeting is compared by, worked out once."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from parley.knowledge.tables import fold_words as fold
from parley.model.claim import MeetingClaim
from parley.record.merging.comparing import distinctive, ordinal
from parley.record.views import View

_SEVERAL = re.compile(
    r"\b(?:numerous|several|many|multiple|repeated|dozens? of|a series of|a number of|countless|two|three|four|five"
    r"|six|seven|eight|nine|ten|\d+)\s+(?:\w+\s+){0,3}"
    r"(?:meetings|summits|calls|rounds|conversations|talks|encounters|visits)\b",
    re.IGNORECASE,
)
# What a report says of a meeting beside a larger one.
_ASIDE = re.compile(
    r"\b(?:separate(?:ly)?|one-on-one|on the (?:sidelines|margins)|tete-a-tete|tête-à-tête)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What a claim of a meeting is compared by, worked out once."""

    several: bool
    aside: bool
    forum: frozenset[str]
    number: int | None
    signature: Hashable


def facts_of(view: View[MeetingClaim]) -> MeetingFacts:
    """The facts of a claim."""
    known = view.memo.get("meeting")
    if known is None:
        claim = view.claim
        several = is_several(claim)
        known = view.memo["meeting"] = MeetingFacts(
            several=several,
            aside=is_aside(claim),
            forum=_forum_words(view),
            number=ordinal(claim.name),
            signature=(
                frozenset((p.id, p.role) for p in view.parties),
                claim.when.edtf if claim.when and claim.when.edtf else view.article.published,
                claim.place.name if claim.place else None,
                claim.form,
                claim.status,
                fold(claim.name or ""),
                several,
            ),
        )
    facts: MeetingFacts = known
    return facts


def _forum_words(view: View[MeetingClaim]) -> frozenset[str]:
    """The words that tell the forum, those of the parties left out: "the Russia-EU summit" names no forum."""
    words = frozenset().union(*(distinctive(name) for name in (view.claim.name, *view.forums)))
    parties = {w[:4] for p in view.parties if not p.is_forum for w in fold(f"{p.name} {p.country or ''}").split()}
    return frozenset(w for w in words if w[:4] not in parties and w not in ("eu", "us", "uk"))


def is_several(claim: MeetingClaim) -> bool:
    """Whether a claim tells of a plural ("numerous meetings", "three rounds of talks") rather than of one occasion."""
    dated = claim.when is not None and claim.when.edtf is not None
    return bool(_SEVERAL.search(claim.name or "") or (not dated and _SEVERAL.search(claim.evidence[0].text)))


def is_aside(claim: MeetingClaim) -> bool:
    """Whether a claim tells of a meeting beside a larger one ("a separate meeting", "on the sidelines")."""
    return bool(_ASIDE.search(claim.evidence[0].text))


def seated_people(view: View[MeetingClaim]) -> frozenset[str]:
    """The ids of the people who took part, mediators and hosts left out."""
    return frozenset(p.id for p in view.parties if p.kind == "person" and p.role in ("party", "signatory"))
