"""A background piece on two parties: the peg, the earlier meetings, what came of them, positions, disputes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from parley.answers.disputing import say_dispute
from parley.answers.docx import docx_of
from parley.answers.held import held_meetings
from parley.answers.index import Index, keys_of
from parley.answers.indexing import index_of
from parley.answers.kinds.statements import say_shift
from parley.answers.naming import Names, split_table
from parley.answers.occasions import yield_of
from parley.answers.phrasing import day_in_words, listed, number_word, short_name, times_in_words
from parley.answers.reading import read_in_words
from parley.answers.speech import is_clause, say_statement
from parley.answers.telling import ranked, say_agreed, say_meeting, say_outcomes, say_plan
from parley.answers.text import Citation, Sentence, Writer
from parley.answers.topics import about as fits
from parley.model.edtf import interval
from parley.model.party import Party
from parley.model.record import Entry, MeetingEntry, Record, Shift, StatementEntry

Length = Literal["short", "long"]
# How many meetings, statements, shifts and disputes a piece tells: a short one fits on a page.
_MOST: dict[Length, dict[str, int]] = {
    "short": {"meetings": 3, "statements": 3, "shifts": 2, "disputes": 2, "outcomes": 4},
    "long": {"meetings": 12, "statements": 8, "shifts": 6, "disputes": 8, "outcomes": 8},
}


# Topics one may be for or against; of the war or of aid everybody says the same.
_TOPICS_OF_POSITIONS = frozenset(
    "talks ceasefire agreement settlement territory sanctions guarantees withdrawal elections weapons".split()
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together, under a heading or, the first, under none."""

    heading: str | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A background piece with its citations."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    citations: tuple[Citation, ...]
    note: str

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in their order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    def text(self) -> str:
        """The piece as plain text."""
        return self._written("", "{heading}\n\n", "[{number}] {line}")

    def markdown(self) -> str:
        """The piece as Markdown."""
        return self._written("# ", "## {heading}\n\n", "{number}. {line}")

    def html(self) -> str:
        """The piece as a page that needs no other file; every citation a link to its sentence."""
        from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to load, and for pages only

        environment = Environment(
            loader=PackageLoader("parley.answers"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        return environment.get_template("brief.html").render(brief=self)

    def docx(self) -> bytes:
        """The piece as the bytes of a Word document."""
        return docx_of(self)

    def to_json(self) -> dict[str, Any]:
        """The piece as data."""
        return asdict(self)

    def _written(self, mark: str, heading: str, note: str) -> str:
        parts = [f"{mark}{self.title}"]
        for paragraph in self.paragraphs:
            head = heading.format(heading=paragraph.heading) if paragraph.heading else ""
            parts.append(head + " ".join(sentence.cited() for sentence in paragraph.sentences))
        if self.citations:
            parts.append("\n".join(note.format(number=c.number, line=c.line()) for c in self.citations))
        return "\n\n".join([*parts, self.note]) + "\n"


def brief(
    record: Record,
    names: Sequence[str],
    about: str | None = None,
    as_of: str | None = None,
    length: Length = "short",
) -> Brief:
    """A background piece on the parties named, of nothing outside the record.

    Args:
        names: two parties or more; one gives a piece on that one with whomever it met.
        about: a subject that statements and positions are to be about.
        as_of: a day (ISO 8601); only articles published by then are told from.
    """
    if as_of:
        record = record.as_of(as_of)
    index = index_of(record)
    found = {name: index.find(name) for name in names}
    parties = list({p.id: p for p in found.values() if p}.values())
    unknown = [name for name, party in found.items() if party is None]
    writer = Writer(record)
    paragraphs: list[Paragraph] = []
    note = read_in_words(record) + (f" As of {day_in_words(as_of)}." if as_of else "")
    if unknown or not parties:
        writer.say(f"The record knows nobody called {listed([f'“{n}”' for n in unknown]) or 'so'}.")
        return Brief(f"Background: {listed(list(names))}", (Paragraph(None, tuple(writer.sentences)),), (), note)
    piece = _Piece(writer, index, parties, about.lower().split() if about else [], length, Names(), paragraphs)
    piece.write()
    title = f"{listed([p.name for p in parties])}: what the record says"
    return Brief(title, tuple(paragraphs), tuple(writer.citations.values()), note)


@dataclass(slots=True)
class _Piece:
    """The piece while it is being written: each part adds a paragraph when it has something to say."""

    writer: Writer
    index: Index
    parties: Sequence[Party]
    subject: Sequence[str]
    length: Length
    names: Names
    paragraphs: list[Paragraph]
    articles_on: dict[str, set[str]] = field(default_factory=dict)

    def write(self) -> None:
        """Writes all parts."""
        meetings = self.index.meetings_of(self.parties)
        found = held_meetings(self.index, self.parties, "any")
        held, several = found.single, found.several
        upcoming = _upcoming(meetings, held)
        last = self.writer.record.read_span[1]
        ahead = bool(upcoming and upcoming.days and last and upcoming.days.last.isoformat() >= last)
        if upcoming and ahead:
            say_plan(self.writer, upcoming, self.parties, self.names, further=bool(held))
        self._lead(held, several)
        self._close(None)
        for meeting in self._salient(held):
            self._tell(meeting)
            self._close(None)
        if upcoming and not ahead:
            say_plan(self.writer, upcoming, self.parties, self.names, further=bool(held))
            self.writer.say("Whether it took place is not in the record.")
            self._close(None)
        self._shifts()
        self._close("How positions moved")
        self._statements()
        self._close("What was said")
        self._disputes([*held, *([upcoming] if upcoming else [])])
        self._close("What is disputed")

    def _close(self, heading: str | None) -> None:
        fresh = tuple(self.writer.sentences[self.writer.paragraph :])
        if fresh:
            self.paragraphs.append(Paragraph(heading, fresh))
        self.writer.paragraph = len(self.writer.sentences)

    def _lead(self, held: Sequence[MeetingEntry], several: Sequence[MeetingEntry]) -> None:
        if len(held) > 1 and len(self.parties) == 1:
            who = self.names.all_of(self.parties)
            self.writer.say(
                f"In what was read, {who} took part in {number_word(len(held))} meetings or calls.", held[-3:]
            )
        elif len(held) > 1:
            who = self.names.all_of(self.parties)
            calls = sum(m.form == "remote" for m in held)
            met = len(held) - calls
            told = [f"met {times_in_words(met)}"] if met else []
            told += [f"spoke by phone {times_in_words(calls)}"] if calls else []
            self.writer.say(f"In what was read, {who} {listed(told)}.", held[-3:])
        elif not held and not several:
            who = self.names.all_of(self.parties)
            self.writer.say(f"No meeting of {who} that took place is in the record.")
        for entry in several[:1]:
            who = self.names.all_of(split_table(entry, self.parties)[0])
            more = f"{who} are also said to have met several times, without more being told of each occasion."
            self.writer.say(more, [entry])

    def _near(self, entry: StatementEntry) -> bool:
        """Whether a statement bears on the others asked for: it names them, or an article that tells of it does."""
        for party in self.parties:
            if any(party.id in keys_of(speaker) for speaker in entry.parties("speaker")):
                continue
            named = short_name(party).lower() in entry.quote.lower() or party.name == entry.addressee
            if not named and not set(entry.articles) & self._articles_on(party):
                return False
        return True

    def _names_another(self, entry: StatementEntry, speaker: Party) -> bool:
        """Whether a statement names one of the others asked for, or is said to them."""
        others = [p for p in self.parties if p.id != speaker.id]
        words = entry.quote.lower()
        return any(short_name(p).lower() in words or p.name == entry.addressee for p in others)

    def _articles_on(self, party: Party) -> set[str]:
        """The articles that tell of a party at a table."""
        if party.id not in self.articles_on:
            told = self.index.told(party, "meeting")
            self.articles_on[party.id] = {a for e in told for a in e.articles}
        return self.articles_on[party.id]

    def _salient(self, held: Sequence[MeetingEntry]) -> list[MeetingEntry]:
        """The most widely reported meetings, those at a table and with something agreed first, then the latest."""

        def weight(meeting: MeetingEntry) -> tuple[int, bool, bool, int, str]:
            brought = yield_of(self.writer.record, meeting)
            agreed = bool(brought.agreements or brought.measures or brought.outcomes)
            day = meeting.days.first.toordinal() if meeting.days else 0
            return (meeting.independent_sources, meeting.form != "remote", agreed, day, meeting.id)

        chosen = {m.id for m in sorted(held, key=weight, reverse=True)[: _MOST[self.length]["meetings"]]}
        return [m for m in held if m.id in chosen]

    def _tell(self, meeting: MeetingEntry) -> None:
        say_meeting(self.writer, meeting, self.parties, self.names)
        say_agreed(self.writer, meeting)
        say_outcomes(self.writer, meeting, self.names, most=_MOST[self.length]["outcomes"])
        for entry in self._said_around(meeting)[:2]:
            say_statement(self.writer, entry, self.names)

    def _said_around(self, meeting: MeetingEntry) -> list[StatementEntry]:
        """Direct words of those at the table in the days of a meeting."""
        days = meeting.days
        first, others = split_table(meeting, self.parties)
        if days is None or days.days > 62:
            return []
        found = [
            s
            for p in [*first, *others]
            for s in self.index.statements_of(p)
            if s.direct and s.when and s.days and s.days.gap(days) <= 2 and is_clause(s.quote)
        ]
        return ranked(list({s.id: s for s in found}.values()))

    def _shifts(self) -> None:
        wanted = {p.id for p in self.parties}
        shifts = [
            s
            for s in self.writer.record.shifts
            if s.party.id in wanted
            and s.topic in _TOPICS_OF_POSITIONS
            and (not self.subject or s.topic in self.subject)
            and self._bears(s)
        ]
        each = max(1, _MOST[self.length]["shifts"] // len(self.parties))
        for party in self.parties:
            own = [s for s in shifts if s.party.id == party.id]
            talks = [s for s in own if s.topic == "talks"] or own
            for shift in talks[-each:]:
                say_shift(self.writer, shift, self.names)

    def _bears(self, shift: Shift) -> bool:
        """Whether both statements of a shift bear on the others asked for."""
        between = (self.writer.record.entry_by_id[p.statement] for p in (shift.before, shift.after))
        return all(self._near(entry) for entry in between if isinstance(entry, StatementEntry))

    def _statements(self) -> None:
        found: dict[str, StatementEntry] = {}
        for party in self.parties:
            own = [s for s in self.index.statements_of(party) if not self.subject or fits(s, self.subject)]
            told = [s for s in own if len(s.quote.split()) >= 4 and s.topic and is_clause(s.quote) and self._near(s)]
            best = sorted(
                told,
                key=lambda s: (not self._names_another(s, party), -s.independent_sources, not s.direct, _age(s), s.id),
            )
            found |= {s.id: s for s in best[: _MOST[self.length]["statements"] // 2 + 1]}
        for entry in sorted(found.values(), key=lambda s: (s.said or "9999", s.id)):
            say_statement(self.writer, entry, self.names)

    def _disputes(self, meetings: Sequence[MeetingEntry]) -> None:
        """What is disputed of the meetings, of what was agreed at them and of what came of it."""
        found: dict[str, Entry] = {}
        for meeting in meetings:
            brought = yield_of(self.writer.record, meeting)
            parts: list[Entry] = [meeting, *brought.agreements, *brought.measures, *brought.outcomes]
            found |= {part.id: part for part in parts if part.disputes}
        for entry in list(found.values())[: _MOST[self.length]["disputes"]]:
            say_dispute(self.writer, entry)


def _upcoming(meetings: Sequence[MeetingEntry], held: Sequence[MeetingEntry]) -> MeetingEntry | None:
    """The meeting ahead, when one is planned or possible after the last one held: the news peg."""
    ahead = [m for m in meetings if m.status in ("planned", "possible") and m.days]
    last = max((m.days.last for m in held if m.days), default=None)
    ahead = [m for m in ahead if last is None or (m.days and m.days.first > last)]
    return max(ahead, key=lambda m: (m.days.first, m.id)) if ahead else None  # type: ignore[union-attr]


def _age(entry: StatementEntry) -> int:
    days = interval(entry.said)
    return -days.first.toordinal() if days else 0
