"""Naming: what a segment names as a whole, or else what its parts do."""

from app.annotator.lexicon.classes import (
    ADDRESS,
    ALONE,
    CAPITAL,
    COMMON,
    COMPANY,
    FAMILY,
    FUNCTION,
    GIVEN,
    LEADING,
    OPENER,
    ORGANIZATION,
    OTHER,
    PARTICLE,
    PEOPLE,
    PLACE,
    TITLE,
)
from app.annotator.mentions.candidates import Candidate
from app.annotator.mentions.metonyms import acts
from app.annotator.mentions.organizations import extend, leads, split_acronym
from app.annotator.mentions.reading import Reading
from app.annotator.mentions.segments import Known, Segment

_ARTICLES = frozenset({"the", "a", "an"})
_IN_ADDRESS = frozenset("/=%#@_")
_NAME = GIVEN | FAMILY
Sentence = tuple[int, int]
Named = tuple[list[Candidate], int]


def name_segment(
    reading: Reading, segment: Segment, known: list[Known], sentence: Sentence
) -> Named:
    """The candidates of a segment, and where they end: beyond the chain, perhaps."""
    if known and _is_first(reading, segment, known[0]):
        named, stop = name_known(reading, known[0], sentence)
        if stop >= segment.end:
            return named, stop
    head = _head(reading, segment, sentence[1])
    if head:
        return _name_organization(reading, segment, head, sentence)
    if _is_place(reading, segment):
        return [], segment.end
    return _name_parts(reading, segment, known, sentence), segment.end


def _is_first(reading: Reading, segment: Segment, known: Known) -> bool:
    of_person = _is_of_person(reading, segment, known, segment.first)
    return known.first == segment.first and not of_person


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


def _name_organization(reading: Reading, segment: Segment, head: int, sentence: Sentence) -> Named:
    """The organization whose name has its head before token `head`, and a person named after."""
    classes, first, end = reading.classes, segment.first, segment.end
    first -= _opens_with_number(reading, first, sentence[0])
    if head < end - 1 and classes[head] & GIVEN:
        person = Segment(head, end, TITLE)
        named = [Candidate(first, head, "organization", "organization_head")]
        return named + _name_words(reading, person, head, end, sentence[0]), end
    while end > head and classes[end - 1] & PEOPLE:
        end -= 1
    whole = Segment(first, end, segment.title)
    stop = extend(reading, whole, sentence[1])
    return split_acronym(reading, whole, stop), stop


def _opens_with_number(reading: Reading, first: int, begin: int) -> bool:
    """Whether a number or the like in capitals stands before a name: "First Harbour Bank"."""
    before = first - 1
    return (
        before > begin
        and bool(reading.classes[before] & FUNCTION)
        and reading.words[before][0].isupper()
        and reading.folded(before) not in _ARTICLES
        and reading.joins(first)
    )


def _head(reading: Reading, segment: Segment, last: int) -> int:
    """Where the word ends that says a segment names an organization; 0 where none does."""
    classes, first, end = reading.classes, segment.first, segment.end
    if end - first == 1:
        alone = classes[first] & ALONE or leads(reading, first, last)
        return end if alone else 0
    if classes[end - 1] & (PLACE | OTHER) and not classes[end - 1] & (ORGANIZATION | COMPANY):
        return 0
    for index in range(end - 1, first - 1, -1):
        bits = classes[index]
        if bits & (ORGANIZATION | COMPANY) and not bits & _NAME:
            everyday = index < end - 1 and classes[end - 1] & COMMON and not bits & LEADING
            return 0 if everyday else index + 1
    return 0


def _is_place(reading: Reading, segment: Segment) -> bool:
    """Whether the last word makes the whole a place, an event or a work, and no person."""
    classes, first, last = reading.classes, segment.first, segment.end - 1
    if first == last or not classes[last] & (PLACE | OTHER) or classes[last] & _NAME:
        return False
    return not classes[first] & GIVEN


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
    """Whether a state's or a place's name is a person's here: "Peter Jordan", "Chad Winters"."""
    classes, first, end = reading.classes, known.first, known.end
    if end - first > 1 or known.phrase.sort == "demonym":
        return False
    if segment.title & ADDRESS:
        return True
    if first > at:
        last = end == segment.end or not classes[end] & COMMON
        return last and bool(classes[first - 1] & _NAME)
    follows = end < segment.end and not classes[end] & COMMON
    return follows and bool(classes[first] & GIVEN)


def _name_words(
    reading: Reading, segment: Segment, first: int, end: int, begin: int
) -> list[Candidate]:
    """Words that the lexicon does not know, as one name; an everyday word does not open it."""
    classes = reading.classes
    title = segment.title if first == segment.first else 0
    while end > first and not (classes[end - 1] & CAPITAL or reading.words[end - 1][0].isupper()):
        end -= 1
    if first == begin and end - first > 1:
        while first < end - 1 and _is_everyday(classes[first]):
            first += 1
    while first < end and (classes[first] & PEOPLE or not classes[first] & (CAPITAL | OPENER)):
        first += 1
    if first == end or _is_in_address(reading, first):
        return []
    return [Candidate(first, end, "name", "name_in_context", title=title, opens=first == begin)]


def _is_in_address(reading: Reading, first: int) -> bool:
    """Whether a word is part of a web address."""
    start = reading.starts[first]
    return start > 0 and reading.text[start - 1] in _IN_ADDRESS


def _is_everyday(bits: int) -> bool:
    return bool(bits & COMMON) and not bits & PARTICLE
