"""A text cut where marks begin and end, so that marks may overlap in any way."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar

from app.standoff import Span

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Mark(Generic[Meaning]):
    """Words of the text to be marked, and what the mark means.

    A mark that another one cuts in two is opened a second time: `continued` then says so.
    """

    span: Span
    meaning: Meaning
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Piece(Generic[Meaning]):
    """Words that bear the same marks: what ends before them (the innermost first), what begins
    there (the outermost first), and the words. The words of all pieces together are the text, and
    what begins and ends is properly nested.
    """

    words: str
    ends: list[Mark[Meaning]]
    begins: list[Mark[Meaning]]


def cut(
    text: str, blocks: Sequence[Span], marks: Iterable[Mark[Meaning]]
) -> list[list[Piece[Meaning]]]:
    """The pieces of each block of the text (blocks in the order of the text), of which the last is
    empty: it only ends what is open.

    Marks that begin together nest with the longest outermost, then as given; one that leaves its
    block is left out. Linear in text and marks, but for their sorting.
    """
    starts = [block.start for block in blocks]
    inside: list[list[Mark[Meaning]]] = [[] for _ in blocks]
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        number = bisect_right(starts, mark.span.start) - 1
        if number >= 0 and blocks[number].contains(mark.span):
            inside[number].append(mark)
    return [list(_pieces(text, *each)) for each in zip(blocks, inside, strict=True)]


def _pieces(text: str, block: Span, marks: Sequence[Mark[Meaning]]) -> Iterator[Piece[Meaning]]:
    edges = {edge for mark in marks for edge in (mark.span.start, mark.span.end)}
    places = sorted({block.start, block.end, *edges})
    waiting = deque(marks)
    bearing: list[Mark[Meaning]] = []
    for place, following in pairwise([*places, block.end]):
        ends, begins = _end(bearing, place)
        while waiting and waiting[0].span.start == place:
            begins.append(waiting.popleft())
        bearing += begins
        yield Piece(text[place:following], ends, begins)


def _end(
    bearing: list[Mark[Meaning]], place: int
) -> tuple[list[Mark[Meaning]], list[Mark[Meaning]]]:
    """Takes off what ends here, and with it what began inside but goes on: that begins again."""
    outermost = next((n for n, mark in enumerate(bearing) if mark.span.end == place), len(bearing))
    ends = bearing[outermost:]
    del bearing[outermost:]
    again = [replace(mark, continued=True) for mark in ends if mark.span.end > place]
    return ends[::-1], again
