"""Entries as data for programs: the entry as exports have it, with address, sentences and what belongs to it."""

from __future__ import annotations

from typing import Any

from parley.answers.text import outlet_of
from parley.model.record import Entry
from parley.web import links
from parley.web.held import Held


def brief_of(entry: Entry) -> dict[str, Any]:
    """An entry without its sentences."""
    return {**entry.model_dump(mode="json"), "address": links.of_entry(entry)}


def whole_of(held: Held, entry: Entry) -> dict[str, Any]:
    """An entry with every sentence that shows it, and the ids of its measures and outcomes."""
    return {
        **brief_of(entry),
        "evidence": [
            {
                "claim": claim.id,
                "article": article.id,
                "outlet": outlet_of(article),
                "published": article.published,
                "start": evidence.start,
                "end": evidence.end,
                "text": evidence.text,
                "attributed_to": claim.attributed_to,
                "maker": claim.maker,
                "address": links.of_article(article.id, evidence.start),
            }
            for article, claim, evidence in held.record.evidence(entry)
        ],
        "measures": [m.id for m in held.measures_of.get(entry.id, ())],
        "outcomes": [o.id for o in held.outcomes_of.get(entry.id, ())],
    }
