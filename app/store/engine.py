"""Connections: one kind that writes, and one that cannot."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from math import inf
from pathlib import Path
from time import monotonic
from urllib.parse import quote

from app.errors import (
    StoreDamagedError,
    StoreError,
    StoreMissingError,
    StoreOutdatedError,
    StoreTimeoutError,
)

SCHEMA = "7"  # what this program reads and writes; the head of migrations/
_READING_KIB = 8_192  # for each connection: all that counting a list looks at, in a large store
_WRITING_KIB = 8_192  # of changed pages: more are written before the commit, and again at it
BUSY_SECONDS = 5.0  # how long to wait for whoever is writing
_STEPS = 1_000_000  # of SQLite's, some 50 ms: asked more often, slow readers hold everybody up
READERS = 40  # threads that answer; as many more of the web framework stream long answers

File = tuple[int, int]  # what tells a file from another of the same name


class Session(sqlite3.Connection):
    """A connection to the store in a transaction: begun when it is opened, and taken back when it
    is left, unless whoever opened it commits.
    """

    file: File | None = None


def connect(path: Path, mode: str, busy_seconds: float) -> Session:
    """A connection that is in no transaction; `mode` is that of SQLite's file: addresses."""
    session: Session = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,  # transactions begin where somebody says so
        check_same_thread=False,  # whoever has a connection uses it in one thread at a time
        factory=Session,
        # A statement that is kept holds on to what it was given last: of a seeding, whole texts.
        cached_statements=128 if mode == "ro" else 0,
    )
    return session


def connect_to_write(path: Path, *, create: bool = False, foreign_keys: bool = True) -> Session:
    """A connection in WAL mode that may write, and is in no transaction."""
    session = connect(path, "rwc" if create else "rw", BUSY_SECONDS)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"foreign_keys={int(foreign_keys)}",
                   f"cache_size=-{_WRITING_KIB}"):  # fmt: skip
        session.execute(f"PRAGMA {pragma}")
    return session


def _file_at(path: Path) -> File:
    found = _stat(path)
    return found.st_dev, found.st_ino


def _stat(path: Path) -> os.stat_result:
    try:
        return os.stat(path)
    except OSError as error:
        raise StoreMissingError(f"{path}: {error.strerror}") from None


Sessions = Callable[[], AbstractContextManager[Session]]


def reader(path: Path, seconds: float = inf) -> Sessions:
    """Opens sessions, in any thread, that see one moment of the store and cannot change it.

    Each raises StoreMissingError, StoreOutdatedError, StoreDamagedError or StoreError where the
    store is not one that this program can read; a file that is missing is not made. What is still
    being looked for after so many seconds is given up with StoreTimeoutError.
    """
    idle: list[Session] = []

    @contextmanager
    def read() -> Iterator[Session]:
        with _sqlite_errors(path):
            session = _take(idle, path)
            try:
                _begin_reading(session, path, seconds)
                yield session
            finally:
                session.rollback()
                idle.append(session)

    return read


def _take(idle: list[Session], path: Path) -> Session:
    """One that is open already, or another. An open file lives on after it was replaced or removed;
    its words do not count.
    """
    file = _file_at(path)
    with suppress(IndexError):
        while True:
            session = idle.pop()  # the last that was given back has the pages that are asked for
            if session.file == file:
                return session
            session.close()
    session = connect(path, "ro", BUSY_SECONDS)
    session.file = file
    for pragma in ("query_only=1", f"cache_size=-{_READING_KIB}"):
        session.execute(f"PRAGMA {pragma}")
    return session


def _begin_reading(session: Session, path: Path, seconds: float) -> None:
    """A store that this program knows. SQLite asks now and then whether to go on."""
    session.execute("BEGIN")
    _check_schema(session, path)
    end = monotonic() + seconds
    session.set_progress_handler(lambda: monotonic() > end, _STEPS)


def writer(path: Path) -> Sessions:
    """Opens sessions that hold the store's one lock for writing; whoever opens one commits it.

    Each raises StoreError where the store cannot be written: nothing of it is kept then.
    """

    @contextmanager
    def write() -> Iterator[Session]:
        with _sqlite_errors(path), closing(connect_to_write(path)) as session:
            session.execute("BEGIN IMMEDIATE")
            yield session

    return write


class Generation:
    """Tells the moments of a store apart; belongs to one thread.

    A call gives a number: another one whenever somebody has committed, replaced the file or written
    over it since the last call. None where that cannot be told at once: no file, no store, locked.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: Session | None = None
        self._file: File | None = None
        self._seen: object = None
        self._number = 0

    def __call__(self) -> int | None:
        try:
            found = _stat(self._path)
            if self._file != (found.st_dev, found.st_ino):
                self._open((found.st_dev, found.st_ino))
            commits = (
                self._connection and self._connection.execute("PRAGMA data_version").fetchone()
            )
        except (StoreMissingError, sqlite3.Error):
            return None
        now = commits, found.st_size, found.st_mtime_ns
        if now != self._seen:
            self._seen = now
            self._number += 1
        return self._number

    def _open(self, file: File) -> None:
        """The old file is held until the new one is: no other file can get its number before."""
        before, self._connection = self._connection, connect(self._path, "ro", 0)
        self._file, self._seen = file, None
        if before:
            before.close()


@contextmanager
def _sqlite_errors(path: Path) -> Iterator[None]:
    """Says what SQLite found in one sentence of ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise as_store_error(path, error) from None


def as_store_error(path: Path, error: BaseException) -> StoreError:
    """The error of this program that an error of SQLite comes to."""
    reason = str(error)
    if reason == "interrupted":
        return StoreTimeoutError("This takes too long to find: ask for less of it, or later.")
    if any(word in reason for word in ("not a database", "malformed", "no such table")):
        return StoreDamagedError(f"{path} is not a store: {reason}")
    if "readonly" in reason and os.path.exists(f"{path}-journal"):
        return StoreError(
            f"{path} cannot be read: a write to it was interrupted: `onrecord migrate` undoes it"
        )
    return StoreError(f"{path} cannot be used: {reason}{_who_must_write(path, reason)}")


def _who_must_write(path: Path, reason: str) -> str:
    """What to do where permissions are in the way: the store's own folder holds its journal."""
    if "unable to open" in reason or "readonly" in reason:
        for place in (path.absolute().parent, path):
            if os.path.exists(place) and not os.access(place, os.W_OK, effective_ids=True):
                unread = "unable to open" in reason and path.exists()
                or_else = ", or read a copy made by `onrecord freeze`" if unread else ""
                return f" (user {os.geteuid()} must be able to write in {place}{or_else})"
    return ""


def _check_schema(session: Session, path: Path) -> None:
    (found,) = session.execute("SELECT version_num FROM alembic_version").fetchone() or ("0",)
    if found != SCHEMA:
        raise StoreOutdatedError(outdated(path, str(found)))


def outdated(path: Path, found: str) -> str:
    """The sentence for a store whose schema is not this program's, with both named."""
    if int(found) > int(SCHEMA):
        return f"{path} has schema {found}, newer than this program's {SCHEMA}: update the program"
    return f"{path} has schema {found}, older than this program's {SCHEMA}: run `onrecord migrate`"
