"""A disk that is full, at every step of 64 KiB: what was there stays, and room is all it takes.

The disk is a file system in memory that this part mounts, and leaves out where it may not.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import httpx

from app.store.migrating import downgrade
from tests.faults.commands import Done, onrecord
from tests.faults.contents import Contents, contents, found_by_sqlite, write_articles
from tests.faults.figures import Figure, none, told
from tests.faults.servers import server

STEP, SIZE = 1 << 16, 1 << 26  # bytes
ARTICLES, NEW = 8, 6
_REFUSED = re.compile("(onrecord: (created|migrated) .*\n)?onrecord: .*\n")
_STEPS = 200  # at most: each command is done with less


@dataclass(frozen=True)
class Command:
    """What is run when the disk is full, on which store, and what may be in it when that fails."""

    arguments: tuple[str, ...]
    make: Callable[[Path, Path], None]  # the store, from a good one
    copy: str = ""  # what it makes beside the store
    loses: str = ""  # the text that may be gone after a failure: the one to erase


def put(good: Path, store: Path) -> None:
    """What belongs to the store before goes first, as docs/operating.md says."""
    for left in store.parent.glob(f"{store.name}-*"):
        left.unlink()
    Path(shutil.copy(good, store.with_name("next.db"))).replace(store)


def put_older(good: Path, store: Path) -> None:
    older = Path(shutil.copy(good, good.with_name("older.db")))
    downgrade(older, "1")
    put(older, store)


def put_none(_: Path, store: Path) -> None:
    """The command makes it."""


@contextmanager
def mounted() -> Iterator[Path | None]:
    """A small disk; None where nothing may be mounted."""
    with tempfile.TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", name]
        try:
            done = subprocess.run(mount, capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            done = False
        try:
            yield Path(name) if done else None
        finally:
            if done:
                subprocess.run(["umount", name], check=True)


@contextmanager
def room(disk: Path, free: int) -> Iterator[None]:
    """Leaves so many bytes free."""
    filler = disk / "filler"
    left = os.statvfs(disk)
    filler.write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - free)))
    try:
        yield
    finally:
        filler.unlink()


@dataclass(frozen=True)
class Trial:
    """One command on one disk: the good store it begins with, and what it comes to in the end."""

    disk: Path
    good: Path
    command: Command

    @property
    def store(self) -> Path:
        return self.disk / "onrecord.db"

    def run(self) -> Done:
        return onrecord(self.disk, *self.command.arguments)

    def begin(self) -> None:
        for left in self.disk.glob("*.db*"):
            left.unlink()
        self.command.make(self.good, self.store)

    def end(self) -> Contents:
        """What it comes to where there is room."""
        self.begin()
        done = self.run()
        assert done.code == 0, done
        return contents(self.store)

    def failed_well(self, done: Done, before: Contents, end: Contents) -> Iterator[str]:
        told = f"{' '.join(self.command.arguments)}: {done.code}: {done.err[-300:]}"
        if done.code != 2 or not _REFUSED.fullmatch(done.err):
            yield told
        now = contents(self.store)
        lost = [text for text in before.keys() - {self.command.loses} if now.get(text) is None]
        half = [text for text, rows in now.items() if rows not in (before.get(text), end.get(text))]
        if lost or half:
            yield f"{len(lost)} articles lost and {len(half)} half there: {told}"
        yield from found_by_sqlite(self.store)
        left = {each.name for each in self.disk.iterdir()}
        if left - {"onrecord.db", "onrecord.db-wal", "onrecord.db-shm", "new"}:
            yield f"{left} left: {told}"

    def try_with(self, free: int, end: Contents) -> list[str] | None:
        """The faults where so many bytes are free; None where that was enough."""
        self.begin()
        before = contents(self.store)
        with room(self.disk, free):
            done = self.run()
        if done.code == 0:
            return None
        faults = [
            *self.failed_well(done, before, end)
        ]  # whoever looks into a store needs some room
        half = self.command.loses in before.keys() - contents(self.store).keys()
        again = onrecord(self.disk, "erase") if half else self.run()
        if again.code or contents(self.store) != end:
            faults.append(f"not done when there is room: {again.code}: {again.err[-300:]}")
        if self.command.copy and contents(self.disk / self.command.copy) != before:
            faults.append("not a copy")
        return faults


def commands(good: Path) -> dict[str, Command]:
    with closing(sqlite3.connect(good)) as connection:
        first = "SELECT slug, sha256 FROM version JOIN article ON article.id = article"
        article, text = connection.execute(first).fetchone()
    return {
        "seed": Command(("seed", "new"), put),
        "seed, the first time": Command(("seed", "new"), put_none),
        "migrate, an older store": Command(("migrate",), put_older),
        "migrate, no store": Command(("migrate",), put_none),
        "backup": Command(("backup", "copy.db"), put, copy="copy.db"),
        "freeze": Command(("freeze", "copy.db"), put, copy="copy.db"),
        "erase": Command(("erase", article), put, loses=text),
    }


def read_meanwhile(folder: Path, disk: Path, good: Path) -> Iterator[Figure]:
    """A server on that disk, which has been asked before."""
    store = disk / "onrecord.db"
    put(good, store)
    with server(folder, store=store) as running, httpx.Client(base_url=running.url) as client:
        paths = ("/articles", "/quotes", "/quotes.csv", "/locate?exact=talks", "/ready")
        whole = [client.get(path).text for path in paths]
        with room(disk, 0):
            done = onrecord(disk, "seed", "new")
            answers = [client.get(path) for path in paths]
    wrong = [str(each) for each, was in zip(answers, whole, strict=True) if each.text != was]
    yield none("a server meanwhile: wrong answers", wrong if done.refused else [str(done)])


def run(only: Sequence[str] = (), step: int = STEP) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name, mounted() as disk:
        if disk is None:
            yield told("full disks", "left out: no file system may be mounted here")
            return
        folder = Path(name)
        assert onrecord(folder, "seed", write_articles(folder / "old", ARTICLES)).code == 0
        write_articles(disk / "new", ARTICLES + NEW)
        good = folder / "onrecord.db"
        for what, command in commands(good).items():
            if what in only or not only:
                trial = Trial(disk, good, command)
                end = trial.end()
                tried = (trial.try_with(n * step, end) for n in range(_STEPS))
                steps = list(takewhile(lambda faults: faults is not None, tried))
                faults = [fault for step in steps for fault in step or ()]
                yield none(f"{what}: faults at {len(steps)} steps of a full disk", faults)
        yield from read_meanwhile(folder, disk, good)
