"""Proving a store: that it is whole, and that every row says what its text says."""

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import islice

from app import identity
from app.store.compacting import is_unclean
from app.store.engine import Session
from app.store.loading import TABLES, load_rows
from app.store.queries.paging import Row, fetch_all
from app.store.rows import from_rows, to_rows

_VERSION = """
    SELECT version.id, slug, sha256, headline, text, annotator
    FROM version JOIN article ON article.id = version.article WHERE version.id = :id
"""
_MISNUMBERED = """
    SELECT slug FROM article LEFT JOIN version ON version.article = article.id GROUP BY article.id
    HAVING count(number) = 0 OR max(number) > count(number) OR sum(current) <> 1
    ORDER BY article.id
"""
_CURRENT = """
    SELECT version.id FROM version JOIN article ON article.id = version.article
    WHERE current = 1 AND withdrawn IS NULL
"""
_MISREMEMBERED = """
    SELECT slug FROM actor JOIN current_version ON current_version.id = actor.version
    WHERE NOT EXISTS (
        SELECT 1 FROM mention WHERE mention.actor = slug AND mention.version = actor.version
    )
"""
_SEARCHED = {
    "search_article": "SELECT id, text FROM version",
    "search_quote": "SELECT id, content FROM quote_content",
    "search_actor": "SELECT id, name FROM actor",
}
_PLAIN_WORD = re.compile(r"(?<!\w)[A-Za-z0-9]+(?!\w)")  # what every tokenizer takes for a word
_SAMPLE = 20  # words of a row that are looked up


def find_faults(session: Session) -> Iterator[str]:
    """One sentence for everything in the store that is not as it must be."""
    yield from _of_sqlite(session, "integrity_check", sound="ok")
    yield from _of_sqlite(session, "foreign_key_check")
    for row in fetch_all(session, _MISNUMBERED, {}):
        yield f"article {row['slug']}: not numbered from 1, or not one of its versions is current"
    yield from _of_numbers(session, "current_version", _CURRENT, "SELECT id FROM current_version")
    for row in fetch_all(session, _MISREMEMBERED, {}):
        yield f"actor {row['slug']}: the version that it is known by does not name it"
    if is_unclean(session):
        yield "words of an erased article may still be in the file: run `onrecord erase`"
    for row in fetch_all(session, "SELECT id FROM version ORDER BY id", {}):
        yield from _of_version(session, fetch_all(session, _VERSION, row)[0])
    for table, source in _SEARCHED.items():
        yield from _of_search(session, table, source)


def _of_sqlite(session: Session, pragma: str, sound: str | None = None) -> Iterator[str]:
    for row in session.execute(f"PRAGMA {pragma}"):
        if row[0] != sound:
            yield f"{pragma}: {' '.join(' '.join(map(str, row)).split())}"


def _of_version(session: Session, version: Row) -> Iterator[str]:
    """Rows are right when they are the rows of the document that they give."""
    name = f"article {version['slug']} (version {identity.version_id(version['sha256'])})"
    if identity.sha256(version["text"]) != version["sha256"]:
        yield f"{name}: its text is not the text of its SHA-256"
    rows = load_rows(session, version["id"])
    try:
        annotated = from_rows(version["text"], version["headline"], version["annotator"], rows)
        right = to_rows(annotated, version["slug"], version["id"])
    except IndexError as error:
        yield f"{name}: {error}"
        return
    for field in fields(rows):
        if getattr(rows, field.name) != getattr(right, field.name):
            yield f"{name}: a {field.name} row does not say what the text says"


def _of_search(session: Session, table: str, source: str) -> Iterator[str]:
    """Each row is indexed, no other is, and the first words of each find it.

    A sample, because the whole proof of FTS5 ('integrity-check') wants a connection that writes.
    """
    there, indexed = f"SELECT id FROM ({source})", f"SELECT id FROM {table}_docsize"
    yield from _of_numbers(session, table, there, indexed)
    execute = session.execute
    lookup = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?"
    for row, words in execute(source):
        sample = [f'"{word[0]}"' for word in islice(_PLAIN_WORD.finditer(words), _SAMPLE)]
        if sample and not execute(lookup, (" ".join(sample), row)).fetchone():
            yield f"{table}: row {row} is not found by its words"


def _of_numbers(session: Session, table: str, wanted: str, found: str) -> Iterator[str]:
    """What one of two statements that give the numbers of rows has more than the other."""
    execute = session.execute
    for these, those, fault in ((wanted, found, "is missing"), (found, wanted, "is left over")):
        for (row,) in execute(f"{these} EXCEPT {those}"):
            yield f"{table}: row {row} {fault}"


def count_rows(session: Session) -> dict[str, int]:
    """How many rows each table has: the figures that `onrecord check` prints."""
    tables = ("article", "version", *TABLES)
    counts = ", ".join(f"(SELECT count(*) FROM {table}) AS {table}" for table in tables)
    return fetch_all(session, f"SELECT {counts}", {})[0]
