"""Quotations read by the real model, on sentences written for these tests."""

from __future__ import annotations

import pytest

from parley.model.reading import Quotation, Reading

pytestmark = pytest.mark.model


def said(reading: Reading) -> list[tuple[str, str, str]]:
    """Source, content and kind of each quotation, in words."""
    text = reading.article.text

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " | ".join(text[start:end] for start, end in spans)

    return [(words(q.source), words(q.content), q.kind) for q in reading.quotes]


@pytest.mark.parametrize(
    ("text", "source", "content", "kind"),
    [
        ('"The guns must fall silent," Guterres said.', "Guterres", "The guns must fall silent,", "direct"),
        (
            '"The guns must fall silent," said António Guterres.',
            "António Guterres",
            "The guns must fall silent,",
            "direct",
        ),
        ('Guterres said: "The guns must fall silent."', "Guterres", "The guns must fall silent.", "direct"),
        ("“The guns,” Guterres said, “must fall silent.”", "Guterres", "The guns, | must fall silent.", "direct"),
        ("«The guns must fall silent,» Guterres said.", "Guterres", "The guns must fall silent,", "direct"),
        ("‘The guns must fall silent,’ Guterres said.", "Guterres", "The guns must fall silent,", "direct"),
        ('"The guns must fall silent," sighs an officer.', "an officer", "The guns must fall silent,", "direct"),
        ("Guterres said the guns must fall silent.", "Guterres", "the guns must fall silent", "indirect"),
        ("The guns must fall silent, Guterres said.", "Guterres", "The guns must fall silent", "indirect"),
        ("According to Guterres, the guns are silent.", "Guterres", "the guns are silent", "indirect"),
        ("The guns are silent, according to Guterres.", "Guterres", "The guns are silent", "indirect"),
        ("In Moscow's view, the deal is dead.", "Moscow's", "the deal is dead", "indirect"),
        ("Macron vowed to keep talking.", "Macron", "to keep talking", "indirect"),
        ("Macron called the deal a fraud.", "Macron", "the deal a fraud", "indirect"),
        ('Macron called the deal "a first step".', "Macron", 'the deal "a first step"', "mixed"),
    ],
)
def test_quotation(reading_of, text: str, source: str, content: str, kind: str) -> None:
    assert (source, content, kind) in said(reading_of(text))


def test_speech_over_paragraphs(reading_of) -> None:
    text = "“We began in May with nothing at all,” Kuchma said.\n\n“We ended in June with a text, and nobody read it.”"
    (quotation,) = said(reading_of(text))
    assert quotation[1] == "We began in May with nothing at all, | We ended in June with a text, and nobody read it."


def test_a_missing_mark_does_not_lose_the_rest(reading_of) -> None:
    text = 'Kuchma said: "We began in May.\n\n"We will go on," Merkel said.\n\n"Never," Putin replied.'
    found = said(reading_of(text))
    assert ("Merkel", "We will go on,", "direct") in found
    assert ("Putin", "Never,", "direct") in found


def test_scare_quotes_are_no_quotation(reading_of) -> None:
    assert said(reading_of('The so-called "peace train" left the station at noon.')) == []


def test_turns_of_a_transcript(reading_of) -> None:
    text = "Vladimir Putin: The talks were useful.\n\nAngela Merkel: We see the ceasefire as a chance.\n"
    found = reading_of(text).quotes
    assert [q.direct for q in found] == [True, True]
    assert [text[q.source[0][0] : q.source[0][1]] for q in found] == ["Vladimir Putin", "Angela Merkel"]


def test_nested_speech(reading_of) -> None:
    text = "“My neighbour asked, ‘So is it all over?’” said a teacher in Kharkiv."
    assert ("My neighbour", "So is it all over?", "direct") in said(reading_of(text))


def test_offsets_lie_in_the_text(reading_of) -> None:
    text = '"Yes," he said. “No, ' + "the envoy said that " * 40 + "«it goes on.\n" * 3
    for quotation in reading_of(text).quotes:
        assert_within(quotation, len(text))


def assert_within(quotation: Quotation, length: int) -> None:
    for start, end in (*quotation.source, *quotation.cue, *quotation.content):
        assert 0 <= start < end <= length
