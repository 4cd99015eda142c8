"""A thousand clients that only hold a connection, and everybody else meanwhile.

Where there is more than one core, the server has one for itself: it is not to wait for its clients.
"""

import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.faults.clients import ask_on, hold
from tests.faults.figures import Figure, at_most, exactly, told
from tests.faults.hostile import get
from tests.faults.http import STATUS, exchange
from tests.faults.servers import Server, megabytes, server

MANY = 1000
CLOSED_SECONDS, ANSWERED_SECONDS = 15.0, 0.1
OVER = {"in 2 seconds": 2.0, "all at once": 0.0}  # how they come
ADDRESSES = (get("/health"), get("/quotes"), get("/articles"), get("/actors?q=france"))
ASK_ON_SECONDS = 5.0
_PAUSE_SECONDS = 0.01

Asked = tuple[float, bool]  # how long an answer took, and whether it was one


def ask(running: Server) -> Iterator[Asked]:
    """A few addresses, each on a connection of its own."""
    for request in ADDRESSES:
        answer, seconds = exchange(running, request, 20)
        yield seconds, STATUS.findall(answer) == [b"200"]
        time.sleep(_PAUSE_SECONDS)


def ask_while(running: Server, under_way: "Future[Any]") -> list[Asked]:
    asked: list[Asked] = []
    while not under_way.done():
        asked.extend(ask(running))
    return asked


@contextmanager
def apart(running: Server) -> Iterator[None]:
    """The server on the first core, this process and what it starts on the others."""
    cores = os.sched_getaffinity(0)
    if len(cores) > 1:
        first = {min(cores)}
        os.sched_setaffinity(running.process.pid, first)
        os.sched_setaffinity(0, cores - first)
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def held(lasted: Mapping[str, Sequence[float]], how: str) -> Iterator[Figure]:
    yield exactly(f"connections held, {how}", MANY, sum(map(len, lasted.values())))
    for name, each in lasted.items():
        what = f"{name} ({len(each)}): the last is closed after"
        yield at_most(what, CLOSED_SECONDS, max(each), " s")


def others(asked: Sequence[Asked], how: str) -> Iterator[Figure]:
    took = sorted(1000 * seconds for seconds, _ in asked)
    half, most = took[len(took) // 2], took[len(took) * 99 // 100]
    yield told(f"others, {how}: median and 99th percentile", f"{half:.1f} and {most:.1f} ms")
    what = f"others, {how}: the slowest of {len(took)} answers"
    yield at_most(what, 1000 * ANSWERED_SECONDS, took[-1], " ms")
    yield exactly(f"others, {how}: answers that failed", 0, sum(not good for _, good in asked))


def figures(running: Server, pool: Executor) -> Iterator[Figure]:
    yield from others([asked for _ in range(20) for asked in ask(running)], "before")
    before = megabytes(running)
    for how, over in OVER.items():
        holding = pool.submit(hold, running.address, MANY, 2 * CLOSED_SECONDS, over)
        asked = ask_while(running, holding)
        yield from held(holding.result(), how)
        yield from others(asked, how)
    asking = pool.submit(ask_on, running.address, ASK_ON_SECONDS)
    yield from others(ask_while(running, asking), "while one asks on and waits for no answer")
    yield told("requests of that one that were taken", f"{asking.result():,}")
    yield at_most("memory grown", MANY / 10, megabytes(running) - before, " MB")
    yield exactly("tracebacks in its log", 0, running.log.read_text().count("Traceback"))


def run() -> Iterator[Figure]:
    context = multiprocessing.get_context("spawn")  # its own interpreter: it shall not slow us down
    with (
        tempfile.TemporaryDirectory() as folder,
        server(Path(folder)) as running,
        apart(running),
        ProcessPoolExecutor(1, context) as pool,
    ):
        pool.submit(int).result()
        yield from figures(running, pool)
