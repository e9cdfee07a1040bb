"""Where a mention stands: its sentence and the tense of its clause, from spaCy's tags."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from parley.reading.times.story import Mention, Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How far up a parse tree the verb of a clause is looked for: real clauses are shallow, broken parses are not.
_CLIMB = 12
# Verbs whose times lie ahead though they are told in the past ("scheduled a vote Thursday").
_PLANS = frozenset("schedule reschedule plan postpone slate expect foresee envisage envision promise propose".split())
# Verbs whose "until" tells how long it was; with others it tells how long it is to be.
_LASTED = frozenset("be last remain stay live hold rule serve continue have occupy become keep fight go run do".split())
# Verbs whose present tense does not look ahead: "is open Monday" may, "is down Friday" does not.
_STATIVE = frozenset("be have say do seem appear".split())
# "Since the talks in February": how many words back the "since" may stand.
_SINCE_WINDOW = 6
_UNTIL = frozenset("until till".split())
# What is put off to a weekday is put off to one that comes: "the deadline has been extended to Monday".
_PUT_OFF = frozenset("extend postpone delay adjourn defer reschedule push put prolong suspend".split())
_FUTURE = frozenset("will 'll ’ll shall wo".split())
# "As soon as Tuesday", "no later than Friday" look ahead whatever the verb.
_AHEAD = frozenset({("soon", "as"), ("early", "as"), ("later", "than")})
# What is said of a deadline that is over.
_OVER = frozenset("miss pass expire lapse fail end".split())
# "A truce starting Friday" is one that comes.
_STARTING = (("starting",), ("beginning",), ("commencing",))
# What one did, or failed to do, when these are told in the past: "failed to agree on Thursday", "refused to sign".
_DONE = frozenset(
    "fail manage refuse decline begin start continue try attempt seek struggle help happen come go proceed rush"
    " use cease neglect get have unable able".split()
)
# Verbs of the present tense that announce: "the council meets Tuesday". Others that stand with a weekday are rather the
# present of captions ("addresses the delegations on Tuesday"), which tells of what was.
_ANNOUNCE = frozenset(
    "meet convene reconvene begin start open reopen resume close end expire lapse take arrive leave depart"
    " return go come travel fly head vote elect face run play kick hold mark turn celebrate fall decide plan"
    " expect hope intend want due schedule become enter launch host visit".split()
)


# What says in a headline, where no verb is parsed, that a weekday is the coming one; how many words back it may stand.
_COMING = frozenset(
    "resume resumes begin begins start starts meet meets reconvene convene due set slated upcoming".split()
)
_COMING_WINDOW = 3


class Sentences:
    """Looks up sentences and tenses of a parsed document by character offsets."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [t.idx for t in doc]
        self._sentence_starts = [s.start_char for s in doc.sents] if doc.has_annotation("SENT_START") else [0]

    def mention(self, number: int, start: int, *, near: bool = False, owns: bool = False) -> Mention:
        """The sentence and tense of the expression that begins at an offset.

        `near` is set for weekdays and hours: "until Friday" and a verb in the present tense mean the coming one. `owns`
        is set for those with a possessive: "to get around Wednesday's ruling" is no plan for Wednesday, nor is "trying
        to carry out the June agreement" one for June.
        """
        token = self.token_at(start)
        sentence = max(bisect_right(self._sentence_starts, start) - 1, 0)
        if token is None:
            return Mention(number, sentence, "unknown")
        attribute = token.dep_ in ("nummod", "compound", "amod", "nmod") and token.head.i > token.i
        tense = self._tense(token, near, owns or (attribute and not near))
        return Mention(number, sentence, tense, _verb_of(token), attribute)

    @property
    def starts(self) -> list[int]:
        """The offsets at which sentences begin."""
        return self._sentence_starts

    def token_at(self, offset: int) -> Token | None:
        """The token an offset lies in."""
        index = bisect_right(self._starts, offset) - 1
        return self._doc[index] if index >= 0 else None

    def _tense(self, token: Token, near: bool, owns: bool) -> Tense:
        before = tuple(t.lower_ for t in self._doc[max(0, token.i - 2) : token.i])
        if (near and before in _AHEAD) or before[-1:] == ("effective",) or (near and before[-1:] in _STARTING):
            return "future"
        if self._is_since(token):
            return "past"
        until = token.i > 0 and (self._doc[token.i - 1].lower_ in _UNTIL or token.head.lower_ in _UNTIL)
        if until and near:
            verb = _verb_of(token)
            return "past" if verb >= 0 and _is_past_perfect(self._doc[verb]) else "future"
        deadline = next((t for t in self._doc[token.i + 1 : token.i + 4] if t.lower_ == "deadline"), None)
        if deadline is not None and not near and not self._is_past_limit(deadline):
            return "future"  # "set a March 23 deadline"
        if near and self._is_limit(token, before):
            return "future"
        words_before = [t.lower_ for t in self._doc[max(0, token.i - _COMING_WINDOW) : token.i]]
        through_noun = False
        for _ in range(_CLIMB):
            if token.tag_.startswith("VB") or token.tag_ == "MD":
                if until and token.lemma_ not in _LASTED:
                    return "past" if _is_past_perfect(token) else "future"
                tense = _tense_of(token)
                if tense == "present" and near and token.lemma_ not in _STATIVE:
                    return "unknown" if through_noun or _is_caption(token) else "future"
                by = token.tag_ == "VBN" and before[-1:] == ("by",) and near
                if by and not any(c.dep_ in ("aux", "auxpass") for c in token.children):
                    tense = "unknown"  # "a deal achieved by Monday" is as past as what it hangs on
                if owns and (tense == "unknown" or (tense == "future" and _is_infinitive(token))):
                    return "unknown"  # what lies beyond the nearest verb says nothing of what is owned
                if tense != "unknown":
                    return tense
            if token.lower_ == "due":  # "with the election due this September"
                return "future"
            if token.head.i == token.i:
                break
            token = token.head
            through_noun = through_noun or token.tag_ in ("NN", "NNS")
        return "future" if near and set(words_before) & _COMING else "unknown"

    def _is_since(self, token: Token) -> bool:
        """Whether a "since" before it, in its part of the sentence, governs a time."""
        for word in reversed(self._doc[max(0, token.i - _SINCE_WINDOW) : token.i]):
            if word.lower_ == "since":
                return True
            if word.tag_ == "CC" or word.lower_ in (",", ";"):
                return False
        return False

    def _is_past_limit(self, deadline: Token) -> bool:
        """Whether a deadline is told as missed or over."""
        verb = _verb_of(deadline)
        return verb >= 0 and self._doc[verb].lemma_ in _OVER

    def _is_limit(self, token: Token, before: tuple[str, ...]) -> bool:
        """Whether a weekday is one that something is put off to: "extended to Monday"."""
        return before[-1:] == ("to",) and any(
            t.lemma_ in _PUT_OFF for t in self._doc[max(0, token.i - _COMING_WINDOW) : token.i]
        )


def _verb_of(token: Token) -> int:
    """The place of the verb that governs a token, -1 when there is none close by."""
    for _ in range(_CLIMB):
        if token.tag_.startswith("VB"):
            return token.i
        if token.head.i == token.i:
            break
        token = token.head
    return -1


def _tense_of(verb: Token) -> Tense:
    """The tense of a verb with its auxiliaries, as far as it tells on which side of now its times lie."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    tags = {child.tag_ for child in helpers}
    words = {child.lower_ for child in helpers}
    set_for = verb.lemma_ == "set" and any(child.lower_ == "for" for child in verb.children)
    if words & _FUTURE or verb.lower_ in _FUTURE or verb.lemma_ in _PLANS or set_for:
        return "future"
    if "would" in words and not words & {"have", "'ve"}:
        return "future"
    if "VBD" in tags or verb.tag_ == "VBD":
        return "past"
    if words & {"have", "has", "'ve"} and verb.tag_ == "VBN":
        return "past"
    if words & {"could", "might"}:
        return "past" if "could" in words and any(c.dep_ == "neg" for c in verb.children) else "unknown"
    if "MD" in tags:
        return "future"
    if "TO" in tags or "to" in words:
        return _infinitive_tense(verb)
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if verb.tag_ == "VBN" and not tags:
        return "past"
    return "unknown"


def _is_caption(verb: Token) -> bool:
    """Whether a present is that of a caption ("addresses the delegations on Tuesday"), not of a plan or a speaker."""
    speaks = any(c.dep_ == "nsubj" and c.lower_ in ("i", "we", "you") for c in verb.children)
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in _ANNOUNCE and not speaks


def _is_past_perfect(verb: Token) -> bool:
    """ "Had not called", "had been held"."""
    return any(child.lower_ in ("had", "'d") for child in verb.children if child.dep_ in ("aux", "auxpass"))


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _infinitive_tense(verb: Token) -> Tense:
    """ "to meet Friday" looks ahead, unless what it depends on is told as over.

    So it is with "it had been due to expire Friday" and "they failed to agree on Friday".
    """
    governor = verb.head
    copula = governor.head if governor.tag_.startswith("JJ") else governor
    if _is_past_perfect(governor) or _is_past_perfect(copula):
        return "past"
    told = _tense_of(copula) == "past" if copula.i != verb.i else False
    if told and governor.lemma_ in _DONE and not (governor.lemma_ == "have" and governor.tag_ == "VBN"):
        return "past"
    if governor.tag_ == "VBD" and verb.dep_ == "advcl":
        return "past"
    if governor.tag_.startswith("NN"):
        return "unknown"
    return "future"
