"""Evidence: what the shape of a name, and the words around it, say about what it names."""

from dataclasses import dataclass

from app.annotator.lexicon.classes import (
    ADDRESS,
    CAPITAL,
    COMMON,
    FAMILY,
    GIVEN,
    LOCATIVE,
    ORGANIZATION_KIND,
    ORGANIZATION_MARK,
    PARTICLE,
    PEOPLE,
    PLACE_MARK,
    SPEAKS,
    TITLE,
    UPPER,
)
from app.annotator.mentions import Candidate, Reading

_REACH = 6  # tokens of an apposition in which its title is looked for
_LONGEST_ACRONYM = 5  # letters; in a transcript capitals name the speaker
_TITLE = TITLE | ADDRESS


@dataclass(slots=True)
class Evidence:
    """Points for each thing that a name may name; below zero they speak against it.

    `definite` says that an article has been seen before the name.
    """

    person: int = 0
    organization: int = 0
    place: int = 0
    definite: bool = False


def weigh_shape(reading: Reading, candidate: Candidate, evidence: Evidence) -> None:
    """What the words of a name say, wherever it stands."""
    first, end = candidate.first, candidate.end
    classes = reading.classes
    if "&" in reading.words[first:end]:
        evidence.organization += 4
    elif end - first > 1:
        evidence.person += _weigh_words(reading, first, end)
    elif classes[first] & UPPER:
        evidence.organization += 3
        evidence.person -= 3
    elif not reading.words[first][1:].islower() and "-" not in reading.words[first]:
        evidence.organization += 1  # MoCD, eBank
    elif classes[first] & (GIVEN | FAMILY):
        evidence.person += 1


def _weigh_words(reading: Reading, first: int, end: int) -> int:
    points = 2 if end - first < 5 else 0
    if reading.classes[first] & GIVEN:
        points += 2
    if reading.classes[end - 1] & FAMILY:
        points += 1
    for index in range(first, end):
        bits, word = reading.classes[index], reading.words[index]
        everyday = bool(bits & COMMON) and not bits & PARTICLE
        if index < end - 1 and bits == CAPITAL and word[-1] == "s":  # Trains: a verb or a plural
            everyday = bool(reading.names.classes.get(word[:-1].lower(), 0) & COMMON)
        if everyday or bits & (UPPER | PEOPLE) or word[-1].isdigit():
            points -= 2
        elif (len(word) < 3 and word[-1] == ".") or bits & PARTICLE:
            points += 1
    return points


def weigh_place(reading: Reading, candidate: Candidate, evidence: Evidence) -> None:
    """What the words beside one use of a name say."""
    first, end = candidate.first, candidate.end
    before, after = reading.classes[first - 1], reading.classes[end]
    if candidate.title & _TITLE:
        evidence.person += 4
    elif before & ORGANIZATION_KIND and not before & CAPITAL:
        evidence.organization += 3
    elif before & LOCATIVE:
        evidence.place += 2
    elif reading.folded(first - 1) == "of" and reading.classes[first - 2] & PLACE_MARK:
        evidence.place += 3  # the people of, the city of
    else:
        _weigh_words_before(reading, first, evidence)
    if after & SPEAKS:
        evidence.person += 2
    elif after & PLACE_MARK:
        evidence.place += 1
    elif after & ORGANIZATION_MARK:
        evidence.organization += 1
    else:
        _weigh_marks(reading, end, evidence)


def _weigh_words_before(reading: Reading, first: int, evidence: Evidence) -> None:
    before = reading.folded(first - 1)
    if before == "the" and not evidence.definite:
        evidence.definite = True
        evidence.person -= 3
        evidence.organization += 1
    elif before == "told" or (before == "to" and reading.folded(first - 2) == "according"):
        evidence.organization += 2


def _weigh_marks(reading: Reading, end: int, evidence: Evidence) -> None:
    mark = reading.folded(end)
    if mark == ":" and len(reading.words[end - 1]) > _LONGEST_ACRONYM:
        evidence.person += 7  # WALCOTT: I see.
    if mark == "(" and reading.classes[end + 1] & UPPER:
        evidence.organization += 3
    elif mark == "," and _is_apposition(reading, end + 1):
        evidence.person += 2


def _is_apposition(reading: Reading, at: int) -> bool:
    """An age, "who", or a title after a comma."""
    if reading.folded(at).isdigit() or reading.classes[at] & SPEAKS:
        return True
    for index in range(at, at + _REACH):
        bits = reading.classes[index]
        if bits & TITLE:
            return True
        if reading.folded(index) in _END or bits & CAPITAL:
            return False
    return False


_END = frozenset({",", ".", ";", "", "and", "said"})
