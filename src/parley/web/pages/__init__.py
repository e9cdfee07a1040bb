"""The pages, by what they show. Each is a function of a `View` that gives a `Page`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import quote

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.requests import Request

from parley.web.held import Keeper
from parley.web.links import FOLDERS
from parley.web.pages import articles, asking, disputes, entries, front, people, places, rulings, timeline
from parley.web.paging import Page, View, add_page, add_pages, answer_with


def warm(keeper: Keeper) -> None:
    """Makes what pages look up, by making one page of each sort: so that nobody waits for it who comes first."""
    held = keeper.now()
    record = held.record
    wanted: list[tuple[str, Callable[[View], Page]]] = [
        ("/", front.home), ("/news", front.news), ("/timeline", timeline.timeline), ("/people", people.people),
        ("/places", places.places), ("/disputes", disputes.disputes), ("/articles", articles.articles),
        ("/ask", asking.ask_page), ("/brief", asking.brief_page), ("/search", asking.search),
        ("/rulings", rulings.rulings),
    ]  # fmt: skip
    wanted += [(f"/{FOLDERS[kind]}", entries.lister(kind)) for kind in entries.KINDS]
    one_each: list[tuple[str, Callable[[View, str], Page], str | None]] = [
        ("/people", people.person, next(iter(held.parties), None)),
        ("/places", places.place, next(iter(held.places), None)),
        ("/articles", articles.article, record.articles[0].id if record.articles else None),
    ]
    for kind in entries.KINDS:
        of_kind = entries.entries_of(record, kind)
        one_each.append((f"/{FOLDERS[kind]}", entries.entry, of_kind[0].id if of_kind else None))
    wanted += [(f"{path}/{key}", _of(make, key)) for path, make, key in one_each if key is not None]
    who = ",".join(p.name for p in list(held.parties.values())[:1])
    for path, make in wanted:
        query = {"/search": f"q={quote(who)}", "/meetings": f"name={quote(who)}&words=talks"}.get(path, "")
        scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
        with suppress(
            Exception
        ):  # a page that fails tells of it when it is asked for; the others are shown all the same
            answer_with(View(held, QueryParams(query), path), make, "", Request(scope | {"server": ("localhost", 80)}))
    _ = held.former_ids


def _of(make: Callable[[View, str], Page], key: str) -> Callable[[View], Page]:
    return lambda view: make(view, key)


def all_pages(keeper: Keeper) -> APIRouter:
    """The routes of all pages with their twins."""
    router = APIRouter()
    add_page(router, keeper, "/", front.home)
    add_page(router, keeper, "/news", front.news, csv=True)
    add_page(router, keeper, "/timeline", timeline.timeline, csv=True)
    for kind in entries.KINDS:
        add_page(router, keeper, f"/{FOLDERS[kind]}", entries.lister(kind), csv=True)
        add_pages(router, keeper, f"/{FOLDERS[kind]}", entries.entry)
    for path, all_of, one in (
        ("/people", people.people, people.person),
        ("/places", places.places, places.place),
        ("/disputes", disputes.disputes, disputes.dispute),
        ("/articles", articles.articles, articles.article),
    ):
        add_page(router, keeper, path, all_of, csv=True)
        add_pages(router, keeper, path, one)
    for path, make in (("/ask", asking.ask_page), ("/brief", asking.brief_page), ("/search", asking.search)):
        add_page(router, keeper, path, make)
    add_page(router, keeper, "/rulings", rulings.rulings, csv=True)
    add_page(router, keeper, "/rule", rulings.rule)
    return router
