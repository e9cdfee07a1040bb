"""The counting of attributions, on cases worked out by hand."""

from __future__ import annotations

from parley.bench.quotes import Attribution, QuoteCounts, Words, quote_figures

TEXT = "Angela Merkel, the chancellor, said that the talks in Minsk had failed. He left."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_head_is_the_last_word_of_the_first_noun_phrase() -> None:
    words = Words(TEXT)
    assert words.head_of([span("Angela Merkel, the chancellor")]) == 1
    assert words.head_of([]) is None


def test_unit_counts_from_half_the_words() -> None:
    gold = [Attribution([span("Angela Merkel")], [span("that the talks in Minsk had failed")])]
    counts = QuoteCounts()
    counts.add(TEXT, gold, [Attribution([span("Merkel")], [span("had failed")])])  # Dice 4 / 9
    assert (counts.unit, counts.gold, counts.system) == (0, 1, 1)
    counts.add(TEXT, gold, [Attribution([span("Merkel")], [span("in Minsk had failed")])])  # Dice 8 / 11
    assert (counts.unit, counts.with_speaker) == (1, 1)


def test_with_speaker_wants_the_head_of_the_source() -> None:
    gold = [Attribution([span("Angela Merkel, the chancellor")], [span("the talks")])]
    counts = QuoteCounts()
    counts.add(TEXT, gold, [Attribution([span("the chancellor")], [span("the talks")])])
    assert (counts.unit, counts.with_speaker) == (1, 0)


def test_with_speaker_wants_no_source_where_there_is_none() -> None:
    gold = [Attribution([], [span("the talks")])]
    counts = QuoteCounts()
    counts.add(TEXT, gold, [Attribution([], [span("the talks")])])
    counts.add(TEXT, gold, [Attribution([span("He")], [span("the talks")])])
    assert (counts.unit, counts.with_speaker) == (2, 1)
    assert counts.to_json()["with_speaker"] == 50.0


def test_pairs_are_one_to_one() -> None:
    gold = [Attribution([], [span("the talks in Minsk")])]
    counts = QuoteCounts()
    counts.add(TEXT, gold, [Attribution([], [span("the talks")]), Attribution([], [span("the talks in Minsk")])])
    assert (counts.unit, counts.system) == (1, 2)


def test_a_missing_set_gives_no_figures(tmp_path) -> None:
    assert quote_figures(tmp_path) == {}
