"""Times are drawn as what they are."""

from __future__ import annotations

from datetime import date

from parley.model.record import MeetingEntry
from parley.model.when import When
from parley.web.drawing import WIDTH, Mark, draw
from parley.web.marked import hits, notes_of, stretches
from tests.record import normandy


def meeting(edtf: str | None, name: str, **fields: object) -> MeetingEntry:
    when = When(edtf=edtf, text="then", basis="stated", start=0, end=4) if edtf else None
    who = (normandy.PUTIN, normandy.ZELENSKY)
    return MeetingEntry(id=name, when=when, participants=who, claims=("c",), articles=("a",), **fields)


def drawn(*entries: MeetingEntry, since: date | None = None, until: date | None = None) -> dict[str, Mark]:
    found = draw(entries, since, until)
    assert found is not None and all(0 <= x <= WIDTH for x, _ in found.ticks)
    return {mark.entry: mark for mark in found.marks}


def test_a_day_is_a_sign_a_month_a_bar_and_a_vague_time_fades() -> None:
    marks = drawn(
        meeting("2020-01-01", "day"), meeting("2022-07", "month"), meeting("2021", "year"),
        meeting("2022-10/2022-12", "late"), meeting("2021-05~", "about"), meeting("2022-03/..", "since"),
        meeting("../2020-06", "until"), meeting(None, "undated"), meeting("2022-12-31", "last"),
    )  # fmt: skip
    assert set(marks) == {"day", "month", "year", "late", "about", "since", "until", "last"}
    assert marks["day"].x2 is None and marks["last"].x2 is None
    assert {n for n, m in marks.items() if m.fade} == {"late", "about", "since", "until"}
    assert {n for n, m in marks.items() if m.open_right} == {"since"}
    assert {n for n, m in marks.items() if m.open_left} == {"until"}
    length = {name: mark.x2 - mark.x for name, mark in marks.items() if mark.x2 is not None}
    assert 11 < length["year"] / length["month"] < 13
    assert marks["day"].x < marks["year"].x < marks["month"].x < marks["late"].x < marks["last"].x


def test_marks_never_cover_each_other() -> None:
    marks = drawn(*(meeting("2020-01-01", f"m{n}") for n in range(5)), meeting("2024-01-01", "far"))
    assert len({mark.y for name, mark in marks.items() if name != "far"}) == 5


def test_zoom_sets_the_ends() -> None:
    entry = meeting("2020-06-01", "m")
    wide = drawn(entry, since=date(2000, 1, 1), until=date(2020, 12, 31))["m"]
    near = drawn(entry, since=date(2020, 1, 1), until=date(2020, 12, 31))["m"]
    assert near.x < wide.x


def test_nothing_dated_is_no_drawing() -> None:
    assert draw([meeting(None, "m")]) is None and draw([]) is None


def test_stretches_hold_the_whole_text_and_mark_the_evidence() -> None:
    article = normandy.ARTICLES["paris"]
    claims = [(c.id, c) for c in normandy.claims() if c.article == "paris"]
    notes = notes_of(claims)
    assert [n.number for n in notes] == list(range(1, len(notes) + 1))
    found = stretches(article, notes)
    assert "".join(s.text for s in found) == article.text
    assert sorted(n for s in found for n in s.notes) == [n.number for n in notes]
    assert sorted(s.start for s in found if s.start is not None) == sorted({n.start for n in notes})
    assert {c for n in notes for c in n.claims} == {i for i, _ in claims}
    marked = "".join(s.text for s in found if s.marked)
    assert all(c.evidence[0].text in marked for _, c in claims)


def test_stretches_leave_out_marks_of_markdown() -> None:
    article = normandy.ARTICLES["paris"].model_copy(update={"text": "**They** met.", "markup": ((0, 2), (6, 8))})
    assert "".join(s.text for s in stretches(article, ())) == "They met."


def test_hits_take_words_as_they_are() -> None:
    assert hits("Cease (fire) now", ["(fire)", "NOW"]) == [
        ("Cease ", False),
        ("(fire)", True),
        (" ", False),
        ("now", True),
    ]
    assert hits("text", []) == [("text", False)]


def test_many_marks_stay_in_bounds_and_a_few_far_away_do_not_squeeze_them() -> None:
    many = [meeting(f"20{n % 20:02d}-0{n % 9 + 1}-1{n % 10}", f"m{n}") for n in range(300)]
    found = draw([*many, meeting("1812", "old")])
    assert found is not None and found.outside >= 1 and found.height < 500
    assert len(found.marks) + found.outside == 301 and "old" not in {m.entry for m in found.marks}
    assert 3 <= len(found.ticks) <= 20
    whole = draw([*many, meeting("1812", "old")], first=date(1800, 1, 1))
    assert whole is not None and "old" in {m.entry for m in whole.marks} and len(whole.ticks) <= 20
