"""Words that attribute: verbs and nouns of saying, asking, undertaking, judging, believing and showing.

The table is `speech_cues.txt`, where the frames are explained. Which frames a word takes was learnt by reading
attributions annotated in news, and by adding their plain synonyms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from spacy.tokens import Token

CueKind = Literal["say", "ask", "commit", "judge", "think", "show"]

# Phrases that name the one who says it: "according to X", "in X's view".
ACCORDING = ("according to", "in the words of", "in the view of", "in the opinion of", "per")
VIEW_NOUNS = frozenset(
    "view opinion words word account telling estimation judgment judgement reckoning version".split()
)

# Adverbs that attribute to nobody in particular.
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})

# Who speaks in headlines of the form "Poll: most want peace".
HEADLINE_SOURCES = frozenset(
    "poll survey report study minister president official officials police army source sources newspaper experts "
    "analyst analysts spokesman spokeswoman spokesperson envoy chief leader camp kremlin un eu nato".split()
)

# Lemmas the pipeline is known to get wrong: "hopes" and "hoping" become "hop", "rated" "rat".
_LEMMAS = {"hop": "hope", "rat": "rate"}

# Nouns that an attribution may hang on as if they were persons: documents speak for those who issue them.
DOCUMENTS = frozenset(
    "statement report letter decree document communique communiqué declaration text message tweet post memo "
    "memorandum article book paper study survey poll speech address order resolution release transcript "
    "readout note op-ed editorial column video ad email e-mail filing ruling bulletin dispatch website".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the lexicon: its kind and its frames."""

    kind: CueKind
    frames: frozenset[str]


@cache
def verb_cues() -> dict[str, Cue]:
    """The verbs by lemma."""
    return _table("verbs")


@cache
def noun_cues() -> dict[str, Cue]:
    """The nouns by lemma."""
    return _table("nouns")


@cache
def adjective_cues() -> dict[str, Cue]:
    """The adjectives ("confident that", "critical of") by lemma."""
    return _table("adjectives")


@cache
def light_verbs() -> dict[tuple[str, str], str]:
    """Verbs that say something together with a noun ("draw attention to"), with the frame of what is said."""
    rows = (line.split("|") for line in _lines("light"))
    return {(row[0].split()[0], row[0].split()[1]): row[1].strip() for row in rows}


def _lines(section: str) -> Iterator[str]:
    current = ""
    for line in files("parley.syntax").joinpath("speech_cues.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[]")
        elif current == section and line.strip() and not line.startswith("#"):
            yield line


def _table(section: str) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for line in _lines(section):
        kind, frames, words = (part.strip() for part in line.split("|"))
        for word in words.split():
            known = cues.get(word)
            cues[word] = Cue(
                known.kind if known else cast(CueKind, kind),
                frozenset(frames.split()) | (known.frames if known else frozenset()),
            )
    return cues


def cue_lemma(token: Token) -> str:
    """The lemma of a verb, in small letters and with known slips put right; empty after a hyphen ("so-called")."""
    if token.i and token.doc[token.i - 1].text == "-" and not token.doc[token.i - 1].whitespace_:
        return ""
    lemma = token.lemma_.lower()
    return _LEMMAS.get(lemma, lemma)
