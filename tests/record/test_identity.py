"""One party from many spellings."""

from __future__ import annotations

import pytest

from parley.record.identity import Identities, name_key
from tests.record.building import article, meeting
from tests.record.normandy import person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Dmitry Medvedev", "Dmitri Medvedyev"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("President Vladimir Putin", "Vladimir Putin"),
    ],
)
def test_spellings_of_one_name_agree(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Volodymyr Zelensky", "Vladimir Zelensky"), ("Ilham Aliyev", "Heydar Aliyev")]
)
def test_other_names_do_not(one, other):
    assert name_key(one) != name_key(other)


def _names(*claims):
    identities = Identities(claims)
    return [[identities.of(p, c.article).name for p in c.participants] for c in claims]


def test_a_surname_is_the_one_person_of_the_article():
    of, other = article("2020-01-01"), article("2020-01-02")
    full = meeting(of, "Ilham Aliyev, Nikol Pashinyan")
    short = full.model_copy(update={"participants": (person("Aliyev", None), person("Pashinyan", None))})
    elsewhere = short.model_copy(update={"article": other.id})
    assert _names(full, short, elsewhere) == [["Ilham Aliyev", "Nikol Pashinyan"]] * 3


def test_a_surname_of_two_people_stays_apart():
    of, other = article("2020-01-01"), article("2020-01-02")
    both = meeting(of, "Ilham Aliyev, Nikol Pashinyan").model_copy(
        update={"participants": (person("Ilham Aliyev", "Azerbaijan"), person("Heydar Aliyev", "Azerbaijan"))}
    )
    short = both.model_copy(update={"article": other.id, "participants": (person("Aliyev", None),)})
    assert _names(both, short)[1] == ["Aliyev"]


def test_namesakes_of_two_countries_stay_two():
    of = article("2020-01-01")
    claim = meeting(of, "Angela Merkel, Xi Jinping").model_copy(
        update={
            "participants": (
                person("John Smith", "Ireland"),
                person("John Smyth", None),
                person("John Smith", "Canada"),
            )
        }
    )
    twin = claim.participants[2].model_copy(update={"id": "person:john-smith-2"})
    claim = claim.model_copy(update={"participants": (claim.participants[0], twin)})
    identities = Identities([claim])
    assert len({identities.of(p, of.id).id for p in claim.participants}) == 2
