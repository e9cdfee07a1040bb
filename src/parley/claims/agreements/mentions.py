"""Where a text names or describes an agreement, and what the words around say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.claims.agreements import lexicon as words
from parley.claims.agreements.company import (
    between_sides,
    in_company,
    is_agreed_deed,
    is_modifier,
    is_named_by_place,
    is_signed,
)
from parley.claims.agreements.naming import distinct_words, is_definite, modifiers_of, name_of
from parley.claims.agreements.standing import status_said
from parley.model.claim import Status
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


@dataclass(slots=True)
class AgreementMention:
    """One place where an agreement is named: its head noun, its name there, and what is said of it.

    `distinct` are the words of the name that tell which agreement is meant, in lower case; `proper` those of them that
    are names. `verb` is the verb that makes, seeks or refuses it, None when the words tell of none.
    """

    head: Token
    start: int
    end: int
    name: str
    family: words.Family
    noun: str
    definite: bool
    distinct: frozenset[str]
    proper: frozenset[str]
    status: Status
    verb: Token | None = None
    made: bool = False
    sentence: Tokens | None = field(default=None, repr=False)


def find_mentions(reading: Reading) -> Iterator[AgreementMention]:
    """The agreement mentions of an article, in the order of the text."""
    for sentence in reading.sentences():
        for token in sentence:
            mention = _mention_at(token, sentence, reading)
            if mention is not None:
                yield mention


def noun_of(token: Token) -> str:
    """The token's dictionary form in lower case, singular also where the tagger took it for a name."""
    lemma = token.lemma_.lower()
    if token.lower_ == "fire" and _is_cease_fire(token):
        return "cease-fire"
    if token.pos_ == "PROPN" and lemma.endswith("s") and lemma[:-1] in _ALL:
        return lemma[:-1]
    return lemma


_ALL: dict[str, words.Family] = {**words.STRONG, **words.WEAK}


def _mention_at(token: Token, sentence: Tokens, reading: Reading) -> AgreementMention | None:
    noun = noun_of(token)
    family = _ALL.get(noun)
    signed = False
    if (
        family is None
        and token.pos_ in ("NOUN", "PROPN")
        and (is_signed(token) or is_agreed_deed(token, noun) or is_named_by_place(token))
    ):
        family, signed = "text", noun not in words.SIGNED_OTHERWISE
    if family is None or (token.pos_ == "VERB" and not _after_truce(token)) or is_modifier(token):
        return None
    if _is_doubled(token):
        return None
    if signed and _holds_agreement(token):
        return None  # "a succession of peace deals has been signed"
    if _is_in_office(token) or _is_any(token) or _is_said_in(token, noun):
        return None
    if token.dep_ == "attr" and _is_said_of_another(token):
        return None  # "the accord was a treaty signed in Abidjan"
    if family == "truce" and _is_appositive(token):
        return None  # "its first ceasefire - a 40-day truce": told once
    if noun in words.SIGNED_OTHERWISE:
        return None
    signed = signed or (noun in words.WEAK and is_signed(token))
    if (
        noun == "plan"
        and token.text[0].isupper()
        and any(p.lower_ == "action" for c in token.rights for p in c.children)
    ):
        family = "text"  # "the Joint Comprehensive Plan of Action"
    modifiers = modifiers_of(token)
    lowered = {m.lower_ for m in modifiers} | {m.lemma_.lower() for m in modifiers}
    if lowered & words.OTHER_THINGS.get(noun, frozenset()):
        return None
    if token.i and token.nbor(-1).lower_ in ("in", "by", "through") and noun in ("agreement", "accord"):
        return None
    verb, role = _governor(token)
    numbered = any("point" in m.lower_ and m.lower_ != "point" for m in modifiers)
    if not signed and noun in words.WEAK and not in_company(token, noun, lowered, numbered, verb, role):
        return None
    if family == "truce" and not between_sides(token, noun, lowered, verb, role, modifiers):
        return None
    start, end, name = name_of(token, modifiers)
    definite = is_definite(token, modifiers)
    status = status_said(token, noun, family, lowered, definite, verb, role, reading)
    distinct = distinct_words(token, start, end)
    return AgreementMention(
        head=token,
        start=start,
        end=end,
        name=name,
        family=family,
        noun=noun,
        definite=definite,
        distinct=frozenset(w for w, _ in distinct),
        proper=frozenset(w for w, is_name in distinct if is_name),
        status=status,
        verb=verb,
        made=bool(verb is not None and verb.lemma_.lower() in words.DATING),
        sentence=sentence,
    )


def _is_cease_fire(token: Token) -> bool:
    """ "A cease fire", in two words; not "agreed to cease fire"."""
    if token.i < token.sent.start + 2 or token.nbor(-1).lower_ != "cease":
        return False
    return token.nbor(-2).pos_ in ("DET", "ADJ", "NUM", "PROPN")


# "A ceasefire - a 40-day truce": so many words lie between the two at most.
_BESIDE = 7


def _is_appositive(token: Token) -> bool:
    """Whether a truce only explains another one named right before a dash or comma."""
    before = token.doc[max(token.sent.start, token.i - _BESIDE) : token.i]
    dashes = [t.i for t in before if t.text in ("-", "–", "—", ",") and t.whitespace_]
    return any(words.STRONG.get(token.doc[i - 1].lower_) == "truce" for i in dashes if i > token.sent.start)


def _is_said_of_another(token: Token) -> bool:
    """Whether it only says what an agreement named as its subject is."""
    return any(c.dep_ == "nsubj" and words.STRONG.get(noun_of(c)) is not None for c in token.head.lefts)


def _after_truce(token: Token) -> bool:
    """ "Signed ceasefire deal", of which the tagger makes a verb."""
    return token.i > token.sent.start and words.STRONG.get(token.nbor(-1).lower_) == "truce"


def _is_doubled(token: Token) -> bool:
    """ "The cessation of hostilities agreement": the noun of "of" names it, the first one is part of its name."""
    return any(
        p.dep_ == "pobj" and words.STRONG.get(p.lemma_.lower()) == "text" and any(c.dep_ == "compound" for c in p.lefts)
        for c in token.rights
        if c.lower_ == "of"
        for p in c.children
    ) and (token.lemma_.lower() in ("cessation", "memorandum"))


def _holds_agreement(token: Token) -> bool:
    """Whether the noun only counts agreements named after it."""
    return any(p.lemma_.lower() in words.STRONG for c in token.rights if c.lower_ == "of" for p in c.children)


def _is_in_office(token: Token) -> bool:
    """ "The Government of National Accord": part of the name of a body."""
    if not token.text[0].isupper() or token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    return token.head.head.text[0].isupper() and token.head.head.lemma_.lower() in words.BODIES


def _is_said_in(token: Token, noun: str) -> bool:
    """ "In a joint statement, the two sides said": where it was said, not what was agreed."""
    if noun not in ("statement", "declaration", "letter") or token.dep_ != "pobj" or token.head.lower_ != "in":
        return False
    return token.head.head.lemma_.lower() in ("say", "tell", "announce", "urge", "call", "condemn", "welcome", "add")


def _is_any(token: Token) -> bool:
    """ "Any deal", "deals that would bring peace": no certain one."""
    before = list(token.lefts)
    if token.tag_ in ("NNS", "NNPS") and not before and all(c.dep_ in ("relcl", "punct") for c in token.rights):
        return token.dep_ in ("dobj", "pobj")
    return len(before) == 1 and before[0].lower_ == "any" and not any(c.dep_ == "prep" for c in token.rights)


def _governor(token: Token) -> tuple[Token | None, str]:
    """The verb that acts on the noun and how: "object", "subject", "modifier" (signed in Rome), "prep" or "".

    Looks through coordination, "of" phrases of light nouns and prepositions of the verb.
    """
    current = token
    for _ in range(6):
        head = current.head
        if current.dep_ == "conj" and head.i != current.i:
            current = head
            continue
        break
    if current.dep_ in ("dobj", "nsubjpass") and current.head.lemma_.lower() in words.DATING:
        return current.head, "object"
    for child in token.rights:
        if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "AUX"):
            lemma = child.lemma_.lower()
            if lemma in words.MAKING or lemma in words.SEEKING or lemma in words.REFUSING or lemma in words.TRUCE_LIFE:
                return child, "modifier"
    if current.dep_ in ("dobj", "attr", "oprd", "dative") and current.head.pos_ in ("VERB", "AUX"):
        return current.head, "object"
    if current.dep_ in ("nsubjpass",):
        return current.head, "object"
    if current.dep_ == "nsubj":
        head = current.head
        passive_only = words.SIGNING | {"announce", "proclaim", "agree", "broker", "arrange"}
        if head.lemma_.lower() in passive_only and not any(c.dep_ == "dobj" for c in head.children):
            return head, "modifier"  # "the ceasefire signed in Rome was broken", parsed as if the ceasefire signed
        return head, "subject"
    if current.dep_ == "pobj" and current.head.dep_ in ("prep", "agent", "dative"):
        above = current.head.head
        if above.lemma_.lower() in ("name", "initial", "signature") and above.dep_ == "dobj":
            above = above.head
        if above.pos_ in ("VERB", "AUX"):
            return above, "prep"
        return None, ""
    if current.pos_ in ("NOUN", "PROPN") and current.dep_ == "ROOT":
        for child in current.children:
            if child.dep_ in ("acl", "relcl"):
                return child, "modifier"
    return None, ""
