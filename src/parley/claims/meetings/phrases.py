"""Set phrases that tell of a meeting: coming face to face, waiting for somebody, bringing two together."""

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
from parley.syntax.clauses import agents, clause_head, is_passive, objects, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def is_face_to_face(token: Token) -> bool:
    doc, i = token.doc, token.i
    if token.lower_ == "face-to-face":
        return token.head.lemma_.lower() not in lex.MEETING_NOUNS
    words = [t.lower_ for t in doc[i : i + 5]]
    together = words[:3] == ["face", "to", "face"] or words == ["face", "-", "to", "-", "face"]
    if not together:
        return False
    after = doc[min(i + (3 if words[1] == "to" else 5), len(doc) - 1)]
    return after.lemma_.lower() not in lex.MEETING_NOUNS


def from_face_to_face(reading: Reading, sentence: Tokens, token: Token) -> Draft | None:
    """ "could come face to face with Putin"; a meeting verb in the same clause tells it already."""
    verb = clause_head(token)
    if verb.lemma_.lower() in lex.MEETING_VERBS or verb.pos_ not in ("VERB", "AUX"):
        return None
    draft = draft_of(reading, sentence, verb)
    draft.form = "in_person"
    draft.add(subject_parties(reading, verb))
    for after in token.doc[token.i + 1 : min(token.sent.end, token.i + 7)]:
        if after.lower_ == "with":
            draft.add(who.list_after(reading, after))
    if len(draft.parties) < 2:
        draft.sure = False
    return draft


def from_waiting(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "will be waiting for Putin in Istanbul": an offer to meet."""
    found: tuple[Party, ...] = ()
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 8)]:
        if token.lower_ == "for" and token.i + 1 < verb.sent.end:
            found = tuple(p for p in who.list_from(reading, token.nbor()) if p.kind == "person")
            break
    subject = tuple(p for p in subject_parties(reading, verb) if p.kind == "person")
    if not found:
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(subject)
    draft.add(found)
    draft.status, draft.form, draft.sure = "possible", "in_person", False
    return draft


# How far behind the verb "together" or "to the table" may stand.
_FAR_TOGETHER = 14


def is_bringing_together(verb: Token) -> bool:
    """Whether somebody brings others "together" or "(back) to the table"."""
    words = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAR_TOGETHER)]]
    table = any(words[i : i + 3] in (["to", "the", "table"], ["around", "the", "table"]) for i in range(len(words)))
    return "together" in words or table


def from_bringing(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "Merkel brought the two presidents together": those brought meet, who brings mediates."""
    if not is_passive(verb) and any(lex.meeting_noun(h.text) for h in subjects(verb)):
        return None  # "the meeting brought together A and B": the noun tells it
    heads = subjects(verb) if is_passive(verb) else objects(verb)
    brought = who.of_heads(reading, heads)
    sides = any(unnamed.is_bare_side(h) for h in heads)
    if len(brought) < 2 and not sides:
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(brought)
    draft.inherits = len(brought) < 2
    draft.add(who.of_heads(reading, agents(verb) if is_passive(verb) else subjects(verb)), "mediator")
    return draft


_TABLES = frozenset({"negotiating", "negotiation", "negotiations", "bargaining", "peace", "talks"})


def from_table(reading: Reading, sentence: Tokens, table: Token) -> Draft | None:
    """ "A and B returned to the negotiating table": they talk again."""
    if table.i == sentence.start or table.nbor(-1).lower_ not in _TABLES:
        return None
    verb = clause_head(table)
    if verb.pos_ != "VERB" or verb.lemma_.lower() in ("bring", "force", "push", "get"):
        return None
    draft = draft_of(reading, sentence, verb)
    heads = subjects(verb)
    draft.add(subject_parties(reading, verb))
    draft.inherits = not draft.attendees and any(unnamed.is_bare_side(h) for h in heads)
    draft.sure = draft.inherits or len(draft.attendees) >= 2
    return draft


def from_joining(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "They were then joined by X": X comes to the meeting told before."""
    there = who.of_heads(reading, subjects(verb))
    came = agents_of(reading, verb)
    if not is_passive(verb) or not came or not all(p.kind == "person" for p in (*there, *came)):
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(there)
    draft.add(came)
    draft.form, draft.sure = "in_person", len(draft.parties) >= 3
    return draft


def add_flanking(reading: Reading, sentence: Tokens, drafts: list[Draft]) -> None:
    """Those who flanked the others at the table sat there too: "images of the summit showed A and B, flanked by C"."""
    for token in sentence:
        if token.lemma_.lower() in lex.FLANKED_BY and drafts:
            drafts[0].company += agents_of(reading, token)


def from_telling(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "The Iranian president told his French colleague that ...": two leaders of two countries spoke."""
    told = [c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i - verb.i < 8]
    hearers = [p for c in told[:1] for p in who.of_phrase(reading, c)]
    speakers = subject_parties(reading, verb)
    people = (*speakers, *hearers)
    abroad = {p.country for p in people}
    if len(speakers) != 1 or len(hearers) != 1 or len(abroad) != 2 or None in abroad or is_passive(verb):
        return None
    if not all(p.kind == "person" and p.office for p in people):
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(people)
    return draft


_COMING = frozenset({"participation", "attendance", "presence"})


def from_confirming(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "A and B have confirmed their participation": they come to the meeting told before."""
    if not any(o.lemma_.lower() in _COMING for o in objects(verb)):
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(subject_parties(reading, verb))
    draft.definite, draft.sure, draft.status, draft.about = True, False, "planned", True
    return draft if draft.parties else None


_DELEGATIONS = frozenset({"delegation", "side", "team", "panel", "mission"})
COMPOSING = frozenset({"include", "comprise", "consist", "feature", "contain"})


def from_delegation(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "The Ukrainian delegation was headed by X and included Y": who sat at the meeting told before."""
    heads = subjects(verb)
    lemma = verb.lemma_.lower()
    if lemma in lex.LED_BY and not is_passive(verb):
        heads = objects(verb)
    attended = lemma == "attend" and is_passive(verb) and any(h.lower_ in ("it", "which") for h in heads)
    if not attended and not any(h.lemma_.lower() in _DELEGATIONS for h in heads):
        return None
    if (lemma in lex.LED_BY and is_passive(verb)) or attended:
        members = agents_of(reading, verb)
    elif lemma in lex.LED_BY:
        members = subject_parties(reading, verb)
    elif lemma in COMPOSING:
        members = who.of_heads(reading, objects(verb)) or _listed_behind(reading, verb)
    else:
        return None
    people = tuple(p for p in members if p.kind == "person")
    if not people:
        return None
    draft = draft_of(reading, sentence, verb)
    draft.definite, draft.sure, draft.company, draft.status = True, False, people, "happened"
    sides = [p for h in heads for p in who.of_phrase(reading, h) if p.kind != "person"]
    draft.of_side = sides[0].name if sides and not attended else None
    return draft


def _listed_behind(reading: Reading, verb: Token) -> tuple[Party, ...]:
    return who.list_from(reading, verb.nbor()) if verb.i + 1 < verb.sent.end else ()
