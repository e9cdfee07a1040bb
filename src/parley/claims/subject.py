"""Whether an article is about a conflict or dealings between parties at all.

"Deal", "election", "observer", "corridor" mean other things in a report on a software project or a football club: the
words of agreements and measures are listened to only where a longer article has other words of conflict or diplomacy.
"""

from __future__ import annotations

import re

from parley.model.reading import Reading
from parley.syntax.text import text_of

# Beginnings of words that news of conflicts and diplomacy uses and other news seldom does.
_WORDS = re.compile(
    r"\b(?:cease-?fire|truce|armistice|peace|hostilit|negotiat|talks\b|summit|treaty|treaties|accord\b|accords\b|mediat"
    r"|envoy|diplomat|ambassador|delegation|foreign minist|foreign secretar|secretary of state|bilateral|trilateral"
    r"|rebel|insurg|militia|guerrilla|separatist|paramilitar|warring|troops|war\b|armed|conflict|invasion|invade"
    r"|occupied|occupation|annex|hostage|prisoner|refugee|sanction|nuclear|missile|airstrike|shelling|sovereign"
    r"|territor|withdraw|settlement|united nations|security council|european union)",
    re.IGNORECASE,
)

# How many different ones make an article one of ours, by its length in words; a short item is always taken. Chosen on
# the record sets, none of whose articles may fall below, and on Wikinews of 2019-20, where sport, software, accidents
# and domestic politics are to fall out.
_ENOUGH = ((150, 0), (400, 1))
_ENOUGH_LONG = 2
# ... and how many in a thousand words: a long interview or a campaign diary has two of them by chance. The least among
# the articles of the record sets is 6.
_DENSITY = 3.5


def concerns_negotiation(reading: Reading) -> bool:
    """Whether the article speaks of conflict or diplomacy in enough different words."""
    words = len(reading.doc)
    wanted = next((enough for length, enough in _ENOUGH if words < length), _ENOUGH_LONG)
    if not wanted:
        return True
    seen = [match.group().lower() for match in _WORDS.finditer(text_of(reading.doc))]
    dense = words < _ENOUGH[-1][0] or 1000 * len(seen) >= _DENSITY * words
    return dense and len(set(seen)) >= wanted
