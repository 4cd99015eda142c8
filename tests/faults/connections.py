"""A thousand clients that only hold a connection, and everybody else meanwhile."""

import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from tests.faults.clients import hold
from tests.faults.figures import Figure, at_most, exactly, told
from tests.faults.hostile import get
from tests.faults.http import STATUS, exchange
from tests.faults.servers import Server, server

MANY = 1000
CLOSED_SECONDS, ANSWERED_SECONDS = 15.0, 0.1
_PAUSE_SECONDS = 0.05
ADDRESSES = (get("/health"), get("/quotes"), get("/articles"), get("/actors?q=france"))


Asked = tuple[float, bool]


def ask(running: Server) -> Asked:
    """The slowest of a few addresses, each on a connection of its own; whether all answered."""
    slowest, good = 0.0, True
    for request in ADDRESSES:
        answer, seconds = exchange(running, request, 20)
        slowest, good = max(slowest, seconds), good and STATUS.findall(answer) == [b"200"]
        time.sleep(_PAUSE_SECONDS)
    return slowest, good


def ask_while(
    running: Server, under_way: "Future[dict[str, list[float]]]"
) -> list[tuple[float, bool]]:
    asked = []
    while not under_way.done():
        asked.append(ask(running))
    return asked


def run() -> Iterator[Figure]:
    context = multiprocessing.get_context("spawn")  # its own interpreter: it shall not slow us down
    with (
        tempfile.TemporaryDirectory() as folder,
        server(Path(folder)) as running,
        ProcessPoolExecutor(1, context) as pool,
    ):
        pool.submit(int).result()
        alone = [ask(running) for _ in range(20)]
        under_way = pool.submit(hold, running.address, MANY, 2 * CLOSED_SECONDS)
        asked = ask_while(running, under_way)
        lasted = under_way.result()
    yield exactly("connections held", MANY, sum(map(len, lasted.values())))
    for name, seconds in lasted.items():
        what = f"{name} ({len(seconds)}): the last is closed after"
        yield at_most(what, CLOSED_SECONDS, max(seconds), " s")
    yield told("others: the slowest of 80 answers before", f"{1000 * max(alone)[0]:.1f} ms")
    what = f"others: the slowest of {len(asked) * len(ADDRESSES)} answers meanwhile"
    yield at_most(what, 1000 * ANSWERED_SECONDS, 1000 * max(asked)[0], " ms")
    yield exactly("others: answers that failed", 0, sum(not good for _, good in asked))
