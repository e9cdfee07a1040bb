"""Attributions inside attributions: which of them are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.reading.quotes.attribution import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What somebody is said to have said or asked is an attribution of its own; what they are said to think, to support or
# to want is a part of what was said about them.
_KEPT_INSIDE = frozenset({"say", "ask"})


def outermost(doc: Doc, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions whose cue stands in nobody else's words, and the finite sayings among the others."""
    covered = bytearray(len(doc) + 1)
    for attribution in attributions:
        for first, last in attribution.content:
            covered[first:last] = b"\x01" * (last - first)
    return [a for a in attributions if not covered[a.cue[0]] or a.quoted or _is_saying(doc, a)]


def _is_saying(doc: Doc, attribution: Attribution) -> bool:
    cue = doc[attribution.cue[0] : attribution.cue[1]]
    verb: Token = cue.root
    if any(t.lower_ == "according" for t in cue):
        return True
    if attribution.kind not in _KEPT_INSIDE or attribution.source is None or verb.pos_ != "VERB":
        return False
    modal = any(t.tag_ == "MD" for t in cue)
    perfect = verb.tag_ == "VBN" and any(t.lower_ in ("has", "have", "had") for t in cue)
    return not modal and (verb.tag_ in _FINITE or perfect)
