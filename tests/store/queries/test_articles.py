import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.store.engine import reader
from app.store.queries.articles import get_text, list_articles
from app.store.queries.paging import Page, Row
from tests.test_gold import ARTICLES


def fetch(store: Path, **filters: Any) -> list[Row]:
    with reader(store)() as session:
        return list_articles(session, Page(100), **filters).rows


def names(store: Path, **filters: Any) -> list[str]:
    """Which gold articles are in the list: their rows are numbered as they were seeded."""
    return [ARTICLES[row["key"] - 1] for row in fetch(store, **filters)]


def change(store: Path, script: str) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.executescript(script)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({}, ARTICLES[::-1], id="none"),
        pytest.param({"actor": "united-nations"}, ["wells", "trawlers"], id="an actor"),
        pytest.param({"actor": "nobody"}, [], id="no such actor"),
        pytest.param({"q": "vladoianu"}, ["bridge"], id="a word, accents folded"),
        pytest.param({"q": "danube bridge"}, ["bridge"], id="words of the headline and the text"),
        pytest.param({"q": '"two south african trawlers"'}, ["trawlers"], id="a phrase"),
        pytest.param({"q": "trawl*"}, ["trawlers"], id="a beginning"),
        pytest.param({"q": "bridge wells"}, [], id="words of two articles"),
        pytest.param({"q": "said", "actor": "united-nations"}, ["wells", "trawlers"], id="both"),
        pytest.param({"q": ""}, [], id="no word"),
    ],
)
def test_filters(gold_store: Path, filters: dict[str, Any], expected: list[str]) -> None:
    assert names(gold_store, **filters) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({"since": "2020-03-03"}, {"2020-03-03", "2020-03-03T23:00:00-05:00"}, id="on"),
        pytest.param({"since": "2020-03-04"}, set(), id="since later"),
        pytest.param({"until": "2020-03-02"}, {"2019-12-31T01:00:00Z"}, id="until"),
        pytest.param(
            {"since": "2019-12-31", "until": "2020-03-03"},
            {"2019-12-31T01:00:00Z", "2020-03-03", "2020-03-03T23:00:00-05:00"},
            id="between, both days included",
        ),
        pytest.param({"since": "2020-03-03", "until": "2020-03-01"}, set(), id="never"),
    ],
)
@pytest.mark.parametrize("searched", [{}, {"q": "said"}], ids=["listed", "searched"])
def test_dates(
    own_store: Path, filters: dict[str, str], expected: set[str], searched: dict[str, str]
) -> None:
    change(
        own_store,
        """
        UPDATE version SET published = '2020-03-03' WHERE id = 1;
        UPDATE version SET published = '2020-03-03T23:00:00-05:00' WHERE id = 2;
        UPDATE version SET published = '2019-12-31T01:00:00Z' WHERE id = 3;
        """,
    )
    assert {row["published"] for row in fetch(own_store, **filters, **searched)} == expected


@pytest.mark.parametrize("filters", [{}, {"q": "trawlers"}, {"actor": "oman"}], ids=str)
@pytest.mark.parametrize(
    "hides",
    [
        pytest.param(
            "UPDATE article SET withdrawn = 'wrong' WHERE slug LIKE '%trawlers%'", id="withdrawn"
        ),
        pytest.param(
            "UPDATE version SET current = 0 WHERE headline LIKE '%trawlers%'", id="not current"
        ),
    ],
)
def test_what_is_hidden_is_in_no_list(own_store: Path, filters: dict[str, str], hides: str) -> None:
    assert "trawlers" in names(own_store, **filters)
    change(own_store, hides)
    assert "trawlers" not in names(own_store, **filters)


def test_an_excerpt_stands_where_it_says(gold_store: Path) -> None:
    for row in fetch(gold_store, q="said OR the"):
        excerpt = row["excerpt"]
        with reader(gold_store)() as session:
            text = get_text(session, row["key"])
        assert text[excerpt["start"] : excerpt["end"]] == excerpt["exact"]
        assert {part["text"].lower() for part in excerpt["parts"] if part["marked"]} <= {
            "said", "or", "the",
        }  # fmt: skip


def test_relevance_puts_first_what_says_it_most(gold_store: Path) -> None:
    ranked = names(gold_store, q="port", by_relevance=True)
    assert ranked[0] == "harbour"
    assert set(ranked) == set(names(gold_store, q="port"))
