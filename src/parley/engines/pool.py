"""Work spread over the processors of this machine."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
# Items given to each process ahead of its work: enough that none waits, few enough that memory and an interruption
# hold only a little.
_AHEAD = 2


class PoolEngine:
    """Runs items in processes of their own, `jobs` at a time; results come in the order of the items all the same."""

    def __init__(self, jobs: int | None = None, start: Callable[[], None] | None = None) -> None:
        """Makes an engine; processes begin with the first item.

        Args:
            jobs: how many processes; as many as there are processors when None.
            start: what each process does first; a function that can be sent to it.
        """
        self.jobs = max(1, jobs or os.cpu_count() or 1)
        self._start = start

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The function's result for each item; what it raises is raised here.

        Function and items are sent to other processes, so they must be picklable. Items are taken as they are needed.
        """
        # New processes and no copies of this one: a copy of a process with threads can lock up.
        with ProcessPoolExecutor(self.jobs, mp_context=get_context("spawn"), initializer=self._start) as pool:
            waiting: deque[Future[R]] = deque()
            try:
                for item in items:
                    with _children_deaf_to_interrupts():  # processes begin as they are first needed
                        waiting.append(pool.submit(function, item))
                    if len(waiting) >= self.jobs * _AHEAD:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()


@contextmanager
def _children_deaf_to_interrupts() -> Iterator[None]:
    """Processes begun meanwhile leave Ctrl-C to this one: a terminal sends it to all, and each would tell of it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
