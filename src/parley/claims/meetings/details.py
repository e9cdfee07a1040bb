"""When, where, under what name and in what form a meeting was held, read off the words around its trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from parley import knowledge
from parley.claims.attach import TOPICS, place_of, time_of
from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.belonging import dates_a_thing, is_of_other_meeting, is_of_saying, is_since
from parley.claims.meetings.carriers import is_venue
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.nouns import outermost
from parley.claims.meetings.parties import is_party
from parley.claims.meetings.scene import arrival_before, place_pointed_at
from parley.claims.meetings.spans import bounds
from parley.claims.meetings.standing import is_told_ahead, settle
from parley.claims.meetings.stretches import whole_stretch, with_next_day
from parley.claims.meetings.subjects import governing_verb, preposition_of
from parley.claims.meetings.timing import day_before, ended_as_well, fronted, interval, is_of_other_clause
from parley.model.party import Place
from parley.model.reading import Mention, Reading, TimeExpression
from parley.model.when import When
from parley.syntax.clauses import clause_head
from parley.syntax.datelines import token_in_dateline

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def fill(reading: Reading, draft: Draft) -> None:
    """Adds time, place, name and form to a draft, where the sentence says them, and corrects its status."""
    settle(draft)
    anchors = [*_told_of(draft.token), draft.token]
    draft.when = next((w for t in anchors if (w := _when(reading, t)) is not None), None)
    if draft.when is not None and _is_since(reading, draft.when.start) and not draft.series:
        draft.when = None  # "their first talks since March 2022"
    if _is_told_ahead(reading, draft):
        draft.status = "planned"
    draft.when = _not_ahead(reading, draft)
    if draft.status == "happened" and _is_to_come(draft.when, reading.article.published):
        draft.when = None  # "held talks to set an agenda for the coming week"
    draft.when = draft.when or _day_of_carrier(reading, draft) or _day_of_entry(reading, draft)
    draft.when = draft.when or _fronted(reading, draft)
    if (ends := ended_as_well(draft.token)) is not None:
        whole = interval(_when(reading, ends[0]), _when(reading, ends[1]))
        draft.when, draft.phase = (whole, "whole") if whole is not None else (draft.when, draft.phase)
    if (stretch := whole_stretch(draft)) is not None:
        draft.when, draft.phase = stretch, "whole"
    draft.place = _venue(reading, draft.token) or next((p for t in anchors if (p := _place(reading, t))), None)
    town = _town(draft)
    if town is not None and (draft.place is None or _is_narrower(town, draft.place)):
        draft.place = town.place
    draft.place = draft.place or _house(draft) or _place_behind(reading, draft) or _place_ahead(reading, draft)
    draft.place = draft.place or place_pointed_at(reading, draft)
    if (draft.place is None or draft.when is None) and (came := arrival_before(reading, draft)) is not None:
        draft.place = draft.place or came.place
        draft.when = draft.when or came.when
    if _lies_ahead(draft.token):
        _keep_own(reading, draft)  # "expired on Monday ahead of a new round of talks"
    if draft.definite and draft.noun is not None and not draft.attendees and not _is_event_subject(draft.token):
        _keep_own(reading, draft)
    draft.name = name_of(reading, draft)
    _settle_form(draft)


def _fronted(reading: Reading, draft: Draft) -> When | None:
    if draft.status != "happened":
        return None
    time = fronted(reading, draft.token, is_noun=draft.noun is not None)
    return time.as_when() if time is not None else None


def _is_since(reading: Reading, offset: int) -> bool:
    return reading.article.text[max(offset - 6, 0) : offset].lower().endswith("since ")


def _is_to_come(when: When | None, published: str | None) -> bool:
    if when is None or when.edtf is None or published is None or when.basis != "relative":
        return False
    limits = bounds(when.edtf)
    return limits is not None and limits[0] > published[:10]


def _is_told_ahead(reading: Reading, draft: Draft) -> bool:
    """Whether the meeting's own time is still to come: "peace talks that open in Geneva next week"."""
    when, published = draft.when, reading.article.published
    if draft.status != "happened" or when is None or when.edtf is None or published is None:
        return False
    limits = bounds(when.edtf)
    weekday = when.text.lower() in lex.WEEKDAYS
    if limits is None or (not weekday and limits[0] <= published[:10]):
        return False
    span = reading.doc.char_span(when.start, when.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    return is_told_ahead(draft.token, span.root) and (limits[0] > published[:10] or _is_due(draft.token))


def _is_due(noun: Token) -> bool:
    return any(c.lower_ in ("due", "set") for c in noun.children)


def _not_ahead(reading: Reading, draft: Draft) -> When | None:
    """The time of a draft; a weekday that was reckoned forwards is the one before when the meeting was held."""
    when, published = draft.when, reading.article.published_on
    if when is None or published is None or when.edtf is None or len(when.edtf) != 10:
        return when
    if when.basis != "relative" or not when.edtf[:4].isdecimal() or when.text.lower() not in lex.WEEKDAYS:
        return when
    if draft.status != "happened":
        day = date.fromisoformat(when.edtf)
        return _shifted(when, day, 7) if draft.status == "planned" and day < published and _is_agreed(draft) else when
    day = date.fromisoformat(when.edtf)
    return _shifted(when, day, -7) if day > published else when


def _shifted(when: When, day: date, days: int) -> When:
    return when.model_copy(update={"edtf": (day + timedelta(days=days)).isoformat()})


def _is_agreed(draft: Draft) -> bool:
    """Whether a plan is told as one that holds: not "were to meet on Monday", which was then missed."""
    return not any(c.lower_ in ("was", "were", "had") for c in governing_verb(draft.token).children)


_SAME_DAY = frozenset({"after", "at", "during", "following", "in"})


def _day_of_carrier(reading: Reading, draft: Draft) -> When | None:
    """The day of what came of the talks, when nothing else dates them: "agreed on Friday after talks in Doha"."""
    if draft.noun is None or (draft.definite and not draft.attendees):
        return None
    preposition = preposition_of(draft.token)
    verb = governing_verb(draft.token)
    if verb.dep_ == "xcomp":
        verb = verb.head  # "agreed on Friday to free them after talks in Doha"
    if (day := day_before(reading, draft.token)) is not None:
        return day.as_when()
    if preposition is None or preposition.lower_ not in _SAME_DAY or verb.tag_ != "VBD":
        return None
    when = _when(reading, verb)
    return when if when is not None and when.edtf and len(when.edtf) == 10 else None


# Between the beginning of an entry and its text: "Feb. 1999: X hosts Y", "12 March - the envoys met".
_ENTRY_MARK = re.compile(r"^[ \t]*[:–—|-]")
_BULLET = " \t—–-•*·[("


def _day_of_entry(reading: Reading, draft: Draft) -> When | None:
    """The date a chronology's entry begins with; the day of a day's log, for what it tells in the present tense."""
    text = reading.article.text
    line = text.rfind("\n", 0, draft.start) + 1
    lead = next((t for t in reading.times_in(line, line + _LEAD) if t.edtf), None)
    if lead is not None and not text[line : lead.start].strip(_BULLET) and _ENTRY_MARK.match(text[lead.end :][:8]):
        return lead.as_when()
    verb = governing_verb(draft.token) if draft.noun is not None else draft.token
    if verb.tag_ not in ("VBZ", "VBP") or draft.status != "happened" or draft.definite:
        return None
    return _day_of_heading(reading)


def _day_of_heading(reading: Reading) -> When | None:
    """The day in the first line of a page that is a day's log ("Events: 12 March 2025")."""
    first, newline, _ = reading.article.text[:_HEADING].partition("\n")
    if not newline:
        return None
    days = (t for t in reading.times_in(0, len(first)) if t.edtf and len(t.edtf) == 10)
    return next((t.as_when() for t in days if first.rstrip().endswith(t.text)), None)


# A date further into its line is no longer what the entry is filed under; a longer first line is no heading.
_LEAD = 12
_HEADING = 60


def _told_of(noun: Token) -> list[Token]:
    """The predicates that say of a meeting noun when and where: "which took place on", "to be held in"."""
    found = []
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _FAR_RELATIVE)]:
        if token.dep_ in ("relcl", "acl") and token.lemma_.lower() in _HELD and _is_told_of(noun, token):
            found.append(token)
    return found


# How far behind a noun its "which took place" may stand.
_FAR_RELATIVE = 16


def _is_told_of(noun: Token, verb: Token) -> bool:
    relative = any(c.lower_ in ("which", "that") for c in verb.lefts)
    infinitive = any(c.lower_ == "to" for c in verb.lefts)
    bare = verb.head.i == noun.i and (verb.dep_ == "acl" or infinitive)
    return bare or (relative and noun.i < verb.head.i + 1)


def _when(reading: Reading, token: Token) -> When | None:
    """The time of what a token tells, of those in its sentence that are not another's."""

    def admits(time: TimeExpression) -> bool:
        if any(m.parties and time.start < m.end for m in reading.mentions_in(time.start, time.end)):
            return False  # "the March 23 Movement" is no date
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or not len(span):
            return True
        return not (
            dates_a_thing(span.root, token, span)
            or is_of_other_clause(span.root, token)
            or is_of_saying(span, token)
            or is_of_other_meeting(span, token)
            or is_since(span.root, token)
        )

    time = time_of(reading, token, admits)
    return with_next_day(reading, time) if time is not None else None


def _place(reading: Reading, token: Token) -> Place | None:
    """Where a token's event was; not a place that only the purpose names ("met to discuss the war in Mali")."""

    def admits(mention: Mention) -> bool:
        span = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not len(span):
            return True
        return not (_is_of_purpose(token, span) or is_of_saying(span, token) or is_of_other_meeting(span, token))

    return place_of(reading, token, admits)


def _is_of_purpose(trigger: Token, span: Tokens) -> bool:
    token = span.root
    for _ in range(_DEPTH):
        if token.i == trigger.i or token.head.i == token.i:
            return False
        if token.dep_ in ("advcl", "xcomp", "ccomp", "relcl", "acl") and token.pos_ in ("VERB", "AUX"):
            return trigger.is_ancestor(token) and token.lemma_.lower() not in _HELD
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


# "Before the talks", "ahead of a new round": the day and the town of what came before are not those of the talks.
_AHEAD_OF = frozenset({"ahead", "before", "until", "pending", "toward", "towards"})


def _lies_ahead(token: Token) -> bool:
    for _ in range(_DEPTH):
        if token.lower_ in _AHEAD_OF:
            return True
        if token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


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


# Predicates that say when and where the meeting itself was: of these the whole clause counts for "the talks".
_HELD = frozenset(
    """hold take begin start open end close schedule plan set conclude resume continue be convene cancel postpone host
    last occur happen due break adjourn finish wrap commence kick get reconvene run""".split()
)


def _is_event_subject(noun: Token) -> bool:
    outer = outermost(noun)
    return outer.dep_ in ("nsubj", "nsubjpass") and clause_head(outer).lemma_.lower() in _HELD


def _keep_own(reading: Reading, draft: Draft) -> None:
    """Of a mere reference ("after the talks"), only what stands in its own phrase dates or places it."""
    left, right = draft.token.left_edge, draft.token.right_edge
    start, end = left.idx, right.idx + len(right)
    if draft.when is not None and not start <= draft.when.start < end:
        draft.when = None
    if draft.place is not None and not any(m.place == draft.place for m in reading.mentions_in(start, end)):
        draft.place = None


# Names


_FORMAT = re.compile(
    r"\b(Normandy|Minsk|Astana|Geneva|Quad|Trilateral)\b[ -](?:Format|format|Forum|Four|process|group)"
)


def name_of(reading: Reading, draft: Draft) -> str | None:
    """The name a meeting goes by: "the Normandy Format summit", "the Geneva talks"; None for a bare "meeting"."""
    token = draft.token
    if draft.noun is None:
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ in ("for", "at"):
                for inner in child.children:
                    if lex.meeting_noun(inner.text) and _has_capital(inner) and not _tells_apart(reading, inner):
                        return _phrase(inner)
        return None
    name = _phrase(token) if _has_capital(token) else None
    return None if name is not None and _tells_apart(reading, token) else name


def _tells_apart(reading: Reading, noun: Token) -> bool:
    """Whether the words before a noun only say between whom or when: "Iran–U.S. talks", "the May 14 talks"."""
    named = [t for t in _compounds(noun) if t.text[:1].isupper()]
    return all(_is_side_or_day(reading, t) for t in named) and not is_venue(noun, noun.nbor(-1))


def _is_side_or_day(reading: Reading, token: Token) -> bool:
    dated = any(t.start <= token.idx < t.end for t in reading.times_in(token.sent.start_char, token.idx + 1))
    return dated or is_party(reading.mention_at(token))


def _has_capital(noun: Token) -> bool:
    return any(t.text[:1].isupper() and t.pos_ in ("PROPN", "NOUN", "ADJ") for t in _compounds(noun))


def _compounds(noun: Token) -> list[Token]:
    kept = [t for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod") for t in child.subtree]
    return [t for t in kept if not token_in_dateline(t)]


def _phrase(noun: Token) -> str:
    kept = _compounds(noun)
    first = min((t.i for t in kept), default=noun.i)
    return str(noun.doc[first : noun.i + 1].text)


# Words on either side of a trigger that may say how they met.
_FAR_FORM = 40


def _settle_form(draft: Draft) -> None:
    if draft.form == "remote":
        return
    verb = clause_head(draft.token)
    told = verb if verb.pos_ in ("VERB", "AUX") else draft.token
    first = max(told.left_edge.i, draft.token.i - _FAR_FORM)
    text = told.doc[first : min(told.right_edge.i + 1, draft.token.i + _FAR_FORM)].text.lower()
    if any(phrase in text for phrase in lex.REMOTE_PHRASES):
        draft.form = "remote"
    elif draft.form == "unknown" and (draft.place is not None or any(p in text for p in lex.IN_PERSON_PHRASES)):
        draft.form = "in_person"
