"""Naming: what a segment names as a whole, or else what its parts do."""

from app.annotator.lexicon.classes import (
    ADDRESS,
    ALONE,
    CAPITAL,
    COMMON,
    COMPANY,
    FAMILY,
    GIVEN,
    OPENER,
    ORGANIZATION,
    OTHER,
    PEOPLE,
    PLACE,
)
from app.annotator.mentions.candidates import Candidate
from app.annotator.mentions.metonyms import acts
from app.annotator.mentions.organizations import extend, leads, split_acronym
from app.annotator.mentions.reading import Reading
from app.annotator.mentions.segments import Known, Segment

_NAME = GIVEN | FAMILY
Sentence = tuple[int, int]
Named = tuple[list[Candidate], int]


def name_segment(
    reading: Reading, segment: Segment, known: list[Known], sentence: Sentence, chain_end: int
) -> Named:
    """The candidates of a segment, and where they end: beyond the chain, perhaps."""
    if known and known[0].first == segment.first:
        named, stop = name_known(reading, known[0], sentence)
        if stop >= segment.end:
            return named, stop
    head = _head(reading, segment, sentence[1])
    if head & (ORGANIZATION | COMPANY):
        stop = extend(reading, segment, sentence[1]) if segment.end == chain_end else segment.end
        return split_acronym(reading, segment, stop), stop
    if head & PLACE:
        return [], segment.end
    return _name_parts(reading, segment, known, sentence), segment.end


def name_known(reading: Reading, known: Known, sentence: Sentence) -> Named:
    """What a name of the lexicon stands for here."""
    phrase, first, end = known.phrase, known.first, known.end
    if phrase.sort == "demonym":
        return _name_institution(reading, known, sentence[1])
    if phrase.sort == "place" or (phrase.kind == "metonym" and not acts(reading, known, sentence)):
        return [], end
    rule = "seat_acts" if phrase.kind == "metonym" else f"{phrase.sort}_name"
    return [Candidate(first, end, "actor", rule, phrase.actor, phrase.kind)], end


def _name_institution(reading: Reading, known: Known, last: int) -> Named:
    """A demonym and an institution's noun are one organization; a demonym alone is nothing."""
    end = known.end
    if end < last and reading.joins(end):
        match = reading.match(end, last, reading.names.institutions)
        if match is not None:
            actor = reading.names.institution_id(known.phrase.actor, match[1].actor)
            rule = "demonym_institution"
            return [Candidate(known.first, match[0], "actor", rule, actor)], match[0]
    return [], end


def _head(reading: Reading, segment: Segment, sentence_end: int) -> int:
    """The classes of the word that says what a segment names; 0 where none does."""
    classes, first, end = reading.classes, segment.first, segment.end
    last = classes[end - 1]
    if end - first == 1:
        alone = last & ALONE or leads(reading, first, sentence_end)
        return ORGANIZATION if alone else 0
    if last & (PLACE | OTHER) and not last & (ORGANIZATION | COMPANY):
        person = last & _NAME or (classes[first] & GIVEN and not classes[first] & COMMON)
        return 0 if person else PLACE
    for index in range(end - 1, first - 1, -1):
        bits = classes[index]
        if bits & (ORGANIZATION | COMPANY) and not bits & _NAME:
            return bits
    return 0


def _name_parts(
    reading: Reading, segment: Segment, known: list[Known], sentence: Sentence
) -> list[Candidate]:
    """The names of the lexicon in a segment, and the words between them."""
    found: list[Candidate] = []
    at = segment.first
    for each in known:
        if not _is_of_person(reading, segment, each, at):
            found += _name_words(reading, segment, at, each.first, sentence[0])
            found += name_known(reading, each, sentence)[0]
            at = each.end
    return found + _name_words(reading, segment, at, segment.end, sentence[0])


def _is_of_person(reading: Reading, segment: Segment, known: Known, at: int) -> bool:
    """Whether a state's or a place's name is a person's here: "Michael Jordan", "Chad Smith"."""
    classes, first, end = reading.classes, known.first, known.end
    if end - first > 1 or known.phrase.sort == "demonym":
        return False
    if segment.title & ADDRESS:
        return True
    if first > at:
        return end == segment.end and bool(classes[first - 1] & GIVEN)
    follows = end < segment.end and not classes[end] & COMMON
    return follows and bool(classes[first] & GIVEN)


def _name_words(
    reading: Reading, segment: Segment, first: int, end: int, begin: int
) -> list[Candidate]:
    """Words that the lexicon does not know, as one name; an everyday word does not open it."""
    classes = reading.classes
    title = segment.title if first == segment.first else 0
    while end > first and not classes[end - 1] & CAPITAL:
        end -= 1
    if first == begin and end - first > 1:
        while first < end - 1 and _is_everyday(classes[first]):
            first += 1
    while first < end and (classes[first] & PEOPLE or not classes[first] & (CAPITAL | OPENER)):
        first += 1
    return [Candidate(first, end, "name", "name", title=title)] if first < end else []


def _is_everyday(bits: int) -> bool:
    return bool(bits & COMMON) and not bits & _NAME
