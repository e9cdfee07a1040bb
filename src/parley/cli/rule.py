"""`parley rule`, `history`, `disputes`, `import`: what people decide about the record, and why it says what it says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from parley import config
from parley.cli.output import (
    AsOfOption,
    JsonOption,
    NamesArgument,
    RecordOption,
    note,
    open_record,
    print_json,
    print_text,
)
from parley.errors import NotFoundError
from parley.model.ruling import RulingAction

IdsArgument = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of entries or claims, or their start.")]
ByOption = Annotated[str, typer.Option(metavar="NAME", help="Who decides.")]
WhyOption = Annotated[str, typer.Option(metavar="TEXT", help="For what reason.")]

RULE_HELP = """Decide about entries of the record: join, part, correct, leave out, confirm.

A ruling is added and never deleted; a later one stands over an earlier, and `undo` takes one back. It holds when
articles are read again.

Example: parley rule merge meeting-1f0c meeting-77ab --by "A. Editor" --why "one evening, told twice"
"""


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    rules = typer.Typer(help=RULE_HELP, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
    for command in (merge, split, correct, reject, confirm, undo):
        rules.command(command.__name__)(command)
    app.add_typer(rules, name="rule", rich_help_panel="Keeping the record")
    for name, listed in (("disputes", disputes), ("history", history)):
        app.command(name, rich_help_panel="What the record holds")(listed)
    app.command("import", rich_help_panel="Keeping the record")(import_)


def merge(ids: IdsArgument, by: ByOption, why: WhyOption, record: RecordOption = config.RECORD) -> None:
    """Make one entry of several. Undone by `split`.

    Example: parley rule merge meeting-1f0c meeting-77ab --by "A. Editor" --why "one evening, told twice"
    """
    _rule("merge", ids, by, why, record)


def split(ids: IdsArgument, by: ByOption, why: WhyOption, record: RecordOption = config.RECORD) -> None:
    """Take claims out of their entry, to stand as one of their own. Undone by `merge`.

    The claims are those that `parley history ID` lists.

    Example: parley rule split 5d41402abc4b2a76b971 --by "A. Editor" --why "tells of the meeting in May"
    """
    _rule("split", ids, by, why, record)


def correct(
    ids: IdsArgument,
    by: ByOption,
    why: WhyOption,
    change: Annotated[str, typer.Option("--set", metavar="FIELD=VALUE", help="What is right, as when=2019-12-09.")],
    record: RecordOption = config.RECORD,
) -> None:
    """Give a field of an entry another value. Undone by `undo`.

    Example: parley rule correct meeting-1f0c --set when=2019-12-09 --by "A. Editor" --why "programme of the summit"
    """
    field, _, value = change.partition("=")
    _rule("correct", ids, by, why, record, field.strip(), value.strip())


def reject(ids: IdsArgument, by: ByOption, why: WhyOption, record: RecordOption = config.RECORD) -> None:
    """Leave entries or claims out of the record. Undone by `confirm`.

    Example: parley rule reject meeting-1f0c --by "A. Editor" --why "a scene of a film"
    """
    _rule("reject", ids, by, why, record)


def confirm(ids: IdsArgument, by: ByOption, why: WhyOption, record: RecordOption = config.RECORD) -> None:
    """Mark entries as checked by a person. Undone by `reject`.

    Example: parley rule confirm meeting-1f0c --by "A. Editor" --why "read the sentence"
    """
    _rule("confirm", ids, by, why, record)


def undo(
    ids: Annotated[
        list[str], typer.Argument(metavar="RULING...", help="Ids of rulings, as `parley rule` prints them.")
    ],
    by: ByOption,
    why: WhyOption,
    record: RecordOption = config.RECORD,
) -> None:
    """Take rulings back, as if they had not been made; both stay in the history. Undone by another `undo`.

    Example: parley rule undo 3b5d5c3712955042 --by "A. Editor" --why "the programme was wrong"
    """
    _rule("undo", ids, by, why, record)


def history(
    some_id: Annotated[str, typer.Argument(metavar="ID", help="Id of an entry or claim, or its start.")],
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    record: RecordOption = config.RECORD,
) -> None:
    """Tell how an entry came to be: what was published when, the sentences, and what was ruled.

    `parley meetings --ids` shows the ids of meetings; `--json` of every list shows those of its entries.

    Example: parley history meeting-1f0c
    """
    with open_record(record, as_of) as opened:
        lines = opened.history(some_id)
    if as_json:
        print_json(list(lines))
    else:
        print_text("\n".join(lines))


def disputes(
    names: NamesArgument = None,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    record: RecordOption = config.RECORD,
) -> None:
    """List where accounts cannot all be true, side by side with their sentences.

    Example: parley disputes Zelensky Putin
    """
    from dataclasses import asdict

    with open_record(record, as_of) as opened:
        rows = opened.disputes(*names or ())
    if as_json:
        print_json([asdict(row) for row in rows])
        return
    if not rows:
        note("No accounts in the record contradict each other.")
    told = None
    value = None
    for row in rows:
        if told != (row.entry, row.field):
            told, value = (row.entry, row.field), None
            print_text(f"{row.about} ({row.entry}), {row.field}:")
        if row.value != value:
            value = row.value
            print_text(f"  {value.replace('_', ' ')}")
        outlet = f"{row.said_by}, as told by {row.outlet}" if row.said_by else row.outlet
        print_text(f"    “{row.sentence}” – {outlet}, {row.published or 'no date of publication'}")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.json", help="What `parley export --format json` wrote.")],
    record: RecordOption = config.RECORD,
) -> None:
    """Take articles, claims and rulings from an exported record into this one; a new one gives the same record back.

    What is there already is not added twice.

    Example: parley import talks.json --record copy.db
    """
    from parley.api import Record

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotFoundError(f"{file} cannot be read ({error})") from error
    with Record(record) as opened:
        added = opened.load_export(text)
    note(f"{added.articles} articles, {added.claims} claims, {added.rulings} rulings added to {record}")


def _rule(
    action: RulingAction,
    ids: list[str],
    by: str,
    why: str,
    record: str,
    field: str | None = None,
    value: str | None = None,
) -> None:
    with open_record(record) as opened:
        ruling = opened.rule(action, *ids, by=by, why=why, field=field, value=value)
    print_text(ruling.id)
    note(f"{action} ruled by {by} on {', '.join(ids)}")
