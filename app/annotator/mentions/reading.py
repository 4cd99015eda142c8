"""A document's tokens as the rules of names see them: every word with its classes."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from app.annotator.lexicon import Lexicon
from app.annotator.lexicon.names import NameLexicon
from app.annotator.lexicon.phrases import Phrase, Phrases, fold
from app.annotator.tokens import Tokens

_NOTHING: tuple[tuple[int, ...], dict[tuple[str, ...], Phrase]] = ((), {})
_GAP = 2  # code points between two words of one name; a line end inside a paragraph is one
_BEYOND = 8  # how far a rule looks past the ends of a text: there are empty words of no class


class _Folds(dict[str, str]):
    def __missing__(self, word: str) -> str:
        self[word] = folded = fold(word)
        return folded


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a text with the classes of each; `words[i]` has the bits `classes[i]`.

    Both go on with empty words of no class after the last, which stand before the first, too.
    `vocabulary` holds every word of the text as it is written.
    """

    text: str
    words: list[str]
    starts: array[int]
    ends: array[int]
    classes: list[int]
    folds: dict[str, str]
    vocabulary: frozenset[str]
    names: NameLexicon
    abbreviations: frozenset[str]

    def folded(self, index: int) -> str:
        """A word as the lexicon compares it; empty beyond the text."""
        return self.folds[self.words[index]]

    def exact(self, first: int, end: int) -> str:
        """The words of tokens `[first, end)` as the text has them."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def joins(self, index: int) -> bool:
        """Whether a token stands beside the one before it, with a space or without."""
        return self.starts[index] - self.ends[index - 1] <= _GAP

    def match(self, index: int, end: int, phrases: Phrases) -> tuple[int, Phrase] | None:
        """The longest name that begins at a token, and where it ends: not after `end`."""
        lengths, tails = phrases.get(self.folded(index), _NOTHING)
        for length in lengths:
            stop = index + 1 + length
            if stop <= end:
                phrase = tails.get(tuple([self.folded(at) for at in range(index + 1, stop)]))
                if phrase and all(self.joins(at) for at in range(index + 1, stop)):
                    return stop, phrase
        return None


def read(tokens: Tokens, lexicon: Lexicon) -> Reading:
    """The tokens with their classes."""
    written = lexicon.names.written
    return Reading(
        tokens.text,
        tokens.words + [""] * _BEYOND,
        tokens.starts,
        tokens.ends,
        [written[word] for word in tokens.words] + [0] * _BEYOND,
        _Folds(),
        frozenset(tokens.words),
        lexicon.names,
        lexicon.abbreviations,
    )
