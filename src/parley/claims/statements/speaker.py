"""Who speaks, and to whom, as parties of a claim."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from parley.model.party import Party, PartyKind
from parley.model.reading import Quotation, Reading
from parley.syntax.speech import DOCUMENTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DROPPED = re.compile(
    r"^(?:the|a|an|one|some|several|many|another|second|third|unnamed|both|this|that|these|those|his|her|its|their|our|my)\s+(?!of\b)",
    re.I,
)
_PRONOUNS = frozenset(
    "i we you he she it they who which that this these those one some many others both all what someone "
    "somebody nobody everybody anyone everyone none few most each him her them us me there "
    "anything something everything".split()
)
# One unnamed person, or many of them.
_GROUPS = re.compile(r"(?:s|people|men|women|police|members|media)$", re.IGNORECASE)


# Organs of a state speak in their own name: "the Iraqi government", not "Iraq".
_ORGANS = frozenset(
    "ministry army military police navy government administration embassy parliament authority office department "
    "official diplomat negotiator envoy spokesman spokeswoman spokesperson source aide adviser advisor minister "
    "commander soldier delegate observer monitor mediator lawmaker deputy".split()
)
# Things that give, allow or show something, and never say it.
_MUTE = frozenset(
    "reporting coverage history attempt use goal pact accord treaty proposal resolution framework roadmap mood "
    "truce ceasefire cease-fire fire insurgency conversation order effort talk deal plan footage image photo picture "
    "provision "
    "agreement measure talks war conflict attack visit meeting summit step move decision case year month week day time "
    "event thing fact number way part problem issue result result money market price path road word".split()
)
# Documents: where nobody is told of who issued them, nobody is told of who speaks.
_PAPERS = (DOCUMENTS | {"draft", "entry", "notice"}) - {"website", "newspaper"}
# Words ending so name acts and states, but for those that name bodies of people.
_ABSTRACT = re.compile(
    r"(?<!deleg)(?<!organiz)(?<!organis)(?<!associ)(?<!corpor)(?<!feder)(?<!administr)(?<!public)ation$|(?<!commis)(?<!mis)sion$"
    r"|(?<!govern)(?<!parlia)(?<!depart)(?<!regi)(?<!move)ment$|(?<!wit)ness$|(?<!author)(?<!commun)(?<!c)ity$|ance$|ism$|ing$"
)
_NOBODY = re.compile(r"(?:neither|nobody|none|no|few|nothing)\b", re.IGNORECASE)


def speakers_of(reading: Reading, quotation: Quotation) -> tuple[Party, ...]:
    """The parties that speak; unnamed ones by the words of the text, none when there are only pronouns."""
    head = _head(reading, quotation)
    parties = {p.id: p.in_role("speaker") for p in quotation.speakers}
    if head is not None and head.lemma_.lower() in _ORGANS and all(p.kind == "state" for p in parties.values()):
        start, end = quotation.source[0]
        words = _clean(quotation.speaker_text or reading.article.text[start:end])
        country = next((p.country or p.name for p in parties.values()), None)
        if words.lower() == "government" and country:
            words = f"government of {country}"  # alone it names none
        return (_unnamed(words, country),) if words else ()
    if parties:
        return tuple(parties.values())
    words = _clean(quotation.speaker_text or "")
    if not words or words.lower() in _PRONOUNS or _NOBODY.match(quotation.speaker_text or ""):
        return ()
    if head is not None and (is_mute(head) or _is_anonymous(head, words)):
        return ()
    return (_unnamed(words, None),)


def is_mute(noun: Token) -> bool:
    """Whether a noun names a thing, an act or a state: documents speak, attempts and agreements do not."""
    lemma = noun.lemma_.lower()
    return lemma not in DOCUMENTS and (
        lemma in _MUTE or (noun.pos_ == "NOUN" and _ABSTRACT.search(noun.lower_) is not None)
    )


def _is_anonymous(head: Token, words: str) -> bool:
    """Whether a document speaks of which the text does not say whose it is: "a leaked draft says", "early reports"."""
    definite = any(c.lower_ in ("the", "this", "that", "its", "their", "his", "her") for c in head.lefts)
    return head.lemma_.lower() in _PAPERS and head.lower_ in words.lower().split() and not definite


def _head(reading: Reading, quotation: Quotation) -> Token | None:
    if not quotation.source:
        return None
    span = reading.doc.char_span(*quotation.source[0], alignment_mode="expand")
    return span.root if span is not None else None


def _unnamed(words: str, country: str | None) -> Party:
    kind: PartyKind = "group" if _GROUPS.search(words) else "organisation"
    return Party(name=words, id=f"{kind}:{_slug(words)}", kind=kind, country=country, role="speaker")


_TAIL = re.compile(r"\s(?:who|that|which|whose|close|at|beside|from|with|on|familiar|briefed|based)\s")
# What makes a nameless source out to be one: "officials close to the talks", "people briefed on them".
_KNOWING = re.compile(r"\b(?:sources?|officials?|people|persons?) (?:close|with|familiar|briefed)\b", re.IGNORECASE)


def _clean(words: str) -> str:
    words = re.sub(r"^[\d:.\s]+(?=[^\W\d])", "", words)  # the time at the head of a live report's entry
    words = re.split(r"[,;(–—]|\s-\s|\s(?:including|such as|led by)\s", words, maxsplit=1)[0]
    words = re.sub(r"\s+", " ", words).strip(" .:\"'“”‘’")
    words = re.sub(r"\b(media|press|agency) reports?\b.*$", r"\1", words, flags=re.IGNORECASE)
    previous = ""
    while words != previous:
        previous = words
        words = _DROPPED.sub("", words)
    if " of " not in words:  # "a fighter of Toroama's" keeps it
        words = re.sub(r"['’]s$", "", words)
    # "a European diplomat who followed the talks" is told well enough by its noun, "people briefed on it" is not.
    if _KNOWING.search(words):
        return words
    short = _TAIL.split(words, maxsplit=1)[0]
    return short if len(short.split()) > 1 and short.split()[-1].lower() not in _PRONOUNS else words


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


def addressee_of(reading: Reading, cue: Token | None) -> str | None:
    """Who is spoken to: the object of "told", the "to" of "said to"."""
    target = _addressee(cue) if cue is not None else None
    if target is None:
        return None
    for mention in reading.mentions_in(target.left_edge.idx, target.idx + len(target)):
        if mention.parties and mention.start <= target.idx < mention.end:
            return ", ".join(p.name for p in mention.parties)
    words = _clean(reading.article.text[target.left_edge.idx : target.idx + len(target)])
    return words if words and words.lower() not in _PRONOUNS else None


_ADDRESSING = frozenset(
    "tell inform assure remind warn notify brief advise ask urge promise thank congratulate".split()
)


def _addressee(verb: Token) -> Token | None:
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return child
        if child.dep_ == "dobj" and verb.lemma_.lower() in _ADDRESSING:
            return child
        if (
            child.dep_ in ("prep", "dative")
            and child.lower_ == "to"
            and verb.lemma_.lower() in ("say", "write", "speak", "read")
        ):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
