"""The names layer with the real model, on short texts written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.model.reading import Mention, Reading

pytestmark = pytest.mark.model
ReadText = Callable[..., Reading]


def at(reading: Reading, words: str) -> Mention:
    """The mention that covers the last of some words of the text."""
    end = reading.article.text.index(words) + len(words)
    token = next(t for t in reading.doc if t.idx + len(t) >= end)
    mention = reading.mention_at(token)
    assert mention is not None, words
    return mention


def names(reading: Reading, words: str) -> list[str]:
    return [p.name for p in at(reading, words).parties]


SUMMIT = (
    "Ukraine's President Volodymyr Zelenskyy met his Russian counterpart in Paris on 9 December 2019. "
    "The two presidents spoke for an hour. Emmanuel Macron, the host, said he was content. "
    "Zelensky's predecessor Petro Poroshenko was not there. Both leaders left early, and they did not smile. "
    "Moscow said nothing, and nothing was heard in Moscow. Kyiv's negotiators were told to wait."
)


def test_summit_is_read(reading_of: ReadText) -> None:
    reading = reading_of(SUMMIT, "2019-12-10")
    both = {"Volodymyr Zelensky", "Vladimir Putin"}
    assert names(reading, "Zelenskyy") == ["Volodymyr Zelensky"]
    assert names(reading, "Russian counterpart") == ["Vladimir Putin"]
    assert set(names(reading, "The two presidents")) == both
    assert names(reading, "said he") == ["Emmanuel Macron"]
    assert names(reading, "predecessor Petro Poroshenko") == ["Petro Poroshenko"]
    assert names(reading, "Kyiv's negotiators") == ["Ukraine"]
    assert at(reading, "Moscow").kind == "state"
    assert at(reading, "heard in Moscow").kind == "place"


def test_descriptions_follow_the_date_told(reading_of: ReadText) -> None:
    text = "In March 2016 the Ukrainian president visited Turkey. In March 2021 the Ukrainian president stayed at home."
    reading = reading_of(text, "2022-01-01")
    assert names(reading, "2016 the Ukrainian president") == ["Petro Poroshenko"]
    assert names(reading, "2021 the Ukrainian president") == ["Volodymyr Zelensky"]


def test_apposition_names_somebody_unknown(reading_of: ReadText) -> None:
    text = "Amara Testwell, the head of the rebels' delegation, spoke in Juba. Testwell said she was tired."
    reading = reading_of(text, "2020-01-01")
    assert names(reading, "Juba. Testwell") == names(reading, "Amara Testwell") == ["Amara Testwell"]
    assert names(reading, "Testwell said she") == ["Amara Testwell"]


def test_state_is_place_or_party(reading_of: ReadText) -> None:
    reading = reading_of("Turkey hosted talks between Sudan and Egypt. The talks were held in Turkey.", "2020-01-01")
    assert at(reading, "Turkey").kind == "state"
    assert names(reading, "Sudan") == ["Sudan"]
    place = at(reading, "held in Turkey")
    assert (place.kind, place.parties, place.place and place.place.name) == ("place", (), "Turkey")


def test_pronoun_in_a_quotation_is_not_its_speaker(reading_of: ReadText) -> None:
    text = 'Emmanuel Macron met Vladimir Putin in Moscow. "I told him that he must stop," Macron said.'
    reading = reading_of(text, "2022-02-08")
    assert names(reading, "told him") == ["Vladimir Putin"]


def test_leaders_of_states(reading_of: ReadText) -> None:
    reading = reading_of("The leaders of France and Germany met in Berlin.", "2015-02-05")
    assert names(reading, "leaders of France and Germany") == ["François Hollande", "Angela Merkel"]


def test_ministers_of_the_sides(reading_of: ReadText) -> None:
    text = "Armenia and Azerbaijan agreed to talk. Their foreign ministers will meet in Geneva."
    reading = reading_of(text, "2020-10-20")
    assert set(names(reading, "foreign ministers")) == {"Zohrab Mnatsakanyan", "Jeyhun Bayramov"}


def test_government_and_rebels_of_the_article(reading_of: ReadText) -> None:
    text = "Colombia and the FARC resumed talks. The government wants a truce, but the rebels refused."
    reading = reading_of(text, "2014-12-01")
    assert names(reading, "The government") == ["Colombia"]
    assert names(reading, "the rebels") == ["FARC"]
