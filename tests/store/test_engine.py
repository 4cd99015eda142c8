import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import sleep

import pytest

from app.errors import (
    StoreDamagedError,
    StoreError,
    StoreMissingError,
    StoreOutdatedError,
    StoreTimeoutError,
)
from app.store.engine import SCHEMA, Generation, reader, writer
from app.store.migrating import migrate
from app.store.queries.articles import count_articles
from tests.faults.stores import KINDS, fill_with_junk, make_slow, remove


def attempt(store: Path, write: str) -> None:
    with reader(store)() as session:
        session.execute("PRAGMA query_only = 0")
        session.execute(write)


@pytest.mark.parametrize("write", ["DELETE FROM article", "VACUUM", "DROP VIEW live_version"])
def test_a_reading_session_cannot_write(own_store: Path, write: str) -> None:
    with pytest.raises(StoreError):
        attempt(own_store, write)
    with reader(own_store)() as session:
        assert count_articles(session) == 6


def test_a_session_reads_one_moment(own_store: Path) -> None:
    with reader(own_store)() as session:
        before = count_articles(session)
        with closing(sqlite3.connect(own_store)) as other, other:
            other.execute("UPDATE article SET withdrawn = 'wrong'")
        assert count_articles(session) == before
    with reader(own_store)() as session:
        assert count_articles(session) == 0


def test_what_nobody_commits_is_not_written(own_store: Path) -> None:
    with writer(own_store)() as session:
        session.execute("UPDATE article SET withdrawn = 'wrong'")
    with reader(own_store)() as session:
        assert count_articles(session) == 6


def test_a_store_replaced_under_an_open_engine_is_read_anew(own_store: Path) -> None:
    read = reader(own_store)
    with read() as session:
        assert count_articles(session) == 6
    other = own_store.with_name("other.db")
    migrate(other)
    other.replace(own_store)
    with read() as session:
        assert count_articles(session) == 0


@pytest.mark.parametrize(
    ("kind", "error", "says"),
    [
        ("missing", StoreMissingError, "No such file"),
        ("0 bytes", StoreDamagedError, "is not a store"),
        ("junk", StoreDamagedError, "is not a store"),
        ("truncated", StoreDamagedError, "is not a store"),
        ("hot journal", StoreError, "was interrupted: `onrecord migrate` undoes"),
        ("older schema", StoreOutdatedError, f"schema 1, older than .* {SCHEMA}"),
        ("newer schema", StoreOutdatedError, f"schema 99, newer than .* {SCHEMA}"),
    ],
)
def test_a_broken_store_is_named_and_never_made_again(
    own_store: Path, kind: str, error: type[StoreError], says: str
) -> None:
    copy = Path(shutil.copy(own_store, own_store.with_name("broken.db")))
    KINDS[kind](copy)
    before = copy.read_bytes() if copy.exists() else None
    with pytest.raises(error, match=says), reader(copy)() as session:
        count_articles(session)
    assert (copy.read_bytes() if copy.exists() else None) == before


def test_a_store_that_says_no_schema_is_an_older_one(own_store: Path) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("DELETE FROM alembic_version")
    with pytest.raises(StoreOutdatedError, match="schema 0, older"), reader(own_store)() as session:
        count_articles(session)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user reaches; `tmp_path` is closed to all but its maker."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@contextmanager
def unprivileged() -> Iterator[int]:
    """Acts as a user whom permissions bind, which root is not."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield os.geteuid()
    finally:
        os.seteuid(before)


def migrate_and_write(store: Path) -> None:
    migrate(store)
    with writer(store)() as session:
        session.execute("UPDATE article SET withdrawn = 'wrong'")


UNOPENED, READ_ONLY = "unable to open database file", "attempt to write a readonly database"


@pytest.mark.parametrize(
    ("folder_mode", "store_mode", "reason", "in_the_way"),
    [
        pytest.param(0o555, None, UNOPENED, ".", id="an empty folder"),
        pytest.param(0o555, 0o666, READ_ONLY, ".", id="the folder of a store"),
        pytest.param(0o777, 0o444, READ_ONLY, "own.db", id="the store"),
    ],
)
def test_what_cannot_be_written_is_named_with_who_needs_it(
    open_folder: Path,
    own_store: Path,
    folder_mode: int,
    store_mode: int | None,
    reason: str,
    in_the_way: str,
) -> None:
    store = open_folder / "own.db"
    if store_mode:
        shutil.copy(own_store, store)
        store.chmod(store_mode)
    open_folder.chmod(folder_mode)
    with unprivileged() as user, pytest.raises(StoreError) as raised:
        migrate_and_write(store)
    advice = f"(user {user} must be able to write in {open_folder / in_the_way})"
    assert str(raised.value) == f"{store} cannot be used: {reason} {advice}"


def test_nobody_is_told_to_write_where_nothing_is_in_the_way(own_store: Path) -> None:
    with pytest.raises(StoreError, match=r"readonly database$"):
        attempt(own_store, "DELETE FROM article")


def commit(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE article SET withdrawn = coalesce(withdrawn, '') || '!'")


def replace(store: Path) -> None:
    Path(shutil.copy(store, store.with_name("other.db"))).replace(store)


def write_over(store: Path) -> None:
    content = store.read_bytes()
    os.truncate(store, 0)
    store.write_bytes(content)


@pytest.mark.parametrize("change", [commit, replace, write_over])
def test_each_generation_has_a_number_of_its_own(
    own_store: Path, change: Callable[[Path], None]
) -> None:
    generation = Generation(own_store)
    numbers = [generation(), generation()]
    for _ in range(3):
        change(own_store)
        numbers += [generation(), generation()]
    assert numbers == [1, 1, 2, 2, 3, 3, 4, 4]


def test_a_reader_makes_no_generation(own_store: Path) -> None:
    generation = Generation(own_store)
    before = generation()
    with reader(own_store)() as session:
        count_articles(session)
    assert generation() == before


@pytest.mark.parametrize("breaks", [remove, fill_with_junk])
def test_a_broken_store_has_no_generation(own_store: Path, breaks: Callable[[Path], None]) -> None:
    copy = Path(shutil.copy(own_store, own_store.with_name("broken.db")))
    generation = Generation(copy)
    breaks(copy)
    assert generation() is None
    shutil.copy(own_store, copy)
    assert generation() is not None


def test_nobody_waits_for_a_generation(own_store: Path) -> None:
    generation = Generation(own_store)
    with closing(sqlite3.connect(own_store, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        assert generation() is None
    assert generation() is not None


def test_what_takes_too_long_is_given_up_and_the_next_is_not(own_store: Path) -> None:
    make_slow(own_store)
    read = reader(own_store, 0.05)
    with pytest.raises(StoreTimeoutError, match="takes too long"), read() as session:
        session.execute("SELECT count(*) FROM live_version")
    for _ in range(3):  # on the same connection, each with a time of its own
        with read() as session:
            assert session.execute("SELECT count(*) FROM article").fetchone() == (6,)
            sleep(0.03)
