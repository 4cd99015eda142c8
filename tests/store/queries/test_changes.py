from collections.abc import Iterator
from pathlib import Path

import pytest

from app.seeding import seed_article
from app.store.engine import Session, reader, writer
from app.store.migrating import migrate
from app.store.queries.articles import get_version, list_versions
from app.store.queries.changes import find_changes, list_changes
from app.store.queries.paging import Page, Row
from app.text.reading import SourceText

TEXT = "Rain\n\n***\n\nAda Weir said it rained.\n\n***\n\nBen Ash said it did not rain."
EDITED = TEXT.replace("***\n\nAda", "Ada").replace("did not rain", "did not rain at all")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    migrate(tmp_path / "new.db")
    with writer(tmp_path / "new.db")() as session:
        article = seed_article(session, SourceText("a.txt", TEXT.encode())).article
        seed_article(session, SourceText("a.txt", EDITED.encode()), article)
        session.commit()
    with reader(tmp_path / "new.db")() as session:
        yield session


@pytest.fixture
def versions(session: Session) -> list[Row]:
    """The newest first."""
    [(article,)] = session.execute("SELECT slug FROM article").fetchall()
    found = list_versions(session, Page(9), article)
    return [get_version(session, article, row["version"]) for row in found.rows]


def test_rows_come_whole_from_both_versions(session: Session, versions: list[Row]) -> None:
    newest, first = versions
    changes = find_changes(session, newest["key"])
    found = list_changes(session, Page(99), version=newest, changes=changes)
    assert (found.total, found.next) == (len(changes), None)
    paragraphs = [row for row in found.rows if row["of"] == "paragraph"]
    sides = [[row[side] and row[side]["number"] for side in ("before", "after")]
             for row in paragraphs]  # fmt: skip
    assert sides == [[2, 1], [3, 2], [4, 3], [1, None]]
    for row in found.rows:
        assert not row["before"] or row["before"]["version"] == first["version"]
        assert not row["after"] or row["after"]["version"] == newest["version"]


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_pages_give_every_change_once(session: Session, versions: list[Row], limit: int) -> None:
    changes = find_changes(session, versions[0]["key"])
    kinds, cursor, more = [], None, True
    while more:
        page = Page(limit, cursor)
        found = list_changes(session, page, version=versions[0], changes=changes, of="quote")
        kinds += [row["kind"] for row in found.rows]
        cursor, more = found.next, found.next is not None
    assert kinds == ["moved", "reworded"]


def test_beyond_the_end_is_an_empty_page(session: Session, versions: list[Row]) -> None:
    found = list_changes(session, Page(5, 10**15), version=versions[0], changes=[])
    assert (found.rows, found.next) == ([], None)


def test_before_the_first_version_there_was_nothing(session: Session, versions: list[Row]) -> None:
    changes = find_changes(session, versions[1]["key"])
    found = list_changes(session, Page(99), version=versions[1], changes=changes)
    assert {(row["kind"], row["before"], row["predecessor"]) for row in found.rows} == {
        ("new", None, None)
    }
