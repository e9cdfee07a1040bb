"""Questions and names made comparable."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.knowledge.tables import fold_words

# Endings in which transliterations differ: Zelensky, Zelenskyy, Zelenskiy.
_ENDING = re.compile(r"(?:iy|yy|ij|yi|ii)\b")

STOP_WORDS = frozenset(
    """a about after all also an and any anything are as at be became become been before being between but by came can
    come could did do does done during else ever for from get give given had has have he her him his how i if in
    into is it its last latest many me most much my of off on one or our out over so some such tell than that the
    their them then there these they this those through to two until up us was we were what when where which while
    who whom whose why will with would you your say says said please record recently recent since far yet now ago
    met meet meets meeting meetings""".split()
)

_POSSESSIVE = re.compile(r"['’]s\b|['’](?=\s|$)")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without case, accents, punctuation and possessive endings, in one spelling of -sky, -skyy, -skiy."""
    return " ".join(_ENDING.sub("y", fold_words(_POSSESSIVE.sub(" ", text))).split())
