"""`parley meetings`, `agreements`, `statements`: what the record holds, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from parley import config
from parley.answers.naming import at_table, mediators
from parley.cli.output import (
    AsOfOption,
    JsonOption,
    NamesArgument,
    RecordOption,
    SinceOption,
    UntilOption,
    note,
    open_record,
    print_json,
    print_table,
)
from parley.model.record import AgreementEntry, BaseEntry, MeetingEntry, StatementEntry

STATUS_WORDS = {"happened": "yes", "planned": "planned", "possible": "possible", "not_held": "no"}


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (meetings, agreements, statements):
        app.command(command.__name__, rich_help_panel="What the record holds")(command)


def meetings(
    names: NamesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    ids: Annotated[bool, typer.Option("--ids", help="Show the ids, for `rule` and `history`.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Also those of one known party, and undated plans.")
    ] = False,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List who met whom, when and where.

    Example: parley meetings Zelensky Putin --since 2019
    """
    with open_record(record, as_of) as opened:
        found = opened.meetings(*names or (), since=since, until=until)
    if as_json:
        print_json([entry.model_dump(mode="json") for entry in found])
    else:
        shown = [entry for entry in found if everything or _worth_a_line(entry)]
        headings = ("When", "Who", "Where", "Held", "N")
        rows = [meeting_row(entry) for entry in shown]
        if ids:
            headings, rows = ("Id", *headings), [(e.id, *row) for e, row in zip(shown, rows, strict=True)]  # type: ignore[assignment]
        print_table(headings, rows, "No such meeting in the record.")
        if rows:
            note("N: articles that tell of it.")
        if len(shown) < len(found):
            note(f"{len(found) - len(shown)} more with only one known party, or planned without a date: --all")


def agreements(
    names: NamesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List what was agreed, proposed or refused.

    Example: parley agreements Ukraine
    """
    with open_record(record, as_of) as opened:
        found = opened.agreements(*names or (), since=since, until=until)
    if as_json:
        print_json([entry.model_dump(mode="json") for entry in found])
    else:
        headings = ("When", "Agreement", "Between", "Reached", "Articles")
        print_table(headings, [agreement_row(entry) for entry in found], "No such agreement in the record.")


def statements(
    names: NamesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List who said what.

    Example: parley statements Putin --since 2022 --until 2022-12
    """
    with open_record(record, as_of) as opened:
        found = opened.statements(*names or (), since=since, until=until)
    if as_json:
        print_json([entry.model_dump(mode="json") for entry in found])
    else:
        headings = ("When", "Who", "Said", "Articles")
        print_table(headings, [statement_row(entry) for entry in found], "No such statement in the record.")


def meeting_row(entry: MeetingEntry) -> tuple[str, ...]:
    """A meeting as a line of the table: who met, through whom, and what it is called; narrow enough for 80 columns."""
    through = mediators(entry)
    table = {party.id: party.name for party in at_table(entry)}
    brokers = {party.id: party.name for party in through}
    apart = {i: name for i, name in table.items() if i not in brokers}
    if len(apart) > 1:
        table = apart
    who = ", ".join(table.values())
    listed = ", ".join(name for i, name in brokers.items() if i not in table)
    told = "; ".join(part for part in (who, f"through {listed}" if listed else "") if part)
    called = entry.name or ("several" if entry.several else "")
    where = "by phone" if entry.form == "remote" and not entry.place else entry.place.name if entry.place else ""
    cells = (short_when(entry), f"{told} ({called})" if called else told, where)
    return (*cells, STATUS_WORDS[entry.status], str(len(entry.articles)))


def _worth_a_line(entry: MeetingEntry) -> bool:
    """Whether two parties are known, and not only that somebody talked of a meeting at some time."""
    talked_of = entry.status in ("planned", "possible") and entry.days is None and entry.place is None
    hosts = all(party.role in ("mediator", "host") for party in entry.participants)
    return len({party.id for party in entry.participants}) > 1 and not hosts and not talked_of


def agreement_row(entry: AgreementEntry) -> tuple[str, ...]:
    """An agreement as a line of the table."""
    return (when(entry), entry.name, _names(entry), STATUS_WORDS[entry.status], str(len(entry.articles)))


def statement_row(entry: StatementEntry) -> tuple[str, ...]:
    """A statement as a line of the table."""
    said = f"“{entry.quote}”" if entry.direct else entry.quote
    return (entry.said or when(entry), _names(entry, "speaker"), said, str(len(entry.articles)))


def when(entry: BaseEntry) -> str:
    """When, as EDTF; the words themselves where they could not be placed."""
    if entry.when is None:
        return ""
    return entry.when.edtf or f"“{entry.when.text}”"


def short_when(entry: BaseEntry) -> str:
    """When, with what both ends of a span share written once: 2025-06-21/30; nothing for words that name no date."""
    first, separator, last = (entry.when.edtf or "" if entry.when else "").partition("/")
    if not separator or len(first) != 10 or len(last) != 10:
        return first + separator + last
    return f"{first}/{last[8:] if first[:7] == last[:7] else last[5:] if first[:4] == last[:4] else last}"


def _names(entry: BaseEntry, *roles: str) -> str:
    shown: Sequence[str] = [party.name for party in entry.parties(*roles)]
    return ", ".join(dict.fromkeys(shown))
