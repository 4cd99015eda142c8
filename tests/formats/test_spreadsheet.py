import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats import shapes
from app.formats.spreadsheet import ACTORS, ARTICLES, MENTIONS, QUOTES, Columns, to_csv
from app.standoff import Span
from tests.formats.gold_rows import gold_rows
from tests.formats.rows import actor_row, mention_row, quote_row

Cells = dict[str, str]


def read(chunks: bytes) -> list[Cells]:
    return list(csv.DictReader(io.StringIO(chunks.decode(), newline=""), strict=True))


def written(columns: Columns, *items: shapes.Shape) -> list[Cells]:
    return read(b"".join(to_csv(columns, items)))


@pytest.mark.parametrize(
    ("columns", "header"),
    [
        pytest.param(
            ARTICLES,
            "id,version,headline,url,published,author,language,annotator,"
            "paragraphs,mentions,quotes",
            id="articles",
        ),
        pytest.param(ACTORS, "id,name,kind,wikidata", id="actors"),
        pytest.param(
            MENTIONS,
            "id,article,version,actor,kind,rule,paragraph,start,end,exact,unit",
            id="mentions",
        ),
        pytest.param(
            QUOTES,
            "id,article,version,kind,speaker,on_behalf_of,source,source_start,source_end,"
            "cue,cue_start,cue_end,content,content_start,content_end,content_pieces,rule,unit",
            id="quotes",
        ),
    ],
)
def test_the_header_is_there_even_alone(columns: Columns, header: str) -> None:
    assert list(to_csv(columns, [])) == [f"{header}\r\n".encode()]


def test_a_row_ends_with_crlf_and_null_is_empty() -> None:
    rows = (actor_row("minsk", "state", "Q2280"), actor_row("bo", "person"))
    chunks = to_csv(ACTORS, [shapes.actor(row, "") for row in rows])
    assert b"".join(chunks) == (
        b"id,name,kind,wikidata\r\nminsk,Minsk,state,Q2280\r\nbo,Bo,person,\r\n"
    )


def assert_come_back(words: str) -> None:
    [cells] = written(MENTIONS, shapes.mention(mention_row(words, Span(0, len(words))), ""))
    assert (cells["exact"], cells["end"]) == (words, str(len(words)))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_words_come_back_to_the_character(words: str) -> None:
    assert_come_back(words)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1", "'=1", 'a,"b"\r\n', " "])
def test_words_that_a_spreadsheet_would_read_otherwise_stay(words: str) -> None:
    assert_come_back(words)


def test_a_quote_in_pieces_loses_nothing() -> None:
    text = "“No,” Bo said, “not, ever.”"
    spans = Span(0, 5), Span(15, 27)
    row = quote_row(text, *spans, cue=Span(9, 13), source=Span(6, 8), speaker="bo")
    [cells] = written(QUOTES, shapes.quote(row, ""))
    assert json.loads(cells.pop("content_pieces")) == [
        {"start": 0, "end": 5, "exact": "“No,”"},
        {"start": 15, "end": 27, "exact": "“not, ever.”"},
    ]
    assert list(cells.values()) == [
        *(row["id"], "a", "v", "direct", "bo", ""),
        *("Bo", "6", "8"),
        *("said", "9", "13"),
        *("“No,” […] “not, ever.”", "0", "27"),
        "by_hand",
        "codepoint",
    ]


def test_a_quote_without_cue_and_source() -> None:
    [cells] = written(QUOTES, shapes.quote(quote_row("“No.”", Span(0, 5)), ""))
    parts = ("source", "source_start", "source_end", "cue", "cue_start", "cue_end")
    assert {cells[part] for part in parts} == {""}


def test_gold_says_in_csv_what_it_says_in_json(gold_store: Path) -> None:
    for gold in gold_rows(gold_store):
        article = shapes.article(gold.article, "")
        [cells] = written(ARTICLES, article)
        assert cells["headline"] == (article["headline"]["exact"] if article["headline"] else "")
        assert cells["quotes"] == str(len(gold.quotes))
        quotes = [shapes.quote(row, "") for row in gold.quotes]
        assert [json.loads(cells["content_pieces"]) for cells in written(QUOTES, *quotes)] == [
            quote["content"] for quote in quotes
        ]
