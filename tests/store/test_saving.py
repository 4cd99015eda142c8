from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import StoreError
from app.standoff import Actor, AnnotatedDocument
from app.store.engine import reader, writer
from app.store.migrating import migrate
from app.store.queries.actors import get_actor
from app.store.queries.articles import count_articles, get_article, get_text
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
