"""Reading and checking the lexicon's TOML files."""

import tomllib
from importlib.resources import files
from typing import Any

from app.errors import LexiconError


def read_table(name: str) -> dict[str, Any]:
    """The content of one file of app/annotator/data. Raises LexiconError where it is no TOML."""
    try:
        return tomllib.loads((files("app.annotator") / "data" / name).read_text("utf-8"))
    except (OSError, ValueError) as error:  # no such file, not UTF-8, not TOML
        raise LexiconError(f"{name}: {error}") from None


def read_words(name: str) -> dict[str, frozenset[str]]:
    """A file of named word lists. Raises LexiconError where it is not, or repeats a word."""
    return {key: _checked(f"{name}: {key}", words) for key, words in read_table(name).items()}


def _checked(where: str, words: object) -> frozenset[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise LexiconError(f"{where} must be a list of words")
    if len(set(words)) < len(words):
        twice = sorted({word for word in words if words.count(word) > 1})
        raise LexiconError(f"{where} says twice: {', '.join(twice)}")
    return frozenset(words)
