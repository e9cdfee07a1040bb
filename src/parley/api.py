"""A record from Python: open one, read into it, list what it holds, ask it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Literal, Self, TypeVar

from parley import config, registry
from parley.errors import MissingExtraError, UnknownNameError
from parley.model.article import Article, Skipped
from parley.model.claim import ClaimKind
from parley.model.reading import ReadArticle
from parley.model.record import (
    AgreementEntry,
    BaseEntry,
    EventEntry,
    MeasureEntry,
    MeetingEntry,
    OutcomeEntry,
    StatementEntry,
)
from parley.model.record import Record as Derived
from parley.model.ruling import Ruling, RulingAction
from parley.record import Deriver
from parley.selecting import window
from parley.store import open_store

if TYPE_CHECKING:
    from pandas import DataFrame

    from parley.answers import Answer, Brief, TimelineRow
    from parley.answers.comparison import ComparedFact
    from parley.answers.tables import DisputeRow
    from parley.exports.positions import PositionRow
    from parley.importing import Imported

E = TypeVar("E", bound=BaseEntry)


@dataclass(frozen=True, slots=True)
class Report:
    """What a run of reading did.

    `read` and `known` are ids of articles: read now, and in the record before. `unresolved` are, for each article
    without a date of publication, the words of the dates that could not be placed on a calendar without one.
    """

    read: tuple[str, ...]
    known: tuple[str, ...]
    claims: int
    skipped: tuple[Skipped, ...]
    unresolved: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article that was held against the record, with its facts in the order of its text."""

    article: Article
    facts: tuple[ComparedFact, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What `Record.check` found, and what it could not read."""

    articles: tuple[CheckedArticle, ...]
    skipped: tuple[Skipped, ...]


class Record:
    """A record of a negotiation, in a file: articles, what they say, and the entries that this makes together.

    with parley.Record("talks.db") as record:
        record.read("articles/")
        print(record.ask("Have Zelensky and Putin met?").text())
    """

    def __init__(
        self,
        location: str | os.PathLike[str] | None = config.RECORD,
        *,
        create: bool = True,
        as_of: str | None = None,
    ) -> None:
        """Opens a record, or makes a new one.

        Args:
            location: a file or the URL of a database; None for a record in memory that ends with the process.
            create: whether to make a record where there is none.
            as_of: a day, month or year; the record then shows only what articles published by its end said.

        Raises:
            RecordError: it cannot be opened, is not a record, or was written by a later Parley.
            DateError: `as_of` is not a date.
        """
        self.as_of = window(as_of).last.isoformat() if as_of is not None else None
        self.store = open_store("sqlite://" if location is None else os.fspath(location), create=create)
        self._derived: Derived | None = None
        self._deriver = Deriver()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.store.close()

    def read(self, *sources: str | os.PathLike[str], published: str | None = None) -> Report:
        """Reads files, and folders of them, into the record; what is in it already is not read again.

        Args:
            sources: text, Markdown, HTML or JSON-lines files, or folders.
            published: the date of publication of articles that do not state one themselves.

        Raises:
            DateError: `published` is not a date.
        """
        from parley.sources.dates import parse_day
        from parley.sources.files import load

        return self._read_items(load(sources, parse_day(published) if published else None))

    def read_text(
        self,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> Report:
        """Reads one text into the record.

        Raises:
            NoTextError: the text is blank.
            DateError: `published` is not a date.
        """
        from parley.sources.build import build_article
        from parley.sources.dates import parse_day

        day = parse_day(published) if published else None
        article = build_article(text, uri="text", url=url, title=title, publisher=publisher, published=day)
        return self._read_items([article])

    @property
    def entries(self) -> Derived:
        """All that the record says, derived from its claims and rulings; worked out anew after each reading."""
        if self._derived is None:
            from parley.deriving import derived

            self._derived = derived(self.store, self.as_of, self._deriver)
        return self._derived

    def articles(self) -> tuple[Article, ...]:
        """The articles, by id."""
        return tuple(self.entries.articles)

    def meetings(self, *names: str, since: str | None = None, until: str | None = None) -> list[MeetingEntry]:
        """Who met whom: the meetings at which all the named took part, those that may lie in a span of days.

        Args:
            names: people, states or organisations, in full or by surname.
            since: first day, month or year, as 2019-12-09, 2019-12 or 2019.
            until: last day, month or year.

        Raises:
            UnknownNameError: nobody in the record is called so.
            DateError: a date is none.
        """
        return self._selected(self.entries.meetings, names, since, until)

    def agreements(self, *names: str, since: str | None = None, until: str | None = None) -> list[AgreementEntry]:
        """What was agreed, signed or failed; options as for `meetings`."""
        return self._selected(self.entries.agreements, names, since, until)

    def measures(self, *names: str, since: str | None = None, until: str | None = None) -> list[MeasureEntry]:
        """What agreements provide; options as for `meetings`."""
        return self._selected(self.entries.measures, names, since, until)

    def outcomes(self, *names: str, since: str | None = None, until: str | None = None) -> list[OutcomeEntry]:
        """What came of agreements and measures; options as for `meetings`."""
        return self._selected(self.entries.outcomes, names, since, until)

    def statements(self, *names: str, since: str | None = None, until: str | None = None) -> list[StatementEntry]:
        """Who said what; options as for `meetings`."""
        return self._selected(self.entries.statements, names, since, until)

    def events(self, *names: str, since: str | None = None, until: str | None = None) -> list[EventEntry]:
        """Political events by PLOVER type; options as for `meetings`."""
        return self._selected(self.entries.events, names, since, until)

    def to_pandas(self, kind: ClaimKind) -> DataFrame:
        """The entries of one kind as a table, a row an entry.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            from pandas import DataFrame
        except ModuleNotFoundError as error:
            raise MissingExtraError("tables need pandas: pip install 'parley-record[pandas]'") from error
        from parley.exports.rows import columns, rows

        return DataFrame(list(rows(self.entries, kind)), columns=list(columns(kind)))

    def ask(self, question: str) -> Answer:
        """The answer to a question in ordinary words, every sentence with its citations."""
        from parley.answers import ask

        return ask(self.entries, question)

    def brief(self, *names: str, about: str | None = None, length: Literal["short", "long"] = "short") -> Brief:
        """A background piece on people or states: their meetings, what was agreed, what came of it, what they said.

        Args:
            names: people, states or organisations, in full or by surname.
            about: a subject that statements and positions are to be about.
            length: a page, or all there is.
        """
        from parley.answers import brief

        return brief(self.entries, names, about=about, length=length)

    def news(self, *names: str, since: str) -> Answer:
        """What articles published since a day, month or year told first, background told again left out.

        Raises:
            DateError: `since` is not a date.
        """
        from parley.answers import news

        return news(self.entries, window(since).first.isoformat(), names)

    def disputes(self, *names: str) -> Sequence[DisputeRow]:
        """Where accounts cannot all be true: a row for each value with each sentence that gives it.

        Raises:
            UnknownNameError: nobody in the record is called so.
        """
        from parley.answers import disputes_table

        return disputes_table(self.entries, names)

    def history(self, some_id: str) -> Sequence[str]:
        """How an entry came to be, line by line: what was published when, the sentences, and what was ruled.

        Raises:
            UnknownNameError: no entry or claim has this id.
        """
        from parley.answers import history

        return history(self.entries, some_id)

    def rule(
        self,
        action: RulingAction,
        *ids: str,
        by: str,
        why: str,
        field: str | None = None,
        value: str | None = None,
    ) -> Ruling:
        """Adds a ruling on entries or claims: `merge`, `split`, `correct` (a field), `reject`, `confirm`.

        Rulings are never taken back: a later one stands over an earlier. They survive reading again.

        Raises:
            RulingError: an id nobody knows, or an action that lacks what it needs.
        """
        from parley.record import make_ruling

        ruling = make_ruling(self.entries, action, ids, by=by, why=why, field=field, value=value)
        self.store.add_ruling(ruling)
        self._derived = None
        return ruling

    def load_export(self, text: str) -> Imported:
        """Adds the articles, claims and rulings of an exported record (`export("json", ...)`).

        Raises:
            ParleyError: the text is no export, or does not hold together; nothing is added then.
        """
        from parley.importing import import_export

        self._derived = None
        return import_export(self.store, text)

    def check(self, *sources: str | os.PathLike[str], published: str | None = None) -> Checked:
        """Holds articles against the record, without keeping them: what others tell too, otherwise, or not at all.

        Args:
            sources: files, or folders of them.
            published: the date of publication of articles that do not state one themselves.

        Raises:
            DateError: `published` is not a date.
        """
        from parley.answers.comparison import compare
        from parley.pipeline import read_sources
        from parley.record import derive
        from parley.settling import other_id
        from parley.sources.dates import parse_day

        entries = self.entries
        compared: list[CheckedArticle] = []
        skipped: list[Skipped] = []
        for item in read_sources(sources, parse_day(published) if published else None):
            if isinstance(item, Skipped):
                skipped.append(item)
                continue
            article = item.article
            if article.id in entries.article_by_id and entries.article_by_id[article.id].sha256 != article.sha256:
                article = article.model_copy(update={"id": other_id(article)})
            own = [claim.model_copy(update={"article": article.id}) for claim in item.claims]
            claims = {i: c for i, c in entries.claim_by_id.items() if c.article != article.id}
            others = [a for a in entries.articles if a.id != article.id]
            together = derive([*others, article], claims | {claim.id: claim for claim in own}, entries.rulings)
            compared.append(CheckedArticle(article, compare(together, article.id)))
        return Checked(tuple(compared), tuple(skipped))

    def timeline(self, *names: str, since: str | None = None, until: str | None = None) -> Sequence[TimelineRow]:
        """What happened, in the order of time; options as for `meetings`."""
        from parley.answers import timeline

        return timeline(self.entries, names, since=since, until=until)

    def positions(
        self, *names: str, about: str | None = None, since: str | None = None, until: str | None = None
    ) -> Sequence[PositionRow]:
        """What each party stood for, in the order of time, and where it shifted; options as for `meetings`.

        Args:
            names: of any of these people or states.
            about: a topic, or a word of one: "ceasefire", "direct talks".
            since: first day, month or year.
            until: last day, month or year.

        Raises:
            UnknownNameError: nobody in the record is called so, or nobody took a position on such a topic.
            DateError: a date is none.
        """
        from parley.answers.topics import topics_named
        from parley.exports.positions import position_rows

        chosen = [self._selected(self.entries.statements, (name,), since, until) for name in names]
        chosen = chosen or [self._selected(self.entries.statements, (), since, until)]
        kept = {entry.id for entries in chosen for entry in entries}
        rows = [row for row in position_rows(self.entries) if row.statement in kept]
        if about is None:
            return rows
        words = about.casefold().split()
        topics = topics_named(words) | {about.casefold()}
        found = [row for row in rows if row.topic.casefold() in topics]
        if not found:
            there_are = ", ".join(sorted({row.topic for row in rows})) or "none"
            raise UnknownNameError(f"no position on {about!r} is in the record; there are positions on: {there_are}")
        return found

    def search(self, words: str, limit: int = 20) -> list[Article]:
        """The articles that hold all the words, the best match first."""
        return self.store.search(words, limit)

    def verify(self) -> list[str]:
        """What does not hold together, one sentence each; nothing when all is well."""
        from parley.record import derive
        from parley.verify import faults

        # From the claims themselves, not from what was worked out of them before.
        return list(faults(derive(self.store.articles(), self.store.claims(), tuple(self.store.rulings()))))

    def export(
        self,
        format: str,
        stream: IO[Any],
        kind: ClaimKind | None = None,
        names: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
    ) -> None:
        """Writes the record, or part of it, to a stream: `json`, `csv`, `xlsx`, `ics` and what else is installed.

        Args:
            format: a name of `parley.registry.names("exports")`.
            stream: of text; of bytes for formats that are (`xlsx`, `parquet`, `png`).
            kind: only entries of this kind.
            names: only entries with all of these people, states or organisations; their measures and outcomes too.
            since: first day, month or year.
            until: last day, month or year.

        Raises:
            UnknownNameError: no such format (the message lists what there is), or nobody is called so.
            MissingExtraError: the format needs a package that is not installed.
            DateError: a date is none.
        """
        from parley.selecting import narrowed

        registry.load("exports", format)(narrowed(self.entries, names, since, until), stream, kind)

    def _read_items(self, items: Iterable[Article | Skipped]) -> Report:
        from parley.pipeline import read_into

        read: list[str] = []
        known: list[str] = []
        skipped: list[Skipped] = []
        unresolved: dict[str, tuple[str, ...]] = {}
        claims = 0
        self._derived = None
        for item in read_into(self.store, items):
            if isinstance(item, ReadArticle):
                read.append(item.article.id)
                claims += len(item.claims)
                if item.unresolved and not item.article.published:
                    unresolved[item.article.id] = item.unresolved
            elif isinstance(item, Article):
                known.append(item.id)
            else:
                skipped.append(item)
        return Report(tuple(read), tuple(known), claims, tuple(skipped), unresolved)

    def _selected(self, entries: Iterable[E], names: Sequence[str], since: str | None, until: str | None) -> list[E]:
        from parley.selecting import select

        return select(self.entries, entries, names, since, until)
