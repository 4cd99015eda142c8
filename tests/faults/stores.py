"""Stores that something is wrong with: each function breaks the one it is given, in its place."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.store.migrating import downgrade

_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def make_slow(store: Path) -> None:
    """Whatever looks for a version, and almost everything does, counts for ever first."""
    with closing(sqlite3.connect(store)) as connection, connection:
        [view] = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'live_version'")
        select = view[0].partition("live_version AS")[2]
        connection.execute("DROP VIEW live_version")
        connection.execute(
            f"CREATE VIEW live_version AS SELECT * FROM ({select}) WHERE ({_ENDLESS}) > 0"
        )


def remove(store: Path) -> None:
    store.unlink()


def empty(store: Path) -> None:
    os.truncate(store, 0)


def fill_with_junk(store: Path) -> None:
    store.write_bytes(b"junk " * 5000)


def truncate(store: Path) -> None:
    os.truncate(store, store.stat().st_size // 2 // 4096 * 4096)


def corrupt_page(store: Path) -> None:
    """The root of the table of mentions."""
    with closing(sqlite3.connect(store)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'mention'"
        (page,) = connection.execute(sql).fetchone()
    with store.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


def leave_hot_journal(store: Path) -> None:
    """As a kill within a transaction leaves a store that has no write-ahead log."""
    beside = Path(shutil.copy(store, store.with_name("torn.db")))
    with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 5")  # so that pages are written before the commit
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE version SET text = text || ' And nobody said this.'")
        connection.execute("UPDATE mention SET exact = upper(exact)")
        shutil.copy(f"{beside}-journal", f"{store}-journal")
        shutil.copy(beside, beside.with_name("copy.db"))
        connection.execute("ROLLBACK")
    beside.unlink()
    beside.with_name("copy.db").replace(store)


def make_older(store: Path) -> None:
    downgrade(store, "1")


def make_newer(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '99'")


KINDS: dict[str, Callable[[Path], None]] = {
    "missing": remove,
    "0 bytes": empty,
    "junk": fill_with_junk,
    "truncated": truncate,
    "corrupt page": corrupt_page,
    "hot journal": leave_hot_journal,
    "older schema": make_older,
    "newer schema": make_newer,
}
