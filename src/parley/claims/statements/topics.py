"""What a statement is about, and which side of it the speaker takes."""

from __future__ import annotations

import re
from functools import cache

from parley.model.claim import Stance
from parley.model.reading import Quotation, Reading

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

FOR = frozenset(
    "support supports supported back backs backed welcome welcomes welcomed ready readiness willing hope hopes hoped "
    "agree agrees agreed accept accepts accepted committed commitment want wants wanted need needs must urge urged "
    "urges demand demands demanded favour favor praise praised hail hailed endorse endorsed propose "
    "proposed offer offered important constructive fruitful success progress necessary essential breakthrough "
    "reaffirm reaffirmed stressed affirm".split()
)
AGAINST = frozenset(
    "reject rejects rejected refuse refuses refused oppose opposes opposed denounce denounced condemn condemned "
    "impossible impossibility illegitimate unacceptable ruined surrender treason against pointless useless dead deny "
    "denies denied rule ruled accuse accused blame blamed criticised criticized violate violated violation betrayal "
    "never dismiss dismissed ridiculous failed failure catastrophe mistake".split()
)
CONDITIONS = re.compile(r"\b(?:if|unless|provided|once|only after|only when|on condition|as long as|until)\b", re.I)
NEGATIONS = re.compile(r"\b(?:not|no|never|nor|without|cannot|neither|hardly)\b|n['’]t\b", re.I)
# "Would not make concessions", "will never negotiate": a refusal without a word of refusing.
REFUSALS = re.compile(
    r"\b(?:will|would|can|could|shall|wo|ca)\s?(?:not|never|n['’]t|no longer)\s+(?:ever\s+)?"
    r"(?:make|give|accept|sign|negotiate|talk|meet|recogni[sz]e|withdraw|agree|concede|yield|cede|join|hold|sit|speak)\b",
    re.I,
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


def stance_of(reading: Reading, quotation: Quotation, quote: str) -> Stance:
    """Whether what is said, with its cue, speaks for its topic, against it, on a condition, or neither."""
    return side_of(" ".join(reading.article.text[start:end] for start, end in quotation.cue), quote)


def side_of(cue: str, quote: str) -> Stance:
    """The side taken by the words of a cue and a quote."""
    if CONDITIONS.search(quote):
        return "conditional"
    if REFUSALS.search(quote):
        return "against"
    words = [w.group().lower() for w in _WORD.finditer(f"{cue} {quote}")]
    score = sum(w in FOR for w in words) - sum(w in AGAINST for w in words)
    if score > 0 and NEGATIONS.search(f"{cue} {quote}"):
        return "against"
    if score == 0:
        return "neutral"
    return "for" if score > 0 else "against"
