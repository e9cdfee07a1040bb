"""The charts: what they draw, and that the files are what they say."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Callable

from parley.exports.charts import draw, positions_chart, timeline_chart
from parley.exports.charts.timeline import MOST_MARKS
from parley.exports.positions import position_rows
from parley.model.record import Record
from parley.record import derive
from tests.record.building import article, meeting, statement

Write = Callable[..., "str | bytes"]
_WHO = "Angela Merkel, Vladimir Putin"


def rows_of(record: Record) -> dict[str, dict[str, object]]:
    return {str(row["when"]): row for row in timeline_chart(record)["data"]["values"]}


def test_timeline_files_are_what_they_say(record: Record, write: Write) -> None:
    root = ET.fromstring(write(record, "svg"))
    assert root.tag.endswith("svg") and "Meetings" in "".join(root.itertext())
    assert bytes(write(record, "png")).startswith(b"\x89PNG\r\n")
    page = str(write(record, "html"))
    # The library is in the page: no script, style or picture of another host.
    assert "<script" in page and 'src="http' not in page and 'href="http' not in page.split("<script", 1)[0]


def test_uncertain_times_are_drawn_as_what_they_are() -> None:
    report = article("2022-01-05")
    times = ("2019-12-09", "2019-10", "2020-11~", "2014/..", "../2013-05")
    record = derive([report], [meeting(report, _WHO, when) for when in times])
    rows = rows_of(record)
    assert rows["2019-12-09"]["ends"] == "a day"
    assert (rows["2019-10"]["ends"], rows["2019-10"]["start"], rows["2019-10"]["end"]) == (
        "a span",
        "2019-10-01",
        "2019-11-01",
    )
    assert rows["2020-11~"]["ends"] == "vague"
    assert rows["2014/.."]["ends"] == "open at the right" and rows["../2013-05"]["ends"] == "open at the left"


def test_marks_and_words_of_one_lane_do_not_cover_each_other() -> None:
    report = article("2022-01-05")
    record = derive([report], [meeting(report, _WHO, f"2019-12-{day:02d}") for day in range(1, 20)])
    lanes = [row["lane"] for row in timeline_chart(record)["data"]["values"]]
    assert len(lanes) == len(record.meetings) == 19
    # A day is narrower than the words beside its mark.
    assert all(lane != following for lane, following in itertools.pairwise(lanes))


def test_more_marks_than_can_be_seen_are_counted() -> None:
    report = article("2022-01-05")
    days = [
        f"{year}-{month:02d}-{day:02d}" for year in range(2000, 2010) for month in range(1, 13) for day in range(1, 21)
    ]
    chart = timeline_chart(derive([report], [meeting(report, _WHO, day) for day in days]))
    assert len(chart["data"]["values"]) == MOST_MARKS and str(len(days)) in chart["title"]


def test_status_is_told_by_sign_and_words(record: Record) -> None:
    report = article("2022-01-05")
    drawn = rows_of(derive([report], [meeting(report, _WHO, "2022-02-02", status="not_held")]))
    assert drawn["2022-02-02"]["status"] == "did not happen"


def positioned() -> Record:
    before, after = article("2022-10-04", "No talks with him."), article("2025-02-13", "We will sit down and talk.")
    fields = {"topic": "talks"}
    return derive(
        [before, after],
        [
            statement(before, "Volodymyr Zelensky", "No talks with him.", stance="against", **fields),
            statement(after, "Volodymyr Zelensky", "We will sit down and talk.", stance="for", **fields),
            statement(after, "Angela Merkel", "Talks began.", stance="neutral", **fields),
        ],
    )


def test_positions_have_their_shift() -> None:
    record = positioned()
    rows = [row for row in position_rows(record) if row.who == "Volodymyr Zelensky"]
    assert [(row.stance, row.shift) for row in rows] == [("against", False), ("for", True)]
    chart = positions_chart(position_rows(record))
    drawn = [(value["who"], value["day"], value["until"]) for value in chart["data"]["values"]]
    # Merkel was neutral once: nothing to compare it with.
    assert drawn == [
        ("Volodymyr Zelensky", "2022-10-04", "2025-02-13"),
        ("Volodymyr Zelensky", "2025-02-13", "2025-02-13"),
    ]
    assert b"Zelensky" in draw(chart, "svg") and draw(chart, "png").startswith(b"\x89PNG")


def test_no_positions_make_a_chart_that_says_so() -> None:
    assert b"No dated position" in draw(positions_chart([]), "svg")
