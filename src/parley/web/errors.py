"""One shape for everything that goes wrong: a page for people, JSON for programs."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from parley.web.render import render
from parley.web.sessions import visitor_of

_CODES = {
    400: "bad_request", 401: "token_needed", 403: "not_allowed", 404: "not_found", 405: "method_not_allowed",
    408: "too_slow", 413: "too_long", 414: "too_long", 421: "wrong_host", 422: "bad_request", 429: "busy", 500: "fault",
}  # fmt: skip
_TITLES = {
    401: "A token is needed",
    403: "Not done",
    404: "Nothing at this address",
    500: "A fault of Parley",
}


class ErrorDetail(BaseModel):
    """What went wrong: a word for programs, the HTTP status, a sentence for people."""

    code: str
    status: int
    message: str


class ErrorBody(BaseModel):
    """The one shape of errors."""

    error: ErrorDetail


def error_response(request: Request, status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    """The error as JSON for the API and for data, else as a page."""
    path = str(request.scope["path"])
    if path.startswith(("/api/", "/healthz")) or path.endswith((".json", ".csv")):
        content: dict[str, Any] = ErrorBody(
            error=ErrorDetail(code=_CODES.get(status, "error"), status=status, message=message)
        ).model_dump()
        return JSONResponse(content, status, headers)
    title = _TITLES.get(status, "This did not work")
    visitor = visitor_of(request)
    return render("error.html", status=status, headers=headers, title=title, message=message, visitor=visitor)
