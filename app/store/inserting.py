"""Rows into their tables, and from there into the search tables: of any number of versions at once,
because every statement costs as much as many rows.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from app.store.engine import Session
from app.store.queries.paging import fetch_all
from app.store.rows import LAST_POSITION, RowsMade, quote_key

_TOGETHER = 2_000  # rows a statement: more are no faster, and only take memory
_INSERTS = {
    "paragraph": "INSERT INTO paragraph VALUES (?, ?, ?, ?)",
    "actor": "INSERT INTO actor (slug, kind, name, wikidata, version) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (slug) DO UPDATE"
    " SET name = max(name, excluded.name), version = excluded.version",
    "mention": "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "quote": "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "quote_span": "INSERT INTO quote_span VALUES (?, ?, ?, ?, ?, ?)",
}


def insert_rows(session: Session, first: int, versions: Sequence[RowsMade]) -> list[str]:
    """The rows of versions whose own rows are there, from this one on; gives the actors, by their
    ids, that the store may not have had in this spelling.
    """
    unknown = _unknown(session, first, versions)
    for table, statement in _INSERTS.items():
        of_all = chain.from_iterable(version[table] for version in versions)
        rows: Iterator[Any] = iter(unknown) if table == "actor" else of_all
        while some := list(islice(rows, _TOGETHER)):
            session.executemany(statement, some)
    return [slug for slug, *_ in unknown]


def _unknown(session: Session, first: int, versions: Sequence[RowsMade]) -> list[Any]:
    """Actors that the store does not have in this spelling, or not by a version that is shown.

    Two articles may spell one person's name differently ("ILHAM ALIYEV"). Which spelling stays
    must not depend on which came first: capitals sort before small letters, so max is the better.
    """
    best: dict[str, Any] = {}
    for number, version in enumerate(versions, first):
        for row in version["actor"]:
            actor: Any = (*row, number)
            best[actor[0]] = max(best.get(actor[0], actor), actor, key=lambda row: row[2])
    statement = """
        SELECT slug, name FROM json_each(:slugs) AS wanted CROSS JOIN actor ON slug = wanted.value
        WHERE version IN (SELECT id FROM current_version)
    """
    rows = fetch_all(session, statement, {"slugs": json.dumps(list(best))})
    known = {row["slug"]: row["name"] for row in rows}
    return [actor for slug, actor in best.items() if known.get(slug, "") < actor[2]]


_INDEX_TEXTS = """
    INSERT INTO search_article (rowid, text) SELECT id, text FROM version WHERE id BETWEEN ? AND ?
"""
# In ascending order: FTS5 writes out all it has gathered whenever a row number falls.
_INDEX_QUOTES = """
    INSERT INTO search_quote (rowid, content)
    SELECT id, content FROM quote_content WHERE id BETWEEN ? AND ? ORDER BY id
"""
# A name is indexed anew only where the index does not have it in this spelling.
_INDEX_ACTORS = """
    INSERT OR REPLACE INTO search_actor (rowid, name)
    SELECT actor.id, name FROM json_each(?) AS wanted CROSS JOIN actor ON slug = wanted.value
    WHERE name IS NOT (SELECT name FROM search_actor WHERE rowid = actor.id)
    ORDER BY actor.id
"""


def index_texts(session: Session, first: int, last: int) -> None:
    """Makes the texts of versions findable, from one row to another."""
    session.execute(_INDEX_TEXTS, (first, last))


def index_annotations(session: Session, first: int, last: int, actors: Iterable[str]) -> None:
    """Makes the quotes of versions findable, from one row to another, and these actors."""
    session.execute(_INDEX_QUOTES, (quote_key(first, LAST_POSITION), quote_key(last, 0)))
    session.execute(_INDEX_ACTORS, (json.dumps(list(actors)),))
