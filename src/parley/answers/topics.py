"""Which statements are about a subject that a question names."""

from __future__ import annotations

from collections.abc import Iterable

from parley.answers.words import fold
from parley.model.record import StatementEntry

# The topics that statements are given, with the words a question may use for them.
TOPICS: dict[str, str] = {
    "prisoners": "prisoner detainee hostage captive pow swap exchange",
    "sanctions": "sanction embargo",
    "territory": "territory territorial annexation border land concession",
    "elections": "election vote referendum",
    "humanitarian": "humanitarian aid evacuation corridor civilian refugee",
    "withdrawal": "withdrawal withdraw pullback disengagement troop",
    "weapons": "weapon arms missile artillery nuclear disarmament",
    "guarantees": "guarantee guarantor peacekeeper monitor observer",
    "ceasefire": "ceasefire truce armistice",
    "agreement": "agreement deal accord treaty pact memorandum protocol",
    "talks": "talk negotiation negotiate negotiating dialogue meeting meet summit diplomacy",
    "settlement": "peace settlement reconciliation solution",
    "war": "war attack invasion offensive fighting conflict violence",
}
_TOPIC_OF = {word: topic for topic, words in TOPICS.items() for word in words.split()}


def stem(word: str) -> str:
    """A word without its plural s."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def topics_named(words: Iterable[str]) -> set[str]:
    """The topics that some words name: {"negotiations"} -> {"talks"}."""
    stems = [stem(w) for w in words]
    return {w for w in words if w in TOPICS} | {_TOPIC_OF[s] for s in stems if s in _TOPIC_OF}


def about(entry: StatementEntry, words: Iterable[str]) -> int:
    """How well a statement fits a subject: 2 a word said, 1 for its topic, 0 when it is about something else."""
    wanted = [stem(w) for w in words]
    said = {stem(w) for w in fold(entry.quote).split()}
    hits = sum(2 for w in wanted if w in said)
    topic = fold(entry.topic or "")
    return hits + (1 if topic and topic in topics_named(words) | set(words) else 0)
