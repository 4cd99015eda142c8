from pathlib import Path

import pytest

from app.annotator.lexicon import files, load_lexicon
from app.annotator.lexicon.files import read_table, read_words
from app.errors import LexiconError


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of app/annotator/data."""
    monkeypatch.setattr(files, "files", lambda package: tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def test_the_shipped_lexicon_loads() -> None:
    assert load_lexicon() is load_lexicon()


def test_table(data: Path) -> None:
    (data / "x.toml").write_text('[a]\nb = "Å"\n', "utf-8")
    assert read_table("x.toml") == {"a": {"b": "Å"}}


def test_words(data: Path) -> None:
    (data / "x.toml").write_text('a = ["b", "c"]\nd = []\n')
    assert read_words("x.toml") == {"a": frozenset({"b", "c"}), "d": frozenset()}


def test_a_missing_file(data: Path) -> None:
    with pytest.raises(LexiconError, match=r"^x\.toml: .*No such file"):
        read_table("x.toml")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param("a = [", "x.toml: ", id="no TOML"),
        pytest.param("a = 1\na = 2", "x.toml: ", id="a key twice"),
        pytest.param('a = "b"', "x.toml: a must be a list of words", id="no list"),
        pytest.param("a = [1]", "x.toml: a must be a list of words", id="no word"),
        pytest.param('a = ["b", ""]', "x.toml: a must be a list of words", id="an empty word"),
        pytest.param('[a]\nb = ["c"]', "x.toml: a must be a list of words", id="a table"),
        pytest.param(
            'a = ["c", "b", "d", "c", "b"]', "x.toml: a says twice: b, c", id="words twice"
        ),
    ],
)
def test_what_is_no_word_list(data: Path, content: str, reason: str) -> None:
    (data / "x.toml").write_text(content)
    with pytest.raises(LexiconError) as caught:
        read_words("x.toml")
    assert str(caught.value).startswith(reason)
