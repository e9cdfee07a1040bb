"""The lexicon of events: its format, and what it must hold."""

from __future__ import annotations

import pytest

from parley.claims.events.lexicon import TYPES, lexicon, read_lexicon


def test_read_lexicon_reads_each_kind_of_line():
    found = read_lexicon(
        "# a comment\n\n"
        "class aid | food, medicine\n"
        "light | give, hold\n"
        "through | say\n"
        "nominal | arrest=arrest, pullout=pull out\n"
        "AID | - | verb > aid | send, hand out?\n"
        "ASSAULT | explosives | noun | bombing\n"
        "AGREE | - | adjective | willing\n"
    )
    assert found.classes_of(["food"]) == {"aid", "*"}
    assert found.nominal["pullout"] == "pull out"
    assert found.verb["send"][0].classes == {"aid"}
    assert found.verb["hand out"][0].weak and not found.verb["send"][0].weak
    assert found.noun["bombing"].mode == "explosives"
    assert found.adjective["willing"].code == "AGREE"


@pytest.mark.parametrize(
    "line",
    [
        "ATTACK | - | verb | hit",
        "ASSAULT | verb | hit",
        "ASSAULT | - | verb > nothing | hit",
        "ASSAULT | - | verbs | hit",
    ],
)
def test_read_lexicon_names_the_line_it_cannot_read(line):
    with pytest.raises(ValueError, match="line 2 of the event lexicon"):
        read_lexicon(f"# first\n{line}")


def test_lexicon_has_words_for_every_type():
    found = lexicon()
    with_words = {rule.code for rules in found.verb.values() for rule in rules} | {r.code for r in found.noun.values()}
    assert with_words >= TYPES


def test_lexicon_nominals_stand_for_verbs_it_has():
    found = lexicon()
    firsts = {words.split()[0] for words in found.verb} | found.through | found.light
    assert not [noun for noun, verb in found.nominal.items() if verb.split()[0] not in firsts]
