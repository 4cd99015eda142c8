import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotator.lexicon import load_lexicon
from app.annotator.tokens import MOST, Tokens, tokenize
from app.standoff import Document, Paragraph, Span
from app.text.splitting import build_document, build_plain_document

# Much of what the tokenizer looks at, close together.
words = st.sampled_from(["Mr", "U.S.", "J.", "don’t", "al-Amin", "3.5", "1,000", "’s", "'s", "..."])
marks = st.sampled_from(list('“”"«».…?!,()_😀éa \n\u00a0\u200b'))
texts = st.lists(words | marks, max_size=30).map("".join) | st.text(max_size=60)


def tokens_of(text: str) -> Tokens:
    return tokenize(build_plain_document(text), load_lexicon())


def sentences_of(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [text[tokens.starts[i] : tokens.ends[j - 1]] for i, j in tokens.sentences()]


@given(texts)
def test_tokens_are_the_slices_of_their_text_in_order(text: str) -> None:
    tokens = tokens_of(text)
    assert tokens.text == text
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends)
    last = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert last <= start < end
        assert text[start:end] == word
        last = end


@given(texts)
def test_tokens_leave_out_nothing_but_space(text: str) -> None:
    assert "".join(tokens_of(text).words) == "".join(text.split())


@given(texts)
def test_every_token_is_in_exactly_one_sentence(text: str) -> None:
    tokens = tokens_of(text)
    inside = [index for first, end in tokens.sentences() for index in range(first, end)]
    assert inside == list(range(len(tokens.words)))
    assert all(first < end for first, end in tokens.sentences())


@given(st.lists(texts, min_size=1, max_size=4))
def test_no_sentence_leaves_its_block(blocks: list[str]) -> None:
    document = build_plain_document("\n".join(blocks))
    tokens = tokenize(document, load_lexicon())
    for first, end in tokens.sentences():
        start, stop = tokens.starts[first], tokens.ends[end - 1]
        assert any(b.start <= start and stop <= b.end for b in document.blocks())


def test_a_block_without_words_has_no_sentence() -> None:
    document = Document("  ", None, (Paragraph(1, Span(0, 2)),))
    assert list(tokenize(document, load_lexicon()).sentences()) == []


def test_the_headline_is_a_sentence_of_its_own() -> None:
    document: Document = build_document("Rain at last\n\nit rained. It stopped.")
    tokens = tokenize(document, load_lexicon())
    (first, end), *others = tokens.sentences()
    assert len(others) == 2
    assert tokens.words[first:end] == ["Rain", "at", "last"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The mill’s cat", ["The", "mill", "’s", "cat"], id="possessive"),
        pytest.param("the mill's cat", ["the", "mill", "'s", "cat"], id="straight possessive"),
        pytest.param("They don’t", ["They", "don’t"], id="an apostrophe within"),
        pytest.param("al-Amin left", ["al-Amin", "left"], id="a hyphen within"),
        pytest.param("“No,” he", ["“", "No", ",", "”", "he"], id="marks apart"),
        pytest.param("3.5 or 1,000", ["3.5", "or", "1,000"], id="numbers"),
        pytest.param("the U.S. navy", ["the", "U.S.", "navy"], id="initials"),
        pytest.param("“" * 60 + " a", [*"“" * 60, "a"], id="marks in a row"),
        pytest.param(
            "a " + "“" * 61 + "b", ["a", "“" * 61, "b"], id="more marks than anybody sets"
        ),
        pytest.param("a" + "-" * 61, ["a", "-" * 61], id="a line drawn"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokens_of(text).words == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("It rained. It stopped.", ["It rained.", "It stopped."], id="full stop"),
        pytest.param("Did it? It did!", ["Did it?", "It did!"], id="question"),
        pytest.param("“It did.” He left.", ["“It did.”", "He left."], id="marks close inside"),
        pytest.param("“It did. ” He left.", ["“It did.", "” He left."], id="a mark apart"),
        pytest.param("He left. “It did.”", ["He left.", "“It did.”"], id="marks close at the end"),
        pytest.param("He left. I", ["He left.", "I"], id="one word"),
        pytest.param("Mr. Orrin came.", ["Mr. Orrin came."], id="a title"),
        pytest.param("“Why?” he asked.", ["“Why?” he asked."], id="a small letter goes on"),
        pytest.param("It rained", ["It rained"], id="no mark"),
        pytest.param("It rained. \nIt stopped.", ["It rained.", "It stopped."], id="two blocks"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    ("text", "many"),
    [
        pytest.param("a " * MOST, MOST, id="as many as are looked at"),
        pytest.param("a " * (MOST + 9), MOST + 1, id="more"),
        pytest.param("a " * (MOST - 1) + "\n" + "b " * 9 + "\nc", MOST + 1, id="in many blocks"),
    ],
)
def test_of_a_text_without_end_no_more_is_read_than_tells_it(text: str, many: int) -> None:
    assert len(tokens_of(text).words) == many
