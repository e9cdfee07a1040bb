"""Attributions on parses made by hand."""

from __future__ import annotations

import time

import pytest
from spacy.tokens import Doc

from parley.model.party import Party
from parley.model.reading import Mention, Quotation
from parley.reading.quotes import find_quotes
from tests.conftest import make_article
from tests.quotes.building import ACCORDING, REJECTED, SAID_BETWEEN, SAID_THAT, URGED, parsed


def quotes_of(doc: Doc, mentions: tuple[Mention, ...] = ()) -> tuple[Quotation, ...]:
    return find_quotes(make_article(doc.text), doc, mentions)


def words(doc: Doc, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [doc.text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (SAID_THAT, ["Merkel"], ["that the talks failed"]),
        (SAID_BETWEEN, ["Merkel"], ["The talks", "had failed"]),
        (URGED, ["Macron"], ["Kyiv to wait"]),
        (REJECTED, ["Hollande"], ["the plan"]),
        (ACCORDING, ["the envoy"], ["The war continued"]),
    ],
)
def test_attribution_by_cue(sentence: str, source: list[str], content: list[str]) -> None:
    doc = parsed(sentence)
    (quotation,) = quotes_of(doc)
    assert words(doc, quotation.source) == source
    assert words(doc, quotation.content) == content
    assert quotation.kind == "indirect"


def test_attribution_of_a_split_quotation_is_one() -> None:
    doc = parsed(
        "\"~/PUNCT/``/punct/2 We/PRON/PRP/nsubj/2 left~=leave/VERB/VBD/ccomp/6 ,~/PUNCT/,/punct/6 \"/PUNCT/''/punct/6 "
        "Merkel/PROPN/NNP/nsubj/6 said~=say/VERB/VBD/ROOT/6 ./PUNCT/./punct/6",
        '"~/PUNCT/``/punct/2 Nobody/PRON/NN/nsubj/2 stayed~=stay/VERB/VBD/ROOT/2 .~/PUNCT/./punct/2 '
        "\"/PUNCT/''/punct/2",
    )
    (quotation,) = quotes_of(doc)
    assert quotation.direct
    assert words(doc, quotation.content) == ["We left,", "Nobody stayed."]
    assert words(doc, quotation.source) == ["Merkel"]


def test_speaker_is_the_mention_over_the_source() -> None:
    doc = parsed(SAID_THAT)
    merkel = Party(name="Angela Merkel", id="person:angela-merkel", kind="person")
    (quotation,) = quotes_of(doc, (Mention(0, 6, "Merkel", "person", parties=(merkel,)),))
    assert quotation.speakers == (merkel.in_role("speaker"),)
    assert quotation.speaker_text is None


def test_speaker_unknown_keeps_its_words() -> None:
    (quotation,) = quotes_of(parsed(ACCORDING))
    assert quotation.speakers == ()
    assert quotation.speaker_text == "the envoy"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", '"""', "𐍈 « ‹ 「", "said said said", "۞ “س» ”"])
def test_bad_input_never_fails(text: str) -> None:
    pieces = text.split(" ")
    doc = Doc(
        parsed(SAID_THAT).vocab, words=[p for p in pieces if p], sent_starts=[True] * len([p for p in pieces if p])
    )
    assert isinstance(quotes_of(doc), tuple)


@pytest.mark.parametrize("many", ["sentences", "one sentence", "open marks"])
def test_time_is_linear(many: str) -> None:
    def seconds(times: int) -> float:
        if many == "sentences":
            doc = parsed(SAID_THAT, SAID_BETWEEN, URGED, ACCORDING, times=times // 4)
        elif many == "one sentence":
            doc = _one_sentence(times)
        else:
            doc = parsed(
                "He/PRON/PRP/nsubj/1 said=say/VERB/VBD/ROOT/1 “~/PUNCT/``/punct/1 yes/INTJ/UH/dobj/1", times=times
            )
        start = time.process_time()
        quotes_of(doc)
        return time.process_time() - start

    small = min(seconds(600) for _ in range(2))
    large = min(seconds(2_400) for _ in range(2))
    # Four times the text: linear is 4, the square would be 16; processor time, since machines are busy.
    assert large < 9 * small + 0.1


def _one_sentence(times: int) -> Doc:
    """A chain of clauses, each said in the one before, as one sentence."""
    words, heads, deps, pos, tags = [], [], [], [], []
    for number in range(times):
        verb = 3 * number + 1
        words += ["he", "said", ","]
        heads += [verb, max(verb - 3, 1), verb]
        deps += ["nsubj", "ccomp" if number else "ROOT", "punct"]
        pos += ["PRON", "VERB", "PUNCT"]
        tags += ["PRP", "VBD", ","]
    lemmas = ["say" if w == "said" else w for w in words]
    starts = [i == 0 for i in range(len(words))]
    vocab = parsed(SAID_THAT).vocab
    return Doc(vocab, words=words, heads=heads, deps=deps, pos=pos, tags=tags, lemmas=lemmas, sent_starts=starts)
