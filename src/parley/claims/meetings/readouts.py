"""The titles of official readouts: "President X met with Y", "Telephone conversation with Y", "Talks with Y".

The office of a head of state publishes a readout of each contact on its day, under a formulaic title that the text
below takes as read ("The leaders discussed ..."). The title is outside the text, so the evidence is the sentence of
the text that tells of the contact. Why the day of publication may be the meeting's day here, and only here, is told in
docs/decisions/0007-day-of-a-readout.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from parley import knowledge
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.lexicon import HOUSES
from parley.claims.meetings.venues import HOUSE
from parley.knowledge import slug
from parley.model.article import Article
from parley.model.claim import Form
from parley.model.party import Party, Place
from parley.model.reading import Reading
from parley.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

# Sites of the offices that publish readouts on the day, with the state whose leader they report on.
OFFICIAL_HOSTS = {
    "kremlin.ru": "Russia", "president.gov.ua": "Ukraine", "president.az": "Azerbaijan", "president.am": "Armenia",
    "primeminister.am": "Armenia", "president.gov.by": "Belarus", "akorda.kz": "Kazakhstan",
    "president.uz": "Uzbekistan", "whitehouse.gov": "United States", "elysee.fr": "France",
    "bundeskanzler.de": "Germany", "bundesregierung.de": "Germany", "pmindia.gov.in": "India",
    "tccb.gov.tr": "Turkey", "president.ir": "Iran", "pm.gc.ca": "Canada", "presidency.eg": "Egypt",
    "president.md": "Moldova", "gov.uk": "United Kingdom", "pmo.gov.il": "Israel",
}  # fmt: skip

_TOLD = (
    (r"had (?:a|an|another)(?: \w+)? (?:telephone|phone) (?:conversation|call) with", "remote"),
    (r"(?:had|held)(?: a| an| another| several)?(?: \w+)? ?(?:telephone|phone) (?:conversations?|calls?|talks) with",
     "remote"),
    (r"(?:spoke|talked|has spoken) (?:by (?:tele)?phone|on the (?:tele)?phone|over the (?:tele)?phone) (?:with|to)",
     "remote"),
    (r"(?:met|meets|has met)(?: \w+ly)?(?: with)?", "in_person"),
    (r"(?:received|receives)", "in_person"),
    (r"(?:held|holds|had|has|conducted)(?: a| an)?(?: [\w-]+){0,2}"
     r" (?:meeting|talks|negotiations|summit|consultations) with", "in_person"),
    (r"had (?:a|an)(?: [\w-]+)? (?:conversation|breakfast|lunch|dinner|discussion) with", "unknown"),
)  # fmt: skip
_BARE = (
    (r"(?:Telephone|Phone|Video) (?:conversations?|calls?|talks) (?:with|between)", "remote"),
    (r"(?:[A-Z][\w-]+ )?(?:[Mm]eetings?|[Tt]alks|[Nn]egotiations|[Ss]ummit) with", "in_person"),
    (r"Conversation with", "unknown"),
)
_TOLD_TITLE = tuple((re.compile(rf"^(?P<who>[A-Z].{{2,120}}?) {told} (?P<whom>.+)$"), form) for told, form in _TOLD)
_BARE_TITLE = tuple((re.compile(rf"^{bare} (?P<whom>.+)$"), form) for bare, form in _BARE)

# Where the other side's name ends and the circumstances begin.
_CIRCUMSTANCES = re.compile(
    r"(?:,? (?:who|to (?!the)|in|at|on|during|before|after|following|by|today|yesterday|for (?=[a-z])|regarding"
    r"|concerning|about|while|when|aboard|ahead|that|which)\b|\band (?:congratulated|discussed|expressed|his|her)\b"
    r"|, where\b).*$"
)
_JOINED = re.compile(r",? and (?:the )?|, ")
# More names than this are a list of guests, not the sides of a meeting.
_MOST_SIDES = 12
# Words of an office, an organisation or a rank: never part of a person's name.
_OFFICE_WORD = re.compile(
    r"^(?:President|Prime|Minister|Chancellor|King|Queen|Emir|Sultan|Prince|Princess|Crown|Secretary|General|Head|Chair\w*"
    r"|Federal|Foreign|Deputy|Vice|First|Acting|Leader|Speaker|Governor|Director|Commissioner|Envoy|Ambassador|State"
    r"|Premier|Defence|Defense|Interior|former|Special|Representative|Republic|Kingdom|Union|Council|Committee|Party"
    r"|Commission|Organi[sz]ation|Federation|Patriarch|Pope|Sheikh|Mr|Mrs|Ms|Sir|Dr|Lord|Republic|People.s|National"
    r"|Chief|Presidential|Rights|Plenipotentiary|Economy|Energy|Finance|Affairs|High|Supreme|Bank|Parliament|Assembly|Congress|Taoiseach|Mayor|Member|Board|Secretary-General|Vice-President|Rada)$"
)
_OF_A_REALM = re.compile(r" of (?:the )?[A-Z][\w ]+$")
_PARTICLE = frozenset("al-said al bin bint ibn de da del der den van von la le el dos di ben ould".split())


@dataclass(frozen=True, slots=True)
class Title:
    """A readout's title taken apart: who (None when only the other side is named), whom, in what form."""

    who: str | None
    whom: str
    form: Form


def title_of(article: Article) -> Title | None:
    """The formulaic title of an article, None when it is none."""
    title = " ".join((article.title or "").split())
    if not title or len(title) > 400:
        return None
    for pattern, form in _BARE_TITLE:
        if match := pattern.match(title):
            return Title(None, match["whom"], form)  # type: ignore[arg-type]
    for pattern, form in _TOLD_TITLE:
        if match := pattern.match(title):
            return Title(match["who"], match["whom"], form)  # type: ignore[arg-type]
    return None


def is_official(article: Article) -> bool:
    """Whether an article comes from an office that publishes readouts on their day."""
    return _office_of(article) is not None


# The address a page gives as its own at its foot, and how many characters a foot may have.
_OWN_LINK = re.compile(r"^(?:Direct|Permanent) link:\s*(?:https?://)?(?P<host>[\w.-]+)", re.MULTILINE)
_FOOTER = 600


def _office_of(article: Article) -> str | None:
    """The state whose leader's office published an article."""
    host = (urlsplit(article.uri).hostname or "") if "://" in article.uri else ""
    footer = _OWN_LINK.search(article.text, max(len(article.text) - _FOOTER, 0))
    for name in (host, (article.publisher or "").lower(), footer["host"].lower() if footer else ""):
        for official, state in OFFICIAL_HOSTS.items():
            if name == official or name.endswith("." + official):
                return state
    return None


def draft_of_title(reading: Reading) -> Draft | None:
    """The meeting a readout's title tells of, with the first sentence of the text that speaks of it as evidence."""
    title = title_of(reading.article)
    sentences = reading.sentences() or _dateline(reading)
    if title is None or not sentences or not is_official(reading.article):
        return None
    sides = parties_in(reading, title.whom)
    if not sides:
        return None
    first = sentences[0]
    draft = Draft(first[0], first.start_char, first.end_char, form=title.form)
    draft.add(_principal(reading, title, reading.article.published or ""))
    draft.add(sides)
    draft.when = _day_of(reading, first.start_char)
    draft.place = place_of_title(reading.article)
    draft.from_title = True
    return draft


_AT = re.compile(r"\b(?:in|at) (?:the )?(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\s*$")


def place_of_title(article: Article) -> Place | None:
    """Where an official readout's title says they met: "talks in the Kremlin", "met with Y in Astana"."""
    title = " ".join((article.title or "").split())[:400]
    if not is_official(article):
        return None
    if match := HOUSE.search(title):
        return knowledge.default().places.named(HOUSES[match["house"].lower()].partition(",")[0])
    match = _AT.search(title)
    return knowledge.default().places.named(match["place"]) if match else None


def _dateline(reading: Reading) -> list[Tokens]:
    """The line that dates a readout, for one that has no other text."""
    day = reading.article.published or ""
    found = (t for t in reading.times if day and t.edtf is not None and t.edtf.startswith(day))
    time = next(found, None)
    if time is None:
        return []
    return [s for s in reading.doc.sents if s.start_char <= time.start < s.end_char]


def party_called(name: str) -> Party:
    """The party of a person's name: the known person it spells, else whoever is called so."""
    known = knowledge.default().person(name)
    if known is not None:
        return Party(name=known.name, id=known.id, kind="person", country=known.country)
    return Party(name=name, id=f"person:{slug(name)}", kind="person")


def _principal(reading: Reading, title: Title, day: str) -> tuple[Party, ...]:
    """Who met: named in the title, else the leader whose office publishes the readout."""
    if title.who is not None:
        return parties_in(reading, title.who)[:2]
    state = _office_of(reading.article)
    leader = knowledge.default().leader(state, day) if state else None
    return (_in_text(reading, leader) or party_called(leader),) if leader else ()


def parties_in(reading: Reading, words: str) -> tuple[Party, ...]:
    """The people a stretch of a title names: as the text knows them, else as the title spells them."""
    named = _CIRCUMSTANCES.sub("", words).strip(" .,")
    found: dict[str, Party] = {}
    for piece in _JOINED.split(named)[:_MOST_SIDES]:
        name = person_name(piece)
        if name is None:
            continue
        party = _in_text(reading, name) or party_called(name)
        found.setdefault(party.id, party)
    return tuple(found.values())


def person_name(piece: str) -> str | None:
    """The person's name in "President of Turkey Recep Tayyip Erdogan"; None when only an office is named."""
    piece = re.sub(r"^(?:the|former) | (?:senior|junior)\b.*$", "", piece.strip(" ,."))
    realm = _OF_A_REALM.search(piece)
    if realm is not None and (name := _trailing_name(piece[: realm.start()])):
        return name  # "King Abdullah II of Jordan"
    return _trailing_name(piece)


def _trailing_name(piece: str) -> str | None:
    tokens = [t.strip(",.") for t in piece.split()]
    first = len(tokens)
    while first > 0 and _is_name_word(tokens[first - 1], last=first == len(tokens)):
        first -= 1
    kept = tokens[first:]
    if first > 0 and tokens[first - 1].lower() in ("of", "the", "for"):
        realm = _realm_length(kept)
        if realm == len(kept):
            return None  # "President of Ukraine": a state, not a name
        # "of Turkey Recep Tayyip Erdogan"; of an unknown body's name, all but the last two words
        kept = kept[realm:] if realm else kept[-2:] if len(kept) > 2 else []
    else:
        kept = kept[_realm_length(kept) :]
    while kept and kept[0].lower() in _PARTICLE:
        kept = kept[1:]
    return " ".join(kept) or None


def _realm_length(words: list[str]) -> int:
    """How many of the first words name a state or its people."""
    state = knowledge.default().state
    return next((n for n in range(min(4, len(words)), 0, -1) if state(" ".join(words[:n]))), 0)


def _is_name_word(token: str, *, last: bool) -> bool:
    if token.lower() in _PARTICLE:
        return not last
    if token[:3] in ("al-", "el-"):
        return True
    return token[:1].isupper() and not _OFFICE_WORD.match(token) and not token.endswith(("'s", "’s", "s'", "s’"))


def _in_text(reading: Reading, name: str) -> Party | None:
    """The person of the text who bears this name, whatever the text calls him first."""
    words = slug(name).split("-")
    for mention in reading.mentions:
        for party in mention.parties:
            if party.kind != "person":
                continue
            theirs = slug(party.name).split("-")
            if theirs[-1] == words[-1] and _first_names_agree(theirs, words):
                return party
            if len(theirs) > 1 and set(theirs) <= set(words):
                return party
    return None


# "Ilkham" and "Ilham" are one first name, "Hamad" and "Tamim" two: the ratio of letters shared in order.
_ALIKE = 0.7


def _first_names_agree(one: list[str], other: list[str]) -> bool:
    if len(one) == 1 or len(other) == 1:
        return True
    if len(one) > 2 and len(other) > 2 and one[2] != other[2]:
        return False  # "Hamad bin Khalifa" is not "Hamad bin Jassim"
    return SequenceMatcher(None, one[0], other[0]).ratio() >= _ALIKE


def _day_of(reading: Reading, at: int) -> When | None:
    """The day of publication as the day of the contact, pointing at the dateline where the text has one."""
    day = reading.article.published
    if day is None:
        return None
    for time in reading.times:
        if time.edtf is not None and time.edtf.startswith(day) and reading.is_boilerplate(time.start, time.end):
            return When(edtf=day, text=time.text, basis="stated", start=time.start, end=time.end, anchor="published")
    return When(edtf=day, text="", basis="relative", start=at, end=at, anchor="published")
