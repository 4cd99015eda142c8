import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import NotFoundError
from app.store.engine import reader
from app.store.queries.articles import get_article, get_paragraph
from app.store.queries.paging import Page
from app.store.queries.quotes import QuoteFilters, get_quote, list_quotes


def positions(store: Path, filters: QuoteFilters, article: str | None = None) -> list[str]:
    with reader(store)() as session:
        found = list_quotes(session, Page(100), filters, article=article)
    return [row["id"] for row in found.rows]


@pytest.mark.parametrize(
    ("filters", "condition"),
    [
        pytest.param(QuoteFilters(), "1", id="none"),
        pytest.param(QuoteFilters(speaker="france"), "speaker = 'france'", id="speaker"),
        pytest.param(
            QuoteFilters(on_behalf_of="french-presidency"),
            "on_behalf_of = 'french-presidency'",
            id="on behalf of",
        ),
        pytest.param(QuoteFilters(kind="mixed"), "kind = 'mixed'", id="kind"),
        pytest.param(QuoteFilters(attributed=True), "speaker IS NOT NULL", id="attributed"),
        pytest.param(QuoteFilters(attributed=False), "speaker IS NULL", id="not attributed"),
        pytest.param(
            QuoteFilters(kind="mixed", attributed=False),
            "kind = 'mixed' AND speaker IS NULL",
            id="both",
        ),
    ],
)
def test_filters_take_what_they_name(
    gold_store: Path, filters: QuoteFilters, condition: str
) -> None:
    with closing(sqlite3.connect(gold_store)) as connection, connection:
        expected = connection.execute(
            f"SELECT public_id FROM quote WHERE {condition} ORDER BY version DESC, position"
        ).fetchall()
    assert positions(gold_store, filters) == [id for (id,) in expected]
    assert expected


def test_quotes_of_one_article_or_of_none(gold_store: Path) -> None:
    assert positions(gold_store, QuoteFilters(), article="no-such") == []
    assert positions(gold_store, QuoteFilters(speaker="no-such")) == []


def test_a_withdrawn_article_takes_its_quotes_along(own_store: Path) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        [(id, slug)] = connection.execute(
            "SELECT public_id, slug FROM quote JOIN article ON article.id = version LIMIT 1"
        ).fetchall()
        connection.execute("UPDATE article SET withdrawn = 'wrong' WHERE slug = ?", (slug,))
    assert id not in positions(own_store, QuoteFilters())
    with reader(own_store)() as session:
        with pytest.raises(NotFoundError):
            get_quote(session, id)
        with pytest.raises(NotFoundError):
            get_article(session, slug)
        with pytest.raises(NotFoundError):
            get_paragraph(session, 1, 1)
