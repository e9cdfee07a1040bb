"""Verbs that tell of a meeting: "A met B", "the delegations conferred", "C telephoned D"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings import parties as who
from parley.claims.meetings import unnamed
from parley.claims.meetings.draft import Draft, draft_of
from parley.claims.meetings.roles import add_mediation, add_role_of
from parley.claims.meetings.subjects import subject_heads, subject_parties
from parley.model.party import Party
from parley.model.reading import Reading
from parley.syntax.clauses import agents, conjuncts, is_passive, objects, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def from_verb(reading: Reading, sentence: Tokens, verb: Token) -> list[Draft]:
    """The meetings a verb tells of: none when it tells of something else, two for "met with X, then with Y"."""
    withs = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with"]
    withs += [c for w in withs for c in w.conjuncts if c.lower_ == "with"]
    several = len(withs) > 1 and all(who.list_after(reading, w) for w in withs)
    drafts = (_from_verb(reading, sentence, verb, w) for w in (withs if several else [None]))
    found = [draft for draft in drafts if draft is not None]
    if len(found) == 1 and any(c.lower_ in ("separately", "individually") for c in verb.children):
        found[0].apart = True
        return _separately(reading, verb, found[0])
    return found


def _is_said_only(reading: Reading, head: Token) -> bool:
    """Whether a subject is nobody by name: "the leaders", "they", "the two presidents"."""
    mention = reading.mention_at(head)
    return unnamed.is_bare_side(head) and (mention is None or mention.form != "name")


def _separately(reading: Reading, verb: Token, draft: Draft) -> list[Draft]:
    """ "A and B met separately with C": two meetings."""
    sides = subject_parties(reading, verb)
    others = tuple(p for p in draft.parties if p.id not in {s.id for s in sides})
    if len(sides) < 2 or not others:
        return [draft]
    apart = []
    for side in sides:
        one = Draft(draft.token, draft.start, draft.end, status=draft.status, form=draft.form, apart=True)
        one.add((side,))
        one.add(others)
        apart.append(one)
    return apart


def _from_verb(reading: Reading, sentence: Tokens, verb: Token, only: Token | None) -> Draft | None:
    lemma = verb_lemma(verb)
    frame = lex.MEETING_VERBS[lemma]
    if not _is_verb(reading, verb) or not _means_meeting(verb, lemma):
        return None
    draft = draft_of(reading, sentence, verb)
    draft.form = frame.form
    if is_passive(verb):
        if not (lemma in lex.RECEIVING and _fill_passive(reading, verb, draft)):
            return None
    elif not _fill_active(reading, verb, draft, frame, only):
        return None
    if verb.dep_ == "relcl" and verb.head.lemma_.lower() in ("time", "occasion"):
        draft.sure, draft.definite = False, True  # "the first time they have met": of a meeting told elsewhere
    if lemma == "sit" and draft.status == "not_held":
        draft.sure = False  # "did not sit at the same table"
    _add_company(reading, verb, draft)
    add_mediation(reading, verb, draft)
    _settle_since(reading, verb, draft)
    return draft


def _settle_since(reading: Reading, verb: Token, draft: Draft) -> None:
    """Of those who "have not met since February" it is told that they met in February."""
    if draft.status != "not_held" or not any(c.dep_ == "neg" for c in verb.children):
        return
    if not any(c.lower_ in ("have", "has", "had", "'ve") for c in verb.lefts):
        return
    for time in reading.times_in(verb.idx, verb.sent.end_char):
        if time.edtf is not None and reading.article.text[: time.start].rstrip().lower().endswith("since"):
            when = time.as_when()
            last = (time.edtf or "").rstrip("/.")
            draft.status, draft.since = "happened", when.model_copy(update={"edtf": last})
            return


def verb_lemma(verb: Token) -> str:
    """The verb's dictionary form, also where it was tagged as a noun."""
    lemma = verb.lemma_.lower()
    return lemma if lemma in lex.MEETING_VERBS else verb.lower_.removesuffix("s")


def _is_verb(reading: Reading, token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
        return True
    if token.lower_ == "meet" and token.i > token.sent.start and who.is_party(reading.mention_at(token.nbor(-1))):
        return True  # "A and B meet in Addis Ababa", tagged as a sports meet
    if token.lower_ not in lex.NOUN_LIKE_VERBS or token.i + 1 >= token.sent.end:
        return False
    following = reading.mention_at(token.nbor())
    return token.lower_ == "confers" or (following is not None and who.is_party(following))


def _means_meeting(verb: Token, lemma: str) -> bool:
    """Whether a verb of several meanings is used in the one that counts."""
    if any(o.i > verb.i and lex.meeting_noun(o.text) and not _is_added(o) for o in objects(verb)):
        return False  # "convened a meeting": the noun tells it
    if lemma == "sit":
        words = {t.lower_ for t in verb.rights} | {g.lower_ for t in verb.rights for g in t.children}
        return bool(words & {"down", "with", "together", "opposite", "table"}) or _is_session(verb)
    if lemma == "call":
        return _is_call_to(verb)
    if lemma == "see":
        return _is_visit(verb)
    if lemma == "discuss" and verb.head.lower_ == "conference":
        return False  # "held a press conference discussing"
    return not (lemma == "meet" and any(o.lemma_.lower() in lex.NOT_MET for o in objects(verb)))


def _is_session(verb: Token) -> bool:
    """Whether a body sat: "the Contact Group sat in Minsk on Tuesday"."""
    return any(c.dep_ == "prep" and c.lower_ in ("in", "at") for c in verb.rights) and any(
        h.pos_ == "PROPN" or h.tag_ == "NNS" for h in subjects(verb)
    )


def _is_call_to(verb: Token) -> bool:
    """Whether somebody is telephoned: not "called Putin a killer", "called for", "called on", "was called"."""
    if is_passive(verb) or any(c.dep_ in ("oprd", "ccomp", "xcomp", "prt", "acomp", "attr") for c in verb.children):
        return False
    following = next((c for c in verb.children if c.i == verb.i + 1 and c.dep_ == "prep"), None)
    if following is not None:
        return False
    objs = [c for c in verb.rights if c.dep_ == "dobj"]
    if len(objs) != 1 or objs[0].pos_ not in ("PROPN", "NOUN", "PRON"):
        return False
    behind = verb.doc[objs[0].right_edge.i + 1 : objs[0].right_edge.i + 2].text
    return behind.lower() not in ("a", "an", "the", '"', "“", "‘", "'")


def _is_visit(verb: Token) -> bool:
    """Whether seeing somebody means calling on him: "flew to Tunis to see", "went on to see", "will see them"."""
    governor = verb.head if verb.dep_ in ("xcomp", "advcl", "relcl") else None
    if governor is not None and governor.lemma_.lower() in lex.VISITING:
        return True
    return any(c.lower_ in ("will", "'ll", "’ll") for c in verb.lefts)


def _fill_passive(reading: Reading, verb: Token, draft: Draft) -> bool:
    """ "X was received by Y", "talks hosted by Z": guest and host."""
    guests = who.of_heads(reading, subjects(verb))
    if not any(p.kind in ("person", "group", "organisation") for p in guests):
        return False
    draft.add(guests)
    draft.add(who.of_heads(reading, agents(verb)), "host" if verb.lemma_ == "host" else "party")
    return len(draft.parties) >= 2


def _fill_active(reading: Reading, verb: Token, draft: Draft, frame: lex.Frame, only: Token | None) -> bool:
    """Subject and other side (that of one preposition `only`); false when they do not make a meeting."""
    lemma = verb_lemma(verb)
    other, audience = (who.list_after(reading, only), False) if only is not None else _other_side(reading, verb, frame)
    if audience and not other:
        return False
    subject = subject_parties(reading, verb)
    if frame.people and not any(p.kind == "person" for p in other):
        bare = any(unnamed.is_bare_side(o) for o in objects(verb))
        if lemma not in lex.RECEIVING or not (bare or (other and any(unnamed.is_group(o) for o in objects(verb)))):
            return False
        if bare and not other:  # "the envoy welcomed both delegations"
            draft.add(subject, "host")
            draft.inherits = True
            return bool(subject)
    if lemma == "negotiate" and draft.status != "happened" and _is_for_paper(verb):
        draft.sure = False  # "agreed to negotiate a final peace agreement": the paper is what they agreed on
    if lemma in ("sign", "agree") and not all(p.kind == "person" for p in (*other, *subject)):
        return False
    if lemma in lex.RECEIVING and other and not all(p.kind == "person" for p in other):
        draft.add(subject, "host")
    else:
        draft.add(subject)
    draft.add(other)
    if not other and subject and (both := _both_sides_met(verb, frame)) is not None:
        draft.joint, draft.pair = True, both.lower_ in unnamed.PAIRED
        return True
    if other and not subject and any(_is_pair(h) for h in subject_heads(verb)):
        draft.joint = draft.pair = True  # "for the two to meet with X"
    if frame.people and len(draft.parties) < 2:
        return False
    if not other and not frame.alone:
        return False
    if not other and _has_other_side(verb, frame):
        draft.sure = False  # "A and B will meet with ...": the two are one side
        return bool(draft.parties)
    draft.alone = frame.alone and not other and lemma in ("meet", "confer", "convene", "reconvene", "gather", "sit")
    if not other and len(draft.attendees) < 2:
        heads = _envoys_before(verb) or subject_heads(verb)
        bare = any(unnamed.is_bare_side(h) for h in heads) or bool(_envoys_before(verb))
        draft.inherits = not draft.attendees and bare
        draft.pair = any(_is_pair(h) for h in heads)
        if lemma == "discuss" or (lemma in ("talk", "speak") and not _is_among_themselves(verb)):
            return False
        body = draft.alone and any(lex.JOINT & set(p.name.lower().split()) for p in draft.attendees)
        draft.sure = draft.inherits or body or (not frame.weak and bool(draft.attendees))
    elif not other and lemma in ("talk", "speak") and not _is_among_themselves(verb):
        return False
    elif not other and lemma == "discuss" and all(_is_said_only(reading, h) for h in subject_heads(verb)):
        if draft.status == "not_held":
            return False
        draft.parties, draft.definite, draft.sure = (), True, draft.status == "planned"
        draft.inherits = draft.status == "planned"
    elif not other and lemma == "discuss":
        sides = {p.country or p.id for p in subject}
        draft.sure = draft.status == "planned" or (
            draft.status != "not_held" and len(sides) > 1 and all(p.kind == "person" for p in subject)
        )
    return bool(draft.parties) or bool(subject_heads(verb)) or bool(_envoys_before(verb))


def _envoys_before(verb: Token) -> list[Token]:
    """The people right before "meeting in Minsk", whatever the parser took them for: "envoys", "negotiators"."""
    if verb.tag_ != "VBG" or verb.i == verb.sent.start:
        return []
    before = verb.nbor(-1)
    return [before] if before.lower_.endswith("s") and before.lower_[:-1] in lex.GROUP_NOUNS else []


def _is_pair(head: Token) -> bool:
    """Whether a subject is the two people last spoken of: "the two", "both", "the two presidents"."""
    if head.lower_ in ("two", "both", "pair", "they"):
        return True
    before = {t.lower_ for t in head.lefts}
    return bool(before & {"two", "both", "rival"}) and head.lower_ not in lex.COLLECTIVES


_PAPERS = frozenset("agreement deal accord treaty pact settlement truce ceasefire end".split())


def _is_for_paper(verb: Token) -> bool:
    return any(o.lemma_.lower() in _PAPERS for o in objects(verb)) and not any(
        c.dep_ == "prep" and c.lower_ in ("in", "at", "with") for c in verb.rights
    )


def _both_sides_met(verb: Token, frame: lex.Frame) -> Token | None:
    """The word of the other side that says "both delegations", "the warring parties", "the two leaders"."""
    heads = [o for o in objects(verb) if o.i > verb.i] if frame.object else []
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in frame.with_:
            heads += [c for c in child.children if c.dep_ == "pobj"]
    for head in heads:
        for token in verb.doc[max(verb.i, head.i - _FAR_WITH) : min(verb.sent.end, head.i + _FAR_WITH)]:
            if unnamed.is_both_sides(token) and (token.i == head.i or head.is_ancestor(token)):
                return token
    return None


def _other_side(reading: Reading, verb: Token, frame: lex.Frame) -> tuple[tuple[Party, ...], bool]:
    """Those whom a verb's prepositions and object bring to the table; whether it was the press or the public."""
    found: list[Party] = []
    audience = False
    for child in verb.children:
        if child.dep_ in ("prep", "dative", "prt", "advmod") and child.lower_ in frame.with_:
            heads = [c for c in child.children if c.dep_ == "pobj"]
            audience = audience or any(unnamed.is_audience(h) for h in heads)
            behind = who.list_after(reading, child)
            if child.lower_ == "to" and not any(p.kind == "person" for p in behind):
                continue  # "speaking to the Atlantic Council": an address
            found += behind
    if frame.object:
        objs = [c for c in verb.rights if c.dep_ == "dobj" and c.ent_type_ not in ("DATE", "TIME")]
        audience = audience or any(unnamed.is_audience(o) for o in objs)
        for obj in objs:
            if frame.people and not who.is_party(reading.mention_at(obj)) and not unnamed.is_group(obj):
                continue  # "called the president's plan a mistake"
            found += who.list_from(reading, obj.left_edge) or who.of_heads(reading, conjuncts(obj))
        if not found and not audience and (not objs or verb.pos_ not in ("VERB", "AUX")):
            found += _right_after(reading, verb)
    if not found and "with" in frame.with_:
        found += _far_with(reading, verb)
    return who.unique(found), audience


def _is_among_themselves(verb: Token) -> bool:
    """Whether two who speak do so to each other: "spoke by phone", "talked in Minsk", not "speak of treason"."""
    if "?" in verb.doc[max(verb.sent.end - 2, verb.i) : verb.sent.end].text:
        return False
    text = verb.doc[verb.i : min(verb.sent.end, verb.i + 12)].text.lower()
    told = (*lex.REMOTE_PHRASES, *lex.IN_PERSON_PHRASES, "each other", "one another", "together", "among themselves")
    if any(phrase in text for phrase in told):
        return True
    return verb.lemma_ == "talk" and any(c.dep_ == "prep" and c.lower_ in ("in", "at", "for") for c in verb.rights)


def _has_other_side(verb: Token, frame: lex.Frame) -> bool:
    """Whether the verb names another side, though nobody known."""
    names = [p for c in verb.children if c.dep_ == "prep" and c.lower_ in frame.with_ for p in c.children]
    names += [c for c in verb.rights if frame.object and c.dep_ == "dobj" and c.lower_ not in ("face", "eye")]
    return any(n.pos_ in ("PROPN", "NOUN") and n.ent_type_ not in ("DATE", "TIME") and not _is_added(n) for n in names)


def _is_added(noun: Token) -> bool:
    """Whether a meeting's noun only says more of what the verb told: "met on Monday, the first contact since"."""
    return bool(lex.meeting_noun(noun.text)) and noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","


# How far behind its verb a "with" may stand: "discuss a peace process with X", "negotiate for peace with Y".
_FAR_WITH = 12


def _far_with(reading: Reading, verb: Token) -> tuple[Party, ...]:
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAR_WITH)]:
        if token.pos_ in ("VERB", "AUX") or token.text in '.;:,"':
            break
        if lex.meeting_noun(token.text) and verb.lemma_.lower() not in lex.MEETS_FOR:
            break  # "agreed to a meeting with X": not agreed with X
        if token.lower_ == "with":
            return who.list_after(reading, token) if verb.is_ancestor(token) else ()
    return ()


def _right_after(reading: Reading, verb: Token) -> tuple[Party, ...]:
    """The list right behind a verb, when the parser gave it no object: "met Modi"."""
    i = verb.i + 1
    if i < verb.sent.end and verb.doc[i].lower_ == "with":
        i += 1
    if i >= verb.sent.end:
        return ()
    token = verb.doc[i]
    if token.pos_ in ("PROPN", "DET", "ADJ", "NOUN", "PRON") or who.is_party(reading.mention_at(token)):
        return who.list_from(reading, token)
    return ()


# How far behind the verb "alongside X" and "brokered by Y" may stand.
_FAR_COMPANY = 40


def _add_company(reading: Reading, verb: Token, draft: Draft) -> None:
    """Takes in "alongside X", "flanked by Y", "brokered by Z", and notes "without W"."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAR_COMPANY)]:
        word = token.lower_
        if word in lex.MEETING_VERBS and word != "discuss" and token.pos_ == "VERB":
            break
        if word in ("alongside", "joined"):
            draft.company += who.list_after(reading, token) or (
                who.list_after(reading, token.nbor()) if token.i + 1 < len(token.doc) else ()
            )
        elif word == "without" and token.head.i == verb.i:
            draft.without |= frozenset(p.id for p in who.list_after(reading, token))
        elif token.lemma_.lower() in lex.BESIDE and token.tag_ == "VBN":
            add_role_of(reading, token, draft)
