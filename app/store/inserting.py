"""Rows into their tables, and from there into the search tables."""

from dataclasses import fields

from sqlmodel import Session

from app.store.rows import Rows

# Two articles may spell one person's name differently ("ILHAM ALIYEV"). Which spelling stays must
# not depend on which article came first: capitals sort before small letters, so max is the better.
_INSERTS = {
    "paragraph": "INSERT INTO paragraph VALUES (?, ?, ?, ?)",
    "actor": "INSERT INTO actor (slug, kind, name, wikidata) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (slug) DO UPDATE SET name = excluded.name WHERE name < excluded.name",
    "mention": "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "quote": "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "quote_span": "INSERT INTO quote_span VALUES (?, ?, ?, ?, ?, ?)",
}


def insert_rows(session: Session, rows: Rows) -> None:
    """Tuples in bulk: one ORM object a row was measured at fifty times the time."""
    for field in fields(rows):
        if table_rows := getattr(rows, field.name):
            session.connection().exec_driver_sql(_INSERTS[field.name], table_rows)


_INDEX_TEXT = "INSERT INTO search_article (rowid, text) SELECT id, text FROM version WHERE id = ?"
_INDEX_QUOTES = """
    INSERT INTO search_quote (rowid, content) SELECT id, content FROM quote_content
    WHERE version = ?
"""
# A name is indexed anew only where the index does not have it in this spelling.
_INDEX_ACTOR = """
    INSERT OR REPLACE INTO search_actor (rowid, name) SELECT id, name FROM actor WHERE slug = ?
    AND name IS NOT (SELECT name FROM search_actor WHERE rowid = actor.id)
"""


def index_text(session: Session, version: int) -> None:
    """Makes the text of a version, by its row, findable."""
    session.connection().exec_driver_sql(_INDEX_TEXT, (version,))


def index_annotations(session: Session, version: int, rows: Rows) -> None:
    """Makes quotes and actors of a version findable; after its rows, because it reads them."""
    connection = session.connection()
    connection.exec_driver_sql(_INDEX_QUOTES, (version,))
    if rows.actor:
        connection.exec_driver_sql(_INDEX_ACTOR, [(slug,) for slug, *_ in rows.actor])
