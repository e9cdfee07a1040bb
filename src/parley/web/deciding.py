"""What a form of a ruling does when it is sent."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from parley.errors import RulingError
from parley.model.record import Entry
from parley.model.ruling import Ruling, RulingAction
from parley.web import links
from parley.web.forms import Form, form_of
from parley.web.held import Held, Keeper
from parley.web.pages.rulings import ACTIONS, rule_form
from parley.web.paging import View, answer_with
from parley.web.rulings import FIELDS, changes
from parley.web.security import BY_COOKIE, set_cookie
from parley.web.sessions import visitor_of

# A name, and a reason: a line and a short paragraph.
MOST_NAME, MOST_WHY = 100, 2000


def deciding(keeper: Keeper) -> APIRouter:
    """The route that forms of rulings are sent to."""
    router = APIRouter()

    async def sent(request: Request) -> Response:
        form = await form_of(request)
        return await run_in_threadpool(_ruled, keeper, request, form)

    router.add_api_route("/rule", sent, methods=["POST"], include_in_schema=False)
    return router


def _ruled(keeper: Keeper, request: Request, form: Form) -> Response:
    held = keeper.now()
    action, of = form.text("do", 20), form.text("of")
    by, why = form.text("by", MOST_NAME), form.text("why", MOST_WHY)
    given = {
        f: form.raw(f, MOST_WHY)
        for f in ("other", *{f for of_kind in FIELDS.values() for f in of_kind})
        if f in form.fields
    }
    try:
        if action not in ACTIONS:
            raise RulingError("there is no such ruling")
        entry = held.record.find(of) if action != "undo" else None
        made = _make(keeper, held, action, of, entry, form, given, by, why)  # type: ignore[arg-type]
    except RulingError as error:
        message = str(error)[:1].upper() + str(error)[1:]
        view = View(held, QueryParams(), "/rule", visitor_of(request))
        return answer_with(
            view, lambda v: rule_form(v, action, of, given | {"by": by, "why": why}, message), "", request, 422
        )
    answer = RedirectResponse(_after(keeper, made), status_code=303)
    set_cookie(answer, request, BY_COOKIE, quote(by))
    return answer


def _make(
    keeper: Keeper,
    held: Held,
    action: RulingAction,
    of: str,
    entry: Entry | None,
    form: Form,
    given: dict[str, str],
    by: str,
    why: str,
) -> list[Ruling]:
    if not by or not why:
        raise RulingError("write who rules, and why: both stay with the entry")
    if action == "undo":
        return keeper.rule("undo", of.split(","), by, why)
    if entry is None:
        raise RulingError("there is no such entry; it may have been merged or rejected meanwhile")
    if action == "correct":
        return keeper.rule("correct", [entry.id], by, why, changes(held, entry, given))
    if action == "merge":
        chosen = form.texts("with") + ([_id_in(given["other"])] if given.get("other", "").strip() else [])
        if not chosen:
            raise RulingError("choose what to merge it with")
        return keeper.rule("merge", [entry.id, *chosen], by, why)
    if action == "split":
        chosen = [claim for claim in form.texts("claim") if claim in entry.claims]
        if not chosen or len(chosen) == len(entry.claims):
            raise RulingError("choose some of the accounts, and not all of them")
        return keeper.rule("split", chosen, by, why)
    return keeper.rule(action, [entry.id], by, why)


def _id_in(given: str) -> str:
    """The id at the end of an address of an entry, or the id itself."""
    try:
        path = urlsplit(given.strip()).path
    except ValueError:
        path = given
    return path.rstrip("/").rpartition("/")[2].removesuffix(".json").strip()


def _after(keeper: Keeper, made: list[Ruling]) -> str:
    """Where to go when a ruling is made: to its entry as it is now, or where there is none to the list of rulings."""
    record = keeper.now().record
    just = ",".join(ruling.id for ruling in made)
    claims = made[0].claims[-1:] if made[0].action == "split" else made[0].claims
    entry = next((e for claim in claims if (e := record.entry_by_claim.get(claim))), None)
    return links.with_query(links.of_entry(entry) if entry else "/rulings", [("ruled", just)])
