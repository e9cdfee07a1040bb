"""Whether they met in person or remotely."""

from __future__ import annotations

from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.draft import Draft
from parley.syntax.clauses import clause_head

_AT_A_DISTANCE = ("tele-conference", "telephone link", "by telephone", "via skype", "by skype", "video-conference")
# Words on either side of a trigger that may say how they met.
_FAR_FORM = 40


def settle_form(draft: Draft) -> None:
    """Settles the form of a draft by the words around its trigger and by what it is called."""
    if draft.form == "remote":
        return
    verb = clause_head(draft.token)
    told = verb if verb.pos_ in ("VERB", "AUX") else draft.token
    first = max(told.left_edge.i, draft.token.i - _FAR_FORM)
    text = told.doc[first : min(told.right_edge.i + 1, draft.token.i + _FAR_FORM)].text.lower()
    if any(phrase in text for phrase in (*lex.REMOTE_PHRASES, *_AT_A_DISTANCE)):
        draft.form = "remote"
    elif draft.form == "unknown" and (
        draft.place is not None or any(phrase in text for phrase in lex.IN_PERSON_PHRASES)
    ):
        draft.form = "in_person"


def seat(meeting: Draft) -> None:
    """Seats those at one table who are only said to have met, when all is told of a meeting.

    Not before: a second mention may still tell of a telephone.
    """
    words = meeting.nouns | {meeting.token.lemma_.lower()}
    if meeting.form == "unknown" and words & _SEATED and not words & _TELEPHONED:
        meeting.form = "in_person"


# What is said of people in one room unless a telephone or a screen is named; "talks" and "contacts" are not.
_SEATED = frozenset("meet meeting round session gather convene reconvene".split())
_TELEPHONED = frozenset("call conversation contact telephone phone".split())
