"""Asked words beside the words of a reading: which are the same, in the same order, and where.

Numbers here count words, not code points.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from app.comparing.reading import Reading

LEAST_SHARED = 0.4  # of the characters asked for, in words that are the same
_EDGE = 3  # as many words at an edge of a place may be others than those asked for


@dataclass(frozen=True, slots=True)
class Step:
    """Words asked for, from number `asked[0]` to before `asked[1]`, and what was found for them:
    the same words, or others in their place. Either may be none.
    """

    same: bool
    asked: tuple[int, int]
    found: tuple[int, int]


def align(asked: Sequence[str], reading: Reading, start: int, end: int) -> list[Step]:
    """The place between the words `start` and `end` of a reading that has most of the asked words.

    Its steps run through all asked words, and through all words of the place. Empty where it has
    less than LEAST_SHARED of them. Where the first or last few words asked for are not there, what
    stands beside the others in their sentence is taken to stand in their place. Linear in the words
    of the reading.
    """
    end = min(end, len(reading.folded))
    slack = max(_EDGE, len(asked) // 2)
    densest = _find_densest(asked, reading.folded[start:end], len(asked) + slack)
    if densest is None:
        return []
    low = max(start, start + densest - slack)
    high = min(end, start + densest + len(asked) + 2 * slack)
    kept = _trim(_steps(asked, reading.folded, low, high), reading.folded)
    low = kept[0].found[0] - _beside(reading, kept[0].found[0], -1, kept[0].asked[0], start)
    wanted = len(asked) - kept[-1].asked[1]
    high = kept[-1].found[1] + _beside(reading, kept[-1].found[1], 1, wanted, end)
    return _steps(asked, reading.folded, low, high)


def _find_densest(asked: Sequence[str], words: Sequence[str], length: int) -> int | None:
    """Where the `length` words begin that have most of the asked ones, counted in characters."""
    least = LEAST_SHARED * sum(map(len, asked))
    present = set(words)
    if sum(len(word) for word in asked if word in present) < least:
        return None
    missing = Counter(asked)
    weight = most = 0
    densest = None
    for end, word in enumerate(words):
        if end >= length and (leaving := words[end - length]) in missing:
            missing[leaving] += 1
            weight -= len(leaving) if missing[leaving] > 0 else 0
        if word in missing:
            missing[word] -= 1
            weight += len(word) if missing[word] >= 0 else 0
        if weight > most:
            most, densest = weight, max(0, end - length + 1)
    return densest if most >= least else None


def _steps(asked: Sequence[str], words: Sequence[str], low: int, high: int) -> list[Step]:
    """From the asked words to the words between `low` and `high`, with the fewest others."""
    opcodes = Indel.opcodes(asked, words[low:high])
    steps = []
    for same, group in groupby(opcodes, key=lambda opcode: opcode.tag == "equal"):
        run = list(group)
        first, last = run[0], run[-1]
        found = (low + first.dest_start, low + last.dest_end)
        steps.append(Step(same, (first.src_start, last.src_end), found))
    return steps


def _trim(steps: Sequence[Step], words: Sequence[str]) -> Sequence[Step]:
    """From the first to the last of the same words, without those so far off that twice their
    characters do not outweigh those of the other words in between (a maximum subarray).
    """
    most = first = last = 0
    gain = begin = 0
    for number, step in enumerate(steps):
        size = sum(map(len, words[step.found[0] : step.found[1]]))
        if gain <= 0:
            gain, begin = 0, number
        gain += 2 * size if step.same else -size
        if gain > most:
            most, first, last = gain, begin, number
    return steps[first : last + 1]


def _beside(reading: Reading, place: int, direction: int, wanted: int, limit: int) -> int:
    """How many words beside a place stand where as many as `wanted` were asked for: those of its
    sentence, and none where that would be more than a few.
    """
    many = 0
    if wanted <= _EDGE:
        while many < wanted and place != limit and reading.goes_on(place):
            place, many = place + direction, many + 1
    return many
