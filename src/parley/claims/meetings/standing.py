"""Whether a meeting was held, is planned or fell through, where its own clause says more than tense and governor.

`parley.reading.status` judges any event from the words above it. What is said here holds of meetings only: talks that
somebody left had been held, talks "that open next week" are to come, what "was postponed" at the end of its sentence
was not held.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.nouns import outermost
from parley.claims.meetings.spans import bounds
from parley.claims.meetings.subjects import governing_verb, preposition_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from parley.claims.meetings.draft import Draft

# "Withdrew from talks", "walked out of the meeting", "left the talks": there were talks.
_LEAVING = frozenset("withdraw pull walk leave quit storm".split())
# What came of something in the past: "That led to direct talks".
_LEADING = frozenset({"lead"})
# "Moved to Khartoum to continue their talks": a way that was gone, for talks that go on.
_WAYS = frozenset("move fly travel go come return gather arrive".split())
_GOING_ON = frozenset("continue resume hold attend have join".split())
# "Were organised by the president": of the past, this says that they were held.
_MADE = frozenset("organize organise host arrange convene mediate broker facilitate".split())
# Words by which what somebody leaves is still to come.
_TO_COME = frozenset("planned scheduled upcoming due next forthcoming tomorrow expected future proposed".split())
# Talks counted by their days or rounds were held, whatever stopped them: "six days of talks were put on hold".
_COUNTED = frozenset("day days round rounds week weeks hour hours month months".split())
_FELL_THROUGH = re.compile(
    r"\b(?:it|they|this|which|the (?:talks|meeting|summit|round|negotiations))\b(?: \w+)? "
    r"(?:was|were|has been|have been|had been|is|are|got)(?: \w+)? "
    r"(?:postponed|cancell?ed|called off|scrapped|delayed|put off|shelved)\b|\bbut (?:was )?(?:later )?"
    r"(?:postponed|cancell?ed|called off|fell through)\b|\bfell through\b|\bdid not take place\b|"
    r"\bcall(?:ed|ing)? (?:it|them|the (?:talks|meeting|summit)) off\b|"
    r"\b(?:cancell?ed|scrapped|postponed|called off) (?:it|them|the (?:talks|meeting|summit|visit|trip))\b|"
    r"\b(?:failed to|did not|didn['’]t|never) (?:show|turn) up\b",
    re.IGNORECASE,
)
# How far behind a meeting's word the sentence may take it back.
_FAR = 160


def settle(draft: Draft) -> None:
    """Corrects the status of a draft by what its clause says of a meeting."""
    token = draft.token
    outer = outermost(token) if draft.noun is not None else token
    verb = governing_verb(outer)
    named, ahead = draft.noun is not None, draft.status in ("planned", "possible")
    if draft.status == "not_held":
        draft.status = "happened" if named and _was_under_way(outer, verb) else "not_held"
    elif draft.status == "happened" and named:
        draft.status = "not_held" if _is_denied(outer, verb) else "planned" if _is_due_for(outer, verb) else "happened"
    elif ahead and (_fell_through(token) or _attempt_failed(verb)):
        draft.status = "not_held"
    elif ahead and (_came_about(outer, verb) if named else _is_of_visit(token)):
        draft.status = "happened"
    elif draft.status == "possible" and _is_agreed_on(verb):
        draft.status = "planned"


def settle_at_last(meeting: Draft, published: str | None) -> None:
    """Makes a plan of a meeting whose day is still to come when all is told: "the Brussels meeting is a good sign"."""
    when = meeting.when
    if meeting.status != "happened" or when is None or when.edtf is None or not published or len(published) < _DAY:
        return
    limits = bounds(when.edtf)
    if limits is not None and limits[0] > published[:_DAY] and not limits[0].endswith("-00"):
        meeting.status = "planned"


_DAY = len("2000-01-01")


# What is said of a meeting that was only arranged: "a summit planned in mid-May collapsed".
_ARRANGED = frozenset("plan schedule slate expect due propose set".split())
_BEFORE_IT_BEGAN = re.compile(r"\bbefore (?:it|they)(?: had| even)? (?:began|begun|started|got)")


def _is_denied(outer: Token, verb: Token) -> bool:
    """Whether a meeting that was arranged fell through, or is denied by a verb the parser hung elsewhere."""
    if outer.dep_ == "nsubj" and verb.dep_ == "csubj":
        words = {c.lower_ for c in verb.head.children}  # "negotiations to end the war will not take place"
        return bool(words & {"will", "did", "would"}) and bool(words & {"not", "n't", "never"})
    if verb.lemma_.lower() not in _FAILING or verb.tag_ not in ("VBD", "VBN") or outer.dep_ != "nsubj":
        return False
    behind = verb.doc[verb.i + 1 : verb.sent.end].text[:_FAR]
    arranged = any(c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _ARRANGED for c in outer.subtree)
    return arranged or _BEFORE_IT_BEGAN.search(behind) is not None


def _was_under_way(outer: Token, verb: Token) -> bool:
    """Whether what stopped or was left had begun: "withdrew from talks in July", "two rounds were put on hold"."""
    preposition = preposition_of(outer)
    if preposition is not None and preposition.lower_ == "of" and preposition.head.lemma_.lower() in _ENDS:
        return True  # "since the collapse of talks in Muscat"
    failed = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "fail" else None
    tensed = failed or verb
    if tensed.tag_ not in ("VBD", "VBN") or any(c.tag_ == "MD" for c in tensed.children):
        return False
    if preposition is not None and preposition.lower_ in ("in", "at", "during", "after"):
        # "no agreement was reached in their meeting on Wednesday"
        known = failed is not None or any(c.dep_ in ("poss", "det") for c in outer.lefts)
        return verb.lemma_.lower() in _YIELDING and known
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    if any(t.lower_ in _TO_COME for t in outer.subtree) or any(c.lower_ == "no" for c in outer.children):
        return False
    if outer.lower_ in _COUNTED and any(c.dep_ == "nummod" for c in outer.lefts):
        return True
    if outer.dep_ == "nsubj" and verb.lemma_.lower() in lex.BREAKING_OFF:
        return True  # "the talks stalled in 2018"
    left = verb.lemma_.lower() in _LEAVING
    away = preposition is not None and preposition.lower_ in ("from", "of")
    return left and (away or (outer.dep_ == "dobj" and verb.lemma_.lower() in ("leave", "quit")))


_ENDS = frozenset("collapse failure breakdown breakup end suspension conclusion".split())
# What comes of talks, or does not.
_YIELDING = frozenset("reach sign make produce achieve announce agree yield resolve bridge settle".split())
# Nouns for what is tried before talks are held.
_TRIES = frozenset("attempt effort bid plan push proposal try".split())
_FAILING = frozenset("collapse fail founder fall stall crumble flop".split())


def _attempt_failed(verb: Token) -> bool:
    """Whether talks were only tried: "a previous attempt to hold talks in Geneva collapsed"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or noun.lemma_.lower() not in _TRIES or noun.dep_ != "nsubj":
        return False
    return noun.head.lemma_.lower() in _FAILING and noun.head.tag_ in ("VBD", "VBN")


# What there is of talks once they were held: "to discuss the results of the meeting".
_RESULTS = frozenset("result outcome aftermath detail conclusion minute transcript readout content".split())


def _is_of_visit(verb: Token) -> bool:
    """Whether it is what somebody's visit was for that is over: "following a visit by X to discuss a truce with Y"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or noun.lemma_.lower() not in ("visit", "trip", "mission", "tour"):
        return False
    preposition = preposition_of(noun)
    return preposition is not None and preposition.lower_ in ("after", "following", "during")


def _has_results(outer: Token) -> bool:
    of = preposition_of(outer)
    definite = any(c.lower_ in ("the", "their", "his", "her", "its") for c in outer.lefts)
    return of is not None and of.lower_ == "of" and definite and of.head.lemma_.lower() in _RESULTS


def _is_due_for(outer: Token, verb: Token) -> bool:
    """Whether somebody is only due to come to talks: "the delegation was due in Kuwait for talks"."""
    preposition = preposition_of(outer)
    if preposition is None or verb.lemma_ != "be":
        return False
    return any(c.dep_ == "acomp" and c.lower_ in ("due", "expected", "set") for c in verb.children)


def _fell_through(token: Token) -> bool:
    behind = token.doc[token.i + 1 : token.sent.end].text[:_FAR]
    return _FELL_THROUGH.search(behind) is not None


def _came_about(outer: Token, verb: Token) -> bool:
    """Whether a past verb tells that talks came about: "led to talks", "were organised by X", "came to continue"."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")}
    lemma = verb.lemma_.lower()
    if _has_results(outer):
        return True
    if outer.dep_ == "nsubjpass" and lemma == "aim":
        return bool(words & {"is", "are", "was", "were"})  # "the meeting is aimed at"
    if outer.dep_ == "nsubjpass" and lemma in _MADE:
        return bool(words & {"was", "were"}) and not words & {"being", "not", "to"} and _has_agent(verb)
    preposition = preposition_of(outer)
    if preposition is not None and preposition.lower_ == "to" and lemma in _LEADING:
        return verb.tag_ == "VBD" and not words
    if preposition is not None and preposition.lower_ in ("in", "at", "during") and _is_counted_round(outer):
        perfect = verb.tag_ == "VBN" and bool(words & {"has", "have"})
        return (verb.tag_ == "VBD" or perfect) and "not" not in words and verb.dep_ == "ROOT"
    if verb.dep_ not in ("xcomp", "advcl") or lemma not in _GOING_ON or outer.dep_ != "dobj":
        return False
    way = verb.head
    return lemma == "continue" and way.tag_ == "VBD" and way.lemma_.lower() in _WAYS and way.dep_ == "ROOT"


def _is_counted_round(outer: Token) -> bool:
    """Whether a round is told by its number: "reached an agreement in the first round of talks"."""
    return any(c.lower_ in lex.ORDINALS or c.lower_ in ("latest", "previous", "last") for c in outer.lefts)


# Words from "agreed" to its infinitive over what stands between: "agreed on Friday after long talks to hold a summit".
_FAR_AGREED = 16
_TO_MEET = frozenset("hold meet resume begin start open continue convene reconvene restart return".split())


def _is_agreed_on(verb: Token) -> bool:
    """Whether an infinitive hangs on "agreed", where the parser gave it to a noun in between."""
    if verb.lemma_.lower() not in _TO_MEET or not any(c.lower_ == "to" and c.i < verb.i for c in verb.lefts):
        return False
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - _FAR_AGREED) - 1, -1):
        token = verb.doc[i]
        if token.lemma_.lower() == "agree" and token.tag_ in ("VBD", "VBN", "VBP"):
            return not any(c.dep_ == "neg" or c.tag_ == "MD" for c in token.children)
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


def _has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.children)


def is_told_ahead(trigger: Token, time_root: Token) -> bool:
    """Whether a coming time is the meeting's own by a present tense or its own phrase: "talks that open next week"."""
    token = time_root
    for _ in range(12):
        if token.head.i == token.i:
            return False
        token = token.head
        if token.i == trigger.i or (lex.meeting_noun(token.text) and token.pos_ == "NOUN"):
            return outermost(token).i == outermost(trigger).i
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VB":  # "due to start on Monday": go on
            above = token.head
            present = token.tag_ in ("VBZ", "VBP") and not any(c.tag_ == "MD" for c in token.children)
            told = above.i == trigger.i or outermost(trigger).i in {c.i for c in token.children}
            return present and told and token.lemma_.lower() in _OPENING
    return False


_OPENING = frozenset("open begin start resume take meet convene reconvene continue be".split())
