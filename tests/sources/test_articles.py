"""Files of every kind become articles; what is none says why."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from time import process_time

import pytest

from parley.errors import DateError, MalformedLineError, NoTextError, SourceError
from parley.model.article import Article, Skipped
from parley.sources.build import build_article
from parley.sources.dates import find_published, parse_day
from parley.sources.decode import decode
from parley.sources.files import load
from parley.sources.html import HtmlSource
from parley.sources.jsonl import JsonLinesSource
from parley.sources.text import TextSource

PROSE = "The two delegations met in Geneva on Tuesday and agreed to meet again within a month, the hosts said."
PAGE = """<html lang="en"><head><title>Talks open - The Example Courier</title>{head}
<meta property="og:title" content="Talks open in Geneva"><meta property="og:site_name" content="The Example Courier">
<link rel="canonical" href="https://courier.example/talks"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks open in Geneva</h1>{body}</article>
<footer>Copyright 2031 The Example Courier, 4 June 2031</footer></body></html>"""


def one(
    source: TextSource | HtmlSource | JsonLinesSource, content: bytes | str, published: str | None = None
) -> Article:
    raw = content.encode() if isinstance(content, str) else content
    (article,) = source.articles(raw, "file", published)
    assert isinstance(article, Article)
    return article


def page(head: str = "", paragraphs: int = 6) -> str:
    return PAGE.format(head=head, body="".join(f"<p>{PROSE}</p>" for _ in range(paragraphs)))


@pytest.mark.parametrize(
    "text", ["One.\r\n\r\nTwo.\r\n", "Naïve e\u0301 \U0001f54a \u202bשלום\u202c\n", "  led by blanks \u2028 \n"]
)
def test_text_is_stored_as_it_stands(text: str) -> None:
    assert one(TextSource(), text).text == text
    assert one(TextSource(), b"\xef\xbb\xbf" + text.encode()).text == text
    assert one(TextSource(), text.encode("utf-16")).text == text


def test_text_in_an_old_encoding_is_told_by_its_letters() -> None:
    text = "Le président a déclaré que les négociations étaient terminées, à l'été, près de la forêt. " * 4
    assert one(TextSource(), text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8, "binary|neither"),
        (b"Talks\x00" * 50, "binary"),
        (b"\xff\xfeabc", "utf-16"),
    ],
)
def test_decode_what_is_not_text(content: bytes, why: str) -> None:
    with pytest.raises(NoTextError, match=why):
        decode(content, "file")


def test_text_front_matter_is_data() -> None:
    text = (
        f'---\ntitle: "Talks open"\npublisher: The Courier\npublished: 2021-03-02\n---\n# Another heading\n\n{PROSE}\n'
    )
    article = one(TextSource(), text, "2024-01-01")
    assert (article.title, article.publisher, article.published) == ("Talks open", "The Courier", "2021-03-02")
    assert article.text == text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_data_above_a_text_are_data(end: str) -> None:
    head = ("Published: 2 March 2021", "Publisher: The Courier", "Title: Talks open", "URL: https://c.example/1")
    text = end.join([*head, "", PROSE, ""])
    article = one(TextSource(), text, "2024-01-01")
    assert (article.title, article.publisher, article.published) == ("Talks open", "The Courier", "2021-03-02")
    assert article.uri == "https://c.example/1"
    start, stop = article.boilerplate[0]
    assert start == 0 and article.text[stop:].strip().startswith(PROSE[:20]) and article.text == text


def test_a_story_that_begins_with_a_name_and_a_colon_has_no_data() -> None:
    article = one(TextSource(), f"Source: envoys near a deal, officials say\n{PROSE}", "2024-01-01")
    assert article.publisher is None and article.boilerplate == ()
    assert one(TextSource(), f"Geneva: a start\n\n{PROSE}", None).publisher is None


def test_text_front_matter_with_a_date_that_is_none() -> None:
    with pytest.raises(SourceError, match="2021-02-31"):
        one(TextSource(), f"---\npublished: 2021-02-31\n---\n{PROSE}")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# Talks open\n\n{PROSE}", "Talks open"),
        (f"Talks open in Geneva\n\n{PROSE}", "Talks open in Geneva"),
        (f"Talks open in Geneva\r\nPublished: 2021-03-02\r\n\r\n{PROSE}", "Talks open in Geneva"),
        (f"{PROSE}\n\n{PROSE}", None),
        (f"Tuesday, March 2, 2021\n\n{PROSE}", None),
        (PROSE, None),
    ],
)
def test_text_title(text: str, title: str | None) -> None:
    assert one(TextSource(), text).title == title


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-05-13", "2025-05-13"),
        ("13 May 2025", "2025-05-13"),
        ("May 13, 2025", "2025-05-13"),
        ("Tuesday, 13th of May 2025", "2025-05-13"),
        ("2025-05-13T08:30:00Z", "2025-05-13"),
        ("2025/5/3", "2025-05-03"),
    ],
)
def test_parse_day(written: str, day: str) -> None:
    assert parse_day(written) == day


@pytest.mark.parametrize(
    "written",
    ["", "soon", "2025-02-31", "31 June 2025", "2025-13-01", "2025", "May 2025", "20255-01-01", "13 May 2025 or so"],
)
def test_parse_day_refuses_what_is_none(written: str) -> None:
    with pytest.raises(DateError):
        parse_day(written)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Published: 2025-05-13", "2025-05-13"),
        ("Talks open\nPublished on 13 May 2025, 10:15", "2025-05-13"),
        ("Talks open\n\n**Date:** May 13, 2025", "2025-05-13"),
        ("Tuesday, May 13, 2025\xa0", "2025-05-13"),
        ("Kuala Lumpur, Thursday 8 February 2024", "2024-02-08"),
        ("Thursday, 23 February 2017. All times GMT.", "2017-02-23"),
        ("9 January 2006 | For programme staff", "2006-01-09"),
        ("Updated 30 March 2022, 07:15 · 3 min read", "2022-03-30"),
        ("Updated: 31 March 2022\nPublished: 30 March 2022", "2022-03-30"),
        ("Published: 31 February 2022", None),
        ("What was agreed on 9 December 2019", None),
        ("On 9 December 2019 the two presidents met.", None),
        ("9 December 2019 was the day on which they met.", None),
    ],
)
def test_find_published(head: str, day: str | None) -> None:
    assert find_published(f"{head}\n\n{PROSE}\n") == day


def test_find_published_in_the_footer_of_an_official_site() -> None:
    assert find_published(f"{PROSE}\n\nPublication status\n\nPublication date: May 13, 2025, 10:00\n") == "2025-05-13"


def test_published_says_the_source_then_the_reader_then_the_text() -> None:
    text = f"Published: 2021-03-02\n\n{PROSE}"
    assert build_article(text, uri="x").published == "2021-03-02"
    assert build_article(text, uri="x", asserted="2022-01-01").published == "2022-01-01"
    assert build_article(text, uri="x", asserted="2022-01-01", published="2023-01-01").published == "2023-01-01"
    assert build_article(PROSE, uri="x").published is None


def test_article_id_is_of_text_and_address_not_of_the_file() -> None:
    assert build_article(PROSE, uri="a").id == build_article(PROSE, uri="b").id
    assert build_article(PROSE, uri="a", url="https://x.example").id != build_article(PROSE, uri="a").id
    assert build_article(PROSE, uri="a", id="mine").id == "mine"


def test_article_half_a_character_is_replaced_one_for_one() -> None:
    assert build_article("A \ud83d met B.", uri="a").text == "A \ufffd met B."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2021-03-02T08:00:00+00:00">', "2021-03-02"),
        ('<meta name="date" content="2 March 2021">', "2021-03-02"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2021-03-02"}]}</script>', "2021-03-02"),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta property="article:modified_time" content="2021-03-02">', None),
        ("", None),
    ],
)
def test_html_date_is_the_metadata_or_none(head: str, day: str | None) -> None:
    article = one(HtmlSource(), page(head))
    assert article.published == day
    assert (article.title, article.publisher, article.language) == ("Talks open in Geneva", "The Example Courier", "en")
    assert article.uri == "https://courier.example/talks"
    assert PROSE in article.text and "Copyright" not in article.text


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<html><body><nav><a href='/'>Home</a> | <a href='/w'>World</a></nav></body></html>"]
)
def test_html_without_an_article(html: str) -> None:
    with pytest.raises(NoTextError):
        one(HtmlSource(), html)


def test_jsonl_bad_lines_do_not_stop_the_good() -> None:
    lines = [
        json.dumps({"text": PROSE, "id": "a", "title": "T", "date": "2021-03-02", "url": "https://x.example"}),
        "{broken",
        "[]",
        '{"text": 5}',
        '{"text": " "}',
        json.dumps({"text": PROSE, "published": "2021-02-31"}),
        "",
        json.dumps({"text": PROSE + "\u2028" + PROSE, "publisher": "The Courier", "published": "2021-03-04T10:00"}),
    ]
    for content in ("\n".join(lines).encode(), gzip.compress("\r\n".join(lines).encode())):
        found = list(JsonLinesSource().articles(content, "file", None))
        good = [item for item in found if isinstance(item, Article)]
        assert (good[0].id, good[0].published) == ("a", "2021-03-02")
        assert (good[1].publisher, good[1].published, good[1].uri) == ("The Courier", "2021-03-04", "file#8")
        bad = [item for item in found if isinstance(item, MalformedLineError)]
        assert [error.line for error in bad] == [2, 3, 4, 5, 6]
        assert "2021-02-31" in str(bad[-1])


def test_jsonl_damaged_archive() -> None:
    with pytest.raises(SourceError, match="damaged"):
        list(JsonLinesSource().articles(gzip.compress(b"{}" * 1000)[:-9], "file", None))


def test_load_folder_is_sorted_and_tells_what_it_skips(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(PROSE)
    (tmp_path / "a.md").write_text(f"# A\n\n{PROSE}")
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": PROSE, "url": "https://x.example"}) + "\n{")
    (tmp_path / "d.html").write_text("<html></html>")
    (tmp_path / "e.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(PROSE)
    found = list(load([tmp_path, tmp_path / "none.txt", "https://courier.example/talks"]))
    names = [Path(item.uri).name for item in found if isinstance(item, Article)]
    assert names == ["a.md", "b.txt", "x.example"]
    reasons = [item.reason for item in found if isinstance(item, Skipped)]
    assert len(reasons) == 4 and "line 2" in reasons[0] and "d.html" in reasons[1]
    assert "no such file" in reasons[2] and "save the page" in reasons[3]


def test_load_folder_with_nothing_to_read(tmp_path: Path) -> None:
    (skipped,) = load([tmp_path])
    assert isinstance(skipped, Skipped) and "no file in this folder" in skipped.reason


def test_find_published_a_line_of_capitals_takes_no_time() -> None:
    begun = process_time()
    assert find_published("D" * 3000) is None
    assert process_time() - begun < 5  # it took minutes when a run of capitals could be cut in many ways


def test_text_first_line_set_off_as_headline_is_marked() -> None:
    article = one(TextSource(), b"Ministers meet in Geneva\n\nThe ministers met in Geneva on Tuesday.\n")
    assert article.title == "Ministers meet in Geneva"
    assert [article.text[a:b] for a, b in article.boilerplate] == ["Ministers meet in Geneva"]


def test_decode_english_with_few_accents_and_binary_noise() -> None:
    said = "Juan Manuel Santos met Rodrigo Londoño in Havana. “We agreed,” Santos said."
    assert decode(said.encode("windows-1252"), "a.txt") == said
    with pytest.raises(NoTextError, match="binary"):
        decode(bytes([200, 1, 2, 3, 65, 66]) * 50, "a.txt")


def test_jsonl_half_characters_and_wrong_types_of_fields() -> None:
    lines = b'{"text": "They met in Geneva.", "id": "a\\ud800", "title": "\\udfff"}\n{"text": "They met.", "id": ["a"]}'
    first, second = JsonLinesSource().articles(lines, "a.jsonl", None)
    assert isinstance(first, Article) and first.id == "a\ufffd" and first.title == "\ufffd"
    assert isinstance(second, MalformedLineError) and "its id is not a string" in str(second)
