"""Times are drawn as what they are."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from parley.model.article import Article, text_digest
from parley.model.party import Place
from parley.model.record import MeetingEntry, Position, Shift
from parley.model.span import Evidence
from parley.model.when import When
from parley.web.drawing import WIDTH, Mark, draw
from parley.web.map import draw_map
from parley.web.marked import hits, notes_of, stretches
from parley.web.track import STANCES, draw_track, span_of
from tests.record import normandy


def meeting(edtf: str | None, name: str, **fields: object) -> MeetingEntry:
    when = When(edtf=edtf, text="then", basis="stated", start=0, end=4) if edtf else None
    who = (normandy.PUTIN, normandy.ZELENSKY)
    return MeetingEntry(id=name, when=when, participants=who, claims=("c",), articles=("a",), **fields)


def drawn(*entries: MeetingEntry, since: date | None = None, until: date | None = None) -> dict[str, Mark]:
    found = draw(entries, since, until)
    assert found is not None and all(0 <= x <= WIDTH for x, _ in found.ticks)
    return {mark.entry: mark for mark in found.marks}


def test_numbers_of_notes_stand_behind_words() -> None:
    text = "They agreed to re-establish the line."
    first, second = (SimpleNamespace(evidence=(Evidence.of(text, 0, text.index(cut)),)) for cut in ("-est", "est"))
    article = Article(id="a", sha256=text_digest(text), uri="u", text=text)
    found = stretches(article, notes_of([("x", first), ("y", second)]))  # type: ignore[list-item]
    before = [s.text for s in found if s.notes]
    assert [n for s in found for n in s.notes] == [1, 2] and before[0].endswith("re-establish")
    assert "".join(s.text for s in found) == text


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


def position(said: str, stance: str, key: str) -> Position:
    return Position(party=normandy.PUTIN, topic="talks", stance=stance, said=said, statement=key)


def test_track_shows_each_position_at_its_time_and_stance_and_each_shift() -> None:
    said = (("2019-12-09", "for"), ("2022-03", "conditional"), ("2022-10-04", "against"), ("2025-05-11", "for"))
    held = [position(day, stance, key) for key, (day, stance) in zip("abcd", said, strict=True)]
    shifts = [Shift(party=normandy.PUTIN, topic="talks", before=held[2], after=held[3])]
    span = span_of(held)
    assert span == (date(2019, 12, 9), date(2025, 5, 11))
    track = draw_track(held, shifts, span, by=False)
    assert [s.statement for s in track.signs] == ["a", "b", "c", "d"]
    assert [s.x for s in track.signs] == sorted(s.x for s in track.signs)
    assert track.signs[0].y == track.signs[3].y < track.signs[1].y < track.signs[2].y
    assert track.signs[1].x2 > track.signs[1].x and track.signs[0].x2 == track.signs[0].x  # a month, a day
    assert [s.shift for s in track.signs] == [False, False, False, True] and len(track.rows) == len(STANCES)
    move = track.moves[0]
    before, after = track.signs[2:]
    assert (move.x, move.y, move.x2, move.y2) == (before.x, before.y, after.x, after.y)
    assert "from against to for" in move.title
    assert span_of([position("2022-03/..", "for", "e")]) == (date(2022, 3, 1), date(2022, 3, 1))
    assert span_of([]) is None


def test_map_puts_places_where_they_lie() -> None:
    paris = Place(name="Paris", country="France", lat=48.9, lon=2.4)
    minsk = Place(name="Minsk", country="Belarus", lat=53.9, lon=27.6)
    found = draw_map([(minsk, 9), (paris, 1), (Place(name="Nowhere"), 3)])
    assert found is not None and found.without == 1
    spots = {s.name: s for s in found.spots}
    assert spots["Paris"].x < spots["Minsk"].x and spots["Paris"].y > spots["Minsk"].y  # west is left, north is up
    assert spots["Minsk"].radius > spots["Paris"].radius
    assert all(0 < s.x < found.width and 0 < s.y < found.height for s in found.spots)
    assert found.towns.count("M") > 500
    assert draw_map([(Place(name="Nowhere"), 1)]) is None
    everywhere = [Place(name=str(n), lat=y, lon=x) for n, (y, x) in enumerate(((89, -179), (-89, 179), (0, 0)))]
    assert draw_map([(p, 1) for p in everywhere]) is not None and draw_map([(paris, 1)]) is not None
