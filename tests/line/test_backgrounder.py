"""The whole line on a backgrounder: the facts its author had to know, each with its sentence."""

from __future__ import annotations

import pytest

from parley.pipeline import claims_of
from tests.line.rivals_article import PUBLISHED, TEXT

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def line(reading_of):
    from parley.reading import read
    from parley.sources.clean import find_boilerplate
    from tests.conftest import make_article

    article = make_article(TEXT, PUBLISHED).model_copy(update={"boilerplate": tuple(find_boilerplate(TEXT))})
    return claims_of(next(iter(read([article]))))


def of_kind(line, kind):
    return [claim for claim in line if claim.kind == kind]


def edtf(claim):
    return claim.when.edtf if claim.when else None


def meetings(line, **wanted):
    found = []
    for claim in of_kind(line, "meeting"):
        place = claim.place.name if claim.place else None
        facts = {"status": claim.status, "place": place, "edtf": edtf(claim)}
        if all(facts[key] == value for key, value in wanted.items()):
            found.append(claim)
    return found


def test_announced_meeting_is_only_possible(line):
    (meeting,) = meetings(line, place="Granada")
    assert meeting.status == "possible"
    assert set(meeting.names("party")) == {"Nikol Pashinyan", "Ilham Aliyev"}


def test_earlier_summit_is_one_meeting_with_its_broker(line):
    (meeting,) = meetings(line, place="Brussels")
    assert meeting.status == "happened"
    assert edtf(meeting) == "2022-04"
    assert {"Nikol Pashinyan", "Ilham Aliyev"} <= set(meeting.names())
    assert "European Union" in meeting.names("mediator")


def test_ministers_met_without_the_leaders(line):
    (meeting,) = meetings(line, place="Washington", edtf="2023-05")
    assert not {"Nikol Pashinyan", "Ilham Aliyev"} & set(meeting.names())


def test_the_following_month_is_reckoned_from_the_story(line):
    assert any(edtf(meeting) == "2023-06" for meeting in meetings(line, status="happened"))


def test_agreement_of_two_years(line):
    assert any("statements" in claim.name and edtf(claim) == "2020/2021" for claim in of_kind(line, "agreement"))


def test_measures_in_a_list_belong_to_their_agreement(line):
    types = {claim.type for claim in of_kind(line, "measure") if claim.agreement and "statements" in claim.agreement}
    assert {"ceasefire", "prisoner_exchange"} <= types


def test_partly_carried_out(line):
    assert any(claim.of == "prisoner_exchange" and claim.outcome == "partly" for claim in of_kind(line, "outcome"))


def test_description_names_the_speaker(line):
    (quote,) = [claim for claim in of_kind(line, "statement") if claim.direct]
    assert quote.names("speaker") == ("Nikol Pashinyan",)
    assert quote.quote.startswith("If there is the will")


def test_year_of_the_operation_comes_from_the_story(line):
    assert any(edtf(claim) == "2023-09-19" for claim in of_kind(line, "event"))


def test_other_headlines_are_never_claims(line):
    below = TEXT.index("You may also like")
    assert all(span.end <= below for claim in line for span in claim.evidence)


def test_every_evidence_is_its_slice(line):
    assert line
    assert all(TEXT[span.start : span.end] == span.text for claim in line for span in claim.evidence)
