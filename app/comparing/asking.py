"""What somebody asks for: a quote as it is remembered, typed or passed on."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.comparing.normalizing import Words, fold

# Words left out: dots in a row or the sign for them, in brackets or not.
_ELLIPSIS = re.compile(r"[\[(]?(?:…|\.(?: ?\.)+)[\])]?")
_MOST_PIECES = 10  # what has more dots than this is no quote: its dots are then only dots
_GOOD_PART = 3  # a third: a name, a title and a cue are often longer than what was said
_QUOTED = re.compile('[“”„‟«»"]([^“”„‟«»"]+)[“”‟«»"]')

Pieces = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words to look for, in pieces between which words may have been left out.

    `readings` are the ways to take them, the first one first: all of them; and, where that is a
    good part of them, only those in quotation marks (`Macron said: "We want …"`). Without a word
    there is none. `prefix` and `suffix` are what stands right before and behind, folded.
    """

    readings: tuple[Pieces, ...]
    prefix: str = ""
    suffix: str = ""


def ask(exact: str, prefix: str = "", suffix: str = "") -> Asked:
    """What these words ask for; linear in their length."""
    typed = unicodedata.normalize("NFC", exact)
    whole = _pieces([typed])
    quoted = _pieces(_QUOTED.findall(typed))
    ways = [whole] if whole else []
    if _folded(quoted) != _folded(whole) and _size(quoted) * _GOOD_PART >= _size(whole):
        ways.append(quoted)
    return Asked(tuple(ways), _beside(prefix), _beside(suffix))


def _pieces(stretches: Iterable[str]) -> Pieces:
    pieces = [piece for stretch in stretches for piece in _ELLIPSIS.split(stretch)]
    filled = tuple(words for words in map(fold, pieces) if words.folded)
    if len(filled) <= _MOST_PIECES:
        return filled
    return (fold(" ".join(pieces)),)


def _folded(pieces: Pieces) -> list[list[str]]:
    return [words.folded for words in pieces]


def _size(pieces: Pieces) -> int:
    return sum(len(word) for words in pieces for word in words.folded)


def _beside(typed: str) -> str:
    return " ".join(fold(unicodedata.normalize("NFC", typed)).folded)
