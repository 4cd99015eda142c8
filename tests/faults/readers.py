"""Many reads of a store that is seeded all the while: none fails, and none shows half an article.

What is right is known: another server answers from a store where everything is there already.
"""

import json
import random
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from tests.faults.clients import read_answer
from tests.faults.commands import onrecord
from tests.faults.contents import write_articles
from tests.faults.figures import Figure, at_least, none
from tests.faults.servers import Server, server

READS, SEEDINGS, READERS = 100_000, 100, 4  # every second seeding is of a new version
OF_AN_ARTICLE = ("", "/text", *(f"/{noun}?limit=100" for noun in ("paragraphs", "mentions")),
                 "/quotes?limit=100", ".jsonld", "/quotes.csv")  # fmt: skip
PUBLIC = "http://onrecord.example"  # the same links from either server
_KEPT_FOR, _EXPORT_EVERY = 50, 500  # requests
_REST_SECONDS = 0.1  # between connections: who seeds shall have some of the machine, too


@dataclass(frozen=True)
class Truth:
    """The articles in the order of their seeding; what may be answered to each address, and how
    many quotes of each an export has. The first article has two versions by turns.
    """

    articles: list[str]
    answers: dict[str, set[bytes]]
    quotes: Counter[str]


@dataclass
class Reading:
    """What many readers met."""

    truth: Truth
    reads: int = 0
    seedings: int = 0
    seeded: int = 1  # articles whose seeding has ended
    wrong: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def read_on(self, running: Server) -> None:
        while not self.stopped.is_set():
            with closing(running.connect(60)) as connection:
                for _ in range(_KEPT_FOR):
                    there = self.seeded
                    place = random.randrange(min(there + 1, len(self.truth.articles)))
                    part = random.choice(OF_AN_ARTICLE)
                    address = f"/articles/{self.truth.articles[place]}{part}"
                    connection.sendall(f"GET {address} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
                    status, body = read_answer(connection)
                    self.judge(address, status, body, there=place < there)
                    self.reads += 1
            if random.randrange(_EXPORT_EVERY) < _KEPT_FOR:
                self.export(running)
            time.sleep(_REST_SECONDS)

    def judge(self, address: str, status: int, body: bytes, *, there: bool) -> None:
        """It is whole, or it is not there yet."""
        whole = status == 200 and body in self.truth.answers[address]
        if not whole and (there or status != 404):
            self.wrong.append(f"{address}: {status} {body[:80]!r}")

    def export(self, running: Server) -> None:
        """All quotes of all articles, page by page: each article with all of them."""
        there = self.truth.articles[1 : self.seeded]
        lines = get_lines(running, "/quotes.ndjson")
        found = Counter(json.loads(line)["article"] for line in lines)
        self.reads += 1
        for article in {*found, *there} - {self.truth.articles[0]}:
            if found[article] != self.truth.quotes[article]:
                self.wrong.append(f"{article}: {found[article]} quotes in an export")


def get(running: Server, path: str) -> bytes:
    with closing(running.connect(60)) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        status, body = read_answer(connection)
        assert status == 200, (path, status)
        return body


@dataclass(frozen=True)
class Sources:
    """A file of each article, and those of the first one's two versions, of which it is one."""

    files: list[Path]
    versions: list[Path]


def write_sources(folder: Path, articles: int) -> Sources:
    files = sorted(write_articles(folder / "articles", articles).iterdir())
    other = folder / "other.txt"
    other.write_text(f"{files[0].read_text()}\n\n“It is not over,” said Ada Weir.\n")
    return Sources(files, [files[0], other])


def seed(folder: Path, *arguments: object) -> None:
    done = onrecord(folder, "seed", *arguments)
    assert done.code == 0, done


def learn(folder: Path, sources: Sources) -> Truth:
    """What is right, from a store that nobody writes to meanwhile."""
    folder.mkdir()
    seed(folder, *sources.files)
    with server(folder, cache_bytes=0, public_url=PUBLIC) as running:
        found = [json.loads(line) for line in get_lines(running, "/articles.ndjson")]
        articles = [article["id"] for article in reversed(found)]
        quotes = Counter({article["id"]: article["quotes"] for article in found})
        of = [f"/articles/{article}{part}" for article in articles for part in OF_AN_ARTICLE]
        answers = {address: {get(running, address)} for address in of}
        for version in reversed(sources.versions):
            seed(folder, "--article", articles[0], version)
            for address in of[: len(OF_AN_ARTICLE)]:
                answers[address].add(get(running, address))
    return Truth(articles, answers, quotes)


def get_lines(running: Server, path: str) -> list[bytes]:
    with urllib.request.urlopen(running.url + path, timeout=60) as answer:
        return list(answer)


def seed_on(folder: Path, reading: Reading, sources: Sources, seedings: int, reads: int) -> None:
    """Till there were so many seedings and reads."""
    new, turns = iter(sources.files[1:]), cycle(reversed(sources.versions))
    while reading.seedings < seedings or reading.reads < reads:
        file = next(new, None) if reading.seedings % 2 == 0 else None
        if file is not None:
            seed(folder, file)
            reading.seeded += 1
        else:
            seed(folder, "--article", reading.truth.articles[0], next(turns))
        reading.seedings += 1


def run(seedings: int = SEEDINGS, reads: int = READS) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = write_sources(folder, seedings // 2 + 1)
        reading = Reading(learn(folder / "whole", sources))
        (live := folder / "live").mkdir()
        seed(live, sources.files[0])
        with server(live, public_url=PUBLIC) as running, ThreadPoolExecutor(READERS) as pool:
            readers = [pool.submit(reading.read_on, running) for _ in range(READERS)]
            try:
                seed_on(live, reading, sources, seedings, reads)
            finally:
                reading.stopped.set()
            for reader in readers:
                reader.result()
        yield at_least("seedings", seedings, reading.seedings)
        yield at_least("reads meanwhile", reads, reading.reads)
        yield none("reads that failed, or showed half an article", reading.wrong)
