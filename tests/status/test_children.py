"""The children of a token on documents built by hand."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from parley.syntax.clauses import children, subjects


def parsed(words: str, heads: list[int], deps: str, tags: str, pos: str) -> Doc:
    return Doc(
        spacy.blank("en").vocab,
        words=words.split(),
        heads=heads,
        deps=deps.split(),
        tags=tags.split(),
        pos=pos.split(),
        lemmas=words.lower().split(),
    )


def test_children_are_those_of_the_parse_in_order():
    doc = parsed("Envoys met rebels", [1, 1, 1], "nsubj ROOT dobj", "NNS VBD NNS", "NOUN VERB NOUN")
    assert [t.text for t in children(doc[1])] == ["Envoys", "rebels"]
    assert children(doc[0]) == []
    assert all(children(token) == list(token.children) for token in doc)


def test_subjects_of_an_infinitive_below_a_predicate():
    doc = parsed(
        "Kenya is ready to mediate",
        [1, 1, 1, 4, 2],
        "nsubj ROOT acomp aux xcomp",
        "NNP VBZ JJ TO VB",
        "PROPN AUX ADJ PART VERB",
    )
    assert [t.text for t in subjects(doc[4])] == ["Kenya"]
