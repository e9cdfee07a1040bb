"""What pages gather beyond entries and articles, as JSON under `/api/v1`: people, places, disputes, news, rulings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from parley.model.party import PartyKind
from parley.web.api_lists import ERRORS, NOT_MODIFIED, Cursor, Limit, Listed, listed
from parley.web.held import Held, Keeper
from parley.web.pages import disputes, front, people, places
from parley.web.pages.rulings import rows as ruling_rows
from parley.web.paging import Page, View

Kind = Annotated[PartyKind | None, Query(description="Only of this kind.")]
Day = Annotated[str | None, Query(max_length=10, description="2019-12-09, 2019-12 or 2019.")]


def api_pages(keeper: Keeper) -> APIRouter:
    """The routes."""
    router = APIRouter(responses=ERRORS | NOT_MODIFIED)

    @router.get("/api/v1/people", tags=["people"])
    def all_people(kind: Kind = None, limit: Limit = 50, cursor: Cursor = None) -> Listed[dict[str, Any]]:
        """Everybody who takes part, people, states, organisations and groups, the most told of first."""
        held = keeper.now()
        found = [p for p in held.parties.values() if kind in (None, p.kind)]
        some = listed(found, lambda p: p.id, limit, cursor)
        return Listed(total=some.total, items=[people.row(held, p) for p in some.items], next=some.next)

    @router.get("/api/v1/people/{party_id}", tags=["people"])
    def one_of_people(party_id: str) -> dict[str, Any]:
        """One party: meetings, agreements, statements, positions over time and their shifts."""
        return _data(keeper.now(), people.person, party_id)

    @router.get("/api/v1/places", tags=["places"])
    def all_places(limit: Limit = 50, cursor: Cursor = None) -> Listed[dict[str, Any]]:
        """The places, those of the most entries first."""
        return listed(places.rows(keeper.now()), lambda row: str(row["key"]), limit, cursor)

    @router.get("/api/v1/places/{key}", tags=["places"])
    def one_of_places(key: str) -> dict[str, Any]:
        """What happened at one place."""
        return _data(keeper.now(), places.place, key)

    @router.get("/api/v1/disputes", tags=["disputes"])
    def all_disputes(limit: Limit = 50, cursor: Cursor = None) -> Listed[dict[str, Any]]:
        """The entries on which accounts differ, with what each says."""
        held = keeper.now()
        found = [e for e in held.record.entries() if e.disputes]
        some = listed(found, lambda e: e.id, limit, cursor)
        return Listed(total=some.total, items=[disputes.row(e) for e in some.items], next=some.next)

    @router.get("/api/v1/news", tags=["answers"])
    def news(since: Day = None, limit: Limit = 50, cursor: Cursor = None) -> Listed[dict[str, Any]]:
        """What articles since a day told first; without one, since a month before the latest article."""
        return listed(front.news_rows(keeper.now(), since), lambda row: str(row["id"]), limit, cursor)

    @router.get("/api/v1/rulings", tags=["rulings"])
    def rulings(limit: Limit = 50, cursor: Cursor = None) -> Listed[dict[str, Any]]:
        """What people decided, the latest first; `undone` where a later ruling takes it back."""
        return listed(ruling_rows(keeper.now()), lambda row: str(row["id"]), limit, cursor)

    return router


def _data(held: Held, make: Callable[[View, str], Page], key: str) -> dict[str, Any]:
    try:
        data = make(View(held, QueryParams(), ""), key).data
    except KeyError as error:
        raise HTTPException(404, "Nothing has this id.") from error
    found: dict[str, Any] = data() if callable(data) else data
    return found
