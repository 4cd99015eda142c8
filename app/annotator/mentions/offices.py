"""Offices: the office of a state's title holder is that state's institution."""

from app.annotator.lexicon.classes import CAPITAL
from app.annotator.mentions.candidates import Candidate
from app.annotator.mentions.chains import chain_end
from app.annotator.mentions.reading import Reading
from app.annotator.mentions.segments import Known

_LONGEST = 2  # words of a holder's title: "foreign minister"
_OFFICES = frozenset({"office", "offices"})
_ARTICLES = frozenset({"the", "a", "an"})


def find_office(reading: Reading, known: list[Known], sentence: tuple[int, int]) -> list[Candidate]:
    """The description that a chain begins in: "the office of Chilean President …", with the
    holder's name, or "the Chilean president's office"; an empty list where it does not.
    """
    if not known or known[0].phrase.sort != "demonym":
        return []
    demonym, (first, last) = known[0], sentence
    holder, noun = _holder(reading, demonym.end, last)
    if not noun:
        return []
    start = _office_before(reading, demonym.first, first)
    if start >= 0:
        end = holder
        if end < last and reading.classes[end] & CAPITAL and reading.joins(end):
            end = chain_end(reading, end, last)
    elif [reading.folded(at) for at in (holder, holder + 1)] == ["'s", "office"]:
        start, end = demonym.first, holder + 2
    else:
        return []
    start -= start > first and reading.folded(start - 1) in _ARTICLES
    actor = reading.names.institution_id(demonym.phrase.actor, noun)
    return [Candidate(start, end, "actor", "office_of_holder", actor, "description")]


def _holder(reading: Reading, at: int, last: int) -> tuple[int, str]:
    """Where the holder's title ends, and the noun of the institution; no noun, no holder."""
    for end in range(min(at + _LONGEST, last), at, -1):
        title = " ".join(reading.folded(index) for index in range(at, end))
        if noun := reading.names.offices.get(title):
            return end, noun
    return at, ""


def _office_before(reading: Reading, at: int, first: int) -> int:
    """Where "office of" begins right before a token; -1 where it does not stand there."""
    before = at - 1
    if before > first and reading.folded(before) in _ARTICLES:
        before -= 1
    of_office = before > first and reading.folded(before) == "of"
    return before - 1 if of_office and reading.folded(before - 1) in _OFFICES else -1
