"""What a mention is reckoned from, sentence after sentence."""

from __future__ import annotations

import pytest

BACKGROUNDER = (
    "The two leaders will meet on Thursday. They met in Paris in December 2019.\n"
    "Envoys met again in January 2022, and diplomats met in Berlin the following month. "
    "Just weeks later, on February 24, the invasion began. In an address in March he said talks were ruined. "
    "In late 2022 he signed a decree."
)


def test_story_of_a_backgrounder_that_mixes_news_and_history(times_of):
    found = {t.text: t.edtf for t in times_of(BACKGROUNDER, "2025-05-13")}
    assert found["Thursday"] in ("2025-05-15", "2025-05-08")  # its side is told by the tense, which needs a parse
    assert found["December 2019"] == "2019-12"
    assert found["the following month"] == "2022-02"
    assert found["February 24"] == "2022-02-24"
    assert found["March"] == "2022-03"
    assert found["late 2022"] == "2022-10/2022-12"


@pytest.mark.model
def test_story_of_a_backgrounder_with_tenses(reading_of):
    found = {t.text: t.edtf for t in reading_of(BACKGROUNDER, "2025-05-13").times}
    assert found["Thursday"] == "2025-05-15"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("On 5 May 2014 they met. They signed the same day.", "the same day", "2014-05-05"),
        ("On 5 May 2014 they met. They signed two days later.", "two days later", "2014-05-07"),
        ("On 5 May 2014 they met. They had talked a week earlier.", "a week earlier", "2014-04-28/2014-05-04"),
        ("On 5 May 2014 they met. The next day they signed.", "The next day", "2014-05-06"),
        ("On 5 May 2014 they met. They had dined the night before.", "the night before", "2014-05-04"),
        ("In May 2014 they met. Later that year they signed.", "Later that year", "2014-10/2014-12"),
        ("In 2014 they met. The following year they signed.", "The following year", "2015"),
        ("In 2014 they met. They signed in February of that year.", "February of that year", "2014-02"),
    ],
)
def test_story_words_that_point_to_what_was_told(times_of, text, words, edtf):
    found = {t.text: t for t in times_of(text, "2025-05-13")}
    assert (found[words].edtf, found[words].anchor) == (edtf, "story")


CHRONICLE = (
    "The war began in September 1939. In April 1940 the north was invaded. In May the west followed. "
    "A document published in 1995 shows that the plan was older. In June the capital fell. "
    "In October 1940 the south was attacked."
)


def test_story_goes_on_after_a_digression(times_of):
    found = {t.text: t.edtf for t in times_of(CHRONICLE, "2009-12-19")}
    assert found["May"] == "1940-05"
    assert found["June"] == "1940-06"


def test_story_turns_the_year(times_of):
    found = {t.text: t.edtf for t in times_of("They met in November 1942. In January they signed.", "2009-12-19")}
    assert found["January"] == "1943-01"


def test_story_of_news_is_reckoned_from_publication(times_of):
    text = "They met on Monday and talked again yesterday. Talks had stopped in November."
    found = {t.text: t.edtf for t in times_of(text, "2025-05-13")}
    assert found["November"] == "2024-11"


def test_story_takes_the_date_of_a_date_line(times_of):
    text = "Envoys to meet\nWednesday, January 23, 2019\n\nThey talked yesterday about a truce."
    found = {t.text: t for t in times_of(text)}
    assert found["yesterday"].edtf == "2019-01-22"
    assert found["yesterday"].anchor == "Wednesday, January 23, 2019"


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("They met on 6–8 May 2022.", ["2022-05-06/2022-05-08", "2022-05-06/2022-05-08"]),
        ("They met on May 4 and 5, 2022.", ["2022-05-04", "2022-05-05"]),
        ("It was signed in 2014 and 2015.", ["2014", "2015"]),
        ("It was fought between 2014 and 2015.", ["2014/2015", "2015"]),
        ("It was fought from June to July 1950.", ["1950-06/1950-07", "1950-07"]),
        ("It was fought from December to January 1950.", ["1949-12/1950-01", "1950-01"]),
        ("It was moved from 5 May to 7 May 2022.", ["2022-05-05", "2022-05-07"]),
        ("It was fought in 1914–18.", ["1914", "1918"]),
        ("It was so from 1890 until 1970.", ["1890/1970", "1970"]),
        ("It was so in the 5th century BC.", ["-0499/-0400"]),
        ("It has been so since 2014.", ["2014/.."]),
        ("It was so until March 2015.", ["../2015-03"]),
    ],
)
def test_story_ranges_and_open_ends(times_of, text, edtfs):
    assert [t.edtf for t in times_of(text)] == edtfs


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They sat down four days after the 24 February 2022 invasion.", "four days", "2022-02-28"),
        ("Two weeks before the truce of 15 February 2015 he left.", "Two weeks", "2015-02-01"),
        ("One month after the accord of 31 January 2015 he left.", "One month", "2015-02-28"),
    ],
)
def test_story_lengths_counted_from_a_date_of_the_sentence(times_of, text, words, edtf):
    found = {t.text: t for t in times_of(text, "2025-05-13")}[words]
    assert (found.edtf, found.basis) == (edtf, "relative")
    assert found.anchor is not None and found.anchor in text


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on 10 March. From the 14th, they spoke by video.", "the 14th", "2022-03-14"),
        ("A month ago today, they met.", "A month ago today", "2022-02-28"),
        ("They meet later this week.", "later this week", "2022-03-28/2022-04-03"),
        ("It was signed earlier in March.", "earlier in March", "2022-03-01/2022-03-28"),
        ("The talks broke off last July. They met earlier in the day.", "earlier in the day", "2022-03-28"),
        ("One year ago to the day, they met.", "One year ago to the day", "2021-03-28"),
        ("Consultations are planned for April 21 to 24 in Arusha.", "April 21", "2022-04-21/2022-04-24"),
        ("A truce is planned for April 4 till April 5 at noon.", "April 4", "2022-04-04/2022-04-05"),
        ("The round was moved from April 4 to April 5.", "April 4", "2022-04-04"),
        ("A round was postponed. Fighting from March 9 to 12 went on.", "March 9", "2022-03-09/2022-03-12"),
        ("It was signed earlier this month.", "earlier this month", "2022-03-01/2022-03-28"),
        ("In 2003 the truce held from January to August.", "January", "2003-01/2003-08"),
        ("It was the first since the talks in November.", "November", "2021-11"),
    ],
)
def test_story_beside_publication(times_of, text, words, edtf):
    assert {t.text: t.edtf for t in times_of(text, "2022-03-28")}[words] == edtf


def test_story_ranges_before_christ(times_of):
    assert [t.value for t in times_of("It lasted from 499–493 BC.")] == ["BC0499", "BC0493"]


def test_story_notes_years_ago_that_do_not_fit(times_of):
    text = "They met in Paris in December 2019. He had not got what he wanted six years ago."
    notes = {t.text: t.note for t in times_of(text, "2025-05-13")}
    assert "5 years and 5 months" in (notes["six years ago"] or "")
    assert notes["December 2019"] is None


def test_story_does_not_note_years_ago_that_fit(times_of):
    text = "They met in Paris in December 2019. He had not got what he wanted five years ago."
    assert all(t.note is None for t in times_of(text, "2025-05-13"))


def test_story_notes_a_weekday_that_is_not_that_of_the_date(times_of):
    (found,) = times_of("They met on Friday, December 9, 2019.")
    assert found.note is not None and "Monday" in found.note


@pytest.mark.model
def test_story_of_news_is_not_moved_by_a_year_said_in_passing(reading_of):
    text = (
        "The ministry asked for it under the 1965 Voting Act. In late June, the court ruled against the minister. "
        "He became president in 2005 and is due to stand down in August."
    )
    found = {t.text: t.edtf for t in reading_of(text, "2019-07-20").times}
    assert found["late June"] == "2019-06-21/2019-06-30"
    assert found["August"] == "2019-08"


@pytest.mark.model
def test_story_of_the_year_before_is_not_torn_away_by_a_year_named_later(reading_of):
    text = (
        "The crisis broke out in April 2015 over a third term. After putting down a coup in May, he was elected in"
        " July. The round opens on Saturday. Many still remember the slaughter of 1994."
    )
    found = {t.text: t.edtf for t in reading_of(text, "2016-05-19").times}
    assert (found["May"], found["July"], found["Saturday"]) == ("2015-05", "2015-07", "2016-05-21")


def test_story_under_a_heading_lies_in_its_year(times_of):
    text = (
        "The town fell in June 1937. The army turned east.\n\n1938\n\nThe city was taken in January. It was lost again"
        " by 22 February. An offensive began on 7 March.\n\n1939\n\nIn February the province was occupied.\n"
    )
    found = {t.text: t.edtf for t in times_of(text, "2009-12-19")}
    assert (found["January"], found["22 February"], found["7 March"]) == ("1938-01", "1938-02-22", "1938-03-07")
    assert found["February"] == "1939-02"


def test_story_weeks_after_a_month_lie_in_months(times_of):
    found = {t.text: t for t in times_of("They signed in March 2015. Six weeks later the truce broke.", "2025-05-13")}
    later = found["Six weeks later"]
    assert (later.edtf, later.basis, later.anchor) == ("2015-04/2015-05", "relative", "story")
    assert later.value == "2015-WXX"


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off at about 10:35 a.m. (0735 GMT) Friday in the market.",
        "On Friday, shortly before 10:35 a.m. on the square, a bomb went off.",
        "It was signed at 10:35 a.m. local time (0735 GMT) on Friday.",
    ],
)
def test_story_hours_take_the_day_beside_them(times_of, text):
    found = {t.text.removeprefix("about "): t for t in times_of(text, "2013-03-20")}
    assert found["10:35 a.m."].value == "2013-03-15T10:35"
    assert found["10:35 a.m."].edtf == "2013-03-15"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two sides failed to agree on Thursday.", "2013-03-14"),
        ("They could not agree on Thursday.", "2013-03-14"),
        ("The rebels refused to sign on Thursday.", "2013-03-14"),
        ("The rebels agreed to sign on Thursday.", "2013-03-21"),
        ("The envoy addresses the delegations on Thursday in Geneva.", "2013-03-14"),
        ("The parliament votes on Thursday.", "2013-03-21"),
        ("Talks resume Thursday", "2013-03-21"),
        ("Talks set for Thursday", "2013-03-21"),
        ("Talks started Thursday", "2013-03-14"),
        ("They are trying to carry out Thursday's ruling.", "2013-03-14"),
        ("The deadline has been extended to Thursday.", "2013-03-21"),
        ("A truce starting Thursday was announced.", "2013-03-21"),
        ("He would like to see a deal achieved by Thursday.", "2013-03-21"),
        ("Talks will go on over the weekend.", "2013-03-23/2013-03-24"),
        ("The talks went on over the weekend.", "2013-03-16/2013-03-17"),
        ("The minister had set Good Friday as the deadline.", "2013-03-29"),
        ("The truce had been due to expire on Thursday.", "2013-03-14"),
        ("The group might come to the city as soon as Thursday.", "2013-03-21"),
    ],
)
def test_story_side_of_a_weekday(reading_of, text, day):
    (time,) = reading_of(text, "2013-03-20").times
    assert time.edtf == day


def test_story_weekday_of_a_headline_is_the_one_dated_in_the_text(times_of):
    text = "Meeting with the envoy on Friday\n\nOn Friday, March 22, the envoy will host the two leaders."
    headline, dated = times_of(text, "2013-03-20")
    assert headline.edtf == dated.edtf == "2013-03-22"


def test_story_weekday_of_two_dates_says_nothing_of_a_headline(times_of):
    text = "Talks on Friday\n\nThey met on Friday, March 15. They will meet on Friday, March 22."
    assert times_of(text, "2013-03-20")[0].edtf == "2013-03-15"  # the last one, as without dates


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("The talks from Tuesday to Thursday failed.", ["2013-03-12/2013-03-14", "2013-03-14"]),
        ("The talks from Monday to Tuesday failed.", ["2013-03-18/2013-03-19", "2013-03-19"]),
        ("The talks will take place Tuesday to Thursday.", ["2013-03-26/2013-03-28", "2013-03-28"]),
    ],
)
def test_story_weekdays_of_a_stretch_are_in_order(reading_of, text, edtfs):
    assert [t.edtf for t in reading_of(text, "2013-03-20").times] == edtfs


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on March 3, 5 and 7 in Oslo.", ["2013-03-03", "2013-03-05", "2013-03-07"]),
        ("They met on March 3, 5, and 7.", ["2013-03-03", "2013-03-05", "2013-03-07"]),
        ("On March 3, 5 and 7 soldiers died.", ["2013-03-03"]),
        ("On March 3, 2005, they met.", ["2005-03-03"]),
    ],
)
def test_story_days_of_a_list(times_of, text, days):
    assert [t.edtf for t in times_of(text, "2013-03-20")] == days


def test_story_years_of_three_digits_stand_beside_others_of_their_age(times_of):
    text = (
        "Aidan (c. 590 – 651) was a bishop. In 635 he came to the island. It had 120 houses. In 300 houses lived monks."
    )
    assert [t.edtf for t in times_of(text, "2020-01-01")] == ["0590", "0651", "0635"]
    assert times_of("In 635 he came to the island (page 590).", "2020-01-01") == ()


def test_story_part_of_a_day_of_the_month(times_of):
    found = times_of("They met on May 14, 2014. On the evening of the 15th, they signed.", "2014-05-20")
    assert found[1].value == "2014-05-15TEV"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two sides set a March 23 deadline for the accord.", "2016-03-23"),
        ("The two sides missed a March 23 deadline for the accord.", "2015-03-23"),
    ],
)
def test_story_side_of_a_deadline(reading_of, text, day):
    (time,) = reading_of(text, "2015-10-30").times
    assert time.edtf == day
