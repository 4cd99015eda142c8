"""Hostile HTTP: no answer is the server's fault, none is late, and none tells what is inside."""

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

from tests.faults.figures import Figure, at_least, exactly, none
from tests.faults.hostile import MALFORMED, OVERSIZED, headed, mutated, worded
from tests.faults.servers import Server, server

HANG_SECONDS = 1.0
MUTATIONS = 3000
STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")
PROBLEM = re.compile(rb"(?i)\r\ncontent-type: application/problem\+json\r\n")
INSIDES = re.compile(rb'Traceback|site-packages|File "|sqlite3\.|sqlalchemy|\.py\b')


@dataclass
class Tally:
    """What many answers came to; each fault with the beginning of the request that met it."""

    patience: float  # seconds until an answer counts as hung
    requests: int = 0
    failed: list[str] = field(default_factory=list)  # ≥ 500
    hung: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    split: list[str] = field(default_factory=list)  # answered more than once
    accepted: list[str] = field(default_factory=list)  # though it should not be
    bare: list[str] = field(default_factory=list)  # refused, but with no problem+json

    def add(self, name: str, request: bytes, answer: bytes, seconds: float) -> None:
        self.requests += 1
        statuses = [int(found) for found in STATUS.findall(answer)]
        told = f"{name}: {request[:80]!r} → {answer[:60]!r}, {seconds:.2f} s"
        if any(status >= 500 for status in statuses):
            self.failed.append(told)
        if seconds > self.patience:
            self.hung.append(told)
        if INSIDES.search(answer):
            self.leaked.append(told)
        if len(statuses) > 1:
            self.split.append(told)
        if statuses and statuses[0] >= 400 and not PROBLEM.search(answer):
            self.bare.append(told)
        if any(status < 400 for status in statuses):
            self.accepted.append(told)


def exchange(server: Server, request: bytes, patience: float) -> tuple[bytes, float]:
    """What is answered until the server closes, and how long that took; a hang is cut off."""
    began, answer = time.monotonic(), b""
    with closing(server.connect(patience)) as connection:
        try:
            connection.sendall(request)
            while part := connection.recv(1 << 20):
                answer += part
        except ConnectionError:  # closed before all was sent
            pass
        except TimeoutError:
            # After a whole answer an open connection is no hang: it waits for the next request.
            if STATUS.match(answer):
                return answer, 0.0
        return answer, time.monotonic() - began


def ask_all(
    server: Server, requests: Iterable[tuple[str, bytes]], patience: float = HANG_SECONDS
) -> Tally:
    tally = Tally(patience)
    for name, request in requests:
        tally.add(name, request, *exchange(server, request, patience))
    return tally


def odd(mutations: int) -> Iterator[tuple[str, bytes]]:
    yield from zip(repeat("worded"), worded(), strict=False)
    yield from zip(repeat("headed"), headed(), strict=False)
    yield from zip(repeat("mutated"), mutated(mutations), strict=False)


def schemathesis(server: Server, folder: Path, examples: int) -> Iterator[Figure]:
    """Where it is installed: every check it has, against the served contract."""
    command = shutil.which("schemathesis")
    if command is None:
        yield Figure("schemathesis", "installed", "not installed: left out", holds=True)
        return
    done = subprocess.run(
        [command, "run", f"{server.url}/openapi.json", "--checks", "all", "--seed", "9",
         "--max-examples", str(examples)],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = re.search(r"(\d+) generated, (\d+) passed", done.stdout)
    generated, passed = (int(found[1]), int(found[2])) if found else (0, 0)
    yield at_least("schemathesis, all checks: requests", 1000, generated)
    yield exactly("schemathesis, all checks: passed", generated, passed)


def figures(tallies: Mapping[str, Tally]) -> Iterator[Figure]:
    every = list(tallies.values())
    total = sum(tally.requests for tally in every)
    yield at_least("hostile requests", 10_000, total)
    for what, found in {
        "answers ≥ 500": [told for tally in every for told in tally.failed],
        f"hangs > {HANG_SECONDS:.0f} s": [told for tally in every for told in tally.hung],
        "answers that tell of code, files or SQL": [x for tally in every for x in tally.leaked],
        "refusals that are no problem+json": [told for tally in every for told in tally.bare],
        "malformed requests answered more than once": tallies["malformed"].split,
        "malformed requests that were taken": tallies["malformed"].accepted,
    }.items():
        yield none(what, found)


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name, server(Path(name)) as running:
        yield from figures({
            "malformed": ask_all(running, MALFORMED.items()),
            "oversized": ask_all(running, OVERSIZED.items()),
            "odd": ask_all(running, odd(MUTATIONS)),
        })  # fmt: skip
        yield from schemathesis(running, Path(name), examples=100)
        log = running.log.read_text()
        yield exactly("tracebacks in the server's log", 0, log.count("Traceback"))
        yield exactly("the server's exits", 0, int(running.process.poll() is not None))
