"""How many of a leader's listed contacts are found as meetings when the official readouts are read.

The list gives, for each readout, with whom (`counterpart`, an office and a name), on which day and how. A contact is
found when one meeting of the readout that happened has a participant of that name and that day as its time.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from parley import knowledge
from parley.bench.record_matching import party_key, words
from parley.model.article import Article
from parley.model.claim import Claim, MeetingClaim
from parley.pipeline import read_articles
from parley.sources.build import build_article

Json = Mapping[str, Any]
# Without the last name, more than this share of a name's words must agree: one common first name never suffices.
SHARED_WORDS = 0.5


@dataclass(slots=True)
class ContactFigures:
    """Counts of listed contacts: all, with the right counterpart, with the right day as well.

    `missed` holds the ids of those not found, to look at.
    """

    contacts: int = 0
    counterpart: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share found with counterpart and day, in percent."""
        return 100 * self.found / self.contacts if self.contacts else 0.0

    def to_json(self) -> dict[str, Any]:
        """The figures as plain values, rounded to a tenth."""
        return {
            "contacts": self.contacts,
            "counterpart": self.counterpart,
            "found": self.found,
            "share": round(self.share, 1),
        }


def contact_figures(contacts: Path, corpus: Path, limit: int | None = None) -> ContactFigures:
    """Reads the readouts of the listed contacts that are not domestic and counts those found.

    Args:
        contacts: the list, JSON lines with `id`, `counterpart`, `date`, `domestic`.
        corpus: the readouts, JSON lines (gzipped or not) with `id`, `title`, `text`, `date`, `url`.
        limit: look at about this many contacts, evenly spread over the list, for a quick run.
    """
    listed = [c for c in lines_of(contacts) if not c.get("domestic")]
    if limit is not None and limit < len(listed):
        listed = listed[:: -(-len(listed) // max(limit, 1))]
    wanted = {c["id"]: c for c in listed}
    readouts = (line for line in lines_of(corpus) if line["id"] in wanted)
    figures = ContactFigures(contacts=len(wanted), missed=list(wanted))
    for article, claims in read_articles(article_of(line) for line in islice(readouts, len(wanted))):
        count(figures, wanted[article.id], claims)
    return figures


def article_of(line: Json) -> Article:
    """The article of one readout: its text under its title, published on the day it gives."""
    return build_article(
        line["text"] or line["title"],
        uri=line["url"],
        id=line["id"],
        title=line["title"],
        language=line.get("lang"),
        published=line["date"],
    )


def count(figures: ContactFigures, contact: Json, claims: Iterable[Claim]) -> None:
    """Adds what was read of one contact's readout to the figures."""
    meetings = [c for c in claims if isinstance(c, MeetingClaim) and c.status == "happened"]
    right = [m for m in meetings if any(is_named(name, contact["counterpart"]) for name in m.names())]
    figures.counterpart += bool(right)
    if any(m.when is not None and m.when.edtf == contact["date"] for m in right):
        figures.found += 1
        figures.missed.remove(contact["id"])


def is_named(name: str, listed: str) -> bool:
    """Whether a participant's name is the one in a listed counterpart ("President of Turkey Recep Tayyip Erdogan").

    The last name must be there, in any known spelling or transliteration, or most of the words of the name.
    """
    return any(_is_spelled(spelling, listed) for spelling in knowledge.default().spellings(name))


def _is_spelled(name: str, listed: str) -> bool:
    ours = [w for w in words(name) if len(w) > 1]
    theirs = words(listed)
    if not ours:
        return False
    family = _key(ours[-1]) in {_key(w) for w in theirs}
    return family or len(set(ours) & set(theirs)) / len(set(ours)) > SHARED_WORDS


def _key(word: str) -> str:
    """A last name with transliteration folded: "Schröder" and "Schroeder" are one."""
    return re.sub(r"([aou])e", r"\1", party_key(word))


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
