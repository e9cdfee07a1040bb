"""`parley meetings`, `agreements`, `statements`: what the record holds, as tables."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from parley import config
from parley.cli.output import (
    JsonOption,
    NamesArgument,
    RecordOption,
    SinceOption,
    UntilOption,
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
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List who met whom, when and where.

    Example: parley meetings Zelensky Putin --since 2019
    """
    with open_record(record) as opened:
        found = opened.meetings(*names or (), since=since, until=until)
    if as_json:
        print_json([entry.model_dump(mode="json") for entry in found])
    else:
        headings = ("When", "Who", "Through", "Where", "Held", "Called", "Articles")
        print_table(headings, [meeting_row(entry) for entry in found], "No such meeting in the record.")


def agreements(
    names: NamesArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List what was agreed, proposed or refused.

    Example: parley agreements Ukraine
    """
    with open_record(record) as opened:
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
    as_json: JsonOption = False,
    record: RecordOption = config.RECORD,
) -> None:
    """List who said what.

    Example: parley statements Putin --since 2022 --until 2022-12
    """
    with open_record(record) as opened:
        found = opened.statements(*names or (), since=since, until=until)
    if as_json:
        print_json([entry.model_dump(mode="json") for entry in found])
    else:
        headings = ("When", "Who", "Said", "Articles")
        print_table(headings, [statement_row(entry) for entry in found], "No such statement in the record.")


def meeting_row(entry: MeetingEntry) -> tuple[str, ...]:
    """A meeting as a line of the table."""
    called = entry.name or ("several" if entry.several else "")
    who, through = _names(entry, "party", "signatory", "source", "target"), _names(entry, "mediator", "host")
    return (when(entry), who, through, place(entry), STATUS_WORDS[entry.status], called, str(len(entry.articles)))


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


def place(entry: BaseEntry) -> str:
    """Where."""
    if entry.place is None:
        return ""
    country = entry.place.country
    return f"{entry.place.name}, {country}" if country and country != entry.place.name else entry.place.name


def _names(entry: BaseEntry, *roles: str) -> str:
    shown: Sequence[str] = [party.name for party in entry.parties(*roles)]
    return ", ".join(dict.fromkeys(shown))
