import re
import tracemalloc
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.cleaning import clean

# What the cleaning looks at, in every order, with plain words between.
words = st.sampled_from(
    ["A", "B", "Read more", "Share this", "Source link", "Home / A", "News > B", "Home"]
)
marks = st.sampled_from(
    ["", " ", "\t", "\ufeff", "\ufeffA", "\x07", "e\x07\u0301", "\u0301", "\u200b", "\u2028"]
)
lines = words | st.just("") | marks
pages = st.lists(lines, max_size=12).flatmap(
    lambda some: st.sampled_from(["\n", "\r\n", "\r", "\x85"]).map(lambda end: end.join(some))
)
source_texts = pages | st.text(max_size=60)


@given(source_texts)
def test_cleaning_what_is_clean_changes_nothing(source_text: str) -> None:
    assert clean(clean(source_text)) == clean(source_text)


@given(source_texts)
def test_clean_lines(source_text: str) -> None:
    words = clean(source_text)
    assert unicodedata.is_normalized("NFC", words)
    assert all(char in "\t\n" for char in words if unicodedata.category(char) == "Cc")
    assert not set(words) & {"\r", "\x85", "\u2028", "\u2029"}
    assert all(line == line.strip() for line in words.split("\n"))
    assert words == words.strip("\n")


@given(source_texts)
def test_cleaning_adds_no_word(source_text: str) -> None:
    gone = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]"
    left = iter(unicodedata.normalize("NFC", re.sub(gone, "", source_text)))
    assert all(char in left for char in clean(source_text).replace("\n", ""))


@pytest.mark.parametrize(
    ("source_text", "words"),
    [
        pytest.param("\ufeffA day", "A day", id="byte order mark"),
        pytest.param("\ufeff\ufeffA day", "A day", id="two of them"),
        pytest.param("A\n\n\ufeffB", "A\n\nB", id="one where files were joined"),
        pytest.param("A\r\n\r\nB\rC", "A\n\nB\nC", id="line ends"),
        pytest.param("A\x85B\u2028C\u2029D", "A\nB\nC\nD", id="rarer line ends"),
        pytest.param("A\x0bB\x0cC\x1b[1m\x7f", "ABC[1m", id="control characters"),
        pytest.param("e\x07\u0301", "é", id="composed after a control character went"),
        pytest.param("  A \t\n\u00a0B\u3000", "A\nB", id="space at the ends of lines"),
        pytest.param("A\tB  C", "A\tB  C", id="space within stays"),
        pytest.param("\n\nA\n\n\n\nB\n\n", "A\n\nB", id="blank lines"),
        pytest.param("a\u200db\u202ec\u00ad", "a\u200db\u202ec\u00ad", id="invisible marks stay"),
        pytest.param("ﬁ ² Ａ", "ﬁ ² Ａ", id="nothing merged"),
        pytest.param(" \n\t\n", "", id="nothing"),
    ],
)
def test_form(source_text: str, words: str) -> None:
    assert clean(source_text) == words


@given(st.text(alphabet="\u0334\u0315\u0300\u0344\u0f73\u1e14\u1100\u1161\u11a8", min_size=31))
def test_marks_in_whatever_order_come_into_that_of_unicode(run: str) -> None:
    assert clean(f"a{run}é") == unicodedata.normalize("NFC", f"a{run}é")


@pytest.mark.parametrize(
    ("source_text", "words"),
    [
        pytest.param("A\n\nSource link\n\nLeave a Reply", "A", id="below the article"),
        pytest.param("A\n\nADVERTISEMENT\n\nB", "A\n\nB", id="amid it, in capitals"),
        pytest.param("A\n\nRead more …\n\nB", "A\n\nB", id="with its punctuation"),
        pytest.param("A\n\nRequired fields are marked *", "A", id="with its asterisk"),
        pytest.param("A\nRead more\nB", "A\nB", id="where each line is a paragraph"),
        pytest.param(
            "A\n\nthey\nread more\nbooks", "A\n\nthey\nread more\nbooks", id="a wrapped line"
        ),
        pytest.param(
            "A\n\nthey\nread more", "A\n\nthey\nread more", id="the last of wrapped lines"
        ),
        pytest.param("A\n\nread more\nbooks", "A\n\nread more\nbooks", id="the first of them"),
        pytest.param("A\n\nThey read more.", "A\n\nThey read more.", id="within a sentence"),
        pytest.param("Home / news / A\n\nA\n\nB", "A\n\nB", id="breadcrumb"),
        pytest.param("News > B > A\n\nHome > A\n\nB", "B", id="two breadcrumbs"),
        pytest.param("Home\t/\u00a0 news  /  A\n\nB", "B", id="breadcrumb widely spaced"),
        pytest.param("A\n\nHome / B", "A\n\nHome / B", id="a path below the headline"),
        pytest.param("Rain / snow\n\nB", "Rain / snow\n\nB", id="a slash that leads not home"),
        pytest.param("Home\n\nB", "Home\n\nB", id="one crumb"),
        pytest.param("A\n\nA\n\nB", "A\n\nB", id="headline twice"),
        pytest.param("A\nA\n\nB", "A\n\nB", id="headline twice without a blank line"),
        pytest.param("A\n\nA\n\nA\n\nB", "A\n\nB", id="headline three times"),
        pytest.param("A\n\nShare this\n\nA\n\nB", "A\n\nB", id="furniture between the two"),
        pytest.param("A\n\nB\n\nB", "A\n\nB\n\nB", id="a paragraph twice stays"),
        pytest.param("Read more\n\nSubscribe", "", id="nothing but furniture"),
        pytest.param("A\nRead more\n\nSubscribe", "A", id="furniture parts the only block"),
    ],
)
def test_furniture(source_text: str, words: str) -> None:
    assert clean(source_text) == words


# Quadratic time would be some 10 s for each of these; linear time is some 0.05 s.
@pytest.mark.parametrize(
    "source_text",
    [
        pytest.param("Read more" + "\n" * 60_000 + "A", id="blank lines below furniture"),
        pytest.param("A" + " " * 60_000 + "B", id="a long space in the first line"),
        pytest.param("A\n\n" * 60_000, id="the headline over and over"),
        pytest.param("Home / A\n\n" * 60_000, id="breadcrumbs over and over"),
        pytest.param("a" + "\u0315\u0300" * 60_000, id="combining marks out of order"),
        pytest.param("\u0f73" * 60_000, id="letters that fall into such marks"),
        pytest.param("统" * 60_000, id="a long word without marks"),
    ],
)
def test_hostile_pages_take_no_time(source_text: str) -> None:
    start = process_time()
    clean(source_text)
    assert process_time() - start < 2


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("\x01\x02\x1b[31m\x7f\x85", id="control characters"),
        pytest.param("\n", id="line feeds"),
        pytest.param("a\n", id="words on lines"),
        pytest.param("It rained.\n\n", id="paragraphs"),
        pytest.param("e\u0301", id="what is composed"),
    ],
)
def test_cleaning_takes_no_more_than_a_few_times_the_text(piece: str) -> None:
    source_text = f"It rained.\n\n{piece * (200_000 // len(piece))}over."
    tracemalloc.start()
    try:
        clean(source_text)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 9 * len(source_text.encode())
