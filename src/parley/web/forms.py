"""Forms that change something: read within bounds of size and time, and only from a page of this desk."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

from parley.web.sessions import visitor_of

# A ruling on the largest entry: some hundreds of ids, and a reason.
MOST_RULING = 64_000
# The whole of a form must have come within so many seconds: a slow line is enough for some megabytes.
MOST_SECONDS = 60
MOST_FIELDS = 1000
READ_ONLY = "This desk only shows the record. Start it with --edit to rule and to read from it."


@dataclass(frozen=True)
class Upload:
    """A file that was sent: its name as given, never used as one of ours, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Form:
    """What was filled in."""

    fields: dict[str, list[str]]
    files: Sequence[Upload] = ()

    def text(self, name: str, most: int = 2000) -> str:
        """A field on one line, without space around it.

        Raises:
            HTTPException: it is too long.
        """
        return " ".join(self.raw(name, most).split())

    def raw(self, name: str, most: int) -> str:
        """A field as it was sent.

        Raises:
            HTTPException: it is too long.
        """
        value = (self.fields.get(name) or [""])[0]
        if len(value) > most:
            raise HTTPException(413, f"{name} is too long; write at most {most:,} characters.")
        return value.replace("\0", " ")

    def texts(self, name: str) -> list[str]:
        """All values of a field that are not blank."""
        return [text for value in self.fields.get(name, ()) if (text := " ".join(value.replace("\0", " ").split()))]


async def form_of(request: Request, most: int = MOST_RULING) -> Form:
    """The form that was sent with a request.

    Raises:
        HTTPException: the desk is read-only, the form comes from elsewhere, or is too large, or too slow in coming.
    """
    visitor = visitor_of(request)
    if not visitor.edit:
        raise HTTPException(403, READ_ONLY)
    bounded = Request(request.scope, _bounded(request, most))
    try:
        async with asyncio.timeout(MOST_SECONDS):
            sent = await bounded.form(max_files=50, max_fields=MOST_FIELDS, max_part_size=most)
            fields: dict[str, list[str]] = {}
            files = []
            for name, value in sent.multi_items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    if content or value.filename:
                        files.append(Upload(value.filename or "", content))
                else:
                    fields.setdefault(name, []).append(value)
            await sent.close()
    except TimeoutError as error:
        raise HTTPException(408, "The form took too long to arrive.") from error
    given = (fields.get("form_token") or [""])[0]
    if not visitor.form_token or not secrets.compare_digest(given.encode(), visitor.form_token.encode()):
        raise HTTPException(
            403, "The page this was sent from is too old, or not one of this desk; open it anew and send it again."
        )
    return Form(fields, files)


def _bounded(request: Request, most: int) -> Receive:
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length) > most:
        raise HTTPException(413, f"That is too much; send at most {most / 1_000_000:.2g} MB at once.")
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > most:
            raise HTTPException(413, f"That is too much; send at most {most / 1_000_000:.2g} MB at once.")
        return message

    return receive
