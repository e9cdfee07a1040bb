"""The titles of official readouts: "President X met with Y", "Telephone conversation with Y", "Talks with Y".

The office of a head of state publishes a readout of each contact on its day, under a formulaic title that the text
below takes as read ("The leaders discussed ..."). The title is outside the text, so the evidence is the sentence of
the text that tells of the contact. Why the day of publication may be the meeting's day here, and only here, is told in
docs/decisions/0007-day-of-a-readout.md.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from parley.claims.meetings.draft import Draft
from parley.model.article import Article
from parley.model.claim import Form
from parley.model.party import Party
from parley.model.reading import Reading
from parley.model.when import When

# Hosts of the offices that publish readouts on the day; matched with or without what stands before them.
OFFICIAL_HOSTS = (
    "kremlin.ru", "president.gov.ua", "president.az", "president.am", "primeminister.am", "president.gov.by",
    "president.kz", "akorda.kz", "president.uz", "whitehouse.gov", "state.gov", "elysee.fr", "bundeskanzler.de",
    "bundesregierung.de", "gov.uk", "pmindia.gov.in", "tccb.gov.tr", "mid.ru", "mfa.gov.ua", "pmo.gov.il", "gov.il",
    "president.ir", "fmprc.gov.cn", "mofa.go.jp", "pm.gc.ca", "presidency.eg", "government.ru", "president.md",
)  # fmt: skip

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
    r"(?:,? (?:who|to (?!the)|in|at|on|during|before|after|following|by|today|yesterday|for|regarding|concerning|about"
    r"|while|when|aboard|ahead|that|which)\b|\band (?:congratulated|discussed|expressed|his|her)\b|, where\b).*$"
)
_JOINED = re.compile(r",? and (?:the )?|, ")
# Words of an office, an organisation or a rank: never part of a person's name.
_OFFICE_WORD = re.compile(
    r"^(?:President|Prime|Minister|Chancellor|King|Queen|Emir|Sultan|Prince|Princess|Crown|Secretary|General|Head|Chair\w*"
    r"|Federal|Foreign|Deputy|Vice|First|Acting|Leader|Speaker|Governor|Director|Commissioner|Envoy|Ambassador|State"
    r"|Premier|Defence|Defense|Interior|former|Special|Representative|Republic|Kingdom|Union|Council|Committee|Party"
    r"|Commission|Organi[sz]ation|Federation|Patriarch|Pope|Sheikh|Mr|Mrs|Ms|Sir|Dr|Lord|Republic|People.s|National"
    r"|Chief|Presidential|Rights|Plenipotentiary|Economy|Energy|Finance|Affairs|High|Supreme|Bank|Parliament|Assembly|Congress|Taoiseach|Mayor|Member)$"
)
_OF_A_REALM = re.compile(r" of (?:the )?[A-Z][\w ]+$")
_PARTICLE = frozenset("al-said al bin bint ibn de da del der den van von la le el dos di ben ould".split())
_MODIFIER_ENDINGS = ("ian", "ish", "ese", "ean", "can", "man", "'s", "’s", "ch", "qi", "ani", "zbek", "jik", "kh", "ek")


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
    host = (urlsplit(article.uri).hostname or "") if "://" in article.uri else ""
    names = (host, (article.publisher or "").lower())
    return any(name == official or name.endswith("." + official) for name in names for official in OFFICIAL_HOSTS)


def draft_of_title(reading: Reading) -> Draft | None:
    """The meeting a readout's title tells of, with the first sentence of the text that speaks of it as evidence."""
    title = title_of(reading.article)
    sentences = reading.sentences()
    if title is None or not sentences or not is_official(reading.article):
        return None
    sides = parties_in(reading, title.whom)
    if not sides:
        return None
    first = sentences[0]
    draft = Draft(first[0], first.start_char, first.end_char, form=title.form)
    draft.add(_principal(reading, title, sides))
    draft.add(sides)
    draft.when = _day_of(reading, first.start_char)
    draft.from_title = True
    return draft


def _principal(reading: Reading, title: Title, sides: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who met: named in the title, else the first person in the text who is not the other side."""
    if title.who is not None:
        return parties_in(reading, title.who)[:2]
    known = {p.id for p in sides}
    for mention in reading.mentions:
        for party in mention.parties:
            if party.kind == "person" and party.id not in known and mention.form == "name":
                return (party,)
    return ()


def parties_in(reading: Reading, words: str) -> tuple[Party, ...]:
    """The people a stretch of a title names: as the text knows them, else as the title spells them."""
    named = _CIRCUMSTANCES.sub("", words).strip(" .,")
    found: dict[str, Party] = {}
    for piece in _JOINED.split(named):
        name = person_name(piece)
        if name is None:
            continue
        party = _in_text(reading, name) or Party(name=name, id=f"person:{slug(name)}", kind="person")
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
    kept: list[str] = []
    for token in reversed(tokens):
        if _is_name_word(token, kept):
            kept.append(token)
        else:
            break
    while kept and (kept[-1] in _PARTICLE or kept[-1].endswith(("'s", "’s", "s'", "s’"))):
        kept.pop()
    before = tokens[len(tokens) - len(kept) - 1].lower() if len(tokens) > len(kept) else ""
    if before in ("of", "the", "for"):
        if len(kept) < 3:
            return None  # "President of Ukraine": a state, not a name
        kept = kept[:-1]  # "of Turkey Recep Tayyip Erdogan"
    return " ".join(reversed(kept)) if kept else None


def _is_name_word(token: str, kept: list[str]) -> bool:
    if token.lower() in _PARTICLE and kept:
        return True
    if token[:3] in ("al-", "el-"):
        return True
    if not token[:1].isupper() or _OFFICE_WORD.match(token):
        return False
    return not (kept and token.endswith(_MODIFIER_ENDINGS))


def _in_text(reading: Reading, name: str) -> Party | None:
    """The person of the text who bears this name, whatever the text calls him first."""
    family = slug(name.split()[-1])
    for mention in reading.mentions:
        for party in mention.parties:
            if party.kind == "person" and slug(party.name.split()[-1]) == family:
                return party
    return None


def _day_of(reading: Reading, at: int) -> When | None:
    """The day of publication as the day of the contact, pointing at the dateline where the text has one."""
    day = reading.article.published
    if day is None:
        return None
    for time in reading.times:
        if time.edtf is not None and time.edtf.startswith(day) and reading.is_boilerplate(time.start, time.end):
            return When(edtf=day, text=time.text, basis="stated", start=time.start, end=time.end, anchor="published")
    return When(edtf=day, text="", basis="relative", start=at, end=at, anchor="published")


def slug(name: str) -> str:
    """A name in lower-case ASCII with dashes, as in the ids of parties."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
