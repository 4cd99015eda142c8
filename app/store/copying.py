"""Copies of a store, each a single file that stands alone.

A backup is a store like the one it was taken from. A frozen copy is for places where nobody can
write: it has no write-ahead log, which even a reader would need a writable folder for
(https://sqlite.org/wal.html, "Read-Only Databases").
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.errors import CopyError
from app.store.compacting import compact
from app.store.engine import reader

_PAGES = 2_000  # at a time: often enough for whoever watches, too few to feel
_FROZEN_MODE = 0o444

Progress = Callable[[int, int], None]


def backup(store: Path, file: Path, tell: Progress) -> None:
    """Copies the store as it is at this moment to a new file, while others read and write it.

    `tell` hears how many pages are copied, and of how many. Raises CopyError, and leaves nothing
    behind, where the file is there already or the copy cannot be made or is not sound; StoreError
    where the store cannot be read.
    """
    with _draft(file) as draft:
        _copy(store, draft, file, tell)
        shutil.copymode(store, draft)


def freeze(store: Path, file: Path, tell: Progress) -> None:
    """Copies the store as `backup` does, for read-only media: compact, and nobody's to write."""
    with _draft(file) as draft:
        _copy(store, draft, file, tell)
        with closing(_open(draft)) as copy:
            compact(copy)
        draft.chmod(_FROZEN_MODE)


@contextmanager
def _draft(file: Path) -> Iterator[Path]:
    """A file beside `file` that takes its name when all went well, and vanishes where not."""
    folder = file.absolute().parent
    if file.exists():
        raise _taken(file)
    try:
        with TemporaryDirectory(prefix=f".{file.name}.", dir=folder) as beside:
            draft = Path(beside, file.name)
            yield draft
            _prove(draft)
            file.touch(exist_ok=False)  # whoever was faster keeps theirs
            draft.replace(file)
        _sync(folder)
    except FileExistsError:
        raise _taken(file) from None
    except (OSError, sqlite3.Error) as error:
        raise _unmade(file, error) from None


def _taken(file: Path) -> CopyError:
    return CopyError(f"{file} is there already: nothing is overwritten")


def _unmade(file: Path, error: Exception) -> CopyError:
    reason = error.strerror if isinstance(error, OSError) else error
    return CopyError(f"{file} cannot be made: {reason}")


def _copy(store: Path, draft: Path, file: Path, tell: Progress) -> None:
    with closing(_open(draft)) as copy:
        # In one transaction of the store: else every commit meanwhile would make it begin anew.
        with reader(store)() as session:
            try:
                session.backup(copy, pages=_PAGES, progress=lambda _, left, of: tell(of - left, of))
            except sqlite3.Error as error:  # of the one or the other
                raise _unmade(file, error) from None
        copy.execute("PRAGMA journal_mode = DELETE")


def _prove(draft: Path) -> None:
    with closing(_open(draft)) as copy:
        (found,) = copy.execute("PRAGMA quick_check (1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(f"the store is damaged: {' '.join(found.split())}")


def _open(draft: Path) -> sqlite3.Connection:
    return sqlite3.connect(draft, isolation_level=None)


def _sync(folder: Path) -> None:
    """A name is safe on the disk when its folder is."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
