"""Pieces of asked words found in a reading, and what that comes to as a place in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import NamedTuple

from rapidfuzz import fuzz

from app.comparing.aligning import Step
from app.comparing.asking import Asked, Pieces
from app.comparing.normalizing import Words
from app.comparing.reading import Reading
from app.standoff import Span


@dataclass(frozen=True, slots=True)
class Part:
    """Words asked for (empty where none were) and what stands there for them, if anything."""

    asked: str
    found: Span | None
    differs: bool


class Rank(NamedTuple):
    """How well a place answers, the smallest the best: the very words before others; all that was
    asked (way 0 of `Asked.readings`) before what stands in quotation marks alone; and where prefix
    and suffix fit before where they do not.
    """

    differs: bool
    way: int = 0
    unfit: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where asked words stand: in one span, or in several with other words between.

    `parts` run through all that was asked and all that was found. `score` is 100 where nothing
    differs; else twice the characters that both have in the same order, as a percentage of the
    characters of both (the normalized Indel similarity of the folded words), rounded down to a
    tenth.
    """

    spans: tuple[Span, ...]
    parts: tuple[Part, ...]
    score: float
    rank: Rank

    @property
    def is_exact(self) -> bool:
        """Whether nothing differs."""
        return not self.rank.differs


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces asked for and, for each, the steps that it was found with (none: not found)."""

    reading: Reading
    pieces: Pieces
    steps: Sequence[Sequence[Step]]

    def spans(self) -> tuple[Span, ...]:
        """From the first word found for each piece to the last, other words of the text left out
        only where the reading leaves them out.
        """
        return tuple(
            self.reading.span(*run)
            for steps in self.steps
            if steps
            for run in self.reading.runs(steps[0].found[0], steps[-1].found[1])
        )

    def fits(self, asked: Asked) -> bool:
        """Whether the words right before and behind are those of prefix and suffix.

        Either may begin or end within a word at its far end.
        """
        found = [step.found for steps in self.steps for step in steps if step.same]
        words, numbers = self.reading.words, self.reading.numbers
        first, last = numbers[found[0][0]], numbers[found[-1][1] - 1]
        before = words.folded[max(0, first - len(asked.prefix.split())) : first]
        behind = words.folded[last + 1 : last + 1 + len(asked.suffix.split())]
        return " ".join(before).endswith(asked.prefix) and " ".join(behind).startswith(asked.suffix)

    def place(self, asked: Asked) -> Place:
        """What this comes to."""
        spans, parts = self.spans(), tuple(self._parts())
        if any(part.differs for part in parts):
            return Place(spans, parts, self._score(), Rank(differs=True))
        rank = Rank(False, asked.readings.index(self.pieces), not self.fits(asked))
        return Place(spans, parts, 100.0, rank)

    def _parts(self) -> Iterator[Part]:
        for piece, steps in zip(self.pieces, self.steps, strict=True):
            for step in steps or [Step(False, (0, len(piece.folded)), (0, 0))]:
                yield from self._parts_of(step, piece)

    def _parts_of(self, step: Step, piece: Words) -> Iterator[Part]:
        """One part a step; or one for each run of what was found, where that has several."""
        first, end = step.asked
        runs = list(self.reading.runs(*step.found))
        for start, behind in runs:
            upto = first + behind - start if step.same else end
            yield Part(piece.cut(first, upto), self.reading.span(start, behind), not step.same)
            first = upto
        if not runs:
            yield Part(piece.cut(first, end), None, differs=True)

    def _score(self) -> float:
        asked = " ".join(word for piece in self.pieces for word in piece.folded)
        found = " ".join(
            word
            for steps in self.steps
            if steps
            for word in self.reading.folded[steps[0].found[0] : steps[-1].found[1]]
        )
        return floor(fuzz.ratio(asked, found) * 10) / 10
