import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.comparing.changes import Change, count
from app.standoff import Actor, AnnotatedDocument
from app.store.checking import find_faults
from app.store.correcting import withdraw
from app.store.engine import reader, writer
from app.store.queries.actors import list_actors
from app.store.queries.articles import get_article
from app.store.queries.paging import Page
from app.store.queries.quotes import QuoteFilters, list_quotes
from app.store.replacing import find_stale, replace_annotations
from tests.gold import gold_document
from tests.test_gold import ARTICLES

KARABAKH = gold_document("karabakh")
BARE = replace(KARABAKH, actors=(), mentions=(), quotes=(), annotator="nobody")


def put(store: Path, annotated: AnnotatedDocument, article: str = "karabakh") -> list[Change]:
    """Replaces what the gold store has of an article, and proves the store."""
    with writer(store)() as session:
        stale = find_stale(session, None)[ARTICLES.index(article)]
        changes = replace_annotations(session, stale, annotated)
        session.commit()
    with reader(store)() as session:
        assert list(find_faults(session)) == []
    return changes


def rows(store: Path) -> dict[str, list[Any]]:
    tables = ("article", "version", "paragraph", "mention", "quote", "quote_span", "actor")
    with closing(sqlite3.connect(store)) as connection, connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()
            for table in tables
        }


def found(store: Path, q: str) -> tuple[int, int]:
    with reader(store)() as session:
        quotes = list_quotes(session, Page(1), QuoteFilters(), q=q).total
        return quotes, list_actors(session, Page(1), q=q).total


def test_versions_of_another_annotator_are_found(own_store: Path) -> None:
    with writer(own_store)() as session:
        assert find_stale(session, "by hand") == []
        assert [stale.id for stale in find_stale(session, "another")] == [1, 2, 3, 4, 5, 6]


def test_the_same_annotations_change_nothing_but_who_made_them(own_store: Path) -> None:
    before = rows(own_store)
    assert put(own_store, replace(KARABAKH, annotator="another")) == []
    after = rows(own_store)
    assert {**after, "version": []} == {**before, "version": []}
    with reader(own_store)() as session:
        article = "fearing-the-turkish-role-france-wants-international-ff9f55"
        assert get_article(session, article)["annotator"] == "another"


def test_what_is_found_no_more_is_forgotten(own_store: Path) -> None:
    """But not whom another article names as well."""
    assert found(own_store, "Caucasus") == (1, 0)
    assert found(own_store, "Macron") == (0, 1)
    changes = put(own_store, BARE)
    assert count(changes)["lost"] == len(KARABAKH.mentions) + len(KARABAKH.quotes)
    assert found(own_store, "Caucasus") == found(own_store, "Macron") == (0, 0)
    others = {actor.id for article in ARTICLES if article != "karabakh"
              for actor in gold_document(article).actors}  # fmt: skip
    assert {row[1] for row in rows(own_store)["actor"]} == others


def test_an_actor_that_only_a_withdrawn_article_names_still_is_found_no_more(
    own_store: Path,
) -> None:
    known = Actor("known", "person", "Ann Ray")
    put(own_store, called(KARABAKH, known))
    put(own_store, called(gold_document("clinic"), known), "clinic")
    with writer(own_store)() as session:
        withdraw(session, rows(own_store)["article"][ARTICLES.index("clinic")][1], "It is wrong.")
        session.commit()
    assert found(own_store, "Ann Ray")[1] == 1
    put(own_store, BARE)
    assert found(own_store, "Ann Ray")[1] == 0


def test_there_and_back_is_as_it_was(own_store: Path) -> None:
    before = rows(own_store)
    put(own_store, BARE)
    changes = put(own_store, KARABAKH)
    assert count(changes)["new"] == len(KARABAKH.mentions) + len(KARABAKH.quotes)
    after = rows(own_store)
    assert found(own_store, "Caucasus") == (1, 0)
    for table in before:
        if table != "actor":
            assert after[table] == before[table]
    assert {row[1:] for row in after["actor"]} == {row[1:] for row in before["actor"]}


def called(annotated: AnnotatedDocument, actor: Actor) -> AnnotatedDocument:
    """The same with this actor in the place of the first that has its id, or of the first."""
    ids = [other.id for other in annotated.actors]
    index = ids.index(actor.id) if actor.id in ids else 0
    old = annotated.actors[index].id
    return replace(
        annotated,
        actors=(*annotated.actors[:index], actor, *annotated.actors[index + 1 :]),
        mentions=tuple(
            replace(m, actor=actor.id) if m.actor == old else m for m in annotated.mentions
        ),
        quotes=tuple(
            replace(
                q,
                speaker=actor.id if q.speaker == old else q.speaker,
                on_behalf_of=actor.id if q.on_behalf_of == old else q.on_behalf_of,
            )
            for q in annotated.quotes
        ),
    )


@pytest.mark.parametrize(
    ("first", "elsewhere", "then", "kept"),
    [
        pytest.param("Zaire", None, "Congo", "Congo", id="another name"),
        pytest.param("Zaire", "Zaire", "Congo", "Congo", id="another name, of a shared actor"),
        pytest.param("Ann Ray", None, "ANN RAY", "ANN RAY", id="another spelling"),
        pytest.param("Ann Ray", "Ann Ray", "ANN RAY", "Ann Ray", id="one of two spellings"),
        pytest.param("ANN RAY", "ANN RAY", "Ann Ray", "Ann Ray", id="the better of two"),
    ],
)
def test_names_are_the_present_annotators(
    own_store: Path, first: str, elsewhere: str | None, then: str, kept: str
) -> None:
    put(own_store, called(KARABAKH, Actor("known", "person", first)))
    if elsewhere:
        other = called(gold_document("clinic"), Actor("known", "person", elsewhere))
        put(own_store, other, "clinic")
    put(own_store, called(KARABAKH, Actor("known", "state", then, "Q1")))
    actors = {row[1]: row[2:5] for row in rows(own_store)["actor"]}
    assert actors["known"] == ("state", kept, "Q1")
    assert found(own_store, kept)[1] == 1
