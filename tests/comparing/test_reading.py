import pytest

from app.comparing.normalizing import fold
from app.comparing.reading import read_content, read_text
from app.standoff import Span

TEXT = "“We want peace,” he said. “Peace now.”\nShe left."
WORDS = fold(TEXT)
CONTENT = [Span(0, 16), Span(26, 38)]


def test_a_text_is_all_its_words() -> None:
    reading = read_text(WORDS)
    assert " ".join(reading.folded) == "we want peace he said peace now she left"
    assert list(reading.runs(0, 9)) == [(0, 9)]
    assert reading.span(0, 3).of(TEXT) == "We want peace"


def test_a_content_is_its_words_in_a_row() -> None:
    reading = read_content(WORDS, CONTENT)
    assert " ".join(reading.folded) == "we want peace peace now"
    assert [reading.span(*run).of(TEXT) for run in reading.runs(1, 5)] == [
        "want peace",
        "Peace now",
    ]


@pytest.mark.parametrize(
    ("place", "goes_on"),
    [(0, False), (1, True), (3, True), (5, False), (7, False), (8, True), (9, False)],
)
def test_where_a_sentence_goes_on(place: int, goes_on: bool) -> None:
    assert read_text(WORDS).goes_on(place) is goes_on
