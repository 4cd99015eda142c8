"""A way to read a text: all its words in a row, or only those of one quote's content.

A quote goes round without the cue that stands in its middle: “A,” he said, “B.” is passed on as
"A B". So the content of a quote, read in a row, is a text of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.comparing.normalizing import Words
from app.standoff import Span

_SENTENCE_END = re.compile(r"[.?!…\n]")


@dataclass(frozen=True, slots=True)
class Reading:
    """Some words of a text in their order: `folded[i]` is word number `numbers[i]` of the text."""

    words: Words
    numbers: Sequence[int]
    folded: list[str]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The words from `start` to before `end`, cut where the text has others in between."""
        first = start
        for place in range(start + 1, end + 1):
            if place == end or self.numbers[place] != self.numbers[place - 1] + 1:
                yield first, place
                first = place

    def span(self, start: int, end: int) -> Span:
        """Where a run of words stands."""
        return self.words.span(self.numbers[start], self.numbers[end - 1])

    def goes_on(self, place: int) -> bool:
        """Whether the word at `place` stands in one sentence with the one before it."""
        if not 0 < place < len(self.folded):
            return False
        before, word = self.numbers[place - 1], self.numbers[place]
        between = self.words.text[self.words.ends[before] : self.words.starts[word]]
        return not _SENTENCE_END.search(between)


def read_text(words: Words) -> Reading:
    """All words of the text."""
    return Reading(words, range(len(words.folded)), words.folded)


def read_content(words: Words, content: Iterable[Span]) -> Reading:
    """The words in these spans, in a row."""
    numbers = [
        number
        for span in content
        for number in range(
            bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        )
    ]
    return Reading(words, numbers, [words.folded[number] for number in numbers])
