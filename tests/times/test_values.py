"""What single expressions come to."""

from __future__ import annotations

import pytest

PUBLISHED = "2025-05-13"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("They met on 9 December 2019 in Paris.", "9 December 2019", "2019-12-09", "2019-12-09"),
        ("They met on December 9, 2019 in Paris.", "December 9, 2019", "2019-12-09", "2019-12-09"),
        ("They met on Monday, December 9, 2019.", "Monday, December 9, 2019", "2019-12-09", "2019-12-09"),
        ("They met on Dec. 9, 2019.", "Dec. 9, 2019", "2019-12-09", "2019-12-09"),
        ("They met on the 9th of December 2019.", "the 9th of December 2019", "2019-12-09", "2019-12-09"),
        ("They met on 12/9/2019.", "12/9/2019", "2019-12-09", "2019-12-09"),
        ("They met on 25/9/2019.", "25/9/2019", "2019-09-25", "2019-09-25"),
        ("They met on 09.12.2019 in Paris.", "09.12.2019", "2019-09-12", "2019-09-12"),
        ("They met on 2019-12-09.", "2019-12-09", "2019-12-09", "2019-12-09"),
        ("Filed 20191209.", "20191209", "2019-12-09", "2019-12-09"),
        ("They met in December 2019.", "December 2019", "2019-12", "2019-12"),
        ("They met in 2019.", "2019", "2019", "2019"),
        ("It was nineteen ninety-six.", "nineteen ninety-six", "1996", "1996"),
        ("In late 2022 he signed.", "late 2022", "2022", "2022-10/2022-12"),
        ("In early 2022 he signed.", "early 2022", "2022", "2022-01/2022-03"),
        ("In mid-May 2022 he signed.", "mid-May 2022", "2022-05", "2022-05-11/2022-05-20"),
        ("It rose in the third quarter of 2013.", "the third quarter of 2013", "2013-Q3", "2013-07/2013-09"),
        ("It fell in the spring of 2013.", "the spring of 2013", "2013-SP", "2013-21"),
        ("In winter 2013 it froze.", "winter 2013", "2013-WI", "2013-24"),
        ("It rose in Q3 2013.", "Q3 2013", "2013-Q3", "2013-07/2013-09"),
        ("The town was founded in the year 71.", "the year 71", "0071", "0071"),
        ("It ended in the 1990s.", "the 1990s", "199", "199X"),
        ("It ended in the late 1990s.", "the late 1990s", "199", "1997/1999"),
        ("It began in the 20th century.", "the 20th century", "19", "19XX"),
        ("Rome won in 241 BC.", "241 BC", "BC0241", "-0240"),
        ("They met about 2014.", "about 2014", "2014", "2014~"),
    ],
)
def test_values_of_points_whose_words_say_all(one_time, text, words, value, edtf):
    found = one_time(text)
    assert (found.text, found.value, found.edtf, found.basis) == (words, value, edtf, "stated")
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("They talked today.", "today", "2025-05-13", "2025-05-13"),
        ("They talked yesterday.", "yesterday", "2025-05-12", "2025-05-12"),
        ("They talk tomorrow.", "tomorrow", "2025-05-14", "2025-05-14"),
        ("They talked on Monday.", "Monday", "2025-05-12", "2025-05-12"),
        ("They talked last Thursday.", "last Thursday", "2025-05-08", "2025-05-08"),
        ("They talk next Thursday.", "next Thursday", "2025-05-15", "2025-05-15"),
        ("They talked last night.", "last night", "2025-05-12TNI", "2025-05-12"),
        ("They talked on Monday evening.", "Monday evening", "2025-05-12TEV", "2025-05-12"),
        ("They talk this week.", "this week", "2025-W20", "2025-05-12/2025-05-18"),
        ("They talked last week.", "last week", "2025-W19", "2025-05-05/2025-05-11"),
        ("They talked last month.", "last month", "2025-04", "2025-04"),
        ("They talked last year.", "last year", "2024", "2024"),
        ("They talked two days ago.", "two days ago", "2025-05-11", "2025-05-11"),
        ("They talked three months ago.", "three months ago", "2025-02", "2025-02"),
        ("They talked ten years ago.", "ten years ago", "2015", "2015"),
        ("They talked half a century ago.", "half a century ago", "1975", "1975"),
        ("They talked two and a half years ago.", "two and a half years ago", "2022-11", "2022-11"),
        ("They talked a year and a half ago.", "a year and a half ago", "2023-11", "2023-11"),
        ("They talked earlier this month.", "earlier this month", "2025-05", "2025-05-01/2025-05-13"),
        ("They talked in March.", "March", "2025-03", "2025-03"),
        ("They talked on May 5.", "May 5", "2025-05-05", "2025-05-05"),
        ("They talked in January this year.", "January this year", "2025-01", "2025-01"),
        ("They talked at 10:35 a.m. on Monday.", "10:35 a.m. on Monday", "2025-05-12T10:35", "2025-05-12"),
        ("They talk on Thursday of next week.", "Thursday of next week", "2025-05-22", "2025-05-22"),
    ],
)
def test_values_reckoned_from_publication(one_time, text, words, value, edtf):
    found = one_time(text, PUBLISHED)
    assert (found.text, found.value, found.edtf) == (words, value, edtf)
    assert (found.basis, found.anchor) == ("relative", "published")


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("The truce held for three days.", "three days", "DURATION", "P3D"),
        ("It took several months.", "several months", "DURATION", "PXM"),
        ("It took two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("It took two decades.", "two decades", "DURATION", "P20Y"),
        ("A 30-day ceasefire was offered.", "30-day", "DURATION", "P30D"),
        ("They talked for five hours.", "five hours", "DURATION", "PT5H"),
        ("They meet twice a week.", "twice a week", "SET", "P1W"),
        ("They meet every two years.", "every two years", "SET", "P2Y"),
        ("They meet every Thursday.", "every Thursday", "SET", "XXXX-WXX-4"),
        ("He is now at home.", "now", "DATE", "PRESENT_REF"),
        ("He spoke half an hour after the vote.", "half an hour", "DURATION", "PT30M"),
        ("They meet three times a year.", "three times a year", "SET", "P1Y"),
        ("It takes between two and three weeks.", "two and three weeks", "DURATION", "P2W"),
        ("There were daily clashes.", "daily", "SET", "P1D"),
        ("It takes two to three weeks.", "two to three weeks", "DURATION", "P2W"),
        ("It takes weeks or months.", "weeks or months", "DURATION", "PXW"),
        ("He spoke of the weeks ahead.", "the weeks ahead", "DURATION", "PXW"),
        ("They held the two-day rally.", "two-day", "DURATION", "P2D"),
        ("He recently left.", "recently", "DATE", "PAST_REF"),
        ("It is for the future.", "the future", "DATE", "FUTURE_REF"),
    ],
)
def test_values_of_lengths_sets_and_reference_words(one_time, text, words, type_, value):
    found = one_time(text, PUBLISHED)
    assert (found.text, found.type, found.value) == (words, type_, value)
    assert (found.edtf, found.basis) == (None, "unresolved")


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It took more than five years.", "MORE_THAN"),
        ("It took at least five years.", "EQUAL_OR_MORE"),
        ("It took nearly five years.", "APPROX"),
        ("It came in early 2022.", "START"),
        ("It came in mid-2022.", "MID"),
        ("It came at the end of 2022.", "END"),
    ],
)
def test_values_carry_modifiers(one_time, text, mod):
    assert one_time(text).mod == mod


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "The fall of the city was near.",
        "A 44-year-old man spoke for the second side.",
        "It costs $2019.",
        "They lost 2000 troops.",
        "Some 1,500 people came.",
        "Three quarters of them left.",
        "They will fall back once again.",
        "It costs $5 million a year.",
        "It is reached by four flights a week.",
        'He said on the programme "This Week" that both of them were ready.',
        "The paper Village Today was closed by the mayor on the spot.",
    ],
)
def test_values_are_not_made_of_words_that_only_look_like_time(times_of, text):
    assert [t.text for t in times_of(text, PUBLISHED)] == []


def test_values_of_weekdays_without_a_publication_date_stay_unresolved(one_time):
    found = one_time("They met on Thursday.")
    assert (found.value, found.edtf, found.basis) == ("XXXX-WXX-4", None, "unresolved")


@pytest.mark.parametrize("text", ["They met yesterday.", "They met last week.", "They met in March."])
def test_values_without_a_publication_date_are_never_reckoned_from_the_clock(one_time, text):
    found = one_time(text)
    assert (found.edtf, found.basis) == (None, "unresolved")


def test_values_of_days_that_do_not_exist_are_not_dates(times_of):
    assert all(t.edtf != "2021-02-31" for t in times_of("They met on 31 February 2021."))
    assert all(t.edtf is None for t in times_of("They meet in the year 20255."))
