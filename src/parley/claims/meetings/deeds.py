"""Meetings told by what was done at them: two sides who sign a paper in one town, an envoy who briefs a government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings import unnamed
from parley.claims.meetings.draft import Draft, draft_of
from parley.claims.meetings.roles import agents_of
from parley.claims.meetings.subjects import subject_parties
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.clauses import is_passive, objects, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SIGNING = frozenset({"sign", "ink", "initial", "conclude", "seal"})
# What is signed by two sides together; laws, decrees and contracts are not.
PAPERS = frozenset(
    """agreement deal accord treaty pact memorandum protocol declaration truce ceasefire armistice roadmap settlement
    document statement charter communique compact text framework""".split()
)
BRIEFING = frozenset({"brief", "debrief"})
# How far behind its verb the place of a signing may stand.
_FAR_PLACE = 16


def from_signing(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "A and B signed a declaration in Addis Ababa": they met there; without a town it tells no meeting of its own."""
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    papers = subjects(verb) if passive else objects(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        papers = [verb.head]
    if not any(p.lemma_.lower() in PAPERS for p in papers) or not _has_town(reading, verb):
        return None
    signers = agents_of(reading, verb) if passive else subject_parties(reading, verb)
    others = [p for c in verb.rights if c.lower_ == "with" for p in who.list_after(reading, c)]
    signers = who.unique([*signers, *others])
    if len({_side(p) for p in signers}) < 2:
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(signers)
    draft.form, draft.deed = "in_person", True
    return draft


def _side(party: Party) -> str:
    return party.id


def _has_town(reading: Reading, verb: Token) -> bool:
    for token in verb.doc[verb.i + 1 : min(verb.sent.end - 1, verb.i + _FAR_PLACE)]:
        if token.pos_ in ("VERB", "AUX") or token.text in ";.":
            return False
        if token.lower_ in ("in", "at") and (mention := reading.mention_at(token.nbor())) is not None:
            place = mention.place
            if mention.kind == "place" and place is not None and place.name != place.country:
                return True
    return False


def from_briefing(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "The envoy has briefed the government": an envoy and a side talked; the press and councils are only told."""
    passive = is_passive(verb)
    heads = subjects(verb) if passive else objects(verb)
    if any(unnamed.is_audience(h) or h.lemma_.lower() in _TOLD_ONLY for h in heads):
        return None
    briefed = who.of_heads(reading, heads)
    by = agents_of(reading, verb) if passive else subject_parties(reading, verb)
    if not briefed or not by or {p.id for p in briefed} & {p.id for p in by}:
        return None
    if not any(p.kind == "person" for p in (*briefed, *by)) or any("council" in p.name.lower() for p in briefed):
        return None
    draft = draft_of(reading, sentence, verb)
    if draft.status == "not_held" or not _are_two_sides(by, briefed):
        return None
    draft.add(by)
    draft.add(briefed)
    draft.deed = True
    return draft


def _are_two_sides(by: tuple[Party, ...], briefed: tuple[Party, ...]) -> bool:
    """Whether those who brief and those briefed belong to two sides: a minister is briefed by his own all the time."""
    ours = {p.country or p.name for p in by}
    theirs = {p.country or p.name for p in briefed}
    known = any(p.kind in ("state", "group") for p in (*by, *briefed)) or all(p.country for p in (*by, *briefed))
    return known and not ours & theirs and all(p.kind != "organisation" for p in (*by, *briefed))


_TOLD_ONLY = frozenset({"council", "parliament", "committee", "cabinet", "lawmaker", "senator", "congress", "member"})


def is_deed(token: Token) -> bool:
    """Whether a token may tell a meeting by what was done at it."""
    lemma = token.lemma_.lower()
    return token.pos_ == "VERB" and (lemma in SIGNING or lemma in BRIEFING) and lemma not in lex.LED_BY


def from_deed(reading: Reading, sentence: Tokens, token: Token) -> Draft | None:
    """The meeting a deed tells of, None for none."""
    if token.lemma_.lower() in SIGNING:
        return from_signing(reading, sentence, token)
    return from_briefing(reading, sentence, token)
