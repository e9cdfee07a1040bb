"""Entries as tables for pages: headings and cells, each cell pieces of text that may be links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from parley.answers.naming import at_table, mediators
from parley.answers.phrasing import bare_time, capital, day_in_words
from parley.answers.telling import measure_phrase
from parley.answers.text import outlet_of
from parley.exports.titles import headline
from parley.model.claim import ClaimKind
from parley.model.party import Party
from parley.model.record import (
    AgreementEntry,
    BaseEntry,
    Entry,
    EventEntry,
    MeasureEntry,
    MeetingEntry,
    OutcomeEntry,
    StatementEntry,
)
from parley.web import links, words
from parley.web.held import Held

# Names in one cell; more are counted, and the page of the entry names all.
MOST_NAMES = 6
# Characters of a quotation in a table; the page of the statement has it whole.
MOST_QUOTE = 280
# Characters of a sentence that stands for a title.
MOST_TOLD = 140


@dataclass(frozen=True)
class Piece:
    """Some text in a cell; `look` names a style."""

    text: str
    href: str | None = None
    look: str = ""


Cell = Sequence[Piece]


@dataclass(frozen=True)
class Table:
    """A table with its caption; `nothing` is said when it has no rows."""

    caption: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    nothing: str = "Nothing of the kind is in the record."


def table_of(held: Held, kind: ClaimKind, entries: Iterable[Entry], caption: str) -> Table:
    """The table for entries of one kind."""
    headings, row = _KINDS[kind]
    return Table(caption, headings, [row(held, entry) for entry in entries])


def names(parties: Sequence[Party]) -> Cell:
    """The names of parties, each a link to its page."""
    shown: list[Piece] = []
    for party in parties[:MOST_NAMES]:
        shown += [Piece(", ")] if shown else []
        shown.append(Piece(party.name, links.of_party(party)))
    more = len(parties) - MOST_NAMES
    return [*shown, Piece(f" and {more} more")] if more > 0 else shown


def status(entry: Entry) -> Piece:
    """The status as a small label."""
    return Piece(words.status(entry), None, f"status {entry.status}")


def sources(entry: BaseEntry) -> Cell:
    """How many independent sources tell of it, and whether they differ."""
    told = [Piece(str(entry.independent_sources))]
    return [*told, Piece(" "), Piece("disputed", f"/disputes/{entry.id}", "disputed")] if entry.disputes else told


def shortened(text: str, most: int = MOST_QUOTE) -> str:
    """A text cut at a word."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"


def title_of(entry: Entry) -> str:
    """What the page of an entry is called."""
    if isinstance(entry, MeetingEntry):
        who = [p.name for p in at_table(entry)]
        noun = "Call" if entry.form == "remote" else "Meeting"
        named = (
            f"{noun} of {', '.join(who[:-1])} and {who[-1]}" if len(who) > 1 else f"{noun} of {who[0]}" if who else noun
        )
        return capital(entry.name) if entry.name and len(who) > MOST_NAMES else named
    if isinstance(entry, AgreementEntry):
        return capital(entry.name)
    if isinstance(entry, MeasureEntry):
        if entry.type == "other" and not entry.object:  # nothing is known but whose it is
            return f"A measure of the {entry.agreement.removeprefix('the ')}" if entry.agreement else "A measure"
        return capital(entry.object if entry.type == "other" and entry.object else measure_phrase(entry))
    if isinstance(entry, OutcomeEntry):
        return f"{capital(words.plain(entry.of))}: {words.OUTCOMES[entry.outcome]}"
    if isinstance(entry, StatementEntry):
        return headline(entry)
    return f"{capital(words.plain(entry.code))}" + (f" ({words.plain(entry.mode)})" if entry.mode else "")


def _time(entry: BaseEntry) -> Cell:
    return [Piece(words.when(entry), links.of_entry(entry))]


def _place(entry: BaseEntry) -> Cell:
    return [Piece(entry.place.name, links.of_place(entry.place))] if entry.place else []


def _outcomes(found: Sequence[OutcomeEntry], of: bool = False) -> Cell:
    """What came of something; with `of`, each with what it came of: `carried out: exchange of prisoners`."""
    shown: list[Piece] = []
    for outcome in found[:MOST_NAMES]:
        shown += [Piece("; " if of else ", ")] if shown else []
        text = words.OUTCOMES[outcome.outcome]
        shown.append(Piece(text, links.of_entry(outcome), f"outcome {outcome.outcome}"))
        shown += [Piece(f": {words.plain(outcome.of)}")] if of else []
    more = len(found) - MOST_NAMES
    return [*shown, Piece(f" and {more} more")] if more > 0 else shown


def _meeting(held: Held, entry: Entry) -> Sequence[Cell]:
    assert isinstance(entry, MeetingEntry)
    who = list(names(at_table(entry)))
    name = [Piece(f" ({entry.name})", None, "quiet")] if entry.name else []
    form = {"remote": "by phone or video"}.get(entry.form, "")
    return [_time(entry), who + name, _place(entry) or [Piece(form)], names(mediators(entry)), [status(entry)],
            sources(entry)]  # fmt: skip


def _agreement(held: Held, entry: Entry) -> Sequence[Cell]:
    assert isinstance(entry, AgreementEntry)
    measures = dict.fromkeys(words.plain(m.type) for m in held.measures_of.get(entry.id, ()) if m.type != "other")
    return [
        _time(entry),
        [Piece(capital(entry.name), links.of_entry(entry))],
        names(at_table(entry)),
        [Piece(", ".join(measures))],
        _outcomes(held.outcomes_of.get(entry.id, []), of=True),
        [status(entry)],
        sources(entry),
    ]


def _measure(held: Held, entry: Entry) -> Sequence[Cell]:
    assert isinstance(entry, MeasureEntry)
    owner = held.record.entry_by_id.get(entry.of_agreement or entry.of_meeting or "")
    of = Piece(title_of(owner), links.of_entry(owner)) if owner else Piece(entry.agreement or "")
    return [
        _time(entry) if entry.when else [],
        [Piece(title_of(entry), links.of_entry(entry)), *_told(held, entry)],
        [of],
        [Piece(entry.force or "")],
        [Piece(entry.deadline or "")],
        _outcomes(held.outcomes_of.get(entry.id, [])),
        [status(entry)],
    ]


def _told(held: Held, entry: MeasureEntry) -> Cell:
    """The sentence of a measure that nothing else tells anything of."""
    if entry.type != "other" or entry.object:
        return []
    return [Piece(f" {shortened(held.record.evidence(entry)[0][2].text, MOST_TOLD)}", None, "quiet")]


def _outcome(held: Held, entry: Entry) -> Sequence[Cell]:
    assert isinstance(entry, OutcomeEntry)
    article, _, evidence = held.record.evidence(entry)[0]
    return [
        _time(entry),
        [Piece(capital(words.plain(entry.of)), links.of_entry(entry))],
        [Piece(words.OUTCOMES[entry.outcome], None, f"outcome {entry.outcome}")],
        [Piece(entry.attributed_to or outlet_of(article))],
        [Piece(shortened(evidence.text), links.of_article(article.id, evidence.start), "words")],
    ]


def _statement(held: Held, entry: Entry) -> Sequence[Cell]:
    assert isinstance(entry, StatementEntry)
    who = entry.parties("speaker")
    quote = shortened(entry.quote)
    return [
        [Piece(bare_time(entry.said) or "undated")],
        names(who) if who else [Piece(entry.attributed_to or "")],
        [Piece(f"“{quote}”" if entry.direct else quote, links.of_entry(entry), "words")],
        [
            Piece(
                words.plain(entry.topic),
                links.with_query("/statements", [("topic", entry.topic)]) if entry.topic else None,
            )
        ],
        [Piece(words.STANCES[entry.stance], None, f"stance {entry.stance}")] if entry.stance else [],
        sources(entry),
    ]


def _event(held: Held, entry: Entry) -> Sequence[Cell]:
    assert isinstance(entry, EventEntry)
    return [
        _time(entry),
        [Piece(title_of(entry))],
        names(entry.parties("source")),
        names(entry.parties("target")),
        _place(entry),
        [status(entry)],
        sources(entry),
    ]


_Row = Callable[[Held, Entry], Sequence[Cell]]
_KINDS: dict[ClaimKind, tuple[Sequence[str], _Row]] = {
    "meeting": (("When", "Who", "Where or how", "Through", "Status", "Sources"), _meeting),
    "agreement": (("When", "Agreement", "Between", "Measures", "What came of it", "Status", "Sources"), _agreement),
    "measure": (("When", "Measure", "Of", "Wording", "Deadline", "What came of it", "Status"), _measure),
    "outcome": (("When", "Of", "What came of it", "Says who", "Words"), _outcome),
    "statement": (("Said", "By", "Words", "About", "Stance", "Sources"), _statement),
    "event": (("When", "Type", "From", "To", "Where", "Status", "Sources"), _event),
}


def published(day: str | None) -> str:
    """A day of publication in words."""
    return day_in_words(day) if day else "undated"
