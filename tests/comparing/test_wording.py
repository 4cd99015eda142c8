import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparing.wording import LONG, difference, fold_words, likeness

wordings = st.text(alphabet=st.sampled_from("ab ,.\n“é😀"), max_size=40)


@pytest.mark.parametrize(
    ("before", "after", "score"),
    [
        pytest.param("We will not go.", "We will not go.", 1.0, id="the same"),
        pytest.param("We will not go.", "“WE will, not go”", 1.0, id="other marks and case"),
        pytest.param("We will go now", "We will go soon", 0.75, id="one of four words"),
        pytest.param("We will go", "We will not go", 6 / 7, id="one more word"),
        pytest.param("one two three", "three two one", 1 / 3, id="another order"),
        pytest.param("one two", "three four", 0.0, id="nothing in common"),
        pytest.param("…", "—", 0.0, id="no words at all"),
    ],
)
def test_how_alike_wordings_are(before: str, after: str, score: float) -> None:
    assert likeness(fold_words(before), fold_words(after)) == pytest.approx(score)


def test_what_is_less_alike_is_not_alike() -> None:
    assert likeness(["a", "b"], ["a", "c"], least=0.5) == 0.5
    assert likeness(["a", "b"], ["a", "c"], least=0.6) == 0.0


@given(wordings, wordings)
def test_likeness_is_a_share_and_does_not_care_which_comes_first(one: str, other: str) -> None:
    words, others = fold_words(one), fold_words(other)
    assert 0 <= likeness(words, others) == likeness(others, words) <= 1


def test_a_difference_marks_words_and_not_letters() -> None:
    pieces = difference("The end, of all things.", "The bitter end of all things!")
    assert [(piece.side, piece.text) for piece in pieces] == [
        ("both", "The "),
        ("after", "bitter "),
        ("both", "end"),
        ("before", ","),
        ("both", " of all things"),
        ("before", "."),
        ("after", "!"),
    ]


def test_words_changed_beside_each_other_are_one_change() -> None:
    pieces = difference("We fought the war (of words)", "We fought in peace of words")
    assert [(piece.side, piece.text) for piece in pieces] == [
        ("both", "We fought "),
        ("before", "the war ("),
        ("after", "in peace "),
        ("both", "of words"),
        ("before", ")"),
    ]


@given(wordings, wordings)
def test_a_difference_gives_both_wordings_to_the_character(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(piece.text for piece in pieces if piece.side != "after") == before
    assert "".join(piece.text for piece in pieces if piece.side != "before") == after
    assert all(piece.text for piece in pieces)


def test_of_long_wordings_only_the_ends_are_told_apart() -> None:
    middle = " word" * LONG
    pieces = difference(f"We{middle} go.", f"We all{middle} must go.")
    assert [(piece.side, piece.text) for piece in pieces] == [
        ("both", "We "),
        ("before", middle[1:]),
        ("after", f"all{middle} must"),
        ("both", " go."),
    ]
