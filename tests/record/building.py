"""Claims in a line each, for tests that need many."""

from __future__ import annotations

from itertools import count

from parley.model.article import Article, text_digest
from parley.model.claim import AgreementClaim, MeetingClaim, StatementClaim
from parley.model.party import Party, Place
from parley.model.span import Evidence
from parley.model.when import When
from tests.record.normandy import person, state

_COUNTRIES = {
    "Vladimir Putin": "Russia",
    "Sergei Lavrov": "Russia",
    "Angela Merkel": "Germany",
    "Emmanuel Macron": "France",
    "Volodymyr Zelensky": "Ukraine",
    "Xi Jinping": "China",
    "Narendra Modi": "India",
    "Ilham Aliyev": "Azerbaijan",
    "Nikol Pashinyan": "Armenia",
}
_PLACES = {"Paris": "France", "Moscow": "Russia", "Sochi": "Russia", "Berlin": "Germany", "Astana": "Kazakhstan"}
_numbers = count(1)


def article(published: str | None, text: str = "Some words of a report.", key: str | None = None) -> Article:
    """An article of its own for every call, unless `key` names one."""
    name = key or f"a{next(_numbers):05d}"
    return Article(
        id=name, sha256=text_digest(text), uri=f"test:{name}", publisher=name, published=published, text=text
    )


def party(name: str) -> Party:
    """A person where the name has two words, else a state."""
    return person(name, _COUNTRIES.get(name)) if " " in name else state(name)


def meeting(of: Article, who: str, when: str | None = None, place: str | None = None, **fields: object) -> MeetingClaim:
    """A meeting claim of an article: `who` lists the participants with commas."""
    words = of.text
    return MeetingClaim(
        article=of.id,
        participants=tuple(party(n.strip()) for n in who.split(",")),
        when=When(edtf=when, text="then", basis="stated", start=0, end=4) if when else None,
        place=Place(name=place, country=_PLACES.get(place)) if place else None,
        evidence=(Evidence(start=0, end=len(words), text=words),),
        maker="test/1",
        **fields,
    )


def agreement(
    of: Article, name: str, when: str | None = None, who: str = "Russia, Ukraine", **fields: object
) -> AgreementClaim:
    """An agreement claim."""
    return AgreementClaim(
        article=of.id,
        name=name,
        participants=tuple(party(n.strip()) for n in who.split(",")),
        when=When(edtf=when, text="then", basis="stated", start=0, end=4) if when else None,
        evidence=(Evidence(start=0, end=len(of.text), text=of.text),),
        maker="test/1",
        **fields,
    )


def statement(of: Article, who: str, quote: str, **fields: object) -> StatementClaim:
    """A statement claim."""
    return StatementClaim(
        article=of.id,
        quote=quote,
        direct=True,
        participants=(party(who).in_role("speaker"),),
        evidence=(Evidence(start=0, end=len(of.text), text=of.text),),
        maker="test/1",
        **fields,
    )
