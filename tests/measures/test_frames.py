"""The data file of frames, and finding them in documents built by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.claims.measures.frames import frames, parse_frames
from parley.claims.measures.spots import find_spots
from parley.syntax.clauses import hyphenated

VOCAB = spacy.blank("en").vocab


def build(words: str, pos: str, heads: list[int], deps: str, lemmas: str | None = None) -> Doc:
    return Doc(
        VOCAB,
        words=words.split(),
        pos=pos.split(),
        tags=["NN"] * len(words.split()),
        heads=heads,
        deps=deps.split(),
        lemmas=(lemmas or words.lower()).split(),
        sent_starts=[True] + [False] * (len(words.split()) - 1),
    )


def types(doc: Doc) -> list[str]:
    return [spot.type for sentence in doc.sents for spot in find_spots(sentence)]


def test_frames_are_lower_case_and_have_heads():
    for frame in frames():
        assert frame.heads, frame
        for word in frame.heads | frame.company | frame.without:
            assert word == word.lower()


def test_every_type_but_other_has_a_frame():
    assert len({frame.type for frame in frames()}) == 21


def test_lists_are_added_and_words_taken_out():
    (frame,) = parse_frames("$men = soldier\n    guard\ntroop_withdrawal | verb | leave | $men -guard general\n")
    assert frame.company == {"soldier", "general"}


@pytest.mark.parametrize("line", ["treaty | noun | x", "ceasefire | adverb | x", "ceasefire | noun | x | $nobody"])
def test_a_wrong_line_is_named(line):
    with pytest.raises(ValueError, match=r"no frame|no list"):
        list(parse_frames(line))


def test_a_noun_with_its_company():
    doc = build(
        "withdrawal of heavy weapons",
        "NOUN ADP ADJ NOUN",
        [0, 0, 3, 1],
        "ROOT prep amod pobj",
        "withdrawal of heavy weapon",
    )
    assert types(doc) == ["weapons_withdrawal"]


def test_one_noun_may_name_two_measures():
    doc = build(
        "withdrawal of troops and artillery",
        "NOUN ADP NOUN CCONJ NOUN",
        [0, 0, 1, 2, 2],
        "ROOT prep pobj cc conj",
        "withdrawal of troop and artillery",
    )
    assert sorted(types(doc)) == ["troop_withdrawal", "weapons_withdrawal"]


def test_a_verb_with_its_passive_subject():
    doc = build(
        "Hostages were freed",
        "NOUN AUX VERB",
        [2, 2, 2],
        "nsubjpass auxpass ROOT",
        "hostage be free",
    )
    assert types(doc) == ["hostage_release"]


def test_a_noun_without_its_company_is_nothing():
    assert types(build("exchange of views", "NOUN ADP NOUN", [0, 0, 1], "ROOT prep pobj", "exchange of view")) == []


def test_hyphens_join():
    doc = Doc(VOCAB, words=["self", "-", "rule"], spaces=[False, False, False])
    assert hyphenated(doc[2]) == "self-rule"
