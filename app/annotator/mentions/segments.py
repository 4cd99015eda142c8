"""Segments: a chain of capitalised words without the titles in it."""

from dataclasses import dataclass

from app.annotator.lexicon.classes import (
    ADDRESS,
    ALONE,
    CAPITAL,
    COMMON,
    COMPANY,
    FAMILY,
    GIVEN,
    MODIFIER,
    ORGANIZATION,
    OTHER,
    PEOPLE,
    PHRASE,
    PLACE,
    TITLE,
    UPPER,
)
from app.annotator.lexicon.phrases import Phrase
from app.annotator.mentions.reading import Reading

_NO_NAME = COMMON | ORGANIZATION | PLACE | OTHER | TITLE | MODIFIER
_NAME = GIVEN | FAMILY
_MAY_BE_KNOWN = PHRASE | UPPER  # UPPER: acronyms, whatever their case
_ANY_TITLE = TITLE | ADDRESS
_IN_TITLE = TITLE | MODIFIER | COMMON | PEOPLE | ADDRESS


@dataclass(frozen=True, slots=True)
class Known:
    """Where a name of the lexicon stands, in token numbers."""

    first: int
    end: int
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `[first, end)` of a chain; `title` has the classes of the title before it, if any."""

    first: int
    end: int
    title: int


def find_known(reading: Reading, first: int, end: int, last: int) -> list[Known]:
    """The names of the lexicon that begin in a chain, from the left, the longest at each place.

    Small words inside them may lead beyond the chain: "Trinidad and Tobago".
    """
    found: list[Known] = []
    at = first
    while at < end:
        known = _known_at(reading, at, last) if reading.classes[at] & _MAY_BE_KNOWN else None
        if known is not None:
            found.append(known)
        at = at + 1 if known is None else known.end
    return found


def _known_at(reading: Reading, at: int, last: int) -> Known | None:
    match = None
    if reading.classes[at] & PHRASE:
        match = reading.match(at, last, reading.names.phrases)
    if match is None and (acronym := reading.names.acronyms.get(reading.words[at])):
        match = at + 1, acronym
    return None if match is None else Known(at, *match)


def split(
    reading: Reading, first: int, end: int, known: list[Known], title: int = 0
) -> tuple[list[Segment], int]:
    """The parts of a chain between its titles, and the classes of a title that ends it.

    `title` has the classes of one that the chain before ended with.
    """
    title, at = title or _title_before(reading, first), first
    if not any(bits & _ANY_TITLE for bits in reading.classes[first:end]):
        return [Segment(first, end, title)], 0
    segments: list[Segment] = []
    fixed = {index for each in known if each.phrase.sort != "demonym" for index in _tokens(each)}
    while at < end:
        start, stop = _find_title(reading, at, end, fixed)
        if start > at:
            segments.append(Segment(at, start, title))
        title = 0
        for index in range(start, stop):
            title |= reading.classes[index] & ~CAPITAL
        at = stop
    return segments, title


def _tokens(known: Known) -> range:
    return range(known.first, known.end)


def _title_before(reading: Reading, first: int) -> int:
    """The classes of a title right before a chain, in small letters or in a headline."""
    bits = reading.classes[first - 1]
    return bits & ~CAPITAL if bits & TITLE and reading.joins(first) else 0


def _find_title(reading: Reading, at: int, end: int, fixed: set[int]) -> tuple[int, int]:
    """Where the next title begins and ends; both at the chain's end where there is none."""
    for index in range(at, end):
        if index not in fixed and reading.classes[index] & _ANY_TITLE:
            stop = _after_title(reading, index, at, end)
            if stop:
                return _title_start(reading, index, at, fixed), stop
    return end, end


def _after_title(reading: Reading, index: int, at: int, end: int) -> int:
    """Where the words after a title begin; 0 where the word is none here."""
    bits, stop = reading.classes[index], index + 1
    if stop < end and reading.words[stop] == ".":
        return stop + 1
    if stop < end and reading.folded(stop) == "'s":
        return 0
    if stop == end:  # a family name, too, may be a title: "Jane King"
        return 0 if index > at and reading.classes[index - 1] & GIVEN else stop
    if bits & ADDRESS and not bits & TITLE:
        return stop
    if reading.classes[stop] & _NO_NAME and not reading.classes[stop] & _NAME:
        return 0
    return 0 if _is_named_after(reading, end) else stop


def _is_named_after(reading: Reading, end: int) -> bool:
    """Whether a chain is the name of something called after a person: "Queen Mary Hospital"."""
    bits = reading.classes[end - 1]
    return bool(bits & (ORGANIZATION | PLACE | COMPANY)) and not bits & (_NAME | TITLE)


def _title_start(reading: Reading, index: int, at: int, fixed: set[int]) -> int:
    """A title takes in the words before it that may belong to one: "Deputy Foreign Minister"."""
    while index > at and index - 1 not in fixed:
        bits = reading.classes[index - 1]
        if not bits & _IN_TITLE or bits & _NAME:
            break
        if bits & (ORGANIZATION | ALONE) and not (bits & MODIFIER and index - 1 == at):
            break
        index -= 1
    return index
