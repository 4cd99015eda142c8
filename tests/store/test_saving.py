import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import StoreError
from app.standoff import Actor, AnnotatedDocument
from app.store.checking import find_faults
from app.store.engine import reader, writer
from app.store.migrating import migrate
from app.store.queries.actors import get_actor, list_actors
from app.store.queries.articles import count_articles, get_article, get_text, list_articles
from app.store.queries.paging import Page
from app.store.saving import (
    Stored,
    find_article_at,
    find_version_of,
    is_empty,
    is_stored,
    is_withdrawn,
    make_current,
    save_article,
    save_version,
)
from app.text.reading import SourceText
from tests.gold import gold_document


def save(store: Path, annotated: AnnotatedDocument, source_text: SourceText) -> str:
    with writer(store)() as session:
        article = save_article(session, annotated, source_text)
        session.commit()
    return article


@pytest.fixture
def store(tmp_path: Path) -> Path:
    migrate(tmp_path / "new.db")
    return tmp_path / "new.db"


def test_an_article_is_kept_with_all_that_was_said_about_it(store: Path) -> None:
    annotated = gold_document("karabakh")
    told = SourceText("a.txt", b"raw", "https://a.example/1", "2020-11-20", "Ann Author", "en")
    article = save(store, annotated, told)
    with reader(store)() as session:
        row = get_article(session, article)
        text = get_text(session, row["key"])
        statement = "SELECT text FROM source_text WHERE version = ?"
        assert session.execute(statement, (row["key"],)).fetchone() == ("raw",)
    assert text == annotated.document.text
    told_back = [row[name] for name in ("url", "published", "author", "language", "annotator")]
    assert told_back == ["https://a.example/1", "2020-11-20", "Ann Author", "en", "by hand"]


def test_a_text_is_found_again_by_its_words(store: Path) -> None:
    annotated = gold_document("karabakh")
    with writer(store)() as session:
        assert find_version_of(session, annotated.document) is None
        assert is_empty(session)
        article = save_article(session, annotated, SourceText("a.txt", b"raw"))
        found = find_version_of(session, annotated.document)
        assert found == Stored(1, article, 1, current=True)
        assert not is_empty(session)


def test_a_text_belongs_to_one_article(store: Path) -> None:
    save(store, gold_document("karabakh"), SourceText("a.txt", b"raw"))
    with pytest.raises(StoreError, match="UNIQUE"):
        save(store, gold_document("karabakh"), SourceText("b.txt", b"raw"))
    with reader(store)() as session:
        assert count_articles(session) == 1


@pytest.mark.parametrize("first_shouts", [True, False])
def test_an_actor_has_the_same_name_whichever_article_came_first(
    store: Path, first_shouts: bool
) -> None:
    quiet, other = gold_document("karabakh"), gold_document("clinic")
    actor = next(actor for actor in quiet.actors if actor.kind == "person")
    shouting = replace(
        other,
        actors=(*other.actors, Actor(actor.id, "person", actor.name.upper())),
        mentions=(*other.mentions, replace(other.mentions[-1], actor=actor.id)),
    )
    for annotated in (shouting, quiet) if first_shouts else (quiet, shouting):
        save(store, annotated, SourceText("a.txt", b"raw"))
    with reader(store)() as session:
        assert get_actor(session, actor.id)["name"] == actor.name
        assert list(find_faults(session)) == []


def test_what_is_saved_is_found_at_once(store: Path) -> None:
    save(store, gold_document("karabakh"), SourceText("a.txt", b"raw"))
    with reader(store)() as session:
        assert list_articles(session, Page(1), q="karabakh").total == 1
        assert list_actors(session, Page(1), q="macron").total == 1
        assert list(find_faults(session)) == []


def test_a_name_is_found_in_the_spelling_that_stays(store: Path) -> None:
    """Both have one id, because apostrophes vanish from ids."""
    for article, name in (("karabakh", "ADAOBI"), ("clinic", "ada’obi")):
        annotated = gold_document(article)
        named = Actor("adaobi", "person", name)
        first = replace(annotated.mentions[0], actor=named.id)
        save(
            store,
            replace(
                annotated,
                actors=(*annotated.actors, named),
                mentions=(first, *annotated.mentions[1:]),
            ),
            SourceText("a.txt", b"raw"),
        )
    with reader(store)() as session:
        assert [list_actors(session, Page(1), q=q).total for q in ("obi", "adaobi")] == [1, 0]


def test_an_article_without_actors_is_found(store: Path) -> None:
    bare = AnnotatedDocument(gold_document("karabakh").document, (), (), (), None)
    save(store, bare, SourceText("a.txt", b"raw"))
    with reader(store)() as session:
        assert list_articles(session, Page(1), q="karabakh").total == 1


def test_a_new_version_is_current_and_the_old_one_stays(store: Path) -> None:
    article = save(store, gold_document("karabakh"), SourceText("a.txt", b"raw"))
    with writer(store)() as session:
        added = save_version(session, article, gold_document("clinic"), SourceText("b.txt", b"raw"))
        session.commit()
    assert added == Stored(2, article, 2, current=True)
    assert numbers(store) == [(1, 0), (2, 1)]
    with reader(store)() as session:
        assert get_article(session, article)["number"] == 2
        assert count_articles(session) == list_articles(session, Page(9)).total == 1
        assert list_articles(session, Page(1), q="karabakh").total == 0
        assert list(find_faults(session)) == []


def test_an_older_version_can_be_the_current_one_again(store: Path) -> None:
    article = save(store, gold_document("karabakh"), SourceText("a.txt", b"raw"))
    with writer(store)() as session:
        save_version(session, article, gold_document("clinic"), SourceText("b.txt", b"raw"))
        make_current(session, 1)
        session.commit()
    assert numbers(store) == [(1, 1), (2, 0)]


def test_an_article_is_where_it_was_last_published(store: Path) -> None:
    article = save(
        store, gold_document("karabakh"), SourceText("a.txt", b"raw", "https://a.example")
    )
    with writer(store)() as session:
        assert find_article_at(session, "https://a.example") == article
        assert find_article_at(session, None) is None
        moved = SourceText("b.txt", b"raw", "https://b.example")
        save_version(session, article, gold_document("clinic"), moved)
        save_version(session, article, gold_document("wells"), SourceText("c.txt", b"raw"))
        assert find_article_at(session, "https://a.example") is None
        assert find_article_at(session, "https://b.example") == article


def test_a_withdrawn_article_is_still_stored(store: Path) -> None:
    annotated = gold_document("karabakh")
    article = save(store, annotated, SourceText("a.txt", b"raw"))
    with writer(store)() as session:
        for why, withdrawn in ((None, False), ("It is wrong.", True)):
            session.execute("UPDATE article SET withdrawn = ?", (why,))
            found = find_version_of(session, annotated.document)
            assert found
            assert (is_stored(session, article), is_stored(session, "nowhere")) == (True, False)
            assert (is_withdrawn(session, article), found.withdrawn) == (withdrawn, withdrawn)
        assert not is_withdrawn(session, "nowhere")


def numbers(store: Path) -> list[tuple[int, int]]:
    with closing(sqlite3.connect(store)) as connection, connection:
        statement = "SELECT number, current FROM version ORDER BY number"
        return connection.execute(statement).fetchall()
