"""`parley serve`: the record as pages and an API."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from parley import config
from parley.cli.output import RecordOption, note
from parley.errors import MissingExtraError, ParleyError
from parley.store import open_store

# The names of this machine for itself: nobody else can ask there.
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# Requests that are answered at once; a newsroom sends a few, and more are told to come again.
MOST_AT_ONCE = 200
# A token that is shorter can be found by trying.
_SHORTEST_TOKEN = 16


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("serve", rich_help_panel="What the record holds")(serve)


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen. Others than this machine need --token-file.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
    token_file: Annotated[
        Path | None, typer.Option("--token-file", metavar="FILE", help="A file with the token visitors have to know.")
    ] = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Let visitors rule on entries and read articles into the record.")
    ] = False,
    record: RecordOption = config.RECORD,
) -> None:
    """Show the record in a browser: timeline, meetings, agreements, people, articles, answers.

    Without --edit it never changes the record. What `parley read` adds meanwhile is shown at once. Ends with Ctrl-C.

    Example: parley serve --edit --record talks.db
    """
    token = token_of(host, token_file)
    try:
        import uvicorn

        from parley.web.app import create_app
    except ModuleNotFoundError as error:
        raise MissingExtraError("serving needs more packages: pip install 'parley-record[web]'") from error
    store = open_store(record, create=False)
    try:
        shown = f"[{host}]" if ":" in host else host
        note(f"making {record} ready ...")
        logging.basicConfig(level=logging.WARNING, format="%(message)s")
        told = (
            f"{record} is shown at http://{shown}:{port}{' and can be changed there' if edit else ''} (Ctrl-C ends it)"
        )
        app = create_app(store, token, edit, ready=lambda: note(told))
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, limit_concurrency=MOST_AT_ONCE)
    finally:
        store.close()


def token_of(host: str, file: Path | None) -> str | None:
    """The token that visitors have to know; None when there is to be none, which is right on this machine only.

    Raises:
        ParleyError: others could ask without a token, or the file holds none.
    """
    if file is None:
        if host not in _LOOPBACK:
            raise ParleyError(
                f"listening at {host} lets others ask; give --token-file FILE, a token they have to know (make one "
                "with: python -c 'import secrets; print(secrets.token_urlsafe(24))' > FILE)"
            )
        return None
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ParleyError(f"{file} cannot be read as a token file ({error})") from error
    if len(token) < _SHORTEST_TOKEN or not token.isascii() or not token.isprintable():
        raise ParleyError(f"{file} holds no token: write at least {_SHORTEST_TOKEN} plain characters in it")
    return token
