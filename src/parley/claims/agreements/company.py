"""Whether a noun names an agreement where it stands: by its company, its modifiers and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.agreements import lexicon as words
from parley.claims.agreements.naming import is_definite

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_signed(token: Token) -> bool:
    """Whether somebody signs it or puts a name to it, whatever it is called: "initialled the first agenda item"."""
    head = token.head
    if token.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in ("sign", "initial"):
        return token.ent_type_ not in ("PERSON", "GPE", "DATE") and not token.is_title
    if token.dep_ == "pobj" and head.lower_ in ("to", "under", "on") and not _is_time_of_day(token):
        above = head.head
        names = {"name", "initial", "initials", "signature", "pen"}
        before = token.doc[max(token.sent.start, token.i - _NAMES_WITHIN) : head.i]
        if head.lower_ in ("under", "to") and any(t.lower_ in ("initials", "signatures") for t in before):
            return True  # "put their initials – not their signatures – under fifteen points"
        if above.lemma_.lower() in names:
            above = above.head
        return above.lemma_ in ("put", "set", "affix", "append") and any(
            c.dep_ == "dobj" and c.lemma_.lower() in names for c in above.children
        )
    return False


# So many words before what they are put under the initials stand at most.
_NAMES_WITHIN = 20
_TIMES_OF_DAY = frozenset("morning afternoon evening night day week month weekend today dawn midnight noon".split())


def _is_time_of_day(token: Token) -> bool:
    """ "On Friday afternoon ... put their initials": when it was done, not what was signed."""
    return token.lemma_.lower() in _TIMES_OF_DAY or token.ent_type_ in ("DATE", "TIME")


def is_named_by_place(token: Token) -> bool:
    """ "Dayton was signed in 1995": an accord called by the town where it was made."""
    if token.ent_type_ != "GPE" or token.pos_ != "PROPN" or any(True for _ in token.lefts):
        return False
    lemma = token.head.lemma_.lower()
    if token.dep_ == "nsubjpass":
        return lemma in words.PLACE_DONE_TO
    return token.dep_ == "nsubj" and lemma in words.PLACE_ENDS and token.head.tag_ in ("VBD", "VBN")


def is_agreed_deed(token: Token, noun: str) -> bool:
    """ "A prisoner exchange agreed in December": a deed that is called after its having been agreed."""
    if noun not in words.AGREED_DEEDS or token.i + 2 >= token.sent.end:
        return False
    told, after = token.nbor(1), token.nbor(2)  # by order: the parse often makes it a verb that the deed agrees to
    return told.lower_ in ("agreed", "brokered", "signed") and after.pos_ in ("ADP", "SCONJ", "ADV")


def is_modifier(token: Token) -> bool:
    """Whether the noun only modifies another ("ceasefire talks", "treaty ally", "ceasefire protocol")."""
    if (
        token.dep_ in ("compound", "nmod", "amod", "npadvmod")
        and token.head.i > token.i
        and token.head.pos_
        in (
            "NOUN",
            "PROPN",
        )
    ):
        return True
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    follows = words.STRONG.get(after.lemma_.lower()) if after is not None and token.whitespace_ else None
    if words.STRONG.get(token.lower_) == "truce" and follows == "text":
        return True  # "signed ceasefire deal", whatever the parse makes of it
    return after is not None and after.lower_ in ("-", "–") and token.whitespace_ == ""


def in_company(token: Token, noun: str, lowered: set[str], numbered: bool, verb: Token | None, role: str) -> bool:
    """Whether a weak noun is an agreement here."""
    lemma = verb.lemma_.lower() if verb is not None else ""
    if noun in ("plan", "offer", "framework", "proposal") and _is_for_talks(token):
        return False  # "a plan of future contacts", "his offer of a meeting"
    if noun == "settlement" and (is_definite(token, []) or any(c.pos_ == "PROPN" for c in token.lefts)):
        return False  # "the Middle East settlement" is a process
    if lowered & words.NAMING_MODIFIERS.get(noun, frozenset()):
        return True
    if numbered and noun in words.NUMBERED:
        return True
    after = {c.lower_ for c in token.rights if c.dep_ == "prep"}
    if noun == "point":
        counted = token.tag_ == "NNS" and any(c.dep_ == "nummod" for c in token.lefts)
        return counted and role != "" and (lemma in words.MAKING or lemma == "put")
    if noun == "package":
        if lemma in ("comprise", "include", "contain", "be") and not token.text[0].isupper():
            return False  # "the agreements comprised a package of measures"
        return any(c.lower_ == "of" and any(p.lower_ == "measures" for p in c.children) for c in token.rights)
    if noun == "cessation":
        return any(c.lower_ == "of" and any(p.lower_ == "hostilities" for p in c.children) for c in token.rights)
    if noun == "lull":
        return role in ("object", "modifier") and lemma in words.TRUCE_MAKING | {"consider", "discuss", "seek"}
    if _is_capitalised_name(token) and noun in _CAPITALISED:
        return True
    if noun in ("statement", "declaration", "decision") and token.text[0].isupper() and "on" in after:
        return True
    if noun in ("protocol", "declaration", "framework") and any(
        c.dep_ in ("amod", "compound", "nmod") and c.text[0].isupper() and c.i > token.sent.start for c in token.lefts
    ):
        return True
    if noun in words.PROPOSALS and _is_proposal(token):
        return True
    over = token.head.head.lemma_.lower() if token.dep_ == "pobj" else ""
    if over == "agree" and token.head.lower_ in ("on", "to") and noun in _AGREED_TO:
        return True
    if noun == "declaration" and any(p.lemma_ == "principle" for c in token.rights for p in c.children):
        return True
    if after & words.COMPANY_PREPOSITIONS.get(noun, frozenset()):
        return True
    if noun in words.LIVING_TEXTS and _is_outcome(lemma, role, verb):
        return True
    if noun in words.COMPANY_VERBS:
        return role in ("object", "modifier", "prep") and lemma in words.COMPANY_VERBS[noun]
    if noun in ("declaration", "statement", "document", "text"):
        none = any(c.lower_ == "no" for c in token.lefts) and lemma in words.ENDING
        if none or (token.head.lower_ == "without" and token.head.head.lemma_.lower() in words.ENDING):
            return True
    return role in ("object", "modifier") and lemma in words.SIGNING and noun not in words.NEVER_ALONE


# Papers that sides agree to or on.
_AGREED_TO = frozenset("declaration framework timetable text proposal plan protocol document".split())
_CAPITALISED = frozenset(
    "protocol declaration plan framework charter consensus initiative package decision proposal statement".split()
)


def _is_capitalised_name(token: Token) -> bool:
    """ "the Panmunjom Declaration": a capital within the sentence, after another."""
    if not token.text[0].isupper() or token.i <= token.sent.start:
        return False
    before = token.nbor(-1)
    return before.text[:1].isupper() and before.pos_ in ("PROPN", "ADJ", "NOUN")


def _is_proposal(token: Token) -> bool:
    """Whether a proposal is one for an agreement, by what it is for."""
    phrases = (c for c in token.rights if c.dep_ in ("prep", "acl") and c.lower_ in ("of", "for", "to", "on", "end"))
    return any(t.lemma_.lower() in words.PEACE_WORDS for phrase in phrases for t in list(phrase.subtree)[:8])


def _is_outcome(lemma: str, role: str, verb: Token | None) -> bool:
    """Whether a verb tells what came of something agreed: "the understanding collapsed", "the pledge was broken"."""
    if verb is None or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    return (role == "subject" and lemma in words.ENDS_OF) or (role == "object" and lemma in words.DONE_TO)


def _is_for_talks(token: Token) -> bool:
    """Whether what is planned or offered is only to talk, by the first noun after it."""
    for child in token.rights:
        if child.dep_ in ("prep", "acl"):
            nouns = [t for t in child.subtree if t.dep_ in ("pobj", "dobj") and t.nbor(-1).text != "-"]
            nouns = [t for t in nouns if t.i + 1 == len(t.doc) or t.nbor(1).text != "-"]
            if nouns:
                return nouns[0].lemma_.lower() in words.TALK_PLANS
    return False


_SPANS = frozenset({"day", "hour", "week", "month", "year"})


def between_sides(
    token: Token, noun: str, lowered: set[str], verb: Token | None, role: str, modifiers: list[Token]
) -> bool:
    """Whether a truce is spoken of as something sides have made or are to make with each other."""
    lemma = verb.lemma_.lower() if verb is not None else ""
    if role in ("object", "modifier") and lemma in words.TRUCE_MAKING:
        return True
    if role == "modifier" and lemma in ("announce", "proclaim", "declare", "offer", "order"):
        return True
    if role == "prep" and lemma == "agree":
        return True
    if role in ("object", "prep") and lemma in words.CALLING:
        return False
    if role == "subject" and lemma in words.TRUCE_LIFE:
        return True
    if any(m.pos_ == "NUM" or any(ch.isdigit() for ch in m.text) or m.lower_ in _SPANS for m in modifiers):
        return True
    if noun == "cessation":
        return False
    if noun == "lull":
        return True
    if lowered & words.TRUCE_MODIFIERS and "unilateral" not in lowered:
        return True
    if role == "object" and lemma in ("violate", "breach", "break"):
        return True
    if any(c.dep_ == "prep" and c.lower_ == "between" for c in token.rights):
        return True
    if any(m.pos_ == "PROPN" for m in modifiers):
        return True
    return any(c.lower_ == "of" and any(t.like_num for t in c.subtree) for c in token.rights)
