"""Templates: autoescaped everywhere, no undefined names."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from parley._version import __version__
from parley.answers.phrasing import bare_time, day_in_words
from parley.answers.text import outlet_of
from parley.web import links, words
from parley.web.sessions import Visitor

ENVIRONMENT = Environment(
    loader=PackageLoader("parley.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
ENVIRONMENT.globals.update(links=links, words=words, version=__version__, outlet_of=outlet_of)
ENVIRONMENT.filters.update(day=day_in_words, time=bare_time, squeeze=lambda text: " ".join(text.split()))


def render(template: str, *, status: int = 200, headers: dict[str, str] | None = None, **context: Any) -> HTMLResponse:
    """A page."""
    context.setdefault("twins", ())
    context.setdefault("files", ())
    context.setdefault("here", "")
    context.setdefault("question", "")
    context.setdefault("visitor", Visitor())
    return HTMLResponse(ENVIRONMENT.get_template(template).render(context), status, headers)
