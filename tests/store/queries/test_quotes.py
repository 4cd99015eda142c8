import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.errors import NotFoundError, WithdrawnError
from app.seeding import seed_article
from app.store.engine import reader, writer
from app.store.migrating import migrate
from app.store.queries.articles import get_article, get_paragraph
from app.store.queries.paging import Page, Row
from app.store.queries.quotes import (
    QuoteFilters,
    find_repetitions,
    get_quote,
    list_quotes,
    list_quotes_of,
)
from app.text.reading import SourceText
from tests.test_gold import ARTICLES


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
        with pytest.raises(WithdrawnError):
            get_quote(session, id)
        with pytest.raises(WithdrawnError):
            get_article(session, slug)
        with pytest.raises(NotFoundError):
            get_paragraph(session, 1, 1)


NO_FILTERS = QuoteFilters()


def search(store: Path, q: str, filters: QuoteFilters = NO_FILTERS, **more: Any) -> list[Row]:
    with reader(store)() as session:
        return list_quotes(session, Page(100), filters, q=q, **more).rows


def content(row: Row) -> list[tuple[int, int, str]]:
    return [(a, b, exact) for role, a, b, exact in json.loads(row["spans"]) if role == "content"]


@pytest.mark.parametrize("word", ["the", "nets", "water", "said", "peace"])
def test_search_looks_only_at_what_is_said(gold_store: Path, word: str) -> None:
    with reader(gold_store)() as session:
        rows = list_quotes(session, Page(100), QuoteFilters()).rows
    said = [
        row["id"]
        for row in rows
        if re.search(rf"\b{word}\b", " ".join(exact for *_, exact in content(row)), re.IGNORECASE)
    ]
    assert [row["id"] for row in search(gold_store, word)] == said


def test_an_excerpt_lies_in_one_piece_of_content(gold_store: Path) -> None:
    with closing(sqlite3.connect(gold_store)) as connection, connection:
        texts = dict(connection.execute("SELECT id, text FROM version"))
    rows = search(gold_store, "the")
    assert any(row["excerpt"]["start"] > content(row)[0][1] for row in rows)  # a later piece
    for row in rows:
        excerpt = row["excerpt"]
        start, end = excerpt["start"], excerpt["end"]
        assert any(a <= start and end <= b for a, b, _ in content(row))
        assert texts[row["key"] >> 24][start:end] == excerpt["exact"]
        assert any(part["marked"] for part in excerpt["parts"])


def test_a_search_is_narrowed_by_every_filter(gold_store: Path) -> None:
    everything = search(gold_store, "the")
    article, speaker = everything[0]["article"], everything[0]["speaker"]
    assert search(gold_store, "the", article=article) == [
        row for row in everything if row["article"] == article
    ]
    assert search(gold_store, "the", article="no-such") == []
    assert search(gold_store, "the", QuoteFilters(speaker=speaker)) == [
        row for row in everything if row["speaker"] == speaker
    ]


def test_quotes_of_one_article_are_those_of_its_version(gold_store: Path) -> None:
    for number in range(1, len(ARTICLES) + 1):
        with reader(gold_store)() as session:
            of_version = list_quotes_of(session, Page(100), number, QuoteFilters()).rows
            [slug] = {row["article"] for row in of_version}
            everywhere = list_quotes(session, Page(100), QuoteFilters(), article=slug).rows
        assert everywhere == of_version


@pytest.mark.parametrize("role", ["source", "cue", "content"])
def test_any_span_of_a_quote_may_overlap(gold_store: Path, role: str) -> None:
    with reader(gold_store)() as session:
        everything = list_quotes_of(session, Page(100), 1, QuoteFilters()).rows
        [start, end] = next(
            span[1:3] for row in everything for span in json.loads(row["spans"]) if span[0] == role
        )
        for overlaps in ((start, end), (end - 1, end), (start, start), (end, start)):
            found = list_quotes_of(session, Page(100), 1, QuoteFilters(), overlaps=overlaps).rows
            assert found == [row for row in everything if overlap(row, *overlaps)]


def overlap(row: Row, start: int, end: int) -> bool:
    return start < end and any(a < end and start < b for _, a, b, _ in json.loads(row["spans"]))


def test_a_search_forgets_what_is_not_current(own_store: Path) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("UPDATE version SET current = 0 WHERE id = 5")
    assert {row["key"] >> 24 for row in search(own_store, "the")} == {1, 2, 3, 4, 6}


SAID = "Talks\n\nAda Weir said “it is over”.\n"
AGAIN = SAID.replace("Talks", "More")


@pytest.mark.parametrize(
    ("texts", "repeated"),
    [
        pytest.param([f"{SAID}\nBen Ash said “it is over”.\n"], 1, id="again in the article"),
        pytest.param([SAID, AGAIN], 1, id="in another article"),
        pytest.param([SAID, AGAIN.replace("“it is", '"It\nis')], 1, id="marked otherwise"),
        pytest.param([SAID, AGAIN.replace("is over", "was over")], 0, id="in other words"),
    ],
)
def test_repetitions_have_the_same_words(tmp_path: Path, texts: list[str], repeated: int) -> None:
    seed(tmp_path / "new.db", *texts)
    with reader(tmp_path / "new.db")() as session:
        *_, first = list_quotes(session, Page(9), QuoteFilters(speaker="ada-weir")).rows
        found = find_repetitions(session, first)
    assert (len(found.rows), found.total, found.total_is_exact) == (repeated, repeated, True)
    assert first["id"] not in {row["id"] for row in found.rows}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE article SET withdrawn = '2026' WHERE id = 2", id="withdrawn"),
        pytest.param("UPDATE version SET current = 0 WHERE article = 2", id="not current"),
    ],
)
def test_what_nobody_reads_repeats_nothing(tmp_path: Path, change: str) -> None:
    seed(tmp_path / "new.db", SAID, AGAIN)
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection, connection:
        connection.execute(change)
    with reader(tmp_path / "new.db")() as session:
        [quote] = list_quotes(session, Page(9), QuoteFilters()).rows
        assert find_repetitions(session, quote).rows == []


def test_an_older_version_is_no_repetition_of_its_own_quote(tmp_path: Path) -> None:
    article = seed(tmp_path / "new.db", SAID)
    seed(tmp_path / "new.db", f"{SAID}\nIt rained.", article=article)
    with reader(tmp_path / "new.db")() as session:
        [quote] = list_quotes(session, Page(9), QuoteFilters()).rows
        assert quote["id"] == get_quote(session, quote["id"])["id"]
        assert find_repetitions(session, quote).rows == []


def seed(store: Path, *texts: str, article: str | None = None) -> str:
    """Seeds the texts, and gives the article of the last."""
    migrate(store)
    with writer(store)() as session:
        seeded = [
            seed_article(session, SourceText("a.txt", text.encode()), article) for text in texts
        ]
        session.commit()
    return seeded[-1].article
