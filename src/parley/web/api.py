"""The JSON API under `/api/v1`: the same record, in pages with cursors."""

from __future__ import annotations

from typing import Annotated, Any

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
from parley.web.api_lists import ERRORS, NOT_MODIFIED, Cursor, Limit, Listed, listed
from parley.web.data import whole_of
from parley.web.held import Keeper
from parley.web.links import FOLDERS
from parley.web.paging import MOST_WORDS

_TYPES: dict[str, type[BaseEntry]] = {
    "meeting": MeetingEntry,
    "agreement": AgreementEntry,
    "measure": MeasureEntry,
    "outcome": OutcomeEntry,
    "statement": StatementEntry,
    "event": EventEntry,
}
Names = Annotated[list[str] | None, Query(max_length=10, description="Only with all of these taking part.")]
Day = Annotated[str | None, Query(max_length=10, description="2019-12-09, 2019-12 or 2019.")]
Words = Annotated[str, Query(min_length=1, max_length=MOST_WORDS)]


class Health(BaseModel):
    """That the desk answers, and what it holds."""

    status: str
    version: str
    articles: int


def api(keeper: Keeper) -> APIRouter:
    """The routes of the API."""
    router = APIRouter(responses=ERRORS | NOT_MODIFIED)

    @router.get("/healthz", tags=["health"])
    def health() -> Health:
        """Whether the desk answers."""
        return Health(status="ok", version=__version__, articles=len(keeper.now().record.articles))

    for kind, folder in FOLDERS.items():
        _add_kind(router, keeper, folder, _TYPES[kind])

    @router.get("/api/v1/articles", tags=["articles"])
    def articles(limit: Limit = 50, cursor: Cursor = None) -> Listed[Article]:
        """The articles, by id."""
        return listed(keeper.now().record.articles, lambda a: a.id, limit, cursor)

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
        found = listed(rows, lambda row: row.entry, limit, cursor)
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
        return listed(found, lambda e: e.id, limit, cursor)

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
