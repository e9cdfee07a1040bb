"""What stands before every page: a strict policy, bounded requests, the right host, and a token where one is set."""

from __future__ import annotations

import hashlib
import secrets
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.web.errors import error_response

HEADERS = {
    "content-security-policy": (
        "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
# An address with its question: the longest that browsers and proxies are sure to carry.
MOST_ADDRESS = 4000
# A token with the name of its field; anything longer is none.
MOST_FORM = 4000
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_COOKIE = "parley"
_OPEN = ("/healthz", "/static/")


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
    """Refuses what is too long, what is for another host, and, where a token is set, whoever does not have it.

    Without a token the desk is for this machine: a page elsewhere that makes a browser ask for it under a name of its
    own (DNS rebinding) is refused by that name.
    """

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers itself, or passes the request on."""
        answer = await self._answer(Request(scope, receive)) if scope["type"] == "http" else None
        await (answer or self._app)(scope, receive, send)

    async def _answer(self, request: Request) -> Response | None:
        if len(request.scope.get("raw_path") or b"") + len(request.scope["query_string"]) > MOST_ADDRESS:
            return error_response(request, 414, "The address is too long.")
        if self._token is None:
            host = host_name(request.headers.get("host", ""))
            return None if host in LOOPBACK else error_response(request, 421, "This desk answers on this machine only.")
        path = str(request.scope["path"])
        if path.startswith(_OPEN):
            return None
        if path == "/sign-in":
            return await self._sign_in(request) if request.method == "POST" else None
        if self._known(request):
            return None
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse("/sign-in", status_code=303)
        return error_response(request, 401, "A token is needed: Authorization: Bearer TOKEN.")

    def _known(self, request: Request) -> bool:
        token = str(self._token)
        given = Headers(scope=request.scope).get("authorization", "").removeprefix("Bearer ")
        bearer = secrets.compare_digest(given.encode(), token.encode())
        return bearer or secrets.compare_digest(request.cookies.get(_COOKIE, "").encode(), session_of(token).encode())

    async def _sign_in(self, request: Request) -> Response:
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > MOST_FORM:
                return error_response(request, 413, "That is no token.")
        given = parse_qs(body.decode("utf-8", "replace")).get("token", [""])[0].strip()
        if not secrets.compare_digest(given.encode(), str(self._token).encode()):
            return error_response(request, 401, "That is not the token.")
        answer = RedirectResponse("/", status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(_COOKIE, session_of(str(self._token)), httponly=True, samesite="strict", secure=secure)
        return answer


def session_of(token: str) -> str:
    """What the cookie holds: it shows that its bearer had the token, and is not the token."""
    return hashlib.sha256(f"parley session {token}".encode()).hexdigest()


def host_name(host: str) -> str:
    """The name in a Host header, without the port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()
