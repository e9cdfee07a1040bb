"""Which side of its topic a statement takes: neutral when unsure, since positions and their shifts are built on it."""

from __future__ import annotations

import re
from itertools import takewhile

from parley.model.claim import Stance
from parley.model.reading import Quotation, Reading

# Cues that take a side by themselves, whatever words follow.
_CUES_FOR = frozenset(
    "welcome support back endorse hail praise favour favor accept applaud commend urge demand propose".split()
)
_CUES_AGAINST = frozenset(
    "reject refuse oppose denounce condemn dismiss repudiate rule decline deride resist spurn".split()
)
_ENDINGS = ("d", "ed", "s", "es", "ing")
# Words of one's own attitude. What others did ("violated", "failed", "killed") is an account and takes no side.
_FOR = frozenset(
    "support supports supported back backs backed welcome welcomes welcomed readiness ready willing willingness hope "
    "hopes hoped agree agreed accept accepted committed commitment want wants wanted need needs must should "
    "favour favor endorse important constructive fruitful necessary essential reaffirm reaffirmed affirm "
    "urge urged keen".split()
)
_FOR_PHRASES = re.compile(r"\b(?:open to|prepared to|interested in|in favou?r of|determined to)\b", re.IGNORECASE)
_AGAINST = frozenset(
    "reject rejects rejected rejecting refuse refuses refused oppose opposes opposed denounce denounced condemn "
    "condemned impossible impossibility illegitimate unacceptable surrender treason pointless useless betrayal "
    "ridiculous catastrophe ruined denies dismissed".split()
)
_AGAINST_PHRASES = re.compile(
    r"\b(?:rul(?:e|es|ed|ing) out|(?:am|is|are|was|were|be|\w+['’](?:s|m|re)) (?:firmly |strongly )?against|"
    r"out of the question|(?:will|would|can|could) be no|never again)\b",
    re.IGNORECASE,
)
# "Would not make concessions", "will never negotiate": a refusal without a word of refusing.
_REFUSALS = re.compile(
    r"\b(?:will|would|can|could|shall|wo|ca)\s?(?:not|never|n['’]t|no longer)\s+(?:ever\s+)?"
    r"(?:make|give|accept|sign|negotiate|talk|meet|recogni[sz]e|withdraw|agree|concede|yield|cede|join|hold|sit|speak)\b",
    re.IGNORECASE,
)
# "If" and its kind always set a condition; words of time do when the clause is about what is to come.
_CONDITIONS = re.compile(
    r"(?<!even )(?<!as )\b(?:if|unless|provided that|on (?:the )?condition|as long as)\b", re.IGNORECASE
)
_CONDITIONS_IN_TIME = re.compile(
    r"\b(?:once|only after|only when|n['’]t .*until|(?:not|never|no) .*until)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:will|would|can|could|must|shall|ready|willing|prepared)\b|['’]ll\b", re.IGNORECASE)
_QUESTION = re.compile(r"[^.!?]*\?")
# A condition that follows the words quoted: 'ruled out "any talks" unless ...'.
_CONDITION_AFTER = re.compile(r"[\s,\"”’]*(?:only )?(?:if|unless|until|as long as|provided)\b", re.IGNORECASE)
_NEGATIONS = frozenset("not no never nor without cannot neither hardly nt".split())
# A negation reaches this many words: "does not fully and unconditionally support".
_REACH = 4
_NEGATED = re.compile(r"\b(?:not|no|never|nor|without|cannot|neither|hardly)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"n['’]t\b|(?:(?!n['’]t\b)[^\W\d_])+(?:-[^\W\d_]+)*|[,;.:!?]")


def stance_of(reading: Reading, quotation: Quotation, start: int, end: int) -> Stance:
    """Whether the words between two places, with their cue, are for their topic, against it, on a condition or none."""
    text = reading.article.text
    cue = " ".join(text[first:last] for first, last in quotation.cue)
    return side_of(cue, text[start:end], text[end : end + 40])


def side_of(cue: str, quote: str, after: str = "") -> Stance:
    """The side taken by the words of a cue and a quote, and of what follows them."""
    told = _QUESTION.sub("", quote)
    if _CONDITIONS.search(told) or _CONDITION_AFTER.match(after):
        return "conditional"
    if _CONDITIONS_IN_TIME.search(told) and _TO_COME.search(quote):
        return "conditional"
    by_cue = _side_of_cue(cue)
    if by_cue is not None:
        return by_cue
    if _REFUSALS.search(quote):
        return "against"
    sides = {*_sides_of_words(quote)}
    return sides.pop() if len(sides) == 1 else "neutral"


def _side_of_cue(cue: str) -> Stance | None:
    words = [w.lower() for w in cue.split()]
    for word in words:
        stems = {word, *(word[: -len(e)] for e in _ENDINGS if word.endswith(e)), word.removesuffix("ing") + "e"}
        if stems & _CUES_AGAINST:
            return "neutral" if _NEGATED.search(cue) else "against"
        if stems & _CUES_FOR:
            return "against" if _NEGATED.search(cue) else "for"
    return None


def _sides_of_words(quote: str) -> list[Stance]:
    """The side of each word of attitude, and neutral for those a negation makes unsure."""
    sides: list[Stance] = []
    words = [w.group().lower() for w in _WORD.finditer(quote)]
    for i, word in enumerate(words):
        if word not in _FOR and word not in _AGAINST:
            continue
        before = list(takewhile(str.isalpha, (w.replace("'", "").replace("’", "") for w in reversed(words[:i]))))
        negated = not _NEGATIONS.isdisjoint(before[:_REACH])
        if word in _FOR:
            sides.append(("neutral" if "yet" in words else "against") if negated else "for")
        else:
            sides.append("neutral" if negated else "against")
    for phrases, side in ((_FOR_PHRASES, "for"), (_AGAINST_PHRASES, "against")):
        for match in phrases.finditer(quote):
            negated = bool(_NEGATED.search(quote[max(0, match.start() - 20) : match.start() + 4]))
            sides.append(_phrase_side(side == "for", negated))
    return sides


def _phrase_side(is_for: bool, negated: bool) -> Stance:
    if is_for:
        return "against" if negated else "for"
    return "neutral" if negated else "against"
