"""Where and when a meeting was, where another sentence says it: the dateline's "here", "there", an arrival before it.

"The envoy flew to Muscat on Tuesday. He held talks with ..." tells day and town in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.attach import time_of
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.nouns import outermost
from parley.claims.meetings.spans import bounds
from parley.claims.meetings.subjects import governing_verb, subject_parties
from parley.model.party import Place
from parley.model.reading import Mention, Reading
from parley.model.when import When
from parley.syntax.clauses import children
from parley.syntax.datelines import datelines

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# "Pyongyang, Sep 19: ", "New Delhi, April 26:", "Vienna: ", "Muscat - ": a report's town at the head of a paragraph.
_OPENING = re.compile(
    rf"^[ \t]*(?P<town>[A-Z][\w'’.]+(?:[ -][A-Z][\w'’.]+){{0,2}})"
    rf"(?:,[ ](?:[A-Z][\w. ]+,[ ])?{_MONTH}[ ]\d{{1,2}}(?:,[ ]\d{{4}})?)?"
    r"[ ]?(?:\([A-Z][\w ]*\)[ ]?)?(?::|[-–—]{1,2})(?:[ \n]|$)",
    re.MULTILINE,
)
# A report's town stands in its first lines, and a town of fewer people than this is too often another word.
_HEAD = 400
_KNOWN_TOWN = 100_000


def town_of_report(reading: Reading) -> Place | None:
    """The town a report is dated from; None when it has no dateline or its town is not known."""
    text = reading.article.text
    found = next((text[start:end] for start, end in datelines(text) if start < 3 * _HEAD), None)
    if found is not None:
        words = re.split(r"[,(/:]|\s[-–—]|--", found)[0].strip(" \t.")
        if (place := _known(words)) is not None:
            return place
    match = _OPENING.search(text[:_HEAD])
    return _known(match["town"]) if match is not None else None


def _known(town: str) -> Place | None:
    name = town.title() if town.isupper() else town
    known = knowledge.default()
    if known.people_called(name) and known.state_of_capital(name) is None:
        return None  # "Putin: we agreed to meet"
    return known.places.named(name, minimum=_KNOWN_TOWN)


# How far behind its trigger a "here" or a "there" may stand.
_FAR_HERE = 24
# "In the same city", "in this town": the one spoken of last.
_SAME = re.compile(r"\bin (?:the same|this|that) (?:city|town|resort|building|hotel|venue|capital)\b")
_OF_COUNTRY = re.compile(
    r"\bin the (?P<people>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:port |resort )?(?:city|town|capital)\b(?! of|,? [A-Z])"
)
# Characters back to a place spoken of before.
_BACK = 500


def place_pointed_at(reading: Reading, draft: Draft) -> Place | None:
    """The place that "here", "there", "in the same city" or "in the Swiss city" stands for."""
    token = draft.token
    behind = token.doc[token.i : min(token.sent.end, token.i + _FAR_HERE)]
    if any(t.lower_ == "here" for t in behind):
        return town_of_report(reading)
    before = reading.mentions_in(max(token.sent.start_char - _BACK, 0), token.idx)
    told = [m.place for m in before if m.kind == "place" and m.place is not None]
    towns = [p for p in told if p.name != p.country]
    if any(t.lower_ == "there" and t.dep_ != "expl" and t.i > token.i for t in behind) or _SAME.search(behind.text):
        return next(reversed(towns or told), None)
    if (match := _OF_COUNTRY.search(behind.text)) is not None:
        state = knowledge.default().state_of_demonym(match["people"])
        earlier = (m.place for m in reading.mentions_in(0, token.idx) if m.place is not None)
        return next((p for p in earlier if state and p.country == state and p.name != p.country), None)
    return None


# Verbs by which somebody came to where he then met others, with the prepositions before the place.
_ARRIVING = frozenset("arrive fly travel come go return head land journey drive move visit".split())
_TO = frozenset({"in", "to", "at", "into"})


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where and when somebody came."""

    place: Place | None
    when: When | None


def arrival_before(reading: Reading, draft: Draft) -> Arrival | None:
    """The coming of one of a draft's parties that the sentence before tells of."""
    token = draft.token
    verb = governing_verb(token) if draft.noun is not None else token
    if draft.status != "happened" or draft.series or draft.definite or verb.tag_ != "VBD":
        return None
    if verb.dep_ not in ("ROOT", "conj"):
        return None  # "wrote after their meeting that the two discussed"
    if draft.noun is not None and outermost(token).dep_ not in ("dobj", "pobj"):
        return None  # "two months of talks had failed"
    sentence = _sentence_before(token)
    if sentence is None:
        return None
    ids = {p.id for p in draft.parties}
    for word in reversed(sentence):
        if word.lemma_.lower() not in _ARRIVING or word.tag_ != "VBD" or word.dep_ in ("relcl", "advcl", "acl"):
            continue
        if not ids & {p.id for p in subject_parties(reading, word)}:
            continue
        place = _goal(reading, word)
        time = time_of(reading, word)
        day = time.as_when() if time is not None and time.edtf is not None and len(time.edtf) == 10 else None
        return Arrival(place, day) if place is not None else None
    return None


def coming_before_where(draft: Draft) -> Token | None:
    """The verb that tells of the coming to a place where talks were held: "flew on Monday to Cairo, where he met"."""
    token = draft.token
    verb = governing_verb(token) if draft.noun is not None else token
    if draft.status != "happened" or verb.dep_ != "relcl" or verb.tag_ != "VBD":
        return None
    if not any(c.lower_ == "where" for c in verb.lefts):
        return None
    above = verb.head
    for _ in range(_STEPS):
        if above.head.i == above.i or above.pos_ in ("VERB", "AUX"):
            break
        above = above.head
    return above if above.lemma_.lower() in _ARRIVING | _BEING_THERE and above.tag_ == "VBD" else None


_BEING_THERE = frozenset("be gather meet speak talk sit".split())
# Steps from a place up to the verb: "in the city of Muscat, where".
_STEPS = 6


def _sentence_before(token: Token) -> Tokens | None:
    i = token.sent.start - 1
    while i >= 0 and token.doc[i].is_space:
        i -= 1
    return token.doc[i].sent if i >= 0 else None


def _goal(reading: Reading, verb: Token) -> Place | None:
    for child in children(verb):
        leads = {child.lower_, *(c.lower_ for c in children(child) if child.dep_ == "advmod")}  # "back to"
        if child.i < verb.i or not (leads & _TO or child.dep_ == "dobj"):
            continue
        mentions: Sequence[Mention] = reading.mentions_in(child.idx, child.right_edge.idx + len(child.right_edge))
        if place := next((m.place for m in mentions if m.place is not None), None):
            return place
    return None


# Towns where agencies keep an office and write of what happened elsewhere; also the seats of much else than talks.
BUREAUS = frozenset(
    name.strip()
    for name in """Beirut, Cairo, Nairobi, Dubai, Amman, Istanbul, London, Washington D.C., New York City, New York,
    Moscow, Jerusalem, Johannesburg, Dakar, Abidjan, Bangkok, Hong Kong, Beijing, New Delhi, Tunis, Ankara, Riyadh,
    Manama, Berlin, Paris, Brussels, Washington""".split(",")
)
_TITLE_PLACE = re.compile(
    r"\b(?:[Tt]alks?|[Mm]eet(?:ing|ings|s)?|[Mm]et|[Ss]ummit|[Nn]egotiations?|[Rr]ound|[Dd]ialogue|[Ss]ession"
    r"|[Ff]ace to face)\b"
    r"[^,;:.]{0,40}?\b(?:in|at) (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
# A report tells of what took place this many days before it at most as its news.
_NEWS = 4


def place_of_story(reading: Reading, meeting: Draft) -> Place | None:
    """Where the meeting that a report is about was held: as its title says, else its dateline.

    A dateline counts only in the report's first sentences, for a town that is of none of the parties and that is no
    seat of correspondents.
    """
    told = meeting.place
    if meeting.status == "not_held" or meeting.form == "remote":
        return None
    if told is not None and told.name != told.country:
        return None
    if not _is_news(meeting, reading.article.published):
        return None
    title = _TITLE_PLACE.search((reading.article.title or "")[:300])
    if title is not None:
        words = title["place"].split()
        places = knowledge.default().places
        named = places.named(title["place"]) or places.named(words[0])
        if named is not None and not knowledge.default().state(words[0]) and _fits(named, told):
            return named
    town = town_of_report(reading)
    if town is None or meeting.status != "happened" or town.name in BUREAUS:
        return None
    of_parties = {p.country or p.name for p in meeting.parties if p.role == "party"}
    first = min(start for _, start, _ in meeting.told_at)
    return town if town.country not in of_parties and first < _HEAD and _fits(town, told) else None


def _fits(town: Place, told: Place | None) -> bool:
    """Whether a town lies in the country where the sentence puts the meeting."""
    return told is None or town.country == told.name


_ALSO = re.compile(r"\balso (?:in|at) (?:the )?(?P<place>[A-Z][\w'’-]+)")
# Characters back to the meeting that "also in Doha" puts in Doha too.
_BACK_ALSO = 700


def share_place(reading: Reading, meetings: Sequence[Draft]) -> None:
    """Gives the meeting told before "talks, also in Doha" the same place."""
    for number, meeting in enumerate(meetings):
        if meeting.place is None:
            continue
        for _, start, end in meeting.told_at:
            match = _ALSO.search(reading.article.text[start:end])
            if match is None or match["place"] not in meeting.place.name:
                continue
            before = meetings[number - 1] if number else None
            near = before is not None and start - max(e for _, _, e in before.told_at) <= _BACK_ALSO
            if before is not None and near and before.place is None and before.form != "remote":
                before.place = meeting.place
                before.form = "in_person"


def _is_news(meeting: Draft, published: str | None) -> bool:
    when = meeting.when
    if when is None or when.edtf is None or published is None:
        return True
    limits = bounds(when.edtf)
    if limits is None or len(published) < 10:
        return False
    day, last = published[:10], limits[1]
    return meeting.status != "happened" or (last[:7] == day[:7] and int(day[8:]) - int(last[8:10] or 0) <= _NEWS)
