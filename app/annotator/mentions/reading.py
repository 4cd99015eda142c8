"""A document's tokens as the rules of names see them: every word with its classes."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.annotator.lexicon import Lexicon
from app.annotator.lexicon.classes import (
    CALENDAR,
    CAPITAL,
    COMPOUND,
    FUNCTION,
    PARTICLE,
    PEOPLE,
    UPPER,
)
from app.annotator.lexicon.names import NameLexicon
from app.annotator.lexicon.phrases import Phrase, Phrases, fold
from app.annotator.tokens import Tokens

_NOTHING: tuple[tuple[int, ...], dict[tuple[str, ...], Phrase]] = ((), {})
_LONGEST_WORD = 60  # letters; what is longer is no name
_GAP = 2  # code points between two words of one name; a line end inside a paragraph is one


_INITIAL = ("", ".")  # what follows the letter of an initial


class _Classes(dict[str, int]):
    """The classes of the words of one text, worked out once a word."""

    def __init__(self, names: NameLexicon) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, word: str) -> int:
        self[word] = bits = _classify(word, self._names)
        return bits


class _Folds(dict[str, str]):
    def __missing__(self, word: str) -> str:
        self[word] = folded = fold(word)
        return folded


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a text with the classes of each; `words[i]` has the bits `classes[i]`.

    `vocabulary` holds every word of the text as it is written.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: list[int]
    folds: dict[str, str]
    vocabulary: Mapping[str, int]
    names: NameLexicon
    abbreviations: frozenset[str]

    def folded(self, index: int) -> str:
        """A word as the lexicon compares it; empty beyond the text."""
        return self.folds[self.words[index]] if 0 <= index < len(self.words) else ""

    def bits(self, index: int) -> int:
        """The classes of a word; none beyond the text."""
        return self.classes[index] if 0 <= index < len(self.classes) else 0

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
    classes = _Classes(lexicon.names)
    return Reading(
        tokens.text,
        tokens.words,
        tokens.starts,
        tokens.ends,
        [classes[word] for word in tokens.words],
        _Folds(),
        classes,
        lexicon.names,
        lexicon.abbreviations,
    )


def _classify(word: str, names: NameLexicon) -> int:
    if word[0].isupper():
        bits = names.classes.get(fold(word), 0)
        return bits | _written_large(word, bits, names)
    bits = names.classes.get(word, 0)
    head, hyphen, tail = word.partition("-")
    if hyphen and tail[:1].isupper() and names.classes.get(head, 0) & PARTICLE:
        return bits | CAPITAL  # al-Rashidi
    return bits


def _written_large(word: str, bits: int, names: NameLexicon) -> int:
    """CAPITAL only where the word may begin a name; an adjective made of a name is a people's."""
    if word in names.acronyms:
        return CAPITAL | UPPER
    if bits & (FUNCTION | CALENDAR) or word in names.no_actors or _is_code(word):
        return 0
    first, hyphen, last = word.rpartition("-")
    if hyphen and (names.classes.get(last, 0) & COMPOUND or (first.isupper() and last.islower())):
        return PEOPLE
    if hyphen and len(first) == 1:
        return 0  # X-ray
    if hyphen and len(first) > 1 and first.isupper():
        return CAPITAL | UPPER  # an institute and its town: IKT-Lund
    return CAPITAL | UPPER if word.isupper() and word[1:2] not in _INITIAL else CAPITAL


def _is_code(word: str) -> bool:
    """An address, a letter and a number ("B2", "A10"), or letters without end."""
    return "@" in word or len(word) > _LONGEST_WORD or (len(word) < 4 and word[-1].isdigit())
