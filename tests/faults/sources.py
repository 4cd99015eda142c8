"""Hostile source texts, each seeded by the command: stored to the letter, or refused."""

import re
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import texts, webpages
from tests.faults.commands import PATIENCE, Done, onrecord
from tests.faults.figures import Figure, at_least, at_most, exactly, none
from tests.faults.texts import PROSE, Kind

KINDS = texts.KINDS | webpages.KINDS
LIMIT = 10_000_000  # bytes, as by default
MEGABYTE = 1_000_000
_PAGE_SECONDS = 30  # ONRECORD_SOURCE_SECONDS: no page is read for longer


@dataclass
class Tally:
    """What many sources came to."""

    store: Path
    idle: Done  # the seeding of next to nothing: what any seeding takes
    sources: int = 0
    stored: int = 0
    traced: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)  # taken, or refused, though it should not be
    slow: dict[str, float] = field(default_factory=dict)  # seconds a megabyte, above the idle one
    large: dict[str, float] = field(default_factory=dict)  # memory by size, above the idle one's

    def add(self, name: str, kind: Kind, file: Path, before: int, done: Done) -> None:
        self.sources += 1
        rows = count_rows(self.store)
        self.stored += done.code == 0
        told = f"{name}: {done.code}: {(done.err or done.out)[-200:]}"
        if "Traceback" in done.err:
            self.traced.append(told)
        if done.code < 0:
            self.hung.append(told)
        if not is_right(kind, done) or (rows > before) != (done.code == 0):
            self.wrong.append(told)
        size = file.stat().st_size if file.is_file() and not file.is_symlink() else 0
        self.slow[name] = (done.seconds - self.idle.seconds) / max(size / MEGABYTE, 1)
        if size >= MEGABYTE:
            self.large[name] = (done.memory - self.idle.memory) / size


def is_right(kind: Kind, done: Done) -> bool:
    if kind.refused == "":
        return done.code == 0 or done.refused
    if kind.refused is None:
        return done.code == 0
    return done.refused and re.search(kind.refused, done.err) is not None


def count_rows(store: Path) -> int:
    """Of everything that a seeding stores; none is ever deleted here."""
    with closing(sqlite3.connect(store)) as connection:
        tables = ("article", "version", "paragraph", "actor", "mention", "quote", "quote_span")
        counts = "+".join(f"(SELECT count(*) FROM {table})" for table in tables)
        (rows,) = connection.execute(f"SELECT {counts}").fetchone()
        return int(rows)


def write(kind: Kind, name: str, folder: Path, limit: int = LIMIT) -> Path:
    """The file of a kind; each in a folder of its own, so that no name is met twice."""
    where = folder / re.sub(r"\W+", " ", name)
    where.mkdir()
    file = where / kind.name.format(name)
    kind.write(file, limit)
    return file


def seed_each(folder: Path, kinds: Mapping[str, Kind]) -> Tally:
    store = folder / "onrecord.db"
    (folder / "good.txt").write_text(PROSE)
    onrecord(folder, "migrate")
    tally = Tally(store, onrecord(folder, "seed", "good.txt"))
    for name, kind in kinds.items():
        file = write(kind, name, folder)
        before = count_rows(store)
        tally.add(name, kind, file, before, onrecord(folder, "seed", "--", file))
    return tally


def run(kinds: Mapping[str, Kind] = KINDS) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tally = seed_each(folder, kinds)
        yield from figures(tally)
        checked = onrecord(folder, "check")
        yield none("faults that `onrecord check` finds then", [checked.err] if checked.code else [])


def figures(tally: Tally) -> Iterator[Figure]:
    yield at_least("kinds of hostile source", 60, tally.sources)
    yield exactly("of them stored or refused", tally.sources, tally.sources - len(tally.hung))
    yield none("tracebacks", tally.traced)
    yield none(f"hangs > {PATIENCE:.0f} s", tally.hung)
    yield none("taken, refused or half stored and should not be", tally.wrong)
    pages = {name: rate for name, rate in tally.slow.items() if name in webpages.KINDS}
    others = {name: rate for name, rate in tally.slow.items() if name not in pages}
    yield slowest("text: seconds a megabyte, or in all for less", 1, others)
    yield slowest("pages: seconds a megabyte, or in all for less", _PAGE_SECONDS, pages)
    yield slowest("memory by the size of the file, from 1 MB on", 10, tally.large)


def slowest(what: str, wanted: float, measured: Mapping[str, float]) -> Figure:
    """The most of all, with what it was."""
    if not measured:
        return at_most(what, wanted, 0)
    name = max(measured, key=measured.__getitem__)
    return at_most(f"{what} (most: {name})", wanted, measured[name])
