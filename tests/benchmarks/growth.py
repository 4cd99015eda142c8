"""How the answers grow with the store: the same questions to ever larger ones.

    python -m tests.benchmarks growth

makes stores of 100, 1,000, 10,000 and 100,000 articles (some minutes; `--keep FOLDER` keeps them
for the next time), serves each with the cache switched off, and prints the median time of each
question, the memory and the start of the server. docs/growth.svg is drawn from it (`--plot FILE`).
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
from tqdm import tqdm

from tests.benchmarks.generating import COMMONEST, fill
from tests.benchmarks.plotting import Line, draw
from tests.served import served

SIZES = (100, 1_000, 10_000, 100_000)
ROUNDS = 41
PLOTTED = (
    "article",
    "articles, deep",
    "quotes by speaker, deep",
    "search articles, commonest word",
    "relevance, commonest word",
    "locate, exact",
    "locate, one word wrong",
)

Question = Callable[[random.Random], str]
Figures = dict[str, float]


@dataclass(frozen=True)
class Known:
    """What one must know of a store to ask it something."""

    articles: list[str]
    quotes: list[tuple[str, str]]  # speaker and words
    speakers: list[str]  # the one quoted most first


def know(store: Path) -> Known:
    with closing(sqlite3.connect(store)) as connection:
        articles = connection.execute("SELECT slug FROM article ORDER BY random() LIMIT 500")
        quotes = connection.execute(
            "SELECT speaker, exact FROM quote JOIN quote_span ON quote = quote.id"
            " WHERE role = 'content' AND quote.id IN"
            " (SELECT id FROM quote ORDER BY random() LIMIT 500)"
        )
        speakers = connection.execute(
            "SELECT speaker FROM quote GROUP BY speaker ORDER BY count(*) DESC LIMIT 50"
        )
        return Known([slug for (slug,) in articles], quotes.fetchall(), [id for (id,) in speakers])


def questions(known: Known, client: httpx.Client) -> dict[str, Question]:
    """What is asked, by the name it has in the table."""
    deep = {address: _deep(client, address) for address in ("/articles", "/quotes", "/actors")}
    most = known.speakers[0]
    deep["speaker"] = _deep(client, f"/quotes?speaker={most}")
    return {
        "article": lambda chance: f"/articles/{chance.choice(known.articles)}",
        "its quotes": lambda chance: f"/articles/{chance.choice(known.articles)}/quotes",
        "its mentions": lambda chance: f"/articles/{chance.choice(known.articles)}/mentions",
        "articles": lambda chance: f"/articles?limit={chance.randint(18, 22)}",
        "articles, deep": lambda chance: chance.choice(deep["/articles"]),
        "quotes, deep": lambda chance: chance.choice(deep["/quotes"]),
        "actors, deep": lambda chance: chance.choice(deep["/actors"]),
        "quotes by speaker": lambda _: f"/quotes?speaker={most}",
        "quotes by speaker, deep": lambda chance: chance.choice(deep["speaker"]),
        "quotes by any speaker": lambda chance: f"/quotes?speaker={chance.choice(known.quotes)[0]}",
        "search articles, commonest word": lambda _: f"/articles?q={COMMONEST}",
        "search articles, two words": lambda chance: f"/articles?q={quote(_two(known, chance))}",
        "search quotes, commonest word": lambda _: f"/quotes?q={COMMONEST}",
        "search by beginning": lambda chance: f"/articles?q={chance.choice('bdfgkmt')}*",
        "relevance, commonest word": lambda _: f"/articles?q={COMMONEST}&sort=relevance",
        "relevance, quotes": lambda _: f"/quotes?q={COMMONEST}&sort=relevance",
        "locate, exact": lambda chance: _locate(chance.choice(known.quotes)[1]),
        "locate, one word wrong": lambda chance: _locate(_misheard(known, chance)),
        "locate, absent": lambda chance: _locate(_shuffled(known, chance)),
    }


def _deep(client: httpx.Client, address: str) -> list[str]:
    """Pages from all over a list: every cursor is as good as another."""
    joint = "&" if "?" in address else "?"
    following = client.get(f"{address}{joint}limit=1").json()["next"]
    if following is None:
        return [address]
    first = int(httpx.URL(following).params["cursor"], 16)
    return [f"{address}{joint}cursor={first * part // 40:016x}" for part in range(1, 40)]


def _two(known: Known, chance: random.Random) -> str:
    return " ".join(chance.sample(chance.choice(known.quotes)[1].split(), 2))


def _locate(words: str) -> str:
    return f"/locate?exact={quote(words)}"


def _misheard(known: Known, chance: random.Random) -> str:
    words = chance.choice(known.quotes)[1].split()
    words[chance.randrange(len(words))] = "otherwise"
    return " ".join(words)


def _shuffled(known: Known, chance: random.Random) -> str:
    words = " ".join(words for _, words in chance.sample(known.quotes, 3)).split()
    chance.shuffle(words)
    return " ".join(words[:18])


def measure(stores: Iterable[Path]) -> list[Figures]:
    """The figures of each store: milliseconds, and megabytes.

    All are served at once and asked in turn, so that what else the machine does meets all alike.
    """
    with ExitStack() as running:
        asked = [running.enter_context(_serving(store)) for store in stores]
        for _ in tqdm(range(ROUNDS), "asking", leave=False):
            for server in asked:
                server.ask()
        return [server.figures() for server in asked]


@contextmanager
def _serving(store: Path) -> Iterator["_Server"]:
    started = time.perf_counter()
    with served(store.parent, "--empty", "--store", str(store), cache_bytes=0) as (
        process,
        address,
    ):
        start = time.perf_counter() - started
        with httpx.Client(base_url=address, timeout=60) as client:
            yield _Server(process.pid, start, client, questions(know(store), client))


class _Server:
    """One server, what it is asked, and how long its answers took."""

    def __init__(
        self, process: int, start: float, client: httpx.Client, asked: dict[str, Question]
    ) -> None:
        self._process = process
        self._start = start
        self._client = client
        self._asked = asked
        self._chance = random.Random(1)
        self._times: dict[str, list[float]] = {name: [] for name in asked}

    def ask(self) -> None:
        for name, question in self._asked.items():
            self._times[name].append(_time(self._client, question(self._chance)))

    def figures(self) -> Figures:
        medians = {name: statistics.median(taken) for name, taken in self._times.items()}
        whole = {"start of the server": self._start * 1e3, "memory, MB": _memory(self._process)}
        return medians | whole


def _time(client: httpx.Client, address: str) -> float:
    started = time.perf_counter()
    answer = client.get(address)
    taken = (time.perf_counter() - started) * 1e3
    assert answer.status_code == 200, (address, answer.text)
    return taken


def _memory(process: int) -> float:
    [line] = [
        line for line in Path(f"/proc/{process}/status").read_text().splitlines() if "VmRSS" in line
    ]
    return int(line.split()[1]) / 1024


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="growth", description=__doc__)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--plot", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        figures = dict(zip(chosen.sizes, measure(list(_stores(folder, chosen.sizes))), strict=True))
    _print(figures)
    if chosen.plot:
        chosen.plot.write_text(_plot(figures), "utf-8")


def _stores(folder: Path, sizes: Iterable[int]) -> Iterator[Path]:
    for size in sizes:
        store = folder / f"{size}.db"
        if not store.exists():
            fill(store, range(size))
        yield store


def _print(figures: dict[int, Figures]) -> None:
    sizes = list(figures)
    print("| median, ms |", " | ".join(f"{size:,}" for size in sizes), "| last / first |")
    print("|---|" + "---|" * (len(sizes) + 1))
    for name, first in figures[sizes[0]].items():
        values = [figures[size][name] for size in sizes]
        cells = " | ".join(f"{value:.1f}" for value in values)
        print(f"| {name} | {cells} | {values[-1] / first:.2f} |")


def _plot(figures: dict[int, Figures]) -> str:
    lines = [
        Line(name, [(size, of_size[name]) for size, of_size in figures.items()]) for name in PLOTTED
    ]
    return draw("Median time of an answer, not cached", "articles in the store", lines)
