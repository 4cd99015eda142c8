"""Seeding beside the least that SQLite must do.

    python -m tests.benchmarks seeding

stores 10,000 made-up articles as the storing process of `onrecord seed` does, with indexes, search
and constraints, and beside it inserts the same rows by bare `executemany` into tables without any.
Both get what other processes have done by then: the articles are annotated, and their rows made.
Then it seeds 2,000 of their texts by the command line, annotation and all, and seeds them again.
"""

import argparse
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

from app.cli.seeding import TOGETHER
from app.identity import article_id, sha256
from app.store.engine import writer
from app.store.migrating import migrate
from app.store.rows import Rows, make_ahead, to_rows
from app.store.saving import New, save_articles
from app.text.reading import SourceText
from tests.benchmarks.generating import make_article
from tests.served import ROOT

ARTICLES, TEXTS = 10_000, 2_000
COLUMNS = {"paragraph": 4, "actor": 4, "mention": 10, "quote": 9, "quote_span": 6}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="seeding", description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--texts", type=int, default=TEXTS)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        _compare(Path(folder), chosen.articles)
        _seed(Path(folder), chosen.texts)


def _compare(folder: Path, articles: int) -> None:
    """Batch by batch in turn, so that what else the machine does meets both."""
    migrate(folder / "ours.db")
    write = writer(folder / "ours.db")
    ours: list[float] = []
    bare: list[float] = []
    with closing(_bare_tables(folder / "bare.db")) as tables:
        for batch in _batches(articles):
            rows = [to_rows(ahead, "", number) for number, (ahead, _) in enumerate(batch, 1)]
            started = time.process_time()
            _insert(tables, batch, rows)
            between = time.process_time()
            with write() as session:
                save_articles(session, batch)
                session.commit()
            bare.append(between - started)
            ours.append(time.process_time() - between)
    ratio = statistics.median(ours) / statistics.median(bare)
    last = statistics.median(ours[-len(ours) // 4 :]) / statistics.median(ours[: len(ours) // 4])
    print(f"bare inserts: {statistics.median(bare) / TOGETHER * 1e6:.0f} µs an article")
    print(f"the store: {statistics.median(ours) / TOGETHER * 1e6:.0f} µs an article")
    print(f"ratio: {ratio:.2f}; last quarter of {articles:,} to the first: {last:.2f}")


def _batches(articles: int) -> Iterator[list[New]]:
    for first in range(0, articles, TOGETHER):
        made = map(make_article, range(first, first + TOGETHER))
        ahead = [make_ahead(each, article_id(each.document)) for each in made]
        yield [(each, SourceText("made-up.txt", each.document.text.encode())) for each in ahead]


def _bare_tables(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    for table, columns in {"article": 4, "version": 14, **COLUMNS}.items():
        names = ", ".join(f"c{number}" for number in range(columns))
        connection.execute(f"CREATE TABLE {table} ({names})")
    return connection


def _insert(connection: sqlite3.Connection, batch: list[New], rows: list[Rows]) -> None:
    connection.execute("BEGIN")
    slugs = [(number, sha256(str(number)), None, None) for number in range(len(batch))]
    connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?)", slugs)
    versions = [
        (number, number, 1, 1, "0" * 64, *[None] * 4, "made up", "made-up.txt", "headline",
         annotated.document.text, source_text.utf_8)
        for number, (annotated, source_text) in enumerate(batch)
    ]  # fmt: skip
    connection.executemany(f"INSERT INTO version VALUES ({', '.join('?' * 14)})", versions)
    for field in fields(Rows):
        marks = ", ".join("?" * COLUMNS[field.name])
        every = [row for of_version in rows for row in getattr(of_version, field.name)]
        connection.executemany(f"INSERT INTO {field.name} VALUES ({marks})", every)
    connection.execute("COMMIT")


def _seed(folder: Path, texts: int) -> None:
    sources = folder / "sources"
    sources.mkdir()
    for number in range(texts):
        (sources / f"{number}.txt").write_text(make_article(number).document.text, "utf-8")
    for what in ("seeded", "seeded again"):
        seconds, megabytes = _run("seed", str(sources), "--store", str(folder / "seeded.db"))
        print(
            f"{what}: {texts / seconds:.0f} articles a second on {os.cpu_count()} cores,"
            f" {megabytes:.0f} MB in the largest process"
        )


def _run(*arguments: str) -> tuple[float, float]:
    """Seconds, and the most memory that one of its processes had."""
    started = time.perf_counter()
    measured = "import resource, sys; from app.cli import main; main(sys.argv[1:]);"
    measured += " sizes = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF,"
    measured += " resource.RUSAGE_CHILDREN)]; print(max(sizes), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", measured, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    [kilobytes] = re.findall(r"^(\d+)$", done.stderr, re.MULTILINE)
    return time.perf_counter() - started, int(kilobytes) / 1024
