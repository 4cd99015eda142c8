"""Bringing a store's schema up; the only place where a store comes into being."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from app.errors import StoreDamagedError, StoreOutdatedError
from app.store.engine import SCHEMA, as_store_error, connect_to_write, outdated

_CHECKOUT = Path(__file__).parents[2]


def belongs_to_schema(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is one of ours to compare: what FTS5 keeps for itself is not."""
    return kind != "table" or not (name or "").startswith(("search_", "sqlite_"))


def migrate(path: Path) -> str | None:
    """Brings the store at `path` to this program's schema, creating it where there is none.

    Says what was done in one line, or None where nothing was to do. Any number of processes may
    call it at once: SQLite's lock lets one do it. Raises StoreOutdatedError for a newer schema,
    StoreDamagedError for what is no store, StoreError where the file cannot be written.
    """
    with _locked(path) as connection:
        before = read_schema(connection)
        if before == SCHEMA:
            return None
        if before and int(before) > int(SCHEMA):
            raise StoreOutdatedError(outdated(path, before))
        command.upgrade(_config(connection), "head")
        _check_foreign_keys(connection)
    return f"migrated {path} from schema {before} to {SCHEMA}" if before else f"created {path}"


def read_schema(connection: Connection) -> str | None:
    """The schema version of a store, None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The newest schema that migrations/ describes."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def downgrade(path: Path, to: str) -> None:
    """Takes the store back to an older schema, or to `base`: none."""
    with _locked(path) as connection:
        command.downgrade(_config(connection), to)
        _check_foreign_keys(connection)


def check_drift(path: Path) -> None:
    """Raises alembic's error where tables.py and the migrated store differ."""
    with _locked(path) as connection:
        command.check(_config(connection))


@contextmanager
def _locked(path: Path) -> Iterator[Connection]:
    """One transaction that holds the store for itself, with foreign keys off: with them on, a
    table that alembic copies and drops would take its children with it.
    """
    engine = _make_engine(path)
    try:
        with engine.begin() as connection:
            yield connection
    except DatabaseError as error:
        raise as_store_error(path, error.orig or error) from None
    finally:
        engine.dispose()


def _make_engine(path: Path) -> Engine:
    """What alembic knows a store by; its every transaction is BEGIN IMMEDIATE."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect_to_write(path, create=True, foreign_keys=False),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _check_foreign_keys(connection: Connection) -> None:
    """As long as foreign keys were off, nobody watched them."""
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreDamagedError(f"a migration would break a foreign key of {broken[0]}")


def _config(connection: Connection | None) -> Config:
    config = Config(toml_file=_CHECKOUT / "pyproject.toml")
    config.attributes["connection"] = connection
    return config
