"""What a statement is about."""

from __future__ import annotations

import re
from functools import cache

# Topic -> the words that name it, tried in this order: the narrow before the wide.
TOPICS: tuple[tuple[str, str], ...] = (
    ("prisoners", "prisoner prisoners detainee detainees hostage hostages captives pow pows abductees"),
    ("sanctions", "sanction sanctions embargo asset-freeze"),
    ("territory", "territory territories territorial annexation annexed border borders land concessions status"),
    ("elections", "election elections vote referendum ballot"),
    ("humanitarian", "humanitarian aid evacuation corridor corridors civilians refugees convoy convoys"),
    ("withdrawal", "withdraw withdrawal withdrawn pullback disengagement disengage pull-out troops"),
    ("weapons", "weapon weapons arms missiles artillery nuclear disarmament disarm warheads enrichment"),
    ("guarantees", "guarantee guarantees guarantor guarantors peacekeepers peacekeeping monitors observers"),
    ("ceasefire", "ceasefire cease-fire truce armistice hostilities ceasefires shooting shelling"),
    ("agreement", "agreement agreements deal accord accords treaty pact memorandum protocol agreed signed sign"),
    (
        "talks",
        "talks talk negotiation negotiations negotiating negotiate dialogue meeting meet summit round consultations "
        "contacts table mediation mediate mediator conversation",
    ),
    ("settlement", "peace settlement settle reconciliation solution resolve resolving resolution"),
    ("war", "war attack attacks invasion offensive strikes fighting conflict aggression violence killed escalation"),
)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _by_word() -> dict[str, str]:
    words: dict[str, str] = {}
    for topic, row in TOPICS:
        for word in row.split():
            words.setdefault(word, topic)
    return words


def topic_of(text: str) -> str | None:
    """The topic most words of a text name, the narrower one of equals; None when no word names any."""
    order = [topic for topic, _ in TOPICS]
    counts: dict[str, int] = {}
    for match in _WORD.finditer(text):
        topic = _by_word().get(match.group().lower())
        if topic:
            counts[topic] = counts.get(topic, 0) + 1
    return min(counts, key=lambda t: (-counts[t], order.index(t))) if counts else None
