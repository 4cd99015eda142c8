"""Other annotations for a text that is stored: what the present annotator finds in it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from app import identity
from app.comparing.changes import Change, compare
from app.standoff import AnnotatedDocument
from app.store.engine import Session
from app.store.inserting import index_annotations, insert_rows
from app.store.loading import load_rows
from app.store.queries.changes import to_anchors
from app.store.queries.paging import fetch_all
from app.store.rows import ActorRow, to_rows


@dataclass(frozen=True, slots=True)
class Stale:
    """A version, by its row, that another annotator annotated; of which article, by its id."""

    id: int
    article: str
    number: int


def find_stale(session: Session, annotator: str | None) -> list[Stale]:
    """Every version, of withdrawn articles too, that this annotator did not annotate: articles in
    the order of seeding, their versions in that of their numbers. None stands for no annotator.
    """
    statement = """
        SELECT version.id, article.slug AS article, version.number
        FROM version JOIN article ON article.id = version.article
        WHERE version.annotator IS NOT :annotator OR :annotator IS NULL
        ORDER BY version.article, version.number
    """
    rows = fetch_all(session, statement, {"annotator": annotator})
    return [Stale(**row) for row in rows]


def replace_annotations(
    session: Session, stale: Stale, annotated: AnnotatedDocument
) -> list[Change]:
    """Puts these annotations in the place of those a version has, and says what became of them:
    nothing where they are the same.

    Part of the caller's transaction: whoever opened the session commits.
    """
    old, new = load_rows(session, stale.id), to_rows(annotated, stale.article, stale.id)
    statement = "UPDATE version SET annotator = ? WHERE id = ?"
    session.execute(statement, (annotated.annotator, stale.id))
    if old == new:
        return []
    _delete(session, stale.id)
    gone = {slug for slug, *_ in old.actor} - {slug for slug, *_ in new.actor}
    _forget_actors(session, stale.id, gone)
    _correct_actors(session, new.actor)
    made = {field.name: iter(getattr(new, field.name)) for field in fields(new)}
    insert_rows(session, stale.id, [made | {"paragraph": iter(())}])
    index_annotations(session, stale.id, stale.id, (actor.id for actor in annotated.actors))
    if replace(old, actor=new.actor) == new:  # another article spells a name differently
        return []
    before, after = (to_anchors(annotated.document, rows) for rows in (old, new))
    return compare(before, after)


# FTS5 does not keep the words of `search_quote`: it wants those that it is to forget.
_DELETIONS = (
    """
    INSERT INTO search_quote (search_quote, rowid, content)
    SELECT 'delete', id, content FROM quote_content WHERE version = ?
    """,
    "DELETE FROM quote WHERE version = ?",  # and their spans with them
    "DELETE FROM mention WHERE version = ?",
)


def _delete(session: Session, version: int) -> None:
    for statement in _DELETIONS:
        session.execute(statement, (version,))


_IS_NAMED = """
    EXISTS (SELECT 1 FROM mention WHERE mention.actor = actor.slug)
    OR EXISTS (SELECT 1 FROM quote WHERE quote.speaker = actor.slug)
    OR EXISTS (SELECT 1 FROM quote WHERE quote.on_behalf_of = actor.slug)
"""
_FORGOTTEN = f"SELECT id FROM actor WHERE slug = ? AND NOT ({_IS_NAMED})"


def _forget_actors(session: Session, version: int, slugs: Iterable[str]) -> None:
    """That a version names these, and those altogether that are named nowhere any more."""
    for slug in slugs:
        statement = "UPDATE actor SET version = NULL WHERE slug = ? AND version = ?"
        session.execute(statement, (slug, version))
        for table, key in (("search_actor", "rowid"), ("actor", "id")):
            statement = f"DELETE FROM {table} WHERE {key} IN ({_FORGOTTEN})"
            session.execute(statement, (slug,))


def _correct_actors(session: Session, actors: list[ActorRow]) -> None:
    """What the annotator says of an actor holds; of two spellings that articles have of one name,
    the one that insert_rows would keep.
    """
    statement = f"SELECT name, {_IS_NAMED} AS elsewhere FROM actor WHERE slug = :slug"
    for slug, kind, name, wikidata in actors:
        for row in fetch_all(session, statement, {"slug": slug}):
            spelled = row["elsewhere"] and identity.slug(row["name"]) == identity.slug(name)
            session.execute(
                "UPDATE actor SET kind = ?, name = ?, wikidata = ? WHERE slug = ?",
                (kind, max(name, row["name"]) if spelled else name, wikidata, slug),
            )
