"""Which thing in one text is which in another, when both were found without knowing of each other.

Things are anchored again as the W3C Web Annotation Data Model selects them: by their exact words
(section 4.2.4), of equal ones where the position leads (4.2.5), carried along with the paragraph
it is in; and where the words are gone, by words that are alike, as Hypothesis anchors fuzzily.
What is there once in both texts is paired before all else, as in P. Heckel, "A technique for
isolating differences between files" (CACM 21:4, 1978).
"""

import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from app.comparing.wording import fold_words, likeness
from app.standoff import Span

ALIKE = 0.5  # the share of words in common that makes two wordings one
ALIKE_OF_ANOTHER = 0.75  # the same, where another is said to speak
_NEAR = 16  # how many are looked at before and behind where one should be: so time stays linear

Pairs = dict[int, int]
Places = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Anchor:
    """All of a thing that is compared: its words, and where they stand in one text.

    Those with the same `id` and words are the same thing. `about` must be the same in both texts;
    another `speaker` only makes it less likely that two are one.
    """

    id: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    about: str = ""
    speaker: str | None = None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start


def pair(before: Sequence[Anchor], after: Sequence[Anchor], places: Places = ()) -> Pairs:
    """For each of `before` that is there again, by its index, the index in `after`.

    `places` are starts in both texts that belong together, in the order of the first: they tell
    where in the second to look. Without any, what is already paired does.
    """
    pairs: Pairs = {}
    for find_rivals in (_find_same, _find_equal, _find_alike):
        known = places or [(before[i].start, after[j].start) for i, j in sorted(pairs.items())]
        taken = set(pairs.values())
        left = {i: anchor for i, anchor in enumerate(before) if i not in pairs}
        free = {j: anchor for j, anchor in enumerate(after) if j not in taken}
        for _, _, i, j in sorted(find_rivals(left, free, known)):
            if i not in pairs and j not in taken:
                pairs[i] = j
                taken.add(j)
    return pairs


# How unlikely, how far off, and the two indexes: the smallest is the best.
_Rival = tuple[float, int, int, int]
_Left = dict[int, Anchor]


def _find_same(before: _Left, after: _Left, _places: Places) -> Iterator[_Rival]:
    """Those that are the same, where neither text has a second one."""
    there, here = _single(before), _single(after)
    return ((0.0, 0, there[key], here[key]) for key in there.keys() & here.keys())


def _single(anchors: _Left) -> dict[Hashable, int]:
    keys = {index: (anchor.id, anchor.about, anchor.words) for index, anchor in anchors.items()}
    times = Counter(keys.values())
    return {key: index for index, key in keys.items() if times[key] == 1}


def _find_equal(before: _Left, after: _Left, places: Places) -> Iterator[_Rival]:
    """Those with the same words."""
    near = _find_near(before, after, places, lambda anchor: (anchor.about, anchor.words))
    return ((0.0, *rival) for rival in near)


def _find_alike(before: _Left, after: _Left, places: Places) -> Iterator[_Rival]:
    """Those that share many of their words, the most alike first."""
    words, others = _split(before), _split(after)
    for far, i, j in _find_near(before, after, places, lambda anchor: anchor.about):
        least = ALIKE if before[i].speaker == after[j].speaker else ALIKE_OF_ANOTHER
        if alike := likeness(words[i], others[j], least):
            yield -alike, far, i, j


def _split(anchors: _Left) -> dict[int, list[str]]:
    return {index: fold_words(" ".join(anchor.words)) for index, anchor in anchors.items()}


def _find_near(
    before: _Left, after: _Left, places: Places, group: Callable[[Anchor], Hashable]
) -> Iterator[tuple[int, int, int]]:
    """For each of the one those of its group that are nearest to where it should be: how far off,
    and the two indexes.
    """
    groups = defaultdict(list)
    for j, anchor in after.items():
        groups[group(anchor)].append((anchor.start, j))
    for members in groups.values():
        members.sort()
    for i, anchor in before.items():
        there = _expect(anchor.start, places)
        members = groups.get(group(anchor), [])
        at = bisect_left(members, (there, 0))
        for start, j in members[max(0, at - _NEAR) : at + _NEAR]:
            yield abs(start - there), i, j


def _expect(start: int, places: Places) -> int:
    """Where in the second text what began at `start` in the first should be."""
    if not places:
        return start
    there, here = places[max(0, bisect_right(places, (start, sys.maxsize)) - 1)]
    return start + here - there
