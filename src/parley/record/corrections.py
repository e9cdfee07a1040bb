"""Values that a ruling gives a field of an entry, as a ruling keeps them and as an entry shows them."""

from __future__ import annotations

import re
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from parley.errors import RulingError
from parley.knowledge import default as knowledge
from parley.knowledge import slug
from parley.knowledge.tables import fold_words as fold
from parley.model.party import Party, PartyKind, Place
from parley.model.record import Record
from parley.model.when import When

_PARTIES = TypeAdapter(tuple[Party, ...])
_KINDS: tuple[PartyKind, ...] = get_args(PartyKind)


def corrected(field: str, value: str) -> Any:
    """What an entry shows in a field that a ruling gave a value."""
    if field == "when":
        return When(edtf=value, text=value, basis="stated", start=0, end=len(value), note="corrected by a ruling")
    if field == "place":
        return place_named(value)
    return parties_in(value) if field == "participants" else value


def place_named(name: str) -> Place:
    """The place of a name, with its country and where it lies when it is known: `Geneva`, `Paris, France`."""
    city, _, country = (part.strip() for part in name.partition(","))
    state = knowledge().state(country) if country else None
    if not country and (state := knowledge().state(city)) and fold(state) == fold(city):
        return Place(name=state, country=state)
    found = knowledge().places.named(city, [state] if state else [])
    if found and (not country or found.country == state):
        return found
    return Place(name=city, country=state or country or None)


def parties_in(value: str) -> tuple[Party, ...]:
    """The parties that the value of a ruling on `participants` holds, none when it holds none."""
    try:
        return _PARTIES.validate_json(value)
    except ValidationError:
        return ()


def participants_value(record: Record, value: str) -> str:
    """Participants as a ruling keeps them: the JSON text of the parties.

    Args:
        record: in which parties are looked up by their names.
        value: such a text already, or names with commas between them; one whom the record does not know needs to be
            told what it is: `person:Jane Doe`, `state:Chad`, `organisation:...`, `group:...`.

    Raises:
        RulingError: nobody is named, or somebody whom nobody knows.
    """
    parties = parties_in(value)
    if not parties:
        known: dict[str, Party] = {}
        for entry in record.entries():
            for party in entry.participants:
                known.setdefault(fold(party.name), party.in_role("party"))
        parties = tuple(_party(known, name.strip()) for name in re.split(r"[,;]", value) if name.strip())
    if not parties:
        raise RulingError("participants needs at least one name")
    return _PARTIES.dump_json(parties, exclude_none=True).decode()


def _party(known: dict[str, Party], name: str) -> Party:
    told, mark, rest = name.partition(":")
    if mark and told.strip() in _KINDS and rest.strip():
        kind, bare = _KINDS[_KINDS.index(told.strip())], " ".join(rest.split())
        state = knowledge().state(bare) if kind == "state" else None
        return Party(name=state or bare, id=f"{kind}:{slug(state or bare)}", kind=kind, country=state)
    found = known.get(fold(name))
    if found:
        return found
    last = [party for folded, party in known.items() if folded.split()[-1:] == fold(name).split()[-1:]]
    if len(last) == 1:
        return last[0]
    raise RulingError(
        f"nobody in the record is called {name!r}; say what it is: {', '.join(f'{kind}:{name}' for kind in _KINDS)}"
    )
