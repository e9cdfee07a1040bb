"""What dates a meeting beyond the nearest time: the clause it stands in, a fronted month, how it began and ended."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from parley.claims.meetings.subjects import governing_verb, preposition_of
from parley.model.reading import Reading, TimeExpression
from parley.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

Phase = Literal["", "begin", "end", "whole"]

_BEGINNING = frozenset("begin start open commence kick".split())
_ENDING = frozenset("end close conclude wrap finish".split())
# "At the end of their talks on Wednesday".
END_NOUNS = frozenset("end close conclusion".split())
_BEGIN_NOUNS = frozenset("start beginning opening".split())
# Clauses that give a reason, a condition or a contrast have their own time.
_OWN_TIME = frozenset("because since although though while whereas if unless after before until".split())
# "As X plans to send a delegation over the weekend".
_MEANING_TO = frozenset("plan expect prepare want seek hope intend".split())
# Steps through the parse, words before a main verb: more are accidents of the parser.
_DEPTH = 30
_DAY = 10
# Talks that began more days before they ended were two.
_LONGEST = 31


def is_of_other_clause(root: Token, trigger: Token) -> bool:
    """Whether a time stands in a clause beside the one that tells of the meeting: "because it withdrew in 2018"."""
    above, current = {trigger.i}, trigger
    for _ in range(_DEPTH):
        current = current.head
        above.add(current.i)
    token = root
    for _ in range(_DEPTH):
        if token.i in above or token.head.i == token.i:
            return False
        if token.dep_ == "advcl":
            marks = {c.lower_ for c in token.lefts if c.dep_ in ("mark", "advmod")}
            if marks & _OWN_TIME or ("as" in marks and token.lemma_.lower() in _MEANING_TO):
                return True
        token = token.head
    return False


def fronted(reading: Reading, trigger: Token, *, is_noun: bool) -> TimeExpression | None:
    """The time a sentence opens with, for what its main verb tells: "In March Qatar brokered a meeting"."""
    sentence = trigger.sent
    verb = governing_verb(trigger) if is_noun else trigger
    if verb.i != sentence.root.i or verb.tag_ != "VBD" or sentence[0].lower_ not in ("in", "on", "during"):
        return None
    if is_noun and not (trigger.head.i == verb.i and trigger.dep_ == "dobj"):
        return None
    time = next((t for t in reading.times_in(sentence.start_char, verb.idx) if t.type == "DATE" and t.edtf), None)
    if time is None or time.start > sentence[0].idx + len(sentence[0]) + 1:
        return None
    if verb.i - sentence.start > _DEPTH:
        return None
    between = reading.doc[sentence.start : verb.i]
    return None if any(t.pos_ in ("VERB", "SCONJ") for t in between) else time


def day_before(reading: Reading, noun: Token) -> TimeExpression | None:
    """The day right before the preposition of talks: "signed a deal to end the war on Tuesday following talks"."""
    preposition = preposition_of(noun)
    if preposition is None or preposition.lower_ not in ("after", "following"):
        return None
    sentence = noun.sent
    times = reading.times_in(sentence.start_char, preposition.idx)
    near = [t for t in times if t.end == preposition.idx - 1 and t.edtf and len(t.edtf) == _DAY]
    if not near or sentence.root.tag_ != "VBD":
        return None
    return near[-1]


def phase_of(noun: Token, outer: Token) -> Phase:
    """Whether what is told of a meeting is how it began or how it ended."""
    if outer.i != noun.i:
        word = outer.lemma_.lower()
        if word in END_NOUNS or word in _BEGIN_NOUNS:
            return "end" if word in END_NOUNS else "begin"
    clauses = [c for c in noun.rights if c.dep_ == "relcl"]
    verb = governing_verb(outer)  # "ended sixteen hours of talks"
    if outer.dep_ in ("nsubj", "nsubjpass", "dobj"):
        clauses.append(verb)
    return next((phase for verb in clauses if (phase := _phase_of_verb(verb))), "")


def _phase_of_verb(verb: Token) -> Phase:
    lemma = verb.lemma_.lower()
    if verb.tag_ not in ("VBD", "VBN"):
        return ""
    return "begin" if lemma in _BEGINNING else "end" if lemma in _ENDING else ""


def ended_as_well(noun: Token) -> tuple[Token, Token] | None:
    """The two verbs of "opened in Algiers on Monday and ended on Friday", said of one meeting."""
    opened = [c for c in noun.rights if c.dep_ == "relcl"]
    if noun.dep_ in ("nsubj", "nsubjpass"):
        opened.append(governing_verb(noun))
    for verb in opened:
        if _phase_of_verb(verb) == "begin":
            for other in verb.conjuncts:
                if _phase_of_verb(other) == "end":
                    return verb, other
    return None


def interval(first: When | None, last: When | None) -> When | None:
    """The days from the first to the last; None when they make no stretch of days."""
    if first is None or last is None or not (_is_day(first.edtf) and _is_day(last.edtf)):
        return None
    begin, end = date.fromisoformat(first.edtf or ""), date.fromisoformat(last.edtf or "")
    if begin > end and first.basis == "relative":
        begin -= timedelta(days=7)  # two weekdays, both reckoned from the day of the report
    if not 0 < (end - begin).days <= _LONGEST:
        return None
    return first.model_copy(update={"edtf": f"{begin.isoformat()}/{end.isoformat()}"})


_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _is_day(edtf: str | None) -> bool:
    return edtf is not None and _ISO_DAY.fullmatch(edtf) is not None


_PART = re.compile(r"\b(?:early|mid|middle|late|later|earlier|start|beginning|end)\b", re.IGNORECASE)
_DAYS_OF_MONTH = re.compile(r"(\d{4}-\d\d)-\d\d/\1-\d\d")


def as_month(when: When | None) -> When | None:
    """A part of a month as the month: of "early July" the ten days are the calendar's, not the article's."""
    if when is None or when.edtf is None or not _PART.search(when.text):
        return when
    match = _DAYS_OF_MONTH.fullmatch(when.edtf)
    if match is None or re.search(r"\d|week|day", when.text.lower().replace(when.edtf[:4], "")):
        return when
    return when.model_copy(update={"edtf": match[1]})
