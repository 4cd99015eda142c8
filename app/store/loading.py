"""One version out of the store as it went in: its rows, and the document they are of."""

from typing import Any

from app.standoff import Document
from app.store.engine import Session
from app.store.queries.paging import fetch_all
from app.store.rows import Rows, from_rows

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
    return Rows(**{table: _load(session, table, version) for table in TABLES})


def load_document(session: Session, version: int) -> Document:
    """The document of a version, by its row, as it was split when it was seeded."""
    statement = "SELECT text, headline FROM version WHERE id = :version"
    [row] = fetch_all(session, statement, {"version": version})
    paragraphs = _load(session, "paragraph", version)
    return from_rows(row["text"], row["headline"], None, Rows(paragraphs, [], [], [], [])).document


def _load(session: Session, table: str, version: int) -> list[Any]:
    return session.execute(TABLES[table], {"version": version}).fetchall()
