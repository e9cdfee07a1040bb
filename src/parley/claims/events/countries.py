"""The countries of a source or target: as its words say, else as the sentence and the article make plain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.attach import place_of
from parley.claims.events.phrases import phrase_ends
from parley.model.party import Party
from parley.model.reading import Mention, Reading
from parley.syntax.datelines import in_dateline

if TYPE_CHECKING:
    from spacy.tokens import Token

# Names of at most this many words are looked up as they stand.
LONGEST_NAME = 4
# People and bodies of the country they act in: without a country of their own they are of the sentence's.
HOME_NOUNS = frozenset(
    """activist administration air army assembly attorney authority bomber brigade cabinet capital center centre
    citizen city civilian clergy cleric commander commission community congress council country court crowd
    demonstrator deputy detainee dissident district doctor employee family farmer fighter force gendarme
    general government governor group guard guerrilla gunman headquarters hospital inmate insurgent
    journalist judge junta king lawmaker lawyer leader leadership magistrate man marine mayor media member
    militant military militia miner minister ministry minority mob monk navy newspaper nurse officer
    official opponent opposition organiser organizer paramilitary parliament parliamentarian party peasant
    people person personnel police policeman politician population premier president press priest prisoner
    prosecutor protester protestor province public rebel refugee regime reporter resident rioter ruler
    school secretary senate senator separatist settler soldier spokesman spokeswoman state striker student
    suspect teacher town tribe tribesman tribunal troop union unit victim village villager voter woman
    worker writer youth""".split()
)

# Words in the names of bodies of many countries.
INTERNATIONAL = frozenset(
    """international world global union nations u.n. un eu nato european african arab islamic asean commonwealth
    intergovernmental multinational""".split()
)


def countries_of(reading: Reading, heads: Sequence[Token]) -> tuple[str, ...]:
    """The countries that the words of a phrase name: by a state, its adjective, a person's or a group's own, a place.

    "The Iraqi embassy in Kabul" is Iraq's: what is named at the head or before it goes before what follows.
    """
    found: dict[str, None] = {}
    for head in heads:
        first, last = phrase_ends(head)
        before = [*range(first.i, head.i + 1)]
        named = _named(reading, before) or _named(reading, range(head.i + 1, last.i + 1))
        found.update(dict.fromkeys(named))
    return tuple(found)


def _named(reading: Reading, tokens: Iterable[int]) -> list[str]:
    doc = reading.doc
    found: list[str] = []
    seen: set[int] = set()
    for i in tokens:
        mention = reading.mention_at(doc[i])
        if mention is None:
            if doc[i].text[:1].isupper() and (state := knowledge.default().state_of_demonym(doc[i].text)):
                found.append(state)
        elif id(mention) not in seen:
            seen.add(id(mention))
            found += countries_in(mention)
    return list(dict.fromkeys(found))


def countries_in(mention: Mention) -> list[str]:
    """The countries of those a mention stands for, or of the place it is."""
    if mention.parties:
        return [country for party in mention.parties if (country := _country(party))]
    return [mention.place.country] if mention.place is not None and mention.place.country else []


def _country(party: Party) -> str | None:
    country = party.country or (party.name if party.kind == "state" else None)
    return country if country in knowledge.default().states else None


def told_countries(words: str) -> set[str]:
    """The countries that a phrase itself says, by a state's name or adjective or the name of its people."""
    known = knowledge.default()
    parts = words.replace("’", "'").replace("'s", " ").replace(",", " ").split()
    found = set()
    for i in range(len(parts)):
        for n in range(1, LONGEST_NAME + 1):
            for sense in known.senses(" ".join(parts[i : i + n])):
                if sense.entity is not None and sense.entity.kind == "state" and sense.use != "capital":
                    found.add(sense.entity.name)
    return found


def home_country(reading: Reading, heads: Sequence[Token], trigger: Token, other: Sequence[str]) -> tuple[str, ...]:
    """The country of a source or target whose words name none, by what stands around it.

    Args:
        other: The countries of the other side of the event.
    """
    if not heads or not _is_of_its_country(reading, heads[0]):
        return ()
    place = place_of(reading, trigger)
    if place is not None and place.country:
        return (place.country,)
    if other:
        return (other[0],)
    return _of_article(reading, trigger)


def _is_of_its_country(reading: Reading, head: Token) -> bool:
    """Whether a word stands for people or a body within a country, not for a body of many countries."""
    mention = reading.mention_at(head)
    if mention is not None and any(p.kind == "organisation" and p.country is None for p in mention.parties):
        return False
    if any(t.lower_ in INTERNATIONAL for t in head.doc[max(head.left_edge.i, head.i - LONGEST_NAME) : head.i + 1]):
        return False
    return head.lemma_.lower() in HOME_NOUNS or head.pos_ == "PROPN"


def _of_article(reading: Reading, trigger: Token) -> tuple[str, ...]:
    """The country of the dateline, else the one named most up to a word; none where two are named equally often."""
    counts: Counter[str] = Counter()
    for mention in reading.mentions:
        if mention.start > trigger.idx:
            break
        for country in countries_in(mention):
            if in_dateline(reading.article.text, mention.start):
                return (country,)
            counts[country] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ()
    return (ranked[0][0],)
