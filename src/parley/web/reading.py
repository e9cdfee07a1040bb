"""The pages by which articles are read into the record: sent, looked at, kept or dropped."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from parley.errors import DateError
from parley.sources.dates import parse_day
from parley.web import links
from parley.web.forms import READ_ONLY, Form, form_of
from parley.web.held import Keeper
from parley.web.jobs import ENDINGS, MOST_BYTES, MOST_FILES, MOST_TEXT, BusyError, Job, Jobs, acceptable, pasted
from parley.web.marked import notes_of, stretches
from parley.web.paging import Page, View, answer_with
from parley.web.sessions import visitor_of
from parley.web.tables import title_of

# Articles whose text is shown before they are kept; of more, the facts are counted.
MOST_SHOWN = 20
# The page of a reading that is not done is asked for anew after so many seconds, without a script.
LOOK_AGAIN = "2"
_FIELDS = ("text", "title", "publisher", "url", "published")


def reading(keeper: Keeper, jobs: Jobs) -> APIRouter:
    """The routes of reading."""
    router = APIRouter()

    def view_of(request: Request) -> View:
        if not visitor_of(request).edit:
            raise HTTPException(403, READ_ONLY)
        return View(keeper.now(), QueryParams(), str(request.scope["path"]), visitor_of(request))

    def form(request: Request) -> Response:
        return answer_with(view_of(request), lambda _: _form(jobs, {}), "", request)

    async def send(request: Request) -> Response:
        sent = await form_of(request, MOST_BYTES)
        return await run_in_threadpool(_start, view_of(request), jobs, sent, request)

    def look(request: Request, job_id: str) -> Response:
        job = _job(jobs, job_id)
        answer = answer_with(view_of(request), lambda v: _preview(v, job), "", request)
        if job.state == "running":
            answer.headers["refresh"] = LOOK_AGAIN
        answer.headers["cache-control"] = "no-store"
        return answer

    async def decide(request: Request, job_id: str) -> Response:
        sent = await form_of(request)
        if sent.text("do", 10) == "date":
            return await run_in_threadpool(_dated, view_of(request), jobs, job_id, sent.text("published", 40), request)
        return await run_in_threadpool(_decide, keeper, jobs, job_id, sent.text("do", 10))

    router.add_api_route("/read", form, methods=["GET"], include_in_schema=False)
    router.add_api_route("/read", send, methods=["POST"], include_in_schema=False)
    router.add_api_route("/read/{job_id}", look, methods=["GET"], include_in_schema=False)
    router.add_api_route("/read/{job_id}", decide, methods=["POST"], include_in_schema=False)
    return router


def _job(jobs: Jobs, job_id: str) -> Job:
    job = jobs.get(job_id)
    if job is None:
        raise HTTPException(404, "This reading is no more: it was kept or dropped, or the desk was started anew.")
    return job


def _form(jobs: Jobs, given: dict[str, str], wrong: str = "") -> Page:
    context = {
        "given": {name: given.get(name, "") for name in _FIELDS}, "wrong": wrong, "waiting": jobs.all(),
        "most_text": MOST_TEXT, "most_files": MOST_FILES, "megabytes": MOST_BYTES // 1_000_000, "endings": ENDINGS,
    }  # fmt: skip
    return Page("read.html", "Add articles", None, context)


def _start(view: View, jobs: Jobs, sent: Form, request: Request) -> Response:
    given = {name: sent.text(name, 500) for name in _FIELDS[1:]} | {"text": sent.raw("text", MOST_TEXT)}
    files = [file for file in sent.files if file.name or file.content]
    status = 422
    try:
        published = parse_day(given["published"]) if given["published"] else None
        wrong = next((told for file in files if (told := acceptable(file))), "")
        if given["text"].strip():
            files.insert(0, pasted(given["text"], title=given["title"], publisher=given["publisher"],
                                   url=given["url"], published=published or ""))  # fmt: skip
        if not files:
            wrong = "Paste a text, or choose a file"
        elif len(files) > MOST_FILES:
            wrong = f"That is too much; send at most {MOST_FILES} files at once"
        if not wrong:
            return RedirectResponse(f"/read/{jobs.start(files, published).id}", 303)
    except DateError:
        wrong = f"“{given['published']}” is no day; write it as 2025-05-13"
    except BusyError as error:
        wrong, status = str(error), 429
    return answer_with(view, lambda _: _form(jobs, given, wrong), "", request, status)


def _dated(view: View, jobs: Jobs, job_id: str, given: str, request: Request) -> Response:
    """Reads the same anew, with a day of publication for what had none."""
    job = _job(jobs, job_id)
    try:
        published = parse_day(given)
        again = jobs.start(job.sent(), published)
    except DateError:
        wrong = (
            f"“{given}” is no day; write it as 2025-05-13" if given else "Write the day of publication, as 2025-05-13"
        )
        return answer_with(view, lambda v: _preview(v, job, wrong), "", request, 422)
    except BusyError as error:
        message = str(error)
        return answer_with(view, lambda v: _preview(v, job, message), "", request, 429)
    jobs.drop(job_id)
    return RedirectResponse(f"/read/{again.id}", 303)


def _preview(view: View, job: Job, wrong: str = "") -> Page:
    context: dict[str, Any] = {"job": job, "wrong": wrong, "state": job.state, "count": job.count, "title_of": title_of}
    if job.state == "done":
        held = job.held
        shown = []
        for article in held.record.articles[:MOST_SHOWN]:
            claims = [(i, held.record.claim_by_id[i]) for i in held.claims_of.get(article.id, ())]
            notes = notes_of(claims)
            shown.append((article, notes, stretches(article, notes)))
        counts = {kind: len(getattr(held.record, folder)) for kind, folder in links.FOLDERS.items()}
        context |= {"shown": shown, "counts": counts, "entry_of": held.record.entry_by_claim,
                    "known": job.known(view.held.store)}  # fmt: skip
    title = {"running": "Reading …", "done": "What was found", "failed": "Nothing could be read"}[job.state]
    return Page("preview.html", title, None, context)


def _decide(keeper: Keeper, jobs: Jobs, job_id: str, do: str) -> Response:
    job = _job(jobs, job_id)
    if do == "keep" and job.state == "done":
        taken = keeper.take(job.keep)
        jobs.drop(job_id)
        ids = [*taken.added, *taken.known]
        if len(ids) == 1:
            return RedirectResponse(links.with_query(links.of_article(ids[0]), [("kept", "1")]), 303)
        return RedirectResponse(links.with_query("/articles", [("kept", str(len(taken.added)))]), 303)
    if do == "stop" and job.state == "running":
        job.stop()
        return RedirectResponse(f"/read/{job_id}", 303)
    if do != "drop":
        raise HTTPException(422, "A reading can be kept, when it is done, or dropped.")
    jobs.drop(job_id)
    return RedirectResponse("/read", 303)
