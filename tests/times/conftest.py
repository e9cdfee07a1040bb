"""Documents without a model: words, sentence starts and, where given, tags."""

from __future__ import annotations

import pytest
import spacy

from parley.model.reading import TimeExpression
from parley.reading.times import find_times
from tests.conftest import make_article

# Words that tell a tense, by the tag a tagger would give them; enough for sentences written for these tests.
TAGS = {"will": "MD", "would": "MD", "to": "TO"}


@pytest.fixture(scope="session")
def times_of():
    """Finds the times of a text with a blank pipeline: no tags, no parse, sentences by full stops."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    def find(text: str, published: str | None = None) -> tuple[TimeExpression, ...]:
        return find_times(make_article(text, published), nlp(text))

    return find


@pytest.fixture
def one_time(times_of):
    """The only time of a text."""

    def find(text: str, published: str | None = None) -> TimeExpression:
        found = times_of(text, published)
        assert len(found) == 1, [t.text for t in found]
        return found[0]

    return find
