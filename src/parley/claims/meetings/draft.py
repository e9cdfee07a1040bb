"""A meeting while it is being put together: one draft for each place of the text that tells of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.model.claim import Form, Status
from parley.model.party import Party, Place, Role
from parley.model.reading import Reading
from parley.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


@dataclass(slots=True)
class Draft:
    """What one trigger tells.

    `definite` marks a reference back ("the talks"); `series` several meetings told as one; `ordinal` "the second
    round". `sure` is false for a trigger that only counts when it joins a meeting told elsewhere. `settled` is false
    where the status is only the default of a noun without a predicate of its own. `without` names those the text says
    were not there.
    """

    token: Token
    start: int
    end: int
    parties: tuple[Party, ...] = ()
    status: Status = "happened"
    settled: bool = True
    when: When | None = None
    place: Place | None = None
    name: str | None = None
    form: Form = "unknown"
    definite: bool = False
    series: bool = False
    ordinal: int | None = None
    sure: bool = True
    noun: str | None = None
    apart: bool = False
    from_title: bool = False
    inherits: bool = False
    without: frozenset[str] = frozenset()
    evidence: list[tuple[int, int]] = field(default_factory=list)

    @property
    def attendees(self) -> tuple[Party, ...]:
        """Those at the table: mediators and hosts left out."""
        return tuple(p for p in self.parties if p.role == "party")

    def add(self, parties: tuple[Party, ...], role: Role = "party") -> None:
        """Takes more parties in, in a role, unless they are there already; a part in the middle outweighs a seat."""
        for party in parties:
            known = next((p for p in self.parties if p.id == party.id), None)
            if known is None:
                self.parties += (party.in_role(role),)
            elif known.role == "party" and role != "party":
                self.parties = tuple(p.in_role(role) if p.id == party.id else p for p in self.parties)

    def told(self) -> int:
        """How much the draft tells, to choose the most telling sentence."""
        return (
            2 * min(len(self.parties), 4)
            + 3 * (self.when is not None and self.when.edtf is not None)
            + 3 * (self.place is not None)
            + (self.name is not None)
            + 2 * self.sure
            - 2 * self.definite
        )


def draft_of(reading: Reading, sentence: Tokens, token: Token) -> Draft:
    """The bare draft of a trigger: its sentence as evidence, its status."""
    draft = Draft(token, sentence.start_char, sentence.end_char, status=reading.status_of(token))
    draft.evidence.append((sentence.start_char, sentence.end_char))
    return draft
