"""What a sentence does with a measure it names: undertakes, proposes, refuses, reports it, or only mentions it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parley.claims.measures import lexicon as words
from parley.model.claim import Status
from parley.model.reading import Reading
from parley.syntax.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

Use = Literal["undertaken", "proposed", "refused", "ordered", "reported", "named", "denied", "aside"]
# Longer chains of governors are parsing accidents.
_MAX_STEPS = 10
_MODALS = frozenset("will wo would shall should can ca could may might must".split())
# Verbs that only lend a measure its verb: "will not make concessions".
_LIGHT = frozenset("make give offer accept allow hold have be do sign grant recognise recognize".split())
_BALLOTS = frozenset({"referendum", "vote", "election", "ballot", "poll", "plebiscite"})
# Nouns a measure may modify without being spoken of: "ceasefire violations", "election day".
_TALKS = frozenset(
    {
        "talk",
        "negotiation",
        "discussion",
        "proposal",
        "plan",
        "offer",
        "effort",
        "call",
        "bid",
        "push",
        "initiative",
        "idea",
    }
)
_ASIDE_PREPOSITIONS = frozenset(
    {"since", "after", "before", "during", "despite", "amid", "until", "following", "through", "ahead", "like", "up"}
)


@dataclass(frozen=True, slots=True)
class Context:
    """How a measure is spoken of: the use, the status that follows, and the verb or noun that decides it."""

    use: Use
    status: Status
    governor: Token | None = None


def context_of(token: Token, reading: Reading, *, verbal: bool) -> Context:
    """How the measure named at a token is spoken of."""
    if any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "not", "without") for c in token.lefts) and not verbal:
        return Context("denied", "not_held", token)
    if not verbal and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("talks", "negotiations"):
        return Context("proposed", "possible", token.nbor(1))  # "ceasefire talks broke up", whatever the parse
    current = token
    modal: tuple[Status, Token] | None = None
    first = True
    for _ in range(_MAX_STEPS):
        if current.pos_ in ("VERB", "AUX") and (verbal or current.i != token.i):
            found = _of_verb(current, token, reading, own=current.i == token.i)
            if found is not None:
                return found
            modal = modal or _modality(current, reading)
        head = current.head
        if head.i == current.i:
            break
        modifies = current.dep_ in ("compound", "nmod", "amod") and head.pos_ in ("NOUN", "PROPN")
        if first and not verbal and modifies and not _is_listed(token):
            lemma = head.lemma_.lower()
            if lemma in _TALKS:
                return Context("proposed", "possible", head)
            if lemma not in words.UNDERTAKING and head.i > current.i and lemma not in _MEASURE_HOLDERS:
                return Context("aside", "happened", head)
        elif current.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in _ASIDE_PREPOSITIONS:
            if head.lower_ == "through" and not first:
                current, first = head, False
                continue  # "should be settled through a process of giving it a special status"
            return Context("aside", "happened", head)
        elif (
            current.i == token.i
            and current.dep_ == "pobj"
            and head.lower_ in ("in", "by", "at")
            and token.lemma_ in _BALLOTS
        ):
            return Context("aside", "happened", head)  # "rejected in a referendum": the means, not the measure
        elif current.dep_ == "pobj" and head.lower_ == "without":
            if _is_condition(head):
                return Context("aside", "happened", head)  # "impossible without a ceasefire"
            return Context("denied", "not_held", head)
        elif _is_aimed_at(current, head):
            return Context("proposed", "possible", head)
        elif head.pos_ in ("NOUN", "PROPN") and current.dep_ in ("prep", "acl", "relcl", "amod", "pobj"):
            lemma = head.lemma_.lower()
            if current.dep_ != "relcl" or verbal:
                if lemma in words.PROPOSING:
                    return Context("proposed", "possible", head)
                if lemma in words.UNDERTAKING:
                    return Context("undertaken", "happened" if _is_known(head) else _made(head, reading), head)
        first = False
        current = head
    if modal is not None:
        return Context("ordered", modal[0], modal[1])
    by_words = _by_words(token)
    if by_words is not None:
        return by_words
    return Context("reported" if verbal else "named", reading.status_of(token), None)


def _is_aimed_at(word: Token, head: Token) -> bool:
    """ "The goal of the talks would be to draft guarantees", "was willing to act as a guarantor"."""
    if word.dep_ in ("xcomp", "attr", "ccomp") and head.lemma_ == "be":
        return any(c.dep_ == "nsubj" and c.lemma_.lower() in words.GOALS for c in head.lefts)
    return word.dep_ == "xcomp" and head.lower_ in words.WILLING


def _is_listed(token: Token) -> bool:
    """ "Amnesty and constitutional reform", which the parse takes for two kinds of reform."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("and", "or", ",")


def _is_known(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.lefts)


def _made(noun: Token, reading: Reading) -> Status:
    """Whether an undertaking spoken of as any is there: not that which somebody hopes to secure."""
    status = reading.status_of(noun)
    aimed = noun.dep_ == "dobj" and noun.head.dep_ == "pcomp" and noun.head.head.lower_ in ("about", "at", "on")
    return "possible" if aimed or status == "possible" else "happened"


def _is_condition(preposition: Token) -> bool:
    verb = preposition.head
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    return modal or verb.lower_ == "impossible" or any(c.lower_ == "impossible" for c in verb.children)


# The parse loses the governor of a distant item of a list: then a word of wanting or promising that stands before it in
# the sentence, at most this many words off, decides.
_BEFORE = 20


def _by_words(token: Token) -> Context | None:
    doc, start = token.doc, max(token.sent.start, token.i - _BEFORE)
    for i in range(token.i - 1, start - 1, -1):
        lemma = doc[i].lemma_.lower()
        if doc[i].pos_ not in ("VERB", "NOUN") or doc[i].text == ";":
            continue
        if lemma in words.WANTING:
            return Context("proposed", "possible", doc[i])
        if lemma in words.PROMISING or lemma in ("commitment", "undertaking", "pledge", "promise", "provision"):
            return Context("undertaken", "happened", doc[i])
    return None


_MEASURE_HOLDERS = frozenset(
    "agreement deal accord pact protocol regime mission process programme program mechanism zone corridor clause law "
    "memorandum exchange arrangement commitment release withdrawal operation".split()
)


def _of_verb(verb: Token, token: Token, reading: Reading, *, own: bool) -> Context | None:
    """What a governing verb makes of the measure; None when it says nothing about its being wanted or promised."""
    lemma = verb.lemma_.lower()
    will_not = is_negated(verb) and any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children)
    if will_not and (own or (token.i > verb.i and lemma in _LIGHT)):
        return Context("refused", "not_held", verb)
    if own:
        marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "advmod")}
        if marks & {"whether", "how"}:
            return Context("aside", "possible", verb)  # "does not say whether they will free them"
        if marks & {"until", "unless", "till"}:
            return Context("proposed", "possible", verb)  # "no talks until they withdraw"
        return None
    before = token.i < verb.i and not _passive_subject(token, verb)
    if lemma in words.REFUSING and not before:
        if lemma == "rule" and not any(c.lower_ == "out" for c in verb.children):
            return None
        return Context("refused", "happened" if is_negated(verb) else "not_held", verb)
    if before and lemma not in ("remain",):
        if lemma == "be" and is_negated(verb):
            return Context("denied", "not_held", verb)
        return None
    if lemma == "be" and is_negated(verb):
        return Context("denied", "not_held", verb)
    if lemma in words.PROPOSING and verb.pos_ == "VERB":
        if is_negated(verb) and lemma in ("discuss", "consider", "mention"):
            return Context("aside", "not_held", verb)
        return Context("proposed", "not_held" if is_negated(verb) else "possible", verb)
    if lemma in words.UNDERTAKING and _is_aimed_at(verb, verb.head):
        return Context("proposed", "possible", verb)
    if lemma in words.UNDERTAKING:
        noun = verb.head
        if verb.dep_ == "acl" and noun.lemma_.lower() in words.UNDERTAKING and _is_known(noun):
            return Context("undertaken", "happened", noun)  # "the decision to declare a truce"
        status = reading.status_of(verb)
        return Context("undertaken", status, verb)
    return None


def _passive_subject(token: Token, verb: Token) -> bool:
    current = token
    for _ in range(_MAX_STEPS):
        if current.head.i == verb.i:
            return current.dep_ in ("nsubjpass", "csubjpass")
        if current.head.i == current.i:
            return False
        current = current.head
    return False


def _modality(verb: Token, reading: Reading) -> tuple[Status, Token] | None:
    """ "are to leave", "will lock", "must store", "would guarantee"."""
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.i < verb.i:
            if child.lower_ in ("will", "shall", "must", "wo", "should", "would", "may", "could", "can"):
                return ("possible" if child.lower_ in ("would", "should", "may", "could", "can") else "planned"), verb
            if child.lower_ == "to" and verb.head.lemma_ == "be" and verb.dep_ in ("xcomp", "ccomp"):
                return "planned", verb
    return None
