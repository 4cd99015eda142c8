"""Quotation marks: which stretches of a document stand between them, found in one pass.

A mark opens or closes by its shape, that is by what it touches, so one odd mark never shifts the
rest. Marks within marks are not recorded: only the outermost quotation counts.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from app.annotator.tokens import Tokens
from app.standoff import Document, Span

_DOUBLE = frozenset({"“", "”", '"', "«", "»", "„", "‟", "''", "``", "’’", "‘‘"})
_SINGLE = frozenset({"‘", "’", "'", "‹", "›"})
_TWICE = frozenset({"'", "`", "’", "‘"})
_MARKS = _DOUBLE | _SINGLE | {"`"}
_ONLY_OPEN = frozenset({"“", "„", "``", "‘‘"})
_NEVER_OPEN = frozenset({"’", "’’"})
_BEFORE_OPENING = frozenset("([{<—–-―/")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between marks, both included: tokens `first` to `last`.

    One that is not closed ends with its paragraph.
    """

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark, of one token or of two that touch ('' for ")."""

    glyph: str
    first: int
    last: int
    opens: bool  # by its shape: nothing before it, something after it
    closes: bool


def find_quotations(document: Document, tokens: Tokens) -> list[Quotation]:
    """The outermost quotations in the order of the text; linear in its length."""
    quotations: list[Quotation] = []
    places = [index for index, word in enumerate(tokens.words) if word in _MARKS]
    place = 0
    for block in document.blocks() if places else ():
        end = bisect_left(tokens.starts, block.end)
        after = bisect_left(places, end, place)
        if after > place:
            marks = _marks_of(block, tokens, places[place:after])
            quotations += _pair(marks, end - 1)
        place = after
    return quotations


def _marks_of(block: Span, tokens: Tokens, places: list[int]) -> Iterator[_Mark]:
    place = 0
    while place < len(places):
        index = last = places[place]
        glyph = tokens.words[index]
        place += 1
        if glyph in _TWICE and place < len(places) and _doubled(tokens, index, places[place]):
            glyph, last = glyph * 2, index + 1
            place += 1
        yield _shaped(block, tokens, glyph, index, last)


def _doubled(tokens: Tokens, index: int, following: int) -> bool:
    return (
        following == index + 1
        and tokens.words[index] == tokens.words[following]
        and tokens.ends[index] == tokens.starts[following]
    )


def _shaped(block: Span, tokens: Tokens, glyph: str, first: int, last: int) -> _Mark:
    text, start, end = tokens.text, tokens.starts[first], tokens.ends[last]
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    free = before.isspace() or before in _BEFORE_OPENING
    return _Mark(
        glyph,
        first,
        last,
        opens=(free or before in _MARKS) and not after.isspace(),
        closes=not free and not after.isalnum(),
    )


def _pair(marks: Iterator[_Mark], last: int) -> list[Quotation]:
    """Opening marks with their closing marks; one that is never closed ends with token `last`."""
    pairs: list[Quotation] = []
    double: _Mark | None = None
    single: _Mark | None = None
    inner = False  # straight marks within curly ones
    for mark in marks:
        if mark.glyph in _SINGLE:
            single = _pair_single(pairs, single, double, mark)
        elif double is None:
            double = mark if _may_open(mark) else None
            inner = False
        elif mark.opens and not mark.closes:
            inner = mark.glyph == '"' and double.glyph != '"'
            double = double if inner else mark
        elif inner and mark.glyph == '"':
            inner = False
        else:
            pairs.append(Quotation(double.first, mark.last))
            double = None
    if double is not None:
        pairs.append(Quotation(double.first, last))
    return pairs


def _may_open(mark: _Mark) -> bool:
    if mark.glyph in _ONLY_OPEN:
        return not mark.closes
    return mark.opens and mark.glyph not in _NEVER_OPEN


def _pair_single(
    pairs: list[Quotation], single: _Mark | None, double: _Mark | None, mark: _Mark
) -> _Mark | None:
    """Single marks make a quotation outside double ones, and then take in the double ones."""
    if double is not None and (single is None or double.first > single.first):
        return single
    if single is None:
        return mark if _may_open(mark) and not mark.closes else None
    if not mark.closes:
        return mark if _may_open(mark) else single
    while pairs and pairs[-1].first > single.first:
        pairs.pop()
    pairs.append(Quotation(single.first, mark.last))
    return None
