"""The rows of one version, as they were made."""

from sqlmodel import Session

from app.store.rows import Rows

TABLES = {
    "paragraph": "SELECT * FROM paragraph WHERE version = :version ORDER BY number",
    "actor": "SELECT slug, kind, name, wikidata FROM actor JOIN"
    " (SELECT actor, min(position) AS first FROM mention WHERE version = :version GROUP BY actor)"
    " ON actor = slug ORDER BY first",
    "mention": "SELECT * FROM mention WHERE version = :version ORDER BY position",
    "quote": "SELECT * FROM quote WHERE version = :version ORDER BY position",
    "quote_span": "SELECT quote_span.* FROM quote JOIN quote_span ON quote = quote.id"
    " WHERE version = :version ORDER BY position, role DESC, ordinal",
}


def load_rows(session: Session, version: int) -> Rows:
    """All that a version, by its row, has in the store beside that row."""
    connection = session.connection()
    found = {
        table: [tuple(row) for row in connection.exec_driver_sql(statement, {"version": version})]
        for table, statement in TABLES.items()
    }
    return Rows(**found)
