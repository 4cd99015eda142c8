"""Mentions of a version."""

import json
from collections.abc import Iterable

from app.store.engine import Session
from app.store.queries.paging import Found, Page, Row, Select, fetch_all, fetch_page, overlap

_MENTIONS = Select(
    columns="""
        mention.position AS key, mention.public_id AS id, v.article_slug AS article,
        substr(v.sha256, 1, 12) AS version, mention.actor, mention.kind, mention.rule,
        mention.paragraph, mention.start, mention.end, mention.exact
    """,
    tables="live_version v JOIN mention ON mention.version = v.id",
    conditions={
        "version": "v.id = :version",
        "actor": "mention.actor = :actor",
        "kind": "mention.kind = :kind",
        "overlaps": overlap("mention"),
        "id": "mention.public_id = :id",
    },
    key="mention.position",
)


def list_mentions(
    session: Session,
    page: Page,
    version: int,
    *,
    actor: str | None = None,
    kind: str | None = None,
    overlaps: tuple[int, int] | None = None,
    id: str | None = None,
) -> Found:
    """The mentions of a version, in the order of the text."""
    filters = {"version": version, "actor": actor, "kind": kind, "overlaps": overlaps, "id": id}
    return fetch_page(session, _MENTIONS, filters, page)


def get_mentions(session: Session, version: int, ids: Iterable[str]) -> dict[str, Row]:
    """Those mentions of a version that have these ids, by their ids."""
    statement = f"""
        SELECT {_MENTIONS.columns} FROM {_MENTIONS.tables}
        WHERE v.id = :version AND mention.public_id IN (SELECT value FROM json_each(:ids))
    """
    rows = fetch_all(session, statement, {"version": version, "ids": json.dumps(list(ids))})
    return {row["id"]: row for row in rows}
