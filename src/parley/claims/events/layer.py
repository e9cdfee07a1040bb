"""The events layer: the main event of each sentence, coded as PLOVER codes it, with the words of source and target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from parley.claims.events.find import main_event
from parley.claims.events.phrases import phrase
from parley.model.reading import Reading
from parley.syntax.evidence import sentence_evidence

if TYPE_CHECKING:
    from spacy.tokens import Token


def event_annotations(reading: Reading) -> list[dict[str, Any]]:
    """One line an event: `code`, `mode`, `source`, `target`, `status`, and the offsets of its sentence."""
    lines = []
    for sentence in reading.sentences():
        if event := main_event(sentence):
            evidence = sentence_evidence(reading.article.text, event.trigger)
            lines.append(
                {
                    "code": event.code,
                    "mode": event.mode,
                    "source": _words(reading, event.sources),
                    "target": _words(reading, event.targets),
                    "status": event.status,
                    "start": evidence.start,
                    "end": evidence.end,
                }
            )
    return lines


def _words(reading: Reading, heads: Sequence[Token]) -> str | None:
    """The words of the phrase; for a pronoun the name of whom it stands for."""
    if len(heads) == 1 and heads[0].pos_ == "PRON" and (parties := reading.parties_at(heads[0])):
        return ", ".join(party.name for party in parties)
    return phrase(heads) or None
