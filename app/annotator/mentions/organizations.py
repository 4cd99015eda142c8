"""Organizations by the words in their names: how far they reach, and the acronym at their end."""

from dataclasses import replace

from app.annotator.lexicon.classes import (
    CAPITAL,
    COMMON,
    GIVEN,
    LEADING,
    MODIFIER,
    ORGANIZATION,
    OTHER,
    PLACE,
    PORTFOLIO,
    SMALL,
    TITLE,
)
from app.annotator.mentions.candidates import Candidate
from app.annotator.mentions.chains import chain_end
from app.annotator.mentions.reading import Reading
from app.annotator.mentions.segments import Segment, find_known, split

_FIELD = COMMON | MODIFIER | ORGANIZATION | PLACE | OTHER
_JOINERS = frozenset({"of", "for", "on"})
_ANDS = frozenset({"and", "&"})
_LONGEST_LIST = 24  # tokens of a portfolio
_LISTERS = frozenset({"and", "&", ","})


def extend(reading: Reading, segment: Segment, last: int) -> int:
    """Where an organization's name ends: "Bank of …", "Ministry of Trade, Industry and Energy"."""
    end = segment.end
    if not reading.classes[end - 1] & LEADING:
        return end
    end = _over_joiner(reading, end, last)
    if end > segment.end and reading.classes[segment.end - 1] & PORTFOLIO:
        end = over_list(reading, end, last)
    return end


def _over_joiner(reading: Reading, end: int, last: int) -> int:
    """Past "of the …"; `end` itself where no name follows."""
    at = end
    if at < last and reading.folded(at) in _JOINERS:
        at += 1
        at += reading.folded(at) == "the"
        if at < last and reading.classes[at] & CAPITAL and reading.joins(at):
            return _first_part(reading, at, last) or end
    return end


def _first_part(reading: Reading, at: int, last: int) -> int:
    """Where the first segment of the chain at a token ends; 0 where it begins with a title."""
    end = chain_end(reading, at, last)
    known = find_known(reading, at, end, last)
    if known and known[0].first == at and known[0].end > end:
        return known[0].end
    segments, _ = split(reading, at, end, known)
    return segments[0].end if segments and segments[0].first == at else 0


def over_list(reading: Reading, end: int, last: int) -> int:
    """Past the rest of a portfolio: everyday words in capitals after commas and an "and"."""
    at = end
    last = min(last, end + _LONGEST_LIST)
    while at + 1 < last and reading.folded(at) in _LISTERS:
        ends = reading.folded(at) != ","
        if not _is_portfolio(reading, at + 1):
            break
        at = _over_common(reading, at + 1, last)
        if ends:
            return at
    return end


def _is_portfolio(reading: Reading, at: int) -> bool:
    bits = reading.classes[at]
    return bool(bits & CAPITAL) and bool(bits & _FIELD) and not bits & TITLE


def _over_common(reading: Reading, at: int, last: int) -> int:
    while at < last and _is_portfolio(reading, at) and reading.joins(at):
        at += 1
    return at


def after_portfolio(reading: Reading, end: int, last: int) -> int:
    """Past the field of a title that a chain ends with: "Minister of Trade and Industry"."""
    if end + 1 >= last or reading.folded(end) not in _JOINERS:
        return end
    at = end + 1 + (reading.folded(end + 1) == "the")
    stop = _over_common(reading, at, last)
    return over_list(reading, stop, last) if stop > at else end


def small_head(reading: Reading, first: int, end: int, last: int) -> list[Candidate]:
    """A chain and a head in small letters: an organization if the text has it in capitals too, or
    if the head is seldom written large after a name of several words: "Harbour County police".
    """
    if end >= last or not reading.joins(end):
        return []
    bits = reading.classes[end]
    if not bits & ORGANIZATION or bits & CAPITAL:
        return []
    if bits & SMALL and end - first > 1 and not reading.classes[first] & GIVEN:
        return [Candidate(first, end + 1, "organization", "small_head")]
    return [Candidate(first, end + 1, "variant", "case_variant")]


def join_and(reading: Reading, candidate: Candidate, found: list[Candidate]) -> Candidate:
    """Takes back everyday words before an "and": "Food and Drug Administration"."""
    first, before = candidate.first, found[-1] if found else None
    if before is None or before.sort != "name" or before.end != first - 1:
        return candidate
    if reading.folded(first - 1) not in _ANDS or not reading.classes[first] & COMMON:
        return candidate
    if not all(reading.classes[at] & COMMON for at in range(before.first, before.end)):
        return candidate
    found.pop()
    return replace(candidate, first=before.first)


def leads(reading: Reading, first: int, last: int) -> bool:
    """Whether one word in capitals begins an organization's name: "Ministry of Health"."""
    return (
        bool(reading.classes[first] & LEADING)
        and _over_joiner(reading, first + 1, last) > first + 1
    )


def split_acronym(reading: Reading, segment: Segment, end: int) -> list[Candidate]:
    """The organization, and apart from it the acronym that follows it without brackets."""
    first, before = segment.first, end - 1
    if before > first + 1:
        initials = "".join(word[0] for word in reading.words[first:before] if word[0].isupper())
        if initials == reading.words[before]:
            return [
                Candidate(first, before, "organization", "organization_head"),
                Candidate(before, end, "name", "name_in_context"),
            ]
    return [Candidate(first, end, "organization", "organization_head")]
