"""Entries told in sentences an editor would print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from parley.answers.index import keys_of
from parley.answers.naming import Names, at_table, mediators, split_table
from parley.answers.occasions import Occasion, occasion_in_words, the, yield_of
from parley.answers.phrasing import (
    MEASURES,
    MONTHS,
    capital,
    in_place,
    is_plural,
    join,
    listed,
    outcome_verb,
    time_in_words,
)
from parley.answers.speech import say_statement
from parley.answers.text import Writer
from parley.model.party import Party
from parley.model.record import (
    SEPARATE_MEETING,
    AgreementEntry,
    BaseEntry,
    MeasureEntry,
    MeetingEntry,
    OutcomeEntry,
    Record,
    StatementEntry,
)

# Measures that a number belongs to.
_COUNTED = frozenset(
    """prisoner_exchange hostage_release troop_withdrawal weapons_withdrawal disarmament refugee_return monitoring
    nuclear_limits reconstruction""".split()
)
E = TypeVar("E", bound=BaseEntry)
# Words of a report's day that a name is better without: "the forthcoming G20 summit", "the March 29 meeting".
_PASSING = re.compile(
    r"\b(?:forthcoming|upcoming|following|planned|scheduled|recent|latest|next"
    rf"|(?:{'|'.join(MONTHS)}) \d+(?:, \d{{4}})?,?)\s",
    re.IGNORECASE,
)
# So many days after a meeting reports still tell of what was agreed at it, later ones of what came of it.
NEWS_DAYS = 7
# More names than this in one sentence are a list, not a sentence.
MOST_NAMED = 6
_TEXTS = frozenset(
    """ceasefire truce memorandum protocol roadmap treaty statement declaration communique package plan deal accord
    exchange swap pact initiative""".split()
)


def meeting_sentence(entry: MeetingEntry, asked: Sequence[Party], names: Names, *, lead: str = "") -> str:
    """`Zelensky and Putin met in Paris in December 2019 for the Normandy Forum Summit, brokered by France and Germany`.

    No full stop, so that more can be joined to it.
    """
    first, _ = split_table(entry, asked)
    who = names.all_of(first) or "The parties"
    verb = "spoke by phone" if entry.form == "remote" else "met"
    if entry.name == SEPARATE_MEETING:
        verb = "met separately"
    if entry.several:
        verb = "met several times"
    when = _when(entry)
    occasion = _occasion_phrase(entry.name)
    told = join(lead, who, verb, in_place(entry.place), when, occasion)
    spoken_for = {key for p in first for key in keys_of(p)}
    brokers = [p for p in mediators(entry) if p.id not in spoken_for]
    if brokers:
        told += (
            f", with {names.all_of(brokers)} mediating" if occasion == "" else f", brokered by {names.all_of(brokers)}"
        )
    return told


def _occasion_phrase(name: str | None) -> str:
    """`for the Normandy summit`, `in the Normandy format`; `` for a name that says nothing."""
    name = _PASSING.sub("", name or "").strip()
    if not name or _says_nothing(name):
        return ""
    return f"{'in' if name.lower().endswith(('format', 'group')) else 'for'} {the(name)}"


def say_others(writer: Writer, entry: MeetingEntry, asked: Sequence[Party], names: Names) -> None:
    """One sentence about those at the table who were not asked for nor named as brokers; none about a crowd."""
    brokers = {party.id for party in mediators(entry)}
    others = [party for party in split_table(entry, asked)[1] if party.id not in brokers]
    if 0 < len(others) <= MOST_NAMED:
        verb = "were also at the table" if len(others) > 1 else "was also at the table"
        verb = "also took part" if entry.form == "remote" else verb
        writer.say(f"{capital(names.all_of(others))} {verb}.", [entry])


def say_meeting(writer: Writer, entry: MeetingEntry, asked: Sequence[Party], names: Names, *, lead: str = "") -> None:
    """One sentence about a meeting that took place, or was to."""
    if entry.status == "happened":
        writer.say(f"{capital(meeting_sentence(entry, asked, names, lead=lead))}.", [entry])
        say_others(writer, entry, asked, names)
    else:
        say_plan(writer, entry, asked, names)


def say_plan(
    writer: Writer, entry: MeetingEntry, asked: Sequence[Party], names: Names, *, further: bool = False
) -> None:
    """One sentence about a meeting planned, possible or called off."""
    first, others = split_table(entry, asked)
    who = names.all_of([*first, *others][:MOST_NAMED])
    noun = ("further " if further else "") + ("call" if entry.form == "remote" else "meeting")
    when = _when(entry)
    place = in_place(entry.place)
    if entry.status == "planned":
        text = join("A", noun, "of", who, "was planned", place, re.sub(r"^(?:on|in) ", "for ", when))
    elif entry.status == "possible":
        text = join("A", noun, "of", who, place, when, "was possible but not confirmed")
    else:
        text = join("A", noun, "of", who, place, when, "did not take place")
    writer.say(text + ".", [entry])


def say_plans(
    writer: Writer, entries: Sequence[MeetingEntry], asked: Sequence[Party], names: Names, *, further: bool = False
) -> None:
    """Plans in the order of time: those of one kind in one sentence."""
    for status in ("not_held", "planned", "possible"):
        alike = [e for e in entries if e.status == status]
        if len(alike) == 1:
            say_plan(writer, alike[0], asked, names, further=further)
        elif alike:
            who = names.all_of(split_table(alike[-1], asked)[0])
            told = [join(in_place(e.place), _when(e)) or "at no stated time" for e in alike]
            verbs = {"planned": "were planned", "possible": "were possible but not confirmed"}
            verb = verbs.get(status, "did not take place")
            noun = "Further meetings" if further else "Meetings"
            writer.say(f"{noun} of {who} {verb}: {listed(told)}.", alike)


def say_agreed(writer: Writer, occasion: Occasion, *, lead: str | None = None) -> int:
    """What was agreed, in one or two sentences; how many entries were told."""
    brought = yield_of(writer.record, occasion)
    told = [m for m in brought.measures if m.type != "other" or m.object]
    agreed = [m for m in told if _is_undertaken(m) and m.force not in ("demands", "encourages")]
    binding = [m for m in agreed if m.force != "supports" and (m.force != "intends" or m.status == "planned")]
    backed = [m for m in agreed if m not in binding]
    texts = [a for a in brought.agreements if a.status == "happened" and a.id != occasion.id and _names_a_text(a.name)]
    at = [occasion] if lead else []
    there = "On the call" if occasion.kind == "meeting" and occasion.form == "remote" else "There"
    where = lead or (there if isinstance(occasion, MeetingEntry) else capital(occasion_in_words(occasion)))
    if texts:
        named = listed([the(_PASSING.sub("", a.name)) for a in texts])
        writer.say(f"{where} the sides agreed on {named}." if isinstance(occasion, MeetingEntry) else "", [*texts, *at])
    if binding:
        late = {m.id for m in binding if _is_disputed_later(writer.record, m, occasion)}
        what = listed(_unique([measure_phrase(m, disputes=m.id not in late) for m in binding]))
        if isinstance(occasion, AgreementEntry):
            verb = "provide for" if is_plural(occasion.name) else "provides for"
            writer.say(f"{where} {verb} {what}.", [*binding, *at])
        else:
            verb = (
                "It provides for"
                if len(texts) == 1
                else "They also agreed on"
                if texts
                else f"{where} the sides agreed on"
            )
            writer.say(f"{verb} {what}.", [*binding, *at])
    if backed:
        what = listed(_unique([measure_phrase(m) for m in backed]))
        writer.say(f"The sides said they supported {what}.", backed)
    return len(texts) + len(binding) + len(backed)


def _is_undertaken(measure: MeasureEntry) -> bool:
    """Whether a measure was agreed, or told as what the sides are now to do."""
    return measure.status == "happened" or (
        measure.status == "planned" and measure.force in ("decided", "committed", "intends")
    )


def _names_a_text(name: str) -> bool:
    """Whether a name says which or what an agreement is: "Minsk Protocol", "memorandum", not "documents"."""
    return any(c.isupper() for c in name) or bool(_TEXTS & set(name.lower().split()))


def _is_disputed_later(record: Record, measure: MeasureEntry, occasion: Occasion) -> bool:
    """Whether a number is disputed in reports of what came of a measure, not of what was agreed."""
    claims = [c for d in measure.disputes if d.field == "quantity" for v in d.values for c in v.claims]
    told = [day for c in claims if (day := record.article_by_id[record.claim_by_id[c].article].published_on)]
    return bool(told and occasion.days and (min(told) - occasion.days.last).days > NEWS_DAYS)


def measure_phrase(entry: MeasureEntry, *, definite: bool = False, disputes: bool = True) -> str:
    """`a withdrawal of troops (three areas)`: what a measure is called, with its number where told."""
    words = MEASURES[entry.type][1 if definite else 0]
    if entry.type == "other" and entry.object:
        words = entry.object
    elif disputed := next((d for d in entry.disputes if d.field == "quantity" and not definite), None):
        if not disputes:
            return words
        words += f" ({listed([v.value for v in disputed.values], 'or')}: accounts differ)"
    elif entry.quantity and not definite:
        words = _with_quantity(entry.type, entry.quantity, words)
    return words


def _with_quantity(kind: str, quantity: str, words: str) -> str:
    """`an exchange of 250 prisoners`, `a withdrawal of troops from three areas`, `a ceasefire of 30 days`."""
    whole = any(c.isalpha() for c in quantity.removeprefix("at least "))
    if kind == "prisoner_exchange" and whole:
        return f"an exchange of {quantity}"
    if kind == "hostage_release" and whole:
        return f"the release of {quantity}"
    if kind.endswith("_withdrawal") and re.search(
        r"\b(?:area|zone|settlement|district|region|village|town|cit)", quantity
    ):
        return f"{words} from {quantity}"
    if kind == "ceasefire":
        return f"{words} of {quantity}" if re.search(r"\b(?:hour|day|week|month|year)s?$", quantity) else words
    return f"{words} ({quantity})" if kind in _COUNTED else words


def say_outcomes(writer: Writer, occasion: Occasion, names: Names | None = None, *, most: int = 6) -> int:
    """What came of an occasion, a sentence each; how many were told."""
    found = told_once(writer.record, yield_of(writer.record, occasion).outcomes)[:most]
    for entry in found:
        writer.say(outcome_sentence(entry, names), [entry])
    return len(found)


def told_once(record: Record, outcomes: Sequence[OutcomeEntry]) -> list[OutcomeEntry]:
    """The outcomes, the most told of first, without "the promise" where the same sentence tells what was promised."""

    def order(entry: OutcomeEntry) -> tuple[int, str, str]:
        published = min((d for a in entry.articles if (d := record.published[a])), default="9999")
        return (-entry.independent_sources, entry.days.first.isoformat() if entry.days else published, entry.id)

    def sentences(entry: OutcomeEntry) -> set[tuple[str, int]]:
        return {(article.id, evidence.start) for article, _, evidence in record.evidence(entry)}

    known = {place for entry in outcomes if entry.of in MEASURES for place in sentences(entry)}
    told = sorted(outcomes, key=order)
    return [e for e in told if e.of in MEASURES or any(c.isupper() for c in e.of) or not sentences(e) <= known]


def outcome_sentence(entry: OutcomeEntry, names: Names | None = None) -> str:
    """`The exchange of prisoners was carried out in part, Zelensky said.`"""
    if entry.of in MEASURES:
        subject, plural = MEASURES[entry.of][1], is_plural(entry.of, measure=True)
    else:
        subject, plural = the(entry.of), is_plural(entry.of)
    verb = outcome_verb(entry.of, entry.outcome, plural=plural)
    when = _when(entry)
    source = (names or Names()).called(entry.attributed_to) if entry.attributed_to else None
    said = f", according to {source}" if source else ""
    return f"{capital(join(subject, verb, when))}{said}."


def say_entry(writer: Writer, entry: BaseEntry, asked: Sequence[Party], names: Names) -> None:
    """One sentence about an entry of any kind; none about events, which name no more than a type."""
    when = _when(entry)
    if isinstance(entry, MeetingEntry):
        say_meeting(writer, entry, asked, names)
    elif isinstance(entry, AgreementEntry):
        verb = {"happened": "reached", "planned": "planned", "possible": "under discussion", "not_held": "not reached"}
        be = "were" if is_plural(entry.name) else "was"
        if entry.status == "happened" and entry.name.lower().split()[-1] in ("proposal", "offer", "promise", "pledge"):
            verb["happened"] = "made"
        elif any("sign" in e.text.lower() for _, _, e in writer.record.evidence(entry)):
            verb["happened"] = "signed"
        table = at_table(entry)
        joint = "by" if verb["happened"] == "signed" else "between"
        among = f"{joint} {names.all_of(table)}" if 1 < len(table) <= MOST_NAMED and entry.status == "happened" else ""
        writer.say(f"{capital(join(the(entry.name), be, verb[entry.status], when, among))}.", [entry])
    elif isinstance(entry, OutcomeEntry):
        writer.say(outcome_sentence(entry, names), [entry])
    elif isinstance(entry, MeasureEntry):
        verb = {"happened": "agreed", "planned": "planned", "possible": "proposed", "not_held": "rejected"}
        be = "were" if is_plural(entry.type, measure=True) else "was"
        writer.say(f"{capital(join(measure_phrase(entry), be, verb[entry.status], when))}.", [entry])
    elif isinstance(entry, StatementEntry):
        say_statement(writer, entry, names)


def ranked(entries: Sequence[E]) -> list[E]:
    """The most widely reported first, then in the order of time."""
    return sorted(entries, key=lambda e: (-e.independent_sources, e.days.first.isoformat() if e.days else "9999", e.id))


def _when(entry: BaseEntry) -> str:
    return time_in_words(entry.when.edtf) if entry.when else ""


def _says_nothing(name: str) -> bool:
    """Whether a meeting's name only says that it was one."""
    words = set("the a talks meeting summit call phone negotiations meetings of round session".split())
    return name == SEPARATE_MEETING or set(name.lower().split()) <= words


def _unique(words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(words))
