"""Where a meeting was held, read off its own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.attach import SETTLEMENTS, TOPICS, place_of
from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.belonging import (
    is_behind_time,
    is_beyond_semicolon,
    is_in_side_clause,
    is_of_other_meeting,
    is_of_saying,
    is_since,
    is_told_of_another,
)
from parley.claims.meetings.carriers import is_venue
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.nouns import outermost
from parley.claims.meetings.subjects import governing_verb, preposition_of
from parley.model.party import Place
from parley.model.reading import Mention, Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Predicates that say when and where the meeting itself was: of these the whole clause counts for "the talks".
HELD = frozenset(
    """hold take begin start open end close schedule plan set conclude resume continue be convene cancel postpone host
    last occur happen due break adjourn finish wrap commence kick get reconvene run""".split()
)


def place_told(reading: Reading, draft: Draft, anchors: Iterable[Token]) -> Place | None:
    """Where the sentence says the meeting was.

    Args:
        anchors: the meeting's word and the predicates that say of it where and when.
    """
    place = _venue(reading, draft.token) or next((p for t in anchors if (p := _place(reading, t))), None)
    town = _town(draft)
    if town is not None and (place is None or _is_narrower(town, place)):
        place = town.place
    if place is not None and _OUTSIDE.search(_behind(draft)) and (exact := _unlisted(reading, draft)) is not None:
        place = exact.model_copy(update={"country": place.country})
    place = place or _house(draft) or _place_behind(reading, draft) or _place_ahead(reading, draft)
    place = place or _beside(reading, draft) or _where(reading, draft) or _visited(reading, draft) or _host_city(draft)
    return place or _own_capital(reading, draft) or _unlisted(reading, draft)


_SIDELINES = re.compile(
    r"\b(?:sidelines|margins|fringes) of (?:the |a |an )?(?P<of>[^,;]{3,50}?) "
    r"(?:conference|summit|forum|meeting|assembly|dialogue|congress)\b",
    re.IGNORECASE,
)


def _beside(reading: Reading, draft: Draft) -> Place | None:
    """The town of an occasion beside which others met: "on the sidelines of the Munich Security Conference"."""
    found = _SIDELINES.search(_behind(draft))
    if found is None:
        return None
    start = draft.token.idx
    mentions = reading.mentions_in(start + found.start("of"), start + found.end("of"))
    towns = [m.place for m in mentions if m.kind == "place" and m.place is not None]
    return next((p for p in towns if p.name != p.country), None)


# "In La Celle Saint-Cloud, outside the French capital": the first is where it was.
_OUTSIDE = re.compile(r"[A-Z][\w'’-]+, (?:just |right )?(?:outside|near|north|south|east|west)\b")


def _behind(draft: Draft) -> str:
    token = draft.token
    return str(token.doc[token.i : min(token.sent.end, token.i + _FAR_HOUSE)].text)


def _where(reading: Reading, draft: Draft) -> Place | None:
    """The place before the "where" of a meeting's clause: "flew to Muscat, where he held talks"."""
    token = draft.token
    for _ in range(_DEPTH):
        adverb = next((c for c in token.lefts if c.lower_ == "where"), None)
        if adverb is not None:
            before = reading.mentions_in(adverb.sent.start_char, adverb.idx)
            near = [m for m in before if m.place is not None and adverb.idx - m.end <= _BEFORE_WHERE]
            return near[-1].place if near else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


# Characters between a place and its "where".
_BEFORE_WHERE = 24


def _visited(reading: Reading, draft: Draft) -> Place | None:
    """The place somebody visited for talks, or left after them: "visited Cairo on Saturday for talks with"."""
    token = draft.token
    verb = governing_verb(token)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        verb = governing_verb(verb)  # "left Minsk without signing anything after talks"
    lemma, before = verb.lemma_.lower(), preposition_of(outermost(token)) if draft.noun is not None else None
    left = lemma == "leave" and before is not None and before.lower_ in ("after", "following")
    if (lemma == "visit" or left) and token.i > verb.i:
        found = [reading.mention_at(c) for c in verb.children if c.dep_ == "dobj"]
        return next((m.place for m in found if m is not None and m.place is not None), None)
    return None


def _host_city(draft: Draft) -> Place | None:
    """The city that hosts talks: "Asmara is hosting the summit", "Sochi will host talks"."""
    token = draft.token
    verb = governing_verb(token) if draft.noun is not None else token
    if verb.lemma_.lower() != "host":
        return None
    known = knowledge.default()
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    subjects += [a for c in subjects for a in c.children if a.dep_ == "appos"]  # "the Eritrean capital Asmara"
    for subject in (c for c in subjects if c.pos_ == "PROPN"):
        named = known.places.named(subject.text, minimum=_CITY)
        if named is not None and not known.people_called(subject.text) and named.name != named.country:
            return named
    return None


# Of fewer people than this a name in GeoNames is too often a surname.
_CITY = 100_000


_CAPITAL = re.compile(r"\bin (?:his|her|its|their) (?:own )?capital\b")


def _own_capital(reading: Reading, draft: Draft) -> Place | None:
    """The capital of the state spoken of before "in its capital"."""
    token = draft.token
    match = _CAPITAL.search(token.doc[token.i : min(token.sent.end, token.i + _FAR_HOUSE)].text)
    if match is None:
        return None
    before = reading.mentions_in(token.sent.start_char, token.idx + match.start())
    parties = [p for m in before for p in m.parties]
    state = next((p.country or p.name for p in parties if p.kind in ("state", "person")), None)
    found = knowledge.default().states.get(state or "")
    return knowledge.default().places.named(found.capitals[0]) if found and found.capitals else None


def _unlisted(reading: Reading, draft: Draft) -> Place | None:
    """A place that no list has and the tagger takes for one: "on June 22 in Mount Kumgang"."""
    token = draft.token
    verb = governing_verb(token) if draft.noun is not None else token
    for word in token.doc[token.i + 1 : min(token.sent.end - 1, token.i + _FAR_HOUSE)]:
        if word.text in ".;:":
            break
        behind = word.nbor()
        if word.lower_ not in ("in", "at") or behind.ent_type_ not in _PLACES or behind.ent_iob_ != "B":
            continue
        governor = word.head if word.head.lemma_.lower() not in SETTLEMENTS else word.head.head.head
        if reading.mention_at(behind) is not None or governor.i not in (token.i, verb.i):
            continue
        entity = next((e for e in token.doc.ents if e.start == behind.i), None)
        if entity is not None and entity.text[0].isupper():
            return Place(name=entity.text)
    return None


# A building is in a town that is told elsewhere.
_PLACES = frozenset({"GPE", "LOC"})


def _place(reading: Reading, token: Token) -> Place | None:
    """Where a token's event was; not a place that only the purpose names ("met to discuss the war in Mali")."""

    def admits(mention: Mention) -> bool:
        span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not len(span):
            return True
        return not (
            is_beyond_semicolon(span, token)
            or is_behind_time(reading, span)
            or is_since(span.root, token)
            or is_in_side_clause(span.root, token)
            or is_told_of_another(span.root, token)
            or _is_of_purpose(token, span)
            or is_of_saying(span, token)
            or is_of_other_meeting(span, token)
        )

    return place_of(reading, token, admits)


# Before what talks are about.
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})

# "Met on the sidelines of a summit in Granada", "on the eve of".
_BESIDE = frozenset("sideline margin fringe edge eve side ground board border outskirt island".split())


def _is_of_purpose(trigger: Token, span: Tokens) -> bool:
    token = span.root
    for _ in range(_DEPTH):
        if token.i == trigger.i or token.head.i == token.i:
            return False
        about = token.head.lower_ in _ABOUT and token.ent_type_ not in ("DATE", "TIME")
        about = about and token.lemma_.lower() not in _BESIDE
        if about and token.dep_ in ("pobj", "pcomp") and token.head.head.i == trigger.i and token.i != span.root.i:
            return True  # "talks on reaching a deal in Gaza"
        if token.lower_ == "face":  # "met face to face"
            token = token.head
            continue
        if token.dep_ in ("advcl", "xcomp", "ccomp", "relcl", "acl") and token.pos_ in ("VERB", "AUX"):
            told = token.lemma_.lower() in HELD and not any(c.dep_ == "dobj" for c in token.children)
            if not told or token.dep_ != "relcl" or token.head.i == trigger.i:
                return trigger.is_ancestor(token) and not told  # "talks to hold a summit in Seoul"
        token = token.head
    return False


# Deeper chains than this are accidents of the parser.
_DEPTH = 30


# How far behind its trigger a house may stand: "met on Monday evening at the Kremlin".
_FAR_HOUSE = 20


def _house(draft: Draft) -> Place | None:
    """The city of a house they met at: "talks at the Kremlin", "received him in the White House"."""
    token = draft.token
    span = token.doc[token.i : min(token.sent.end, token.i + _FAR_HOUSE)]
    match = HOUSE.search(span.text)
    if match is None:
        return None
    start = span.start_char + match.start()
    preposition = next((t for t in span if t.idx >= start), token)
    verb = governing_verb(token) if draft.noun is not None else token
    if not (token.is_ancestor(preposition) or governing_verb(preposition).i == verb.i):
        return None  # "said in a statement at the Kremlin"
    return knowledge.default().places.named(lex.HOUSES[match["house"].lower()].partition(",")[0])


HOUSE = re.compile(
    rf"\b(?:at|in|inside) (?:the |his |\d+ )*(?P<house>{'|'.join(map(re.escape, lex.HOUSES))})\b", re.IGNORECASE
)


_TOWN = re.compile(
    r"^.{0,110}?\b(?:in|at|near|outside) (?:the |a )?(?P<words>(?:[\w-]+ ){0,3})"
    r"(?:town|city|village|resort|suburb|hamlet)(?: of)? "
    r"(?P<name>[A-ZÀ-Ž][\w'’-]+(?: (?:[A-ZÀ-Ž]|el-|al-)[\w'’-]+){0,2})"
)


@dataclass(frozen=True, slots=True)
class _Town:
    """A town told by what it is, and the words before that: "Washington" of "the Washington suburb of Arlington"."""

    place: Place
    words: str


def _is_narrower(town: _Town, place: Place) -> bool:
    return place.name == place.country or place.name.partition(",")[0] in town.words


def _town(draft: Draft) -> _Town | None:
    """The town in "the talks in the Swedish town of Rimbo", also one that no list of places has."""
    token = draft.token
    sentence = token.sent
    if draft.noun is None and token.pos_ not in ("VERB", "AUX"):
        return None
    match = _TOWN.match(token.doc[token.i : sentence.end].text[len(token) :])
    if match is None or any(mark in match.group(0) for mark in ".;\n"):
        return None
    known = knowledge.default()
    countries = [s for w in match["words"].split() if (s := known.state_of_demonym(w.removesuffix("'s")))]
    place = known.places.named(match["name"]) or Place(name=match["name"], country=next(iter(countries), None))
    return _Town(place, match["words"])


# How far behind its noun a "in Jeddah" may stand, over the sides' names: "talks between A and B in Jeddah".
_FAR_PLACE = 34


def _place_behind(reading: Reading, draft: Draft) -> Place | None:
    """The place behind the sides of a meeting noun, where the parser hung it on one of them."""
    token = draft.token
    for word in token.doc[token.i + 1 : min(token.sent.end - 1, token.i + _FAR_PLACE)]:
        if word.text in ".;:" or word.lower_ in ("that", "who", "which", "after", "before", "to"):
            return None
        if word.lower_ == "on" and not reading.times_in(word.idx, word.nbor().idx + 1):
            return None
        if word.pos_ in ("VERB", "AUX") and word.tag_ != "VBN" and word.lower_ not in ("involving", "including"):
            return None
        if word.lower_ not in ("in", "at", "near") or (m := reading.mention_at(word.nbor())) is None:
            continue
        before = reading.mention_at(word.nbor(-1))
        if (
            m.kind == "place"
            and m.place is not None
            and not (before is None and word.nbor(-1).lemma_.lower() in TOPICS)
        ):
            return m.place
    return None


def _place_ahead(reading: Reading, draft: Draft) -> Place | None:
    """The place a sentence opens with: "In Geneva on Friday, the two met"; no verb may stand between."""
    sentence = draft.token.sent
    if sentence[0].lower_ not in ("in", "at", "on"):
        return None
    for mention in reading.mentions_in(sentence.start_char, draft.token.idx):
        span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or any(t.pos_ in ("VERB", "AUX") for t in reading.doc[sentence.start : span.start]):
            return None
        placed = span.start > sentence.start and span[0].nbor(-1).lower_ in ("in", "at")
        if mention.kind == "place" and mention.place and placed:
            return mention.place
    return None


def _venue(reading: Reading, noun: Token) -> Place | None:
    """The place a noun of meeting is called by: "the Geneva talks", "the Islamabad Talks"."""
    if noun.i == noun.sent.start or not is_venue(noun, noun.nbor(-1)):
        return None
    mention = reading.mention_at(noun.nbor(-1))
    return (mention.place if mention is not None else None) or knowledge.default().places.named(noun.nbor(-1).text)
