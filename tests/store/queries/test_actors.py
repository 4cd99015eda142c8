import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store.engine import reader
from app.store.queries.actors import list_actors
from app.store.queries.paging import Page


def ids(store: Path, q: str | None = None, kind: str | None = None) -> set[str]:
    with reader(store)() as session:
        return {row["id"] for row in list_actors(session, Page(100), q=q, kind=kind).rows}


@pytest.mark.parametrize(
    ("q", "kind", "expected"),
    [
        pytest.param("mokwena", None, {"lerato-mokwena", "thabo-mokwena"}, id="a word"),
        pytest.param("lerato mokwena", None, {"lerato-mokwena"}, id="words"),
        pytest.param("fontan", None, {"graciela-fontán"}, id="accents folded"),
        pytest.param("ru*", None, {"russia", "ruth-lungwe"}, id="a beginning"),
        pytest.param("ru*", "state", {"russia"}, id="of a kind"),
        pytest.param("**", None, set(), id="no word"),
    ],
)
def test_names_are_searched(gold_store: Path, q: str, kind: str | None, expected: set[str]) -> None:
    assert ids(gold_store, q, kind) == expected


def test_an_actor_of_withdrawn_articles_alone_is_not_found(own_store: Path) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("UPDATE article SET withdrawn = 'wrong' WHERE slug LIKE '%trawlers%'")
    assert ids(own_store, "mokwena") == set()
    assert ids(own_store, "nations") == {"united-nations"}
