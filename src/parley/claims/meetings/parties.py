"""Who stands in a phrase: the parties of a noun phrase, of a list behind a preposition, of a subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.meetings.lexicon import (
    AUDIENCE,
    BODIES,
    BROKERED,
    DELEGATES,
    INNER_SIDES,
    JOINT,
    LED_BY,
    OUTLETS,
    UNNAMED,
    UNNAMED_PEOPLE,
)
from parley.claims.meetings.unnamed import FOES, is_audience, is_group, is_sides_of_war
from parley.knowledge import slug
from parley.model.party import Party
from parley.model.reading import Mention, Reading
from parley.syntax.clauses import SUBJECTS, agents, conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A list of participants runs on over these; at anything else it ends.
_LIST_POS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PUNCT", "PART", "NUM", "PRON", "ADV", "SYM"})
_LIST_PREPOSITIONS = frozenset({"of", "for", "from"})
_JOINERS = frozenset({"and", "&", "or", "plus"})
_STOP_MARKS = frozenset({";", ":", "—", "–", "--", "(", ")", '"', "“", "”", ".", "?", "!"})
# A list longer than this is a table, not a sentence; the bound keeps the scan linear.
_LONGEST_LIST = 60


def parties_of(mention: Mention | None) -> tuple[Party, ...]:
    """The parties a mention stands for among participants, where a state's name is its state and no place.

    "Talks between France and Mali": in such a list a country is a side, whatever it is elsewhere.
    """
    if mention is not None and (joined := _joined_states(mention)):
        return joined
    if mention is None or (mention.form == "description" and mention.text.split()[-1].lower() in FOES):
        return ()  # "the two sides": the story tells which
    if mention.parties:
        last = mention.text.split()[-1].lower()
        if last in DELEGATES | _CHIEFS and len(mention.parties) == 1 and (group := _group_in(mention)):
            return (group,)  # "senior Taliban leaders"
        if last in DELEGATES:
            return tuple(dict.fromkeys(state_of(p) for p in mention.parties))
        return () if mention.kind == "place" or is_outlet(mention) else mention.parties
    if mention.form == "description" and mention.kind != "place":
        found = (knowledge.default().state_of_demonym(word) for word in mention.text.split())
        states = dict.fromkeys(s for s in found if s)
        return tuple(Party(name=s, id=f"state:{slug(s)}", kind="state") for s in states)
    place = mention.place
    if mention.kind == "place" and place is not None and place.name == place.country:
        return (Party(name=place.name, id=f"state:{slug(place.name)}", kind="state"),)
    return ()


# The first halves of adjectives that name two states: "Russo-Vietnamese".
_FIRST_HALVES = {
    "anglo": "British", "austro": "Austrian", "franco": "French", "greco": "Greek", "indo": "Indian",
    "italo": "Italian", "russo": "Russian", "serbo": "Serbian", "sino": "Chinese", "turco": "Turkish",
}  # fmt: skip


def _joined_states(mention: Mention) -> tuple[Party, ...]:
    """The two states of an adjective that names both; none for any other mention."""
    first, dash, second = mention.text.replace("–", "-").partition("-")
    if not dash or first.lower() not in _FIRST_HALVES:
        return ()
    known = knowledge.default()
    states = [known.state_of_demonym(_FIRST_HALVES[first.lower()]), known.state_of_demonym(second)]
    return tuple(Party(name=s, id=f"state:{slug(s)}", kind="state") for s in states if s) if all(states) else ()


_INNER = re.compile(r"(?:inter|intra)[-–]?(?P<people>\w+)", re.IGNORECASE)


def of_inner(words: str) -> tuple[Party, ...]:
    """The two sides of one people: "inter-Korean"; none for any other words."""
    match = _INNER.fullmatch(words)
    names = INNER_SIDES.get(match["people"].lower(), ()) if match else ()
    return tuple(party for name in names if (party := _party_called(name)) is not None)


def _party_called(name: str) -> Party | None:
    known = knowledge.default()
    if (state := known.state(name)) is not None:
        return Party(name=state, id=f"state:{slug(state)}", kind="state")
    entity = next((s.entity for s in known.senses(name) if s.entity is not None), None)
    if entity is None or entity.kind not in ("group", "organisation"):
        return None
    return Party(name=entity.name, id=entity.id, kind=entity.kind, country=entity.country)


_CHIEFS = frozenset("leaders commanders chiefs members fighters politicians".split())


def _group_in(mention: Mention) -> Party | None:
    """The movement that a description of several of its people names."""
    if mention.form != "description" or mention.parties[0].kind != "person":
        return None
    for word in mention.text.split()[:-1]:
        for sense in knowledge.default().senses(word):
            entity = sense.entity
            if entity is not None and entity.kind == "group":
                return Party(name=entity.name, id=entity.id, kind="group", country=entity.country)
    return None


def state_of(party: Party) -> Party:
    """The state a person acts for: "Russian negotiators" are Russia's, whoever is known to lead them."""
    if party.kind != "person" or party.country is None:
        return party
    if party.country in _BODIES:
        return Party(name=party.country, id=f"organisation:{slug(party.country)}", kind="organisation")
    return Party(name=party.country, id=f"state:{slug(party.country)}", kind="state")


# Their envoys act for them as others do for their states.
_BODIES = frozenset({"United Nations", "European Union", "African Union", "OSCE", "NATO", "Arab League"})


def pair_in(reading: Reading, mention: Mention) -> tuple[Party, ...]:
    """The two people of a name joined by a hyphen: "the Trump-Kim summit"; none when it is one name."""
    halves = [half.strip() for half in mention.text.replace("–", "-").split("-")]
    if len(halves) != 2 or " " in mention.text.strip():
        return ()
    people = [p for m in reading.mentions if m is not mention for p in m.parties if p.kind == "person"]
    found = [
        next((p for p in people if p.name.split()[-1] == half or p.name.split()[0] == half), None) for half in halves
    ]
    return tuple(p for p in found if p is not None) if all(found) else ()


def is_outlet(mention: Mention) -> bool:
    """Whether a mention is a newspaper or a broadcaster: it is told things, it does not meet."""
    if mention.kind != "organisation":
        return False
    return any(word.lower() in OUTLETS or word.lower() in AUDIENCE for word in mention.text.split())


def is_party(mention: Mention | None) -> bool:
    """Whether a mention stands for somebody who can take part, not only for a place."""
    return bool(parties_of(mention))


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties in order, each once."""
    return tuple({p.id: p for p in reversed(tuple(parties))}.values())[::-1]


def list_from(reading: Reading, start: Token) -> tuple[Party, ...]:
    """The parties of the list that begins at a token: "Russia, Ukraine and the OSCE", "envoys of France and Germany".

    Read off the words, not the parse: lists of names are where a small parser errs most. A comma only continues a list
    that an "and" closes, so that "talks with Putin, Zelensky said" does not take Zelensky in.
    """
    runs: list[list[Mention]] = [[]]
    joined: list[bool] = [True]
    pending = ""
    doc = start.doc
    last = min(start.sent.end, start.i + _LONGEST_LIST)
    i = start.i
    current: Mention | None = None
    while i < last:
        token = doc[i]
        mention = mention_of(reading, token)
        if mention is not None and _owns_sides_of_war(token):
            i += 1
            continue
        if mention is not None and parties_of(mention):
            if mention != current and not backs_another(token):
                if pending and runs[-1]:
                    runs.append([])
                    joined.append(pending == "and")
                    pending = ""
                runs[-1].append(mention)
            current = mention
            i += 1
            continue
        if token.text == "(" and i > start.i and (behind := _behind_bracket(token, last)):
            i = behind  # "the Armed Forces (SAF) and": the list runs on
            continue
        word = token.lower_
        if word in _JOINERS or (word == "as" and i + 2 < last and doc[i + 1].lower_ == "well"):
            pending = "and"
            i += 3 if word == "as" else 1
            continue
        if word == ",":
            pending = pending or "comma"
        elif token.text in _STOP_MARKS or not _continues_list(token):
            break
        i += 1
    runs = [[_ruled_by(reading, start.doc, m) for m in run] for run in runs]
    until = max((k for k, by_and in enumerate(joined) if by_and), default=0)
    if until >= 2 and _only_introduces(runs[0], runs[1 : until + 1]):
        runs[0] = []
    return unique(p for run in runs[: until + 1] for p in _without_modifiers(run))


def list_ending_at(reading: Reading, last: Token) -> tuple[Party, ...]:
    """The parties of the list that ends at a token: "A and B" at B."""
    found: list[Mention] = []
    i = last.i
    while i >= max(last.sent.start, last.i - _LONGEST_LIST):
        mention = reading.mention_at(last.doc[i])
        if mention is None or not parties_of(mention):
            break
        found.append(mention)
        while i >= last.sent.start and reading.mention_at(last.doc[i]) is mention:
            i -= 1
        while i >= last.sent.start and last.doc[i].pos_ in ("DET", "ADJ"):
            i -= 1
        if i <= last.sent.start or last.doc[i].lower_ not in _JOINERS:
            break
        i -= 1
    return unique(p for mention in reversed(found) for p in parties_of(mention))


_RULE = frozenset({"government", "administration", "regime", "cabinet"})


def _ruled_by(reading: Reading, doc: Doc, mention: Mention) -> Mention:
    """The state for him of whose government is spoken: "from the government of X", "the X administration"."""
    behind = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if (
        behind is not None
        and behind.end < len(doc)
        and doc[behind.end].lower_ in _RULE
        and all(p.kind == "person" for p in mention.parties)
    ):
        return replace(mention, parties=tuple(state_of(p) for p in mention.parties))
    before = doc.char_span(max(mention.start - 1, 0), mention.start, alignment_mode="expand")
    if before is None or before.start < 1 or not all(p.kind == "person" for p in mention.parties):
        return mention
    last = doc[before.start] if not doc[before.start].is_space else doc[before.start - 1]
    if last.idx >= mention.start:
        last = last.nbor(-1)
    if last.lower_ != "of" or last.i == 0 or last.nbor(-1).lower_ not in _RULE:
        return mention
    return replace(mention, parties=tuple(state_of(p) for p in mention.parties))


def _owns_sides_of_war(token: Token) -> bool:
    """Whether a name only says whose sides are at war: "Yemen's warring parties", "the rival Libyan factions"."""
    ahead = token.doc[token.i + 1 : min(token.sent.end, token.i + _FAR_FOES)]
    foes = next((t for t in ahead if t.lower_ in FOES), None)
    between = token.doc[token.i + 1 : foes.i] if foes is not None else ()
    return foes is not None and is_sides_of_war(foes) and all(t.pos_ in _NOMINAL for t in between)


_FAR_FOES = 5
_NOMINAL = frozenset({"PART", "ADJ", "NOUN", "PROPN", "VERB", "NUM", "ADV"})
_OFFICES = frozenset("presidents leaders ministers premiers chancellors envoys negotiators".split())


def _only_introduces(first: list[Mention], named: list[list[Mention]]) -> bool:
    """Whether a list begins with what those named are: "the presidents of Armenia and Azerbaijan, X and Y"."""
    if not first or any(m.form == "name" and m.parties and m.parties[0].kind == "person" for m in first):
        return False
    words = {word.lower() for m in first for word in m.text.split()}
    return bool(words & _OFFICES) and all(p.kind == "person" for run in named for m in run for p in parties_of(m))


# Words a bracket in a list may hold: an abbreviation, a name in another tongue, a post.
_SHORT_BRACKET = 9


def _behind_bracket(opening: Token, last: int) -> int:
    """The place behind a short bracket, 0 when it does not close."""
    for i in range(opening.i + 1, min(last, opening.i + _SHORT_BRACKET)):
        if opening.doc[i].text == ")":
            return i + 1
    return 0


def _continues_list(token: Token) -> bool:
    if token.pos_ in _LIST_POS or token.lower_ in _LIST_PREPOSITIONS:
        return True
    return token.pos_ == "VERB" and token.dep_ == "amod"  # "Rwanda-backed rebels"


def backs_another(token: Token) -> bool:
    """Whether a name only says who is behind the next one: "Rwanda-backed", "Saudi-led"."""
    if token.i + 2 >= len(token.doc) or token.nbor().text not in ("-", "–"):
        return False
    return token.nbor(2).lower_ in ("backed", "led", "based", "held", "occupied", "controlled", *BROKERED)


NAMELESS = frozenset(f"group:{slug(word)}" for word in UNNAMED.values())
_COUNTING = frozenset("multiple several various other main major many some key different certain".split())


def _tells_apart(token: Token) -> bool:
    """Whether an adjective belongs to a nameless side's name: "separatist rebels", not "several rebels"."""
    return token.pos_ == "ADJ" and token.text.islower() and token.lower_ not in _COUNTING


def mention_of(reading: Reading, token: Token) -> Mention | None:
    """The mention at a token; a nameless side ("the rebels", "opposition delegates") where it stands for nobody."""
    mention = reading.mention_at(token)
    if parties_of(mention):
        return mention
    if token.lower_ == "government" and (ruled := _rulers_of_article(reading, token)) is not None:
        return ruled
    head = token
    if token.lower_ in UNNAMED_PEOPLE and token.i > token.sent.start:
        head = token.nbor(-1)
    elif token.lower_ in UNNAMED and token.i + 1 < len(token.doc) and token.nbor().lower_ in UNNAMED_PEOPLE:
        return mention
    kind = UNNAMED.get(head.lower_)
    if kind is None or (token is head and kind.split()[-1] != head.lower_):
        return mention
    if " " in kind and (head.i == head.sent.start or head.nbor(-1).lower_ != kind.split()[0]):
        return mention  # of powers, those of the world
    first = head.i
    while first > head.sent.start and _tells_apart(head.doc[first - 1]):
        first -= 1
    named = head.doc[first : head.i].text
    before = head.doc[first - 1].text if first > head.sent.start else ""
    country = knowledge.default().state_of_demonym(before)
    name = f"{before} {kind}" if country and kind == "opposition" else f"{named} {kind}".strip()
    party = Party(name=name, id=f"group:{slug(kind)}", kind="group", country=country)
    start = head.doc[first].idx
    return Mention(start, token.idx + len(token), name, "group", "description", (party,))


def _rulers_of_article(reading: Reading, token: Token) -> Mention | None:
    """The state of "government and rebel negotiators", where only one of the article's sides is a state."""
    states = [s for s in reading.sides if s.kind == "state"]
    if len(states) != 1 or token.i + 1 >= len(token.doc) or token.i == 0:
        return None
    joined = token.nbor().lower_ == "and" or token.nbor(-1).lower_ == "and" or token.nbor().lower_ in _SENT_BY
    if not joined:
        return None
    return Mention(token.idx, token.idx + len(token), token.text, "state", "description", (states[0],))


_SENT_BY = frozenset("delegation negotiators delegates representatives envoys team side".split())


def _without_modifiers(run: list[Mention]) -> Iterator[Party]:
    """The parties of mentions side by side; a country before or after its own person only says where he is from."""
    people = [p for m in run for p in parties_of(m) if p.kind in ("person", "group")]
    if len(run) > 1 and run[-1].form == "name" and any(p.kind == "person" for p in parties_of(run[-1])):
        # "White House adviser X": the body is his office
        run = [m for m in run if not all(p.kind == "organisation" for p in parties_of(m))]
    if any(p.kind == "group" and p.id not in NAMELESS for p in people):
        run = [m for m in run if not {p.id for p in m.parties} & NAMELESS]  # "ELN guerrillas"
    for mention in run:
        for party in parties_of(mention):
            if party.kind == "state" and any(p.country == party.name for p in people):
                continue
            yield party


def of_phrase(reading: Reading, head: Token) -> tuple[Party, ...]:
    """The parties a noun phrase stands for, by its head: the mention over it, else those its modifiers name."""
    if is_sides_of_war(head):
        return ()  # "Yemen's warring sides" are not Yemen
    if seated := _seated_in(head):
        return (seated,)
    mention = reading.mention_at(head)
    if mention is not None and is_party(mention):
        if mention.form == "description":  # "his counterparts, A, B and C": the names say who they are
            people = [p for a in head.children if a.dep_ == "appos" for p in list_from(reading, a.left_edge)]
            if people and all(p.kind == "person" for p in people):
                return unique(people)
        return parties_of(mention) + _led_by(reading, head)
    if head.lower_ in _FIRST_PERSON:
        return speaker_at(reading, head)
    named = [p for a in head.children if a.dep_ == "appos" for p in parties_of(reading.mention_at(a))]
    if len(named) == 1 and named[0].kind == "person":
        return tuple(named)  # "the current chair of the bloc, X"
    if (nameless := mention_of(reading, head)) is not mention:
        return parties_of(nameless)
    if body := _joint_body(head):
        return (body,)
    if not is_group(head):
        return parties_of(mention)  # "Iranian assistance" is no side
    found: list[Party] = []
    for child in head.children:
        if child.dep_ == "poss" and child.lower_ in ("its", "their"):
            found += _owner(reading, child)
        elif child.i < head.i and child.dep_ in ("amod", "compound", "poss", "nmod", "nummod"):
            found += [p for t in (child, *child.conjuncts) for p in _own(reading, t)]
        elif child.dep_ == "prep" and child.lower_ == "to" and child.i + 1 < len(head.doc):
            found += [state_of(p) for p in list_from(reading, child.nbor())]  # "advisers to the leaders of A and B"
        elif child.dep_ == "prep" and child.lower_ in ("of", "from", "for", "representing", "including", "between"):
            found += list_from(reading, child.nbor()) if child.i + 1 < len(head.doc) else ()
        elif child.dep_ == "appos":
            found += _own(reading, child)
    return unique([*found, *_led_by(reading, head)])


def _owner(reading: Reading, possessive: Token) -> tuple[Party, ...]:
    """Whose "its negotiators" are: the state or body of the clause around, else the one named last before it."""
    for above in possessive.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            before = [c for c in above.lefts if c.dep_ in SUBJECTS and c.right_edge.i < possessive.left_edge.i]
            named = [p for c in before for p in parties_of(reading.mention_at(c)) if p.kind != "person"]
            if len(named) == 1:
                return (named[0],)
    sentence = possessive.sent
    earlier = reading.mentions_in(sentence.start_char, possessive.idx)
    bodies = [p for m in earlier for p in parties_of(m) if p.kind != "person"]
    return (bodies[-1],) if bodies else ()


def _seated_in(head: Token) -> Party | None:
    """The state of "the government in Kabul"."""
    if head.lower_ not in ("government", "authorities", "administration"):
        return None
    if head.i + 2 >= len(head.doc) or head.nbor().lower_ != "in":
        return None
    state = knowledge.default().state_of_capital(head.nbor(2).text)
    return Party(name=state, id=f"state:{slug(state)}", kind="state") if state else None


def _joint_body(head: Token) -> Party | None:
    """The body of two sides that a phrase names: "the 5+5 joint military committee"."""
    if head.lemma_.lower() not in BODIES:
        return None
    first = head.i
    while first > head.sent.start and head.doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "SYM"):
        first -= 1
    words = head.doc[first : head.i + 1]
    if not JOINT & {t.lower_ for t in words}:
        return None
    return Party(name=words.text, id=f"organisation:{slug(words.text)}", kind="organisation")


_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
# Quotations looked at before a word: more than this back another has begun.
_OPEN_QUOTES = 3


def speaker_at(reading: Reading, token: Token) -> tuple[Party, ...]:
    """Who says "I" at a token: the speaker of the quotation it stands in."""
    at = bisect_right(reading.quotes, token.idx, key=lambda quote: quote.content[0][0] if quote.content else 0)
    for quote in reversed(reading.quotes[max(at - _OPEN_QUOTES, 0) : at]):
        if len(quote.speakers) == 1 and any(start <= token.idx < end for start, end in quote.content):
            return quote.speakers
    return ()


def _own(reading: Reading, token: Token) -> tuple[Party, ...]:
    mention = reading.mention_at(token)
    return parties_of(mention)


def _led_by(reading: Reading, head: Token) -> tuple[Party, ...]:
    """Those who lead a delegation: "a team headed by Umerov"."""
    led = [c for c in head.children if c.dep_ in ("acl", "relcl") and c.lemma_ in LED_BY]
    return unique(p for verb in led for agent in agents(verb) for p in of_phrase(reading, agent))


def of_heads(reading: Reading, heads: Iterable[Token]) -> tuple[Party, ...]:
    """The parties of several phrases together."""
    return unique(p for head in heads for p in of_phrase(reading, head))


def list_after(reading: Reading, preposition: Token) -> tuple[Party, ...]:
    """The parties behind a preposition: the list as written, or what the parse hangs there."""
    if preposition.i + 1 >= len(preposition.doc):
        return ()
    found = list_from(reading, preposition.nbor())
    heads = [t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c)]
    if any(is_audience(h) for h in heads[:1]) and not any(is_party(reading.mention_at(h)) for h in heads[:1]):
        return ()
    return found or of_heads(reading, heads)
