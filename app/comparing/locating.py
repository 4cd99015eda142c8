"""Where asked words stand in a text: to the word, or nearly so.

Only words count (normalizing.py). Where words were left out of what is asked, its pieces stand in
their order, and at most LEFT_OUT words of the text are in none of them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal

from app.comparing.aligning import Step, align
from app.comparing.asking import Asked, Pieces
from app.comparing.matching import Match, Place
from app.comparing.normalizing import Words
from app.comparing.reading import Reading, read_content, read_text
from app.standoff import Span

LEFT_OUT = 200  # words
MOST_PLACES = 20  # that are told; of one more it is only told that there are more
LEAST_SCORE = 60.0  # of what is nearly the words asked for
_MOST_LOOKED_AT = 100_000  # exact places of one text: no article has as many

Status = Literal["unique", "ambiguous", "approximate", "absent"]


def locate(words: Words, contents: Iterable[Sequence[Span]], asked: Asked) -> list[Place]:
    """The places of a text that are most like what is asked.

    `contents` are the spans of each quote whose content has several. Either every place is exact,
    in the order of the text and at most MOST_PLACES + 1; or there is one alone, with a score of
    LEAST_SCORE or more; or none. Linear in the length of the text.
    """
    readings = [read_text(words), *(read_content(words, content) for content in contents)]
    exact = _exact_places(readings, asked)
    return exact or _nearest_place(readings, asked)


def status(places: Sequence[Place]) -> Status:
    """What to say of the places that are most like what is asked."""
    if not places:
        return "absent"
    if not places[0].is_exact:
        return "approximate"
    return "unique" if len(places) == 1 else "ambiguous"


def _exact_places(readings: Sequence[Reading], asked: Asked) -> list[Place]:
    for pieces in asked.readings:
        found = [match for reading in readings for match in _find_exact(reading, pieces, asked)]
        different = list({match.spans(): match for match in reversed(found)}.values())
        different.sort(key=Match.spans)
        fitting = [match for match in different if match.fits(asked)] or different
        if fitting:
            return [match.place(asked) for match in fitting[: MOST_PLACES + 1]]
    return []


def _find_exact(reading: Reading, pieces: Pieces, asked: Asked) -> Iterator[Match]:
    """The tightest places of all pieces in their order, of the first _MOST_LOOKED_AT that the
    first piece has; and no more than can be told, where prefix and suffix do not choose among them.
    """
    row = f" {' '.join(reading.folded)} "
    begins = [list(_occurrences(row, piece.folded)) for piece in pieces]
    many = _MOST_LOOKED_AT if asked.prefix or asked.suffix or len(pieces) > 1 else MOST_PLACES + 1
    tightest: dict[int, list[Step]] = {}
    for first in islice(begins[0], many):
        steps = _follow(first, begins, pieces)
        if steps:
            tightest[steps[-1].found[0]] = steps
    for steps in tightest.values():
        yield Match(reading, pieces, [[step] for step in steps])


def _occurrences(row: str, piece: Sequence[str]) -> Iterator[int]:
    """The numbers of the words where a piece begins, those within one before left out."""
    needle = f" {' '.join(piece)} "
    number = passed = 0
    while (place := row.find(needle, passed)) >= 0:
        number += row.count(" ", passed, place)
        yield number
        number += len(piece)
        passed = place + len(needle) - 1


def _follow(first: int, begins: Sequence[list[int]], pieces: Pieces) -> list[Step]:
    """Where the first piece stands there, where the others do; empty where that is too far off."""
    steps: list[Step] = []
    end, many = first, 0
    for piece, places in zip(pieces, begins, strict=True):
        place = bisect_left(places, end)
        if place == len(places):
            return []
        begin, size = places[place], len(piece.folded)
        end, many = begin + size, many + size
        steps.append(Step(True, (0, size), (begin, end)))
    return steps if end - first - many <= LEFT_OUT else []


def _nearest_place(readings: Sequence[Reading], asked: Asked) -> list[Place]:
    near = [
        match.place(asked)
        for pieces in asked.readings
        for reading in readings
        for match in _find_near(reading, pieces)
    ]
    nearest = max(near, key=lambda place: place.score, default=None)
    return [nearest] if nearest and nearest.score >= LEAST_SCORE else []


def _find_near(reading: Reading, pieces: Pieces) -> Iterator[Match]:
    """The longest piece where most of it stands, and the others within LEFT_OUT words of it."""
    sizes = [sum(map(len, piece.folded)) for piece in pieces]
    longest = sizes.index(max(sizes))
    steps: list[Sequence[Step]] = [()] * len(pieces)
    steps[longest] = align(pieces[longest].folded, reading, 0, len(reading.folded))
    if not steps[longest]:
        return
    low, high = steps[longest][0].found[0], steps[longest][-1].found[1]
    left_out = 0
    for number in range(longest + 1, len(pieces)):
        asked = pieces[number].folded
        steps[number] = align(asked, reading, high, high + LEFT_OUT - left_out + len(asked))
        if steps[number]:
            left_out += steps[number][0].found[0] - high
            high = steps[number][-1].found[1]
    for number in reversed(range(longest)):
        asked = pieces[number].folded
        start = max(0, low - LEFT_OUT + left_out - len(asked))
        steps[number] = align(asked, reading, start, low)
        if steps[number]:
            left_out += low - steps[number][-1].found[1]
            low = steps[number][0].found[0]
    yield Match(reading, pieces, steps)
