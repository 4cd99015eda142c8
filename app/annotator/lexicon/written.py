"""What a word says as it is written: its classes, and whether it may begin a name."""

from collections.abc import Container, Mapping

from app.annotator.lexicon.classes import (
    CALENDAR,
    CAPITAL,
    COMPOUND,
    FUNCTION,
    PARTICLE,
    PEOPLE,
    UPPER,
)
from app.annotator.lexicon.phrases import fold

_MOST = 1 << 16  # words remembered at a time; few texts have as many different ones
_LONGEST_WORD = 60  # letters; what is longer is no name
_INITIAL = ("", ".")  # what follows the letter of an initial


class Written(dict[str, int]):
    """The classes of words as they are written, worked out once a word and then remembered.

    What is remembered changes no answer, so one serves every thread.
    """

    def __init__(
        self, classes: Mapping[str, int], acronyms: Container[str], no_actors: Container[str]
    ) -> None:
        super().__init__()
        self._classes = classes
        self._acronyms = acronyms
        self._no_actors = no_actors

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        self[word] = bits = self._classify(word)
        return bits

    def _classify(self, word: str) -> int:
        if word[0].isupper():
            bits = self._classes.get(fold(word), 0)
            return bits | self._written_large(word, bits)
        bits = self._classes.get(word, 0)
        head, hyphen, tail = word.partition("-")
        if hyphen and tail[:1].isupper() and self._classes.get(head, 0) & PARTICLE:
            return bits | CAPITAL  # al-Rashidi
        return bits

    def _written_large(self, word: str, bits: int) -> int:
        """CAPITAL only where the word may begin a name; an adjective of a name is a people's."""
        if word in self._acronyms:
            return CAPITAL | UPPER
        if bits & (FUNCTION | CALENDAR) or word in self._no_actors or _is_code(word):
            return 0
        first, hyphen, last = word.rpartition("-")
        if hyphen:
            return self._written_with_hyphen(first, last)
        return CAPITAL | UPPER if word.isupper() and word[1:2] not in _INITIAL else CAPITAL

    def _written_with_hyphen(self, first: str, last: str) -> int:
        if len(first) == 1:
            return 0  # X-ray
        if self._classes.get(last, 0) & COMPOUND or (first.isupper() and last.islower()):
            return PEOPLE  # Lima-backed
        return CAPITAL | UPPER if first.isupper() else CAPITAL  # IKT-Lund


def _is_code(word: str) -> bool:
    """An address, a letter and a number ("B2", "A10"), or letters without end."""
    return "@" in word or len(word) > _LONGEST_WORD or (len(word) < 4 and word[-1].isdigit())
