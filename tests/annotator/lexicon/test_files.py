from pathlib import Path

import pytest

from app.annotator.lexicon import files
from app.errors import LexiconError


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"^no-such\.toml: "):
        files.read_table("no-such.toml")


def test_a_file_of_other_things_is_no_word_list() -> None:
    with pytest.raises(LexiconError, match=r"^states\.toml: members must be a list of words$"):
        files.read_words("states.toml")


def test_a_list_that_repeats_a_word_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.toml").write_text('verbs = ["say", "say"]')
    monkeypatch.setattr(files, "files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=r"^words\.toml: verbs says twice: say$"):
        files.read_words("words.toml")
