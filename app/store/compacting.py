"""Writing a store anew: no larger than it must be, and without a trace of what was deleted.

SQLite only marks as free what is deleted, and FTS5 as forgotten. A flag in the file, its
`user_version`, says from the deletion on that words may still be there which should not.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.errors import StoreError
from app.store.engine import Session, connect_to_write
from app.store.searching import SEARCH_TABLES

_UNCLEAN = 1


def mark_unclean(session: Session) -> None:
    """Says that `clean` is due, as a part of the transaction that deletes."""
    session.execute(f"PRAGMA user_version = {_UNCLEAN}")


def is_unclean(session: Session) -> bool:
    """Whether words of what was deleted may still be in the file."""
    (found,) = session.execute("PRAGMA user_version").fetchone()
    return bool(found == _UNCLEAN)


def compact(connection: sqlite3.Connection) -> None:
    """Writes every page anew, and the search index in one piece, which forgets at last."""
    for table in SEARCH_TABLES:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    connection.execute("VACUUM")


def clean(path: Path) -> None:
    """Leaves nothing in the store's files but what its rows say, while others may read it.

    Raises StoreError where that was not possible; no row is lost then, and it can be done again.
    """
    try:
        with closing(connect_to_write(path)) as connection:
            compact(connection)
            _empty_log(connection)
            connection.execute("PRAGMA user_version = 0")
    except sqlite3.Error as error:
        raise StoreError(
            f"{path} may still hold words of what was erased ({error}):"
            " run `onrecord erase` again, without an article"
        ) from None


def _empty_log(connection: sqlite3.Connection) -> None:
    (busy, *_) = connection.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("somebody reads an older state of it")
