"""The people of one article: full names gathered, surnames matched to them, the rest looked up at the date told of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from parley.knowledge import Entity, Knowledge, Term, fold, slug, surname_keys
from parley.knowledge.base import PARTICLES
from parley.knowledge.offices import HEADS_OF_STATE, general_office
from parley.model.party import Party
from parley.reading.names.vocabulary import AMBIGUOUS_SURNAMES, GIVEN_ALONE, WOMENS_NAMES

# A lone surname of somebody known is believed when they held an office within this many years of what is told.
YEARS_AROUND = 12
# Articles name fewer people than this; in a book-long text only the first so many are candidates far back.
LOOKED_THROUGH = 200


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in the article. `offices` are (office, country or organisation, former) as the article gives them."""

    name: str
    country: str | None = None
    gender: str | None = None
    known: bool = False
    offices: list[tuple[str, str | None, bool]] = field(default_factory=list)
    role: str | None = None

    def tell(self, office: str | None, country: str | None, *, former: bool = False) -> None:
        """Takes note of an office and country the article gives the person."""
        if country and not self.country:
            self.country = country
        if office and (office, country, former) not in self.offices:
            self.offices.append((office, country, former))


class People:
    """The people of one article."""

    def __init__(self, knowledge: Knowledge, countries: Iterable[str] = ()) -> None:
        self._knowledge = knowledge
        self.countries = frozenset(countries)
        self._by_name: dict[str, Person] = {}
        self._by_key: dict[str, list[Person]] = {}
        self._everybody: list[Person] = []

    def all(self) -> list[Person]:
        """The people named first, in the order they came in; of a long list only so many."""
        return self._everybody[:LOOKED_THROUGH]

    def full(self, name: str, office: str | None = None, country: str | None = None, when: str | None = None) -> Person:
        """The person of a full name: one known under a spelling of it, one the article named before, or a new one."""
        key = fold(name)
        if key in self._by_name:
            return self._by_name[key]
        known = self._knowledge.person(name) or self._holder_called(name, office, country, when)
        if known is not None:
            person = self._by_name.get(fold(known.name))
            if person is None:
                person = self._enter(Person(known.name, known.country, known.gender or _gender(known.name), known=True))
            self._by_name[key] = person
            return person
        turned = " ".join(reversed(key.split()))
        if turned in self._by_name and turned != key:  # lists of people put the surname first
            return self._by_name[turned]
        longer = self._longer(key)
        if longer is not None:
            self._by_name[key] = longer
            return longer
        return self._enter(Person(name, gender=_gender(name)))

    def _holder_called(self, name: str, office: str | None, country: str | None, when: str | None) -> Entity | None:
        """The known holder of the office given, when surname and first letter agree (another spelling of a name)."""
        if not (office and country and when):
            return None
        last = fold(name).split()[-1]
        for term in self._knowledge.offices.holders(country, office, when):
            if fold(term.person).split()[-1] == last and fold(term.person)[0] == fold(name)[0]:
                return self._knowledge.people[term.person]
        return None

    def _longer(self, key: str) -> Person | None:
        """Somebody whose name has all the words of this one in the same order, first and last included."""
        words = key.split()
        for person in self._by_key.get(words[-1], ()):
            longer = fold(person.name).split()
            if longer[0] == words[0] and longer[-1] == words[-1] and set(words) <= set(longer):
                return person
        return None

    def _enter(self, person: Person) -> Person:
        self._by_name[fold(person.name)] = person
        self._everybody.append(person)
        words = fold(person.name).split()
        spellings = self._knowledge.spellings(person.name) if person.known else [person.name]
        keys = dict.fromkeys(key for s in spellings for key in surname_keys(s, person.country))
        middle = words[-2:-1] if len(words) > 2 and len(words[-2]) > 3 and words[-2] not in PARTICLES else []
        for key in (*keys, words[0], words[-1], *middle):
            if person not in self._by_key.setdefault(key, []):
                self._by_key[key].append(person)
        return person

    def called(self, surname: str) -> list[Person]:
        """Those of the article who can be called by this word or these words alone, first names last."""
        key = fold(surname)
        found = self._by_key.get(key, [])
        return sorted(found, key=lambda p: fold(p.name).split()[0] == key and len(p.name.split()) > 1 and not p.known)

    def known_by_surname(
        self, surname: str, when: str | None, office: str | None = None, country: str | None = None
    ) -> Person | None:
        """Somebody known who is called so, was in office around the date, and belongs to a country of the article."""
        ranked: list[tuple[int, str]] = []
        for name in self._knowledge.people_called(surname):
            rank = self._rank(name, when, office, country)
            if rank is not None:
                ranked.append((rank, name))
        if not ranked:
            return None
        ranked.sort(key=lambda pair: pair[0])
        if fold(surname) in AMBIGUOUS_SURNAMES and not office and ranked[0][0] >= 100:
            return None
        if fold(surname) in GIVEN_ALONE and not office:
            return None
        return self.full(ranked[0][1])

    def _rank(self, name: str, when: str | None, office: str | None, country: str | None) -> int | None:
        terms = self._knowledge.offices.of_person(name)
        entity = self._knowledge.people[name]
        if country and country not in {entity.country, *(t.country for t in terms)}:
            return None
        if office and office != "leader" and terms:
            offices = {general_office(t.office) for t in terms}
            if general_office(office) not in offices and country is None:
                return None
        rank = 0 if entity.country in self.countries or any(t.country in self.countries for t in terms) else 100
        if not terms:
            return rank + 40 if rank == 0 else None
        if when is None:
            return rank + min(self._knowledge.weight(t) for t in terms)
        year = int(when[:4])
        distance = min(_years_from(t, year) for t in terms)
        if distance > YEARS_AROUND:
            return None
        current = self._knowledge.offices.held_by(name, when)
        if office and any(general_office(t.office) == general_office(office) for t in current):
            rank -= 50
        weight = min(self._knowledge.weight(t) for t in (current or terms))
        return rank + 2 * distance + weight + (0 if current else 10)

    def party(self, person: Person, when: str | None) -> Party:
        """The person as a party at a date: with the office held then, else the one the article gives."""
        term = self._knowledge.office_of(person.name, when) if when and person.known else None
        office = term.office if term else next((o for o, _, former in person.offices if o and not former), person.role)
        country = person.country
        if term and term.country in self._knowledge.states:
            country = term.country
        return Party(name=person.name, id=f"person:{slug(person.name)}", kind="person", country=country, office=office)

    def holds(
        self, person: Person, office: str, country: str | None, when: str | None, *, former: bool = False
    ) -> bool:
        """Whether a person is, in the article or by the table at the date, the holder of an office."""
        general = general_office(office)
        for told, of, was in person.offices:
            if (
                was == former
                and self._same(told, office)
                and (country is None or of == country or person.country == country)
            ):
                return True
        if not person.known:
            return False
        terms = self._knowledge.offices.of_person(person.name)
        if former:
            return any(_fits(t, general, country) and when and t.end_day <= _first(when) for t in terms)
        if when:
            terms = self._knowledge.offices.held_by(person.name, when)
        if general == "head of state":
            return any((country is None or t.country == country) and t.office in HEADS_OF_STATE for t in terms)
        if general == "leader":
            return any((country is None or t.country == country) and self._knowledge.weight(t) <= 6 for t in terms)
        if country is None and general == "president":  # not of a commission or a court
            terms = [t for t in terms if t.country in self._knowledge.states]
        return any(_fits(t, general, country) for t in terms)

    def _same(self, told: str, asked: str) -> bool:
        told, asked = general_office(told), general_office(asked)
        if told == asked or asked == "leader":
            return told == asked or told in ("president", "prime minister", "monarch", "supreme leader", "crown prince")
        if asked == "envoy":
            return told.startswith("envoy") or "envoy" in told
        return False


def _fits(term: Term, general: str, country: str | None) -> bool:
    if country is not None and term.country != country:
        return False
    own = general_office(term.office)
    return own == general or (general == "envoy" and "envoy" in own) or (general == "negotiator" and "envoy" in own)


def _first(when: str) -> str:
    return when[:10] if len(when) >= 10 else f"{when[:4]}-01-01"


def _years_from(term: Term, year: int) -> int:
    start = int(term.start[:4])
    end = int(term.end[:4]) if term.end else 9999
    return max(0, start - year, year - end)


def _gender(name: str) -> str | None:
    words = fold(name).split()
    return "f" if len(words) > 1 and words[0] in WOMENS_NAMES else None
