import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparing.asking import Asked, ask
from app.comparing.normalizing import fold


def ways(exact: str) -> list[list[str]]:
    return [[" ".join(piece.folded) for piece in way] for way in ask(exact).readings]


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        pytest.param("We want peace.", [["we want peace"]], id="plain"),
        pytest.param('"We want peace."', [["we want peace"]], id="in marks"),
        pytest.param("We … peace", [["we", "peace"]], id="one character"),
        pytest.param("We ... peace", [["we", "peace"]], id="three dots"),
        pytest.param("We [...] peace", [["we", "peace"]], id="in brackets"),
        pytest.param("We (…) peace", [["we", "peace"]], id="in round brackets"),
        pytest.param("We . . . . peace", [["we", "peace"]], id="spaced dots"),
        pytest.param("… we want peace …", [["we want peace"]], id="at the ends"),
        pytest.param("U.S. troops. Peace.", [["u s troops peace"]], id="full stops"),
        pytest.param("a … " * 10, [["a"] * 10], id="many pieces"),
        pytest.param("a … " * 11, [[" ".join("a" * 11)]], id="too many pieces"),
        pytest.param(
            "Macron said: “We want … peace”",
            [["macron said we want", "peace"], ["we want", "peace"]],
            id="with its cue",
        ),
        pytest.param(
            "“We want,” he said, “peace now.”",
            [["we want he said peace now"], ["we want", "peace now"]],
            id="with its cue in the middle",
        ),
        pytest.param(
            "France wants “peace” in all of Karabakh",
            [["france wants peace in all of karabakh"]],
            id="one word in marks",
        ),
        pytest.param("Macron said: “We want peace", [["macron said we want peace"]], id="unclosed"),
        pytest.param("“…”", [], id="no words"),
        pytest.param("e\u0301te\u0301 ガ", [["ete カ\u3099"]], id="not in NFC"),
    ],
)
def test_readings(exact: str, expected: list[list[str]]) -> None:
    assert ways(exact) == expected


def test_what_is_beside_is_folded() -> None:
    assert ask("x", "Ankara — of “", "”, WHILE") == Asked(ask("x").readings, "ankara of", "while")


@given(st.text(st.characters(codec=None) | st.sampled_from('a “”"«».…[]')))
def test_no_word_is_lost(exact: str) -> None:
    words = fold(unicodedata.normalize("NFC", exact)).folded
    whole = ask(exact).readings[:1]
    assert [word for pieces in whole for piece in pieces for word in piece.folded] == words


@pytest.mark.parametrize("piece", ['"', "“", "…", ". ", "[", '"a', "a…", "…(", "\ud800", "a "])
def test_hostile_words_are_only_words(piece: str) -> None:
    ask(piece * 2_000)
