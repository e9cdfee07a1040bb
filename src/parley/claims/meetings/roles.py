"""Who plays a part beside the table: hosts, mediators, leaders of delegations, those flanking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.subjects import governing_verb
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.clauses import agents

if TYPE_CHECKING:
    from spacy.tokens import Token


def add_roles(reading: Reading, noun: Token, draft: Draft) -> None:
    """Those who host, mediate, lead, attend or stay away, as said of the noun or in its clause."""
    verb = governing_verb(noun)
    for child in noun.subtree:
        if child.i > noun.i and child.dep_ in ("acl", "relcl", "amod", "advcl") and child.pos_ == "VERB":
            add_role_of(reading, child, draft)
    if noun.dep_ in ("nsubjpass", "nsubj") and verb is not noun:
        add_role_of(reading, verb, draft)
    add_mediation(reading, noun, draft)


# How far behind a participle its "by" may stand: "flanked on either side by".
_FAR_BY = 6


def agents_of(reading: Reading, verb: Token) -> tuple[Party, ...]:
    """The parties behind a participle's "by"."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAR_BY)]:
        if token.lower_ == "by" and token.i + 1 < verb.sent.end and (by := who.list_from(reading, token.nbor())):
            return by
    return who.of_heads(reading, agents(verb))


def add_role_of(reading: Reading, verb: Token, draft: Draft) -> None:
    """Takes in the agent of "hosted by", "brokered by", "attended by", "flanked by"."""
    lemma = verb.lemma_.lower()
    if lemma in lex.HOSTED_BY:
        draft.add(agents_of(reading, verb), "host")
    elif lemma in lex.MEDIATING_VERBS:
        draft.add(agents_of(reading, verb), "mediator")
    elif lemma in lex.ASKED_BY and len(draft.attendees) < 2:
        draft.add(agents_of(reading, verb))
    elif lemma in lex.ATTENDED_BY | lex.FLANKED_BY | lex.LED_BY:
        draft.company += agents_of(reading, verb)


def add_mediation(reading: Reading, noun: Token, draft: Draft) -> None:
    """Takes in "through the mediation of Russia", "under the auspices of the OSCE", "at the invitation of ...".

    Looks only ahead in the noun's sentence, a bounded stretch.
    """
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 40)]:
        if token.lemma_.lower() in lex.MEDIATION_NOUNS:
            if token.lower_ in ("mediator", "go-between", "facilitator", "mediators"):
                before = [p for t in token.doc[max(noun.i + 1, token.i - 6) : token.i] for p in reading.parties_at(t)]
                if any(t.lower_ in ("with", "as") for t in token.doc[max(noun.i + 1, token.i - 8) : token.i]):
                    draft.add(who.unique(before), "mediator")
                continue
            for child in token.rights:
                if child.lower_ == "of" and child.i + 1 < len(child.doc):
                    draft.add(who.list_from(reading, child.nbor()), "mediator")
            owner = [p for c in token.lefts if c.dep_ in ("poss", "amod") for p in who.of_phrase(reading, c)]
            draft.add(who.unique(owner), "mediator")
