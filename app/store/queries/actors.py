"""Actors, of one version or of the whole store."""

from dataclasses import replace

from app.errors import NotFoundError
from app.store.engine import Session
from app.store.queries.paging import ALL, Found, Page, Row, Select, fetch_page
from app.store.searching import match_expression

_COLUMNS = "actor.slug AS id, actor.name, actor.kind, actor.wikidata"
# An actor known only from withdrawn articles is known no longer.
_KNOWN = """
    (SELECT * FROM actor WHERE EXISTS (
        SELECT 1 FROM current_version WHERE current_version.id = actor.version
    ) OR EXISTS (
        SELECT 1 FROM mention CROSS JOIN current_version c ON c.id = mention.version
        WHERE mention.actor = actor.slug
    )) actor
"""
_EVERYWHERE = Select(
    columns=f"actor.id AS key, {_COLUMNS}",
    tables=_KNOWN,
    conditions={"actor": "actor.slug = :actor", "kind": "actor.kind = :kind"},
    key="actor.id",
    newest_first=True,
)
_SEARCHED = replace(
    _EVERYWHERE,
    tables=f"search_actor CROSS JOIN {_KNOWN} ON actor.id = search_actor.rowid",
    conditions={**_EVERYWHERE.conditions, "q": "search_actor MATCH :q"},
    key="search_actor.rowid",
)
_IN_VERSION = Select(
    columns=f"first_mention.position AS key, {_COLUMNS}",
    tables="""
        (SELECT version, actor, min(position) AS position FROM mention GROUP BY version, actor)
            AS first_mention
        JOIN actor ON actor.slug = first_mention.actor
    """,
    conditions={"version": "first_mention.version = :version", "kind": "actor.kind = :kind"},
    key="first_mention.position",
)


def list_actors(
    session: Session, page: Page, *, q: str | None = None, kind: str | None = None
) -> Found:
    """The actors of all articles, the last one that was new first; with `q`, those so named."""
    if q is None:
        return fetch_page(session, _EVERYWHERE, {"kind": kind}, page)
    filters = {"q": match_expression(q), "kind": kind}
    return fetch_page(session, _SEARCHED, filters, page)


def list_actors_of(session: Session, page: Page, version: int, *, kind: str | None = None) -> Found:
    """The actors of a version, in the order of their first mention."""
    return fetch_page(session, _IN_VERSION, {"version": version, "kind": kind}, page)


def get_actors_of(session: Session, version: int) -> dict[str, Row]:
    """All actors of a version by their ids, in the order of their first mention."""
    return {row["id"]: row for row in list_actors_of(session, ALL, version).rows}


def get_actor(session: Session, actor: str) -> Row:
    """One actor. Raises NotFoundError."""
    rows = fetch_page(session, _EVERYWHERE, {"actor": actor}, Page(limit=1)).rows
    if not rows:
        raise NotFoundError("actor", actor)
    return rows[0]
