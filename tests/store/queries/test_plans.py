"""No list walks through the store: what SQLite says of its way to a page and to a total."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.comparing.asking import ask
from app.errors import NotFoundError
from app.store.engine import Session, reader
from app.store.queries.actors import list_actors, list_actors_of
from app.store.queries.articles import (
    get_article,
    get_numbers,
    list_articles,
    list_paragraphs,
    list_versions,
)
from app.store.queries.changes import find_changes
from app.store.queries.locating import locate_everywhere
from app.store.queries.mentions import get_mentions, list_mentions
from app.store.queries.paging import Found, Page
from app.store.queries.quotes import (
    QuoteFilters,
    find_repetitions,
    get_quote,
    get_quotes,
    list_quotes,
    list_quotes_of,
)

PAGE = Page(1)
SOME = {"key": 1, "id": "x"}  # a quote
Fetch = Callable[[Session], Any]


def quotes(q: str | None = None, article: str | None = None, **filters: Any) -> Fetch:
    return lambda session: list_quotes(session, PAGE, QuoteFilters(**filters), q=q, article=article)


def articles(**filters: Any) -> Fetch:
    return lambda session: list_articles(session, PAGE, **filters)


# What is walked in the order of the page until the page is full; all else is looked up.
@pytest.mark.parametrize(
    ("fetch", "walked"),
    [
        pytest.param(articles(), {"c"}, id="articles"),
        pytest.param(articles(since="2020"), {"c"}, id="articles since"),
        pytest.param(articles(actor="oman"), set(), id="articles of an actor"),
        pytest.param(articles(q="said"), {"search_article"}, id="articles searched"),
        pytest.param(articles(q="said", actor="oman"), {"search_article"}, id="both"),
        pytest.param(lambda s: list_actors(s, PAGE), {"actor"}, id="actors"),
        pytest.param(lambda s: list_actors(s, PAGE, q="m*"), {"search_actor"}, id="actors named"),
        pytest.param(quotes(), {"quote"}, id="quotes"),
        pytest.param(quotes(attributed=True), {"quote"}, id="quotes attributed"),
        pytest.param(quotes(attributed=False), set(), id="quotes not attributed"),
        pytest.param(quotes(speaker="oman"), set(), id="quotes by speaker"),
        pytest.param(quotes(on_behalf_of="oman"), set(), id="quotes on behalf of"),
        pytest.param(quotes(kind="mixed"), set(), id="quotes of a kind"),
        pytest.param(quotes(article="none"), set(), id="quotes by article"),
        pytest.param(quotes(q="the"), {"search_quote"}, id="quotes searched"),
        pytest.param(quotes(q="the", article="x"), {"search_quote"}, id="searched by article"),
        pytest.param(lambda s: list_quotes_of(s, PAGE, 1, QuoteFilters()), set(), id="of one"),
        pytest.param(lambda s: list_mentions(s, PAGE, 1), set(), id="mentions"),
        pytest.param(lambda s: list_mentions(s, PAGE, 1, actor="x"), set(), id="of an actor"),
        pytest.param(lambda s: list_paragraphs(s, PAGE, 1), set(), id="paragraphs"),
        pytest.param(lambda s: list_actors_of(s, PAGE, 1), set(), id="actors of a version"),
        pytest.param(lambda s: get_article(s, "x"), set(), id="an article"),
        pytest.param(lambda s: list_versions(s, PAGE, "x"), set(), id="versions"),
        pytest.param(lambda s: find_changes(s, 1), set(), id="changes"),
        pytest.param(lambda s: find_repetitions(s, SOME), set(), id="repetitions"),
        pytest.param(lambda s: get_quotes(s, 1, ["x"]), {"json_each"}, id="quotes by id"),
        pytest.param(lambda s: get_mentions(s, 1, ["x"]), {"json_each"}, id="mentions by id"),
        pytest.param(lambda s: get_numbers(s, 1, [9]), {"json_each"}, id="paragraphs by place"),
        pytest.param(lambda s: get_quote(s, "x"), set(), id="a quote"),
    ],
)
def test_pages_are_looked_up(gold_store: Path, fetch: Fetch, walked: set[str]) -> None:
    plans = list(plans_of(gold_store, fetch))
    assert plans
    for plan in plans:
        assert set(re.findall(r"SCAN (\w+)", plan)) <= walked | {"first_mention"}
        assert walked <= set(re.findall(r"SCAN (\w+)", plan))


@pytest.mark.parametrize(
    "fetch",
    [
        articles(),
        articles(actor="oman", since="2020"),
        articles(q="said", actor="oman"),
        quotes(),
        quotes(speaker="oman", kind="mixed"),
        quotes(article="x", attributed=True),
        quotes(q="the", speaker="oman"),
        lambda s: list_actors(s, PAGE, q="m*"),
        lambda s: list_quotes_of(s, PAGE, 1, QuoteFilters(kind="mixed")),
        lambda s: list_mentions(s, PAGE, 1, actor="oman"),
        lambda s: list_versions(s, PAGE, "x"),
        lambda s: find_repetitions(s, SOME),
    ],
)
def test_nothing_is_sorted(gold_store: Path, fetch: Fetch) -> None:
    assert not [plan for plan in plans_of(gold_store, fetch) if "TEMP B-TREE" in plan]


def test_words_are_located_by_indexes(gold_store: Path) -> None:
    """Through the search tables only with words to match, and from a list of what was found."""
    plans = list(plans_of(gold_store, lambda s: locate_everywhere(s, ask("he said no to water"))))
    walked = re.findall(r"SCAN (\w+)( VIRTUAL TABLE INDEX \d+:M1)?", "\n".join(plans))
    assert {name for name, matched in walked if matched} == {"search_article", "search_quote"}
    assert {name for name, matched in walked if not matched} == {"wanted"}


@pytest.mark.parametrize(
    "fetch",
    [
        list_articles,
        partial(list_articles, q="the"),
        partial(list_quotes, filters=QuoteFilters()),
        partial(list_quotes, filters=QuoteFilters(), q="the"),
        list_actors,
        partial(list_mentions, version=1),
        partial(list_paragraphs, version=1),
    ],
)
def test_however_many_rows_a_list_is_a_statement_and_its_total_another(
    gold_store: Path, fetch: Callable[..., Found]
) -> None:
    for page in (Page(1), Page(4)):
        assert len(list(plans_of(gold_store, partial(fetch, page=page)))) == 2


def plans_of(store: Path, fetch: Fetch) -> Iterator[str]:
    """What SQLite says it does for each statement of a list."""
    told: list[str] = []
    with reader(store)() as session:
        session.set_trace_callback(told.append)
        with suppress(NotFoundError):  # what is not there is looked up all the same
            fetch(session)
        session.set_trace_callback(None)
    with closing(sqlite3.connect(store)) as connection, connection:
        for statement in told:
            if "'main'." in statement:  # one that FTS5 made
                continue
            steps = connection.execute(f"EXPLAIN QUERY PLAN {statement}")
            yield "\n".join(step for *_, step in steps if "(subquery" not in step)
