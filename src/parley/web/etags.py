"""ETags: a browser or program that has the answer already is told so, and is sent nothing."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ETags:
    """Marks every successful answer with a digest of its bytes; 304 when the asker names the same."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Holds the answer back until it is whole."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        asked = [tag.strip() for tag in Headers(scope=scope).get("if-none-match", "").split(",")]
        start: Message | None = None
        body = b""

        async def hold(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body") or start is None:
                return
            headers = MutableHeaders(scope=start)
            if start["status"] == 200:
                tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
                headers["etag"] = tag
                headers.setdefault("cache-control", "private, no-cache")
                if tag in (a.removeprefix("W/") for a in asked) or "*" in asked:
                    start["status"], body = 304, b""
                    del headers["content-length"]
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self._app(scope, receive, hold)
