"""Stores that something is wrong with."""

import sqlite3
from contextlib import closing
from pathlib import Path

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
