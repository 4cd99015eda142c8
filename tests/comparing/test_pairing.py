import pytest

from app.comparing.pairing import Anchor, pair
from app.standoff import Span


def anchor(start: int, words: str, id: str = "", about: str = "", by: str | None = None) -> Anchor:
    return Anchor(id or words, (Span(start, start + len(words)),), (words,), about, by)


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        pytest.param([], [anchor(0, "one")], {}, id="nothing before"),
        pytest.param([anchor(0, "one")], [], {}, id="nothing after"),
        pytest.param(
            [anchor(0, "one"), anchor(9, "two")],
            [anchor(0, "two"), anchor(9, "one")],
            {0: 1, 1: 0},
            id="in another order",
        ),
        pytest.param(
            [anchor(0, "he", "a"), anchor(9, "he", "b")],
            [anchor(0, "he", "b"), anchor(9, "he", "a")],
            {0: 1, 1: 0},
            id="by id before place",
        ),
        pytest.param(
            [anchor(0, "he", "a")], [anchor(0, "she", "a")], {}, id="not by id with other words"
        ),
        pytest.param(
            [anchor(0, "he", about="ada")],
            [anchor(0, "he", about="ben")],
            {},
            id="not about another",
        ),
        pytest.param(
            [anchor(0, "no", "a"), anchor(50, "no", "b")],
            [anchor(48, "no", "c")],
            {1: 0},
            id="of equal ones the nearest",
        ),
        pytest.param(
            [anchor(0, "no", "a"), anchor(100, "mark"), anchor(110, "no", "b")],
            [anchor(0, "mark"), anchor(10, "no", "c")],
            {1: 0, 2: 1},
            id="nearest to where it should be",
        ),
        pytest.param(
            [anchor(0, "we will go now")],
            [anchor(0, "we shall stay"), anchor(90, "we will go soon")],
            {0: 1},
            id="of those alike the most alike",
        ),
        pytest.param(
            [anchor(0, "we will go", "a"), anchor(50, "we will come", "b")],
            [anchor(48, "we will run", "c")],
            {1: 0},
            id="of equally alike ones the nearest",
        ),
        pytest.param(
            [anchor(0, "we will go now", by="ada")],
            [anchor(0, "we will go", by="ada")],
            {0: 0},
            id="alike and of the same speaker",
        ),
        pytest.param(
            [anchor(0, "we will go there", by="ada")],
            [anchor(0, "they will go away", by="ben")],
            {},
            id="half alike and of another speaker",
        ),
        pytest.param(
            [anchor(0, "we will go now", by="ada")],
            [anchor(0, "we will go soon", by="ben")],
            {0: 0},
            id="very alike and of another speaker",
        ),
        pytest.param([anchor(0, "***")], [anchor(0, "---")], {}, id="without words none is alike"),
    ],
)
def test_what_is_one_thing(
    before: list[Anchor], after: list[Anchor], pairs: dict[int, int]
) -> None:
    assert pair(before, after) == pairs


def test_known_places_lead_to_the_nearest() -> None:
    before = [anchor(0, "no", "a"), anchor(100, "no", "b")]
    after = [anchor(500, "no", "c"), anchor(600, "no", "d"), anchor(605, "no", "e")]
    assert pair(before, after, [(0, 600), (90, 490)]) == {0: 1, 1: 0}
    assert pair(before[:1], after, [(50, 555)]) == {0: 0}


def test_many_equal_ones_are_paired_as_the_text_runs() -> None:
    """More than are looked at around one place; each looks where it should be."""
    before = [anchor(index * 10, "he", f"a{index}") for index in range(500)]
    after = [anchor(index * 10 + 3, "he", f"b{index}") for index in range(500)]
    assert pair(before, after) == {index: index for index in range(500)}
