"""More slow answers at once than there are threads: whoever asks for something else is answered."""

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.faults.figures import Figure, at_most, exactly
from tests.faults.hostile import get
from tests.faults.http import STATUS, exchange
from tests.faults.servers import Server, server
from tests.faults.stores import make_slow

SLOW, QUERY_SECONDS = 45, 2
_PATIENCE = 60.0  # seconds


def ask_slowly(running: Server) -> tuple[bool, float]:
    answer, seconds = exchange(running, get("/quotes"), _PATIENCE)
    return STATUS.findall(answer) == [b"503"] and b"takes too long" in answer, seconds


def ask_health(running: Server, seconds: float) -> Iterator[float]:
    """How long each answer took, one after the other for so long."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        answer, took = exchange(running, get("/health"), _PATIENCE)
        yield took if STATUS.findall(answer) == [b"200"] else float("inf")
        time.sleep(0.02)


def run() -> Iterator[Figure]:
    with (
        tempfile.TemporaryDirectory() as folder,
        server(Path(folder), query_seconds=QUERY_SECONDS) as running,
        ThreadPoolExecutor(SLOW) as pool,
    ):
        make_slow(Path(folder) / "onrecord.db")
        slow = [pool.submit(ask_slowly, running) for _ in range(SLOW)]
        health = list(ask_health(running, QUERY_SECONDS))
        answers = [future.result() for future in slow]
    yield exactly("endless searches given up with 503", SLOW, sum(good for good, _ in answers))
    yield at_most("the last of them after", 3 * QUERY_SECONDS, max(s for _, s in answers), " s")
    yield at_most(f"/health meanwhile: the slowest of {len(health)}", 1, max(health), " s")
