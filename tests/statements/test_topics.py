"""What statements are about, and on which side."""

from __future__ import annotations

import pytest

from parley.claims.statements.stance import side_of
from parley.claims.statements.topics import TOPICS, topic_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The talks were useful", "talks"),
        ("Ukraine wouldn't make territorial concessions", "territory"),
        ("The ceasefire must hold", "ceasefire"),
        ("All prisoners will come home", "prisoners"),
        ("We will lift the sanctions", "sanctions"),
        ("The protocol was signed", "agreement"),
        ("It rained in Minsk", None),
    ],
)
def test_topic(text: str, topic: str | None) -> None:
    assert topic_of(text) == topic


def test_topic_named_most_often_wins() -> None:
    assert topic_of("The truce was a truce for prisoners") == "ceasefire"


@pytest.mark.parametrize(
    ("cue", "words", "stance"),
    [
        ("said", "We support the talks", "for"),
        ("said", "We do not support the talks", "against"),
        ("rejected", "the plan", "against"),
        ("called", 'the talks "illegitimate"', "against"),
        ("said", "We will sign if they withdraw", "conditional"),
        ("said", "The talks took place", "neutral"),
        ("said", "Ukraine wouldn't make territorial concessions", "against"),
        ("said", "We will never negotiate", "against"),
        ("welcomed", "the ceasefire", "for"),
        ("said", "We are not against a ceasefire", "neutral"),
        ("said", "Kigali does not rule out talks", "neutral"),
        ("said", "Talks were ruled out", "against"),
        ("did not welcome", "the truce", "against"),
        ("said", "Russia had violated the truce and killed civilians", "neutral"),
        ("said", "We support peace but reject this plan", "neutral"),
        ("said", "We have not yet agreed on the border", "neutral"),
        ("said", "it was open to a dialogue", "for"),
        ("said", "it was not open to a dialogue", "against"),
        ("said", "The border opened once the troops had left", "neutral"),
        ("said", "The border will open once the troops have left", "conditional"),
        ("said", "The truce will be extended until March", "neutral"),
        ("said", "The fighting will not stop until they leave", "conditional"),
        ("said", "What shall we do if they come?", "neutral"),
        ("said", "Rwanda won't withdraw its troops", "against"),
    ],
)
def test_stance(cue: str, words: str, stance: str) -> None:
    assert side_of(cue, words) == stance


def test_condition_after_the_quoted_words() -> None:
    assert side_of("ruled out", "any talks", " unless the rebels disarm.") == "conditional"


def test_no_word_stands_for_two_topics() -> None:
    words = [word for _, row in TOPICS for word in row.split()]
    assert len(words) == len(set(words))
