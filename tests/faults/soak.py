"""Three hundred thousand requests: no error, and no more memory or open files than before."""

import json
import os
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.generating import fill
from tests.faults.clients import read_answer
from tests.faults.figures import Figure, at_most, none
from tests.faults.servers import Server, megabytes, server

ARTICLES, LAP, LAPS, CLIENTS = 200, 100_000, 3, 8
_KEPT_FOR = 50  # requests a connection
Asked = tuple[str, int]  # an address, and the status of its answer


def addresses(running: Server) -> list[Asked]:
    """A few thousand different ones, some of nothing and some that are wrong."""

    def ids(noun: str) -> list[str]:
        with urllib.request.urlopen(f"{running.url}/{noun}.ndjson") as answer:
            return [json.loads(line)["id"] for line in answer]

    asked = [(f"/quotes/{id}", 200) for id in ids("quotes")]
    for id in ids("articles"):
        of = ("", "/text", "/quotes", "/mentions.csv", "/paragraphs/3", "/actors?kind=person")
        asked += [(f"/articles/{id}{part}", 200) for part in of]
        asked += [(f"/articles/{id}/paragraphs/99", 404), (f"/quotes?article={id}&limit=0", 422)]
    asked += [(f"/articles?q={word}", 200) for word in ("the", "police", "war*", "%22of%20the%22")]
    return [*asked, ("/quotes?q=%ff", 400), ("/quotes.csv?attributed=true", 200)]


def ask(running: Server, asked: list[Asked]) -> list[str]:
    """Asks all, on a connection for each few; every answer that is not as it should be."""
    wrong = []
    for first in range(0, len(asked), _KEPT_FOR):
        with closing(running.connect(60)) as connection:
            for address, expected in asked[first : first + _KEPT_FOR]:
                connection.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                status, _ = read_answer(connection)
                if status != expected:
                    wrong.append(f"{address}: {status}")
    return wrong


def lap(running: Server, asked: list[Asked]) -> list[str]:
    many = list(islice(cycle(asked), LAP))
    with ThreadPoolExecutor(CLIENTS) as pool:
        pieces = pool.map(ask, [running] * CLIENTS, [many[n::CLIENTS] for n in range(CLIENTS)])
        return [wrong for piece in pieces for wrong in piece]


def open_files(running: Server) -> int:
    time.sleep(1)  # for connections to be closed on both sides
    return len(os.listdir(f"/proc/{running.process.pid}/fd"))


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "onrecord.db", range(ARTICLES))
        with server(folder) as running:
            yield from figures(running, addresses(running))


def figures(running: Server, asked: list[Asked]) -> Iterator[Figure]:
    wrong = lap(running, asked)  # to warm up
    before, files = megabytes(running), open_files(running)
    for n in range(LAPS):
        wrong += lap(running, asked)
        after = megabytes(running)
        yield at_most(f"growth of memory in requests {n * LAP:,} on", 1, after - before, " MB")
        before = after
    yield none(f"wrong answers of {(LAPS + 1) * LAP:,}", wrong)
    yield at_most("more open files than before", 0, open_files(running) - files)
