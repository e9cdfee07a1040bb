"""Reading from the desk: a process of its own reads what was sent into a record of its own, to be kept or dropped.

The pages never load the language model. What is sent is written under names of ours in a folder of ours; neither a
path nor an address given by a visitor is ever opened.
"""

from __future__ import annotations

import json
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Timer
from typing import Literal, Protocol

from parley.deriving import derived
from parley.errors import ParleyError
from parley.model.article import Article, Skipped
from parley.model.protocols import Store
from parley.store import open_store
from parley.taking import Taken, take_over
from parley.web.forms import Upload
from parley.web.held import Held

# What one sending may hold: some hundred articles, or a book.
MOST_BYTES = 8_000_000
MOST_TEXT = 500_000
MOST_FILES = 50
# Reading is stopped then; what was read by then can be kept. A hundred articles take about a minute.
MOST_SECONDS = 600.0
# Readings that wait to be looked at; the oldest of more is dropped.
MOST_WAITING = 8
# Bytes of memory and of one file that the reading process may take: three times what the model and a long text need.
MOST_MEMORY = 6_000_000_000
MOST_FILE = 400_000_000
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson")
# What a pasted text is sent as.
PASTED = "pasted.jsonl"
_OURS = re.compile(r"(?P<file>sent-\d{3}\.[a-z]+)(?P<line>#\d+)?$")
State = Literal["running", "done", "failed"]


class Process(Protocol):
    """What is needed of a process that reads."""

    def poll(self) -> int | None:
        """None while it runs."""
        ...

    def kill(self) -> None:
        """Ends it."""
        ...

    def wait(self, timeout: float | None = None) -> int:
        """Waits until it has ended."""
        ...


def start(arguments: Sequence[str], folder: str) -> Process:
    """Starts `parley` with arguments, in a folder, bounded in memory and in what it may write."""
    command = [sys.executable, "-c", "from parley.cli.main import run; run()", *arguments]
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, cwd=folder)
    _bound(process.pid)
    return process


class BusyError(ParleyError):
    """Something else is being read."""


@dataclass(eq=False)
class Job:
    """One reading: from when it was sent until it is kept or dropped."""

    id: str
    names: dict[str, str]
    folder: TemporaryDirectory[str]
    process: Process
    timer: Timer
    started: float = field(default_factory=time.monotonic)
    stopped: bool = False
    _store: Store | None = None
    _ended: float | None = None

    @property
    def record(self) -> Path:
        """The file it reads into."""
        return Path(self.folder.name) / "read.db"

    @property
    def seconds(self) -> float:
        """How long it has been reading, or took."""
        if self._ended is None and self.process.poll() is not None:
            self._ended = time.monotonic()
        return (self._ended or time.monotonic()) - self.started

    @property
    def state(self) -> State:
        """Whether it reads, has read something, or could read nothing."""
        if self.process.poll() is None:
            return "running"
        return "done" if self.count else "failed"

    @property
    def count(self) -> int:
        """How many articles are read so far."""
        store = self._opened()
        return len(store.article_rows()) if store else 0

    @property
    def skipped(self) -> list[Skipped]:
        """What could not be read, and why, under the names it was sent by."""
        store = self._opened()
        found = list(store.skipped()) if store else []
        return [Skipped(uri=self.named(s.uri), reason=self._told(s.reason)) for s in found]

    @cached_property
    def held(self) -> Held:
        """What was read, as a record of its own; to be asked for when it is done."""
        store = self._opened()
        assert store is not None and self.state == "done"
        return Held(derived(store), store)

    def named(self, uri: str) -> str:
        """Where an article came from, as its sender knows it; an address of the article's own stays."""
        match = _OURS.search(uri)
        if not match or not uri.startswith(self.folder.name):
            return uri
        return self.names.get(match["file"], "sent") + (match["line"] or "")

    def source_of(self, article: Article) -> str:
        """What an article is kept as coming from: its address or file; a pasted text is called by its title."""
        named = self.named(article.uri)
        return article.title or "A pasted text" if named.startswith(f"{PASTED}#") else named

    def sent(self) -> list[Upload]:
        """What was sent, to be read anew."""
        return [
            Upload(name, (Path(self.folder.name) / "sent" / ours).read_bytes()) for ours, name in self.names.items()
        ]

    def keep(self, target: Store) -> Taken:
        """Adds what was read to a record."""
        return take_over(self.held.store, target, self.source_of)

    def known(self, target: Store) -> set[str]:
        """The ids of the articles that a record has already, with the same text."""
        return {a.id for a in self.held.record.articles if target.sha256_of(a.id) == a.sha256}

    def stop(self) -> None:
        """Ends the process; what it has read by then is there."""
        self.stopped = self.process.poll() is None
        self.process.kill()

    def close(self) -> None:
        """Ends the process and forgets everything."""
        self.timer.cancel()
        self.process.kill()
        self.process.wait(timeout=10)
        if self._store:
            self._store.close()
        self.folder.cleanup()

    def _told(self, reason: str) -> str:
        told = reason.replace(Path(self.folder.name).as_posix() + "/", "")
        for ours, name in self.names.items():
            told = told.replace(ours, name)
        return told

    def _opened(self) -> Store | None:
        if self._store is None:
            try:
                self._store = open_store(str(self.record), create=False)
            except ParleyError:  # not there yet, or being made
                return None
        return self._store


class Jobs:
    """The readings of this desk, one at a time."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def start(self, files: Sequence[Upload], published: str | None = None) -> Job:
        """Begins to read files.

        Raises:
            BusyError: something is being read; or what was sent waits to be kept or dropped in too many readings.
        """
        with self._lock:
            if any(job.state == "running" for job in self._jobs.values()):
                raise BusyError("Something is being read already; wait until it is done.")
            while len(self._jobs) >= MOST_WAITING:
                self._jobs.pop(next(iter(self._jobs))).close()
            folder = TemporaryDirectory(prefix="parley-")
            names = {}
            sent = Path(folder.name) / "sent"
            sent.mkdir()
            for number, file in enumerate(files):
                ours = f"sent-{number:03d}{_ending(file.name)}"
                (sent / ours).write_bytes(file.content)
                names[ours] = file.name or "pasted"
            options = ["--published", published] if published else []
            process = start(["read", str(sent), "--record", str(Path(folder.name) / "read.db"), *options], folder.name)
            job = Job(secrets.token_urlsafe(12), names, folder, process, Timer(0, print))
            job.timer = Timer(MOST_SECONDS, job.stop)
            job.timer.daemon = True
            job.timer.start()
            self._jobs[job.id] = job
            return job

    def get(self, job_id: str) -> Job | None:
        """The reading of an id, None when it is kept, dropped or none of ours."""
        return self._jobs.get(job_id)

    def all(self) -> list[Job]:
        """The readings that wait, the latest first."""
        return list(reversed(self._jobs.values()))

    def drop(self, job_id: str) -> None:
        """Ends a reading and forgets it."""
        with self._lock:
            job = self._jobs.pop(job_id, None)
        if job:
            job.close()

    def close(self) -> None:
        """Ends all."""
        for job_id in list(self._jobs):
            self.drop(job_id)


def pasted(text: str, **known: str) -> Upload:
    """A pasted text with what is known of it, as a file to read."""
    fields = {"text": text} | {name: value for name, value in known.items() if value}
    return Upload(PASTED, json.dumps(fields).encode())


def acceptable(file: Upload) -> str | None:
    """Why a file cannot be read from here, None when it can."""
    if not file.content.strip():
        return f"{file.name or 'The file'} is empty"
    if file.content.startswith((b"\x1f\x8b", b"PK", b"%PDF")) or _ending(file.name) not in ENDINGS:
        return f"{file.name} is none that can be read here; send text, Markdown, web pages (HTML) or JSON lines"
    return None


def _ending(name: str) -> str:
    ending = Path(name.replace("\\", "/")).suffix.lower()
    return ending if ending in ENDINGS else ".other" if ending else ".txt"


def _bound(pid: int) -> None:
    try:
        import resource
    except ModuleNotFoundError:  # not on Windows
        return
    if hasattr(resource, "prlimit"):
        resource.prlimit(pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (MOST_FILE, MOST_FILE))
