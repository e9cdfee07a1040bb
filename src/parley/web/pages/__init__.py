"""The pages, by what they show. Each is a function of a `View` that gives a `Page`."""

from __future__ import annotations

from fastapi import APIRouter

from parley.web.held import Keeper
from parley.web.links import FOLDERS
from parley.web.pages import articles, asking, disputes, entries, front, people, places, rulings, timeline
from parley.web.paging import add_page, add_pages


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
