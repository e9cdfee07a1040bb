"""How a record keeps a leader's listed contacts apart: each one entry, and no entry two of them.

Of the contacts whose readout is in the record; one is found when an entry that happened on its day, told by its
readout, has the counterpart as a participant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parley.bench.contacts import is_named, lines_of
from parley.model.edtf import interval
from parley.model.record import MeetingEntry, Record


@dataclass(slots=True)
class EntryFigures:
    """Counts of listed contacts: read, found, found as exactly one entry; `joined` are the entries that hold several.

    `doubled` and `joined` tell which, to look at: the ids of the contact's, and of an entry's readouts.
    """

    contacts: int = 0
    found: int = 0
    one_entry: int = 0
    entries: int = 0
    doubled: list[str] = field(default_factory=list)
    joined: dict[str, list[str]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The figures as plain values, the shares in percent."""
        return {
            "contacts": self.contacts,
            "found": self.found,
            "one_entry": self.one_entry,
            "share_one_entry": round(100 * self.one_entry / self.found, 1) if self.found else 0.0,
            "entries": self.entries,
            "joined": len(self.joined),
            "share_joined": round(100 * len(self.joined) / self.entries, 1) if self.entries else 0.0,
        }


def entry_figures(record: Record, contacts: Path | Iterable[Mapping[str, Any]]) -> EntryFigures:
    """The figures of a record that has read the readouts under the ids of the list.

    Args:
        record: the record, its articles under the ids of the contacts.
        contacts: the list, JSON lines with `id`, `counterpart`, `date`, `mode`, `domestic`; or its items.
    """
    listed = lines_of(contacts) if isinstance(contacts, Path) else contacts
    by_article: dict[str, list[MeetingEntry]] = defaultdict(list)
    for entry in record.meetings:
        if entry.status == "happened":
            for article in entry.articles:
                by_article[article].append(entry)
    figures = EntryFigures()
    held: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for contact in listed:
        if contact.get("domestic") or contact["id"] not in record.article_by_id:
            continue
        figures.contacts += 1
        day = interval(contact["date"])
        right = [
            entry
            for entry in by_article[contact["id"]]
            if entry.days and day and day.within(entry.days) and entry.days.days <= 1
            and any(is_named(p.name, contact["counterpart"]) for p in entry.participants)
        ]  # fmt: skip
        figures.found += bool(right)
        if len(right) == 1:
            figures.one_entry += 1
        elif right:
            figures.doubled.append(contact["id"])
        for entry in right:
            held[entry.id].setdefault((contact["date"], contact.get("mode", ""), contact["counterpart"]), contact["id"])
    figures.entries = len(held)
    figures.joined = {entry: list(several.values()) for entry, several in held.items() if len(several) > 1}
    return figures
