"""What has been told so far in an article, and who a description or pronoun means in the light of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.knowledge import Entity, Knowledge, slug
from parley.knowledge.offices import general_office
from parley.model.party import Party
from parley.reading.names.descriptions import Description
from parley.reading.names.people import People, Person
from parley.reading.names.usage import governor
from parley.reading.names.vocabulary import SECRETARIES_UNDER_MINISTERS
from parley.syntax.sides import Sides

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How many mentions back somebody can still be meant by "the two presidents" or "the two sides".
MEMORY = 40
# How many sentences back a pronoun reaches.
PRONOUN_SENTENCES = 3
# How far up a parse a pronoun's verb is looked for; further up it is another clause's.
_STEPS_UP = 8


@dataclass(frozen=True, slots=True)
class Told:
    """One mention in the order of the text: at which token and sentence, of whom, and whether as a subject."""

    token: int
    sentence: int
    parties: tuple[Party, ...]
    person: Person | None
    subject: bool
    form: str
    quoted: int


class Context:
    """Resolves descriptions and pronouns by what was told before and by the table of offices."""

    def __init__(
        self, doc: Doc, people: People, knowledge: Knowledge, sentence_of: list[int], quote_of: list[int]
    ) -> None:
        self._doc = doc
        self._people = people
        self._knowledge = knowledge
        self._sentence_of = sentence_of
        self._quote_of = quote_of
        self.prominence: Counter[str] = Counter()
        self.main_states: list[str] = []
        self.conflict = Sides()
        self.told: list[Told] = []
        self._tokens: list[int] = []

    def tell(self, head: Token, parties: tuple[Party, ...], person: Person | None = None, form: str = "name") -> None:
        """Takes note of a mention. They come in the order of the text, pronouns in between."""
        subject = governor(head).dep_ in ("nsubj", "nsubjpass")
        entry = Told(head.i, self._sentence_of[head.i], parties, person, subject, form, self._quote_of[head.i])
        if self._tokens and head.i < self._tokens[-1]:
            at = bisect_left(self._tokens, head.i)
            self._tokens.insert(at, head.i)
            self.told.insert(at, entry)
        else:
            self._tokens.append(head.i)
            self.told.append(entry)

    def before(self, token: int) -> list[Told]:
        """The last mentions before a token, the nearest first."""
        stop = bisect_left(self._tokens, token)
        return self.told[max(0, stop - MEMORY) : stop][::-1]

    # -- descriptions of one person -------------------------------------------------------------------------------

    def holder(self, d: Description, when: str | None) -> Person | None:
        """Who "the Ukrainian president" is: somebody of the article who holds the office, else by the table."""
        country = d.owners[0].name if d.owners else None
        if (d.open and country is None) or d.determiner in ("a", "an"):
            return None
        if country is None and d.determiner not in ("the", "this", "that") and d.possessive is None:
            return None
        office = self._office_about(d)
        near = [entry.person for entry in self.before(d.first) if entry.person is not None]
        for person in dict.fromkeys(near):
            if self._matches(person, d, office, country, when):
                return person
        if country is None:
            if d.office in ("", "envoy", "negotiator") and not near:
                return None
            rest = [p for p in self._people.all() if self._matches(p, d, office, None, when)]
            return rest[0] if len(rest) == 1 and d.office else None
        for person in self._people.all():
            if self._matches(person, d, office, country, when) and person not in near:
                return person
        return self.by_table(office, country, when, former=d.former)

    def _office_about(self, d: Description) -> str:
        if d.words == "foreign secretary" and d.owners and d.owners[0].name in SECRETARIES_UNDER_MINISTERS:
            return ""
        if d.office == "envoy" and d.about:
            for entity in d.about:
                for term in self._knowledge.offices.of_country(d.owners[0].name) if d.owners else ():
                    if term.office.endswith(entity.name) and "envoy" in term.office:
                        return term.office
        return d.office

    def _matches(self, person: Person, d: Description, office: str, country: str | None, when: str | None) -> bool:
        if not office or (country is None and d.words in ("commander", "chief", "ruler", "strongman")):
            words = d.words
            own = person.role or ""
            alike = own == words or (own.endswith(f" {words}") and words != "minister")
            return alike and (country is None or person.country == country)
        if self._people.holds(person, office, country, when, former=d.former):
            return True
        # "The Palestinian leader" of somebody whom the article made Palestinian and gave no other office.
        return office == "leader" and not person.known and country is not None and person.country == country

    def by_table(self, office: str, country: str, when: str | None, *, former: bool = False) -> Person | None:
        """The holder of an office by the table, None when there is none or no date to ask it with."""
        if not office or when is None:
            return None
        if office == "head of state":
            office = "leader"
        if former:
            terms = [t for t in self._knowledge.offices.terms(country, office) if t.end_day <= when]
            name = max(terms, key=lambda t: t.end_day).person if terms else None
        elif office == "leader":
            name = self._knowledge.leader(country, when)
        else:
            name = self._knowledge.person_at(office, country, when)
        return self._people.full(name) if name else None

    def counterpart(self, d: Description, when: str | None) -> Person | None:
        """Who holds the same office in the other country as the person "his" or the subject stands for."""
        owner = self.possessor(d)
        if owner is None or not d.owners:
            return None
        country = d.owners[0].name
        party = self._people.party(owner, when)
        office = general_office(party.office or "president")
        state = self._knowledge.states.get(owner.country or "")
        leads = state is not None and party.office == state.leading_office(None)
        for person in self._people.all():
            if person is not owner and self._people.holds(person, office, country, when):
                return person
        return self.by_table("leader" if leads else office, country, when) or (
            self.by_table("leader", country, when) if office == "president" else None
        )

    def neighbour_in_office(self, d: Description, step: int, when: str | None) -> Person | None:
        """The predecessor (-1) or successor (1) of the person "his" stands for, by the table."""
        owner = self.possessor(d)
        if owner is None or when is None:
            return None
        term = self._knowledge.office_of(owner.name, when)
        if term is None:
            held = self._knowledge.offices.of_person(owner.name)
            term = held[-1] if held else None
        if term is None:
            return None
        line = sorted(self._knowledge.offices.terms(term.country, term.office), key=lambda t: t.start)
        others = [t for t in line if (t.start < term.start if step < 0 else t.start > term.start)]
        others = [t for t in others if t.person != owner.name]
        if not others:
            return None
        return self._people.full((others[-1] if step < 0 else others[0]).person)

    def possessor(self, d: Description) -> Person | None:
        """The person whom "his" or "her" before a description means."""
        if d.possessive is None and d.first > 1 and self._doc[d.first - 1].lower_ in ("'s", "’s"):
            near = self.before(d.first)
            return near[0].person if near and near[0].token == d.first - 2 else None
        if d.possessive is None:
            return None
        gender = {"his": "m", "her": "f"}.get(self._doc[d.possessive].lower_)
        return self.pronoun(self._doc[d.possessive], gender)

    # -- descriptions of several ----------------------------------------------------------------------------------

    def several(self, d: Description, when: str | None) -> tuple[Party, ...]:
        """Whom "the two presidents", "both leaders" or "leaders of France and Germany" mean."""
        owners = self.members(d.owners)
        if d.titled or d.open:
            return ()
        if d.of_sides or d.possessive is not None:
            owners = self._owners_told(d)
            if not owners:
                return ()
        if owners:
            if not d.office or len(owners) == 1:
                # "Leaders of the TPLF" are several of its people, whom the text does not name: the group itself.
                return tuple(entity_party(e) for e in owners)
            found: list[Party] = []
            for entity in owners:
                if entity.kind == "organisation":
                    found.append(entity_party(entity))
                    continue
                person = self._of_owner(d, entity.name, when)
                found.append(self._people.party(person, when) if person else entity_party(entity))
            return tuple(dict.fromkeys(found))
        wanted = d.number or 2
        for entry in self.before(d.first):
            together = self._persons(entry)
            fits = d.number is None or d.number == len(together)
            if len(together) > 1 and fits and all(self._of_office(p, d.office, when) for p in together):
                return entry.parties
            if entry.person is not None and self._sentence_of[d.first] - entry.sentence > 3:
                break
        chosen: list[Person] = []
        for entry in self.before(d.first):
            for person in self._persons(entry):
                if person not in chosen and self._of_office(person, d.office, when):
                    chosen.append(person)
            if len(chosen) >= wanted:
                break
        if len(chosen) < wanted and (d.number is not None or len(chosen) < 2):
            return self._holders_of_sides(d, wanted, when)
        return tuple(self._people.party(p, when) for p in reversed(chosen[:wanted]))

    def _holders_of_sides(self, d: Description, wanted: int, when: str | None) -> tuple[Party, ...]:
        """Those who hold the office in the states the article is about, all of them or nobody."""
        if not d.office or d.office == "negotiator" or wanted > 4:
            return ()
        sides = self._sides_before(d.first, wanted, states_only=True)
        holders = [self._of_owner(d, side.name, when) for side in sides]
        found = [self._people.party(person, when) for person in holders if person is not None]
        return tuple(dict.fromkeys(found)) if len(found) == wanted else ()

    def members(self, owners: list[Entity]) -> list[Entity]:
        """The owners, a forum replaced by the states that meet in it ("leaders of the Normandy format countries")."""
        found: list[Entity] = []
        for entity in owners:
            states = self._knowledge.members(entity.name)
            found += [Entity(name, "state", name) for name in states] or [entity]
        return list(dict.fromkeys(found))

    def _owners_told(self, d: Description) -> list[Entity]:
        """The states that "their" or "the two countries'" stand for."""
        if d.of_sides:
            return [
                Entity(p.name, p.kind, p.country) for p in self._sides_before(d.first, d.of_sides, states_only=False)
            ]
        if d.possessive is None:
            return []
        parties = self.plural(self._doc[d.possessive])
        states = [side for p in parties if (side := self._side(p, states_only=False))]
        return [Entity(p.name, p.kind, p.country) for p in dict.fromkeys(states)]

    def _of_owner(self, d: Description, country: str, when: str | None) -> Person | None:
        for entry in self.before(d.first):
            if entry.person and self._people.holds(entry.person, d.office, country, when, former=d.former):
                return entry.person
        return self.by_table(d.office, country, when, former=d.former)

    def _persons(self, entry: Told) -> list[Person]:
        if entry.person is not None:
            return [entry.person]
        if entry.form == "pronoun":
            return []
        return [self._people.full(p.name) for p in reversed(entry.parties) if p.kind == "person"]

    def _of_office(self, person: Person, office: str, when: str | None) -> bool:
        if not office:
            return True
        if self._people.holds(person, office, None, None if office == "leader" else when):
            # The president of a commission or a court is not one of "the two presidents".
            return office not in ("president", "leader") or person.country is not None
        return False

    def sides(self, d: Description) -> tuple[Party, ...]:
        """Whom "the two sides" or "both countries" mean: the states and groups told of last, or those of the people."""
        states_only = d.words in ("countries", "nations", "states", "neighbours", "neighbors")
        return self._sides_before(d.first, d.number or 2, states_only=states_only)

    def _sides_before(self, token: int, wanted: int, *, states_only: bool) -> tuple[Party, ...]:
        """The sides meant at a token: those of the last sentences where they are just so many, else the article's main.

        The main sides are those of the conflict where the article shows them, else those told of most; of two told of
        as often, the later. Where it shows them, whoever stands with nobody (a host) is no side nearby either.
        """
        sentence = self._sentence_of[token]
        near: dict[str, Party] = {}
        for entry in self.before(token):
            if sentence - entry.sentence > 1:
                break
            near.update((s.id, s) for s in self._sides_of(entry, states_only))
        if self.conflict.main:
            near = {key: side for key, side in near.items() if key in self.conflict.paired}
        if len(near) == wanted:
            return tuple(reversed(list(near.values())))
        states = all(party.kind == "state" for party in self.conflict.main)
        if len(self.conflict.main) == wanted and (states or not states_only):
            return self.conflict.main
        counts: Counter[str] = Counter()
        sides: dict[str, Party] = {}
        for entry in self.before(token):
            for side in self._sides_of(entry, states_only):
                counts[side.id] += 1
                sides[side.id] = side
        counts.update({key: n for key, n in self.prominence.items() if key in counts or not states_only})
        main = [key for key, _ in counts.most_common() if key in sides][:wanted]
        if not main and len(self.main_states) >= wanted:
            return tuple(state_party(name) for name in self.main_states[:wanted])
        if len(main) < wanted:
            return ()
        return tuple(sides[key] for key in main)

    def _sides_of(self, entry: Told, states_only: bool) -> list[Party]:
        if entry.form == "pronoun":
            return []
        return [side for party in entry.parties if (side := self._side(party, states_only=states_only))]

    def _side(self, party: Party, *, states_only: bool) -> Party | None:
        if party.kind == "state" or (party.kind == "group" and not states_only):
            return party
        if party.kind == "person" and party.country and party.country in self._knowledge.states:
            return state_party(party.country)
        return None

    # -- pronouns -------------------------------------------------------------------------------------------------

    def pronoun(self, token: Token, gender: str | None, not_these: frozenset[str] = frozenset()) -> Person | None:
        """The person a singular pronoun means: of the right gender, near, best a subject; None when nobody fits."""
        sentence, quoted = self._sentence_of[token.i], self._quote_of[token.i]
        best: tuple[float, Person] | None = None
        for nearness, entry in enumerate(self.before(token.i)):
            if sentence - entry.sentence > PRONOUN_SENTENCES:
                break
            for person in [entry.person] if entry.person else self._lone(entry):
                if person.name in not_these or (gender and person.gender and person.gender != gender):
                    continue
                if self._same_verb(token, entry):
                    continue
                score = -2.0 * (sentence - entry.sentence) + (1.5 if entry.subject else 0.0) - 0.1 * nearness
                if gender == "f" and person.gender is None:
                    score -= 1.5
                if entry.form == "pronoun":
                    score += 0.5
                if quoted and entry.quoted != quoted and entry.sentence == sentence:
                    score -= 1.5
                if best is None or score > best[0]:
                    best = (score, person)
        return best[1] if best else None

    def _lone(self, entry: Told) -> list[Person]:
        if len(entry.parties) == 1 and entry.parties[0].kind == "person":
            return [self._people.full(entry.parties[0].name)]
        return []

    def _same_verb(self, token: Token, entry: Told) -> bool:
        """Whether the pronoun is the object of the verb that the other is the subject of ("Putin met him")."""
        if token.dep_ not in ("dobj", "dative", "pobj") or token.lower_ in ("himself", "herself", "themselves"):
            return False
        first = governor(self._doc[entry.token])
        return first.dep_ in ("nsubj", "nsubjpass") and first.head.i == _verb_over(token)

    def plural(self, token: Token) -> tuple[Party, ...]:
        """Whom "they" means: those told of together last, else the last two people, else the last side."""
        sentence = self._sentence_of[token.i]
        recent = [
            e
            for e in self.before(token.i)
            if sentence - e.sentence <= 2 and e.parties and not self._same_verb(token, e)
        ]
        together: dict[int, list[Told]] = {}
        joined: dict[int, list[Party]] = {}
        several = [e for e in recent if len(e.parties) > 1]
        for entry in several:
            if entry.subject and entry.sentence == several[0].sentence:
                return entry.parties
        for entry in recent:
            if len(entry.parties) > 1:
                return entry.parties
            group = joined.setdefault(governor(self._doc[entry.token]).i, [])
            if entry.parties[0] not in group:
                group.append(entry.parties[0])
            together.setdefault(entry.sentence, []).append(entry)
        for group in joined.values():
            if len(group) > 1 and len({p.kind for p in group}) == 1:
                return tuple(reversed(group))
        for number in sorted(together, reverse=True):
            people = [e for e in together[number] if e.parties[0].kind == "person"]
            subjects = list(dict.fromkeys(e.parties[0] for e in reversed(people) if e.subject))
            if len(subjects) > 1:
                return tuple(subjects)
            everybody = list(dict.fromkeys(e.parties[0] for e in reversed(people)))
            if len(everybody) == 2:
                return tuple(everybody)
            sides = [e for e in together[number] if e.parties[0].kind != "person" and e.subject]
            if sides:
                return sides[-1].parties
        return ()


def _verb_over(token: Token) -> int:
    """The place of the verb a token depends on, directly or through prepositions and nouns."""
    for _ in range(_STEPS_UP):
        if token.head.i == token.i or (token.pos_ in ("VERB", "AUX") and token.dep_ != "xcomp"):
            break
        token = token.head
    return token.i


def entity_party(entity: Entity) -> Party:
    """A known entity as a party."""
    return Party(name=entity.name, id=entity.id, kind=entity.kind, country=entity.country)


def state_party(name: str) -> Party:
    """A state as a party, by its short English name."""
    return Party(name=name, id=f"state:{slug(name)}", kind="state", country=name)
