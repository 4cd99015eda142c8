"""A store annotated anew is the store that the present annotator would have made."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from app.annotator.edition import name_annotator
from app.processes import map_in_order
from app.reannotating import annotate_texts, list_stale, load_texts, save_annotated
from app.seeding import seed_article
from app.store.checking import find_faults
from app.store.engine import reader, writer
from app.store.migrating import migrate
from app.text.reading import SourceText
from tests.gold import gold_document
from tests.test_gold import ARTICLES

# All but the rows' numbers of actors, which count up with the time.
CONTENT = (
    "SELECT * FROM version ORDER BY id",
    "SELECT * FROM paragraph ORDER BY version, number",
    "SELECT slug, kind, name, wikidata FROM actor ORDER BY slug",
    "SELECT * FROM mention ORDER BY version, position",
    "SELECT * FROM quote ORDER BY id",
    "SELECT * FROM quote_span ORDER BY quote, role, ordinal",
    "SELECT name FROM search_actor ORDER BY name",
)


def content(store: Path) -> list[Any]:
    with closing(sqlite3.connect(store)) as connection, connection:
        return [connection.execute(statement).fetchall() for statement in CONTENT]


def reannotate(store: Path, *, forced: bool = False) -> list[str]:
    """The articles that have other annotations now."""
    changed = []
    with writer(store)() as session:
        for versions in list_stale(session, forced=forced):
            saved = save_annotated(session, annotate_texts(load_texts(session, versions)))
            changed += [stale.article for stale, _ in saved]
        session.commit()
    with reader(store)() as session:
        assert list(find_faults(session)) == []
    return changed


def test_it_is_as_if_seeded_by_this_annotator(own_store: Path, tmp_path: Path) -> None:
    migrate(fresh := tmp_path / "fresh.db")
    with writer(fresh)() as session:
        for article in ARTICLES:
            text = gold_document(article).document.text
            seed_article(session, SourceText(f"{article}.txt", text.encode()))
        session.commit()
    assert reannotate(own_store)
    assert content(own_store) == content(fresh)


def test_a_second_time_there_is_nothing_to_do(own_store: Path) -> None:
    reannotate(own_store)
    before = content(own_store)
    with reader(own_store)() as session:
        assert list_stale(session) == []
        assert len(list_stale(session, forced=True)) == 6
    assert reannotate(own_store, forced=True) == []
    assert content(own_store) == before


def test_all_versions_of_an_article_are_one_piece_of_work(own_store: Path) -> None:
    with writer(own_store)() as session:
        first, *_ = list_stale(session)
        edited = gold_document(ARTICLES[0]).document.text + "\n\nMore was said."
        seed_article(session, SourceText("a.txt", edited.encode()), first[0].article)
        stale = list_stale(session, forced=True)
    assert [stale.number for stale in stale[0]] == [1, 2]
    assert {stale.article for stale in stale[0]} == {first[0].article}


def test_it_travels_between_processes(own_store: Path) -> None:
    with reader(own_store)() as session:
        texts = [load_texts(session, versions) for versions in list_stale(session)]
    annotated = list(map_in_order(annotate_texts, texts * 3))
    assert annotated[:6] == [annotate_texts(text) for text in texts]
    assert all(found.annotator == name_annotator() for [(_, found)] in annotated)
