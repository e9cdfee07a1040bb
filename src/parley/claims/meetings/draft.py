"""A meeting while it is being put together: one draft for each place of the text that tells of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.claims.meetings.timing import Phase
from parley.model.claim import Form, Status
from parley.model.party import Party, Place, Role
from parley.model.reading import Reading
from parley.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


# What a draft made of a title tells by the sentence it points at: less than any sentence that tells it itself.
NO_SENTENCE = -10


@dataclass(slots=True)
class Draft:
    """What one trigger tells.

    `definite` marks a reference back ("the talks"); `series` several meetings told as one; `ordinal` "the second
    round"; `apart` one held beside a larger. `sure` is false for a trigger that only counts when it joins a meeting
    told elsewhere. `inherits` marks a meeting of the same parties as the one told before ("the two sides met"),
    `another` that it is not that one itself ("another round"), `alone` says that one body's name is enough ("the
    Contact Group met"), `pair` that it is of "the two", `joint` that "the two sides" sat there beside those named ("the
    envoy met both delegations"), `deed` that only what was done at it tells of it ("signed in Doha"), `about` that it
    only tells what a meeting is about, whatever its tense ("the talks will focus on"). `venue_like` is a state named
    before the noun that may only say where they meet ("the Swiss talks"); `of_side` whose delegation is told of;
    `since` when they last met; `supplied` are the parties that the article told elsewhere.
    `company` are those said to have been there who do not make it another meeting ("flanked by"), `without` those said
    not to have been. `told_at` are the sentences with how much each tells; `phase` whether its time is that of the
    beginning or the end.
    """

    token: Token
    start: int
    end: int
    parties: tuple[Party, ...] = ()
    status: Status = "happened"
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
    another: bool = False
    alone: bool = False
    pair: bool = False
    joint: bool = False
    deed: bool = False
    about: bool = False
    venue_like: str | None = None
    of_side: str | None = None
    since: When | None = None
    supplied: frozenset[str] = frozenset()
    phase: Phase = ""
    nouns: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    company: tuple[Party, ...] = ()
    told_at: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def attendees(self) -> tuple[Party, ...]:
        """Those at the table: mediators and hosts left out, and the forum when others are named."""
        seated = tuple(p for p in self.parties if p.role == "party")
        return tuple(p for p in seated if not p.is_forum) or seated

    def __post_init__(self) -> None:
        if self.noun is not None:
            self.nouns = frozenset({self.noun})

    def add(self, parties: tuple[Party, ...], role: Role = "party") -> None:
        """Takes more parties in, in a role, unless they are there already; a part in the middle outweighs a seat."""
        for party in parties:
            known = next((p for p in self.parties if p.id == party.id), None)
            if known is None:
                self.parties += (party.in_role(role),)
            elif known.role == "party" and role != "party":
                self.parties = tuple(p.in_role(role) if p.id == party.id else p for p in self.parties)

    def supply(self, parties: tuple[Party, ...]) -> None:
        """Takes in parties that the sentence does not name, noting that it does not."""
        self.supplied |= {p.id for p in parties} - {p.id for p in self.parties}
        self.add(parties)

    def close(self) -> None:
        """Notes the draft's own sentence as evidence; to be called once, before it is merged with others."""
        self.told_at.append((self.told(), self.start, self.end))

    def told(self) -> int:
        """How much the draft tells, to choose the most telling sentence."""
        if self.from_title:
            return NO_SENTENCE
        return (
            2 * min(len(self.parties), 4)
            + 3 * (self.when is not None and self.when.edtf is not None)
            + 3 * (self.place is not None)
            + (self.name is not None)
            + 2 * self.sure
            - 2 * self.definite
        )


def draft_of(reading: Reading, sentence: Tokens, token: Token) -> Draft:
    """The bare draft of a trigger: its sentence, its status."""
    return Draft(token, sentence.start_char, sentence.end_char, status=reading.status_of(token))
