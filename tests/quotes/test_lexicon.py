"""The table of words that attribute."""

from __future__ import annotations

from importlib.resources import files

import pytest

from parley.syntax.speech import adjective_cues, light_verbs, noun_cues, verb_cues

KINDS = {"say", "ask", "commit", "judge", "think", "show"}
FRAMES = {"clause", "quote", "infinitive", "person", "object", "passive", "raising"}
PREPOSITIONS = {
    "about", "against", "as", "at", "behind", "for", "in", "of", "on", "out", "to", "with",
}  # fmt: skip


@pytest.mark.parametrize("table", [verb_cues, noun_cues, adjective_cues])
def test_lexicon_knows_its_kinds_and_frames(table) -> None:
    for word, cue in table().items():
        assert word == word.lower()
        assert cue.kind in KINDS, word
        assert cue.frames <= FRAMES | PREPOSITIONS, word


@pytest.mark.parametrize(
    ("verb", "frame"),
    [("say", "quote"), ("say", "clause"), ("urge", "object"), ("accuse", "object"), ("vow", "infinitive")],
)
def test_lexicon_frames(verb: str, frame: str) -> None:
    assert frame in verb_cues()[verb].frames


def test_lexicon_rows_are_well_formed() -> None:
    section = ""
    for line in files("parley.syntax").joinpath("speech_cues.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line
        elif line and not line.startswith("#"):
            assert line.count("|") == (1 if section == "[light]" else 2), line


def test_light_verbs_have_their_noun() -> None:
    assert light_verbs()["draw", "attention"] == "to"
