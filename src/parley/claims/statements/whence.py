"""When and where something was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.model.party import Place
from parley.model.reading import Quotation, Reading, TimeExpression
from parley.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

# Characters on either side of a cue in which its time may stand: more than any sentence of news has.
_REACH = 600
# Characters before a time at which a quotation that holds it may have begun: several paragraphs.
_LONGEST = 5000
# Steps from a time expression up to the cue it dates: "on Monday" hangs on "said" directly or through a preposition.
_STEPS = 4


def time_of_saying(reading: Reading, quotation: Quotation, cue: Token | None) -> When | None:
    """The time attached to the cue, or to the clause that leads up to it; None when nothing says when it was said."""
    if cue is None:
        return None
    best: tuple[int, TimeExpression] | None = None
    for time in reading.times_in(max(0, cue.idx - _REACH), cue.idx + _REACH):
        if (
            time.type not in ("DATE", "TIME")
            or time.value.endswith("_REF")
            or ".." in (time.edtf or "")
            or _is_told(reading, quotation, cue, time.start)
        ):
            continue
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None:
            continue
        steps = _steps_to(span.root, cue)
        if steps is not None and (best is None or steps < best[0]):
            best = (steps, time)
    return best[1].as_when() if best else None


def _steps_to(token: Token, cue: Token) -> int | None:
    governors = {cue.i}
    if cue.dep_ in ("acl", "advcl", "conj", "xcomp") and cue.head.pos_ in ("VERB", "AUX", "NOUN"):
        governors.add(cue.head.i)
        if cue.dep_ == "acl":
            governors.add(cue.head.head.i)
    current = token
    for step in range(_STEPS):
        if current.i in governors:
            return step
        if current.head.i == current.i:
            return None
        current = current.head
    return _STEPS if current.i in governors else None


def _is_told(reading: Reading, quotation: Quotation, cue: Token, at: int) -> bool:
    """Whether a time is part of what is said: by this cue, or by the next (", adding he would decide on Tuesday")."""
    if _inside(quotation, at):
        return True
    # Of all quotations only those that begin near: a long text has thousands.
    near = (q for q in reading.quotes_in(at - _LONGEST, at + 1) if _inside(q, at))
    return any(not _inside(q, cue.idx) for q in near)


def _inside(quotation: Quotation, at: int) -> bool:
    return any(start <= at < end for start, end in quotation.content)


def place_of_saying(reading: Reading, quotation: Quotation, cue: Token | None) -> Place | None:
    """A place that a preposition of the cue names: "told reporters in Istanbul"."""
    if cue is None:
        return None
    reach = [c for c in cue.children if c.dep_ in ("dobj", "prep", "dative") and c.i > cue.i]
    for child in reach:
        preps = [child] if child.dep_ == "prep" else [c for c in child.children if c.dep_ == "prep"]
        for prep in preps:
            if prep.lower_ not in ("in", "at", "from"):
                continue
            for mention in reading.mentions_in(prep.idx, prep.right_edge.idx + len(prep.right_edge)):
                if mention.place is not None and not _inside(quotation, mention.start):
                    return mention.place
    return None
