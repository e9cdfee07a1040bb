"""Reading takes time in proportion to the length of the text, whatever the text."""

from __future__ import annotations

from time import process_time

import pytest

from parley.pipeline import read_items
from parley.sources.build import build_article

pytestmark = pytest.mark.model

STORY = (
    'President Ann Lind met Prime Minister Per Holm in Geneva on Tuesday. "We have come far," she said, and the two '
    "sides agreed to a ceasefire from 3 May and to exchange prisoners within a week. Ukraine and Russia had signed a "
    "memorandum in 2014, which collapsed the following year, officials said.\n"
)


def seconds(text: str) -> float:
    begun = process_time()
    list(read_items([build_article(text, uri="x", published="2021-03-02")]))
    return process_time() - begun


@pytest.mark.parametrize(
    "piece",
    [
        STORY,
        STORY.replace("\n", " "),
        "and Lind met Holm and ",  # one sentence without end
        "\"'“« he said ",  # quotation marks that never close
        "停战协议和谈判代表团 ",
        "31 February 20255, 2014, May ",
    ],
    ids=["story", "one paragraph", "one sentence", "open quotes", "Chinese", "dates"],
)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(piece: str) -> None:
    seconds(STORY)  # what is loaded once is loaded
    short, long = piece * (3_000 // len(piece)), piece * (12_000 // len(piece))
    # Four times the text: sixteen times the time if it went with the square, and the machine may be busy.
    assert seconds(long) < 8 * seconds(short) + 0.3
