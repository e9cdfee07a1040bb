"""Lists of the API in pages with cursors, its parameters, and the answers that all of it can give."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from parley.web.errors import ErrorBody

T = TypeVar("T")
_MOST_ITEMS = 200
Limit = Annotated[int, Query(ge=1, le=_MOST_ITEMS, description="How many at most.")]
Cursor = Annotated[str | None, Query(max_length=200, description="`next` of the answer before.")]
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorBody, "description": told}
    for status, told in {
        400: "Asked for in a way that cannot be answered.",
        401: "A token is needed.",
        404: "Nothing of this id.",
        414: "The address is too long.",
        421: "Asked under another host's name.",
        422: "A parameter is not valid.",
    }.items()
}
NOT_MODIFIED: dict[int | str, dict[str, Any]] = {304: {"description": "The same as the ETag in If-None-Match."}}


class Listed(BaseModel, Generic[T]):
    """Some of a list: `next` is the cursor of what follows, None at the end."""

    total: int
    items: list[T]
    next: str | None


def listed(items: Sequence[T], key: Callable[[T], str], limit: int, cursor: str | None) -> Listed[T]:
    """The items that follow a cursor, and the cursor of what follows them.

    Raises:
        HTTPException: the cursor is none of this list.
    """
    first = 0
    if cursor is not None:
        keys = [key(item) for item in items]
        last = _after(cursor)
        if last not in keys:
            raise HTTPException(400, "This cursor is none of this list; begin again without one.")
        first = keys.index(last) + 1
    shown = items[first : first + limit]
    more = first + limit < len(items)
    return Listed(total=len(items), items=list(shown), next=_cursor(key(shown[-1])) if more else None)


def _cursor(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _after(cursor: str) -> str:
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise HTTPException(400, "This is no cursor.") from error
