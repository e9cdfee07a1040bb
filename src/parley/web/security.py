"""What stands before every page: a strict policy, bounded requests, the right host, and who may ask and change."""

from __future__ import annotations

import asyncio
import secrets
from urllib.parse import parse_qs, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.web.errors import error_response
from parley.web.sessions import LASTING, Sessions, Visitor, set_visitor

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with none at all, browsers hide the origin of forms from us too
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
# An address with its question: the longest that browsers and proxies are sure to carry.
MOST_ADDRESS = 4000
# A token with the name of its field; anything longer is none.
MOST_FORM = 4000
# Whoever tries tokens waits so long after each (a token has at least sixteen characters).
SLOWED = 0.3
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
COOKIE = "parley"
BY_COOKIE = "parley_by"
_OPEN = ("/healthz", "/static/")
_SAFE = ("GET", "HEAD", "OPTIONS")


class Headed:
    """Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on."""

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, headed if scope["type"] == "http" else send)


class Guard:
    """Refuses what is too long, what is for another host, what another site sends, and whoever lacks the token.

    Without a token the desk is for this machine: a page elsewhere that makes a browser ask for it under a name of its
    own (DNS rebinding) is refused by that name. Where the desk changes anything (`edit`), each browser has a session,
    and a form has to carry the token of its session (`parley.web.forms`).
    """

    def __init__(self, app: ASGIApp, token: str | None, sessions: Sessions, edit: bool = False) -> None:
        self._app = app
        self._token = token
        self._sessions = sessions
        self._edit = edit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers itself, or passes the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        answer = await self._refusal(request)
        if answer:
            await answer(scope, receive, send)
            return
        session = self._session(request)
        fresh = None
        if not session and self._token is None and self._edit and _is_page(request):
            session = fresh = self._sessions.open()
        token = self._sessions.form_token(session) if session else ""
        by = unquote(request.cookies.get(BY_COOKIE, ""))[:100]
        set_visitor(request, Visitor(self._edit, bool(session and self._token), token, " ".join(by.split())))

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and fresh:
                carrier = Response()
                set_cookie(carrier, request, COOKIE, fresh)
                MutableHeaders(scope=message).append("set-cookie", carrier.headers["set-cookie"])
            await send(message)

        await self._app(scope, receive, with_cookie)

    async def _refusal(self, request: Request) -> Response | None:
        if len(request.scope.get("raw_path") or b"") + len(request.scope["query_string"]) > MOST_ADDRESS:
            return error_response(request, 414, "The address is too long.")
        if request.method not in _SAFE and not from_here(request):
            return error_response(request, 403, "This was sent by a page of another site; nothing was done.")
        if self._token is None:
            host = host_name(request.headers.get("host", ""))
            return None if host in LOOPBACK else error_response(request, 421, "This desk answers on this machine only.")
        path = str(request.scope["path"])
        if path.startswith(_OPEN):
            return None
        if path == "/sign-in":
            return await self._sign_in(request) if request.method == "POST" else None
        if path == "/sign-out" and request.method == "POST":
            return self._sign_out(request)
        if self._session(request) or self._bears_token(request):
            return None
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse("/sign-in", status_code=303)
        return error_response(request, 401, "A token is needed: Authorization: Bearer TOKEN.")

    def _session(self, request: Request) -> str:
        session = request.cookies.get(COOKIE, "")
        return session if self._sessions.known(session) else ""

    def _bears_token(self, request: Request) -> bool:
        given = Headers(scope=request.scope).get("authorization", "").removeprefix("Bearer ")
        return secrets.compare_digest(given.encode(), str(self._token).encode())

    async def _sign_in(self, request: Request) -> Response:
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > MOST_FORM:
                return error_response(request, 413, "That is no token.")
        given = parse_qs(body.decode("utf-8", "replace")).get("token", [""])[0].strip()
        if not secrets.compare_digest(given.encode(), str(self._token).encode()):
            await asyncio.sleep(SLOWED)
            return error_response(request, 401, "That is not the token.")
        answer = RedirectResponse("/", status_code=303)
        set_cookie(answer, request, COOKIE, self._sessions.open())
        return answer

    def _sign_out(self, request: Request) -> Response:
        self._sessions.close(request.cookies.get(COOKIE, ""))
        answer = RedirectResponse("/sign-in", status_code=303)
        answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return answer


def set_cookie(answer: Response, request: Request, name: str, value: str) -> None:
    """Gives the browser a cookie that only this desk gets, and no script."""
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=int(LASTING), httponly=True, samesite="strict", secure=secure)


def from_here(request: Request) -> bool:
    """Whether a request comes from a page of this desk, or from no browser: what its headers say of its origin.

    A browser that says nothing of it is left to the token of the form.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:  # no page can make a browser say another than the true one
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    except ValueError:
        return False


def _is_page(request: Request) -> bool:
    path = str(request.scope["path"])
    return request.method == "GET" and not path.startswith((*_OPEN, "/api/")) and not path.endswith((".json", ".csv"))


def host_name(host: str) -> str:
    """The name in a Host header, without the port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()
