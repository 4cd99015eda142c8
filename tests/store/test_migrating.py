import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from app.errors import StoreDamagedError, StoreError, StoreOutdatedError
from app.store import migrating
from app.store.checking import find_faults
from app.store.engine import SCHEMA, reader
from app.store.migrating import migrate
from app.store.queries.articles import list_articles
from app.store.queries.paging import Page
from app.store.tables import METADATA

ROOT = Path(__file__).parents[2]


def tables(store: Path) -> set[str]:
    """Those that hold rows of ours: the search tables are FTS5's."""
    return {name for name in all_tables(store) if not name.startswith(("sqlite_", "search_"))}


def all_tables(store: Path) -> set[str]:
    with closing(sqlite3.connect(store)) as connection, connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {name for (name,) in found}


def test_the_program_reads_what_the_migrations_lead_to() -> None:
    assert migrating.head() == SCHEMA


def test_a_missing_store_is_created_and_a_present_one_left_alone(tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    assert migrate(store) == f"created {store}"
    assert migrate(store) is None
    assert tables(store) == {*METADATA.tables, "alembic_version"}


def test_an_empty_file_that_a_kill_left_is_made_a_store(tmp_path: Path) -> None:
    store = tmp_path / "empty.db"
    store.touch()
    assert migrate(store) == f"created {store}"


def test_tables_and_migrations_agree(tmp_path: Path) -> None:
    migrate(tmp_path / "new.db")
    migrating.check_drift(tmp_path / "new.db")


def test_drift_is_seen(tmp_path: Path) -> None:
    migrate(tmp_path / "new.db")
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection, connection:
        connection.execute("ALTER TABLE version DROP COLUMN author")
    with pytest.raises(Exception, match="author"):
        migrating.check_drift(tmp_path / "new.db")


def test_up_down_up(tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    migrate(store)
    migrating.downgrade(store, "base")
    assert tables(store) == {"alembic_version"}
    migrate(store)
    assert tables(store) == {*METADATA.tables, "alembic_version"}


def test_migrations_make_the_constraints_that_the_tables_name(tmp_path: Path) -> None:
    """What alembic's comparison leaves out: CHECKs and primary keys."""
    migrate(tmp_path / "new.db")
    described = create_engine("sqlite://")
    METADATA.create_all(described)
    with sqlite3.connect(tmp_path / "new.db") as migrated, described.connect() as connection:
        expected = constraints(connection.exec_driver_sql(SCHEMA_SQL))
        assert constraints(migrated.execute(SCHEMA_SQL)) == expected
    assert len(expected) > 30


SCHEMA_SQL = (
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name <> 'alembic_version'"
)


def constraints(schema: Iterable[Sequence[str]]) -> set[tuple[str, str, str]]:
    """By table and name, with what a CHECK says."""
    found = re.compile(r"CONSTRAINT (\w+)\s+(?:CHECK (.*\)))?")
    return {(table, *named) for table, sql in schema for named in found.findall(sql)}


def test_eight_at_once_leave_one_good_store(tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    code = "import sys; from pathlib import Path; from app.store.migrating import migrate;"
    call = [sys.executable, "-c", f"{code} print(migrate(Path(sys.argv[1])))", str(store)]
    started = [
        subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(8)
    ]
    said = [process.communicate(timeout=120)[0].strip() for process in started]
    assert sorted(said) == ["None"] * 7 + [f"created {store}"]
    assert {path.name for path in tmp_path.iterdir()} <= {"new.db", "new.db-wal", "new.db-shm"}
    migrating.check_drift(store)


def set_schema(store: Path, schema: str) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (schema,))


def test_a_newer_store_is_refused_with_both_numbers(own_store: Path) -> None:
    set_schema(own_store, "99")
    with pytest.raises(StoreOutdatedError, match=f"schema 99, newer than this program's {SCHEMA}"):
        migrate(own_store)


def test_what_is_no_store_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"no store at all, but long enough to be taken for one" * 99)
    before = junk.read_bytes()
    with pytest.raises(StoreDamagedError, match=r"junk\.db is not a store"):
        migrate(junk)
    assert junk.read_bytes() == before


def test_a_store_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open"):
        migrate(tmp_path / "no-such-folder" / "new.db")


def test_a_migration_that_breaks_a_foreign_key_is_taken_back(own_store: Path) -> None:
    migrating.downgrade(own_store, "1")
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("DELETE FROM actor WHERE slug = 'france'")  # foreign keys are off here
    with pytest.raises(StoreDamagedError, match="would break a foreign key of mention"):
        migrate(own_store)
    assert "search_article" not in all_tables(own_store)


def test_what_was_stored_before_there_was_search_is_found(own_store: Path) -> None:
    migrating.downgrade(own_store, "1")
    assert not {name for name in all_tables(own_store) if name.startswith("search_")}
    assert migrate(own_store) == f"migrated {own_store} from schema 1 to {SCHEMA}"
    with reader(own_store)() as session:
        assert list(find_faults(session)) == []


def test_what_is_in_no_list_is_in_none_after_a_migration(own_store: Path) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("UPDATE article SET withdrawn = 'It is wrong.' WHERE id = 1")
    migrating.downgrade(own_store, "3")
    assert migrate(own_store) == f"migrated {own_store} from schema 3 to {SCHEMA}"
    with reader(own_store)() as session:
        assert list(find_faults(session)) == []
        assert 1 not in {row["key"] for row in list_articles(session, Page(limit=100)).rows}


@pytest.mark.parametrize(
    ("table", "column"),
    [("actor", "kind"), ("mention", "kind"), ("quote", "kind"), ("quote_span", "role")],
)
def test_no_schema_takes_an_unknown_kind(own_store: Path, table: str, column: str) -> None:
    """Each says it in its own words, the same there and back."""
    said = []
    for to in (None, "3", None):
        migrating.downgrade(own_store, to) if to else migrate(own_store)
        with closing(sqlite3.connect(own_store)) as connection:
            said.append(constraints(connection.execute(SCHEMA_SQL)))
            with pytest.raises(sqlite3.IntegrityError, match=f"ck_{table}_{column}_known"):
                connection.execute(f"UPDATE {table} SET {column} = 'x'")
    assert said[0] == said[2] != said[1]
    assert {named[:2] for named in said[0] ^ said[1]} >= {(table, f"ck_{table}_{column}_known")}
    migrating.check_drift(own_store)
    with reader(own_store)() as session:
        assert list(find_faults(session)) == []
