"""Descriptions taken apart, on documents built by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.knowledge import default
from parley.reading.names.descriptions import Description, Scanner
from parley.reading.names.spotting import Spot, spotter

ADJECTIVES = {"new", "former", "outgoing", "foreign", "prime", "special"}


def scan(text: str) -> tuple[Doc, list[Description]]:
    words = text.split()
    pos = [
        "ADJ" if w.lower() in ADJECTIVES else "VERB" if w in ("said", "met") else "ADP" if w == "of" else "NOUN"
        for w in words
    ]
    doc = Doc(spacy.blank("en").vocab, words=words, pos=pos, sent_starts=[True] + [False] * (len(words) - 1))
    starts = {t.idx: t.i for t in doc}
    ends = {t.idx + len(t): t.i + 1 for t in doc}
    spots: dict[int, tuple[Spot, int]] = {
        starts[s.start]: (s, ends[s.end]) for s in spotter(default()).spots(doc.text) if s.start in starts
    }
    return doc, list(Scanner(doc, spots).descriptions())


@pytest.mark.parametrize(
    ("text", "words", "office", "owners"),
    [
        ("the Ukrainian president said", "the Ukrainian president", "president", ["Ukraine"]),
        ("the president of Ukraine said", "the president of Ukraine", "president", ["Ukraine"]),
        ("the French foreign minister said", "the French foreign minister", "foreign minister", ["France"]),
        ("Turkey 's top diplomat said", "Turkey 's top diplomat", "foreign minister", ["Turkey"]),
        ("the UN secretary-general said", "the UN secretary-general", "secretary-general", ["United Nations"]),
        ("Hamas leader said", "Hamas leader", "leader", ["Hamas"]),
    ],
)
def test_office_and_owner(text: str, words: str, office: str, owners: list[str]) -> None:
    doc, (found,) = scan(text)
    assert doc[found.first : found.end].text == words
    assert (found.kind, found.office, [e.name for e in found.owners]) == ("one", office, owners)


def test_former_and_deputy_change_who_is_meant() -> None:
    _, (former,) = scan("the former German chancellor said")
    _, (deputy,) = scan("the deputy Russian foreign minister said")
    assert (former.former, former.office) == (True, "chancellor")
    assert (deputy.office, deputy.words) == ("", "deputy foreign minister")


def test_several_owners_and_numbers() -> None:
    _, (leaders,) = scan("leaders of France and Germany met")
    assert (leaders.kind, [e.name for e in leaders.owners]) == ("many", ["France", "Germany"])
    _, (presidents,) = scan("the two presidents met")
    assert (presidents.kind, presidents.number, presidents.office) == ("many", 2, "president")
    _, (ministers,) = scan("the two countries ' foreign ministers met")
    assert (ministers.of_sides, ministers.office) == (2, "foreign minister")


def test_delegations_act_for_their_side() -> None:
    _, (negotiators,) = scan("Russian negotiators met")
    assert (negotiators.kind, [e.name for e in negotiators.owners]) == ("acting", ["Russia"])
    _, (sides,) = scan("both delegations met")
    assert (sides.kind, sides.determiner) == ("sides", "both")


def test_counterpart_and_predecessor_belong_to_somebody() -> None:
    doc, (counterpart,) = scan("met his Russian counterpart")
    assert counterpart.kind == "counterpart" and doc[counterpart.possessive or 0].text == "his"
    _, (predecessor,) = scan("met his predecessor")
    assert predecessor.kind == "predecessor"


@pytest.mark.parametrize("text", ["Russian - backed rebels met", "the table was round", "Kyiv is a city"])
def test_nobody_is_described(text: str) -> None:
    _, found = scan(text)
    assert [d for d in found if d.owners and not d.titled] == []


def test_office_of_something_unknown_stays_open() -> None:
    _, (found,) = scan("the president of Acme said")
    assert found.open
