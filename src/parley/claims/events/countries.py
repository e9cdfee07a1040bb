"""The countries of a source or target: as its words say, else as the sentence and the article make plain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.attach import place_of
from parley.claims.events.heads import counted, is_people
from parley.claims.events.phrases import phrase_ends
from parley.claims.meetings.parties import backs_another
from parley.model.party import Party
from parley.model.reading import Mention, Reading
from parley.syntax.clauses import children
from parley.syntax.datelines import in_dateline

if TYPE_CHECKING:
    from spacy.tokens import Token

# Names of at most this many words are looked up as they stand.
LONGEST_NAME = 4

# Words in the names of bodies of many countries.
INTERNATIONAL = frozenset(
    """international world global union nations u.n. un eu nato european african arab islamic asean commonwealth
    intergovernmental multinational""".split()
)

# How many words before a head still belong to its name.
FAR_NAME = 6
# Types that hurt or hold somebody where he is, whatever stands for him ("a base", "a market").
BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST"})
WHERE = frozenset("in across near at inside outside around throughout".split())
# Types that mostly lead from one country to another: the other side says nothing of one's own country.
ACROSS = frozenset({"MOBILIZE", "AID", "COOPERATE", "CONSULT", "AGREE"})
# Bodies of one country that go without its name, by a word of theirs.
BODIES = {
    "United States": "FBI CIA DEA DHS ICE NSA NASA USAID EPA DOJ Pentagon Congress Centcom CENTCOM",
    "United Kingdom": "DFID MI5 MI6 GCHQ Whitehall",
    "Russia": "Kremlin FSB GRU SVR Duma Roscosmos",
    "Israel": "IDF Mossad Knesset",
    "Iran": "IRGC Majlis",
    "Germany": "Bundestag Bundeswehr BND",
    "Poland": "Sejm",
    "Ukraine": "SBU",
    "India": "BSF CRPF",
    "Yemen": "AQAP",
}
_BODY_COUNTRY = {word: country for country, words in BODIES.items() for word in words.split()}


def countries_of(reading: Reading, heads: Sequence[Token]) -> tuple[str, ...]:
    """The countries that the words of a phrase name: by a state, its adjective, a person's or a group's own, a place.

    "The Iraqi embassy in Kabul" is Iraq's: what is named at the head or before it goes before what follows.
    """
    found: dict[str, None] = {}
    for head in heads:
        first, last = phrase_ends(head)
        named = told_countries(_BACKED.sub("", reading.doc[first.i : head.i + 1].text)) or _of_body(head)
        if not named and not _is_international(reading, head):  # the NATO secretary general is not his country's
            named = (
                _named(reading, (head.i,))
                or _named(reading, range(first.i, head.i))
                or _named(reading, range(head.i + 1, last.i + 1))
            )
        found.update(dict.fromkeys(named))
    return tuple(found)


# Who is behind somebody is not who he is: "Rwanda-backed rebels".
_BACKED = re.compile(r"\S+[-–‑](?:backed|led|allied|supported|held|occupied|controlled|based|ruled)\b")


def _of_body(head: Token) -> list[str]:
    """The country of a body known by its short name: "the FBI"."""
    near = head.doc[max(head.left_edge.i, head.i - FAR_NAME) : head.i + 1]
    return [_BODY_COUNTRY[t.text] for t in near if t.text in _BODY_COUNTRY][:1]


def _named(reading: Reading, tokens: Iterable[int]) -> list[str]:
    doc = reading.doc
    found: list[str] = []
    seen: set[int] = set()
    for i in tokens:
        if backs_another(doc[i]):
            continue
        mention = reading.mention_at(doc[i])
        if mention is None:
            if doc[i].text[:1].isupper() and (state := knowledge.default().state_of_demonym(doc[i].text)):
                found.append(state)
        elif id(mention) not in seen:
            seen.add(id(mention))
            found += countries_in(mention) or told_countries(_BACKED.sub("", mention.text))
    return list(dict.fromkeys(found))


def countries_in(mention: Mention) -> list[str]:
    """The countries of those a mention stands for, or of the place it is."""
    if mention.parties:
        return [country for party in mention.parties if (country := _country(party))]
    return [mention.place.country] if mention.place is not None and mention.place.country else []


def _country(party: Party) -> str | None:
    country = party.country or (party.name if party.kind == "state" else None)
    return country if country in knowledge.default().states else None


def told_countries(words: str) -> list[str]:
    """The countries that a phrase itself says, by a state's name or adjective or the name of its people."""
    known = knowledge.default()
    parts = words.replace("’", "'").replace("'s", " ").replace(",", " ").split()
    found = []
    for i in range(len(parts)):
        for n in range(1, LONGEST_NAME + 1):
            for sense in known.senses(" ".join(parts[i : i + n])):
                if sense.entity is not None and sense.entity.kind == "state" and sense.use != "capital":
                    found.append(sense.entity.name)
    return list(dict.fromkeys(found))


def home_country(
    reading: Reading, heads: Sequence[Token], trigger: Token, code: str, other: Sequence[str]
) -> tuple[str, ...]:
    """The country of a source or target whose words name none, by what stands around it.

    Args:
        other: The countries of the other side of the event.
    """
    if not heads or _is_international(reading, heads[0]):
        return ()
    head = counted(heads[0])
    at_home = is_people(head) or head.pos_ == "PROPN"
    if not (at_home or code in BODILY):
        return ()
    if other and heads[0].i > trigger.i and any(c.tag_ == "PRP$" for c in children(head)):
        return (other[0],)  # "bans its citizens from travelling to Iraq"
    place = place_of(reading, trigger)
    if place is not None and place.country:
        return (place.country,)
    if code in BODILY and (there := _place_after(reading, trigger)):
        return (there,)
    if other and at_home and code not in ACROSS and not (code == "ASSAULT" and head.pos_ == "PROPN"):
        return (other[0],)
    return _of_article(reading, trigger) if at_home and head.pos_ != "PROPN" else ()


def _is_international(reading: Reading, head: Token) -> bool:
    """Whether a phrase stands for a body of many countries or somebody of it: "the NATO secretary general"."""
    mention = reading.mention_at(head)
    if mention is not None and any(p.kind == "organisation" and p.country is None for p in mention.parties):
        return True
    near = head.doc[max(head.left_edge.i, head.i - FAR_NAME) : head.i + 1]
    return any(t.lower_ in INTERNATIONAL and t.text[0].isupper() for t in near)


def _place_after(reading: Reading, trigger: Token) -> str | None:
    """The country of the first place named behind a preposition after a word of its sentence."""
    for mention in reading.mentions_in(trigger.idx, trigger.sent.end_char):
        if mention.place is not None and mention.place.country and mention.kind in ("place", "state"):
            span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and span.root.dep_ == "pobj" and span.root.head.lower_ in WHERE:
                return mention.place.country
    return None


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
