"""When a meeting was or will be that is told by a count of months or days: "three months after the last round"."""

from __future__ import annotations

import re
from datetime import timedelta

from parley.claims.meetings.draft import Draft
from parley.claims.meetings.nouns import outermost
from parley.claims.meetings.stretches import NUMBERS
from parley.claims.meetings.subjects import preposition_of
from parley.model.reading import Reading
from parley.model.when import When

_AFTER = re.compile(
    r"\b(?P<count>\w+) (?P<unit>month|year)s? (?:after|since) (?:the |their |its |a )?"
    r"(?P<which>last|previous|earlier|first|second|third|initial)?[ \w-]*$",
    re.IGNORECASE,
)
# A count with one of these before it is not exact, but months and years are given no finer than that.
_COUNTS = {"a": 1, "one": 1, **NUMBERS}


def counted_back(reading: Reading, draft: Draft) -> When | None:
    """When earlier talks were that something came so long after: "resume three months after the last round"."""
    day, token = reading.article.published_on, draft.token
    if draft.noun is None or draft.status != "happened" or day is None:
        return None
    outer = outermost(token)
    preposition = preposition_of(outer)
    if preposition is None or preposition.lower_ not in ("after", "since"):
        return None
    start = max(token.sent.start_char, preposition.idx - _FAR_COUNT)
    match = _AFTER.search(reading.article.text[start : token.idx])
    if match is None or match["which"] is None:
        return None
    word = match["count"].lower()
    count = _COUNTS.get(word) or (int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not count:
        return None
    if match["unit"].lower() == "year":
        edtf = str(day.year - count)
    else:
        months = 12 * day.year + day.month - 1 - count
        edtf = f"{months // 12}-{months % 12 + 1:02d}"
    begin, end = start + match.start(), preposition.idx + len(preposition)
    text = reading.article.text[begin:end]
    return When(edtf=edtf, text=text, basis="relative", start=begin, end=end, anchor="published")


# Characters before "after" in which the count stands.
_FAR_COUNT = 24


_WITHIN = re.compile(
    r"\b(?:within|in|over) (?:the )?(?:next |coming )?(?P<count>\w+) (?P<unit>day|week)s\b(?! of\b| ago\b)",
    re.IGNORECASE,
)
# Characters behind a meeting's word in which the count stands.
_FAR_AHEAD = 80


def counted_ahead(reading: Reading, draft: Draft) -> When | None:
    """The days within which a meeting is to be held: "could meet within the next two weeks"."""
    day, token = reading.article.published_on, draft.token
    if draft.status not in ("planned", "possible") or day is None:
        return None
    if any(t.edtf for t in reading.times_in(token.sent.start_char, token.idx)):
        return None  # "said last week that they would meet within two weeks": counted from then
    end = min(token.sent.end_char, token.idx + len(token) + _FAR_AHEAD)
    match = _WITHIN.search(reading.article.text[token.idx : end])
    if match is None or not re.match(r"within|\w+ the (?:next|coming)|\w+ (?:next|coming)", match[0], re.IGNORECASE):
        return None
    count = NUMBERS.get(match["count"].lower(), 0)
    if not count:
        return None
    last = day + timedelta(days=count * (7 if match["unit"].lower() == "week" else 1))
    start = token.idx + match.start()
    return When(
        edtf=f"{day.isoformat()}/{last.isoformat()}",
        text=match[0], basis="relative", start=start, end=start + len(match[0]), anchor="published",
    )  # fmt: skip
