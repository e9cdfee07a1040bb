"""Drafts of one article brought together: the same meeting once, different meetings apart."""

from __future__ import annotations

from typing import Any, cast

import pytest
import spacy
from spacy.tokens import Doc

from parley.claims.meetings.draft import Draft
from parley.claims.meetings.merge import merge, places_agree, times_agree
from parley.claims.meetings.story import Story
from parley.model.party import Party, Place
from parley.model.when import When

TOKEN = Doc(spacy.blank("en").vocab, words=["talks"], heads=[0], deps=["ROOT"], pos=["NOUN"], sent_starts=[True])[0]


class Sides:
    """A story with fixed sides."""

    def __init__(self, *sides: Party) -> None:
        self.sides = sides
        self.leaders: tuple[Party, ...] = ()

    def pair_before(self, token: object) -> tuple[tuple[Party, ...], int]:
        return (), 0

    def together_at(self, token: object) -> tuple[Party, ...]:
        return ()

    def others_than(self, party: Party) -> tuple[Party, ...]:
        return tuple(s for s in self.sides if s.id != party.id)

    def named_side(self, nameless: Party) -> Party:
        return nameless


def person(name: str, country: str | None = None) -> Party:
    return Party(name=name, id=f"person:{name.lower()}", kind="person", country=country)


def state(name: str) -> Party:
    return Party(name=name, id=f"state:{name.lower()}", kind="state")


def when(edtf: str | None) -> When | None:
    return When(edtf=edtf, text="then", basis="stated", start=0, end=4) if edtf else None


def draft(*parties: Party, at: int = 0, edtf: str | None = None, place: Place | None = None, **more: Any) -> Draft:
    made = Draft(TOKEN, at, at + 10, when=when(edtf), place=place, **more)
    made.add(parties)
    return made


def merged(*drafts: Draft, sides: tuple[Party, ...] = ()) -> list[Draft]:
    return merge(drafts, cast(Story, Sides(*sides)))


ANN, BOB, CAT = person("Ann", "Aland"), person("Bob", "Borduria"), person("Cat", "Cania")
OSLO, NORWAY = Place(name="Oslo", country="Norway"), Place(name="Norway", country="Norway")


def test_a_second_mention_refines_the_first() -> None:
    (meeting,) = merged(
        draft(ANN, BOB, edtf="2019", place=NORWAY), draft(BOB, ANN, at=20, edtf="2019-12-09", place=OSLO)
    )
    assert meeting.when is not None
    assert meeting.when.edtf == "2019-12-09"
    assert meeting.place == OSLO
    assert len(meeting.told_at) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (draft(ANN, BOB, edtf="2019-12-09"), draft(ANN, BOB, edtf="2019-12-10")),
        (draft(ANN, BOB), draft(ANN, CAT)),
        (draft(ANN, BOB, form="remote"), draft(ANN, BOB, form="in_person")),
        (draft(ANN, BOB, place=OSLO), draft(ANN, BOB, place=Place(name="Rome", country="Italy"))),
        (draft(ANN, BOB), draft(ANN, BOB, status="planned")),
        (draft(ANN, BOB, series=True), draft(ANN, BOB, edtf="2019-12-09")),
        (draft(ANN, BOB, ordinal=1), draft(ANN, BOB, ordinal=2)),
        (draft(ANN, BOB, CAT), draft(ANN, BOB, apart=True)),
    ],
)
def test_different_meetings_stay_apart(first: Draft, second: Draft) -> None:
    assert len(merged(first, second)) == 2


def test_a_reference_joins_the_meeting_it_means() -> None:
    (meeting,) = merged(draft(ANN, BOB, edtf="2019-12-09"), draft(at=20, definite=True, noun="talk"))
    assert len(meeting.told_at) == 2


def test_a_reference_with_another_place_does_not_join() -> None:
    first = draft(ANN, BOB, place=OSLO)
    second = draft(at=20, definite=True, noun="summit", place=Place(name="Rome", country="Italy"))
    assert len(merged(first, second, sides=(state("Aland"), state("Borduria")))) == 2


def test_the_call_is_the_remote_one() -> None:
    table, call, again = (
        draft(ANN, BOB, form="in_person"),
        draft(ANN, CAT, form="remote"),
        draft(definite=True, noun="call"),
    )
    meetings = merged(call, table, again)
    assert [len(m.told_at) for m in meetings] == [2, 1]


def test_another_round_is_of_the_same_parties_and_a_meeting_of_its_own() -> None:
    first, second = merged(draft(ANN, BOB), draft(at=20, inherits=True, status="planned", noun="meeting"))
    assert [p.name for p in second.attendees] == [p.name for p in first.attendees]


def test_talks_without_parties_are_of_the_articles_sides() -> None:
    sides = (state("Aland"), state("Borduria"))
    (meeting,) = merged(draft(noun="talk", place=OSLO), sides=sides)
    assert meeting.attendees == sides


def test_talks_without_parties_time_or_place_are_nothing() -> None:
    assert merged(draft(noun="talk"), sides=(state("Aland"), state("Borduria"))) == []


def test_one_side_is_completed_by_the_other() -> None:
    (meeting,) = merged(draft(state("Aland"), noun="talk"), sides=(state("Aland"), state("Borduria")))
    assert [p.name for p in meeting.attendees] == ["Aland", "Borduria"]


def test_delegates_and_their_states_on_one_day_are_one_meeting() -> None:
    (meeting,) = merged(
        draft(state("Aland"), state("Borduria"), edtf="2019-12-09"), draft(ANN, BOB, at=20, edtf="2019-12-09")
    )
    assert len(meeting.attendees) == 4


def test_the_sides_of_a_summit_do_not_sit_down_as_states() -> None:
    (meeting,) = merged(
        draft(ANN, BOB, edtf="2019-12-09"),
        draft(state("Aland"), state("Borduria"), at=20, edtf="2019-12-09", definite=True, noun="talk"),
    )
    assert [p.name for p in meeting.attendees] == ["Ann", "Bob"]


def test_a_cancelled_summit_is_the_planned_one() -> None:
    (meeting,) = merged(
        draft(ANN, BOB, status="planned"), draft(at=20, definite=True, noun="summit", status="not_held")
    )
    assert meeting.status == "not_held"


def test_a_bilateral_is_held_on_the_occasion_of_the_summit() -> None:
    _, bilateral = merged(draft(ANN, BOB, CAT, edtf="2019-12-09", place=OSLO), draft(ANN, BOB, at=20, apart=True))
    assert bilateral.when is not None
    assert (bilateral.when.edtf, bilateral.place) == ("2019-12-09", OSLO)


def test_times_and_places_agree_when_unknown() -> None:
    assert times_agree(None, when("2019"))
    assert places_agree(OSLO, NORWAY)
    assert not places_agree(OSLO, Place(name="Bergen", country="Norway"))
