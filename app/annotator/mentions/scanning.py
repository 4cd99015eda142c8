"""One pass over a sentence: chains, their segments, and what each may name."""

from app.annotator.lexicon.classes import (
    ALONE,
    CAPITAL,
    COMMON,
    FAMILY,
    FUNCTION,
    GIVEN,
    LEADING,
    OPENER,
    PHRASE,
    TITLE,
)
from app.annotator.mentions.candidates import Candidate
from app.annotator.mentions.chains import chain_end, opens_chain
from app.annotator.mentions.naming import name_segment
from app.annotator.mentions.offices import find_office
from app.annotator.mentions.organizations import after_portfolio, join_and, small_head
from app.annotator.mentions.reading import Reading
from app.annotator.mentions.segments import find_known, split

_SHORTEST_HEADLINE = 4  # words
_SHARE = 0.75  # of a headline's words are in capitals, those that join apart
_SENTENCE_MARKS = frozenset('.!?…"”’')
_BEGINNING = CAPITAL | OPENER
_EVERYDAY = COMMON  # what a capital in a headline does not make a name of
_TELLING = GIVEN | FAMILY | PHRASE | ALONE | LEADING | TITLE


def scan(reading: Reading, first: int, last: int) -> list[Candidate]:
    """The candidates of one sentence, tokens `[first, last)`, in order."""
    found: list[Candidate] = []
    classes, reached = reading.classes, first
    plain = _EVERYDAY if _is_headline(reading, first, last) else 0
    title = 0  # of a title whose field was just read: "Minister of Trade"
    for at in [at for at in range(first, last) if classes[at] & _BEGINNING]:
        if at >= reached and opens_chain(reading, at, last, plain):
            title = title if at == reached else 0
            reached, title = _read_chain(reading, at, (first, last), plain, title, found)
    return found


def _read_chain(
    reading: Reading,
    at: int,
    sentence: tuple[int, int],
    plain: int,
    title: int,
    found: list[Candidate],
) -> tuple[int, int]:
    """Adds what a chain names; returns where to read on, and the title there is to what follows."""
    first, last = sentence
    end = chain_end(reading, at, last, plain)
    if at == first and end == at + 1 and _only_begins(reading.classes[at]):
        return end, 0
    known = find_known(reading, at, end, last)
    if known and known[-1].end > end:
        end = chain_end(reading, known[-1].end - 1, last, plain)
    found += find_office(reading, known, sentence)
    found += small_head(reading, at, end, last)
    segments, title = split(reading, at, end, known, title)
    reached = end
    for segment in segments:
        inside = [each for each in known if segment.first <= each.first < segment.end]
        named, stop = name_segment(reading, segment, inside, sentence)
        if named and named[0].sort == "organization" and segment.first == at:
            named[0] = join_and(reading, named[0], found)
        found += named
        reached = max(reached, stop)
    after = after_portfolio(reading, reached, last) if title else reached
    return after, title if after > reached else 0


def _is_headline(reading: Reading, first: int, last: int) -> bool:
    """Whether a line is printed in title case: then a capital says little."""
    if reading.words[last - 1] in _SENTENCE_MARKS:
        return False
    words = [bits for bits in reading.classes[first:last] if not bits & FUNCTION]
    large = sum(1 for bits in words if bits & CAPITAL)
    return large >= _SHORTEST_HEADLINE and large > _SHARE * len(words)


def _only_begins(bits: int) -> bool:
    """Whether a word's capital says no more than that a sentence begins."""
    return bool(bits & COMMON) and not bits & _TELLING
