"""The marks of Markdown are blank to the reader and stay in the text."""

from __future__ import annotations

from time import process_time

import pytest

from parley.pipeline import ReadArticle, read_items
from parley.sources.build import build_article
from parley.sources.markdown import find_markup
from parley.sources.text import TextSource


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# Talks\n\nThey met.", "Talks They met."),
        ("**Ann Lind** and *Per Holm* met __today__.", "Ann Lind and Per Holm met today ."),
        ("- One\n* Two\n  + Three", "One Two Three"),
        ("> They met.\n> Again.", "They met. Again."),
        ("They met in [Paris](https://x.example/p) and [Rome][1].", "They met in Paris and Rome ."),
        ("![a table](t.jpg)\nThey met.[^2]", "They met."),
        ("`code` and ~~not~~ this", "code and not this"),
        ("They met\n\n***\n\nagain", "They met again"),
        ("3 * 4 * 5 and a_b_c and 5 - 3", "3 * 4 * 5 and a_b_c and 5 - 3"),
        ("He met [the envoy] (later) - it is said", "He met [the envoy] (later) - it is said"),
        ("1. First\n2. Second", "1. First 2. Second"),
    ],
)
def test_markup_is_blank(text: str, shown: str) -> None:
    article = build_article(text, uri="a.md", markdown=True)
    assert article.text == text and len(article.blanked().text) == len(text)
    assert " ".join(article.blanked().text.split()) == shown


def test_markup_is_looked_for_in_markdown_only() -> None:
    (text,) = TextSource().articles(b"They *met* today.", "a.txt", None)
    (marked,) = TextSource().articles(b"They *met* today.", "a.MD", None)
    assert text.markup == () and marked.markup == ((5, 6), (9, 10))
    assert text.blanked() is text


@pytest.mark.parametrize("piece", ["*", "**a ", "[a", "_a ", "> ", "[a](b", "`"])
def test_markup_takes_time_in_proportion_to_length(piece: str) -> None:
    begun = process_time()
    find_markup(piece * 5_000)
    short = process_time() - begun
    find_markup(piece * 20_000)
    assert process_time() - begun - short < 8 * short + 0.3


@pytest.mark.model
def test_markup_does_not_get_in_the_way_of_reading() -> None:
    text = (
        "# Talks in Paris\n\n**Volodymyr Zelensky** and *Vladimir Putin* met in [Paris](https://x.example/paris) on "
        '**9 December 2019**.\n\n> "This is a first step," **Zelensky** said.\n'
    )
    (read,) = read_items(TextSource().articles(text.encode(), "a.md", "2019-12-10"))
    assert isinstance(read, ReadArticle) and read.article.text == text
    (meeting,) = [claim for claim in read.claims if claim.kind == "meeting"]
    assert set(meeting.names()) == {"Volodymyr Zelensky", "Vladimir Putin"}
    assert meeting.when and meeting.when.edtf == "2019-12-09" and meeting.place and meeting.place.name == "Paris"
    (statement,) = [claim for claim in read.claims if claim.kind == "statement"]
    assert statement.names("speaker") == ("Volodymyr Zelensky",)
    for claim in read.claims:
        for span in claim.evidence:
            assert text[span.start : span.end] == span.text
