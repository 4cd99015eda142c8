from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.text.cleaning import clean
from app.text.splitting import HEADLINE_LENGTH, build_document, build_plain_document

texts = st.text(alphabet="aB.“”\n \r\t\u0301😀", max_size=60) | st.text(max_size=60)


def parts(text: str) -> tuple[str | None, list[str]]:
    document = build_document(text)
    headline = document.headline.of(document.text) if document.headline else None
    return headline, [paragraph.span.of(document.text) for paragraph in document.paragraphs]


@given(texts)
def test_blocks_joined_by_blank_lines_are_the_text(source_text: str) -> None:
    words = clean(source_text)
    assume(any(char.isalnum() for char in words))
    document = build_document(words)
    assert "\n\n".join(block.of(document.text) for block in document.blocks()) == document.text
    assert "".join(document.text.split()) == "".join(words.split())
    assert document.paragraphs


@given(texts)
def test_blocks_stand_apart_in_order(source_text: str) -> None:
    words = clean(source_text)
    assume(any(char.isalnum() for char in words))
    document = build_document(words)
    blocks = list(document.blocks())
    assert list(blocks) == sorted(blocks)
    assert not any(a.overlaps(b) for a, b in pairwise(blocks))
    numbers = [paragraph.number for paragraph in document.paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))


@given(texts)
def test_a_text_taken_as_given_stays_as_given(text: str) -> None:
    document = build_plain_document(text)
    assert document.text == text
    assert document.headline is None
    filled = [line for line in text.split("\n") if line.strip()]
    assert [(paragraph.number, paragraph.span.of(text)) for paragraph in document.paragraphs] == [
        *enumerate(filled, start=1)
    ]


@pytest.mark.parametrize(
    ("text", "headline", "paragraphs"),
    [
        pytest.param("Rain\n\nIt rained.", "Rain", ["It rained."], id="headline"),
        pytest.param(
            "Rain\nIt rained.\nIt stopped.", "Rain", ["It rained.", "It stopped."], id="lines"
        ),
        pytest.param("Rain\n\n\n\nIt rained.", "Rain", ["It rained."], id="many blank lines"),
        pytest.param("Rain\n\nIt\nrained.", "Rain", ["It\nrained."], id="hard-wrapped lines"),
        pytest.param("Who pays?\n\nWe do.", "Who pays?", ["We do."], id="a question"),
        pytest.param("It rained.\n\nLong.", None, ["It rained.", "Long."], id="a sentence first"),
        pytest.param("“It rained.”\n\nSo.", None, ["“It rained.”", "So."], id="a quoted sentence"),
        pytest.param("By a guest:\n\nSo.", None, ["By a guest:", "So."], id="what leads on"),
        pytest.param("It\nrained\n\nSo.", None, ["It\nrained", "So."], id="two lines first"),
        pytest.param("Rain", None, ["Rain"], id="one block"),
        pytest.param("a" * 200 + "\n\nSo.", "a" * HEADLINE_LENGTH, ["So."], id="long enough"),
        pytest.param("a" * 201 + "\n\nSo.", None, ["a" * 201, "So."], id="too long"),
    ],
)
def test_parts(text: str, headline: str | None, paragraphs: list[str]) -> None:
    assert parts(text) == (headline, paragraphs)


@pytest.mark.parametrize(
    "text", [pytest.param("", id="nothing"), pytest.param("…\n\n— !", id="marks alone")]
)
def test_a_text_without_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"^no words in it$"):
        build_document(text)
