"""Verbs that tell of a meeting: "A met B", "the delegations conferred", "C telephoned D"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings.draft import Draft, draft_of
from parley.claims.meetings.roles import add_mediation, add_role_of
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.clauses import agents, clause_head, conjuncts, is_passive, objects, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def from_verb(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    lemma = verb.lemma_.lower()
    frame = lex.MEETING_VERBS[lemma]
    if verb.pos_ in ("NOUN", "PROPN", "ADJ") and not (verb.tag_.startswith("VB") or verb.dep_ == "ROOT"):
        return None
    if lemma == "sit" and not _sits_to_talk(verb):
        return None
    if lemma == "receive" and any(o.pos_ not in ("PROPN", "PRON", "NOUN") for o in objects(verb)):
        return None
    if lemma == "call" and not _is_call_to(verb):
        return None
    heads = subjects(verb)
    subject = who.of_heads(reading, heads) if not is_passive(verb) else ()
    other: list[Party] = []
    with_heads: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("prep", "dative", "prt") and child.lower_ in frame["with_"]:  # type: ignore[operator]
            pobjs = [c for c in child.children if c.dep_ in ("pobj",)]
            with_heads += pobjs
            if child.lower_ == "to" and any(who.is_audience(p) for p in pobjs):
                return None
            other += who.list_after(reading, child)
    objs = [o for o in objects(verb) if o.dep_ != "attr"]
    if frame["object"]:
        if any(o.lemma_.lower() in lex.NOT_MET for o in objs):
            return None
        for child in verb.rights:
            if child.dep_ == "dobj" and not _is_time(child):
                other += who.list_from(reading, child.left_edge) or who.of_heads(reading, conjuncts(child))
    if not other and frame["object"] and not objs:
        other += _right_after(reading, verb)
    passive_agents = who.of_heads(reading, agents(verb)) if is_passive(verb) else ()
    draft = draft_of(reading, sentence, verb)
    if is_passive(verb):
        if lemma in ("host", "receive", "welcome"):
            draft.add(who.of_heads(reading, heads))
            draft.add(passive_agents, "host" if lemma == "host" else "party")
        else:
            return None
    else:
        subject = subject or who.subject_parties(reading, verb)
        if lemma == "host" and other:
            draft.add(subject, "party" if all(p.kind == "person" for p in other) else "host")
        else:
            draft.add(subject)
        draft.add(tuple(p for p in other))
    named = any(p.kind == "person" for p in (other or draft.parties))
    guests = lemma in ("host", "receive", "welcome") and bool(other) and any(who.is_group(o) for o in objs)
    if lemma in lex.PERSON_OBJECT_ONLY and not named and not guests:
        return None
    if lemma in ("talk", "speak", "discuss", "sit") and not other and not _has_talk_cue(verb):
        draft.sure = False
    if lemma in ("talk", "speak") and not other and len(subject) < 2:
        return None
    if lemma in ("host", "receive", "welcome") and len(draft.parties) < 2:
        return None
    if lemma in lex.WEAK_VERBS and not other and len(draft.attendees) < 2:
        draft.sure = False
    if lemma in lex.REMOTE_VERBS:
        draft.form = "remote"
    elif lemma in lex.IN_PERSON_VERBS:
        draft.form = "in_person"
    _add_purpose_roles(reading, verb, draft)
    add_mediation(reading, verb, draft)
    if not draft.parties and not heads:
        return None
    return draft


def _sits_to_talk(verb: Token) -> bool:
    words = {t.lower_ for t in verb.rights} | {g.lower_ for t in verb.rights for g in t.children}
    return bool(words & {"down", "with", "together", "opposite", "table"})


def _is_call_to(verb: Token) -> bool:
    """ "Trump called Putin on Monday", not "called Putin a killer", "called for", "called on", "was called"."""
    if is_passive(verb) or any(c.dep_ in ("oprd", "ccomp", "xcomp", "prt", "acomp") for c in verb.children):
        return False
    if any(
        c.dep_ == "prep" and c.lower_ in ("for", "on", "upon", "to", "into") for c in verb.children if c.i == verb.i + 1
    ):
        return False
    objs = [c for c in verb.rights if c.dep_ == "dobj"]
    return len(objs) == 1 and objs[0].ent_type_ == "PERSON"


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _has_talk_cue(verb: Token) -> bool:
    text = verb.sent.text.lower()
    return any(phrase in text for phrase in (*lex.REMOTE_PHRASES, *lex.IN_PERSON_PHRASES))


def _right_after(reading: Reading, verb: Token) -> tuple[Party, ...]:
    """The list right behind a verb, when the parser gave it no object: "met Modi"."""
    i = verb.i + 1
    if i >= verb.sent.end:
        return ()
    nxt = verb.doc[i]
    if nxt.lower_ == "with" and i + 1 < verb.sent.end:
        nxt = verb.doc[i + 1]
    if nxt.pos_ in ("PROPN", "DET", "ADJ", "NOUN", "PRON") or who.is_party(reading.mention_at(nxt)):
        return who.list_from(reading, nxt)
    return ()


def _add_purpose_roles(reading: Reading, verb: Token, draft: Draft) -> None:
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in ("alongside", "including"):
            draft.add(who.list_after(reading, child))
        if child.dep_ == "prep" and child.lower_ in ("without",):
            draft.without |= frozenset(p.id for p in who.list_after(reading, child))
        if (
            child.dep_ in ("advcl", "acl")
            and child.lemma_.lower() in lex.FLANKED_BY | lex.HOSTED_BY | lex.MEDIATING_VERBS
        ):
            add_role_of(reading, child, draft)


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
    draft.add(who.subject_parties(reading, verb))
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
    subject = tuple(p for p in who.subject_parties(reading, verb) if p.kind == "person")
    if not found:
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(subject)
    draft.add(found)
    draft.status, draft.form, draft.sure = "possible", "in_person", False
    return draft


def from_bringing(reading: Reading, sentence: Tokens, verb: Token) -> Draft | None:
    """ "Merkel brought the two presidents together": those brought meet, who brings mediates."""
    brought = who.of_heads(reading, subjects(verb) if is_passive(verb) else objects(verb))
    bringer = who.of_heads(reading, agents(verb) if is_passive(verb) else subjects(verb))
    if len(brought) < 2:
        return None
    draft = draft_of(reading, sentence, verb)
    draft.add(brought)
    draft.add(bringer, "mediator")
    return draft
