"""All that is known, in one object with the look-ups: names, people, offices at dates, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from parley.knowledge.entities import Entity, State, state_of_row
from parley.knowledge.offices import Offices, Term
from parley.knowledge.places import Places
from parley.knowledge.tables import Row, fold, rows, several

# Countries whose people are called by the first word of their names, as a family name (Xi Jinping, Kim Jong Un).
FAMILY_NAME_FIRST = frozenset(
    {"China", "Taiwan", "Hong Kong", "North Korea", "South Korea", "Vietnam", "Cambodia", "Singapore", "Hungary"}
) - {"Hungary"}  # English writes Hungarian names the other way round
# Countries where the first word is the person's own name and the one used alone (Abiy, Isaias).
OWN_NAME_USED = frozenset({"Ethiopia", "Eritrea", "Iceland", "Myanmar", "Malaysia", "Somalia"})


# Letters that agencies without them spell out: "Roed-Larsen", "Schroeder", "Soereide".
_SPELT_OUT = str.maketrans(
    {"ø": "oe", "Ø": "Oe", "ö": "oe", "Ö": "Oe", "ü": "ue", "Ü": "Ue", "ä": "ae", "å": "aa", "æ": "ae"}
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word or phrase: which entity, and as what ("Kyiv" is Ukraine's capital, "Russian" an adjective).

    `use` is `name`, `adjective`, `people`, `capital` or `place`.
    """

    entity: Entity | None
    use: str
    place: str | None = None


class Knowledge:
    """Facts on states, people, offices, organisations and places, with the look-ups.

    Args:
        additions: Rows by table name ("offices", "people", "states", "organisations", "places") that a user adds.
    """

    def __init__(self, additions: dict[str, list[Row]] | None = None) -> None:
        self._added = additions or {}

    def _rows(self, table: str) -> Iterator[Row]:
        yield from rows(f"{table}.tsv")
        yield from self._added.get(table, ())

    # -- states -------------------------------------------------------------------------------------------------

    @cached_property
    def states(self) -> dict[str, State]:
        """The states by short English name."""
        return {row["name"]: state_of_row(row) for row in self._rows("states")}

    def state(self, word: str) -> str | None:
        """The short English name of the state a name, adjective, people or capital stands for."""
        for sense in self.senses(word):
            if sense.entity and sense.entity.kind == "state":
                return sense.entity.name
        return None

    def state_of_capital(self, city: str) -> str | None:
        """The state whose government a city's name stands for ("Moscow" -> "Russia")."""
        return next((s.entity.name for s in self.senses(city) if s.use == "capital" and s.entity), None)

    def state_of_demonym(self, word: str) -> str | None:
        """The state an adjective or the name of a people belongs to ("Russian", "Poles")."""
        found = (s.entity.name for s in self.senses(word) if s.use in ("adjective", "people") and s.entity)
        return next(found, None)

    # -- organisations and groups --------------------------------------------------------------------------------

    @cached_property
    def organisations(self) -> dict[str, Entity]:
        """The organisations and armed groups by name."""
        return {
            row["name"]: Entity(
                row["name"], "group" if row["kind"] == "group" else "organisation", row["country"] or None
            )
            for row in self._rows("organisations")
        }

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        return {
            row["name"]: tuple(several(row["members"])) for row in self._rows("organisations") if row.get("members")
        }

    def members(self, forum: str) -> tuple[str, ...]:
        """The states that meet in a small forum such as the Normandy format; empty for anything else."""
        return self._members.get(forum, ())

    # -- people and offices --------------------------------------------------------------------------------------

    @cached_property
    def offices(self) -> Offices:
        """All terms of office."""
        return Offices(
            Term(
                country=row["country"],
                office=row["office"],
                person=row["person"],
                start=row["start"],
                end=row["end"] or None,
                gap=row["note"].startswith("gap"),
                source=row["source"],
            )
            for row in self._rows("offices")
        )

    @cached_property
    def people(self) -> dict[str, Entity]:
        """The known people by full name."""
        found: dict[str, Entity] = {}
        for row in self._rows("offices"):
            first = found.get(row["person"])
            if first is None or (first.country is None and row["country"] in self.states):
                organisation = self.organisations.get(row["country"])
                country = organisation.country if organisation else row["country"]
                found[row["person"]] = Entity(row["person"], "person", country)
        for row in self._rows("people"):
            known = found.get(row["name"])
            home = row["country"] or (known.country if known else None)
            gender: Literal["m", "f"] | None = "f" if row["gender"] == "f" else "m" if row["gender"] == "m" else None
            found[row["name"]] = Entity(row["name"], "person", home, gender)
        return found

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        spellings: dict[str, list[str]] = {name: [name] for name in self.people}
        for row in self._rows("people"):
            spellings.setdefault(row["name"], [row["name"]]).extend(several(row["aliases"]))
        for person, known in spellings.items():
            known.extend(other for name in list(known) if (other := name.translate(_SPELT_OUT)) != name)
            if self.people[person].country in FAMILY_NAME_FIRST:
                known.extend(other for name in list(known) if (other := _hyphen_moved(name)) not in known)
        return spellings

    def spellings(self, person: str) -> list[str]:
        """The spellings of a known person's name, the usual one first."""
        return self._spellings.get(person, [person])

    @cached_property
    def _by_surname(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for name, entity in self.people.items():
            for spelling in self._spellings[name]:
                for key in surname_keys(spelling, entity.country):
                    if name not in index.setdefault(key, []):
                        index[key].append(name)
        return index

    def people_called(self, surname: str) -> list[str]:
        """The full names of the known people who are called by a surname, in any spelling."""
        return self._by_surname.get(fold(surname), [])

    def person(self, name: str) -> Entity | None:
        """The known person of a full name in any spelling."""
        return next((s.entity for s in self.senses(name) if s.entity and s.entity.kind == "person"), None)

    def person_at(self, office: str, country: str, when: str) -> str | None:
        """Who held an office of a country or organisation at a date (EDTF); the longer part of it where two did.

        None when nobody known did. "prime minister" finds a chancellor, "foreign minister" a secretary of state.
        """
        held = self.offices.holders(country, office, when)
        if not held and office == "leader":
            return self.leader(country, when)
        return held[0].person if held else None

    def office_of(self, person: str, when: str) -> Term | None:
        """The highest office a person held at a date: the one that leads, then heads of state, then others."""
        held = self.offices.held_by(person, when)
        return min(held, key=self.weight) if held else None

    def weight(self, term: Term) -> int:
        """How far from leading a country an office is: 0 leads it, 1 and 2 are at its head, 3 and more below."""
        state = self.states.get(term.country)
        if state and term.office == state.leading_office(term.start if len(term.start) == 10 else None):
            return 0
        order = ("president", "prime minister", "premier", "monarch", "king", "supreme leader", "foreign minister")
        return order.index(term.office) + 1 if term.office in order else len(order) + 1

    def leader(self, country: str, when: str) -> str | None:
        """Who led a country or group at a date."""
        state = self.states.get(country)
        if state is None:
            for office in ("leader", "president", "chairman", "secretary-general", "commander", "chairperson"):
                if held := self.offices.holders(country, office, when):
                    return held[0].person
            return None
        held = self.offices.holders(country, state.leading_office(_day_or_none(when)), when)
        if not held:
            held = self.offices.holders(country, "president", when) or self.offices.holders(
                country, "prime minister", when
            )
        return held[0].person if held else None

    # -- places --------------------------------------------------------------------------------------------------

    @cached_property
    def places(self) -> Places:
        """Cities and regions."""
        return Places(self._rows("places"), {s.iso2: s.name for s in self.states.values() if s.iso2})

    # -- names ---------------------------------------------------------------------------------------------------

    @cached_property
    def _senses(self) -> dict[str, list[Sense]]:
        index: dict[str, list[Sense]] = {}

        def enter(words: Iterable[str], sense: Sense) -> None:
            for word in words:
                known = index.setdefault(fold(word), [])
                if sense not in known:
                    known.append(sense)

        for state in self.states.values():
            entity = Entity(state.name, "state", state.name)
            enter((state.name, *state.aliases), Sense(entity, "name"))
            enter(state.adjectives, Sense(entity, "adjective"))
            enter(state.people, Sense(entity, "people"))
            enter(state.capitals, Sense(entity, "capital", place=state.capitals[0] if state.capitals else None))
        for row in self._rows("organisations"):
            enter((row["name"], *several(row["aliases"])), Sense(self.organisations[row["name"]], "name"))
        for name, person in self.people.items():
            enter(self._spellings[name], Sense(person, "name"))
        for place, aliases in self.places.own_names():
            enter((place, *aliases), Sense(None, "place", place=place))
        for long_name, short in self._long_names():
            if fold(long_name) not in index:
                enter((long_name,), Sense(Entity(short, "state", short), "name"))
        return index

    def _long_names(self) -> Iterator[tuple[str, str]]:
        for state in self.states.values():
            for form in LONG_FORMS:
                yield f"{form} {state.name}", state.name

    @cached_property
    def _names_by_id(self) -> dict[str, str]:
        states = (Entity(name, "state", name) for name in self.states)
        return {entity.id: entity.name for entity in (*self.people.values(), *self.organisations.values(), *states)}

    def name_of(self, entity_id: str) -> str | None:
        """The usual name of an id such as `person:robert-kocharyan`; None when nobody known has it."""
        return self._names_by_id.get(entity_id)

    def senses(self, text: str) -> list[Sense]:
        """The meanings of a name, in any spelling; none when it is not known."""
        return self._senses.get(fold(text), [])

    @cached_property
    def written_names(self) -> list[str]:
        """Every name, alias, adjective and capital as written, for spotting them in a text."""
        names: dict[str, None] = {}
        for state in self.states.values():
            for word in (state.name, *state.aliases, *state.adjectives, *state.people, *state.capitals):
                names[word] = None
        for row in self._rows("organisations"):
            names.update(dict.fromkeys((row["name"], *several(row["aliases"]))))
        for spellings in self._spellings.values():
            names.update(dict.fromkeys(spellings))
        for place, aliases in self.places.own_names():
            names.update(dict.fromkeys((place, *aliases)))
        names.update(dict.fromkeys(name for name, _ in self._long_names()))
        return list(names)


def _hyphen_moved(name: str) -> str:
    """A name of three syllables written the other way: "Moon Jae-in" as "Moon Jae In" and back."""
    words = name.split()
    if len(words) == 2 and words[1].count("-") == 1:
        return " ".join([words[0], *(w.capitalize() for w in words[1].split("-"))])
    if len(words) == 3 and all(w.isalpha() for w in words):
        return f"{words[0]} {words[1]}-{words[2].lower()}"
    return name


def surname_keys(name: str, country: str | None) -> list[str]:
    """The folded words a person can be called by alone, the likeliest first ("Abdel Fattah el-Sisi": sisi, el-sisi)."""
    words = [w for w in fold(name).split() if w not in ("jr.", "jr", "sr.", "ii", "iii", "iv", "vi", "xiv", "xvi")]
    if not words:
        return []
    keys = [words[-1]]
    if country in FAMILY_NAME_FIRST or country in OWN_NAME_USED:
        keys = [words[0], *keys] if len(words) > 1 else keys
        if country in FAMILY_NAME_FIRST:
            keys = keys[:1]
    last = words[-1]
    for particle in ("al-", "el-", "as-", "ash-", "an-"):
        if last.startswith(particle):
            keys.append(last[len(particle) :])
    # "de Mistura", "von der Leyen", "bin Salman", "Al Thani", "Suu Kyi": the surname with what belongs to it.
    start = len(words) - 1
    while start > 0 and words[start - 1] in PARTICLES:
        start -= 1
        keys.append(" ".join(words[start:]))
    if len(words) > 2 and start == len(words) - 1:
        keys.append(" ".join(words[-2:]))
    return keys


# What stands before the short name in the long form of a state's name.
LONG_FORMS = (
    *("Republic of", "Islamic Republic of", "People's Republic of", "Federal Republic of", "Democratic Republic of"),
    *("Arab Republic of", "Federative Republic of", "Socialist Republic of", "Bolivarian Republic of"),
    *("Federal Democratic Republic of", "Democratic Socialist Republic of", "Oriental Republic of"),
    *("Kingdom of", "Hashemite Kingdom of", "State of", "Plurinational State of", "Principality of", "Sultanate of"),
    *("Commonwealth of", "Grand Duchy of", "Union of"),
)

PARTICLES = frozenset(
    {
        "al",
        "el",
        "dela",
        "bin",
        "ibn",
        "ben",
        "de",
        "del",
        "della",
        "der",
        "di",
        "dos",
        "da",
        "du",
        "la",
        "le",
        "ould",
        "van",
    }
    | {"ter", "von", "abu", "abdul", "abdel", "ur", "ul", "bint", "st.", "santa", "san"}
)


def _organisation_kind(cell: str) -> Literal["group", "organisation"]:
    return "group" if cell == "group" else "organisation"


def _day_or_none(when: str) -> str | None:
    return when if len(when) == 10 and when[4] == "-" else None
