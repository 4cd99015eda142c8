"""What is in a store, row numbers aside: equal where two say the same."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.test_gold import ARTICLES, load_gold

# Each row of an article's, without the numbers that count what was stored before it.
_OF_A_VERSION = (
    "SELECT slug, url, withdrawn, number, current, sha256, published, author, language, annotator,"
    " source_name, headline, text FROM version JOIN article ON article.id = article"
    " WHERE version.id = :id",
    "SELECT * FROM paragraph WHERE version = :id",
    "SELECT mention.*, actor.kind, name, wikidata FROM mention JOIN actor ON slug = actor"
    " WHERE mention.version = :id",
    "SELECT version, public_id, position, kind, speaker, on_behalf_of, words_hash, rule"
    " FROM quote WHERE version = :id",
    'SELECT version, position, role, ordinal, start, "end", exact'
    " FROM quote_span JOIN quote ON quote.id = quote WHERE version = :id",
    "SELECT count(*) FROM search_article_docsize WHERE id = :id",
    "SELECT count(*) FROM quote JOIN search_quote_docsize USING (id) WHERE version = :id",
)
_BEFORE_SEARCH = 5  # of them; the first schema had no search
_SOURCE_TEXT = "SELECT text FROM source_text WHERE version = :id"
_SOURCE_TEXT_BEFORE = "SELECT source_text FROM version WHERE id = :id"  # up to schema 6
_NUMBERED = {"id", "article", "version"}

Contents = dict[str, frozenset[object]]  # what belongs to a text, by its SHA-256


def write_articles(folder: Path, many: int) -> Path:
    """So many different articles in files, all with names and quotes in them."""
    folder.mkdir(exist_ok=True)
    for number in range(many):
        text = load_gold(ARTICLES[number % len(ARTICLES)]).document.text
        headline, _, rest = text.partition("\n")
        (folder / f"{number:05}.txt").write_text(f"{headline} ({number})\n{rest}")
    return folder


def contents(store: Path) -> Contents:
    """Everything in a store. One without a schema, or without a file, has nothing."""
    if not store.exists():
        return {}
    with closing(sqlite3.connect(store)) as connection:
        connection.row_factory = sqlite3.Row
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return {}
        ids = connection.execute("SELECT id, sha256 FROM version").fetchall()
        return {row["sha256"]: frozenset(_rows(connection, row["id"])) for row in ids}


def _rows(connection: sqlite3.Connection, id: int) -> Iterator[object]:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    apart = _SOURCE_TEXT if "source_text" in there else _SOURCE_TEXT_BEFORE
    selects = _OF_A_VERSION if "search_quote" in there else _OF_A_VERSION[:_BEFORE_SEARCH]
    for number, select in enumerate((apart, *selects)):
        for row in connection.execute(select, {"id": id}):
            said = zip(row.keys(), row, strict=True)
            yield number, tuple(value for name, value in said if name not in _NUMBERED)


def found_by_sqlite(store: Path) -> list[str]:
    """What its own checks find wrong in a store."""
    if not store.exists():
        return []
    with closing(sqlite3.connect(store)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        [*found] = connection.execute("PRAGMA integrity_check")
    return [str(row) for row in broken] + [told for (told,) in found if told != "ok"]


def copy_as_left(store: Path, folder: Path) -> Path:
    """A store and what stands beside it as a kill left them: whoever looks at it, mends it."""
    folder.mkdir(exist_ok=True)
    for suffix in ("", "-wal", "-journal"):
        beside, copy = Path(f"{store}{suffix}"), folder / f"{store.name}{suffix}"
        copy.unlink(missing_ok=True)
        if beside.exists():
            shutil.copy(beside, copy)
    return folder / store.name
