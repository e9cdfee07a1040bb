"""Statements of documents made by hand: odd input and time."""

from __future__ import annotations

import time

import pytest
from spacy.tokens import Doc

from parley.claims.statements import extract
from parley.model.reading import Reading
from parley.reading.quotes import find_quotes
from tests.conftest import make_article
from tests.quotes.building import ACCORDING, SAID_BETWEEN, SAID_THAT, URGED, VOCAB, parsed


def reading(doc: Doc) -> Reading:
    article = make_article(doc.text)
    return Reading(article, doc, quotes=find_quotes(article, doc, ()))


def test_statement_of_a_document_made_by_hand() -> None:
    (claim,) = extract(reading(parsed(SAID_THAT)), ())
    assert (claim.names("speaker"), claim.quote, claim.direct) == (("Merkel",), "the talks failed", False)


def test_cue_clause_in_the_middle_stays_in_the_quote() -> None:
    (claim,) = extract(reading(parsed(SAID_BETWEEN)), ())
    assert claim.quote == "The talks, Merkel said, had failed"


@pytest.mark.parametrize("words", [[], ["said"], ["“"], ["said", "said", "«"], ["\n"], ["١٢", "」", "said", ":"]])
def test_bad_input_never_fails(words: list[str]) -> None:
    doc = Doc(VOCAB, words=words, sent_starts=[i == 0 for i in range(len(words))])
    assert list(extract(reading(doc), ())) == []


@pytest.mark.parametrize("one_sentence", [False, True])
def test_time_is_linear(one_sentence: bool) -> None:
    def seconds(times: int) -> float:
        doc = parsed(SAID_THAT, SAID_BETWEEN, URGED, ACCORDING, times=times)
        if one_sentence:
            doc = Doc(
                VOCAB,
                words=[t.text for t in doc],
                lemmas=[t.lemma_ for t in doc],
                pos=[t.pos_ for t in doc],
                tags=[t.tag_ for t in doc],
                deps=["parataxis" if t.dep_ == "ROOT" and t.i > 1 else t.dep_ for t in doc],
                heads=[1 if t.dep_ == "ROOT" else t.head.i for t in doc],
            )
        read = reading(doc)
        start = time.process_time()
        assert list(extract(read, ()))
        return time.process_time() - start

    small = min(seconds(200) for _ in range(2))
    large = min(seconds(800) for _ in range(2))
    # Four times the text: linear is 4, the square would be 16; processor time, since machines are busy.
    assert large < 9 * small + 0.1
