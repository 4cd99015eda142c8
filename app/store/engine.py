"""Connections: one kind that writes, and one that cannot."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from math import inf
from pathlib import Path
from time import monotonic
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DisconnectionError
from sqlalchemy.pool import NullPool, QueuePool
from sqlmodel import Session

from app.errors import (
    StoreDamagedError,
    StoreError,
    StoreMissingError,
    StoreOutdatedError,
    StoreTimeoutError,
)

SCHEMA = "4"  # what this program reads and writes; the head of migrations/
_READING_KIB = 8_192  # for each connection: all that counting a list looks at, in a large store
_WRITING_KIB = 32_768  # of changed pages: more are written before the commit, and again at it
BUSY_SECONDS = 5.0  # how long to wait for whoever is writing
_STEPS = 1_000_000  # of SQLite's, some 50 ms: asked more often, slow readers hold everybody up
_NONE: Mapping[str, object] = MappingProxyType({})
READERS = 40  # threads that answer; as many more of the web framework stream long answers


def make_writing_engine(path: Path, *, create: bool = False, foreign_keys: bool = True) -> Engine:
    """An engine whose every transaction is BEGIN IMMEDIATE, in WAL mode."""
    mode = "rwc" if create else "rw"
    pragmas = ("journal_mode=WAL", "synchronous=NORMAL", f"foreign_keys={int(foreign_keys)}",
               f"cache_size=-{_WRITING_KIB}")  # fmt: skip
    engine = _make_engine(path, mode, pragmas, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _make_reading_engine(path: Path, seconds: float) -> Engine:
    """An engine that cannot write, for any number of threads; makes no file, opens none yet."""
    engine = _make_engine(
        path, "ro", ("query_only=1", f"cache_size=-{_READING_KIB}"),
        # The last that was given back is taken first: it has the pages that are asked for.
        poolclass=QueuePool, pool_size=2 * READERS, max_overflow=0, pool_use_lifo=True,
    )  # fmt: skip

    @event.listens_for(engine, "connect")
    def remember_file(_connection: Any, record: Any) -> None:
        record.info["file"] = _file_at(path)

    @event.listens_for(engine, "checkout")
    def refuse_ghost(_connection: Any, record: Any, _proxy: Any) -> None:
        """An open file lives on after it was replaced or removed; its words do not count."""
        if record.info["file"] != _file_at(path):
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """Of a store that this program knows. SQLite asks now and then whether to go on."""
        fetch_rows(connection, "BEGIN")
        _check_schema(connection, path)
        end = monotonic() + seconds
        sqlite: Any = connection.connection.dbapi_connection
        sqlite.set_progress_handler(lambda: monotonic() > end, _STEPS)

    return engine


def _make_engine(path: Path, mode: str, pragmas: tuple[str, ...], **pool: Any) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = _connect(path, mode, BUSY_SECONDS)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    return create_engine("sqlite://", creator=connect, **pool)


def _connect(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,  # transactions begin where somebody says so
        check_same_thread=False,  # whoever has a connection uses it in one thread at a time
    )


def _file_at(path: Path) -> tuple[int, int]:
    found = _stat(path)
    return found.st_dev, found.st_ino


def _stat(path: Path) -> os.stat_result:
    try:
        return os.stat(path)
    except OSError as error:
        raise StoreMissingError(f"{path}: {error.strerror}") from None


Sessions = Callable[[], AbstractContextManager[Session]]


def reader(path: Path, seconds: float = inf) -> Sessions:
    """Opens sessions, in any thread, that see one moment of the store and cannot change it: that
    of the first question, until which nothing is waited for.

    Each raises StoreMissingError, StoreOutdatedError, StoreDamagedError or StoreError where the
    store is not one that this program can read; a file that is missing is not made. What is still
    being looked for after so many seconds is given up with StoreTimeoutError.
    """
    engine = _make_reading_engine(path, seconds)

    @contextmanager
    def read() -> Iterator[Session]:
        with _sqlite_errors(path), Session(engine) as session:
            _file_at(path)
            yield session

    return read


def writer(path: Path) -> Sessions:
    """Opens sessions that hold the store's one lock for writing; whoever opens one commits it.

    Each raises StoreError where the store cannot be written: nothing of it is kept then.
    """
    engine = make_writing_engine(path)

    @contextmanager
    def write() -> Iterator[Session]:
        with _sqlite_errors(path), Session(engine) as session:
            yield session

    return write


class Generation:
    """Tells the moments of a store apart; belongs to one thread.

    A call gives a number: another one whenever somebody has committed, replaced the file or written
    over it since the last call. None where that cannot be told at once: no file, no store, locked.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
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

    def _open(self, file: tuple[int, int]) -> None:
        """The old file is held until the new one is: no other file can get its number before."""
        before, self._connection = self._connection, _connect(self._path, "ro", 0)
        self._file, self._seen = file, None
        if before:
            before.close()


@contextmanager
def _sqlite_errors(path: Path) -> Iterator[None]:
    """Says what SQLite found in one sentence of ours."""
    try:
        yield
    except DatabaseError as error:
        raise as_store_error(path, error) from None


def as_store_error(path: Path, error: DatabaseError) -> StoreError:
    """The error of this program that an error of SQLite comes to."""
    reason = str(error.orig)
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


def fetch_rows(
    connection: Connection, statement: str, parameters: Mapping[str, object] = _NONE
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The names of the columns, and all rows, by a cursor of SQLite's own: what SQLAlchemy puts
    around one costs as much again as a short list. Raises DatabaseError as SQLAlchemy does.
    """
    sqlite: Any = connection.connection.dbapi_connection
    try:
        cursor = sqlite.execute(statement, dict(parameters))
        return [column[0] for column in cursor.description or ()], cursor.fetchall()
    except sqlite3.Error as error:
        raise DatabaseError(statement, None, error) from None


def _check_schema(connection: Connection, path: Path) -> None:
    _, rows = fetch_rows(connection, "SELECT version_num FROM alembic_version")
    found = rows[0][0] if rows else "0"
    if found != SCHEMA:
        raise StoreOutdatedError(outdated(path, str(found)))


def outdated(path: Path, found: str) -> str:
    """The sentence for a store whose schema is not this program's, with both named."""
    if int(found) > int(SCHEMA):
        return f"{path} has schema {found}, newer than this program's {SCHEMA}: update the program"
    return f"{path} has schema {found}, older than this program's {SCHEMA}: run `onrecord migrate`"
