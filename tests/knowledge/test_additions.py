"""Facts a user adds in a TOML file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.errors import KnowledgeError
from parley.knowledge import Knowledge, add_fact, default, use
from parley.knowledge.additions import read_additions

FACT = {
    "country": "Iceland",
    "office": "chief negotiator",
    "person": "Jón Jónsson",
    "start": "2031-01-01",
    "source": "me",
}


@pytest.fixture
def facts(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "facts.toml"
    use(None)


def test_added_office_is_found(facts: Path) -> None:
    add_fact(facts, "offices", FACT)
    use(facts)
    assert default().person_at("chief negotiator", "Iceland", "2031-06") == "Jón Jónsson"
    use(None)
    assert default().person_at("chief negotiator", "Iceland", "2031-06") is None


def test_added_facts_pile_up(facts: Path) -> None:
    add_fact(facts, "offices", FACT)
    add_fact(facts, "people", {"name": "Jón Jónsson", "aliases": ["Jon Jonsson"], "source": 'a "quoted" page'})
    knowledge = Knowledge(read_additions(facts))
    person = knowledge.person("Jon Jonsson")
    assert person is not None and (person.name, person.country) == ("Jón Jónsson", "Iceland")


def test_added_group_is_found(facts: Path) -> None:
    add_fact(
        facts, "organisations", {"name": "Front of the Test", "kind": "group", "aliases": ["FOTT"], "source": "me"}
    )
    knowledge = Knowledge(read_additions(facts))
    assert [s.entity.id for s in knowledge.senses("FOTT") if s.entity] == ["group:front-of-the-test"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[offices]]\ncountry = 'Iceland'\n", "lacks office, person, start, source"),
        ("[[planets]]\nname = 'Mars'\n", "none of the tables"),
        ("[[people]]\nname = 'A B'\nsource = 'x'\nage = 3\n", "has no column age"),
        ("not toml", "cannot read"),
    ],
)
def test_incomplete_facts_are_refused(facts: Path, content: str, told: str) -> None:
    facts.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=told):
        use(facts)


def test_a_refused_fact_leaves_the_file_as_it_was(facts: Path) -> None:
    add_fact(facts, "offices", FACT)
    before = facts.read_text(encoding="utf-8")
    with pytest.raises(KnowledgeError):
        add_fact(facts, "people", {"name": "No Source"})
    assert facts.read_text(encoding="utf-8") == before
    assert default() is not None


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"nowhere\.toml"):
        use(tmp_path / "nowhere.toml")
