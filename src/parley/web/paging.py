"""A page and its twins: one function gives what is shown, and it goes out as HTML, JSON or CSV."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from parley.exports.csv import write_table
from parley.web.files import FORMATS
from parley.web.held import Held, Keeper
from parley.web.links import with_query
from parley.web.render import render
from parley.web.sessions import Visitor, visitor_of

T = TypeVar("T")
# No question in words is longer; the answer to one takes time with its length.
MOST_WORDS = 500
# Rows on one page: a screen or two of the densest table, a tenth of a second to write.
PER_PAGE = 100


@dataclass(frozen=True)
class View:
    """What is asked for: the record as it is, and the question in the address."""

    held: Held
    query: QueryParams
    path: str
    visitor: Visitor = field(default_factory=Visitor)

    def text(self, name: str) -> str:
        """A field of the question, without space around it.

        Raises:
            HTTPException: it is too long.
        """
        return self._bounded(self.query.get(name, ""))

    def texts(self, name: str) -> list[str]:
        """All values of a field that are not blank."""
        return [text for value in self.query.getlist(name)[:20] if (text := self._bounded(value))]

    @property
    def page(self) -> int:
        """The number of the page of a long list, from 1."""
        given = self.query.get("page", "1")
        return min(max(int(given), 1), 100_000) if given.isascii() and given.isdigit() and len(given) < 7 else 1

    def address(self, **changed: str | None) -> str:
        """This address with some fields changed; None takes one out."""
        pairs = [(n, v) for n, v in self.query.multi_items() if n not in changed and v]
        return with_query(self.path, pairs + [(n, v) for n, v in changed.items() if v])

    @staticmethod
    def _bounded(value: str) -> str:
        if len(value) > MOST_WORDS:
            raise HTTPException(400, f"That is too long; write at most {MOST_WORDS} characters.")
        return " ".join(value.replace("\0", " ").split())


@dataclass(frozen=True)
class Part:
    """A stretch of a long list."""

    number: int
    count: int
    total: int
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Page:
    """What is shown: a template with what it needs, the same as data, or what gives it, and the rows of a table."""

    template: str
    title: str
    data: Any
    context: Mapping[str, Any] = field(default_factory=dict)
    columns: Sequence[str] = ()
    rows: Callable[[], Iterable[Mapping[str, Any]]] | None = None
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """What writes it as other sorts of files, by the ending of the address."""


class MovedError(Exception):
    """What is asked for is at another address of ours."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def part_of(view: View, items: Sequence[T]) -> tuple[Sequence[T], Part]:
    """The items of the page asked for, with the addresses of the pages around it."""
    count = max(1, -(-len(items) // PER_PAGE))
    number = min(view.page, count)
    shown = items[(number - 1) * PER_PAGE : number * PER_PAGE]
    before = view.address(page=str(number - 1)) if number > 1 else None
    after = view.address(page=str(number + 1)) if number < count else None
    return shown, Part(number, count, len(items), before, after)


def add_page(router: APIRouter, keeper: Keeper, path: str, make: Callable[[View], Page], csv: bool = False) -> None:
    """Adds a page, and its twins beside it."""
    for ending in ("", ".json", *([".csv", ".xlsx", ".ics"] if csv else [])):

        def answer(request: Request, ending: str = ending) -> Response:
            return answer_with(
                View(keeper.now(), request.query_params, path, visitor_of(request)), make, ending, request
            )

        router.add_api_route(path + ending, answer, methods=["GET", "HEAD"], include_in_schema=False)


def add_pages(router: APIRouter, keeper: Keeper, path: str, make: Callable[[View, str], Page]) -> None:
    """Adds one page an id below a path, and its twins; an id may itself end like one of them."""

    def answer(request: Request, key: str) -> Response:
        held = keeper.now()
        for ending in ("", ".json", ".csv"):
            if not key.endswith(ending):
                continue
            name = key.removesuffix(ending)
            address = f"{path}/{quote(name, safe=':')}"
            view = View(held, request.query_params, address, visitor_of(request))
            try:
                return answer_with(view, lambda v, name=name: make(v, name), ending, request)  # type: ignore[misc]
            except MovedError as moved:
                return RedirectResponse(moved.address + ending, 307)
            except KeyError:
                continue
        raise HTTPException(404, f"The record holds nothing of this name under {path}.")

    router.add_api_route(path + "/{key:path}", answer, methods=["GET", "HEAD"], include_in_schema=False)


def answer_with(view: View, make: Callable[[View], Page], ending: str, request: Request, status: int = 200) -> Response:
    """What `make` gives, in the form that the ending of the address asks for."""
    page = make(view)
    if ending == ".json":
        if page.data is None:
            raise HTTPException(404, "This page has no data of its own.")
        return JSONResponse(page.data() if callable(page.data) else page.data)
    if ending == ".csv":
        if page.rows is None:
            raise HTTPException(404, "This page is no table; its data is at the same address with .json.")
        stream = io.StringIO(newline="")
        write_table(page.columns, page.rows(), stream)
        return _file(view, stream.getvalue().encode(), ending)
    if ending:
        if ending not in page.files:
            raise HTTPException(404, "This page is no such file, or what writes it is not installed.")
        return _file(view, page.files[ending](), ending)
    own = quote(request.scope["path"], safe="/:")
    asked = f"?{request.url.query}" if request.url.query else ""
    twins = (
        []
        if page.data is None
        else [("JSON", f"{own}.json{asked}")] + ([("CSV", f"{own}.csv{asked}")] if page.rows is not None else [])
    )
    whole = view.address(page=None, whole=None)[len(view.path) :]
    taken = [(".csv", whole), (".json", f"{whole}{'&' if whole else '?'}whole=1"), *((e, whole) for e in page.files)]
    files = [(FORMATS[e][0], f"{own}{e}{query}") for e, query in taken] if page.files else []
    context: dict[str, Any] = {"title": page.title, "view": view, "held": view.held, "record": view.held.record}
    context["visitor"] = view.visitor
    return render(
        page.template,
        status=status,
        **context | {"twins": twins, "files": files, "here": view.path} | dict(page.context),
    )


def _file(view: View, content: bytes, ending: str) -> Response:
    """A file to be kept, called like the page."""
    name = "-".join(re.findall(r"[\w-]+", view.path)) or "record"
    headers = {"content-disposition": f"attachment; filename={name if name.isascii() else 'table'}{ending}"}
    return Response(content, media_type=FORMATS[ending][1], headers=headers)
