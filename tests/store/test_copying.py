import os
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.errors import CopyError, StoreMissingError
from app.store.checking import find_faults
from app.store.copying import Progress, backup, freeze
from app.store.engine import reader
from app.store.queries.articles import count_articles

Make = Callable[[Path, Path, Progress], None]
each_way = pytest.mark.parametrize("make", [backup, freeze])


def silently(_copied: int, _of: int) -> None:
    pass


def rows(store: Path) -> list[str]:
    """All there is, the search tables too; in SQL, as it was when it was put in."""
    with closing(sqlite3.connect(store)) as connection:
        return [line for line in connection.iterdump() if "_data" not in line]


def journal_mode(store: Path) -> str:
    with closing(sqlite3.connect(store)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


@each_way
def test_a_copy_is_the_store_in_a_file_that_stands_alone(own_store: Path, make: Make) -> None:
    copy = own_store.with_name("copy.db")
    make(own_store, copy, silently)
    assert journal_mode(copy) == "delete"
    assert {path.name for path in own_store.parent.glob(".*")} == set()
    assert {path.name for path in own_store.parent.glob("copy*")} == {"copy.db"}
    with reader(copy)() as session:
        assert list(find_faults(session)) == []
    assert [line for line in rows(copy) if "INSERT INTO" in line and "search_" not in line] == [
        line for line in rows(own_store) if "INSERT INTO" in line and "search_" not in line
    ]


def test_a_frozen_copy_is_nobodys_to_write_and_a_backup_is_whose_the_store_is(
    own_store: Path,
) -> None:
    own_store.chmod(0o640)
    for make, mode in ((backup, 0o640), (freeze, 0o444)):
        copy = own_store.with_name(f"{mode}.db")
        make(own_store, copy, silently)
        assert copy.stat().st_mode & 0o777 == mode


def test_a_frozen_copy_has_no_page_to_spare(own_store: Path) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("CREATE TABLE gone AS SELECT zeroblob(100000)")
        connection.execute("DROP TABLE gone")
    copy = own_store.with_name("copy.db")
    freeze(own_store, copy, silently)
    assert own_store.stat().st_size - copy.stat().st_size >= 100_000


@each_way
def test_a_copy_shows_one_moment_and_never_begins_anew(own_store: Path, make: Make) -> None:
    """Others write to the store between its steps."""
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("CREATE TABLE filler AS SELECT zeroblob(40000000)")
    steps: list[int] = []

    def write_meanwhile(copied: int, of: int) -> None:
        steps.append(copied)
        with closing(sqlite3.connect(own_store)) as connection, connection:
            connection.execute("UPDATE article SET withdrawn = 'meanwhile'")
        assert 0 < copied <= of

    copy = own_store.with_name("copy.db")
    make(own_store, copy, write_meanwhile)
    assert len(steps) > 2
    assert steps == sorted(set(steps))
    with reader(copy)() as session:
        assert count_articles(session) == 6


@each_way
def test_what_is_there_is_never_overwritten(own_store: Path, make: Make) -> None:
    copy = own_store.with_name("copy.db")
    copy.write_text("mine")
    with pytest.raises(CopyError, match=r"copy\.db is there already: nothing is overwritten"):
        make(own_store, copy, silently)
    assert copy.read_text() == "mine"


@each_way
def test_whoever_is_faster_keeps_the_name(own_store: Path, make: Make) -> None:
    copy = own_store.with_name("copy.db")

    def be_faster(_copied: int, _of: int) -> None:
        copy.write_text("mine")

    with pytest.raises(CopyError, match="is there already"):
        make(own_store, copy, be_faster)
    assert copy.read_text() == "mine"
    assert list(own_store.parent.glob(".*")) == []


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """No file of this process may grow beyond this many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@each_way
def test_a_full_disk_leaves_nothing_behind(own_store: Path, make: Make) -> None:
    (folder := own_store.parent / "copies").mkdir()
    for most in range(1 << 16, own_store.stat().st_size, 1 << 16):
        with full_disk(most), pytest.raises(CopyError, match=r"copy\.db cannot be made: "):
            make(own_store, folder / "copy.db", silently)
        assert os.listdir(folder) == []
    make(own_store, folder / "copy.db", silently)


@each_way
def test_a_damaged_page_is_not_copied_on(own_store: Path, make: Make) -> None:
    with closing(sqlite3.connect(own_store)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'mention'"
        (page,) = connection.execute(sql).fetchone()
    with own_store.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(CopyError, match=r"copy\.db cannot be made: (the store|database) .*"):
        make(own_store, own_store.with_name("copy.db"), silently)
    assert not own_store.with_name("copy.db").exists()


@each_way
def test_without_a_store_there_is_no_copy(tmp_path: Path, make: Make) -> None:
    with pytest.raises(StoreMissingError):
        make(tmp_path / "none.db", tmp_path / "copy.db", silently)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_needs_a_folder(own_store: Path) -> None:
    with pytest.raises(CopyError, match=r"none/copy\.db cannot be made: No such file"):
        backup(own_store, own_store.parent / "none" / "copy.db", silently)
