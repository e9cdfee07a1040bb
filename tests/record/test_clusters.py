"""120 groups of reports of one thing, told in different ways, and 40 pairs that only look alike.

`facts.tsv` lists 70 meetings, 25 agreements and 25 statements from public facts; each is told by two to six reports as
newsrooms tell it: on the day, the day before, years after with a month only, by states instead of names, in other
spellings, without the place, with half of the table.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from parley.model.article import Article
from parley.model.claim import Claim
from parley.model.party import Party, Place
from parley.record import derive
from tests.record.building import agreement, article, meeting, statement
from tests.record.normandy import person, state

_COUNTRIES = {
    "Petro Poroshenko": "Ukraine", "Volodymyr Zelensky": "Ukraine", "Dmytro Kuleba": "Ukraine",
    "Vladimir Putin": "Russia", "Sergei Lavrov": "Russia", "Angela Merkel": "Germany", "Emmanuel Macron": "France",
    "François Hollande": "France", "Donald Trump": "United States", "Joe Biden": "United States",
    "Kim Jong Un": "North Korea", "Moon Jae-in": "South Korea", "Ilham Aliyev": "Azerbaijan",
    "Nikol Pashinyan": "Armenia", "Charles Michel": "Belgium", "Recep Tayyip Erdogan": "Turkey",
    "Hassan Rouhani": "Iran", "Ebrahim Raisi": "Iran", "Xi Jinping": "China", "Abiy Ahmed": "Ethiopia",
    "Isaias Afwerki": "Eritrea", "John Kerry": "United States", "Mohammad Javad Zarif": "Iran",
    "Juan Manuel Santos": "Colombia", "Rodrigo Londoño": None, "Salva Kiir": "South Sudan", "Riek Machar": None,
    "Aleksandar Vučić": "Serbia", "Albin Kurti": "Kosovo", "Avdullah Hoti": "Kosovo",
    "Nicos Anastasiades": "Cyprus", "Mustafa Akıncı": None,
}  # fmt: skip
_SPELLINGS = {
    "Volodymyr Zelensky": "Volodymyr Zelenskyy", "François Hollande": "Francois Hollande",
    "Recep Tayyip Erdogan": "Recep Tayyip Erdoğan", "Aleksandar Vučić": "Aleksandar Vucic",
    "Sergei Lavrov": "Sergey Lavrov", "Rodrigo Londoño": "Rodrigo Londono",
}  # fmt: skip

Told = tuple[Article, Claim]


def _party(name: str) -> Party:
    if name in _COUNTRIES:
        return person(name, _COUNTRIES[name])
    return state(name)


def _spelled(name: str) -> Party:
    return person(_SPELLINGS[name], _COUNTRIES[name]) if name in _SPELLINGS else _party(name)


def _facts() -> list[dict[str, str]]:
    with (Path(__file__).parent / "facts.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _tell(fact: dict[str, str], published: date, who: list[Party], when: str | None, **fields: object) -> Told:
    of = article(published.isoformat())
    place = Place(name=fact["place"], country=fact["country"]) if fields.pop("placed", True) else None
    made = meeting(of, "Russia", when, **fields)
    return of, made.model_copy(update={"participants": tuple(who), "place": place})


def _meetings(number: int, fact: dict[str, str]) -> list[Told]:
    """Two to six reports of one meeting, which ones depending on the number of the fact."""
    day = date.fromisoformat(fact["when"])
    names = [name.strip() for name in fact["parties"].split(";")]
    who = [_party(n) for n in names]
    states = [state(p.country) if p.kind == "person" and p.country else p for p in who]
    name = fact["name"] or None
    told = [_tell(fact, day + timedelta(days=1), who, fact["when"], form="in_person", name=name)]
    ways = [
        lambda: _tell(fact, day - timedelta(days=3), who, fact["when"], status="planned", name=name),
        lambda: _tell(fact, day + timedelta(days=800), who, fact["when"][:7], name=name),
        lambda: _tell(fact, day + timedelta(days=1), states, fact["when"]),
        lambda: _tell(fact, day + timedelta(days=2), [_spelled(n) for n in names], fact["when"], form="in_person"),
        lambda: _tell(fact, day + timedelta(days=1), who[::-1], fact["when"], placed=False),
        lambda: (
            _tell(fact, day + timedelta(days=400), who[:2], fact["when"][:7], name=name)
            if len(who) <= 4
            else _tell(fact, day + timedelta(days=400), who, fact["when"][:7])
        ),
    ]
    return told + [ways[(number + step) % len(ways)]() for step in range(1 + number % 5)]


def _agreements(number: int, fact: dict[str, str]) -> list[Told]:
    """Reports of an agreement under each of its names: of the day, of the month, without a date."""
    told = []
    day = date.fromisoformat(fact["when"])
    for step, name in enumerate([*fact["name"].split("|"), fact["name"].split("|")[0]]):
        of = article((day + timedelta(days=1 + 200 * step)).isoformat())
        when = (fact["when"], fact["when"][:7], None)[(step + number) % 3]
        who = fact["parties"].replace(";", ",") if step != 1 else fact["parties"].split(";")[0]
        told.append((of, agreement(of, name, when, who)))
    return told


def _statements(number: int, fact: dict[str, str]) -> list[Told]:
    """A statement in two wordings and cut short."""
    who, first, second = (part.strip() for part in fact["parties"].split("|"))
    day = date.fromisoformat(fact["when"])
    wordings = [first, second, " ".join(first.split()[: 8 + number % 4])]
    told = []
    for step, words in enumerate(wordings):
        of = article((day + timedelta(days=step)).isoformat())
        told.append((of, statement(of, who, words)))
    return told


_WAYS = {"meeting": _meetings, "agreement": _agreements, "statement": _statements}


def _all_groups() -> list[list[Told]]:
    return [_WAYS[fact["kind"]](number, fact) for number, fact in enumerate(_facts())]


def b_cubed(groups: list[list[str]], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a clustering: for each item, how its found cluster and its true group overlap."""
    truth = {item: number for number, items in enumerate(groups) for item in items}
    clusters: dict[str, set[str]] = defaultdict(set)
    for item in truth:
        clusters[found[item]].add(item)
    precision = recall = 0.0
    for item, number in truth.items():
        cluster, group = clusters[found[item]], set(groups[number])
        precision += len(cluster & group) / len(cluster)
        recall += len(cluster & group) / len(group)
    precision, recall = precision / len(truth), recall / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_b_cubed_of_known_clusterings():
    groups = [["a", "b"], ["c", "d"]]
    assert b_cubed(groups, {"a": "1", "b": "1", "c": "2", "d": "2"}) == (1.0, 1.0, 1.0)
    assert b_cubed(groups, dict.fromkeys("abcd", "1"))[:2] == (0.5, 1.0)
    assert b_cubed(groups, {"a": "1", "b": "2", "c": "3", "d": "4"})[:2] == (1.0, 0.5)


def test_120_groups_of_reports():
    told = _all_groups()
    assert len(told) == 120
    assert all(2 <= len(group) <= 6 for group in told)
    record = derive([a for group in told for a, _ in group], [c for group in told for _, c in group])
    found = {claim_id: entry.id for entry in record.entries() for claim_id in entry.claims}
    groups = [[c.id for _, c in group] for group in told]
    precision, _, f1 = b_cubed(groups, found)
    split = [
        _facts()[n]["when"] + " " + _facts()[n]["parties"]
        for n, g in enumerate(groups)
        if len({found[i] for i in g}) > 1
    ]
    assert precision >= 0.99, split
    assert f1 >= 0.95, split


def _near_misses() -> Iterator[tuple[str, Told, Told]]:
    """Pairs of formulaic reports of two different meetings: ten facts, four ways of being another meeting each."""
    for fact in [f for f in _facts() if f["kind"] == "meeting" and f["parties"].count(";") == 1][:10]:
        day = date.fromisoformat(fact["when"])
        who = [_party(n.strip()) for n in fact["parties"].split(";")]
        here = _tell(fact, day, who, fact["when"])
        after = day + timedelta(days=1)
        yield f"{fact['when']} the next day", here, _tell(fact, after, who, after.isoformat())
        phoned = _tell(fact, day, who, fact["when"], form="remote", placed=False)
        yield f"{fact['when']} by phone", _tell(fact, day, who, fact["when"], form="in_person"), phoned
        other = [who[0], person("Somebody Else", "Elsewhere")]
        yield f"{fact['when']} another counterpart", here, _tell(fact, day, other, fact["when"])
        month = date(day.year + (day.month == 12), day.month % 12 + 1, 15)
        yield f"{fact['when']} another month", here, _tell(fact, month, who, month.isoformat()[:7], placed=False)


NEAR_MISSES = list(_near_misses())


def test_there_are_forty_near_misses():
    assert len(NEAR_MISSES) == 40


@pytest.mark.parametrize(("one", "other"), [p[1:] for p in NEAR_MISSES], ids=[p[0] for p in NEAR_MISSES])
def test_near_miss_stays_apart(one, other):
    assert len(derive([one[0], other[0]], [one[1], other[1]]).meetings) == 2
