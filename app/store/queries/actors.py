"""Actors, of one version or of the whole store."""

from sqlmodel import Session

from app.errors import NotFoundError
from app.store.queries.paging import Found, Page, Row, Select, fetch_page

_COLUMNS = "actor.slug AS id, actor.name, actor.kind, actor.wikidata"
# An actor known only from withdrawn articles is known no longer.
_EVERYWHERE = Select(
    columns=f"actor.id AS key, {_COLUMNS}",
    tables="""
        (SELECT * FROM actor WHERE EXISTS (
            SELECT 1 FROM mention JOIN live_version v ON v.id = mention.version AND v.current = 1
            WHERE mention.actor = actor.slug
        )) actor
    """,
    conditions={"actor": "actor.slug = :actor", "kind": "actor.kind = :kind"},
    key="actor.id",
    newest_first=True,
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


def list_actors(session: Session, page: Page, *, kind: str | None = None) -> Found:
    """The actors of all articles, the last one that was new first."""
    return fetch_page(session, _EVERYWHERE, {"kind": kind}, page)


def list_actors_of(session: Session, page: Page, version: int, *, kind: str | None = None) -> Found:
    """The actors of a version, in the order of their first mention."""
    return fetch_page(session, _IN_VERSION, {"version": version, "kind": kind}, page)


def get_actor(session: Session, actor: str) -> Row:
    """One actor. Raises NotFoundError."""
    rows = fetch_page(session, _EVERYWHERE, {"actor": actor}, Page(limit=1)).rows
    if not rows:
        raise NotFoundError("actor", actor)
    return rows[0]
