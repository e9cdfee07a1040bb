"""Who is at the desk: sessions, and the tokens that show that a form was sent from a page of this desk."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field
from threading import Lock

from starlette.requests import Request

# A working day with an evening; who comes back the next morning signs in again.
LASTING = 12 * 3600.0
# More browsers at once are no newsroom; the oldest sessions go.
MOST_SESSIONS = 2000
_KEY = "parley.visitor"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever sent a request: whether rulings and reading are open to them, and what their forms carry.

    `form_token` is empty where there is no session; `by` is the name under which they ruled last.
    """

    edit: bool = False
    signed_in: bool = False
    form_token: str = ""
    by: str = ""


@dataclass(frozen=True)
class Sessions:
    """The sessions of this process; none outlives it."""

    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _opened: dict[str, float] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def open(self) -> str:
        """A new session; its id is what the cookie holds, and says nothing."""
        session = secrets.token_urlsafe(24)
        with self._lock:
            while len(self._opened) >= MOST_SESSIONS:
                del self._opened[next(iter(self._opened))]
            self._opened[session] = time.monotonic()
        return session

    def known(self, session: str) -> bool:
        """Whether a session was opened here, not too long ago, and not closed."""
        with self._lock:
            opened = self._opened.get(session)
            if opened is not None and time.monotonic() - opened > LASTING:
                del self._opened[session]
                return False
            return opened is not None

    def close(self, session: str) -> None:
        """Ends a session."""
        with self._lock:
            self._opened.pop(session, None)

    def form_token(self, session: str) -> str:
        """What a form of this session carries; nobody without the session's page can work it out."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()


def visitor_of(request: Request) -> Visitor:
    """Whoever sent a request, as the guard found."""
    found = request.scope.get(_KEY)
    return found if isinstance(found, Visitor) else Visitor()


def set_visitor(request: Request, visitor: Visitor) -> None:
    """Notes whoever sent a request."""
    request.scope[_KEY] = visitor
