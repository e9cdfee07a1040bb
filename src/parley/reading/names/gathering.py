"""Who is named in an article, gathered before it is gone through: names with what stands beside them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from parley.knowledge import Knowledge, slug
from parley.reading.names.dates import Dates
from parley.reading.names.descriptions import DELEGATION_HEAD, Description
from parley.reading.names.people import People, Person
from parley.reading.names.spans import NameSpan
from parley.reading.names.structure import country_of, is_full

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Gatherer:
    """Enters the people of an article, so that "the president" in its first line may be somebody named in its last."""

    def __init__(self, doc: Doc, people: People, knowledge: Knowledge, dates: Dates, states: Counter[str]) -> None:
        self._doc, self._people, self._knowledge, self._dates = doc, people, knowledge, dates
        self._states = states

    def gather(self, names: list[NameSpan], descriptions: list[Description], titled: list[str]) -> None:
        """Enters those named in full, heads of delegations, and last the known people of the article's title."""
        self._named_in_full(names)
        self._heads(names, descriptions)
        for name in titled:
            self._people.full(name)

    def prominence(self, names: list[NameSpan]) -> Counter[str]:
        """How often the article tells of each state, by its name or by the people of it."""
        counts = Counter({f"state:{slug(name)}": n for name, n in self._states.items()})
        for span in names:
            for person in self._people.called(span.name.split()[-1])[:1]:
                if person.country in self._knowledge.states:
                    counts[f"state:{slug(person.country)}"] += 1
        return counts

    def _named_in_full(self, names: list[NameSpan]) -> None:
        """Enters everybody who is named in full, wherever in the article, with what stands beside the name."""
        for span in names:
            title = span.title or span.apposition
            country = country_of(title) or span.home
            office = title.office or title.words if title and title.kind == "one" else None
            if not is_full(span.name) and self._knowledge.person(span.name) is None:
                continue
            person = self._people.full(span.name, office, country, self._dates.at(span.first))
            if span.style and not person.gender:
                person.gender = span.style
            told_of(person, title, country)

    def _heads(self, names: list[NameSpan], descriptions: list[Description]) -> None:
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


def told_of(person: Person, title: Description | None, country: str | None) -> None:
    """Notes with a person what a title beside the name tells: the office, of which state or body, held or left."""
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
