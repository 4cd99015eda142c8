import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.types import Message

from app.main import create_app
from app.settings import Settings


@pytest.fixture
def store(own_store: Path) -> Iterator[Path]:
    """A store in WAL mode, as one that is served; a connection beside keeps its log."""
    with closing(sqlite3.connect(own_store)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        yield own_store


def log_is_free(store: Path) -> bool:
    """Whether the log can be emptied: no reader stands on what was before the last commit."""
    with closing(sqlite3.connect(store, timeout=0)) as connection, connection:
        connection.execute("UPDATE version SET author = 'somebody'")
        connection.commit()
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


@pytest.mark.parametrize("address", ["/quotes.csv", "/quotes.ndjson", "/quotes?unit=utf16"])
def test_whoever_reads_slowly_holds_no_transaction_open(store: Path, address: str) -> None:
    app = create_app(Settings(store=store))
    path, query = urlsplit(address).path, urlsplit(address).query
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost")],
    }
    free: list[bool] = []

    async def send(message: Message) -> None:
        free.append(log_is_free(store))

    async def receive() -> Message:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    asyncio.run(app(scope, receive, send))
    assert len(free) >= 2
    assert all(free)
