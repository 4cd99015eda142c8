"""Hostile source texts, each seeded by the command: stored to the letter, or refused.

What can be as large as one likes is seeded in several sizes: so it shows what a megabyte takes, and
whether twice as much takes more than twice as long.
"""

import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from tests.faults import texts, webpages
from tests.faults.commands import PATIENCE, Done, onrecord
from tests.faults.figures import Figure, at_least, at_most, exactly, none, told
from tests.faults.texts import PROSE, Kind

KINDS = texts.KINDS | webpages.KINDS
MEGABYTE = 1_000_000
# The largest by default and half of it; just a megabyte; what has not too many words to be
# annotated, whatever it is of, and half of that.
LIMITS = (10 * MEGABYTE, 5 * MEGABYTE, 1_200_000, 300_000, 150_000)
_RATE = 1  # seconds a megabyte, or in all for less
_MEMORY = 10  # times the file
_GROWTH = 2.2  # times as long for twice as much
_PAGE_SECONDS = 30  # ONRECORD_SOURCE_SECONDS: no page is read for longer
_TELLING = 0.5  # seconds: in less, a clock that ticks by hundredths says little of growth


@dataclass(frozen=True)
class Seeding:
    """What the command did with one source text, above what any seeding takes."""

    size: int
    done: Done
    seconds: float  # of processor time
    memory: int
    rows: int
    faults: str  # that `onrecord check` finds


@dataclass(frozen=True)
class Measured:
    """What a kind came to, in all its sizes, the largest first; most kinds have but one."""

    name: str
    kind: Kind
    seedings: Sequence[Seeding]

    def __str__(self) -> str:
        told = f"{self.rate:.2f} s/MB"
        told += f", {self.memory:.1f} times the memory" if self.memory else ""
        told += f", {self.growth:.2f} times as long" if self.growth else ""
        sizes = ", ".join(f"{each.size / MEGABYTE:.2f}" for each in self.seedings)
        return f"{told} ({sizes} MB)"

    @property
    def seconds(self) -> float:
        return max(each.seconds for each in self.seedings)

    @property
    def rate(self) -> float:
        """Seconds a megabyte, or in all for less."""
        return max(each.seconds / max(each.size / MEGABYTE, 1) for each in self.seedings)

    @property
    def memory(self) -> float:
        """Times the size of the file, from a megabyte on."""
        large = [each for each in self.seedings if each.size >= MEGABYTE]
        return max((each.memory / each.size for each in large), default=0)

    @property
    def megabytes(self) -> float:
        """Megabytes of memory, for any size."""
        return max(each.memory / MEGABYTE for each in self.seedings)

    @property
    def small(self) -> float:
        """Megabytes of memory for less than one."""
        small = [each for each in self.seedings if each.size < MEGABYTE]
        return max((each.memory / MEGABYTE for each in small), default=0)

    @property
    def growth(self) -> float:
        """How many times as long twice as much takes; 0 where it is done too soon to tell."""
        pairs = [
            (half, whole)
            for whole, half in pairwise(self.seedings)
            if whole.seconds >= _TELLING
            and 1.9 < whole.size / half.size < 2.1
            and whole.done.code == half.done.code == 0
        ]
        return max((whole.seconds / half.seconds for half, whole in pairs), default=0)

    def faults(self) -> Iterator[str]:
        """What was taken, refused or half stored and should not be."""
        for seeding in self.seedings:
            done = seeding.done
            stored = seeding.rows > 0 and not seeding.faults
            whole = stored if done.code == 0 else seeding.rows == 0
            if not (is_right(self.kind, done) and whole):
                yield f"{self.name}: {done.code}: {(done.err or seeding.faults or done.out)[-200:]}"


def is_right(kind: Kind, done: Done) -> bool:
    if kind.refused == "":
        return done.code == 0 or done.refused
    if kind.refused is None:
        return done.code == 0
    return done.refused and re.search(kind.refused, done.err) is not None


def count_rows(store: Path) -> int:
    """Of everything that a seeding stores."""
    with closing(sqlite3.connect(store)) as connection:
        tables = ("article", "version", "paragraph", "actor", "mention", "quote", "quote_span")
        counts = "+".join(f"(SELECT count(*) FROM {table})" for table in tables)
        (rows,) = connection.execute(f"SELECT {counts}").fetchone()
        return int(rows)


def write(kind: Kind, name: str, folder: Path, limit: int) -> Path:
    """The file of a kind; each in a folder of its own, so that no name is met twice."""
    where = folder / re.sub(r"\W+", " ", name)
    where.mkdir()
    file = where / kind.name.format(name)
    kind.write(file, limit)
    return file


class Rig:
    """An empty store, and what a seeding of next to nothing takes, of a text and of a page."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        onrecord(folder, "migrate")
        self._idle = {each: self._seed_small(each) for each in (".txt", ".html")}

    def _seed_small(self, suffix: str) -> Done:
        shutil.copy(self._folder / "onrecord.db", self._folder / "small.db")
        (self._folder / f"small{suffix}").write_text(webpages.page() if "h" in suffix else PROSE)
        return onrecord(self._folder, "seed", f"small{suffix}", store="small.db")

    def measure(self, name: str, kind: Kind, limits: Sequence[int]) -> Measured:
        """A kind by the limits of size that it is written for; once where they do not matter, and
        once for a page: how its parsers grow is theirs, and they have bounds of their own.
        """
        seedings = [self._seed(name, kind, limits[0])]
        for limit in limits[1:] if name not in webpages.KINDS else ():
            less = self._seed(name, kind, limit)
            if less.size >= seedings[-1].size:
                break
            seedings.append(less)
        return Measured(name, kind, seedings)

    def _seed(self, name: str, kind: Kind, limit: int) -> Seeding:
        """Into a store of its own: whatever else is stored does not count."""
        with tempfile.TemporaryDirectory(dir=self._folder) as place:
            folder = Path(place)
            shutil.copy(self._folder / "onrecord.db", folder)
            (folder / "good.txt").write_text(PROSE)
            file = write(kind, name, folder, limit)
            size = file.stat().st_size if file.is_file() and not file.is_symlink() else 0
            done = onrecord(folder, "seed", "--", file, max_source_bytes=limit)
            checked = onrecord(folder, "check")
            idle = self._idle[file.suffix if file.suffix in self._idle else ".txt"]
            return Seeding(
                size,
                done,
                max(done.seconds - idle.seconds, 0),
                max(done.memory - idle.memory, 0),
                count_rows(folder / "onrecord.db"),
                checked.err if checked.code else "",
            )


def run(kinds: Mapping[str, Kind] = KINDS, limits: Sequence[int] = LIMITS) -> Iterator[Figure]:
    all_measured: list[Measured] = []
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(os.cpu_count()) as pool:
        rig = Rig(Path(name))
        for measured in pool.map(partial(rig.measure, limits=limits), kinds, kinds.values()):
            all_measured.append(measured)
            yield Figure(measured.name, "", str(measured), holds=not list(measured.faults()))
    yield from figures(all_measured)


def figures(measured: Sequence[Measured]) -> Iterator[Figure]:
    ended = [(each.name, seeding.done) for each in measured for seeding in each.seedings]
    yield at_least("kinds of hostile source", 60, len(measured))
    hung = [name for name, done in ended if done.code < 0]
    yield exactly("of their seedings ended", len(ended), len(ended) - len(hung))
    yield none("tracebacks", [name for name, done in ended if "Traceback" in done.err])
    yield none(f"hangs > {PATIENCE:.0f} s", hung)
    faults = [fault for each in measured for fault in each.faults()]
    yield none("taken, refused or half stored and should not be", faults)
    pages = [each for each in measured if each.name in webpages.KINDS]
    others = [each for each in measured if each.name not in webpages.KINDS]
    yield worst("text: seconds a megabyte, or in all for less", _RATE, others, "rate")
    yield worst("text: memory by the size of the file, from 1 MB on", _MEMORY, others, "memory")
    yield worst("text: as long for twice as much", _GROWTH, others, "growth")
    yield told("text: MB of memory for less", f"{max(each.small for each in others):,.0f}")
    yield worst("page: seconds", _PAGE_SECONDS, pages, "seconds")
    yield told("page: MB of memory", f"{max(each.megabytes for each in pages):,.0f}")


def worst(what: str, wanted: float, measured: Sequence[Measured], figure: str) -> Figure:
    found = {each.name: getattr(each, figure) for each in measured}
    name = max(found, key=found.__getitem__)
    return at_most(f"{what} (most: {name})", wanted, found[name])
