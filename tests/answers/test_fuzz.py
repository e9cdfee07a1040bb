"""Whatever is asked, there is an answer with nothing made up, and soon."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.answers import ask, brief, check
from parley.record import derive
from tests.record.normandy import ARTICLES, claims

RECORD = derive(ARTICLES.values(), claims())
WORDS = st.sampled_from(
    """have did when where who what which how many times last meet met speak said agreed came of mediated position
    change
    on since before between and in about the Putin Zelensky Macron Russia Ukraine Paris Minsk Normandy summit talks
    ceasefire territory agreement measures carried out conflict accounts new known 2019 2022 May December 9 31 ' ; -- ?
    "
    """.split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_questions_put_together_at_random_are_answered_from_the_record_alone(question):
    answer = ask(RECORD, question)
    assert answer.sentences
    assert check(RECORD, answer) == ()
    assert answer.verdict != "answered" or answer.citations


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_may_be_asked_and_briefed(text):
    assert ask(RECORD, text).sentences
    assert brief(RECORD, [text, "Putin"]).sentences


def test_an_answer_is_quick():
    ask(RECORD, "Have Zelensky and Putin met?")
    started = time.process_time()
    for _ in range(50):
        ask(RECORD, "What came of the Normandy summit?")
    assert time.process_time() - started < 5.0  # 100 ms each; it takes 2
