"""The way in: an annotated document and its source text become rows of one article."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from app import identity
from app.standoff import Document
from app.store.engine import Session
from app.store.inserting import index_annotations, index_texts, insert_rows
from app.store.queries.paging import fetch_all
from app.store.rows import Annotated, make_rows
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
    found = session.execute(
        "SELECT version.id, article.slug, version.number, version.current, withdrawn IS NOT NULL"
        " FROM version JOIN article ON article.id = version.article WHERE version.sha256 = ?",
        (identity.sha256(document.text),),
    )
    row = found.fetchone()
    return Stored(*row[:3], *map(bool, row[3:])) if row else None


def find_article_at(session: Session, url: str | None) -> str | None:
    """The id of the article that was published at this address, None where none was."""
    found = session.execute("SELECT slug FROM article WHERE url = ?", (url,)).fetchone()
    return found and str(found[0])


def is_stored(session: Session, article: str) -> bool:
    """Whether there is an article with this id, be it withdrawn or not."""
    statement = "SELECT 1 FROM article WHERE slug = ?"
    return session.execute(statement, (article,)).fetchone() is not None


def is_withdrawn(session: Session, article: str) -> bool:
    """Whether there is an article with this id, and it is withdrawn."""
    statement = "SELECT 1 FROM article WHERE slug = ? AND withdrawn IS NOT NULL"
    return session.execute(statement, (article,)).fetchone() is not None


def is_empty(session: Session) -> bool:
    """Whether the store never had an article: one that was erased must not come back by itself."""
    statement = "SELECT 1 FROM sqlite_sequence WHERE name = 'article'"
    return session.execute(statement).fetchone() is None


def find_digests(session: Session, digests: Iterable[str]) -> set[str]:
    """Those of these SHA-256 of texts that a version has."""
    return _find(session, "version", "sha256", digests)


def find_urls(session: Session, urls: Iterable[str]) -> set[str]:
    """Those of these addresses at which an article was published."""
    return _find(session, "article", "url", urls)


def _find(session: Session, table: str, column: str, values: Iterable[str]) -> set[str]:
    statement = f"""
        SELECT {column} AS found FROM json_each(:values) AS wanted
        CROSS JOIN {table} ON {column} = wanted.value
    """
    rows = fetch_all(session, statement, {"values": json.dumps(list(values))})
    return {row["found"] for row in rows}


New = tuple[Annotated, SourceText]


def save_articles(session: Session, texts: Sequence[New]) -> list[str]:
    """Adds texts that nobody has, each as the first version of a new article, and gives their ids.

    In bulk: many at once cost much less than one by one. Part of the caller's transaction: whoever
    opened the session commits.
    """
    first_article, first = _next_row(session, "article"), _next_row(session, "version")
    slugs = [identity.article_id(annotated.document) for annotated, _ in texts]
    urls = [source_text.url for _, source_text in texts]
    articles = list(zip(count(first_article), slugs, urls))  # the first has no end
    session.executemany("INSERT INTO article (id, slug, url) VALUES (?, ?, ?)", articles)
    session.executemany(
        _INSERT_VERSION,
        (
            _version_row(first + place, first_article + place, 1, *new)
            for place, new in enumerate(texts)
        ),
    )
    _insert_source_texts(session, first, [source_text for _, source_text in texts])
    annotated = [each for each, _ in texts]
    _insert_and_index(session, first, list(zip(annotated, slugs, strict=True)))
    return slugs


def save_article(session: Session, annotated: Annotated, source_text: SourceText) -> str:
    """As save_articles, for one text."""
    [slug] = save_articles(session, [(annotated, source_text)])
    return slug


def save_version(
    session: Session, article: str, annotated: Annotated, source_text: SourceText
) -> Stored:
    """Adds a text that nobody has as the newest version of an article, by its id: the current one.

    Where the source text gives an address, it is the article's from now on. Part of the caller's
    transaction: whoever opened the session commits.
    """
    statement = """
        SELECT id, (SELECT count(*) FROM version WHERE article = article.id) + 1
        FROM article WHERE slug = ?
    """
    key, number = session.execute(statement, (article,)).fetchone()
    _end_current(session, key)
    _move(session, key, source_text.url)
    version = _next_row(session, "version")
    session.execute(_INSERT_VERSION, _version_row(version, key, number, annotated, source_text))
    _insert_source_texts(session, version, [source_text])
    _insert_and_index(session, version, [(annotated, article)])
    return Stored(version, article, number, current=True)


def _next_row(session: Session, table: str) -> int:
    """The number of the next row: never one that was given before (AUTOINCREMENT)."""
    statement = "SELECT seq + 1 FROM sqlite_sequence WHERE name = ?"
    (number,) = session.execute(statement, (table,)).fetchone() or (1,)
    return int(number)


def _insert_and_index(
    session: Session, first: int, versions: Sequence[tuple[Annotated, str]]
) -> None:
    """What was found in texts, each with its article's id; `first` is the first one's row."""
    last = first + len(versions) - 1
    index_texts(session, first, last)
    made = [make_rows(*version, first + place) for place, version in enumerate(versions)]
    index_annotations(session, first, last, insert_rows(session, first, made))


def make_current(session: Session, version: int) -> None:
    """Makes a version, by its row, the current one of its article."""
    execute = session.execute
    (article,) = execute("SELECT article FROM version WHERE id = ?", (version,)).fetchone()
    _end_current(session, article)
    execute("UPDATE version SET current = 1 WHERE id = ?", (version,))


def _end_current(session: Session, article: int) -> None:
    statement = "UPDATE version SET current = 0 WHERE article = ? AND current = 1"
    session.execute(statement, (article,))


def _move(session: Session, article: int, url: str | None) -> None:
    if url is not None:
        statement = "UPDATE article SET url = ? WHERE id = ? AND url IS NOT ?"
        session.execute(statement, (url, article, url))


def _version_row(
    id: int, article: int, number: int, annotated: Annotated, source_text: SourceText
) -> dict[str, object]:
    text, headline = annotated.document.text, annotated.document.headline
    return {
        "id": id,
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
        "text": text.encode(),
    }


# Texts go in as bytes: a string would keep those that SQLite took for as long as it lives.
_INSERT_VERSION = """
    INSERT INTO version (
        id, article, number, current, sha256, published, author, language, annotator, source_name,
        headline, text
    ) VALUES (
        :id, :article, :number, :current, :sha256, :published, :author, :language, :annotator,
        :source_name, :headline, CAST(:text AS TEXT)
    )
"""
_INSERT_SOURCE_TEXT = "INSERT INTO source_text VALUES (?, CAST(? AS TEXT))"


def _insert_source_texts(session: Session, first: int, texts: Sequence[SourceText]) -> None:
    """Those of versions from one row on, each after its version: both at once take twice as much
    memory.
    """
    rows = ((number, text.utf_8) for number, text in enumerate(texts, first))
    session.executemany(_INSERT_SOURCE_TEXT, rows)
