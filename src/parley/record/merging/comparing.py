"""What several kinds compare: participants, times, places, names."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from parley.knowledge.tables import fold_words as fold
from parley.model.edtf import Interval
from parley.model.party import Place
from parley.record.views import AnyView

# Words of meetings' and agreements' names that tell nothing apart.
GENERIC_WORDS = frozenset(
    """a an and at for from in of on the to with between summit summits meeting meetings talk talks round rounds session
    negotiation negotiations conference format forum process peace agreement agreements accord accords deal deals pact
    pacts protocol protocols memorandum memoranda package declaration communique treaty document documents text
    conclusions statement truce ceasefire plan first second third fourth fifth sixth seventh eighth ninth tenth new
    initial latest direct bilateral trilateral leaders leader joint call phone conversation visit dialogue contact
    contacts consultation consultations upcoming forthcoming planned next last political strategic official state
    president presidents minister ministers chancellor king government governments
    partnership friendship cooperation initiative initiatives action principles relations programme program mutual
    working informal separate annual regular further high level point points page pages article articles
    two three four five six seven eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty january february march april may june july august september october november december""".split()
)
ORDINALS = {
    word: n
    for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
} | {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@lru_cache(maxsize=65536)
def distinctive(name: str | None) -> frozenset[str]:
    """The words of a name that tell it from others: "Normandy Forum Summit" -> normandy."""
    if not name:
        return frozenset()
    words = (w.removesuffix("s") if len(w) > 4 else w for w in fold(name).split())
    return frozenset(w for w in words if w not in GENERIC_WORDS and w + "s" not in GENERIC_WORDS and w not in ORDINALS)


@lru_cache(maxsize=65536)
def proper(name: str | None) -> frozenset[str]:
    """Those distinctive words of a name that are written with a capital: "Minsk", "Dayton", not "maritime"."""
    words = {
        w.removesuffix("s") if len(w) > 4 else w
        for t in (name or "").split()
        if t[:1].isupper()
        for w in fold(t).split()
    }
    return distinctive(name) & words


@lru_cache(maxsize=65536)
def initials(name: str | None) -> str | None:
    """What a name is short for or is shortened to: "ABM Treaty" and "Anti-Ballistic Missile Treaty" -> abm."""
    words = [w for t in (name or "").split() if t[:1].isupper() for w in fold(t).split()]
    telling = [w for w in words if w not in GENERIC_WORDS and w not in ORDINALS]
    if len(telling) == 1 and any(t.isupper() and fold(t) == telling[0] for t in (name or "").split()):
        return telling[0] if len(telling[0]) >= 3 else None
    return "".join(w[0] for w in telling) if len(telling) >= 3 else None


@lru_cache(maxsize=65536)
def ordinal(name: str | None) -> int | None:
    """Which of a series a name tells: "second round" -> 2, "Minsk II" -> 2."""
    return next((ORDINALS[w] for w in fold(name or "").split() if w in ORDINALS), None)


def known_days(view: AnyView) -> Interval | None:
    """The days a claim allows, knowing when it was published: what happened lies before, what is planned after."""
    if "days" not in view.memo:
        view.memo["days"] = _known_days(view)
    days: Interval | None = view.memo["days"]
    return days


def _known_days(view: AnyView) -> Interval | None:
    days, published = view.days, view.article.published_on
    if days is None or published is None or days.days == 1:
        return days
    if view.claim.status == "happened" and days.first <= published < days.last:
        return Interval(days.first, published)
    if view.claim.status in ("planned", "possible") and days.first < published <= days.last:
        return Interval(published, days.last)
    return days


def published_gap(a: AnyView, b: AnyView) -> int | None:
    """Days between the publication of two claims, None where one is not known."""
    one, other = a.article.published_on, b.article.published_on
    return abs((one - other).days) if one and other else None


def shifted(day: date, days: int) -> date:
    """A day so many days later (or earlier), the first or last of the calendar where it ends."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def soon_before(view: AnyView, days: Interval, within: int) -> bool:
    """Whether a claim was published on the given days or at most `within` days after."""
    published = view.article.published_on
    # Counted back from the publication: an open end ("since 2014") is the last day of the calendar.
    return published is not None and days.first <= published and (published - days.last).days <= within


def compare_places(a: Place | None, b: Place | None) -> float:
    """2 for one city, 0.5 for one country, 0 when one is not told, -1 for two cities of a country, -2 for two."""
    if a is None or b is None:
        return 0.0
    if fold(a.name) == fold(b.name):
        return 2.0 if a.name != a.country else 0.5
    if a.country and b.country and a.country != b.country:
        return -2.0
    if a.country and b.country and (a.name == a.country or b.name == b.country):
        return 0.5
    return -1.0 if a.country and b.country else 0.0


def compare_sides(a: frozenset[str], b: frozenset[str]) -> float | None:
    """How far two sets of sides agree, 0 to 3; None when each has a side the other lacks ("different counterpart")."""
    if not a or not b:
        return 0.0
    if a == b:
        return 3.0
    shared = a & b
    if not shared or (a - b and b - a):
        return None
    return 3.0 - 0.5 * len(a ^ b) if len(shared) > 1 else 1.0
