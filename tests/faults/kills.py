"""A seeding that is killed again and again: each article is there wholly or not at all.

A kill counts where it hits a seeding that is alive. It comes at any moment of it, or while it
holds the store for writing: a transaction is short, and chance would seldom meet one.
"""

import os
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

from tests.faults.commands import alive_in, onrecord, start
from tests.faults.contents import (
    Contents,
    contents,
    copy_as_left,
    found_by_sqlite,
    write_articles,
)
from tests.faults.figures import Figure, at_least, none, told
from tests.faults.signals import state

KILLS = 1000
FEW, MANY = 12, 40  # articles that one process annotates, and that all cores do
_PROVED_EVERY = 50  # kills, with `onrecord check`
_LATER = 0.02  # seconds: a transaction takes less
_MOMENTS = 100  # of 0.1 s
# Where SQLite locks for writing: the log's lock (wal.c) and the file's (os.h: PENDING_BYTE + 1).
_WRITE_LOCKS = {"120", str(0x40000001)}


@dataclass
class Tally:
    """What came of many kills."""

    kills: int = 0
    in_transaction: int = 0
    runs: int = 0  # that were killed until one came to its end
    half: list[str] = field(default_factory=list)  # articles that are not what they should be
    unsound: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)  # in the end, from an uninterrupted run
    left: list[str] = field(default_factory=list)  # processes

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in vars(self)))


@dataclass(frozen=True)
class Lane:
    """A folder of articles to seed, what an uninterrupted seeding stores, and how long it took."""

    folder: Path
    whole: Contents
    seconds: float
    sessions: set[int] = field(default_factory=set)  # of all that was begun

    @property
    def store(self) -> Path:
        return self.folder / "killed.db"


def writes(process: int) -> bool:
    """Whether it holds a lock for writing."""
    for line in Path("/proc/locks").read_text().splitlines():
        _, _, _, how, who, _, first, _ = line.replace("-> ", "").split()
        if int(who) == process and how == "WRITE" and first in _WRITE_LOCKS:
            return True
    return False


def await_transaction(process: "subprocess.Popen[bytes]", nth: int) -> None:
    """Until it holds the store for the n-th time: for the first time to see whether to migrate."""
    for holds in ([True, False] * nth)[:-1]:
        while process.poll() is None and writes(process.pid) != holds:
            time.sleep(0.0002)


def kill(lane: Lane, tally: Tally) -> bool:
    """Seeds, and kills it; whether that came too late."""
    process = start(lane.folder, "seed", "--store", lane.store, "articles")
    lane.sessions.add(process.pid)
    until = time.monotonic() + random.uniform(0, 1.1 * lane.seconds)
    if random.random() < 0.5:
        await_transaction(process, random.randint(1, 2))
        until = time.monotonic() + random.uniform(0, _LATER)
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.0005)
    if process.poll() is not None:
        return True
    os.kill(process.pid, signal.SIGSTOP)
    while state(process.pid) not in "TZ":
        time.sleep(0.0005)
    tally.in_transaction += writes(process.pid)
    if random.random() < 0.5:
        os.killpg(process.pid, signal.SIGKILL)  # whoever works for it, too
    process.kill()
    late = process.wait() != -signal.SIGKILL
    tally.kills += not late
    return late


def judge(lane: Lane, tally: Tally) -> None:
    """Looks at what a kill left, without mending it for the next seeding."""
    copy = copy_as_left(lane.store, lane.folder / "as left")
    tally.unsound += found_by_sqlite(copy)
    found = contents(copy)
    tally.half += [text for text, rows in found.items() if lane.whole.get(text) != rows]
    if tally.kills % _PROVED_EVERY == 0 and found:
        tally.unsound += prove(lane.folder, lane.store)


def prove(folder: Path, store: Path) -> list[str]:
    done = onrecord(folder, "check", "--store", store)
    return [] if done.code == 0 else [done.err]


def finish(lane: Lane, tally: Tally) -> None:
    """Seeds once more, uninterrupted, and compares; then it begins anew."""
    done = onrecord(lane.folder, "seed", "--store", lane.store, "articles")
    if done.code != 0 or contents(lane.store) != lane.whole:
        tally.different.append(f"{done.code}: {done.err or done.out[-200:]}")
    tally.unsound += prove(lane.folder, lane.store)
    tally.runs += 1
    for beside in lane.folder.glob(f"{lane.store.name}*"):
        beside.unlink()


def kill_on(folder: Path, articles: int, many: int) -> Tally:
    """So many kills, each of the seeding of one folder of so many articles."""
    folder.mkdir()
    write_articles(folder / "articles", articles)
    began = time.monotonic()
    assert onrecord(folder, "seed", "--store", "whole.db", "articles").code == 0
    took = time.monotonic() - began
    lane = Lane(folder, contents(folder / "whole.db"), took)
    tally = Tally()
    while tally.kills < many:
        if kill(lane, tally):
            finish(lane, tally)
        else:
            judge(lane, tally)
    finish(lane, tally)
    tally.left = still_there(lane.sessions)
    return tally


def still_there(sessions: set[int]) -> list[str]:
    """What the killed have left running; a process of theirs has a moment to see it."""
    for _ in range(_MOMENTS):
        if not alive_in(sessions):
            break
        time.sleep(0.1)
    return [Path(f"/proc/{process}/cmdline").read_text() for process in alive_in(sessions)]


def run(kills: int = KILLS, lanes: Sequence[int] = (FEW, MANY)) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(len(lanes)) as pool:
        folders = (Path(name, f"of {articles} articles") for articles in lanes)
        tallies = pool.map(kill_on, folders, lanes, repeat(kills // len(lanes)))
        yield from figures(sum(tallies, Tally()), kills)


def figures(tally: Tally, kills: int) -> Iterator[Figure]:
    yield at_least("SIGKILLs that hit a live seeding", kills, tally.kills)
    yield told("of them within a transaction", f"{tally.in_transaction:,}")
    yield told("seedings carried to their end after kills", f"{tally.runs:,}")
    yield none("half articles", tally.half)
    yield none("errors of integrity", tally.unsound)
    yield none("processes left behind", tally.left)
    yield none("in the end unequal to an uninterrupted seeding", tally.different)
