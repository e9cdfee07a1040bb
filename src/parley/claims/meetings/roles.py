"""Who plays a part beside the table: hosts, mediators, leaders of delegations, those flanking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings.draft import Draft
from parley.claims.meetings.subjects import governing_verb, subject_parties
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.clauses import agents, is_passive, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token


def add_roles(reading: Reading, noun: Token, draft: Draft) -> None:
    """Those who host, mediate, lead, attend or stay away, as said of the noun or in its clause."""
    verb = governing_verb(noun)
    for child in noun.subtree:
        if child.i > noun.i and child.dep_ in ("acl", "relcl", "amod", "advcl") and child.pos_ == "VERB":
            add_role_of(reading, child, draft)
    if noun.dep_ in ("nsubjpass", "nsubj") and verb.i != noun.i:
        add_role_of(reading, verb, draft)
    elif noun.dep_ == "dobj" and verb.i != noun.i and not is_passive(verb):
        _add_bringer(reading, verb, draft)
    if any(c.lemma_.lower() in lex.MEDIATORS for a in verb.children if a.lower_ == "as" for c in a.children):
        draft.add(subject_parties(reading, verb), "mediator")
    _add_brokers_before(reading, draft.token, draft)
    add_mediation(reading, noun, draft)


def _add_bringer(reading: Reading, verb: Token, draft: Draft) -> None:
    """Takes in the subject of "Qatar brokered talks", and mediators whatever they did to the talks."""
    lemma = verb.lemma_.lower()
    if lemma in lex.HOSTING_VERBS | lex.MEDIATING_VERBS:
        if any(c.lower_ == "with" for c in draft.token.rights):
            draft.add(subject_parties(reading, verb))  # "convened a meeting with the delegation"
        else:
            draft.add(subject_parties(reading, verb), "host" if lemma in lex.HOSTED_BY else "mediator")
        return
    for head in subjects(verb):
        if head.lemma_.lower() in lex.MEDIATORS:
            listed = who.list_from(reading, head.left_edge) or who.of_phrase(reading, head)
            draft.add(who.unique([who.state_of(p) for p in listed]), "mediator")


# How far before its noun a "UN-brokered" may stand.
_FAR_BROKERED = 6


def _add_brokers_before(reading: Reading, noun: Token, draft: Draft) -> None:
    """Takes in who stands in "UN-brokered talks", "the Saudi- and US-mediated negotiations"."""
    for token in noun.doc[max(noun.sent.start, noun.i - _FAR_BROKERED) : noun.i]:
        word = token.lower_.rpartition("-")[2]
        if word not in lex.BROKERED:
            continue
        name = token if word != token.lower_ else None
        if name is None and token.i >= noun.sent.start + 2 and token.nbor(-1).text in ("-", "–"):
            name = token.nbor(-2)
        if name is not None:
            draft.add(who.parties_of(reading.mention_at(name)), "host" if word == "hosted" else "mediator")


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


def _until_comma(reading: Reading, start: Token) -> tuple[Party, ...]:
    """Those listed up to the first comma: "under the mediation of Angola, the DRC and Rwanda agreed"."""
    listed = who.list_from(reading, start)
    stretch = start.doc[start.i : min(start.sent.end, start.i + _FAR_BROKERED)]
    comma = next((t for t in stretch if t.text == ","), None)
    if comma is None or len(listed) < 2:
        return listed
    before = {p.id for t in start.doc[start.i : comma.i] for p in who.parties_of(reading.mention_at(t))}
    return tuple(p for p in listed if p.id in before)


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
                if child.lower_ in ("of", "by") and child.i + 1 < len(child.doc):
                    draft.add(_until_comma(reading, child.nbor()), "mediator")
            owner = [p for c in token.lefts if c.dep_ in ("poss", "amod") for p in who.of_phrase(reading, c)]
            draft.add(who.unique(owner), "mediator")
