"""Puts the names layer of an article together: spots, names, descriptions, pronouns, and who each of them is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from parley.knowledge import Knowledge, slug
from parley.model.article import Article
from parley.model.party import Party, Place
from parley.model.reading import Mention, MentionForm, MentionKind, TimeExpression
from parley.reading.names.bodies import Bodies
from parley.reading.names.context import Context, entity_party, state_party
from parley.reading.names.dates import Dates
from parley.reading.names.descriptions import Description, Scanner
from parley.reading.names.gathering import Gatherer, told_of
from parley.reading.names.people import People, Person
from parley.reading.names.spans import NameFinder, NameSpan
from parley.reading.names.spelling import Spellings
from parley.reading.names.spots import find_spots, head_of, named_parties, opens_report
from parley.reading.names.spotting import spotter
from parley.reading.names.structure import attach, country_of, is_full, quotation_numbers, sentence_numbers
from parley.reading.names.usage import capital_acts, is_place
from parley.reading.names.vocabulary import (
    GOVERNING,
    PREDECESSORS,
    PRONOUNS,
    REBELS,
    SEATS,
    STAFF,
    words,
)
from parley.syntax.sides import TALKING, find_sides
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A speaker named after a quotation stands within so many tokens of its end ("..., the tired Macron said").
SPEAKER_TOKENS = 5
# A title takes up so many tokens at most between "the government of" and the name of who leads it.
_TITLE_TOKENS = 4
# Names of things, not of bodies that act: the parser calls them organisations all the same.
_NOT_BODIES = words(
    "agreements, session, covid-19, programme, program, project, pact, framework, communique, war, peace, "
    "ceasefire, cease-fire, meeting, statement, format, law, charter, prize, day, agreement, treaty, accord, "
    "accords, act, protocol, protocols, summit, conference, talks, deal, memorandum, declaration, resolution, "
    "convention, constitution, plan, roadmap, process, initiative"
)


class Layer:
    """The names layer of one article in the making."""

    def __init__(self, article: Article, doc: Doc, times: Sequence[TimeExpression], knowledge: Knowledge) -> None:
        self._article, self._doc, self._knowledge = article, doc, knowledge
        self._sentence_of, self._quote_of = sentence_numbers(doc), quotation_numbers(doc)
        self._dates = Dates(doc, times, article.published, self._sentence_of)
        self._spots = find_spots(doc, knowledge)
        self._bodies = Bodies(self._spots, list(spotter(knowledge).spots(article.title or "")))
        self._people = People(knowledge, self._bodies.states)
        self._context = Context(doc, self._people, knowledge, self._sentence_of, self._quote_of)
        self._context.conflict = find_sides(doc, list(named_parties(doc, self._spots)))
        self._covered = [False] * (len(doc) + 1)
        self._mentions: list[Mention] = []
        self._names: list[NameSpan] = []
        self._spellings = Spellings()
        self._quote_ends = {quote: i + 1 for i, quote in enumerate(self._quote_of)}

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, sorted by where they begin, none inside another."""
        descriptions = list(Scanner(self._doc, self._spots).descriptions())
        names = NameFinder(self._doc, self._spots, self._knowledge).spans(descriptions)
        beside = attach(self._doc, names, descriptions, self._spots)
        self._names = names
        gatherer = Gatherer(self._doc, self._people, self._knowledge, self._dates, self._bodies.states)
        gatherer.gather(names, descriptions, self._bodies.titled)
        self._context.prominence = gatherer.prominence(names)
        self._context.main_states = [name for name, _ in self._bodies.home_states.most_common()]
        titles = {id(n.title) for n in names if n.title}
        steps: list[tuple[int, int, Callable[[], None]]] = []
        steps += [(n.title.first if n.title else n.first, 0, partial(self._name, n)) for n in names]
        steps += [
            (d.first, 1, partial(self._description, d, beside.get(id(d)))) for d in descriptions if id(d) not in titles
        ]
        steps += [(t.i, 2, partial(self._pronoun, t)) for t in self._doc if t.lower_ in PRONOUNS]
        steps += [(i, 3, partial(self._spot, i)) for i in self._spots]
        for entity in self._doc.ents:
            first, end = self._trim(entity.start, entity.end)
            steps.append((first, 4, partial(self._entity, first, end, entity.label_)))
        for _, _, step in sorted(steps, key=lambda s: s[:2]):
            step()
        return tuple(sorted(map(self._as_spelt, self._mentions), key=lambda m: (m.start, m.end)))

    def sides(self) -> tuple[Party, ...]:
        """The two sides of what the article is about, under the names it writes; to be asked after `mentions`."""
        return tuple(map(self._spellings.party, self._context.conflict.main))

    def _as_spelt(self, mention: Mention) -> Mention:
        """A mention with its parties under the names the article writes."""
        parties = tuple(map(self._spellings.party, mention.parties))
        return mention if parties == mention.parties else replace(mention, parties=parties)

    # -- one kind of mention each -----------------------------------------------------------------------------------

    def _name(self, span: NameSpan) -> None:
        when = self._dates.at(span.first)
        if span.title is None and self._two_people(span.first, span.end):
            return
        title = span.title or span.apposition
        person = self._person(span, title, when)
        if person is None:
            return
        told_of(person, title, country_of(title) or span.home)
        if span.style and not person.gender:
            person.gender = span.style
        first = span.first
        if span.title is not None and span.title.kind != "many":
            first = span.title.first
            while first < span.first and self._doc[first].lower_ in _LEFT_OUT:
                first += 1
        head = head_of(self._doc, span.first, span.end)
        party = self._people.party(person, when)
        if self._add(first, span.end, "person", "name", (party,)):
            self._context.tell(head, (party,), person)
            if person.known:
                self._spellings.person(person.name, span.name)

    def _two_people(self, first: int, end: int) -> bool:
        """Enters the two people whom a hyphen joins before a word for their talk: "the Trump-Putin summit"."""
        name = self._doc[first:end].text
        parts = name.split("-")
        follower = self._doc[end].lower_ if end < len(self._doc) else ""
        if len(parts) != 2 or " " in name or follower not in TALKING or self._knowledge.people_called(name):
            return False
        when = self._dates.at(first)
        called = [next(iter(self._people.called(p)), None) or self._people.known_by_surname(p, when) for p in parts]
        two = tuple(self._people.party(person, when) for person in called if person is not None)
        if len(two) != 2 or not self._add(first, end, "person", "name", two):
            return False
        self._context.tell(head_of(self._doc, first, end), two)
        return True

    def _person(self, span: NameSpan, title: Description | None, when: str | None) -> Person | None:
        office = title.office if title and title.kind == "one" else None
        country = country_of(title) or span.home
        if is_full(span.name) or self._knowledge.person(span.name) is not None:
            return self._people.full(span.name, office, country, when)
        called = [p for p in self._people.called(span.name) if not (span.style and p.gender and p.gender != span.style)]
        if office and country and len(called) > 1:
            called = [p for p in called if self._people.holds(p, office, country, when)] or called
        if called:
            before = (e.person for e in self._context.before(span.first) if e.person in called)
            return next(before, None) or called[0]
        known = self._people.known_by_surname(span.name, when, office, country)
        if known is not None:
            return known
        if not span.sure and title is None and span.style is None:
            return None
        return self._people.full(span.name)

    def _description(self, d: Description, beside: NameSpan | None) -> None:
        if any(self._covered[i] for i in range(d.first, d.end)):
            return
        when = self._dates.at(d.first)
        parties, person = self._described(d, beside, when)
        first = d.first
        kind: MentionKind = "person"
        if d.kind in ("acting", "sides"):
            kind = parties[0].kind if parties else "group"
        elif parties:
            kind = parties[0].kind
        if not parties and d.titled and not d.owners:
            return
        if d.possessive is not None:
            first = d.possessive + 1
        if self._add(first, d.end, kind, "description", parties) and parties:
            self._context.tell(self._doc[d.head], parties, person, "description")

    def _described(
        self, d: Description, beside: NameSpan | None, when: str | None
    ) -> tuple[tuple[Party, ...], Person | None]:
        person: Person | None = None
        if d.kind == "acting" and d.of_sides:
            return self._context.several(d, when), None
        if d.kind == "acting":
            owners = d.owners
            if d.words in REBELS:  # "Nepal's rebels" are not Nepal, "Colombia's FARC rebels" are the FARC
                owners = [e for e in owners if e.kind == "group"]
            parties = tuple(dict.fromkeys(entity_party(e) for e in owners))
            return parties or self._bodies.of(d, self._context, self._state_led(d)), None
        if d.kind == "sides":
            return self._context.sides(d), None
        if d.kind == "many" and d.owners and self._is_of_staff(d):
            return tuple(dict.fromkeys(entity_party(e) for e in d.owners)), None
        if d.kind == "many":
            return self._context.several(d, when), None
        if beside is not None:
            person = self._person(beside, d, when)
        elif d.kind == "counterpart":
            person = self._context.counterpart(d, when)
        elif d.kind == "predecessor":
            person = self._context.neighbour_in_office(d, PREDECESSORS[d.words], when)
        else:
            person = self._context.holder(d, when)
        return ((self._people.party(person, when),), person) if person else ((), None)

    def _is_of_staff(self, d: Description) -> bool:
        """Whether only those who act for people are told of: "advisers to the leaders of Israel and Lebanon"."""
        before = [t.lower_ for t in self._doc[max(d.first - 2, 0) : d.first]]
        return len(before) == 2 and before[0] in STAFF and before[1] in ("to", "of", "from", "for")

    def _state_led(self, d: Description) -> str | None:
        """Whose state "the government of President Maduro" is."""
        if d.words not in GOVERNING or d.end >= len(self._doc) or self._doc[d.end].lower_ != "of":
            return None
        for span in self._names_from(d.end + 1, d.end + 1 + _TITLE_TOKENS):
            person = self._person(span, span.title, self._dates.at(span.first))
            if person is not None and person.country in self._knowledge.states:
                return person.country
        return None

    def _pronoun(self, token: Token) -> None:
        if self._covered[token.i]:
            return
        number, gender = PRONOUNS[token.lower_]
        if number == "many":
            parties = self._context.plural(token)
            if parties and self._add(token.i, token.i + 1, parties[0].kind, "pronoun", parties):
                self._context.tell(token, parties, None, "pronoun")
            return
        person = self._context.pronoun(token, gender, self._speakers(token))
        if person is None:
            return
        if gender and not person.gender:
            person.gender = gender
        party = self._people.party(person, self._dates.at(token.i))
        if self._add(token.i, token.i + 1, "person", "pronoun", (party,)):
            self._context.tell(token, (party,), person, "pronoun")

    def _speakers(self, token: Token) -> frozenset[str]:
        """The one who speaks the quotation a pronoun stands in, as far as the words around it name him."""
        quote = self._quote_of[token.i]
        if not quote:
            return frozenset()
        after = self._quote_ends[quote]
        following = self._names_from(after, after + SPEAKER_TOKENS)
        said = {p.name for span in following for p in self._people.called(span.name.split()[-1])}
        speakers = (
            entry.parties[0].name
            for entry in self._context.before(token.i)[:8]
            if entry.quoted != quote
            and entry.sentence == self._sentence_of[token.i]
            and entry.subject
            and len(entry.parties) == 1
        )
        return frozenset(speakers) | said

    def _names_from(self, first: int, end: int) -> list[NameSpan]:
        """The names of people that begin between two tokens."""
        low = bisect_left(self._names, first, key=lambda span: span.first)
        return self._names[low : bisect_left(self._names, end, key=lambda span: span.first)]

    def _spot(self, i: int) -> None:
        spot, end = self._spots[i]
        if any(self._covered[j] for j in range(i, end)):
            return
        head = head_of(self._doc, i, end)
        state = next((s for s in spot.senses if s.entity and s.entity.kind == "state"), None)
        body = spot.named("organisation", "group")
        if body and body.entity and not (state and state.use == "name"):
            party = entity_party(body.entity)
            seat = SEATS.get(body.entity.name)
            if seat is not None and is_place(head):
                self._add(i, end, "place", "name", (), self._place(seat))
                return
            if body.entity.name == "UN Security Council" and not self._tells_of_un():
                party = Party(name=spot.text, id=f"organisation:{slug(spot.text)}", kind="organisation")
            if self._add(i, end, body.entity.kind, "name", (party,)):
                self._context.tell(head, (party,))
                self._spellings.body(body.entity, spot.text)
        elif state and state.entity:
            self._state(i, end, head, state.entity.name, state.use, spot.text)
        elif place := spot.sense("place"):
            self._add(i, end, "place", "name", (), self._place(place.place or spot.text))

    def _tells_of_un(self) -> bool:
        """Whether the article names the United Nations; else "the Security Council" is a state's own."""
        return any(
            s.entity and s.entity.name == "United Nations" for spot, _ in self._spots.values() for s in spot.senses
        )

    def _state(self, i: int, end: int, head: Token, name: str, use: str, text: str) -> None:
        party = state_party(name)
        after = end + (end < len(self._doc) and self._doc[end].lower_ in ("'s", "’s"))
        if after < len(self._doc) and self._doc[after].lower_ == "capital" and use in ("adjective", "name"):
            capitals = self._knowledge.states[name].capitals
            if capitals and self._add(i, after + 1, "place", "description", (), self._place(capitals[0])):
                return
        if use in ("adjective", "people"):
            if self._add(i, end, "state", "description" if use == "adjective" else "name", (party,)):
                self._context.tell(head, (party,), None, "description")
            return
        if use == "capital":
            city = self._place(text)
            if capital_acts(head) and not opens_report(self._doc, i, end):
                if self._add(i, end, "state", "name", (party,), city):
                    self._context.tell(head, (party,))
            else:
                self._add(i, end, "place", "name", (), city)
            return
        known = self._knowledge.states[name]
        within = None if known.iso2 else self._knowledge.places.named(name)
        place = within or Place(name=name, country=name)
        if is_place(head):
            self._add(i, end, "place", "name", (), place)
        elif self._add(i, end, "state", "name", (party,), place):
            self._context.tell(head, (party,))

    def _entity(self, first: int, end: int, label: str) -> None:
        """What the parser found and the knowledge data do not have: organisations and places."""
        if first >= end or any(self._covered[i] for i in range(first, end)):
            return
        words = self._doc[first:end]
        text = words.text
        if "\n" in text or not text[:1].isupper() or len(text) < 2:
            return
        if self._two_people(first, end):
            return
        if label in ("GPE", "LOC"):
            place = self._knowledge.places.named(text, self._bodies.states)
            if place is not None or (label == "GPE" and not words[0].is_sent_start):
                named = place.model_copy(update={"name": text}) if place else Place(name=text)
                self._add(first, end, "place", "name", (), named)
        elif label == "ORG" and self._is_somebody(end) and len(words) == 1:
            person = self._people.full(text)
            party = self._people.party(person, self._dates.at(first))
            if self._add(first, end, "person", "name", (party,)):
                self._context.tell(words[0], (party,), person)
        elif label == "ORG" and not any(t.lower_ in _NOT_BODIES for t in words):
            if len(words) == 1 and (len(text) < 2 or (words[0].is_sent_start and not text.isupper())):
                return
            if len(words) == 1 and text.isupper() and self._in_capitals(first):
                return
            party = Party(name=text, id=f"organisation:{slug(text)}", kind="organisation")
            if self._add(first, end, "organisation", "name", (party,)):
                self._context.tell(head_of(self._doc, first, end), (party,))

    def _is_somebody(self, end: int) -> bool:
        """Whether a relative "who" follows a name."""
        return end + 1 < len(self._doc) and self._doc[end].text == "," and self._doc[end + 1].lower_ == "who"

    def _trim(self, first: int, end: int) -> tuple[int, int]:
        """A stretch without the article before it and a genitive or punctuation after it."""
        doc = self._doc
        while first < end and (doc[first].lower_ in ("the", "a", "an") or not doc[first].text[:1].isalnum()):
            first += 1
        while end > first and (doc[end - 1].lower_ in ("'s", "’s", "s") or not doc[end - 1].text[-1:].isalnum()):
            end -= 1
        return first, end

    def _in_capitals(self, i: int) -> bool:
        """Whether a word in capitals is a heading or part of one, and so no acronym."""
        before, after = self._doc[i - 1] if i else None, self._doc[i + 1] if i + 1 < len(self._doc) else None
        alone = (before is None or before.is_space) and (after is None or after.is_space)
        return alone or any(t is not None and t.is_alpha and len(t) > 1 and t.text.isupper() for t in (before, after))

    # -- helpers ----------------------------------------------------------------------------------------------------

    def _place(self, name: str) -> Place:
        place = self._knowledge.places.named(name, self._bodies.states)
        country = self._knowledge.state_of_capital(name)
        state = self._knowledge.states.get(country or "")
        if state is not None and state.iso2 is None and place is not None:
            country = place.country  # the capital of a territory lies in the state that holds or claims it
        if country and (place is None or place.country != country):
            return Place(name=name, country=country)
        return place.model_copy(update={"name": name}) if place else Place(name=name)

    def _add(
        self,
        first: int,
        end: int,
        kind: MentionKind,
        form: MentionForm,
        parties: tuple[Party, ...],
        place: Place | None = None,
    ) -> bool:
        """Enters a mention of the tokens `first` to `end` unless one of them is taken."""
        if first >= end or any(self._covered[i] for i in range(first, end)):
            return False
        for i in range(first, end):
            self._covered[i] = True
        start, stop = self._doc[first].idx, self._doc[end - 1].idx + len(self._doc[end - 1])
        self._mentions.append(Mention(start, stop, text_of(self._doc)[start:stop], kind, form, parties, place))
        return True


_LEFT_OUT = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that"})
