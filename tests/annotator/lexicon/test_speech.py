from typing import Any

import pytest

from app.annotator.lexicon import speech
from app.annotator.lexicon.speech import load_speech
from app.errors import LexiconError


@pytest.mark.parametrize(
    ("word", "form"),
    [
        pytest.param("says", "third", id="irregular"),
        pytest.param("written", "participle", id="participle of its own"),
        pytest.param("denied", "past", id="y after a consonant"),
        pytest.param("portrayed", "past", id="y after a vowel"),
        pytest.param("describing", "ing", id="final e"),
        pytest.param("confesses", "third", id="hissing end"),
        pytest.param("Claims", "noun", id="capital"),
    ],
)
def test_forms(word: str, form: str) -> None:
    assert form in [each for each, _ in load_speech().cues[word]]


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        pytest.param(
            {"cues.toml": {"verb": [{"words": ["say"], "takes": ["salt"]}], "noun": []}},
            "takes what nothing takes",
            id="a frame nobody knows",
        ),
        pytest.param({"grammar.toml": {"verbs": frozenset()}}, "must have", id="a list missing"),
    ],
)
def test_a_wrong_file_is_named(
    tables: dict[str, Any], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for reader in ("read_table", "read_words"):
        real = getattr(speech, reader)
        monkeypatch.setattr(
            speech, reader, lambda name, real=real: tables[name] if name in tables else real(name)
        )
    with pytest.raises(LexiconError, match=says):
        load_speech()
