"""Entries told in sentences an editor would print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from parley.answers.index import keys_of
from parley.answers.occasions import Occasion, occasion_in_words, the, yield_of
from parley.answers.phrasing import (
    MEASURES,
    OUTCOMES,
    bare_time,
    capital,
    in_place,
    is_plural,
    join,
    listed,
    naming,
    short_name,
    time_in_words,
)
from parley.answers.text import Writer, outlet_of
from parley.model.party import Party
from parley.model.record import (
    AgreementEntry,
    BaseEntry,
    Entry,
    MeasureEntry,
    MeetingEntry,
    OutcomeEntry,
    StatementEntry,
)

# Measures that a number belongs to.
_COUNTED = frozenset(
    """prisoner_exchange hostage_release troop_withdrawal weapons_withdrawal disarmament refugee_return monitoring
    nuclear_limits reconstruction""".split()
)
# Whom a quotation may be said to be told to: a name, or words with an article, not too long.
_ADDRESSEE = re.compile(r"(?=.{2,40}$)(?:the |a |his |her |their |reporters|journalists|lawmakers|[A-Z])")
# First words after which "said that" cannot stand.
_NO_CLAUSE = frozenset(
    """that to whether how why what when where who which of on for about against with and but or by as if because while
    after before""".split()
)
_OPENERS = frozenset("that to which who whom whose when where if for with about as because while".split())
_FINITE = frozenset(
    """is are was were am will would shall should can could may might must has have had do does did""".split()
)
_FULL_VERBS = frozenset("want wants wanted need needs hope hopes believe think know thank support call demand".split())
E = TypeVar("E", bound=BaseEntry)
# More names than this in one sentence are a list, not a sentence.
MOST_NAMED = 6
# Quotations longer than this are cut at a word: a background piece quotes sentences, not speeches.
LONGEST_QUOTE = 280
_BINDING = {"decided": "agreed on", "committed": "agreed on", "intends": "said they intended", "supports": "supported",
            "encourages": "encouraged", "demands": "demanded"}  # fmt: skip


class Names:
    """How each party is named: in full the first time in a text, then by surname."""

    def __init__(self) -> None:
        self._seen: dict[str, Party] = {}

    def of(self, party: Party) -> str:
        """The party's name at this point of the text."""
        if party.id in self._seen:
            return short_name(party)
        self._seen[party.id] = party
        return naming(party)

    def called(self, name: str) -> str:
        """A name given as words: short when its bearer was named before."""
        return next((short_name(p) for p in self._seen.values() if p.name == name), name)

    def all_of(self, parties: Sequence[Party]) -> str:
        """Several parties, listed."""
        return listed([self.of(party) for party in parties])


def at_table(entry: BaseEntry) -> list[Party]:
    """Who took part, mediators and hosts who are not named as taking part left out; people stand for their states."""
    parties = list({p.id: p for p in entry.participants if p.role not in ("mediator", "host")}.values())
    parties = parties or list({p.id: p for p in entry.participants}.values())
    spoken_for = {key for p in parties if p.kind == "person" for key in keys_of(p)[1:]}
    return [p for p in parties if p.id not in spoken_for]


def split_table(entry: BaseEntry, asked: Sequence[Party]) -> tuple[list[Party], list[Party]]:
    """Those asked for (or standing for them), in the order asked, and the others at the table."""
    table = at_table(entry)
    first: list[Party] = []
    for wanted in asked:
        first += [p for p in table if wanted.id in keys_of(p) and p not in first]
    if len(first) < 2:
        first = table if len(table) <= 4 else [*first, *[p for p in table if p not in first]]
        return first, []
    return first, [p for p in table if p not in first]


def mediators(entry: BaseEntry) -> list[Party]:
    """The mediators and hosts, each once: the state for those of its people who sat at the table themselves."""
    found = {p.id: p for p in entry.parties("mediator", "host")}
    seated = {p.id for p in entry.participants if p.role not in ("mediator", "host")}
    stood_for = {p.id for p in found.values() if p.id in seated and set(keys_of(p)[1:]) & set(found)}
    spoken_for = {key for p in found.values() if p.id not in stood_for for key in keys_of(p)[1:]}
    return [p for p in found.values() if p.id not in stood_for | spoken_for]


def meeting_sentence(entry: MeetingEntry, asked: Sequence[Party], names: Names, *, lead: str = "") -> str:
    """`Zelensky and Putin met in Paris in December 2019 for the Normandy Forum Summit, brokered by France and Germany`.

    No full stop, so that more can be joined to it.
    """
    first, _ = split_table(entry, asked)
    who = names.all_of(first) or "The parties"
    verb = "spoke by phone" if entry.form == "remote" else "met"
    if entry.several:
        verb = "met several times"
    when = _when(entry)
    occasion = "" if not entry.name or _says_nothing(entry.name) else f"for {the(entry.name)}"
    told = join(lead, who, verb, in_place(entry.place), when, occasion)
    brokers = [p for p in mediators(entry) if p not in first]
    if brokers:
        told += (
            f", with {names.all_of(brokers)} mediating" if occasion == "" else f", brokered by {names.all_of(brokers)}"
        )
    return told


def say_others(writer: Writer, entry: MeetingEntry, asked: Sequence[Party], names: Names) -> None:
    """One sentence about those at the table who were not asked for; none about a crowd."""
    _, others = split_table(entry, asked)
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
        text = join("A", noun, "of", who, "was planned", place, when)
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
    agreed = [m for m in told if m.status == "happened" and m.force not in ("demands", "encourages")]
    binding = [m for m in agreed if m.force not in ("supports", "intends")]
    backed = [m for m in agreed if m.force in ("supports", "intends")]
    texts = [a for a in brought.agreements if a.status == "happened" and a.id != occasion.id]
    at = [occasion] if lead else []
    there = "On the call" if occasion.kind == "meeting" and occasion.form == "remote" else "There"
    where = lead or (there if isinstance(occasion, MeetingEntry) else capital(occasion_in_words(occasion)))
    if texts:
        named = listed([the(a.name) for a in texts])
        writer.say(f"{where} the sides agreed on {named}." if isinstance(occasion, MeetingEntry) else "", [*texts, *at])
    if binding:
        what = listed(_unique([measure_phrase(m) for m in binding]))
        if isinstance(occasion, AgreementEntry):
            verb = "provide for" if is_plural(occasion.name) else "provides for"
            writer.say(f"{where} {verb} {what}.", [*binding, *at])
        else:
            verb = "It provides for" if len(texts) == 1 else f"{where} the sides agreed on"
            writer.say(f"{verb} {what}.", [*binding, *at])
    if backed:
        what = listed(_unique([measure_phrase(m) for m in backed]))
        writer.say(f"The sides said they supported {what}.", backed)
    return len(texts) + len(binding) + len(backed)


def measure_phrase(entry: MeasureEntry, *, definite: bool = False) -> str:
    """`a withdrawal of troops (three areas)`: what a measure is called, with its number where told."""
    words = MEASURES[entry.type][1 if definite else 0]
    if entry.type == "other" and entry.object:
        words = entry.object
    elif disputed := next((d for d in entry.disputes if d.field == "quantity" and not definite), None):
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
    told = 0
    for entry in ranked(yield_of(writer.record, occasion).outcomes)[:most]:
        writer.say(outcome_sentence(entry, names), [entry])
        told += 1
    return told


def outcome_sentence(entry: OutcomeEntry, names: Names | None = None) -> str:
    """`The exchange of prisoners was carried out in part, Zelensky said.`"""
    if entry.of in MEASURES:
        subject, plural = MEASURES[entry.of][1], is_plural(entry.of, measure=True)
    else:
        subject, plural = the(entry.of), is_plural(entry.of)
    verb = OUTCOMES[entry.outcome][1 if plural else 0]
    when = _when(entry)
    source = (names or Names()).called(entry.attributed_to) if entry.attributed_to else None
    said = f", according to {source}" if source else ""
    return f"{capital(join(subject, verb, when))}{said}."


def statement_sentence(entry: StatementEntry, names: Names) -> str:
    """`On 9 December 2019 Putin said: “important step”.`"""
    who = names.all_of(entry.parties("speaker")) or entry.attributed_to or "A speaker"
    when = time_in_words(entry.when.edtf) if entry.when and entry.days else ""
    quote = _cut(_unquoted(" ".join(entry.quote.split())))
    lead = f"{capital(when)}, {who}" if when else who
    to = f" told {entry.addressee}" if entry.addressee and _ADDRESSEE.match(entry.addressee) else " said"
    if entry.direct:
        ending = "" if quote[-1:] in ".!?…" else "."
        if not has_verb(quote) and quote[-1:] not in "!?":
            return f"{lead} spoke of “{quote.rstrip('.,')}”."
        return f"{lead}{to}: “{quote.rstrip(',')}{ending}”"
    quote = re.sub(r"^that\s+", "", quote).rstrip(".,; ")
    return f"{lead} {_indirect(quote)}{'' if quote.endswith('…') else '.'}"


def report_sentence(entry: StatementEntry, outlet: str, sentence: str) -> str:
    """`Harbour Wire reported: “Putin called the talks an important step.”`, for words no sentence can be made of."""
    words = _cut(" ".join(sentence.split()))
    return f"{outlet} reported: “{words}{'' if words[-1:] in '.!?…”' else '.'}”"


def has_verb(quote: str) -> bool:
    """Whether some words have a finite verb, as far as words tell."""
    words = [w.lower() for w in re.findall(r"[\w’']+", quote)]
    return any(_is_finite(w) for w in words) or any(w in _FULL_VERBS for w in words)


def is_clause(quote: str) -> bool:
    """Whether "said that" can stand before some words: a subject, then a finite verb, as far as words tell.

    The first auxiliary must come before any word that opens a clause or phrase of its own: "hope that it would" and
    "readiness to go on if it is" are none.
    """
    words = [w.lower() for w in re.findall(r"[\w’']+", quote)]
    for position, word in enumerate(words):
        if word in _NO_CLAUSE or (position and word in _OPENERS):
            return False
        if _is_finite(word):
            return position > 0
    return False


def _is_finite(word: str) -> bool:
    return word in _FINITE or word.endswith(("n't", "n’t", "'re", "’re", "'ll", "’ll"))


def _unquoted(quote: str) -> str:
    """A quotation without the marks around it; marks within it stay, in single form when they stand alone."""
    inner = quote.strip('“”" ')
    return inner if not set('“”"') & set(inner) else quote.strip()


def _indirect(quote: str) -> str:
    first = quote.split(" ", 1)[0].lower()
    if first in (
        "it",
        "they",
        "he",
        "she",
        "the",
        "a",
        "an",
        "this",
        "these",
        "there",
        "its",
        "their",
        "his",
        "her",
        "no",
    ):
        return f"said that {quote[0].lower()}{quote[1:]}"
    return f"said that {quote}"


def say_statement(writer: Writer, entry: StatementEntry, names: Names) -> None:
    """One sentence about something said."""
    if not entry.quote.strip():
        return
    if is_clause(entry.quote) or (entry.direct and len(entry.quote.split()) >= 4):
        writer.say(statement_sentence(entry, names), [entry])
        return
    article, _, evidence = writer.record.evidence(entry)[0]
    outlet = outlet_of(article)
    writer.say(report_sentence(entry, outlet, evidence.text), [entry], entry.claims[:1])


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
        among = f"between {names.all_of(table)}" if 1 < len(table) <= MOST_NAMED and entry.status == "happened" else ""
        writer.say(f"{capital(join(the(entry.name), be, verb[entry.status], when, among))}.", [entry])
    elif isinstance(entry, OutcomeEntry):
        writer.say(outcome_sentence(entry, names), [entry])
    elif isinstance(entry, MeasureEntry):
        verb = {"happened": "agreed", "planned": "planned", "possible": "proposed", "not_held": "rejected"}
        be = "were" if is_plural(entry.type, measure=True) else "was"
        writer.say(f"{capital(join(measure_phrase(entry), be, verb[entry.status], when))}.", [entry])
    elif isinstance(entry, StatementEntry):
        say_statement(writer, entry, names)


def say_dispute(writer: Writer, entry: Entry) -> None:
    """The accounts of one entry that cannot all be true, side by side."""
    for dispute in entry.disputes:
        sides = []
        claims: list[str] = []
        for value in dispute.values:
            outlets = _unique([_outlet(writer, claim) for claim in value.claims])[:3]
            sides.append(f"{_value(dispute.field, value.value)} ({listed(outlets)})")
            claims.append(value.claims[0])
        what = {"when": "when it was", "place": "where it was", "status": "whether it took place",
                "quantity": "the number"}.get(dispute.field, dispute.field)  # fmt: skip
        writer.say(f"Accounts of {reference(entry)} differ on {what}: {listed(sides, 'or')}.", [entry], claims)


def reference(entry: BaseEntry) -> str:
    """How a sentence refers to an entry of any kind."""
    when = _when(entry)
    if isinstance(entry, MeetingEntry):
        who = listed([short_name(p) for p in at_table(entry)][:4])
        noun = "call" if entry.form == "remote" else "meeting"
        return join(f"the {noun} of {who}" if who else occasion_in_words(entry), in_place(entry.place), when)
    if isinstance(entry, AgreementEntry):
        return join(the(entry.name), when)
    if isinstance(entry, MeasureEntry):
        return measure_phrase(entry, definite=True)
    return join(f"the {entry.kind}", when)


def ranked(entries: Sequence[E]) -> list[E]:
    """The most widely reported first, then in the order of time."""
    return sorted(entries, key=lambda e: (-e.independent_sources, e.days.first.isoformat() if e.days else "9999", e.id))


def _value(field: str, value: str) -> str:
    if field == "when":
        return bare_time(value)
    return {"happened": "it took place", "not_held": "it did not"}.get(value, value)


def _when(entry: BaseEntry) -> str:
    return time_in_words(entry.when.edtf) if entry.when else ""


def _outlet(writer: Writer, claim_id: str) -> str:
    article = writer.record.article_by_id[writer.record.claim_by_id[claim_id].article]
    return outlet_of(article)


def _says_nothing(name: str) -> bool:
    """Whether a meeting's name only says that it was one."""
    return set(name.lower().split()) <= set("the a talks meeting summit call phone negotiations meetings of".split())


def _unique(words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _cut(quote: str) -> str:
    if len(quote) <= LONGEST_QUOTE:
        return quote
    return quote[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
