"""Descriptions of people and sides: "the former German chancellor", "leaders of France and Germany", "both sides"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from parley.knowledge import Entity
from parley.reading.names.spotting import Spot
from parley.reading.names.vocabulary import (
    ACTING_FOR,
    BARE_SIDES,
    BEHIND,
    COUNTERPARTS,
    DELEGATIONS,
    DEPUTIES,
    DETERMINERS,
    FORMER,
    MODIFIERS,
    NUMBERS,
    OFFICES,
    PLURAL_PEOPLE,
    PLURAL_SIDES,
    POSSESSIVES,
    PREDECESSORS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

Kind = Literal["one", "many", "acting", "sides", "counterpart", "predecessor"]
# A description is short: the longest in the articles read was "the United Nations special envoy for the Middle East
# peace process"; anything longer is a sentence of its own.
LONGEST = 16
_PHRASE_WORDS = 6
# Who heads a delegation holds this office for the time of an article; no table has it.
DELEGATION_HEAD = "head of delegation"
# Whose envoys are those of the body: "the UN secretary-general's envoy".
_SENDERS = frozenset({"secretary-general", "secretary general", "chief"})
HEADS = frozenset({"head", "leader", "chief", "chairman"})
_SKIPPED = frozenset({"the", "both", "two", "three", "four", "of", "republic", "kingdom", "state", "islamic"})
_OF = frozenset({"of", "from", "for", "to", "in"})


@dataclass(slots=True)
class Description:
    """Words that describe somebody, at tokens `first` to `end`, taken apart.

    `owners` are the states and organisations named in it, `about` those an envoy is sent for, `office` the office as
    the knowledge data call it ("" when no table holds it), `possessive` the token of "his", "her", "their", "its".
    `open` tells that the office is of something the knowledge data do not have ("the president of the League").
    `of_sides` is the number of sides in "the two countries' foreign ministers" or "leaders of both sides", else 0.
    """

    first: int
    end: int
    head: int
    kind: Kind
    words: str
    office: str = ""
    owners: list[Entity] = field(default_factory=list)
    about: list[Entity] = field(default_factory=list)
    determiner: str | None = None
    possessive: int | None = None
    number: int | None = None
    former: bool = False
    titled: bool = False
    of_sides: int = 0
    open: bool = False


class Scanner:
    """Finds descriptions in a document, given the known names in it by token."""

    def __init__(self, doc: Doc, spots: dict[int, tuple[Spot, int]]) -> None:
        self._doc = doc
        self._lower = [t.lower_ for t in doc]
        self._spots = spots

    def descriptions(self) -> Iterator[Description]:
        """The descriptions of the document, in order, none inside another."""
        i = 0
        while i < len(self._doc):
            found = self._at(i)
            if found is None:
                i += 1
            else:
                yield found
                i = found.end

    def _at(self, i: int) -> Description | None:
        token = self._doc[i]
        if not (token.is_alpha or i in self._spots or self._lower[i] in NUMBERS):
            return None
        j, determiner, possessive, number = i, None, None, None
        while j < len(self._doc) and (self._lower[j] in DETERMINERS or self._lower[j] in NUMBERS) and j - i < 3:
            word = self._lower[j]
            if word in POSSESSIVES:
                possessive = j
            if word in NUMBERS:
                number = NUMBERS[word]
            determiner = determiner or word
            j += 1
        owners: list[Entity] = []
        former, below, loose, of_sides = False, "", 0, 0
        joints: set[str] = set()
        last_owner = i
        while j < len(self._doc) and j - i < LONGEST:
            if j > i and self._doc[j].is_sent_start:
                return None
            found = self._phrase(j)
            if found is not None:
                end, kind, words, office = found
                if kind == "sides" and not owners and self._is_genitive(end):
                    of_sides, j = number or 2, end + 1
                    continue
                if kind == "one" and owners and words in _SENDERS and self._is_genitive(end):
                    j = end + 1  # "the UN secretary-general's envoy" is the UN's
                    continue
                if kind in ("one", "counterpart", "predecessor") and len(owners) > 1 and last_owner > i:
                    # "in Saudi Arabia, US envoy Brian Hook": an office of one person has one owner, the nearest.
                    i, owners, determiner, former = last_owner, owners[-1:], None, False
                if kind == "acting" and joints == {","}:
                    # "in Barbados, Norway's embassy": a comma alone joins no list.
                    i, owners, determiner = last_owner, owners[-1:], None
                if (loose or below) and kind == "one":
                    office, words = "", f"{below} {words}".strip()
                description = Description(
                    i, end, end - 1, kind, words, office, owners, [], determiner, possessive, number, former
                )
                description.of_sides = of_sides
                return self._finish(description)
            word = self._lower[j]
            spot = self._spots.get(j)
            entity = owner(spot[0]) if spot else None
            if spot and entity:
                spot_start, j = j, spot[1]
                if self._is_backing(j):
                    j += 2
                    continue
                last_owner = spot_start
                owners.append(entity)
                if j < len(self._doc) and self._lower[j] in ("'s", "’s", "'", "’"):
                    j += 1
                continue
            if word in FORMER:
                former = True
            elif word in DEPUTIES:
                below = word
            elif word in ("and", ",", "or", "&"):
                if not owners or loose or not self._goes_on(j + 1):
                    return None
                joints.add("and" if "and" in self._lower[j : j + 2] else word)
            elif word in ("-", "–", "/"):
                if j == i or self._doc[j - 1].whitespace_ or self._doc[j].whitespace_:
                    return None
            elif word in NUMBERS:
                if owners:
                    return None
                number = NUMBERS[word]
            elif word in MODIFIERS or (
                self._doc[j].pos_ == "ADJ" and (owners or determiner) and word not in DETERMINERS
            ):
                pass
            elif owners and determiner != "a" and loose < 4 and self._is_plain_noun(j):
                loose += 1
            elif owners and word == "of":
                return None
            else:
                return None
            j += 1
        return None

    def _delegation(self, j: int) -> tuple[Entity, int] | None:
        """Whose delegation is named from a token on, and where that ends: "the Thai delegation", "Kyiv's team"."""
        j += j < len(self._doc) and self._lower[j] == "the"
        spot = self._spots.get(j)
        entity = owner(spot[0]) if spot else None
        if not spot or entity is None:
            return None
        end = spot[1] + self._is_genitive(spot[1])
        while end < len(self._doc) and self._lower[end] in ("negotiating", "government", "peace", "official"):
            end += 1
        if end < len(self._doc) and self._lower[end] in ("delegation", "team", "side", "negotiators"):
            return entity, end + 1
        return None

    def _is_plain_noun(self, j: int) -> bool:
        """Whether a noun that names nobody stands at a token: "AU trade and industry commissioner"."""
        token = self._doc[j]
        return token.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "PERSON" and j not in self._spots

    def _goes_on(self, j: int) -> bool:
        """Whether a list of countries goes on at a token: "Russian, Ukrainian and US", "French and then German"."""
        if j < len(self._doc) and self._lower[j] in ("and", "then"):
            j += 1
        return j in self._spots and owner(self._spots[j][0]) is not None

    def _is_genitive(self, j: int) -> bool:
        return j < len(self._doc) and self._lower[j] in ("'", "’", "'s", "’s")

    def _is_backing(self, j: int) -> bool:
        """Whether a country only stands behind those described: "Russian-backed rebels", "US-led coalition"."""
        return j + 1 < len(self._doc) and self._lower[j] == "-" and self._lower[j + 1] in BEHIND

    def _phrase(self, j: int) -> tuple[int, Kind, str, str] | None:
        """The longest phrase of the vocabulary that starts at a token: where it ends, its kind, words and office."""
        words: list[str] = []
        pieces: list[tuple[int, str]] = []
        joined = ""
        for k in range(j, min(j + _PHRASE_WORDS, len(self._doc))):
            word = self._lower[k]
            if self._doc[k].is_space:
                break
            if k > j and self._doc[k - 1].whitespace_ == "" and (word == "-" or self._lower[k - 1] == "-"):
                joined += word
            else:
                joined = f"{joined} {word}".strip()
            words.append(word)
            pieces.append((k + 1, joined))
        for end, phrase in reversed(pieces):
            if phrase in OFFICES:
                return end, "one", phrase, OFFICES[phrase]
            if phrase in PLURAL_PEOPLE:
                return end, "many", phrase, PLURAL_PEOPLE[phrase]
            if phrase in COUNTERPARTS:
                return end, "counterpart", phrase, ""
            if phrase in PREDECESSORS:
                return end, "predecessor", phrase, ""
            if phrase in PLURAL_SIDES:
                return end, "sides", phrase, ""
            if phrase in ACTING_FOR:
                return end, "acting", phrase, ""
        return None

    def _finish(self, d: Description) -> Description | None:
        """Takes in what follows the office ("of Ukraine", "for Syria"); None when nobody in particular is described."""
        self._take_owners_after(d)
        several = d.determiner == "both" or d.number or (d.determiner == "the" and d.words == "negotiators")
        if d.kind == "acting" and not d.owners and d.words in DELEGATIONS and several:
            d.kind = "sides"
        if d.of_sides and d.kind in ("many", "acting"):
            return d
        if d.kind == "acting":
            follower = self._doc[d.end] if d.end < len(self._doc) else None
            if follower is not None and self._doc[d.end - 1].text[:1].isupper() and follower.text[:1].isupper():
                return None  # part of a longer name: "Moscow State University"
            noun = self._doc[d.end - 1].pos_ != "ADJ" and (follower is None or follower.pos_ not in ("NOUN", "PROPN"))
            bare = d.words in BARE_SIDES and d.determiner in ("the", "both") and noun
            return d if d.owners or bare else None
        if d.kind == "sides":
            definite = d.determiner in ("the", "both", "these", "all") or d.number is not None
            return d if definite and not d.owners else None
        if d.kind == "many":
            if self._is_genitive(d.end):
                return None
            return d if d.owners or d.number or d.determiner in ("the", "both", "their", "these") else self._title(d)
        if d.kind in ("counterpart", "predecessor"):
            return d if d.possessive is not None or d.owners else None
        if not d.owners and self._is_modifier(d.end - 1):
            return None
        if d.owners or d.determiner in ("the", "his", "her", "their", "its"):
            return d
        if d.determiner in ("a", "an"):
            d.titled = True
            return d
        return self._title(d)

    def _is_modifier(self, j: int) -> bool:
        """Whether a word for an office only describes the next: "the official announcement", "the general election"."""
        after = self._doc[j + 1] if j + 1 < len(self._doc) else None
        return self._doc[j].pos_ == "ADJ" or (after is not None and after.pos_ == "NOUN" and after.text.islower())

    def _title(self, d: Description) -> Description | None:
        """A bare office counts only as a title: written large, or before a name."""
        d.titled = True
        return d

    def _take_owners_after(self, d: Description) -> None:
        j = d.end
        if j + 1 >= len(self._doc) or self._lower[j] not in _OF:
            return
        d.open = self._lower[j] == "of" and not d.owners
        preposition = self._lower[j]
        if preposition in ("to", "in") and d.words not in ("ambassador", "envoy", "special envoy", "ambassadors"):
            return
        if preposition in ("of", "from") and d.owners and d.kind == "acting":
            return
        j += 1
        if d.words in HEADS and (delegation := self._delegation(j)) is not None:
            d.owners, d.end, d.open, d.office = [delegation[0]], delegation[1], False, DELEGATION_HEAD
            return
        found: list[Entity] = []
        end = d.end
        while j < len(self._doc):
            if self._lower[j] in _SKIPPED and j - end < 4 and j not in self._spots:
                j += 1
                continue
            if not found and self._lower[j] in PLURAL_SIDES and d.kind in ("many", "acting"):
                number = next((NUMBERS[w] for w in self._lower[d.end : j] if w in NUMBERS), 2)
                d.of_sides, d.end, d.open = number, j + 1, False
                return
            spot = self._spots.get(j)
            entity = owner(spot[0]) if spot else None
            if not spot or not entity or (spot[0].sense("adjective") and not spot[0].sense("name")):
                break
            found.append(entity)
            j = end = spot[1]
            if j < len(self._doc) and self._lower[j] in (",", "and", "&", "or"):
                j += 1
                if j < len(self._doc) and self._lower[j] == "and":
                    j += 1
                if d.kind == "one" and found:
                    break
        if not found:
            return
        d.open = False
        if d.owners or preposition in ("for", "to", "in"):
            d.about = found
        else:
            d.owners = found
        d.end = end


def owner(spot: Spot) -> Entity | None:
    """Whom a known name before an office makes it belong to: a state, organisation or group."""
    for sense in spot.senses:
        if sense.entity is not None and sense.entity.kind != "person":
            return sense.entity
    return None
