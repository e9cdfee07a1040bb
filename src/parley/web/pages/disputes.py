"""Accounts that cannot all be true, side by side."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from parley.answers import disputes_table
from parley.answers.phrasing import bare_time
from parley.answers.tables import DisputeRow
from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.record import Dispute, Entry
from parley.web.held import Held
from parley.web.paging import Page, View, part_of
from parley.web.tables import title_of


def disputes(view: View) -> Page:
    """Every dispute of the record."""
    found = [e for e in view.held.record.entries() if e.disputes]
    shown, part = part_of(view, found)
    context = {"found": [(e, sides(view.held, e)) for e in shown], "part": part, "title_of": title_of}
    data = {"total": len(found), "page": part.number, "pages": part.count, "disputes": [row(e) for e in shown]}
    return Page(
        "disputes.html",
        "Disputes",
        data,
        context,
        [f.name for f in fields(DisputeRow)],
        lambda: map(asdict, disputes_table(view.held.record)),
    )


def dispute(view: View, key: str) -> Page:
    """The disputes about one entry.

    Raises:
        KeyError: none is disputed that is called so.
    """
    entry = view.held.record.entry_by_id[key]
    if not entry.disputes:
        raise KeyError(key)
    context = {"found": [(entry, sides(view.held, entry))], "part": None, "title_of": title_of}
    return Page("disputes.html", f"Disputed: {title_of(entry)}", row(entry), context)


def sides(held: Held, entry: Entry) -> list[tuple[Dispute, list[tuple[str, list[tuple[Article, Claim]]]]]]:
    """For each dispute its values in words, each with the claims that give it."""
    record = held.record
    found = []
    for one in entry.disputes:
        values = []
        for value in one.values:
            claims = [record.claim_by_id[c] for c in value.claims]
            told = (bare_time(value.value) or value.value) if one.field == "when" else value.value.replace("_", " ")
            values.append((told, [(record.article_by_id[c.article], c) for c in claims]))
        found.append((one, values))
    return found


def row(entry: Entry) -> dict[str, Any]:
    """The disputes about an entry as data."""
    return {"entry": entry.id, "kind": entry.kind, "disputes": [d.model_dump(mode="json") for d in entry.disputes]}
