"""What a server does when it is told to end, and when a worker of it dies or hangs."""

import os
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.generating import fill
from tests.faults.clients import KINDS, read_answer
from tests.faults.figures import Figure, at_least, at_most, none
from tests.faults.hostile import get
from tests.faults.servers import Server, server

ARTICLES, CLIENTS, HOSTILE = 1000, 6, 90
EXPORT_SECONDS = 6.0  # a client takes as long for an export: shorter than the eight it has


@dataclass(frozen=True)
class Asked:
    """A request: when its client knocked, when it was let in, and what went wrong."""

    knocked: float
    let_in: float
    error: str


@dataclass
class Load:
    """Clients that ask on and on."""

    asked: list[Asked] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def ask_on(self, running: Server) -> None:
        while not self.stopped.is_set():
            knocked = let_in = time.monotonic()
            try:
                with closing(running.connect(20)) as connection:
                    let_in = time.monotonic()
                    connection.sendall(get("/quotes"))
                    status, _ = read_answer(connection)
                    self.asked.append(Asked(knocked, let_in, "" if status == 200 else str(status)))
            except OSError as error:
                self.asked.append(Asked(knocked, let_in, repr(error)))
                time.sleep(0.01)

    def export(self, running: Server) -> None:
        """All quotes, taken slowly but steadily."""
        began, error = time.monotonic(), ""
        try:
            with closing(running.connect(20)) as connection:
                connection.sendall(get("/quotes.ndjson"))
                read_slowly(connection, EXPORT_SECONDS)
        except OSError as failure:
            error = repr(failure)
        self.asked.append(Asked(began, began, error and f"export: {error}"))

    def failed_of_those_let_in(self, until: float) -> list[str]:
        """From then on they are the server's, which is told to end only later."""
        return [each.error for each in self.asked if each.let_in < until and each.error]

    def failed_of_those_that_knocked(self, since: float, until: float) -> list[str]:
        """A worker that is dead cannot have let them in: the kernel lets in before a client, which
        may wait for its turn, comes to know of it.
        """
        new = [each for each in self.asked if since <= each.knocked < until]
        return [each.error for each in new if each.error]


def read_slowly(connection: socket.socket, seconds: float) -> None:
    """The whole answer, in pieces over so long. Raises ConnectionError where it is cut off."""
    began, end = time.monotonic(), b""
    while part := connection.recv(65536):
        end = (end + part)[-7:]
        left = seconds - (time.monotonic() - began)
        time.sleep(min(0.05, max(0.0, left)))
    if not end.endswith(b"\r\n0\r\n\r\n"):
        raise ConnectionError("cut off")


@contextmanager
def under_load(running: Server, seconds: float, exports: int) -> Iterator[Load]:
    """Clients of good will, a few taking an export, and clients that only hold a connection."""
    load = Load()
    threads = [threading.Thread(target=load.ask_on, args=[running]) for _ in range(CLIENTS)]
    threads += [threading.Thread(target=load.export, args=[running]) for _ in range(exports)]
    with ExitStack() as held:
        for kind in list(KINDS.values()) * (HOSTILE // len(KINDS)):
            connection = held.enter_context(closing(running.connect()))
            connection.sendall(kind.first)
        for thread in threads:
            thread.start()
        try:
            time.sleep(seconds)
            yield load
        finally:
            load.stopped.set()
            for thread in threads:
                thread.join()


def terminated(
    folder: Path, workers: int, seconds: float = 2, exports: int = 3, **settings: object
) -> Iterator[Figure]:
    """Told to end, with so many workers, after so many seconds of load."""
    with (
        server(folder, "--workers", str(workers), **settings) as running,
        under_load(running, seconds, exports) as load,
    ):
        told = time.monotonic()
        running.process.send_signal(signal.SIGTERM)
        running.process.wait(timeout=30)
        ended = time.monotonic()
    name = f"SIGTERM, workers {workers}"
    yield none(f"{name}: requests under way that failed", load.failed_of_those_let_in(told))
    yield at_least(f"{name}: requests before", 100, len(load.asked))
    yield at_most(f"{name}: exit after", 10, ended - told, " s")


def workers_of(running: Server) -> set[int]:
    """The processes that serve; Python's resource tracker is no worker."""
    tasks = Path(f"/proc/{running.process.pid}/task").iterdir()
    children = {int(pid) for task in tasks for pid in (task / "children").read_text().split()}
    return {pid for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()}


def state(pid: int) -> str:
    """The letter that Linux has for it: T is stopped, Z is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return "Z"


def hurt(
    folder: Path, by: signal.Signals, becomes: str, seconds: float = 2, exports: int = 3
) -> Iterator[Figure]:
    """One of two workers is killed or stopped, after so many seconds of load."""
    with (
        server(folder, "--workers", "2") as running,
        under_load(running, seconds, exports) as load,
    ):
        before = workers_of(running)
        victim = min(before)
        os.kill(victim, by)
        while state(victim) != becomes:
            time.sleep(0.001)
        hurt_at = time.monotonic()
        while len(workers_of(running) - {victim}) < len(before) or not load.asked:
            time.sleep(0.05)
        replaced = time.monotonic()
        time.sleep(seconds)
    yield none(
        f"{by.name}: new requests that failed",
        load.failed_of_those_that_knocked(hurt_at, replaced + 9),
    )
    new = sum(each.knocked > hurt_at for each in load.asked)
    yield at_least(f"{by.name}: new requests", 20, new)
    yield at_most(f"{by.name}: another worker after", 10, replaced - hurt_at, " s")


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "onrecord.db", range(ARTICLES))
        for workers in (1, 2):
            yield from terminated(folder, workers)
        yield from hurt(folder, signal.SIGKILL, "Z")
        yield from hurt(folder, signal.SIGSTOP, "T")
