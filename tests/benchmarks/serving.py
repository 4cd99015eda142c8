"""How near serving comes to the server underneath, beside others over the same store.

    python -m tests.benchmarks serving

makes a store of made-up articles and prints a table, in some minutes; `--rows` and `--rounds` make
it shorter. The floor is raw ASGI that sends constant bytes of the same size (floor.py), on uvicorn
with uvloop and httptools. Ours is `onrecord serve` as it comes, warm from memory and cold with
ONRECORD_CACHE_BYTES=0. Every server runs alone on the first core, wrk on the second. Beside them,
where they are installed: Datasette (`datasette`), soul-cli (`soul`), and always the application of
the tutorials (naive.py) and FastAPI's own constant. Whatever is compared was measured in the same
rounds, one after the other; printed are medians: processor time of the server for a request, and
requests a second, each over the floor's.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import httpx

from tests.benchmarks.generating import COMMONEST, fill
from tests.served import ROOT, served

ARTICLES = 1000
SECONDS = 1
CONNECTIONS = 16
TICKS = os.sysconf("SC_CLK_TCK")
SEARCH = """
    select quote.* from search_quote join quote on quote.id = search_quote.rowid
    where search_quote match :q order by search_quote.rowid desc limit 20
"""


@dataclass
class Case:
    """One address of one server, and what was measured of it."""

    row: str
    server: str
    process: int
    address: str
    headers: dict[str, str] = field(default_factory=dict)
    micros: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)

    def measure(self) -> None:
        before, requests = _processor_seconds(self.process), 0
        while not requests:  # the slow ones on a busy machine
            requests, rate = _load(_on_core(1), self.address, self.headers)
        self.micros.append((_processor_seconds(self.process) - before) / requests * 1e6)
        self.rates.append(rate)


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _load(on: list[str], address: str, headers: dict[str, str]) -> tuple[int, float]:
    """How many requests were answered, and how many a second."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", address]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.run([*on, *command], capture_output=True, text=True, check=True).stdout
    requests = re.search(r"(\d+) requests in", said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if requests is None or rate is None or "Non-2xx" in said:
        raise RuntimeError(f"{address}: {said}")
    return int(requests[1]), float(rate[1])


def _on_core(core: int) -> list[str]:
    cores = os.cpu_count() or 1
    return ["taskset", "-c", str(core % cores)]


@contextmanager
def _running(command: list[str], store: Path) -> Iterator[tuple[int, str]]:
    """A server that takes `{port}` in its command: its process and its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*_on_core(0), *(part.format(port=port) for part in command)],
        env=os.environ | {"ONRECORD_STORE": str(store), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield process.pid, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def _ours(store: Path, **settings: Any) -> Iterator[tuple[int, str]]:
    with served(store.parent, "--empty", store=store, **settings) as (process, address):
        os.sched_setaffinity(process.pid, {0})
        yield process.pid, address


def _uvicorn(application: str) -> list[str]:
    flags = "--port {port} --loop uvloop --http httptools --no-access-log --no-proxy-headers"
    return [sys.executable, "-m", "uvicorn", application, *flags.split(), "--log-level", "error"]


def _others(store: Path) -> Iterator[tuple[str, list[str]]]:
    yield "naive", _uvicorn("tests.benchmarks.naive:app")
    if datasette := shutil.which("datasette"):
        yield "datasette", [datasette, "serve", str(store), "--port", "{port}"]
    if soul := shutil.which("soul"):
        own = Path(shutil.copy(store, store.with_name("soul.db")))  # it makes tables of its own
        yield "soul-cli", [soul, "--database", str(own), "--port", "{port}"]


def _addresses(article: str, speaker: str) -> dict[str, dict[str, str]]:
    """Row by row, where each server has about the same to answer."""
    ours = {
        "article": f"/articles/{article}",
        "list of 20": "/articles",
        "quotes by speaker": f"/quotes?speaker={speaker}",
        "search": f"/quotes?q={COMMONEST}",
    }
    columns = "_nocol=text"
    sql = quote_plus(" ".join(SEARCH.split()))
    return {
        "onrecord": ours,
        "naive": ours,
        "datasette": {
            "article": f"/onrecord/version/1.json?_shape=objects&{columns}",
            "list of 20": f"/onrecord/version.json?_size=20&_shape=objects&{columns}",
            "quotes by speaker": f"/onrecord/quote.json?_size=20&_shape=objects&speaker={speaker}",
            "search": f"/onrecord.json?sql={sql}&q={COMMONEST}&_shape=objects",
        },
        "soul-cli": {
            "article": "/api/tables/version/rows/1",
            "list of 20": "/api/tables/version/rows?_limit=20&_schema=id,sha256,headline",
            "quotes by speaker": f"/api/tables/quote/rows?_limit=20&_filters=speaker:{speaker}",
            "search": f"/api/tables/quote_span/rows?_limit=20&_search={COMMONEST}",
        },
    }


def _pick(address: str) -> tuple[str, str]:
    """An article, and the speaker of one of its quotes."""
    item = httpx.get(f"{address}/quotes?limit=1").json()["items"][0]
    return item["article"], item["speaker"]


def _size(address: str, headers: dict[str, str]) -> int:
    with httpx.stream("GET", address, headers=headers) as answer:
        return sum(len(piece) for piece in answer.iter_raw())


def _cases(running: ExitStack, store: Path) -> Iterator[Case]:
    floor = running.enter_context(_running(_uvicorn("tests.benchmarks.floor:app"), store))
    plain = running.enter_context(_running(_uvicorn("tests.benchmarks.floor:framework"), store))
    warm = running.enter_context(_ours(store))
    cold = running.enter_context(_ours(store, cache_bytes=0))
    addresses = _addresses(*_pick(warm[1]))
    for row, path in addresses["onrecord"].items():
        for coding in ("identity", "gzip"):
            wanted = {"Accept-Encoding": coding}
            name = row if coding == "identity" else f"{row}, {coding}"
            size = _size(warm[1] + path, wanted)
            yield Case(name, "floor", floor[0], f"{floor[1]}/{size}")
            yield Case(name, "warm", *_at(warm, path), wanted)
            yield Case(name, "cold", *_at(cold, path), wanted)
    article = addresses["onrecord"]["article"]
    tag = httpx.get(warm[1] + article, headers={"Accept-Encoding": "identity"}).headers["etag"]
    having = {"Accept-Encoding": "identity", "If-None-Match": tag}
    size = _size(warm[1] + article, {"Accept-Encoding": "identity"})
    yield Case("article, 304", "floor", floor[0], f"{floor[1]}/{size}")
    yield Case("article, 304", "warm", *_at(warm, article), having)
    yield Case("article", "FastAPI constant", plain[0], f"{plain[1]}/{size}")
    for server, command in _others(store):
        other = running.enter_context(_running(command, store))
        for row, path in addresses[server].items():
            yield Case(row, server, *_at(other, path))


def _at(server: tuple[int, str], path: str) -> tuple[int, str]:
    process, address = server
    return process, address + path


def _table(cases: list[Case]) -> Iterator[str]:
    """Rows of Markdown: processor time over the floor's, and requests a second of the warm."""
    servers = [s for s in dict.fromkeys(case.server for case in cases) if s != "floor"]
    yield f"| | floor, µs | warm, requests/s | {', CPU | '.join(servers)}, CPU |"
    yield "|---" * (len(servers) + 3) + "|"
    for row in dict.fromkeys(case.row for case in cases):
        here = {case.server: case for case in cases if case.row == row}
        floor = here["floor"]
        rate = _over(here["warm"].rates, floor.rates)
        times = [
            f"{_over(here[server].micros, floor.micros):.2f} × F" if server in here else ""
            for server in servers
        ]
        micros = statistics.median(floor.micros)
        yield f"| {row} | {micros:.0f} | {rate:.2f} F | {' | '.join(times)} |"


def _over(values: list[float], floor: list[float]) -> float:
    """The median over the rounds of what each was in its own round."""
    return statistics.median(value / least for value, least in zip(values, floor, strict=True))


def _workers(store: Path, path: str, rounds: int) -> Iterator[str]:
    """Requests a second by the number of workers; wrk takes its share of the cores, too."""
    rates: dict[int, list[float]] = {1: [], 2: []}
    with ExitStack() as running:
        addresses = {}
        for workers in rates:
            flags = ("--empty", "--workers", str(workers))
            server = running.enter_context(served(store.parent, *flags, store=store, cache_bytes=0))
            addresses[workers] = server[1] + path
        for _ in range(rounds):
            for workers, address in addresses.items():
                rates[workers].append(_load([], address, {})[1])
    ratio = statistics.median(two / one for one, two in zip(rates[1], rates[2], strict=True))
    yield f"2 workers: {ratio:.2f} of the requests a second of one, cold, on {os.cpu_count()} cores"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser("serving", description="Serving, over a raw ASGI floor.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", default="", help="only rows that begin with this")
    chosen = parser.parse_args(arguments)
    packages = ("fastapi", "starlette", "uvicorn", "uvloop", "httptools", "sqlmodel")
    print(time.strftime("%Y-%m-%d"), *(f"{name} {version(name)}" for name in packages))
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        store = Path(folder) / "onrecord.db"
        fill(store, range(ARTICLES))
        cases = [each for each in _cases(running, store) if each.row.startswith(chosen.rows)]
        for case in cases:
            httpx.get(case.address, headers=case.headers)  # wakes it up, and fills the memory
        for _ in range(chosen.rounds):
            for case in cases:
                case.measure()
        for line in _table(cases):
            print(line)
        running.close()
        for line in _workers(store, "/quotes", chosen.rounds):
            print(line)
