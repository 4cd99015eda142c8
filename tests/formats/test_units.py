import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats import shapes
from app.formats.units import Utf16, in_utf16
from app.standoff import Span
from tests.formats.rows import quote_row
from tests.formats.test_shapes import PIECES

texts = st.text(st.sampled_from("ab“é😀𝕏\u0301\n"), max_size=40)


def in_units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


@given(texts, st.data())
def test_units_are_those_of_utf16(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = Utf16(text)
    assert units.of(start) == in_units(text[:start])
    assert units.span(units.of(start), units.of(end)) == (start, end)


@pytest.mark.parametrize(
    ("given", "span"),
    [
        pytest.param((0, 1), (0, 1), id="the first half"),
        pytest.param((1, 2), (0, 1), id="the second half"),
        pytest.param((1, 5), (0, 4), id="half and more"),
        pytest.param((2, 4), (1, 3), id="none of it"),
        pytest.param((3, 5), (2, 4), id="half of another"),
        pytest.param((90, 99), (88, 97), id="beyond the text"),
        pytest.param((3, 1), (2, 1), id="no span"),
    ],
)
def test_half_a_code_point_counts_as_the_whole(
    given: tuple[int, int], span: tuple[int, int]
) -> None:
    assert Utf16("😀ab😀").span(*given) == span


def test_every_span_of_a_shape_is_converted() -> None:
    text = "😀 “No,” Bo said, “not, ever.”"
    row = quote_row(text, *(Span(piece.start + 2, piece.end + 2) for piece in PIECES))
    quote = in_utf16(shapes.quote(row, ""), {row["version"]: Utf16(text)})
    assert quote["unit"] == "utf16"
    assert [piece["start"] for piece in quote["content"]] == [3, 18]
    assert (quote["cue"], quote["links"]) == (None, shapes.quote(row, "")["links"])
