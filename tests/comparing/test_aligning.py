from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.comparing.aligning import LEAST_SHARED, align
from app.comparing.normalizing import fold
from app.comparing.reading import Reading, read_text


def aligned(asked: str, text: str, start: int = 0, end: int = 10_000) -> list[tuple[str, str]]:
    """The steps as words asked for and words found; the same ones once, with an equals sign."""
    reading = read_text(fold(text))
    words = asked.split()
    return [
        (
            "=" if step.same else " ".join(words[slice(*step.asked)]),
            " ".join(reading.folded[slice(*step.found)]),
        )
        for step in align(words, reading, start, end)
    ]


@pytest.mark.parametrize(
    ("asked", "text", "steps"),
    [
        pytest.param("b c", "a b c d", [("=", "b c")], id="the very words"),
        pytest.param(
            "one two three", "x one 2 three y", [("=", "one"), ("two", "2"), ("=", "three")],
            id="another word",
        ),
        pytest.param(
            "one three", "x one two three", [("=", "one"), ("", "two"), ("=", "three")],
            id="a word left out",
        ),
        pytest.param(
            "one two three", "one three", [("=", "one"), ("two", ""), ("=", "three")],
            id="a word put in",
        ),
        pytest.param("I want peace", "so we want peace", [("I", "we"), ("=", "want peace")],
                     id="another first word"),
        pytest.param("want war now", "want war then.", [("=", "want war"), ("now", "then")],
                     id="another last word"),
        pytest.param("I want peace", "So. Want peace", [("I", ""), ("=", "want peace")],
                     id="nothing beside it in its sentence"),
        pytest.param("want peace today", "want peace", [("=", "want peace"), ("today", "")],
                     id="nothing behind it"),
        pytest.param("a b c d want it", "w x y z want it", [("a b c d", ""), ("=", "want it")],
                     id="too many at the edge"),
        pytest.param("we shall want war", "we will want peace",
                     [("=", "we"), ("shall", "will"), ("=", "want"), ("war", "peace")],
                     id="few words the same"),
        pytest.param(
            "the peace of paris",
            "the long and very tedious story: peace of paris",
            [("the", "tedious story"[8:]), ("=", "peace of paris")],
            id="a common word far off",
        ),
        pytest.param("no such words", "of all of these", [], id="nothing"),
    ],
)  # fmt: skip
def test_steps(asked: str, text: str, steps: list[tuple[str, str]]) -> None:
    assert aligned(asked, text) == steps


def test_the_place_with_most_of_the_words_is_taken() -> None:
    text = "peace of a kind, many words apart from it all, and then the peace of Paris at last"
    assert aligned("the peace of Paris".lower(), text) == [("=", "the peace of paris")]


def test_only_words_between_start_and_end_are_looked_at() -> None:
    assert aligned("b c", "b c a b c a", 1, 4) == [("=", "b"), ("c", "")]
    assert aligned("b c", "b c a b c a", 2, 6) == [("=", "b c")]


words = st.lists(st.sampled_from("abcdefg"), max_size=30)


def most_shared(asked: list[str], text: list[str]) -> int:
    """Of any run of words as long as a place may be."""
    length = len(asked) + max(3, len(asked) // 2)
    runs = (Counter(text[start : start + length]) for start in range(len(text) or 1))
    return max(sum((Counter(asked) & run).values()) for run in runs)


@given(words.filter(bool), words)
@example(list("aaa"), list("abbbbba"))  # as many as are wanted, but not in one place
def test_steps_run_through_all_that_is_asked_and_all_of_the_place(
    asked: list[str], text: list[str]
) -> None:
    reading = Reading(fold(" ".join(text)), range(len(text)), text)
    steps = align(asked, reading, 0, len(text))
    assert bool(steps) == (most_shared(asked, text) >= max(1, LEAST_SHARED * len(asked)))
    if not steps:
        return
    assert (steps[0].asked[0], steps[-1].asked[1]) == (0, len(asked))
    for step, following in pairwise(steps):
        assert step.asked[1] == following.asked[0]
        assert step.found[1] == following.found[0]
    for step in steps:
        same = asked[slice(*step.asked)] == text[slice(*step.found)]
        assert same or not step.same
