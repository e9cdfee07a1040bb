"""Nine invented reports of the Normandy process and what reading them should claim: the record's test material.

`[[...]]` in a report marks a sentence; `claims()` lists what is claimed with the words of its evidence.
"""

from __future__ import annotations

from parley.model.article import Article, text_digest
from parley.model.claim import (
    AgreementClaim,
    Claim,
    EventClaim,
    MeasureClaim,
    MeetingClaim,
    OutcomeClaim,
    StatementClaim,
)
from parley.model.party import Party, Place, Role
from parley.model.span import Evidence
from parley.model.when import When

_REPORTS: dict[str, tuple[str, str | None, str]] = {
    "minsk": (
        "Harbour Wire",
        "2015-02-12",
        "The leaders of Russia, Ukraine, Germany and France met in Minsk on Thursday and agreed on a package of "
        "measures. "
        "The package provides for a ceasefire and the withdrawal of heavy weapons. "
        'Petro Poroshenko said: "We now have hope for a ceasefire."',
    ),
    "preview": (
        "Harbour Wire",
        "2019-12-05",
        "Vladimir Putin and Volodymyr Zelensky will meet for the first time in Paris on 9 December at a Normandy "
        "format summit hosted by France.",
    ),
    "paris": (
        "Harbour Wire",
        "2019-12-10",
        "Vladimir Putin and Volodymyr Zelensky met in Paris on 9 December 2019 with Emmanuel Macron and Angela Merkel. "
        "The Normandy format summit was brokered by France and Germany. "
        "The sides agreed to withdraw troops from three areas and to exchange prisoners by the end of the year. "
        "Putin called the talks an important step. "
        '"We did not find a miracle solution, but we moved forward," Macron said.',
    ),
    "gazette": (
        "Morning Gazette",
        "2019-12-11",
        "Zelenskiy and Putin held their first talks in Paris on Monday, at the Normandy summit. "
        "About 250 prisoners are to be exchanged. "
        'Zelenskiy said: "We will not trade our territory for peace."',
    ),
    "tribune": (
        "Southern Tribune",
        "2019-12-12",
        "Under the deal struck at the Normandy summit in Paris, 303 prisoners will go home. "
        "The Kremlin said Putin spoke with Zelensky by phone on 11 December 2019.",
    ),
    "swap": (
        "Steppe Daily",
        "2019-12-30",
        "The exchange of prisoners agreed in Paris was carried out on Sunday. "
        "The troops, however, were not withdrawn from the third area.",
    ),
    "decree": (
        "Steppe Daily",
        "2022-10-05",
        "Volodymyr Zelensky signed a decree on the impossibility of holding negotiations with Putin on Tuesday. "
        "Russia launched its full-scale invasion on 24 February 2022.",
    ),
    "background": (
        "The Paper",
        "2025-05-13",
        "Zelensky and Putin met in Paris in December 2019 for the Normandy Forum Summit. "
        "Zelensky's predecessor Petro Poroshenko had numerous meetings with Putin. "
        "Zelensky could meet Putin in Istanbul on 15 May, but Putin has not confirmed. "
        'Zelensky said: "I will be waiting for Putin in Turkey on Thursday, and I am ready for direct talks."',
    ),
    "copy": (
        "Valley Times",
        "2019-12-10",
        "Vladimir Putin and Volodymyr Zelensky met in Paris on 9 December 2019 with Emmanuel Macron and Angela Merkel. "
        "The Normandy format summit was brokered by France and Germany.",
    ),
    "istanbul": (
        "Morning Gazette",
        "2025-05-17",
        "Delegations of Russia and Ukraine met in Istanbul on 16 May 2025, with Turkey mediating. "
        "They agreed to exchange 1,000 prisoners each. Putin and Zelensky did not meet.",
    ),
}
ARTICLES: dict[str, Article] = {
    key: Article(
        id=key,
        sha256=text_digest(text),
        uri=f"test:{key}",
        title=None,
        publisher=publisher,
        published=published,
        text=text,
        copy_of="paris" if key == "copy" else None,
    )
    for key, (publisher, published, text) in _REPORTS.items()
}


def person(name: str, country: str | None, role: Role = "party", office: str | None = None) -> Party:
    slug = name.lower().replace(" ", "-")
    return Party(name=name, id=f"person:{slug}", kind="person", country=country, office=office, role=role)


def state(name: str, role: Role = "party") -> Party:
    return Party(name=name, id=f"state:{name.lower().replace(' ', '-')}", kind="state", country=name, role=role)


def evidence(article: str, words: str) -> tuple[Evidence, ...]:
    """The evidence of some words of a report; the words must be in it."""
    text = ARTICLES[article].text
    start = text.index(words)
    return (Evidence.of(text, start, start + len(words)),)


def at(article: str, words: str, edtf: str | None) -> When:
    """A time as told by some words of a report."""
    start = ARTICLES[article].text.index(words)
    return When(edtf=edtf, text=words, basis="stated" if edtf else "unresolved", start=start, end=start + len(words))


PUTIN = person("Vladimir Putin", "Russia")
ZELENSKY = person("Volodymyr Zelensky", "Ukraine")
ZELENSKIY = person("Volodymyr Zelenskiy", "Ukraine")
POROSHENKO = person("Petro Poroshenko", "Ukraine")
MACRON = person("Emmanuel Macron", "France")
MERKEL = person("Angela Merkel", "Germany")
PARIS = Place(name="Paris", country="France")
MINSK = Place(name="Minsk", country="Belarus")
ISTANBUL = Place(name="Istanbul", country="Turkey")
BROKERS = (state("France", "mediator"), state("Germany", "mediator"))
NORMANDY = "Normandy format summit"


def claims() -> list[Claim]:
    """What the reports claim."""
    made: list[Claim] = []

    def add(kind: type[Claim], article: str, words: str, **fields: object) -> None:
        made.append(kind(article=article, evidence=evidence(article, words), maker="test/1", **fields))

    leaders = "The leaders of Russia, Ukraine, Germany and France met in Minsk on Thursday"
    add(
        MeetingClaim, "minsk", leaders, form="in_person", place=MINSK, when=at("minsk", "Thursday", "2015-02-12"),
        participants=(state("Russia"), state("Ukraine"), state("Germany"), state("France")),
    )  # fmt: skip
    add(
        AgreementClaim, "minsk", "agreed on a package of measures", name="package of measures",
        when=at("minsk", "Thursday", "2015-02-12"), participants=(state("Russia"), state("Ukraine")),
    )  # fmt: skip
    provided = "The package provides for a ceasefire and the withdrawal of heavy weapons."
    add(MeasureClaim, "minsk", provided, type="ceasefire", agreement="package of measures", force="decided")
    add(MeasureClaim, "minsk", provided, type="weapons_withdrawal", agreement="package of measures", force="decided")
    add(
        StatementClaim, "minsk", 'Petro Poroshenko said: "We now have hope for a ceasefire."', direct=True,
        quote="We now have hope for a ceasefire.", topic="ceasefire", stance="for",
        participants=(POROSHENKO.in_role("speaker"),),
    )  # fmt: skip
    add(
        MeetingClaim, "preview", "Vladimir Putin and Volodymyr Zelensky will meet for the first time in Paris",
        status="planned", place=PARIS, when=at("preview", "9 December", "2019-12-09"), name=NORMANDY,
        participants=(PUTIN, ZELENSKY, state("France", "host")),
    )  # fmt: skip
    for key in ("paris", "copy"):
        add(
            MeetingClaim, key, "Vladimir Putin and Volodymyr Zelensky met in Paris on 9 December 2019", name=NORMANDY,
            form="in_person", place=PARIS, when=at(key, "9 December 2019", "2019-12-09"),
            participants=(PUTIN, ZELENSKY, MACRON, MERKEL, *BROKERS),
        )  # fmt: skip
    agreed = "The sides agreed to withdraw troops from three areas and to exchange prisoners by the end of the year."
    sides = (state("Russia"), state("Ukraine"))
    add(MeasureClaim, "paris", agreed, type="troop_withdrawal", force="committed", quantity="three areas",
        participants=sides)  # fmt: skip
    add(MeasureClaim, "paris", agreed, type="prisoner_exchange", force="committed", participants=sides)
    add(
        StatementClaim, "paris", "Putin called the talks an important step.", direct=False,
        quote="the talks an important step", topic="talks", stance="for", participants=(PUTIN.in_role("speaker"),),
        when=at("paris", "9 December 2019", "2019-12-09"),
    )  # fmt: skip
    add(
        StatementClaim, "paris", '"We did not find a miracle solution, but we moved forward," Macron said.',
        direct=True, quote="We did not find a miracle solution, but we moved forward,", topic="settlement",
        stance="neutral", participants=(MACRON.in_role("speaker"),), when=at("paris", "9 December 2019", "2019-12-09"),
    )  # fmt: skip
    add(
        MeetingClaim, "gazette",
        "Zelenskiy and Putin held their first talks in Paris on Monday, at the Normandy summit.",
        form="in_person", place=PARIS, when=at("gazette", "Monday", "2019-12-09"), name="Normandy summit",
        participants=(ZELENSKIY, PUTIN),
    )  # fmt: skip
    add(
        StatementClaim, "gazette", 'Zelenskiy said: "We will not trade our territory for peace."', direct=True,
        quote="We will not trade our territory for peace.", topic="territory", stance="against",
        participants=(ZELENSKIY.in_role("speaker"),),
    )  # fmt: skip
    add(MeasureClaim, "gazette", "About 250 prisoners are to be exchanged.", type="prisoner_exchange",
        agreement="Paris", quantity="about 250 prisoners")  # fmt: skip
    add(MeasureClaim, "tribune", "Under the deal struck at the Normandy summit in Paris, 303 prisoners will go home.",
        type="prisoner_exchange", agreement="Normandy summit", quantity="303 prisoners")  # fmt: skip
    add(
        MeetingClaim, "tribune", "Putin spoke with Zelensky by phone on 11 December 2019.", form="remote",
        when=at("tribune", "11 December 2019", "2019-12-11"), participants=(PUTIN, ZELENSKY),
    )  # fmt: skip
    add(
        OutcomeClaim, "swap", "The exchange of prisoners agreed in Paris was carried out on Sunday.",
        of="prisoner_exchange", outcome="carried_out", when=at("swap", "Sunday", "2019-12-29"),
    )  # fmt: skip
    add(
        OutcomeClaim, "swap", "The troops, however, were not withdrawn from the third area.",
        of="troop_withdrawal", outcome="not_carried_out",
    )  # fmt: skip
    add(MeasureClaim, "swap", "The exchange of prisoners agreed in Paris", type="prisoner_exchange",
        agreement="Paris", force="committed")  # fmt: skip
    add(
        StatementClaim, "decree", "Volodymyr Zelensky signed a decree on the impossibility of holding negotiations",
        direct=False, quote="the impossibility of holding negotiations with Putin", topic="talks", stance="against",
        participants=(ZELENSKY.in_role("speaker"),), when=at("decree", "Tuesday", "2022-10-04"),
    )  # fmt: skip
    add(
        EventClaim, "decree", "Russia launched its full-scale invasion on 24 February 2022.", code="ASSAULT",
        mode=None, participants=(state("Russia", "source"),), when=at("decree", "24 February 2022", "2022-02-24"),
    )  # fmt: skip
    add(
        MeetingClaim, "background", "Zelensky and Putin met in Paris in December 2019 for the Normandy Forum Summit.",
        form="in_person", place=PARIS, when=at("background", "December 2019", "2019-12"), name="Normandy Forum Summit",
        participants=(ZELENSKY, PUTIN),
    )  # fmt: skip
    add(
        MeetingClaim, "background", "Zelensky's predecessor Petro Poroshenko had numerous meetings with Putin.",
        name="numerous meetings", participants=(POROSHENKO, PUTIN),
    )  # fmt: skip
    add(
        MeetingClaim, "background", "Zelensky could meet Putin in Istanbul on 15 May, but Putin has not confirmed.",
        status="possible", place=ISTANBUL, when=at("background", "15 May", "2025-05-15"),
        participants=(ZELENSKY, PUTIN),
    )  # fmt: skip
    add(
        StatementClaim, "background",
        'Zelensky said: "I will be waiting for Putin in Turkey on Thursday, and I am ready for direct talks."',
        direct=True, quote="I will be waiting for Putin in Turkey on Thursday, and I am ready for direct talks.",
        topic="talks", stance="for", participants=(ZELENSKY.in_role("speaker"),),
    )  # fmt: skip
    add(
        MeetingClaim, "istanbul", "Delegations of Russia and Ukraine met in Istanbul on 16 May 2025",
        form="in_person", place=ISTANBUL, when=at("istanbul", "16 May 2025", "2025-05-16"),
        participants=(*sides, state("Turkey", "mediator")),
    )  # fmt: skip
    add(MeasureClaim, "istanbul", "They agreed to exchange 1,000 prisoners each.", type="prisoner_exchange",
        force="committed", quantity="1,000 prisoners each", participants=sides)  # fmt: skip
    add(
        MeetingClaim, "istanbul", "Putin and Zelensky did not meet.", status="not_held", participants=(PUTIN, ZELENSKY),
    )  # fmt: skip
    return made
