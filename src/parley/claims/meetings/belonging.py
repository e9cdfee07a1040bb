"""Whether a time or a place in a meeting's sentence is another's: of the saying, of other talks, of a thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from parley.claims.attach import SAYING
from parley.claims.meetings import lexicon as lex
from parley.claims.meetings.nouns import outermost
from parley.model.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Steps through the parse; longer chains are accidents of the parser.
_DEPTH = 30
# Words between a verb of saying and the day of the saying: "told reporters late on Monday", "said in a statement on".
_FAR_SAYING = 6
_BETWEEN_SAYING = frozenset("on in at late early earlier a an the".split())
# "Said on Friday after talks": talks that speech follows closely are of the same day.
_SAME_OCCASION = frozenset({"after", "following", "during", "at"})
# What leads to other talks than those told of: "agreed to meet again after two days of talks in Doha".
_APART = frozenset({"after", "following", "before", "ahead", "since", "until", "from", "despite", "prior"})


def is_of_saying(span: Tokens, trigger: Token) -> bool:
    """Whether a time or place stands right behind a verb of saying: "said on Monday talks had stalled"."""
    verb = _saying_before(span)
    if verb is None or (span.end < len(span.doc) and span.doc[span.end].lower_ in ("'s", "’s", "'", "’")):
        return False
    if trigger.i == verb.i:
        return False
    token = trigger
    for _ in range(_DEPTH):
        if token.i == verb.i or token.head.i == token.i:
            break
        if token.lower_ in _SAME_OCCASION and token.i > verb.i and token.dep_ in ("prep", "mark"):
            return False
        token = token.head
    return True


def _saying_before(span: Tokens) -> Token | None:
    """The verb of saying that a time or place directly follows, over its listener or its medium."""
    doc, i = span.doc, span.start - 1
    first = max(span.sent.start, span.start - _FAR_SAYING)
    listeners = 0
    while i >= first:
        token = doc[i]
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBN") and token.lemma_.lower() in SAYING:
            return token
        if token.lower_ not in _BETWEEN_SAYING:
            listeners += 1
            if token.pos_ not in ("NOUN", "PROPN", "PRON") or listeners > 1 or lex.meeting_noun(token.text):
                return None
        i -= 1
    return None


def is_of_meeting_held(root: Token, trigger: Token, status_of: Callable[[Token], str]) -> bool:
    """Whether a time is that of a meeting held, where another is only planned: "spoke on Monday to plan a summit"."""
    word = _meeting_word_above(root, trigger)
    if word is None or word.i == trigger.i or word.pos_ != "VERB" or not word.is_ancestor(trigger):
        return False
    return status_of(word) == "happened" and status_of(trigger) != "happened"


def is_of_other_meeting(span: Tokens, trigger: Token) -> bool:
    """Whether a time or place belongs to other talks of the sentence: "agreed to meet again after talks in Doha"."""
    word = _meeting_word_above(span.root, trigger) or _meeting_noun_before(span)
    if word is None or word.i == trigger.i or outermost(word).i == outermost(trigger).i:
        return False
    if word.is_ancestor(trigger):
        return False
    if word.pos_ in ("VERB", "AUX"):
        # "the first meeting of the two, who agreed to meet again in March"; not "decided in talks when they met in May"
        return not (word.dep_ == "advcl" and any(c.lower_ in ("when", "as", "while") for c in word.lefts))
    return _leads_apart(word, trigger) or (word.dep_ != "pobj" and _leads_apart(trigger, word))


def _leads_apart(word: Token, other: Token) -> bool:
    """Whether "after", "before" or the like stands over a word and not over another."""
    token = word
    for _ in range(_DEPTH):
        if token.lower_ in _APART:
            return not token.is_ancestor(other)
        if token.head.i == token.i or token.i == other.i or token.is_ancestor(other):
            return False
        token = token.head
    return False


def _meeting_word_above(root: Token, trigger: Token) -> Token | None:
    token = root
    for _ in range(_DEPTH):
        if token.head.i == token.i or token.i == trigger.i:
            return None
        token = token.head
        if lex.meeting_noun(token.text) and token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ in ("VERB", "AUX"):
            return token if token.lemma_.lower() in ("meet", "talk", "speak", "confer", "negotiate") else None
    return None


def _meeting_noun_before(span: Tokens) -> Token | None:
    """The meeting noun that a place or day directly follows, but for its preposition."""
    i = span.start - 1
    if i > span.sent.start and span.doc[i].lower_ in ("in", "at", "on"):
        i -= 1
    if i < span.sent.start:
        return None
    token = span.doc[i]
    return token if lex.meeting_noun(token.text) and token.pos_ in ("NOUN", "PROPN") else None


def is_behind_time(reading: Reading, span: Tokens) -> bool:
    """Whether a name only follows a time that opens the sentence: "In March Qatar brokered a meeting"."""
    if span.start - 1 < span.sent.start:
        return False
    before = span.doc[span.start - 1]
    return any(t.start <= before.idx < t.end for t in reading.times_in(span.sent.start_char, span.start_char))


def is_beyond_semicolon(span: Tokens, trigger: Token) -> bool:
    """Whether a semicolon stands between: what follows it is told by itself ("; his adversary signed in Sochi")."""
    first, last = sorted((span.start, trigger.i))
    return any(t.text == ";" for t in trigger.doc[first:last])


def is_told_of_another(root: Token, trigger: Token) -> bool:
    """Whether the clause of a time or place has other talks for its subject: "where the first round began in July"."""
    verb = root
    for _ in range(_DEPTH):
        if verb.head.i == verb.i or verb.i == trigger.i:
            return False
        verb = verb.head
        if verb.pos_ in ("VERB", "AUX"):
            break
    if verb.is_ancestor(trigger) or verb.i == trigger.i:
        return False
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    inner = [t for c in subjects for t in (c, *(p for o in c.children if o.lower_ == "of" for p in o.children))]
    return any(lex.meeting_noun(t.text) and t.pos_ == "NOUN" and t.i != trigger.i for t in inner)


def is_in_side_clause(root: Token, trigger: Token) -> bool:
    """Whether a place stands in a clause of time or reason that tells of no meeting: "when he stopped in Ireland"."""
    token = root
    for _ in range(_DEPTH):
        if token.head.i == token.i or token.i == trigger.i or token.is_ancestor(trigger):
            return False
        if token.dep_ == "advcl" and token.lemma_.lower() not in lex.MEETING_VERBS:
            return any(c.dep_ in ("mark", "advmod") and c.lower_ in _SIDE for c in token.lefts)
        token = token.head
    return False


_SIDE = frozenset("when while as because since although though if unless until after before whereas".split())


def is_before_another(root: Token, trigger: Token) -> bool:
    """Whether a time is that of what came afterwards: "held talks in Baku before flying to Tbilisi on Monday"."""
    token = root
    for _ in range(_DEPTH):
        if token.head.i == token.i or token.i == trigger.i or token.is_ancestor(trigger):
            return False
        if token.dep_ == "pcomp" and token.head.lower_ == "before":
            return True
        token = token.head
    return False


def is_since(root: Token, trigger: Token) -> bool:
    """Whether a time only says since when there had been none: "the first talks since the attack in May"."""
    token = root
    for _ in range(_DEPTH):
        if token.head.i == token.i or token.i == trigger.i or token.is_ancestor(trigger):
            return False
        token = token.head
        if token.lower_ == "since":
            return True
    return False


def is_still_held(trigger: Token) -> bool:
    """Whether talks that began some time ago go on: "have been in talks since May", "have been meeting since"."""
    verb = trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")} | {verb.lower_}
    if not words & {"have", "has"} or words & {"not", "n't", "never", "would", "could", "should", "might", "may"}:
        return False
    outer = outermost(trigger)
    counted = outer.tag_ == "NNS" and any(c.dep_ == "nummod" or c.lower_ == "several" for c in outer.lefts)
    return "been" in words or counted  # "have held five rounds since April"


def is_last_time(trigger: Token) -> bool:
    """Whether "since" gives the day of a meeting: "had not met since May"."""
    if trigger.pos_ != "VERB":
        return False
    since = any(c.lower_ == "since" and c.dep_ in ("prep", "mark") for c in trigger.rights)
    return since and any(c.dep_ == "neg" or c.lower_ == "never" for c in trigger.lefts)


def dates_a_thing(root: Token, trigger: Token, span: Tokens) -> bool:
    """Whether a date belongs to another noun: "the 1974 agreement", "next year's election", "the May 14 talks"."""
    while root.head.i != root.i and root.head.pos_ == "NUM" and root.head.ent_type_ == "DATE":
        root = root.head  # "the 1950-1953 war"
    head = root.head
    if head.i < span.start and not root.i < span.start:
        return False  # "resumed after a long pause this morning"
    if root.dep_ not in ("poss", "nummod", "compound", "amod", "nmod", "npadvmod") or span.start <= head.i < span.end:
        return False
    if head.pos_ not in ("NOUN", "PROPN") or head.i == trigger.i:
        return False
    return not (lex.meeting_noun(head.text) and outermost(head).i == outermost(trigger).i)
