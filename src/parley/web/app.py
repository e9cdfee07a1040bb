"""The application: pages, API, and what stands before them."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from parley._version import __version__
from parley.errors import ParleyError
from parley.model.protocols import Store
from parley.web.api import api
from parley.web.api_pages import api_pages
from parley.web.deciding import deciding
from parley.web.errors import error_response
from parley.web.etags import ETags
from parley.web.held import Keeper
from parley.web.jobs import Jobs
from parley.web.pages import all_pages, warm
from parley.web.reading import reading
from parley.web.render import render
from parley.web.security import Guard, Headed
from parley.web.sessions import Sessions

_log = logging.getLogger(__name__)


def create_app(
    store: Store, token: str | None = None, edit: bool = False, ready: Callable[[], None] | None = None
) -> FastAPI:
    """The desk over a store; it reads and never writes, unless it is told that it may.

    Args:
        store: the record that is shown.
        token: what a visitor has to know; without one, only requests to this machine by its own names are answered.
        edit: whether visitors may rule on the record and read into it.
        ready: called when everything that pages look up has been made, and requests are answered from then on; without
            it each thing is made when it is first asked for.
    """
    keeper, jobs = Keeper(store), Jobs()

    @asynccontextmanager
    async def lasting(_: FastAPI) -> AsyncIterator[None]:
        if ready:
            await run_in_threadpool(warm, keeper)
            ready()
        yield
        jobs.close()

    app = FastAPI(
        lifespan=lasting,
        title="Parley",
        version=__version__,
        description="The record of a negotiation: entries with every sentence that shows them.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.include_router(api(keeper))
    app.include_router(api_pages(keeper))
    app.include_router(all_pages(keeper))
    if edit:
        app.include_router(deciding(keeper))
        app.include_router(reading(keeper, jobs))
    app.add_api_route("/sign-in", _sign_in, methods=["GET"], include_in_schema=False)
    app.mount("/static", StaticFiles(directory=Path(__file__).with_name("static")), "static")
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(ParleyError, _refused)
    app.add_exception_handler(Exception, _fault)
    made = app.openapi
    app.openapi = lambda: _plain(made())  # type: ignore[method-assign]
    app.add_middleware(ETags)
    app.add_middleware(Guard, token=token, sessions=Sessions(), edit=edit)
    app.add_middleware(Headed)
    return app


def _plain(described: Any) -> Any:
    """A description in which a pair of equal things is a list of two: many tools do not know of tuples."""
    if isinstance(described, list):
        return [_plain(item) for item in described]
    if not isinstance(described, dict):
        return described
    found = {name: _plain(value) for name, value in described.items()}
    kinds = found.get("prefixItems")
    if isinstance(kinds, list) and kinds and all(kind == kinds[0] for kind in kinds):
        found["items"] = found.pop("prefixItems")[0]
    return found


def _sign_in() -> Response:
    return render("sign_in.html", title="Sign in")


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = error.detail if error.detail != "Not Found" else "There is no page at this address."
    return error_response(request, error.status_code, told, dict(error.headers or {}))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}" for e in error.errors())
    return error_response(request, 422, told)


def _refused(request: Request, error: Exception) -> Response:
    return error_response(request, 400, str(error))


def _fault(request: Request, error: Exception) -> Response:
    _log.error("a fault of Parley at %s", request.scope["path"], exc_info=error)
    return error_response(request, 500, "This is a fault of Parley, not yours. The terminal where it runs says more.")
