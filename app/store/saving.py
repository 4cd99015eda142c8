"""The way in: an annotated document and its source text become rows of one article."""

from dataclasses import dataclass

from sqlmodel import Session

from app import identity
from app.standoff import AnnotatedDocument, Document
from app.store.inserting import index_annotations, index_text, insert_rows
from app.store.rows import to_rows
from app.text.reading import SourceText


@dataclass(frozen=True, slots=True)
class Stored:
    """A version that is in the store: of which article (its id), and which of its versions."""

    id: int
    article: str
    number: int
    current: bool
    withdrawn: bool = False


def find_version_of(session: Session, document: Document) -> Stored | None:
    """The version that has this very text, None where none has."""
    found = session.connection().exec_driver_sql(
        "SELECT version.id, article.slug, version.number, version.current, withdrawn IS NOT NULL"
        " FROM version JOIN article ON article.id = version.article WHERE version.sha256 = ?",
        (identity.sha256(document.text),),
    )
    row = found.first()
    return Stored(*row[:3], *map(bool, row[3:])) if row else None


def find_article_at(session: Session, url: str | None) -> str | None:
    """The id of the article that was published at this address, None where none was."""
    found = session.connection().exec_driver_sql("SELECT slug FROM article WHERE url = ?", (url,))
    return found.scalar()


def is_stored(session: Session, article: str) -> bool:
    """Whether there is an article with this id, be it withdrawn or not."""
    statement = "SELECT 1 FROM article WHERE slug = ?"
    return session.connection().exec_driver_sql(statement, (article,)).first() is not None


def is_withdrawn(session: Session, article: str) -> bool:
    """Whether there is an article with this id, and it is withdrawn."""
    statement = "SELECT 1 FROM article WHERE slug = ? AND withdrawn IS NOT NULL"
    return session.connection().exec_driver_sql(statement, (article,)).first() is not None


def is_empty(session: Session) -> bool:
    """Whether the store never had an article: one that was erased must not come back by itself."""
    statement = "SELECT 1 FROM sqlite_sequence WHERE name = 'article'"
    return session.connection().exec_driver_sql(statement).first() is None


def save_article(session: Session, annotated: AnnotatedDocument, source_text: SourceText) -> str:
    """Adds a text that nobody has as the first version of a new article, and gives its id.

    Part of the caller's transaction: whoever opened the session commits.
    """
    slug = identity.article_id(annotated.document)
    _insert(session, "article", {"slug": slug})
    save_version(session, slug, annotated, source_text)
    return slug


def save_version(
    session: Session, article: str, annotated: AnnotatedDocument, source_text: SourceText
) -> Stored:
    """Adds a text that nobody has as the newest version of an article, by its id: the current one.

    Where the source text gives an address, it is the article's from now on. Part of the caller's
    transaction: whoever opened the session commits.
    """
    key, number = (
        session.connection()
        .exec_driver_sql(
            "SELECT id, (SELECT count(*) FROM version WHERE article = article.id) + 1"
            " FROM article WHERE slug = ?",
            (article,),
        )
        .one()
    )
    _end_current(session, key)
    _move(session, key, source_text.url)
    version = _insert_version(session, key, number, annotated, source_text)
    rows = to_rows(annotated, article, version)
    insert_rows(session, rows)
    index_text(session, version)
    index_annotations(session, version, rows)
    return Stored(version, article, number, current=True)


def make_current(session: Session, version: int) -> None:
    """Makes a version, by its row, the current one of its article."""
    execute = session.connection().exec_driver_sql
    article = execute("SELECT article FROM version WHERE id = ?", (version,)).scalar_one()
    _end_current(session, article)
    execute("UPDATE version SET current = 1 WHERE id = ?", (version,))


def _end_current(session: Session, article: int) -> None:
    statement = "UPDATE version SET current = 0 WHERE article = ? AND current = 1"
    session.connection().exec_driver_sql(statement, (article,))


def _move(session: Session, article: int, url: str | None) -> None:
    if url is not None:
        statement = "UPDATE article SET url = ? WHERE id = ? AND url IS NOT ?"
        session.connection().exec_driver_sql(statement, (url, article, url))


def _insert_version(
    session: Session,
    article: int,
    number: int,
    annotated: AnnotatedDocument,
    source_text: SourceText,
) -> int:
    text, headline = annotated.document.text, annotated.document.headline
    columns = {
        "article": article,
        "number": number,
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
