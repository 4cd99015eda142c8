"""How alike two wordings are, and where they differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, Postfix, Prefix

from app.comparing.normalizing import fold

LONG = 2_000  # words of a wording that are compared: the time grows with the product of both
_TOKEN = re.compile(r"\w+|\s+|.")

Side = Literal["both", "before", "after"]


def fold_words(wording: str) -> list[str]:
    """The first LONG words of a wording as likeness counts them: without marks, case, accents."""
    return fold(wording).folded[:LONG]


def likeness(before: Sequence[str], after: Sequence[str], least: float = 0.0) -> float:
    """The share of words that both have in the same order, from 0 to 1; 0 where under `least`.

    Twice the length of the longest common subsequence over the number of words of both: the
    normalized Indel similarity, here of words and not of letters.
    """
    if not before or not after:
        return 0.0
    return float(Indel.normalized_similarity(before, after, score_cutoff=least))


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both wordings, or in one of them alone."""

    text: str
    side: Side


def difference(before: str, after: str) -> list[Piece]:
    """How the one wording became the other, word by word and right to the character.

    The pieces that are not of `after` alone make up `before`, and the other way round.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    return [piece for piece in _pieces(old, new) if piece.text]


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    done, new_done = 0, 0
    for start, new_start, size in _matches(old, new):
        same = "".join(old[start : start + size])
        if same.isspace():  # two words changed beside each other are one change
            continue
        yield Piece("".join(old[done:start]), "before")
        yield Piece("".join(new[new_done:new_start]), "after")
        yield Piece(same, "both")
        done, new_done = start + size, new_start + size


def _matches(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Where in both the same tokens stand, and how many; the last are at the ends.

    Of long wordings only those before the first that differs and behind the last.
    """
    if len(old) <= LONG and len(new) <= LONG:
        blocks = Indel.opcodes(old, new).as_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks]
    before = Prefix.similarity(old, new)
    behind = Postfix.similarity(old[before:], new[before:])
    return [(0, 0, before), (len(old) - behind, len(new) - behind, behind)]
