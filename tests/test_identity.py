import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identity import SLUG_LENGTH, article_id, mention_id, quote_id, sha256, slug, version_id
from app.text.splitting import build_document, build_plain_document

words = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("Ministry of Water", "ministry-of-water", id="spaces"),
        pytest.param("  The — “North”, again! ", "the-north-again", id="marks separate"),
        pytest.param("N’Dour's O'Hara", "ndours-ohara", id="apostrophes vanish"),
        pytest.param("Iñés Ørsted", "iñés-ørsted", id="letters stay"),
        pytest.param("Ine\u0301s", "inés", id="composed"),
        pytest.param("Жанна Ким 2", "жанна-ким-2", id="any script"),
        pytest.param("हिन्दी", "हिन्दी", id="vowel signs stay"),
        pytest.param("İnci", "i̇nci", id="dotted capital"),
        pytest.param("a/b?c#d%e", "a-b-c-d-e", id="nothing that an address reads"),
        pytest.param("… — !", "", id="nothing left"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_slug(phrase: str, expected: str) -> None:
    assert slug(phrase) == expected


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        pytest.param(None, "one-two-three", id="whole"),
        pytest.param(13, "one-two-three", id="just fits"),
        pytest.param(12, "one-two", id="one short"),
        pytest.param(8, "one-two", id="ends at the hyphen"),
        pytest.param(7, "one-two", id="ends at the word"),
        pytest.param(6, "one", id="within a word"),
        pytest.param(2, "on", id="no word fits"),
    ],
)
def test_slug_is_cut_at_a_word(length: int | None, expected: str) -> None:
    assert slug("One two three", length) == expected


@given(words)
def test_slug_is_stable_and_safe(phrase: str) -> None:
    found = slug(phrase)
    assert slug(found) == found
    assert unicodedata.is_normalized("NFC", found)
    assert all(unicodedata.category(char)[0] in "LMN" or char == "-" for char in found)
    assert not re.search("^-|--|-$", found)


@given(words, st.integers(1, 80))
def test_a_cut_slug_begins_the_whole_one(phrase: str, length: int) -> None:
    whole, cut = slug(phrase), slug(phrase, length)
    assert len(cut) <= length
    assert whole.startswith(cut)
    assert bool(cut) == bool(whole)
    assert not cut.endswith("-")


def test_sha256_is_that_of_the_utf_8() -> None:
    assert sha256("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


def test_sha256_of_a_lone_surrogate() -> None:
    assert sha256("\ud800") != sha256("\udfff")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rain at last\n\nIt rained.", "rain-at-last-", id="headline"),
        pytest.param("It rained.\n\nIt stopped.", "it-rained-", id="first paragraph"),
        pytest.param("x" * 70 + ".", "x" * SLUG_LENGTH + "-", id="one long word"),
    ],
)
def test_article_id(text: str, expected: str) -> None:
    assert article_id(build_document(text)) == expected + sha256(text)[:6]


@pytest.mark.parametrize(
    "text", [pytest.param("", id="nothing"), pytest.param("… \n?!", id="no words")]
)
def test_article_id_without_words(text: str) -> None:
    assert article_id(build_plain_document(text)) == "article-" + sha256(text)[:6]


@given(st.text(alphabet=st.characters(), max_size=50))
def test_every_text_has_an_article_id(text: str) -> None:
    assert re.fullmatch(r"[^\s/?#%]+-[0-9a-f]{6}", article_id(build_plain_document(text)))


def test_version_id() -> None:
    assert version_id(sha256("é")) == "4a99557e4033"


# Pinned: an id that changes breaks every address that was ever given away.
def test_ids_are_pinned() -> None:
    assert quote_id("rain-at-last-000000", ("“Rain,”", "“at last.”"), 0) == "26582b207e695695"
    block = sha256("It rained in Kenya.")
    assert mention_id("rain-at-last-000000", "kenya", block, 1) == "5b4dea4874dd325a"


quotes = st.tuples(words, st.lists(words, min_size=1, max_size=3).map(tuple), st.integers(0, 20))
mentions = st.tuples(words, words, words, st.integers(0, 20))


@given(quotes, quotes)
def test_quotes_have_one_id_each(
    one: tuple[str, tuple[str, ...], int], other: tuple[str, tuple[str, ...], int]
) -> None:
    assert re.fullmatch("[0-9a-f]{16}", quote_id(*one))
    assert (quote_id(*one) == quote_id(*other)) == (one == other)


@given(mentions, mentions)
def test_mentions_have_one_id_each(
    one: tuple[str, str, str, int], other: tuple[str, str, str, int]
) -> None:
    assert re.fullmatch("[0-9a-f]{16}", mention_id(*one))
    assert (mention_id(*one) == mention_id(*other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("ab", "c"), ("a", "bc"), id="where the pieces part"),
        pytest.param(("a", "b"), ("b", "a"), id="their order"),
        pytest.param(("a",), ("a", "0"), id="a piece that looks like an ordinal"),
    ],
)
def test_content_pieces_are_told_apart(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert quote_id("article", one, 0) != quote_id("article", other, 0)
