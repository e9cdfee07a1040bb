"""Who was at a table, and how they are named in a text."""

from __future__ import annotations

from collections.abc import Sequence

from parley.answers.index import keys_of
from parley.answers.phrasing import listed, naming, short_name
from parley.model.party import Party
from parley.model.record import BaseEntry


class Names:
    """How each party is named: in full the first time in a text, then by surname."""

    def __init__(self) -> None:
        self._seen: dict[str, Party] = {}

    def of(self, party: Party) -> str:
        """The party's name at this point of the text."""
        if party.id in self._seen:
            return short_name(party)
        self._seen[party.id] = party
        return naming(party)

    def called(self, name: str) -> str:
        """A name given as words: short when its bearer was named before."""
        return next((short_name(p) for p in self._seen.values() if p.name == name), name)

    def all_of(self, parties: Sequence[Party]) -> str:
        """Several parties, listed."""
        return listed([self.of(party) for party in parties])


def at_table(entry: BaseEntry) -> list[Party]:
    """Who took part, mediators and hosts who are not named as taking part left out; people stand for their states."""
    parties = list({p.id: p for p in entry.participants if p.role not in ("mediator", "host")}.values())
    parties = parties or list({p.id: p for p in entry.participants}.values())
    spoken_for = {key for p in parties if p.kind == "person" for key in keys_of(p)[1:]}
    states = {p.id for p in parties if p.kind == "state"}
    if states & spoken_for and states - spoken_for:
        # Delegations, of one of which a member is named: "Ukraine and Russia", not "Ukraine and Vladimir Medinsky".
        return [p for p in parties if p.kind != "person" or not set(keys_of(p)) & states]
    return [p for p in parties if p.id not in spoken_for]


def split_table(entry: BaseEntry, asked: Sequence[Party]) -> tuple[list[Party], list[Party]]:
    """Those asked for (or standing for them), in the order asked, and the others at the table."""
    table = at_table(entry)
    first: list[Party] = []
    for wanted in asked:
        first += [p for p in table if wanted.id in keys_of(p) and p not in first]
    if len(first) < 2:
        first = table if len(table) <= 4 else [*first, *[p for p in table if p not in first]]
        return first, []
    return first, [p for p in table if p not in first]


def mediators(entry: BaseEntry) -> list[Party]:
    """The mediators and hosts, each once: the state for those of its people who sat at the table themselves."""
    found = {p.id: p for p in entry.parties("mediator", "host")}
    seated = {p.id for p in entry.participants if p.role not in ("mediator", "host")}
    stood_for = {p.id for p in found.values() if p.id in seated and set(keys_of(p)[1:]) & set(found)}
    spoken_for = {key for p in found.values() if p.id not in stood_for for key in keys_of(p)[1:]}
    return [p for p in found.values() if p.id not in stood_for | spoken_for]
