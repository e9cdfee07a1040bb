"""Headless Chromium for tests and pictures: where it is, how it starts, and a desk for it to look at."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from parley.model.protocols import Store
from parley.web import links
from parley.web.app import create_app
from parley.web.held import Keeper

# Chromium's own talk with its makers is off; as root it starts only without its sandbox.
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
)  # fmt: skip
# Every sort of page; in brackets what `names_of` finds in a record.
PAGES = (
    "/", "/timeline", "/timeline?since=2019&until=2020", "/meetings", "/meetings?name=Nobody", "/agreements",
    "/measures", "/outcomes", "/statements", "/events", "/people", "/places", "/disputes", "/news", "/articles",
    "/search?q=ceasefire", "/ask", "/ask?q=Have+Zelensky+and+Putin+met%3F", "/brief", "/brief?of=Zelensky&of=Putin",
    "/rulings", "/read", "/nosuch", "{meeting}", "{agreement}", "{measure}", "{outcome}", "{statement}", "{event}",
    "{person}", "{state}", "{place}", "{article}", "/rule?do=correct&of={meeting_id}",
    "/rule?do=merge&of={meeting_id}", "/rule?do=split&of={meeting_id}", "/rule?do=confirm&of={meeting_id}",
)  # fmt: skip


def chromium() -> str | None:
    """Where Chromium is, None where it is not installed."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def served(store: Store, edit: bool = True) -> Iterator[str]:
    """The address of a desk over a record, served from here."""
    import uvicorn

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(store, edit=edit), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def names_of(store: Store) -> dict[str, str]:
    """Addresses of entries with much to show, by kind; and of a person, a state, a place, an article."""
    held = Keeper(store).now()
    most = {
        kind: max(getattr(held.record, folder), key=lambda e: (len(e.claims), e.id))
        for kind, folder in links.FOLDERS.items()
    }
    most["agreement"] = max(held.record.agreements, key=lambda a: len(held.measures_of.get(a.id, ())))
    article = max(held.claims_of, key=lambda a: len(held.claims_of[a]))
    place = next(iter(held.places.values()))[0]
    people = {kind: next(p for p in held.parties.values() if p.kind == kind) for kind in ("person", "state")}
    return {kind: links.of_entry(e) for kind, e in most.items()} | {
        "article": links.of_article(article),
        "place": links.of_place(place),
        "meeting_id": most["meeting"].id,
        **{kind: links.of_party(p) for kind, p in people.items()},
    }
