"""Rows into their tables, and from there into the search tables: of any number of versions at once,
because every statement costs as much as many rows.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import chain
from operator import attrgetter

from sqlmodel import Session

from app.store.queries.paging import fetch_all
from app.store.rows import ActorRow, QuoteSpanRow, Rows
from app.store.searching import SEAM

_INSERTS = {
    "paragraph": "INSERT INTO paragraph VALUES (?, ?, ?, ?)",
    "actor": "INSERT INTO actor (slug, kind, name, wikidata) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (slug) DO UPDATE SET name = excluded.name",
    "mention": "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "quote": "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "quote_span": "INSERT INTO quote_span VALUES (?, ?, ?, ?, ?, ?)",
}


def insert_rows(session: Session, versions: Sequence[Rows]) -> None:
    """The rows of versions whose own rows are there."""
    for field in fields(Rows):
        rows: list[tuple[object, ...]] = list(
            chain.from_iterable(map(attrgetter(field.name), versions))
        )
        if field.name == "actor":
            rows = list(_unknown(session, rows))  # type: ignore[arg-type]  # by the field's name
        if rows:
            session.connection().exec_driver_sql(_INSERTS[field.name], rows)


def _unknown(session: Session, actors: Iterable[ActorRow]) -> Iterable[ActorRow]:
    """Those that the store does not have in this spelling.

    Two articles may spell one person's name differently ("ILHAM ALIYEV"). Which spelling stays
    must not depend on which came first: capitals sort before small letters, so max is the better.
    """
    best: dict[str, ActorRow] = {}
    for actor in actors:
        best[actor[0]] = max(best.get(actor[0], actor), actor, key=lambda row: row[2])
    statement = """
        SELECT slug, name FROM json_each(:slugs) AS wanted CROSS JOIN actor ON slug = wanted.value
    """
    rows = fetch_all(session, statement, {"slugs": json.dumps(list(best))})
    known = {row["slug"]: row["name"] for row in rows}
    return (actor for slug, actor in best.items() if known.get(slug, "") < actor[2])


_INDEX_TEXTS = """
    INSERT INTO search_article (rowid, text) SELECT id, text FROM version WHERE id BETWEEN ? AND ?
"""
_INDEX_QUOTE = "INSERT INTO search_quote (rowid, content) VALUES (?, ?)"
# A name is indexed anew only where the index does not have it in this spelling.
_INDEX_ACTORS = """
    INSERT OR REPLACE INTO search_actor (rowid, name)
    SELECT actor.id, name FROM json_each(?) AS wanted CROSS JOIN actor ON slug = wanted.value
    WHERE name IS NOT (SELECT name FROM search_actor WHERE rowid = actor.id)
    ORDER BY actor.id
"""


def index_texts(session: Session, first: int, last: int) -> None:
    """Makes the texts of versions findable, from one row to another."""
    session.connection().exec_driver_sql(_INDEX_TEXTS, (first, last))


def index_annotations(session: Session, versions: Sequence[Rows]) -> None:
    """Makes quotes and actors findable, after their rows."""
    connection = session.connection()
    spans = chain.from_iterable(rows.quote_span for rows in versions)
    if contents := _contents(spans):
        # In ascending order: FTS5 writes out all it has gathered whenever a row number falls.
        connection.exec_driver_sql(_INDEX_QUOTE, sorted(contents.items()))
    slugs = {slug: None for rows in versions for slug, *_ in rows.actor}
    connection.exec_driver_sql(_INDEX_ACTORS, (json.dumps(list(slugs)),))


def _contents(spans: Iterable[QuoteSpanRow]) -> dict[int, str]:
    """What is said in each quote, as the view quote_content has it."""
    pieces: dict[int, list[str]] = {}
    for quote, role, _, _, _, exact in spans:
        if role == "content":
            pieces.setdefault(quote, []).append(exact)
    return {quote: SEAM.join(exacts) for quote, exacts in pieces.items()}
