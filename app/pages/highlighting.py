"""A text cut where marks begin and end, so that marks may overlap in any way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.standoff import AnnotatedDocument, Quote, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text to be marked: as what (one word each), and what to say about them."""

    span: Span
    kinds: str
    note: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text that bear the same marks; all pieces together are the text."""

    words: str
    kinds: str
    note: str


def cut(text: str, block: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The pieces of a block of the text, in order; in the size of block and marks together."""
    inside = [mark for mark in marks if block.contains(mark.span)]
    starts: dict[int, list[Mark]] = {}
    for mark in inside:
        starts.setdefault(mark.span.start, []).append(mark)
    edges = {block.start, block.end, *starts, *(mark.span.end for mark in inside)}
    places = sorted(edges)
    bearing: list[Mark] = []
    for start, end in pairwise(places):
        bearing = [mark for mark in bearing if mark.span.end > start] + starts.get(start, [])
        kinds = " ".join(dict.fromkeys(mark.kinds for mark in bearing))
        yield Piece(text[start:end], kinds, "; ".join(mark.note for mark in bearing))


def marks_of(annotated: AnnotatedDocument) -> list[Mark]:
    """A mark for every mention and every part of every quote, each with the rule that found it."""
    mentions = [
        Mark(mention.span, "mention", f"{mention.kind} of {mention.actor} by {mention.rule}")
        for mention in annotated.mentions
    ]
    return mentions + [mark for quote in annotated.quotes for mark in _marks_of_quote(quote)]


def _marks_of_quote(quote: Quote) -> Iterator[Mark]:
    parts = [("content", piece) for piece in quote.content]
    parts += [(role, span) for role, span in (("cue", quote.cue), ("source", quote.source)) if span]
    for role, span in parts:
        yield Mark(span, role, f"{role} of a {quote.kind} quote by {quote.rule}")
