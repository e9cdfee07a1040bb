"""Near-copies are marked, whatever the order; likeness of form is not enough."""

from __future__ import annotations

from parley.sources.build import build_article
from parley.sources.copies import find_copies

STORY = (
    "Envoys of the two countries met in Geneva on Tuesday for the first time since the spring and agreed to exchange "
    "the lists of all prisoners held since the beginning of the war, the hosts said in a statement after nine hours "
    "of talks. A second round is to follow before the end of the month in the same city, according to both sides. "
    "Neither delegation would say whether the truce in the valley had been on the table, as the mediators had asked."
)
OTHER = (
    "President Lind had a telephone conversation with the Prime Minister of Norway. The leaders discussed trade and "
    "the preparations for the summit in the autumn. They agreed to maintain contact and to meet again soon."
)


def test_copies_point_to_the_first_published() -> None:
    first = build_article(STORY, uri="a", url="https://a.example", published="2021-03-02")
    again = build_article(f"{STORY} (Agencies)", uri="b", url="https://b.example", published="2021-03-03")
    other = build_article(OTHER, uri="c", published="2021-03-02")
    for order in ([first, again, other], [other, again, first]):
        assert find_copies(order) == {again.id: first.id}


def test_copies_far_apart_in_time_are_none() -> None:
    first = build_article(STORY, uri="a", url="https://a.example", published="2021-03-02")
    later = build_article(STORY, uri="b", url="https://b.example", published="2022-03-02")
    assert find_copies([first, later]) == {}


def test_copies_short_formulas_are_none() -> None:
    text = "The two leaders discussed various issues of bilateral cooperation."
    pair = [build_article(text, uri="a", url=f"https://a.example/{n}", published="2021-03-02") for n in (1, 2)]
    assert find_copies(pair) == {}


def test_copies_readouts_of_different_calls_are_none() -> None:
    one = build_article(OTHER, uri="a", published="2021-03-02")
    two = build_article(OTHER.replace("Norway", "Chad").replace("trade", "grain").replace("autumn", "spring"), uri="b")
    assert find_copies([one, two]) == {}
