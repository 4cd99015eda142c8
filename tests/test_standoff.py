import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.standoff import Document, Paragraph, Paragraphs, Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 50))
    return Span(start, start + draw(st.integers(1, 50)))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(3, 3, id="empty"),
        pytest.param(4, 3, id="backwards"),
        pytest.param(-1, 3, id="negative start"),
        pytest.param(-3, -1, id="negative"),
    ],
)
def test_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"no span: \[{start}, {end}\)"):
        Span(start, end)


def test_a_span_counts_code_points() -> None:
    assert Span(2, 5).of("😀 “é”.") == "“é”"


def test_a_span_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1).end = 2  # type: ignore[misc]


def test_spans_sort_in_the_order_of_the_text() -> None:
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]


@pytest.mark.parametrize(
    ("other", "contained", "overlapping"),
    [
        pytest.param(Span(5, 10), True, True, id="itself"),
        pytest.param(Span(6, 9), True, True, id="inside"),
        pytest.param(Span(5, 6), True, True, id="at the start"),
        pytest.param(Span(9, 10), True, True, id="at the end"),
        pytest.param(Span(4, 6), False, True, id="over the start"),
        pytest.param(Span(9, 11), False, True, id="over the end"),
        pytest.param(Span(4, 11), False, True, id="around"),
        pytest.param(Span(1, 5), False, False, id="touching before"),
        pytest.param(Span(10, 12), False, False, id="touching after"),
        pytest.param(Span(0, 2), False, False, id="before"),
    ],
)
def test_span_beside_span(other: Span, contained: bool, overlapping: bool) -> None:
    assert Span(5, 10).contains(other) is contained
    assert Span(5, 10).overlaps(other) is overlapping


@given(spans(), spans())
def test_spans_are_sets_of_code_points(one: Span, other: Span) -> None:
    points, others = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.contains(other) == (others <= points)
    assert one.overlaps(other) == bool(points & others) == other.overlaps(one)


@given(st.text(), st.text(min_size=1), st.text())
def test_a_span_of_a_text_is_its_words(prefix: str, exact: str, suffix: str) -> None:
    assert Span(len(prefix), len(prefix + exact)).of(prefix + exact + suffix) == exact


@pytest.mark.parametrize(
    ("headline", "blocks"),
    [
        pytest.param(Span(0, 1), (Span(0, 1), Span(3, 4)), id="with a headline"),
        pytest.param(None, (Span(3, 4),), id="without"),
    ],
)
def test_blocks_hold_all_words(headline: Span | None, blocks: tuple[Span, ...]) -> None:
    assert tuple(Document("H\n\nP", headline, Paragraphs([Span(3, 4)])).blocks()) == blocks


def test_paragraphs_are_numbered_as_they_come() -> None:
    one, two = Paragraph(1, Span(0, 1)), Paragraph(2, Span(3, 9))
    paragraphs = Paragraphs([one.span, two.span])
    assert list(paragraphs) == [one, two]
    assert (len(paragraphs), paragraphs[1], paragraphs[-2]) == (2, two, one)
    assert two in paragraphs
    with pytest.raises(IndexError):
        paragraphs[2]


def test_paragraphs_are_equal_where_their_spans_are() -> None:
    paragraphs = Paragraphs([Span(0, 1), Span(3, 9)])
    assert paragraphs == Paragraphs([Span(0, 1), Span(3, 9)]) == tuple(paragraphs)
    assert paragraphs != Paragraphs([Span(0, 1)])
    assert paragraphs != 2
    assert hash(paragraphs) == hash(Paragraphs([Span(0, 1), Span(3, 9)]))
