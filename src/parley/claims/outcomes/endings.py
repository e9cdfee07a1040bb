"""Ends and breaches that nouns tell of, and what somebody declares of a deal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.claims.outcomes import lexicon as words
from parley.claims.outcomes.things import Thing, Things
from parley.claims.outcomes.verdict import Verdict, wanted
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

# So many words after "declared" what it was declared must have come.
_DECLARED_WITHIN = 11


def of_declared(verb: Token, reading: Reading, things: Things) -> Iterator[Verdict]:
    """ "declared the deal dead", "pronounced its withdrawal complete"."""
    if reading.status_of(verb) != "happened":
        return
    thing: Thing | None = None
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _DECLARED_WITHIN)]:
        if token.text in (",", ";", ".") or token.tag_ in ("VBD", "MD"):
            return
        thing = thing or things.at(token)
        if thing is not None and token.i > thing.token.i and token.lower_ in words.DECLARED:
            yield Verdict(thing.of, words.DECLARED[token.lower_], verb)
            return


def of_end(noun: Token, things: Things) -> Iterator[Verdict]:
    """ "after the collapse of the deal", "announced the end of the truce"."""
    if noun.pos_ != "NOUN" or not any(c.lower_ == "the" or c.dep_ == "poss" for c in noun.lefts):
        return
    head = noun.head
    if noun.lower_ in ("end", "failure", "suspension", "termination"):
        told = head.lemma_ in words.END_TELLING and noun.dep_ == "dobj" and head.tag_ in ("VBD", "VBN", "VBZ", "VBP")
        if not told and not (head.dep_ == "prep" and head.lower_ in ("since", "after", "following")):
            return
    if any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in head.children) or wanted(noun)[0]:
        return
    if head.lemma_.lower() in words.BREACH_WATCH | words.NO_FACT or head.lower_ in ("until", "before", "to", "about"):
        return
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for pobj in child.children:
                thing = things.at(pobj)
                if thing is not None and (thing.truce or thing.agreement is not None):
                    yield Verdict(thing.of, words.ENDS.get(noun.lower_, "collapsed"), noun)


def of_breach(noun: Token, things: Things) -> Iterator[Verdict]:
    """ "ceasefire violations", "breaches of the truce"."""
    if any(c.dep_ == "det" and c.lower_ in ("no", "any") for c in noun.lefts):
        return
    asked, accuser = wanted(noun)
    if asked or _is_watched(noun):
        return
    for child in noun.children:
        inner: Token | None = None
        if child.dep_ in ("compound", "nmod", "amod"):
            inner = child
        elif child.dep_ == "prep" and child.lower_ == "of":
            inner = next((p for p in child.children if p.dep_ == "pobj"), None)
        thing = things.at(inner) if inner is not None else None
        if thing is not None:
            if thing.truce or thing.agreement is not None:
                yield Verdict(thing.of, "violated", noun, accuser)
            return
    thing = things.truce_before(noun)
    if thing is not None:
        yield Verdict(thing.of, "violated", noun, accuser)


def _is_watched(noun: Token) -> bool:
    """Whether breaches are only guarded against, or spoken of as to come: "violations will be punished"."""
    current = noun
    for _ in range(3):
        head = current.head
        if head.i == current.i or head.pos_ in ("VERB", "AUX"):
            modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in head.children)
            told = current.dep_ in ("nsubj", "nsubjpass", "attr")
            return head.lemma_.lower() in words.BREACH_WATCH or (told and modal)
        if head.lemma_.lower() in words.BREACH_WATCH:
            return True  # "a rapid response to violations"
        current = head
    return False
