"""The way in: an annotated document and its source text become rows of one article."""

from dataclasses import fields

from sqlmodel import Session

from app import identity
from app.standoff import AnnotatedDocument, Document
from app.store.rows import Rows, to_rows
from app.text.reading import SourceText


def find_article_of(session: Session, document: Document) -> str | None:
    """The id of the article that this very text belongs to, None where nobody has it."""
    found = session.connection().exec_driver_sql(
        "SELECT article.slug FROM version JOIN article ON article.id = version.article"
        " WHERE version.sha256 = ?",
        (identity.sha256(document.text),),
    )
    return found.scalar()


def is_empty(session: Session) -> bool:
    """Whether the store has no article at all, not even a withdrawn one."""
    return session.connection().exec_driver_sql("SELECT 1 FROM article").first() is None


def save_article(session: Session, annotated: AnnotatedDocument, source_text: SourceText) -> str:
    """Adds a text that nobody has as the first version of a new article, and gives its id.

    Part of the caller's transaction: whoever opened the session commits.
    """
    slug = identity.article_id(annotated.document)
    article = _insert(session, "article", {"slug": slug, "url": source_text.url})
    version = _insert_version(session, article, annotated, source_text)
    rows = to_rows(annotated, slug, version)
    _insert_rows(session, rows)
    _index(session, version, rows)
    return slug


def _insert_version(
    session: Session, article: int, annotated: AnnotatedDocument, source_text: SourceText
) -> int:
    text, headline = annotated.document.text, annotated.document.headline
    columns = {
        "article": article,
        "number": 1,
        "current": 1,
        "sha256": identity.sha256(text),
        "published": source_text.published,
        "author": source_text.author,
        "language": source_text.language,
        "annotator": annotated.annotator,
        "source_name": source_text.name,
        "headline": headline and headline.of(text),
        "text": text,
        "source_text": source_text.text,
    }
    return _insert(session, "version", columns)


def _insert(session: Session, table: str, columns: dict[str, object]) -> int:
    names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING id"
    return int(session.connection().exec_driver_sql(statement, columns).scalar_one())


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


def _insert_rows(session: Session, rows: Rows) -> None:
    """Tuples in bulk: one ORM object a row was measured at fifty times the time."""
    for field in fields(rows):
        if table_rows := getattr(rows, field.name):
            session.connection().exec_driver_sql(_INSERTS[field.name], table_rows)


# A name is indexed anew only where the index does not have it in this spelling.
_INDEX = {
    "article": "INSERT INTO search_article (rowid, text) SELECT id, text FROM version WHERE id = ?",
    "quote": "INSERT INTO search_quote (rowid, content)"
    " SELECT id, content FROM quote_content WHERE version = ?",
    "actor": "INSERT OR REPLACE INTO search_actor (rowid, name)"
    " SELECT id, name FROM actor WHERE slug = ?"
    " AND name IS NOT (SELECT name FROM search_actor WHERE rowid = actor.id)",
}


def _index(session: Session, version: int, rows: Rows) -> None:
    """Makes what was inserted findable; after the rows, because it reads them."""
    connection = session.connection()
    connection.exec_driver_sql(_INDEX["article"], (version,))
    connection.exec_driver_sql(_INDEX["quote"], (version,))
    if rows.actor:
        connection.exec_driver_sql(_INDEX["actor"], [(slug,) for slug, *_ in rows.actor])
