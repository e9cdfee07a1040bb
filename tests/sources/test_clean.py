"""Boilerplate is told from prose, line by line."""

from __future__ import annotations

import pytest

from parley.sources.clean import find_boilerplate

PROSE = "The two delegations met in Geneva on Tuesday and agreed to meet again."


def left_out(text: str) -> list[str]:
    return [text[start:end] for start, end in find_boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Share this article: Facebook | Twitter | WhatsApp",
        "Facebook Twitter WhatsApp",
        "By Anna Example and Boris Sample, with agencies",
        "By our diplomatic correspondent",
        "From our Geneva correspondent",
        "Updated 3 March 2021, 10:15 · 4 min read",
        "PHOTO: The delegations at the table on Tuesday. (Pool)",
        "[CAPTION: A checkpoint near the line last month. File photo]",
        "The ministers arrive for the talks. Jane Doe/Getty Images",
        "READ ALSO: Bakery reopens after flood",
        "Read more: What the two sides want",
        "Sign up for our morning newsletter",
        "Unsubscribe here. Forward this letter to a friend.",
        "We use cookies to make this site work.",
        "© The Example Courier 2021",
        "All rights reserved.",
        "(Reporting by Jane Doe; editing by John Roe)",
        "ADVERTISEMENT",
        "Leave a Reply",
        "No comments:",
        "Your email address will not be published. Required fields are marked *",
        "3 March 2021 view: President Example (L) greets the envoy of the union in Geneva on Tuesday.",
        "The head of the delegation speaks at the airport, Monday, March 1, 2021. (AP Photo/Jane Doe)",
        "March 3, 2021 / 8:26 AM / 4 years ago",
        "Reuters Staff",
        "By The Associated Press",
        "Source: Xinhua",
        "![the table](https://example.org/table.jpg)",
    ],
)
def test_clean_line_is_boilerplate(line: str) -> None:
    assert left_out(f"{line}\n\n{PROSE}") == [line]
    assert left_out(f"{PROSE}\r\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Share of the vote: the president's party won 40 percent.",
        "By Friday the ministers had agreed on a text.",
        "By then, the talks in Paris, London and Rome had failed.",
        "Images of the summit showed the two leaders opposite each other.",
        "Related talks on prisoners took place in Abu Dhabi.",
        "Sources close to the talks said the text was ready.",
        "Subscribers to the treaty include Germany, which has led the effort to keep it, and France.",
        "See also how the ministers of both countries met twice in 2019 before the war.",
        "From our talks in Geneva we have learned that peace is possible, he said.",
        "Follow-up talks are planned for Monday.",
        "Copyrights were not on the agenda, the envoy said after the meeting.",
        "The privacy of the talks was kept.",
        "Sunday, September 15, 2019",
        "What was agreed?",
        "The envoys will meet again, state media report. (AFP/XYZ)",
    ],
)
def test_clean_line_of_the_article_stays(line: str) -> None:
    assert left_out(f"{line}\n\n{PROSE}") == []


def test_clean_list_ends_where_prose_begins() -> None:
    text = f"{PROSE}\nYou may also like\nMinister to visit Rome\nIs this the end of cash?\n{PROSE}\n"
    assert left_out(text) == ["You may also like\nMinister to visit Rome\nIs this the end of cash?"]


def test_clean_list_to_the_end() -> None:
    text = f"{PROSE}\n\n## Related\n\n* Minister to visit Rome\n* Envoy meets rebels in Doha"
    assert left_out(text) == ["## Related\n\n* Minister to visit Rome\n* Envoy meets rebels in Doha"]


def test_clean_heading_over_prose_opens_no_list() -> None:
    assert left_out(f"Sources\n{PROSE}") == []


def test_clean_footer_of_an_official_site_with_its_tags() -> None:
    footer = (
        "Geography\n\nFrance\n\nPersons\n\nDoe Jane\n\nPublication status\n\nPublished in section: News\n\nText version"
    )
    assert left_out(f"{PROSE}\n\n{PROSE}\n\n{footer}") == [footer]


def test_clean_front_matter_is_not_article() -> None:
    text = f"---\ntitle: Talks\npublished: 2021-03-02\n---\n{PROSE}\n---\n{PROSE}"
    assert left_out(text) == ["---\ntitle: Talks\npublished: 2021-03-02\n---\n"]


def test_clean_nothing_in_nothing() -> None:
    assert left_out("") == [] and left_out("\n \n") == []


def test_clean_takes_time_in_proportion_to_length() -> None:
    from time import process_time

    def seconds(text: str) -> float:
        begun = process_time()
        find_boilerplate(text)
        return process_time() - begun

    for piece in ("share | ", "photo getty ", "By Ann ", "a\n", "reporting by x; ", "a" + " " * 50, "# - * 1. "):
        assert seconds(piece * 40_000) < 20 * seconds(piece * 10_000) + 0.5


@pytest.mark.parametrize("title", ["Ministers meet in Geneva", "Ministers meet in Geneva | The Example Courier"])
def test_clean_title_repeated_above_the_story(title: str) -> None:
    text = f"# Ministers meet in Geneva\n\nGENEVA, 2 March -\n{PROSE}\n"
    assert [text[a:b] for a, b in find_boilerplate(text, title)] == ["# Ministers meet in Geneva"]


@pytest.mark.parametrize("title", [None, "", PROSE, "Other news", "Ministers"])
def test_clean_title_that_is_not_repeated_marks_nothing(title: str | None) -> None:
    assert find_boilerplate(f"{PROSE}\nMinisters of both sides came.\n", title) == ()
    assert find_boilerplate("Ministers", title) == ()


HEADLINES = ["Bakery opens again after the flood", "Court hears case of stolen swans", "Rain expected over the weekend"]


def test_clean_headlines_below_the_last_sentence() -> None:
    end = "\n01:15\n".join(HEADLINES)
    assert left_out(f"{PROSE}\n{PROSE}\n\n{end}") == [end]


@pytest.mark.parametrize(
    "end",
    [
        "The sides agreed on:\n" + "\n".join(HEADLINES),
        "\n".join(f"- {line}" for line in HEADLINES),
        "\n".join(HEADLINES[:2]),
        "\n".join(f"{line}." for line in HEADLINES),
        "Senator Example (R) met the envoy in Geneva.",
        "A source: the ministers, he said, will meet on Tuesday in Geneva.",
    ],
)
def test_clean_the_end_of_a_story_stays(end: str) -> None:
    assert left_out(f"{PROSE}\n{PROSE}\n\n{end}") == []
