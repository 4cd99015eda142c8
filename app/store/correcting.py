"""Correction: taking an article out of sight, putting it back, and leaving no trace of its words.

A withdrawn article keeps its rows; every query passes it over, because all of them read the views
of live versions. An erased one has none. SQLite and FTS5 only mark what they delete, so an erasure
is whole when `compacting.clean` has written the file anew.
"""

from app.errors import NotFoundError
from app.store.compacting import mark_unclean
from app.store.engine import Session


def withdraw(session: Session, article: str, why: str) -> None:
    """Takes an article out of sight, for a reason that whoever asks for it is told.

    A withdrawn one gets the new reason. Raises NotFoundError. Who opened the session commits it.
    """
    _set_withdrawn(session, article, why)


def restore(session: Session, article: str) -> None:
    """Puts a withdrawn article back where it was. Raises NotFoundError."""
    _set_withdrawn(session, article, None)


def _set_withdrawn(session: Session, article: str, why: str | None) -> None:
    statement = "UPDATE article SET withdrawn = ? WHERE slug = ?"
    if not session.execute(statement, (why, article)).rowcount:
        raise NotFoundError("article", article)


# FTS5 keeps no words of what is stored elsewhere, so it has to be told what it forgets.
_FORGET = (
    """
    INSERT INTO search_article (search_article, rowid, text)
    SELECT 'delete', version.id, text FROM version WHERE article = :article
    """,
    """
    INSERT INTO search_quote (search_quote, rowid, content)
    SELECT 'delete', quote_content.id, content
    FROM version CROSS JOIN quote_content ON quote_content.version = version.id
    WHERE article = :article
    """,
)
_ACTORS = """
    SELECT DISTINCT actor FROM version CROSS JOIN mention ON mention.version = version.id
    WHERE article = :article
"""
_IS_KNOWN = """
    SELECT EXISTS (SELECT 1 FROM mention WHERE actor = :actor)
    OR EXISTS (SELECT 1 FROM quote WHERE speaker = :actor)
    OR EXISTS (SELECT 1 FROM quote WHERE on_behalf_of = :actor)
"""


def erase(session: Session, article: str) -> None:
    """Deletes an article, and the actors that no other article knows. Raises NotFoundError.

    Nothing of it is remembered, not even that it was there: its text may be seeded again. Its words
    are gone from the file after the commit and `compacting.clean`.
    """
    execute = session.execute
    found = execute("SELECT id FROM article WHERE slug = ?", (article,)).fetchone()
    if found is None:
        raise NotFoundError("article", article)
    (key,) = found
    actors = [actor for (actor,) in execute(_ACTORS, {"article": key})]
    for statement in _FORGET:
        execute(statement, {"article": key})
    execute("DELETE FROM article WHERE id = ?", (key,))  # and all that belongs to it
    for actor in actors:
        (known,) = execute(_IS_KNOWN, {"actor": actor}).fetchone()
        if not known:
            _erase_actor(session, actor)
    mark_unclean(session)


def _erase_actor(session: Session, actor: str) -> None:
    execute = session.execute
    key = execute("SELECT id FROM actor WHERE slug = ?", (actor,)).fetchone()
    execute("DELETE FROM search_actor WHERE rowid = ?", key)
    execute("DELETE FROM actor WHERE id = ?", key)
