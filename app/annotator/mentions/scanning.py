"""One pass over a sentence: chains, their segments, and what each may name."""

from app.annotator.lexicon.classes import (
    ALONE,
    CAPITAL,
    COMMON,
    FAMILY,
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

_TELLING = GIVEN | FAMILY | PHRASE | ALONE | LEADING | TITLE


def scan(reading: Reading, first: int, last: int) -> list[Candidate]:
    """The candidates of one sentence, tokens `[first, last)`, in order."""
    found: list[Candidate] = []
    classes, at = reading.classes, first
    while at < last:
        if classes[at] & (CAPITAL | OPENER) and opens_chain(reading, at, last):
            at = _read_chain(reading, at, first, last, found)
        else:
            at += 1
    return found


def _read_chain(reading: Reading, at: int, first: int, last: int, found: list[Candidate]) -> int:
    """Adds what a chain names; returns where to read on."""
    end = chain_end(reading, at, last)
    if at == first and end == at + 1 and _only_begins(reading.classes[at]):
        return end
    known = find_known(reading, at, end, last)
    if known and known[-1].end > end:
        end = chain_end(reading, known[-1].end - 1, last)
    segments, title = split(reading, at, end, known)
    reached = end
    if known and known[0].phrase.sort == "demonym":
        office = find_office(reading, known[0], (first, last))
        found += [office] if office else []
    found += small_head(reading, at, end, last)
    for segment in segments:
        inside = [each for each in known if segment.first <= each.first < segment.end]
        named, stop = name_segment(reading, segment, inside, (first, last), end)
        if named and named[0].sort == "organization" and segment.first == at:
            named[0] = join_and(reading, named[0], found)
        found += named
        reached = max(reached, stop)
    return after_portfolio(reading, reached, last) if title else reached


def _only_begins(bits: int) -> bool:
    """Whether a word's capital says no more than that a sentence begins."""
    return bool(bits & COMMON) and not bits & _TELLING
