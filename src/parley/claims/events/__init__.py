"""Events in a reading: who did what to whom, by PLOVER type.

`lexicon.txt` says which verbs and nouns make which type, `frames.py` finds them in a parsed sentence, `actors.py` who
does it to whom, `find.py` ranks the events of a sentence; `gather.py` makes claims of those that are notable,
`layer.py` prints the main one of each sentence for measuring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.claims.events.gather import event_claims
from parley.claims.events.layer import event_annotations
from parley.model.claim import Claim
from parley.model.reading import Reading

__all__ = ["event_annotations", "extract"]


def extract(reading: Reading, found: Sequence[Claim]) -> Iterator[Claim]:
    """The events an article tells of: those with a known source and a known target, place or day."""
    yield from event_claims(reading, found)
