"""The names an article writes, beside those its people and bodies are known by."""

from __future__ import annotations

import pytest

from parley.knowledge import Entity, default
from parley.model.party import Party
from parley.reading.names.spelling import Spellings, same_spelling


def shown(known: str, *written: str) -> str:
    spellings = Spellings()
    for text in written:
        spellings.person(known, text)
    return spellings.party(Party(name=known, id="person:x", kind="person")).name


@pytest.mark.parametrize(
    ("known", "written", "name"),
    [
        ("Volodymyr Zelensky", ["Zelenskyy"], "Volodymyr Zelensky"),
        ("Volodymyr Zelensky", ["Volodymyr Zelenskiy"], "Volodymyr Zelensky"),
        ("António Guterres", ["Antonio Guterres"], "António Guterres"),
        ("Vladimir Putin", ["Vladimir Vladimirovich Putin"], "Vladimir Putin"),
        ("Arseniy Yatsenyuk", ["Yatseniuk", "Arseny Yatseniuk"], "Arseny Yatseniuk"),
        ("Robert Kocharyan", ["Kocharian"], "Robert Kocharian"),
        ("Kim Jong Un", ["Kim", "Kim Jong-un"], "Kim Jong-un"),
        ("Moon Jae-in", ["MOON JAE IN"], "Moon Jae In"),
        ("Mohamed Hamdan Dagalo", ["Hemedti"], "Mohamed Hamdan Dagalo"),
    ],
)
def test_people(known: str, written: list[str], name: str) -> None:
    assert shown(known, *written) == name


@pytest.mark.parametrize(
    ("known", "written", "name"),
    [
        ("ELN", ["National Liberation Army", "ELN", "ELN"], "ELN"),
        ("SAF", ["Sudanese army", "Sudanese army", "SAF"], "Sudanese army"),
        ("African Union", ["African Union", "AU", "AU"], "African Union"),
        ("Houthis", ["Houthi", "Houthi", "Houthis"], "Houthis"),
        ("Normandy Format", ["Normandy Four", "Normandy Four"], "Normandy Format"),
    ],
)
def test_bodies(known: str, written: list[str], name: str) -> None:
    spellings = Spellings()
    entity = Entity(known, "organisation")
    for text in written:
        spellings.body(entity, text)
    assert spellings.party(Party(name=known, id=entity.id, kind="organisation")).name == name


def test_same_spelling() -> None:
    assert same_spelling("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan")
    assert not same_spelling("Kim Jong Un", "Kim Jong-un")


def test_known_names_are_plain() -> None:
    special = set("ıİłŁøØđĐßðþæœʻ")
    assert not [name for name in default().people if special & set(name)]
