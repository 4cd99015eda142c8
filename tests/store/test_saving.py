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
from app.store.saving import find_article_of, is_empty, save_article
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
    told = SourceText("a.txt", "raw", "https://a.example/1", "2020-11-20", "Ann Author", "en")
    article = save(store, annotated, told)
    with reader(store)() as session:
        row = get_article(session, article)
        text = get_text(session, row["key"])
    assert text == annotated.document.text
    told_back = [row[name] for name in ("url", "published", "author", "language", "annotator")]
    assert told_back == ["https://a.example/1", "2020-11-20", "Ann Author", "en", "by hand"]


def test_a_text_is_found_again_by_its_words(store: Path) -> None:
    annotated = gold_document("karabakh")
    with writer(store)() as session:
        assert find_article_of(session, annotated.document) is None
        assert is_empty(session)
        article = save_article(session, annotated, SourceText("a.txt", "raw"))
        assert find_article_of(session, annotated.document) == article
        assert not is_empty(session)


def test_a_text_belongs_to_one_article(store: Path) -> None:
    save(store, gold_document("karabakh"), SourceText("a.txt", "raw"))
    with pytest.raises(StoreError, match="UNIQUE"):
        save(store, gold_document("karabakh"), SourceText("b.txt", "raw"))
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
        save(store, annotated, SourceText("a.txt", "raw"))
    with reader(store)() as session:
        assert get_actor(session, actor.id)["name"] == actor.name
        assert list(find_faults(session)) == []


def test_what_is_saved_is_found_at_once(store: Path) -> None:
    save(store, gold_document("karabakh"), SourceText("a.txt", "raw"))
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
            SourceText("a.txt", "raw"),
        )
    with reader(store)() as session:
        assert [list_actors(session, Page(1), q=q).total for q in ("obi", "adaobi")] == [1, 0]


def test_an_article_without_actors_is_found(store: Path) -> None:
    bare = AnnotatedDocument(gold_document("karabakh").document, (), (), (), None)
    save(store, bare, SourceText("a.txt", "raw"))
    with reader(store)() as session:
        assert list_articles(session, Page(1), q="karabakh").total == 1
