from collections.abc import Callable
from pathlib import Path

import pytest

from app.store.engine import Session, reader
from app.store.queries import paging
from app.store.queries.actors import list_actors, list_actors_of
from app.store.queries.articles import list_articles, list_paragraphs
from app.store.queries.mentions import list_mentions
from app.store.queries.paging import Found, Page
from app.store.queries.quotes import QuoteFilters, list_quotes, list_quotes_of

LISTS: dict[str, Callable[[Session, Page], Found]] = {
    "articles": list_articles,
    "actors": list_actors,
    "quotes": lambda session, page: list_quotes(session, page, QuoteFilters()),
    "paragraphs": lambda session, page: list_paragraphs(session, page, 1),
    "actors of a version": lambda session, page: list_actors_of(session, page, 1),
    "mentions": lambda session, page: list_mentions(session, page, 1),
    "articles searched": lambda session, page: list_articles(session, page, q="said"),
    "articles ranked": lambda session, page: list_articles(
        session, page, q="said", by_relevance=True
    ),
    "articles naming": lambda session, page: list_articles(session, page, actor="united-nations"),
    "actors searched": lambda session, page: list_actors(session, page, q="m*"),
    "quotes searched": lambda session, page: list_quotes(session, page, QuoteFilters(), q="the"),
    "quotes ranked": lambda session, page: list_quotes(
        session, page, QuoteFilters(), q="the", by_relevance=True
    ),
    "quotes of a version": lambda session, page: list_quotes_of(session, page, 1, QuoteFilters()),
}
each_list = pytest.mark.parametrize("fetch", LISTS.values(), ids=LISTS)


@each_list
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_together_are_the_whole_list(
    gold_store: Path, fetch: Callable[[Session, Page], Found], limit: int
) -> None:
    with reader(gold_store)() as session:
        whole = fetch(session, Page(limit=100))
        rows, cursor = [], None
        while True:
            page = fetch(session, Page(limit, cursor))
            assert page.total == len(whole.rows)
            assert page.total_is_exact
            rows += page.rows
            cursor = page.next
            if cursor is None:
                break
            assert len(page.rows) == limit
    assert rows == whole.rows
    assert rows


@each_list
def test_a_cursor_behind_the_last_item_gives_an_empty_page(
    gold_store: Path, fetch: Callable[[Session, Page], Found]
) -> None:
    with reader(gold_store)() as session:
        pages = [fetch(session, Page(5, cursor)) for cursor in (0, 2**63 - 1)]
    assert any(not page.rows and page.next is None for page in pages)


@pytest.mark.parametrize(
    "name", ["articles searched", "quotes searched", "articles naming", "actors searched"]
)
def test_a_search_is_in_the_order_of_the_whole_list(gold_store: Path, name: str) -> None:
    with reader(gold_store)() as session:
        found = [row["key"] for row in LISTS[name](session, Page(100)).rows]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("kind", ["articles", "quotes"])
def test_ranking_changes_the_order_alone(gold_store: Path, kind: str) -> None:
    with reader(gold_store)() as session:
        newest = LISTS[f"{kind} searched"](session, Page(100)).rows
        ranked = LISTS[f"{kind} ranked"](session, Page(100)).rows
    assert ranked != newest
    assert sorted(ranked, key=lambda row: -row["key"]) == newest


def test_only_the_newest_are_ranked(gold_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with reader(gold_store)() as session:
        newest = LISTS["quotes searched"](session, Page(5)).rows
        monkeypatch.setattr(paging, "COUNTED", 5)
        ranked = LISTS["quotes ranked"](session, Page(100))
        pages = [LISTS["quotes ranked"](session, Page(3, cursor)) for cursor in (None, 3, 5, 99)]
    assert {row["key"] for row in ranked.rows} == {row["key"] for row in newest}
    assert [len(page.rows) for page in pages] == [3, 2, 0, 0]
    assert [page.next for page in pages] == [3, None, None, None]
    assert {(page.total, page.total_is_exact) for page in pages} == {(5, False)}


def test_a_total_past_what_is_counted_says_so(
    gold_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "COUNTED", 5)
    with reader(gold_store)() as session:
        over, exact = list_articles(session, Page(2)), list_paragraphs(session, Page(2), 99)
    assert (over.total, over.total_is_exact) == (5, False)
    assert (exact.total, exact.total_is_exact) == (0, True)
