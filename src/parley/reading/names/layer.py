"""Puts the names layer of an article together: spots, names, descriptions, pronouns, and who each of them is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from parley.knowledge import Knowledge, slug
from parley.model.article import Article
from parley.model.party import Party, Place
from parley.model.reading import Mention, MentionForm, MentionKind, TimeExpression
from parley.reading.names.context import Context, entity_party, state_party
from parley.reading.names.descriptions import DELEGATION_HEAD, Description, Scanner
from parley.reading.names.people import People, Person
from parley.reading.names.spans import NameFinder, NameSpan
from parley.reading.names.spelling import Spellings
from parley.reading.names.spotting import Spot, spotter
from parley.reading.names.structure import attach, country_of, is_full, quotation_numbers, sentence_numbers
from parley.reading.names.usage import capital_acts, is_place
from parley.reading.names.vocabulary import (
    CAPITALS_WORDS,
    GENERAL_NAMES,
    GOVERNING,
    PREDECESSORS,
    PRONOUNS,
    REBELS,
    SEATS,
    STAFF,
    UNNAMED_BODIES,
    words,
)
from parley.syntax.sides import TALKING, Named, find_sides
from parley.syntax.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A state in the title counts as much as one named so many times in the text.
TITLE_WEIGHT = 3
# A speaker named after a quotation stands within so many tokens of its end ("..., the tired Macron said").
SPEAKER_TOKENS = 5
# A title takes up so many tokens at most between "the government of" and the name of who leads it.
_TITLE_TOKENS = 4
# How far from the start of a paragraph a date stands that heads it ("- July 2001: ...").
HEADING_CHARACTERS = 8
# Names of things, not of bodies that act: the parser calls them organisations all the same.
_NOT_BODIES = words(
    "agreements, session, covid-19, programme, program, project, pact, framework, communique, war, peace, "
    "ceasefire, cease-fire, meeting, statement, format, law, charter, prize, day, agreement, treaty, accord, "
    "accords, act, protocol, protocols, summit, conference, talks, deal, memorandum, declaration, resolution, "
    "convention, constitution, plan, roadmap, process, initiative"
)


# States told of together by halves: "North and South Korea".
_HALVES = {"North Korea": "South Korea", "South Korea": "North Korea"}


class Layer:
    """The names layer of one article in the making."""

    def __init__(self, article: Article, doc: Doc, times: Sequence[TimeExpression], knowledge: Knowledge) -> None:
        self._article, self._doc, self._knowledge = article, doc, knowledge
        self._starts = [t.idx for t in doc]
        self._paragraphs = [0, *(m.end() for m in re.finditer(r"\n", doc.text))]
        self._times = sorted((t.start, t.edtf) for t in times if t.edtf)
        self._sentence_of, self._quote_of = sentence_numbers(doc), quotation_numbers(doc)
        self._spots = self._find_spots()
        self._states = Counter(
            s.entity.name
            for spot, _ in self._spots.values()
            for s in spot.senses
            if s.entity and s.entity.kind == "state"
        )
        groups = Counter(
            e.country for spot, _ in self._spots.values() for s in spot.senses if (e := s.entity) and e.kind == "group"
        )
        self._groups = Counter(
            s.entity for spot, _ in self._spots.values() for s in spot.senses if s.entity and s.entity.kind == "group"
        )
        # A group counts for its country twice: "the government" in news of a rebellion is the one rebelled against.
        self._home_states = self._states + Counter({c: 2 * n for c, n in groups.items() if c})
        self._titled: list[str] = []
        for spot in spotter(knowledge).spots(article.title or ""):
            state = next((s.entity.name for s in spot.senses if s.entity and s.entity.kind == "state"), None)
            self._titled += [spot.text] if spot.named("person") and " " in spot.text else []
            if state is not None:
                self._home_states[state] += TITLE_WEIGHT
        self._people = People(knowledge, self._states)
        self._context = Context(doc, self._people, knowledge, self._sentence_of, self._quote_of)
        self._context.conflict = find_sides(doc, list(self._named()))
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
        self._gather(names)
        self._gather_heads(names, descriptions)
        self._gather_title()
        self._context.prominence = self._prominence(names)
        self._context.main_states = [name for name, _ in self._home_states.most_common()]
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

    # -- finding ----------------------------------------------------------------------------------------------------

    def _find_spots(self) -> dict[int, tuple[Spot, int]]:
        """The known names by the token they begin at, with the token they end before."""
        found: dict[int, tuple[Spot, int]] = {}
        for spot in spotter(self._knowledge).spots(text_of(self._doc)):
            first = bisect_left(self._starts, spot.start)
            if first >= len(self._starts) or self._starts[first] != spot.start:
                continue
            end = bisect_left(self._starts, spot.end)
            if not (self._is_prefixed(first) or self._is_shouted(first, end) or self._is_of_another(spot, first)):
                found[first] = (spot, end)
        for first, (spot, _) in list(found.items()):
            half = _HALVES.get(spot.text)
            if half is None or first < 2 or self._doc[first - 1].lower_ not in ("and", "or"):
                continue
            word = self._doc[first - 2]
            if word.text == half.split()[0]:  # "North and South Korea"
                senses = tuple(self._knowledge.senses(half))
                found[first - 2] = (Spot(word.idx, word.idx + len(word), half, senses), first - 1)
        return dict(sorted(found.items()))

    def _named(self) -> Iterator[Named]:
        """The states and bodies named in the article, for finding its sides."""
        for first, (spot, end) in self._spots.items():
            sense = next((s for s in spot.senses if s.entity and s.entity.kind != "person"), None)
            if sense is None or sense.entity is None:
                continue
            head = self._head(first, end)
            if sense.use == "capital" and (not capital_acts(head) or self._is_dateline(first, end)):
                continue
            place = sense.use == "name" and sense.entity.kind == "state" and is_place(head)
            yield Named(first, end, entity_party(sense.entity), place)

    def _is_prefixed(self, i: int) -> bool:
        """Whether a name is part of a word that means something else: "pro-Russian", "non-NATO"."""
        return i > 1 and self._doc[i - 1].text == "-" and self._doc[i - 2].lower_ in ("pro", "anti", "non", "un", "de")

    def _is_of_another(self, spot: Spot, first: int) -> bool:
        """Whether a general name is a part of another body's: "Collective Security Council", "Russian Congress"."""
        if first == 0 or spot.text not in GENERAL_NAMES or self._doc[first].is_sent_start:
            return False
        before = self._doc[first - 1]
        return before.text[:1].isupper() and before.lower_ not in (
            "the",
            "un",
            "u.n.",
            "us",
            "u.s.",
            "nations",
            "states",
        )

    def _is_shouted(self, first: int, end: int) -> bool:
        """Whether a short name in capitals is a plain word of a line in capitals: "WHAT IS ON OFFER"."""
        if end - first > 1 or self._doc[first].lower_ not in CAPITALS_WORDS:
            return False
        beside = [self._doc[i].text for i in (first - 1, end) if 0 <= i < len(self._doc)]
        return any(len(text) > 1 and text.isupper() for text in beside)

    def _gather(self, names: list[NameSpan]) -> None:
        """Enters everybody who is named in full, wherever in the article, with what stands beside the name."""
        for span in names:
            title = span.title or span.apposition
            country = country_of(title) or span.home
            office = title.office or title.words if title and title.kind == "one" else None
            if not is_full(span.name) and self._knowledge.person(span.name) is None:
                continue
            person = self._people.full(span.name, office, country, self._when(span.first))
            if span.style and not person.gender:
                person.gender = span.style
            self._told_of(person, title, country)

    def _gather_heads(self, names: list[NameSpan], descriptions: list[Description]) -> None:
        """Takes note of who heads a delegation: "a Ukrainian delegation led by Rustem Umerov"."""
        by_start = {n.first: n for n in names}
        for d in descriptions:
            if d.kind != "acting" or not d.owners:
                continue
            following = [t.lower_ for t in self._doc[d.end : d.end + 4]]
            for i, word in enumerate(following[:-1]):
                if word in ("led", "headed") and following[i + 1] == "by":
                    span = by_start.get(d.end + i + 2) or by_start.get(d.end + i + 3)
                    if span is not None and is_full(span.name):
                        self._people.full(span.name).tell(DELEGATION_HEAD, d.owners[0].name)

    def _gather_title(self) -> None:
        """Enters the known people of the title, after those of the text: "the President" below may be one of them."""
        for name in self._titled:
            self._people.full(name)

    def _prominence(self, names: list[NameSpan]) -> Counter[str]:
        """How often the article tells of each state, by its name or by the people of it."""
        counts = Counter({f"state:{slug(name)}": n for name, n in self._states.items()})
        for span in names:
            for person in self._people.called(span.name.split()[-1])[:1]:
                if person.country in self._knowledge.states:
                    counts[f"state:{slug(person.country)}"] += 1
        return counts

    def _told_of(self, person: Person, title: Description | None, country: str | None) -> None:
        if title is None:
            person.tell(None, country)
            return
        if title.kind == "one":
            owner = title.owners[0] if title.owners else None
            home = owner.country if owner and owner.kind != "state" else country
            person.tell(title.office or None, owner.name if owner else None, former=title.former)
            person.tell(None, home)
            if not title.office or not person.role:
                person.role = person.role or title.words
        elif title.kind in ("counterpart", "many") and country:
            person.tell(None, country)

    # -- one kind of mention each -----------------------------------------------------------------------------------

    def _name(self, span: NameSpan) -> None:
        when = self._when(span.first)
        if span.title is None and self._two_people(span.first, span.end):
            return
        title = span.title or span.apposition
        person = self._person(span, title, when)
        if person is None:
            return
        self._told_of(person, title, country_of(title) or span.home)
        if span.style and not person.gender:
            person.gender = span.style
        first = span.first
        if span.title is not None and span.title.kind != "many":
            first = span.title.first
            while first < span.first and self._doc[first].lower_ in _LEFT_OUT:
                first += 1
        head = self._head(span.first, span.end)
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
        when = self._when(first)
        called = [next(iter(self._people.called(p)), None) or self._people.known_by_surname(p, when) for p in parts]
        two = tuple(self._people.party(person, when) for person in called if person is not None)
        if len(two) != 2 or not self._add(first, end, "person", "name", two):
            return False
        self._context.tell(self._head(first, end), two)
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
        when = self._when(d.first)
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
            return tuple(dict.fromkeys(entity_party(e) for e in owners)) or self._bare_side(d), None
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

    def _bare_side(self, d: Description) -> tuple[Party, ...]:
        """Who "the government" or "the rebels" are in this article: its state, its armed group, else just rebels."""
        if d.words in GOVERNING:
            state = self._state_led(d) or self._state_at_war() or self._home()
            return (state_party(state),) if state else ()
        if d.words in UNNAMED_BODIES:
            named = (self._spots[i][0].named("group") for i in sorted(self._spots, reverse=True) if i < d.first)
            one = (sense.entity for sense in named if sense and sense.entity)
            last = next((entity for entity in one if not entity.name.endswith(("factions", "groups", "tribes"))), None)
            return (entity_party(last),) if last else ()
        groups = [e.parties[0] for e in self._context.before(d.first) if e.parties and e.parties[0].kind == "group"]
        if groups:
            return (groups[0],)
        if self._groups:
            return (entity_party(self._groups.most_common(1)[0][0]),)
        return (Party(name=d.words, id=f"group:{slug(d.words)}", kind="group", country=self._home()),)

    def _state_led(self, d: Description) -> str | None:
        """Whose state "the government of President Maduro" is."""
        if d.end >= len(self._doc) or self._doc[d.end].lower_ != "of":
            return None
        for span in self._names_from(d.end + 1, d.end + 1 + _TITLE_TOKENS):
            person = self._person(span, span.title, self._when(span.first))
            if person is not None and person.country in self._knowledge.states:
                return person.country
        return None

    def _state_at_war(self) -> str | None:
        """The one state among the sides, where the other is an armed group."""
        states = [party.name for party in self._context.conflict.main if party.kind == "state"]
        return states[0] if len(states) == 1 else None

    def _home(self) -> str | None:
        """The state the article is about, if it is about one: that of the groups it names, else the one named most."""
        ranked = self._home_states.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

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
        party = self._people.party(person, self._when(token.i))
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
        head = self._head(i, end)
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
            if capital_acts(head) and not self._is_dateline(i, end):
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

    def _is_dateline(self, i: int, end: int) -> bool:
        """Whether a city opens a report: "MINSK, Sept 20 (Agency) -", "Kyiv (Agency) -"."""
        if i > 0 and not self._doc[i - 1].is_space:
            return False
        following = [t.text for t in self._doc[end : end + 12]]
        return self._doc[i].text.isupper() or any(t in ("-", "–", "—", "(", "|") for t in following[:8])

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
            place = self._knowledge.places.named(text, self._states)
            if place is not None or (label == "GPE" and not words[0].is_sent_start):
                named = place.model_copy(update={"name": text}) if place else Place(name=text)
                self._add(first, end, "place", "name", (), named)
        elif label == "ORG" and self._is_somebody(end) and len(words) == 1:
            person = self._people.full(text)
            party = self._people.party(person, self._when(first))
            if self._add(first, end, "person", "name", (party,)):
                self._context.tell(words[0], (party,), person)
        elif label == "ORG" and not any(t.lower_ in _NOT_BODIES for t in words):
            if len(words) == 1 and (len(text) < 2 or (words[0].is_sent_start and not text.isupper())):
                return
            if len(words) == 1 and text.isupper() and self._in_capitals(first):
                return
            party = Party(name=text, id=f"organisation:{slug(text)}", kind="organisation")
            if self._add(first, end, "organisation", "name", (party,)):
                self._context.tell(self._head(first, end), (party,))

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
        place = self._knowledge.places.named(name, self._states)
        country = self._knowledge.state_of_capital(name)
        state = self._knowledge.states.get(country or "")
        if state is not None and state.iso2 is None and place is not None:
            country = place.country  # the capital of a territory lies in the state that holds or claims it
        if country and (place is None or place.country != country):
            return Place(name=name, country=country)
        return place.model_copy(update={"name": name}) if place else Place(name=name)

    def _head(self, first: int, end: int) -> Token:
        """The token of a stretch that the rest of the sentence hangs on to it by."""
        for i in range(first, end):
            if not first <= self._doc[i].head.i < end or self._doc[i].head.i == i:
                return self._doc[i]
        return self._doc[end - 1]

    def _when(self, i: int) -> str | None:
        """The date of what is told at a token: the nearest time in its sentence, else the day of publication."""
        sentence = self._sentence_of[i]
        at = bisect_left(self._times, (self._doc[i].idx, ""))
        near: list[tuple[int, str]] = []
        for start, edtf in self._times[max(0, at - 1) : at + 1]:
            token = max(bisect_left(self._starts, start + 1) - 1, 0)
            if self._sentence_of[token] == sentence and edtf:
                near.append((abs(start - self._doc[i].idx), edtf))
        for _, edtf in sorted(near):
            if _DATED.search(edtf):
                return edtf
        return self._heading_date(i) or self._article.published

    def _heading_date(self, i: int) -> str | None:
        """The date a paragraph begins with: "Nov. 2003: A truce ...", told of all that follows in it."""
        begin = text_of(self._doc).rfind("\n", 0, self._doc[i].idx) + 1
        at = bisect_left(self._times, (begin, ""))
        if at < len(self._times) and self._times[at][0] - begin <= HEADING_CHARACTERS:
            edtf = self._times[at][1] or ""
            return edtf if _DATED.search(edtf) else None
        return None

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


_DATED = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_LEFT_OUT = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that"})
