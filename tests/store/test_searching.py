import sqlite3
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.searching import cut_excerpt, marked, match_expression, phrase_expression


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        pytest.param("gas prices", '"gas" "prices"', id="words"),
        pytest.param('"gas prices" rise', '"gas prices" "rise"', id="a phrase"),
        pytest.param("“gas prices”", '"gas prices"', id="a phrase in curly marks"),
        pytest.param('rise "gas pri', '"rise" "gas pri"', id="a phrase left open"),
        pytest.param("pri*", '"pri"*', id="a beginning"),
        pytest.param('"gas pri"*', '"gas pri"*', id="the beginning of a phrase"),
        pytest.param("*gas g*s", '"gas" "g"* "s"', id="stars elsewhere"),
        pytest.param("AND gas OR NOT x:y", '"AND" "gas" "OR" "NOT" "x:y"', id="operators"),
        pytest.param("NEAR(a b)", '"NEAR(a" "b)"', id="a function"),
        pytest.param("it's well-known", '"it\'s" "well-known"', id="marks within words"),
        pytest.param("gas & oil", '"gas" "oil"', id="no word between"),
        pytest.param('""gas""', '"gas"', id="doubled marks"),
        pytest.param("a\0b", '"a" "b"', id="NUL"),
        pytest.param("a\ud800b", '"a" "b"', id="half a character"),
        pytest.param("e\u0301cole", '"école"', id="letter and accent apart"),
        pytest.param("", '""', id="empty"),
        pytest.param(' * "" _ ((( ', '""', id="no word"),
    ],
)
def test_what_is_typed_becomes_an_expression(typed: str, expression: str) -> None:
    assert match_expression(typed) == expression


TEXTS = (
    "Élysée to ban “gas” imports, it's said",
    "The gas prices rise and the prices of oil fall",
    "A well-known judge: gasoline is not gas",
)


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text,"
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2')"
    )
    connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", enumerate(TEXTS))
    return connection


def search(index: sqlite3.Connection, typed: str) -> set[int]:
    statement = "SELECT rowid FROM search WHERE search MATCH ?"
    return {row for (row,) in index.execute(statement, (match_expression(typed),))}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("gas", {0, 1, 2}, id="a word"),
        pytest.param("gas prices", {1}, id="all the words"),
        pytest.param('"gas prices"', {1}, id="a phrase"),
        pytest.param('"prices gas"', set(), id="a phrase in another order"),
        pytest.param("gaso*", {2}, id="a beginning"),
        pytest.param("gaso", set(), id="half a word"),
        pytest.param("elysee", {0}, id="accents folded"),
        pytest.param("ÉLYSÉE", {0}, id="capitals folded"),
        pytest.param("it's", {0}, id="an apostrophe"),
        pytest.param("well known", {2}, id="parts of a word with a hyphen"),
        pytest.param("gas & prices", {1}, id="a mark among words"),
        pytest.param("gas NOT prices", set(), id="no operator"),
        pytest.param("", set(), id="nothing"),
        pytest.param("&*", set(), id="no word"),
    ],
)
def test_what_is_found(index: sqlite3.Connection, typed: str, found: set[int]) -> None:
    assert search(index, typed) == found


HOSTILE = st.lists(
    st.text(max_size=6)
    | st.sampled_from("\"*():-+^{}'\\;,.\0\ud800“”_é\u0301😀\n")
    | st.sampled_from(["AND", "OR", "NOT", "NEAR(", "text:", "gas", "rowid", "--", "/*", '""', " "])
).map("".join)


@settings(max_examples=2500, deadline=None)
@given(HOSTILE)
def test_nothing_typed_is_an_error(index: sqlite3.Connection, typed: str) -> None:
    assert search(index, typed) <= {0, 1, 2}


@given(st.integers(0, 2), st.data())
def test_words_of_a_text_find_it(index: sqlite3.Connection, row: int, data: st.DataObject) -> None:
    words = TEXTS[row].split()
    some = data.draw(st.lists(st.sampled_from(words), min_size=1))
    assert row in search(index, " ".join(some))
    start = data.draw(st.integers(0, len(words) - 1))
    phrase = " ".join(words[start:]).replace("“", "").replace("”", "")
    assert row in search(index, f'"{phrase}"')


def show(marks: str) -> str:
    """Braces for the control characters that FTS5 is told to mark with."""
    return marks.translate(str.maketrans("{}|", "\x02\x03\x1f"))


LONG = "word " * 60


@pytest.mark.parametrize(
    ("found", "starts", "start", "parts"),
    [
        pytest.param("The {gas} price", [0], 0, "The [gas] price", id="in the middle"),
        pytest.param("{The gas} {price}", [0], 0, "[The gas] [price]", id="at both ends"),
        pytest.param("Head\n\nThe {gas}\n\nEnd {gas}", [0], 6, "The [gas]", id="one block"),
        pytest.param("Head\n\nThe {gas\n\nEnd} it", [0], 6, "The [gas]", id="across blocks"),
        pytest.param("No|no {gas}|x", [10, 30, 50], 30, "no [gas]", id="the second piece"),
        pytest.param(f"{LONG}{{gas}}", [0], 245, "word " * 11 + "[gas]", id="far behind"),
        pytest.param(f"{{gas}} {LONG}", [0], 0, "[gas] " + "word " * 33 + "word", id="far ahead"),
        pytest.param(f"{{{'g' * 300}}}", [0], 0, f"[{'g' * 179}]", id="one endless word"),
        pytest.param(f"{'g' * 99}{{a}}", [0], 99, "[a]", id="an endless word before"),
        pytest.param("No match", [0], 0, "No match", id="nothing marked"),
    ],
)
def test_excerpts(found: str, starts: Sequence[int], start: int, parts: str) -> None:
    excerpt = cut_excerpt(show(found), starts)
    shown = "".join(
        f"[{part['text']}]" if part["marked"] else part["text"] for part in excerpt["parts"]
    )
    assert (excerpt["start"], shown) == (start, parts)


WORDS = st.text("ab \n", max_size=90)


@given(st.lists(st.tuples(WORDS, WORDS)))
def test_an_excerpt_is_a_span_of_the_text(pairs: list[tuple[str, str]]) -> None:
    text = "".join(plain + found for plain, found in pairs)
    excerpt = cut_excerpt(show("".join(f"{plain}{{{found}}}" for plain, found in pairs)))
    assert text[excerpt["start"] : excerpt["end"]] == excerpt["exact"]
    assert "".join(part["text"] for part in excerpt["parts"]) == excerpt["exact"]


def test_the_marks_are_those_that_are_read(index: sqlite3.Connection) -> None:
    statement = f"SELECT {marked('search')} FROM search WHERE search MATCH 'prices'"
    [(found,)] = index.execute(statement).fetchall()
    assert [part["text"] for part in cut_excerpt(found)["parts"] if part["marked"]] == [
        "prices",
        "prices",
    ]


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("“We want”, he said", '" We want , he said"'),
        ('no "operators" OR *', '"no  operators  OR *"'),
        ("…", '""'),
        ('""', '""'),
    ],
)
def test_words_in_a_row_are_one_phrase(words: str, expression: str) -> None:
    assert phrase_expression(words) == expression
