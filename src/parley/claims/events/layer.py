"""The events layer: the main event of each sentence, coded as PLOVER codes it, with the words of source and target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from parley.claims.events.countries import countries_of, home_country, told_countries
from parley.claims.events.find import FoundEvent, main_event
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
            of_source, of_target = _countries(reading, event)
            lines.append(
                {
                    "code": event.code,
                    "mode": event.mode,
                    "source": _words(reading, event.sources, of_source),
                    "target": _words(reading, event.targets, of_target),
                    "status": event.status,
                    "start": evidence.start,
                    "end": evidence.end,
                }
            )
    return lines


def _countries(reading: Reading, event: FoundEvent) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries of source and target; where one's words name none, the other's or the sentence's."""
    of_source, of_target = countries_of(reading, event.sources), countries_of(reading, event.targets)
    return (
        of_source or home_country(reading, event.sources, event.trigger, event.code, of_target),
        of_target or home_country(reading, event.targets, event.trigger, event.code, of_source),
    )


def _words(reading: Reading, heads: Sequence[Token], countries: Sequence[str]) -> str | None:
    """The words of the phrase, for a pronoun the name of whom it stands for.

    A country that they do not say follows in brackets: "the army (Mali)".
    """
    words = phrase(heads)
    if len(heads) == 1 and heads[0].pos_ == "PRON" and (parties := reading.parties_at(heads[0])):
        words = ", ".join(party.name for party in parties)
    if words and countries and not told_countries(words):
        words = f"{words} ({', '.join(countries)})"
    return words or None
