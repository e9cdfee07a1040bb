"""Clauses that lay something down: what an agreement provides, what somebody undertakes, what is to be done under it.

They are measures also when no frame of the lexicon fits them; their type is then `other`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parley.claims.measures import lexicon as words
from parley.model.claim import Status
from parley.model.reading import Reading
from parley.syntax.clauses import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

Kind = Literal["provided", "undertaken", "ordered", "asked"]


@dataclass(frozen=True, slots=True)
class Provision:
    """A clause, or a phrase of a list, that lays something down; `head` is its verb or noun."""

    head: Token
    kind: Kind
    status: Status
    first: int
    last: int

    def covers(self, token: Token) -> bool:
        return self.first <= token.i <= self.last


def find_provisions(
    sentence: Tokens, reading: Reading, agreement_heads: frozenset[int], *, after_agreement: bool
) -> Iterator[Provision]:
    """The provisions of a sentence.

    Args:
        agreement_heads: the tokens that name an agreement.
        after_agreement: whether an agreement was told of just before, so that "it" and bare "are to" speak of it.
    """
    seen: set[int] = set()
    for topic in (*_topics(sentence, agreement_heads), *_promised(sentence), *_committed(sentence), *_needed(sentence)):
        seen.add(topic.head.i)
        yield topic
    for verb in sentence:
        if verb.pos_ not in ("VERB", "AUX") or verb.i in seen:
            continue
        lemma = verb.lemma_.lower()
        if lemma in words.PROVIDING and _is_agreement(verb, agreement_heads, after_agreement):
            for head in _with_conjuncts(verb):
                seen.add(head.i)
                yield from _provided(head)
        elif lemma in words.PROMISING and not _is_asking(verb):
            status = reading.status_of(verb)
            if status in ("happened", "planned", "not_held") and not is_negated(verb):
                for head in _complements(verb):
                    seen.add(head.i)
                    yield _clause(head, "undertaken", status)
        elif lemma in words.ASKING and verb.tag_ in ("VBD", "VBZ", "VBP") and _is_by_party(verb, reading):
            for head in _asked(verb):
                seen.add(head.i)
                yield _clause(head, "asked", "not_held" if is_negated(verb) else "possible")
        elif after_agreement and _is_ordered(verb) and not _is_talk(verb) and not _is_news(verb, agreement_heads):
            seen.add(verb.i)
            yield _clause(verb, "ordered", "happened")


def _topics(sentence: Tokens, agreement_heads: frozenset[int]) -> Iterator[Provision]:
    """What an agreement is told to be about: "an accord on exchanging data", "a deal to reopen the road"."""
    for noun in sentence:
        if noun.i not in agreement_heads:
            continue
        for child in noun.rights:
            if child.dep_ in ("acl", "relcl") and child.tag_ in ("VBG", "VB") and not _is_talk(child):
                if child.tag_ == "VBG" or any(c.lower_ == "to" for c in child.lefts):
                    yield _clause(child, "provided", "happened")
            elif child.dep_ == "prep" and child.lower_ in ("on", "for"):
                for pcomp in child.children:
                    if pcomp.dep_ == "pcomp" and not _is_talk(pcomp):
                        yield _clause(pcomp, "provided", "happened")


def _promised(sentence: Tokens) -> Iterator[Provision]:
    """ "a promise to ...", "its commitment to ...", "an undertaking to ..."."""
    for noun in sentence:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in words.PROMISES:
            for child in noun.rights:
                infinitive = child.dep_ in ("acl", "relcl", "xcomp") and any(c.lower_ == "to" for c in child.lefts)
                if infinitive and not _is_talk(child):
                    yield _clause(child, "undertaken", "happened")


def _committed(sentence: Tokens) -> Iterator[Provision]:
    """ "Are firmly committed to continuing the work": an adjective that undertakes."""
    for word in sentence:
        if word.lower_ != "committed" or word.pos_ not in ("ADJ", "VERB") or word.tag_ == "VBD":
            continue
        for child in word.rights:
            for head in child.children if child.lower_ == "to" else ():
                if head.dep_ == "pcomp" and head.tag_ == "VBG" and not _is_talk(head):
                    yield _clause(head, "undertaken", "happened")


def _needed(sentence: Tokens) -> Iterator[Provision]:
    """ "Pointed out the importance of releasing them", "stressed the need to open the road"."""
    for noun in sentence:
        if noun.lemma_.lower() not in words.NEEDS or noun.dep_ not in ("dobj", "pobj"):
            continue
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        if verb.lemma_.lower() not in words.POINTING_OUT:
            continue
        for child in noun.rights:
            below = [child] if child.dep_ in ("acl", "relcl") else [c for c in child.children if c.dep_ == "pcomp"]
            for head in below:
                if head.tag_ in ("VB", "VBG") and not _is_talk(head) and not is_aim(head):
                    yield _clause(head, "asked", "possible")


def _is_by_party(verb: Token, reading: Reading) -> bool:
    """Whether a party asks for something, not a crowd or a paper."""
    return any(reading.parties_at(c) for c in verb.lefts if c.dep_ == "nsubj")


def _asked(verb: Token) -> Iterator[Token]:
    """What somebody asks to be done: "asks the U.S. to end its blockade", "demanded that Havana hand them over"."""
    for child in verb.rights:
        to_do = child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX") and child.tag_ == "VB"
        if to_do and not _is_talk(child) and child.lemma_ not in _NO_DEED:
            yield child


_NO_DEED = frozenset("be do have say tell know think see".split())


def _with_conjuncts(verb: Token) -> list[Token]:
    return [verb, *(t for t in verb.conjuncts if t.pos_ in ("VERB", "AUX") and t.i > verb.i)]


def _is_agreement(verb: Token, agreement_heads: frozenset[int], after_agreement: bool) -> bool:
    """Whether the verb's subject is an agreement, or an "it" right after one."""
    for child in verb.lefts:
        if child.dep_ == "nsubj":
            if child.i in agreement_heads or child.lower_ in ("deal", "agreement", "accord", "text", "plan", "paper"):
                return True
            if child.lower_ == "it" and after_agreement and verb.tag_ in ("VBZ", "VBD"):
                return child.i - verb.sent.start <= 2 and verb.lemma_.lower() in words.STRONG_PROVIDING
    head = verb.head
    return (
        verb.dep_ == "relcl"
        and head.i in agreement_heads
        and any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in verb.lefts)
    )


def _provided(verb: Token) -> Iterator[Provision]:
    """What an agreement's verb gives: each item of a list, or the clause."""
    if verb.lemma_.lower() in ("include", "comprise", "cover", "contain", "envisage", "envision", "foresee", "involve"):
        items = [c for c in verb.rights if c.dep_ in ("dobj", "attr", "xcomp", "pcomp")]
        for item in items:
            for head in [item, *item.conjuncts]:
                if head.i > verb.i:
                    yield _clause(head, "provided", "happened")
        return
    yield _clause(verb, "provided", "happened")


def _complements(verb: Token) -> Iterator[Token]:
    """What somebody undertakes: infinitives and clauses, and the objects of "agree on"."""
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX") and _is_undertaking(child):
            for head in _with_conjuncts(child):
                if not _is_talk(head):
                    yield head
        elif child.dep_ == "prep" and child.lower_ in ("on", "to") and verb.lemma_.lower() in ("agree", "commit"):
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    for head in [pobj, *pobj.conjuncts]:
                        if head.pos_ == "NOUN" and head.lemma_.lower() not in words.NO_MEASURE:
                            yield head
                elif pobj.dep_ == "pcomp" and not _is_talk(pobj):
                    yield pobj


def _is_undertaking(complement: Token) -> bool:
    """Whether a complement is something to be done: an infinitive, or a clause with a modal."""
    marks = {c.lower_ for c in complement.lefts if c.dep_ in ("aux", "mark")}
    return bool(marks & {"to", "would", "should", "will", "must", "shall", "could", "may"})


# So far into a clause its object is looked for: "to hold another round of direct talks".
_OBJECT_WITHIN = 8


def _is_talk(verb: Token) -> bool:
    """Whether what is undertaken is only to talk: "agreed to meet again", "to maintain contacts"."""
    if verb.lemma_.lower() in words.TALKING:
        return True
    for v in (verb, verb.head):
        if any(c.dep_ in ("nsubj", "nsubjpass") and c.lemma_.lower() in words.TALKS for c in v.lefts):
            return True
    end = min(verb.sent.end, verb.i + 1 + _OBJECT_WITHIN)
    for i in range(verb.i + 1, end):
        token = verb.doc[i]
        if token.text in (",", ";") or (token.pos_ == "VERB" and token.dep_ == "conj"):
            break
        if token.lemma_.lower() in words.TALKS and token.dep_ in ("dobj", "pobj", "conj", "nsubj"):
            return True
    return False


# To keep to a text, or to sign it, is no provision of it: "to respect the deal", "comprising ten points".
_KEEPING = frozenset("respect honour honor abide adhere comprise accept sign press".split())


def is_aim(head: Token) -> bool:
    """Whether a clause only tells what it is all for: "to end the war", "to continue the peace talks"."""
    if head.lemma_.lower() in _KEEPING:
        return True
    if head.lemma_ == "work" and any(c.lower_ in ("together", "hard", "closely") for c in head.rights):
        return True
    if head.lemma_.lower() not in words.AIMING:
        return False
    end = min(head.sent.end, head.i + 1 + _OBJECT_WITHIN)
    for i in range(head.i + 1, end):
        token = head.doc[i]
        if token.text in (",", ";", "."):
            break
        if token.lemma_.lower() in words.AIMS and token.dep_ in ("dobj", "pobj", "nsubj"):
            return True
        if token.dep_ == "dobj" and token.lemma_.lower() not in _SPANS:
            break
    return False


# "To end the two years of conflict": what is ended is the conflict.
_SPANS = frozenset({"year", "decade", "month", "week", "day", "round", "cycle", "state"})


def _is_ordered(verb: Token) -> bool:
    """ "are to leave", "is to be elected", "must store", "will lock", "shall not block"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i}
    if verb.dep_ in ("advcl", "relcl", "acl") or verb.lemma_ == "have" or verb.lemma_.lower() in words.TELLING:
        return False
    if verb.head.lemma_ == "be" and any(c.dep_ == "csubj" for c in verb.head.lefts):
        return False  # "what we need now is to find common ground"
    if verb.lemma_ == "be":  # "there is to be a truth commission", not "the aim is to be firm"
        return "to" in auxiliaries and any(c.dep_ == "expl" for c in verb.head.lefts)
    if auxiliaries & {"will", "shall", "must", "would", "may"}:
        return verb.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
    return "to" in auxiliaries and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ == "be"


def _is_news(verb: Token, agreement_heads: frozenset[int]) -> bool:
    """Whether it is news of the day, not a clause of a text: somebody says it, one person or the text itself acts."""
    head = verb.head
    if verb.dep_ in ("ccomp", "parataxis") and head.lemma_ != "be":
        return True
    return any(
        c.dep_ in ("nsubj", "nsubjpass")
        and (c.ent_type_ == "PERSON" or c.lower_ in ("he", "she", "i", "we", "you") or c.i in agreement_heads)
        for v in (verb, head)
        for c in v.lefts
    )


def is_effect(provision: Provision) -> bool:
    """Whether it only tells what a text will bring about, or when: "that will allow us to go on talking"."""
    head = provision.head
    if head.pos_ not in ("VERB", "AUX"):
        return head.pos_ == "ADV" or head.ent_type_ in ("DATE", "TIME")
    if provision.kind not in ("provided", "ordered"):
        return False
    if head.lemma_.lower() in ("open", "pave", "leave") and any(c.lemma_ in _WAYS for c in head.rights):
        return True  # "opens the door for peace to return"
    if head.lemma_ == "allow":  # "will allow us to go on talking", "It will allow families to be reunited"
        return any(c.lower_ in ("us", "it", "this", "me") for c in (*head.children, *_objects_below(head)))
    return head.lemma_.lower() in words.EFFECTS


_WAYS = frozenset({"door", "way", "path", "road", "window", "chapter"})


def _objects_below(verb: Token) -> Iterator[Token]:
    """The subjects of what a verb allows: "us" of "allow us to continue"."""
    return (c for x in verb.rights if x.dep_ in ("xcomp", "ccomp") for c in x.lefts if c.dep_ == "nsubj")


def _is_asking(verb: Token) -> bool:
    return any(c.lower_ in ("should", "would", "could") and c.dep_ == "aux" for c in verb.children)


def _clause(head: Token, kind: Kind, status: Status) -> Provision:
    """The head with what depends on it, without the clauses joined to it."""
    joined = [c for c in head.children if c.dep_ == "conj" and c.i > head.i]
    last = head.right_edge.i
    if joined:
        last = min(c.left_edge.i for c in joined) - 1
    first = head.left_edge.i
    if kind == "ordered" and head.dep_ in ("xcomp", "ccomp"):
        first = min([first, *(c.left_edge.i for c in head.head.lefts if c.dep_ in ("nsubj", "nsubjpass"))])
    while last > head.i and (head.doc[last].is_punct or head.doc[last].dep_ == "cc" or head.doc[last].is_space):
        last -= 1
    return Provision(head, kind, status, first, max(last, head.i))
