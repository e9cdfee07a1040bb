"""How long the desk takes for its pages: python scripts/page_times.py RECORD [--times 20] [--seed 1].

Starts `parley serve` in a process of its own, and asks for pages of each kind, drawn at random from the record. Prints
for each kind the median and the 95th percentile in milliseconds of processor time, which do not hang on what else the
machine does (where the system tells it; else as the clock has it), the first of each kind after the start in a column
of its own, the 95th percentile by the clock, and how long the start took.
"""

from __future__ import annotations

import argparse
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

LISTS = (
    "/", "/timeline", "/meetings", "/agreements", "/measures", "/outcomes", "/statements", "/events", "/people",
    "/places", "/disputes", "/news", "/articles", "/rulings", "/brief", "/ask", "/search", "/healthz",
)  # fmt: skip
FOLDERS = ("meetings", "agreements", "measures", "outcomes", "statements", "events", "articles", "people", "places")


@contextmanager
def serving(record: str) -> Iterator[tuple[str, float, int]]:
    """The address of a desk over a record, and how many seconds it took until it answered."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from parley.cli.main import run; run()", "serve", "--record", record]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        while True:
            try:
                httpx2.get(f"{address}/static/icon.svg")
                break
            except httpx2.TransportError:
                time.sleep(0.02)
        yield address, time.perf_counter() - started, process.pid
    finally:
        process.terminate()
        process.wait()


def processor(pid: int) -> float | None:
    """The processor time that all threads of a process have had so far, in milliseconds; None where it is not told."""
    try:
        return sum(int(f.read_text().split()[0]) for f in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e6
    except (OSError, ValueError, IndexError):
        return None


def addresses(client: httpx2.Client, times: int, draw: random.Random) -> dict[str, list[str]]:
    """For each kind of page the addresses that are asked for."""
    found = {}
    for folder in FOLDERS:
        first = client.get(f"/{folder}.json").json()
        pages = [draw.randint(1, first["pages"]) for _ in range(3)]
        items = [i for page in pages for i in client.get(f"/{folder}.json?page={page}").json().get(folder, [])]
        items = items or [
            i for page in pages for i in client.get(f"/{folder}.json?page={page}").json().get("entries", [])
        ]
        own = [i.get("address") or f"/{folder}/{i.get('id') or i['key']}" for i in items]
        found[f"/{folder}/ID"] = [own[draw.randrange(len(own))] for _ in range(times)] if own else []
    people = [p["name"] for p in client.get("/people.json?kind=person").json()["people"]][:30]
    two = [draw.sample(people, 2) if len(people) > 1 else ["a", "b"] for _ in range(times)]
    found["/ask?q="] = [f"/ask?q=Have {a} and {b} met?" for a, b in two]
    found["/brief?of=&of="] = [f"/brief?of={a}&of={b}" for a, b in two]
    found["/search?q="] = [f"/search?q={draw.choice(people or ['x']).split()[-1]}" for _ in range(times)]
    found["/timeline?name="] = [f"/timeline?name={draw.choice(people or ['x'])}" for _ in range(times)]
    found["/meetings?name=&words="] = [
        f"/meetings?name={draw.choice(people or ['x'])}&words=talks" for _ in range(times)
    ]
    return found


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    with serving(given.record) as (address, _, _), httpx2.Client(base_url=address, timeout=120) as client:
        asked = {path: [path] * given.times for path in LISTS} | addresses(client, given.times, draw)
    rows = []
    with serving(given.record) as (address, started, pid), httpx2.Client(base_url=address, timeout=120) as client:
        worked = processor(pid)
        print(f"answers {started:.1f} s after its start" + (f", {worked / 1000:.1f} s of it worked" if worked else ""))
        for kind, paths in asked.items():
            took, by_clock = [], []
            for path in paths:
                begun, worked = time.perf_counter(), processor(pid)
                answer = client.get(path)
                by_clock.append((time.perf_counter() - begun) * 1000)
                took.append(processor(pid) - worked if worked is not None else by_clock[-1])
                assert answer.status_code == 200, (path, answer.status_code)
            if took:
                last = max(int(len(took) * 0.95) - 1, 0)
                rows.append((kind, took[0], statistics.median(took), sorted(took)[last], sorted(by_clock)[last]))
    print(f"{'page':24} {'first':>8} {'median':>8} {'95 %':>8} {'clock':>8}  (ms)")
    for kind, first, median, high, clock in rows:
        print(
            f"{kind:24} {first:8.0f} {median:8.0f} {high:8.0f} {clock:8.0f}{'  *' if high > 200 or first > 200 else ''}"
        )


if __name__ == "__main__":
    main()
