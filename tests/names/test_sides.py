"""The two sides of an article, by the words they stand among."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.model.party import Party
from parley.syntax.sides import Named, find_sides

STATES = {"Qatar": "Qatar", "Sudan": "Sudan", "Sudanese": "Sudan", "Kosovo": "Kosovo", "Serbia": "Serbia"}
GROUPS = {
    "RSF": ("RSF", "Sudan"),
    "Hamas": ("Hamas", None),
    "Houthi": ("Houthis", "Yemen"),
    "Houthis": ("Houthis", "Yemen"),
}
STATES |= {"Yemen": "Yemen", "Yemeni": "Yemen", "Jordan": "Jordan", "Israel": "Israel", "Qatari": "Qatar"}


def sides(text: str) -> list[str]:
    doc = Doc(spacy.blank("en").vocab, words=text.split())
    named = []
    for token in doc:
        if state := STATES.get(token.text):
            party = Party(name=state, id=f"state:{state.lower()}", kind="state", country=state)
            named.append(Named(token.i, token.i + 1, party))
        elif group := GROUPS.get(token.text):
            party = Party(name=group[0], id=f"group:{group[0].lower()}", kind="group", country=group[1])
            named.append(Named(token.i, token.i + 1, party))
    return sorted(party.name for party in find_sides(doc, named).main)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Kosovo and Serbia resumed in Qatar .", ["Kosovo", "Serbia"]),
        ("Kosovo and Serbia agreed on plates in the Qatari capital .", ["Kosovo", "Serbia"]),
        ("Israel accused Hamas of stalling , mediators in Qatar said .", ["Hamas", "Israel"]),
        ("The Yemeni government and the Houthi rebels are meeting in Amman , Jordan .", ["Houthis", "Yemen"]),
        ("The government of Sudan is wary . The RSF shelled the city . The RSF denied it .", ["RSF", "Sudan"]),
    ],
)
def test_sides(text: str, expected: list[str]) -> None:
    assert sides(text) == expected


def test_nobody_stands_against_anybody() -> None:
    assert sides("Qatar opened an embassy in Jordan .") == []
