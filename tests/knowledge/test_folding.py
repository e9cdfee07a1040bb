"""One folding of names for the record, its questions and its lists."""

from __future__ import annotations

import pytest

from parley.answers.words import fold
from parley.knowledge.tables import fold_words


@pytest.mark.parametrize(
    "text, words, asked",
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan", "recep tayyip erdogan"),
        ("Moon Jae-in", "moon jae in", "moon jae in"),
        ("Zelenskyy’s plan", "zelenskyy s plan", "zelensky plan"),
        ("Jens Stoltenberg, Støre", "jens stoltenberg store", "jens stoltenberg store"),
        ("Зеленський", "зеленськии", "зеленськии"),
    ],
)
def test_names_fold_alike(text, words, asked):
    assert fold_words(text) == words
    assert fold(text) == asked
