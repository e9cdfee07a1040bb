"""Whether an agreement was made, is to be made, is sought, or failed, by the words around its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.agreements import lexicon as words
from parley.model.claim import Status
from parley.model.reading import Reading
from parley.syntax.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token


def status_said(
    token: Token,
    noun: str,
    family: words.Family,
    lowered: set[str],
    definite: bool,
    verb: Token | None,
    role: str,
    reading: Reading,
) -> Status:
    if verb is not None and _is_across_semicolon(verb) and verb.tag_ == "VBD" and _says_made(verb):
        return "happened"
    determiners = {c.lower_ for c in token.lefts if c.dep_ in ("det", "neg")}
    if "no" in determiners or "neither" in determiners:
        return "not_held"
    if "any" in determiners:
        return "possible"
    above = token.head if token.dep_ == "pobj" else None
    if above is not None and above.lower_ == "without":
        return "possible" if _is_condition(above) else "not_held"
    deed = _deed_over(token)
    if deed is not None:
        return _deed_status(deed, reading)
    if (verb is not None and verb.lemma_ == "be" and _is_on_table(verb)) or _is_in_principle(token):
        return "possible"
    lemma = verb.lemma_.lower() if verb is not None else ""
    made: Status = "happened"
    if lemma in words.OF_EXISTING and role in ("object", "modifier"):
        return "happened"
    if verb is not None and lemma in words.REFUSING and role == "object":
        return "not_held"
    if (
        verb is not None
        and role in ("object", "modifier", "prep")
        and lemma in words.SIGNING | words.TRUCE_MAKING | words.MAKING
    ):
        made = reading.status_of(verb)
        if is_negated(verb) and made == "happened":
            made = "not_held"
        elif made == "happened" and _is_purpose(verb):
            made = "possible"
        elif made == "planned" and lemma not in words.FORMAL:
            made = "possible"  # to be signed on Friday is planned, to be negotiated only hoped for
        if _is_failing(verb):
            return "not_held"
        if made != "happened":
            return made
        if lemma in words.SIGNING or lemma in ("agree", "adopt") or (lemma == "accept" and family != "offer"):
            return "happened"
    prospective = bool(lowered & words.PROSPECTIVE_MODIFIERS)
    if above is not None and above.lower_ == "of" and above.head.lower_ == "part" and not definite and not prospective:
        return "possible" if _is_in_prospect(above.head) else "happened"
    if above is not None and (above.lower_ == "under" or above.head.lower_ in words.UNDER) and family != "offer":
        return "possible" if prospective and not definite else "happened"
    if family == "offer" or prospective:
        return "possible"
    if above is not None and not definite and _is_price(above):
        return "possible"
    if verb is not None and role == "object" and verb.lemma_ == "be" and _is_goal(token, verb):
        return "possible"
    if verb is not None and role in ("object", "prep") and lemma in words.SEEKING and not definite:
        return "possible"
    if above is not None:
        if above.lower_ in words.TOWARDS and not definite and not _is_dated(token):
            return "possible"
        if above.lower_ == "to" and above.head.lemma_.lower() in words.NOT_YET and not definite:
            return "possible"  # "have moved closer to a new ceasefire"
        before = above.nbor(-1) if above.i else above  # "his hope for a deal", hung on the verb by the parser
        if {above.head.lower_, before.lower_} & words.SEEKING_NOUNS and not definite:
            return "possible"
    if verb is not None and role == "subject" and (definite or verb.lemma_ == "be"):
        return _subject_status(verb, reading)
    if not definite and not _is_dated(token) and made == "happened":
        status = reading.status_of(token)
        return "possible" if status == "planned" and token.head.lemma_.lower() not in words.FORMAL else status
    return made


# A phrase hangs on the verb that says whether it is there at most so many words up.
_PART_STEPS = 5


def _is_in_prospect(noun: Token) -> bool:
    """Whether what would be part of an agreement is only promised: "it would sign a truce only as part of a treaty"."""
    current = noun
    for _ in range(_PART_STEPS):
        if current.head.i == current.i:
            return False
        current = current.head
        if current.pos_ not in ("VERB", "AUX"):
            continue
        if any(c.dep_ == "aux" and c.lower_ in ("would", "could", "may", "might") for c in current.lefts):
            return True
        if current.lemma_.lower() in words.PROMISING_VERBS:
            return True
    return False


def _is_price(preposition: Token) -> bool:
    """ "Willingness to withdraw in exchange for a peace treaty": what somebody would like to get."""
    noun = preposition.head
    if preposition.lower_ not in ("for", "of") or noun.lower_ not in ("exchange", "return"):
        return False
    return noun.i > 0 and noun.nbor(-1).lower_ == "in"


def _is_goal(token: Token, verb: Token) -> bool:
    """ "A top priority is an agreement on the terms of self-rule"."""
    return token.dep_ == "attr" and any(c.dep_ == "nsubj" and c.lemma_.lower() in words.GOALS for c in verb.lefts)


def _is_across_semicolon(verb: Token) -> bool:
    """Whether the parse hangs a clause on one beyond a semicolon: then only its own tense is to be believed."""
    first, last = sorted((verb.i, verb.head.i))
    return any(t.text == ";" for t in verb.doc[first:last])


def _says_made(verb: Token) -> bool:
    """Whether a verb in the past says by itself that an agreement was made."""
    return verb.lemma_.lower() in words.DATING and not is_negated(verb)


def _subject_status(verb: Token, reading: Reading) -> Status:
    """The status of an agreement of which a verb tells something: what will be said of it does not make it future."""
    status = reading.status_of(verb)
    lemma = verb.lemma_.lower()
    if lemma == "be" and any(t.lower_ in words.NOT_YET for t in list(verb.rights) + _objects(verb)):
        return "not_held" if is_negated(verb) and status == "not_held" else "possible"
    if lemma == "be" and status != "happened":
        return status
    return (
        status
        if status in ("planned", "possible") and lemma in ("follow", "come", "emerge", "materialise")
        else "happened"
    )


# Longer lists of verbs are parsing accidents.
_MAX_CONJUNCTS = 4


def _is_purpose(verb: Token) -> bool:
    """Whether it is only what somebody came or tried to do: "arrived to arrange a truce", "aimed at reaching one"."""
    for _ in range(_MAX_CONJUNCTS):  # "came to work out the terms and sign the treaty"
        head = verb.head
        if verb.dep_ != "conj" or head.pos_ != "VERB" or head.tag_ != verb.tag_ or verb.i < head.i:
            break
        verb = head
    if verb.head.lemma_.lower() == "help" and verb.dep_ in ("ccomp", "xcomp"):
        return True
    if verb.head.lemma_.lower() in words.PROPOSING and verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP"):
        return True  # "suggested that they sign it later"
    if verb.tag_ == "VBG":
        return verb.dep_ == "pcomp" and verb.head.lower_ in words.TO_BE_DONE
    if verb.tag_ != "VB":
        return False
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    if to and verb.head.i != verb.i and verb.dep_ in ("advcl", "acl", "relcl"):
        return True
    return to and verb.head.lemma_.lower() in words.ENDEAVOUR


def _is_dated(token: Token) -> bool:
    """Whether the year in which it was made stands in its name: "the 1991 ceasefire", "the deal of 2016"."""
    return any(len(t.text) == 4 and t.is_digit for t in token.lefts) or any(
        len(t.text) == 4 and t.is_digit for c in token.rights if c.lower_ == "of" for t in c.subtree
    )


def _is_condition(preposition: Token) -> bool:
    """Whether what would be without it is only told as to come: "without an agreement, stability will suffer"."""
    verb = preposition.head
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    return modal or (verb.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in words.ENDING)


def _deed_over(token: Token) -> Token | None:
    """The "signing" of "the signing of the treaty"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return None
    noun = token.head.head
    return noun if noun.lower_ in words.DEEDS else None


def _deed_status(deed: Token, reading: Reading) -> Status:
    """The status of an agreement by what is said of its signing."""
    head = deed.head
    if deed.dep_ == "pobj" and (head.lower_ in words.TOWARDS or head.head.lower_ in words.SEEKING_NOUNS):
        return "possible"
    if deed.dep_ in ("dobj", "pobj") and (head.lemma_.lower() in words.WELCOMING or head.lower_ in words.AFTERWARDS):
        return "happened"
    if deed.dep_ in ("nsubj", "nsubjpass") and any(
        t.lower_ in words.CONDITIONAL for c in head.rights for t in [c, *c.children]
    ):
        return "possible"
    return reading.status_of(deed)


def _is_in_principle(token: Token) -> bool:
    """ "A deal 'in principle'": not yet one."""
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 5] if not t.is_punct]
    return after[:2] == ["in", "principle"]


def _is_on_table(verb: Token) -> bool:
    """ "A deal is on the table"."""
    return any(p.lower_ in ("table", "cards", "horizon") for p in _objects(verb))


def _objects(verb: Token) -> list[Token]:
    """The nouns of a verb's prepositional phrases: "reach" in "is within reach"."""
    return [p for c in verb.rights if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]


def _is_failing(verb: Token) -> bool:
    """Whether the verb is what somebody failed to do."""
    head = verb.head
    return verb.dep_ == "xcomp" and head.lemma_.lower() in ("fail", "refuse", "decline") and not is_negated(head)
