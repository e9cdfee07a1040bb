"""The JSON API under `/api/v1`: the same record, in pages with cursors."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from parley._version import __version__
from parley.answers import ask, brief, timeline
from parley.model.article import Article
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
from parley.selecting import select
from parley.web.data import whole_of
from parley.web.errors import ErrorBody
from parley.web.held import Keeper
from parley.web.links import FOLDERS
from parley.web.paging import MOST_WORDS

T = TypeVar("T")
_TYPES: dict[str, type[BaseEntry]] = {
    "meeting": MeetingEntry,
    "agreement": AgreementEntry,
    "measure": MeasureEntry,
    "outcome": OutcomeEntry,
    "statement": StatementEntry,
    "event": EventEntry,
}
_MOST_ITEMS = 200
Limit = Annotated[int, Query(ge=1, le=_MOST_ITEMS, description="How many at most.")]
Cursor = Annotated[str | None, Query(max_length=200, description="`next` of the answer before.")]
Names = Annotated[list[str] | None, Query(max_length=10, description="Only with all of these taking part.")]
Day = Annotated[str | None, Query(max_length=10, description="2019-12-09, 2019-12 or 2019.")]
Words = Annotated[str, Query(min_length=1, max_length=MOST_WORDS)]
_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorBody, "description": told}
    for status, told in {
        400: "Asked for in a way that cannot be answered.",
        401: "A token is needed.",
        404: "Nothing of this id.",
        414: "The address is too long.",
        421: "Asked under another host's name.",
        422: "A parameter is not valid.",
    }.items()
}
_NOT_MODIFIED: dict[int | str, dict[str, Any]] = {304: {"description": "The same as the ETag in If-None-Match."}}


class Listed(BaseModel, Generic[T]):
    """Some of a list: `next` is the cursor of what follows, None at the end."""

    total: int
    items: list[T]
    next: str | None


class Health(BaseModel):
    """That the desk answers, and what it holds."""

    status: str
    version: str
    articles: int


def api(keeper: Keeper) -> APIRouter:
    """The routes of the API."""
    router = APIRouter(responses=_ERRORS | _NOT_MODIFIED)

    @router.get("/healthz", tags=["health"])
    def health() -> Health:
        """Whether the desk answers."""
        return Health(status="ok", version=__version__, articles=len(keeper.now().record.articles))

    for kind, folder in FOLDERS.items():
        _add_kind(router, keeper, folder, _TYPES[kind])

    @router.get("/api/v1/articles", tags=["articles"])
    def articles(limit: Limit = 50, cursor: Cursor = None) -> Listed[Article]:
        """The articles, by id."""
        return _listed(keeper.now().record.articles, lambda a: a.id, limit, cursor)

    @router.get("/api/v1/articles/{article_id:path}", tags=["articles"])
    def article(article_id: str) -> Article:
        """One article with its text."""
        found = keeper.now().record.article_by_id.get(article_id)
        if found is None:
            raise HTTPException(404, "No article has this id.")
        return found

    @router.get("/api/v1/timeline", tags=["answers"])
    def timeline_rows(
        name: Names = None, since: Day = None, until: Day = None, limit: Limit = 50, cursor: Cursor = None
    ) -> Listed[dict[str, Any]]:
        """What happened, in the order of time."""
        held = keeper.now()
        select(held.record, (), name or (), since, until)  # says what is wrong with a name or date
        rows = timeline(held.record, name or (), since, until)
        found = _listed(rows, lambda row: row.entry, limit, cursor)
        items = [{field: getattr(row, field) for field in row.__slots__} for row in found.items]
        return Listed(total=found.total, items=items, next=found.next)

    @router.get("/api/v1/ask", tags=["answers"])
    def answer(q: Words) -> dict[str, Any]:
        """The answer to a question in ordinary words, every sentence with its citations."""
        return ask(keeper.now().record, q).to_json()

    @router.get("/api/v1/brief", tags=["answers"])
    def background(of: Annotated[list[str], Query(min_length=1, max_length=10)]) -> dict[str, Any]:
        """A background piece on people or states."""
        if any(len(name) > MOST_WORDS for name in of):
            raise HTTPException(400, "A name is too long.")
        return brief(keeper.now().record, of).to_json()

    @router.get("/api/v1/search", tags=["answers"])
    def search(q: Words, limit: Limit = 20) -> Listed[Article]:
        """The articles that hold all the words, the best match first."""
        found = keeper.now().store.search(q, limit)
        return Listed(total=len(found), items=found, next=None)

    return router


def _add_kind(router: APIRouter, keeper: Keeper, folder: str, model: type[BaseEntry]) -> None:
    def entries(
        name: Names = None, since: Day = None, until: Day = None, limit: Limit = 50, cursor: Cursor = None
    ) -> Listed[Any]:
        record = keeper.now().record
        found: list[Entry] = select(record, getattr(record, folder), name or (), since, until)
        return _listed(found, lambda e: e.id, limit, cursor)

    def entry(entry_id: str) -> dict[str, Any]:
        held = keeper.now()
        found = held.record.find(entry_id)
        if found is None or FOLDERS[found.kind] != folder:
            raise HTTPException(404, f"None of the {folder} has this id.")
        return whole_of(held, found)

    path = f"/api/v1/{folder}"
    router.add_api_route(
        path, entries, methods=["GET"], tags=[folder], name=folder, response_model=Listed[model],  # type: ignore[valid-type]
        summary=f"The {folder}, in the order of time",
    )  # fmt: skip
    router.add_api_route(
        path + "/{entry_id}", entry, methods=["GET"], tags=[folder], name=f"one of {folder}",
        summary=f"One of the {folder}, by its id or a claim's, with every sentence that shows it",
    )  # fmt: skip


def _listed(items: Sequence[T], key: Callable[[T], str], limit: int, cursor: str | None) -> Listed[T]:
    first = 0
    if cursor is not None:
        keys = [key(item) for item in items]
        last = _after(cursor)
        if last not in keys:
            raise HTTPException(400, "This cursor is none of this list; begin again without one.")
        first = keys.index(last) + 1
    shown = items[first : first + limit]
    more = first + limit < len(items)
    return Listed(total=len(items), items=list(shown), next=_cursor(key(shown[-1])) if more else None)


def _cursor(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _after(cursor: str) -> str:
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise HTTPException(400, "This is no cursor.") from error
