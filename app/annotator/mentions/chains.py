"""Chains: words in a row that are written as names are."""

from app.annotator.lexicon.classes import (
    CALENDAR,
    CAPITAL,
    COMMON,
    FAMILY,
    GIVEN,
    OPENER,
    PARTICLE,
    PHRASE,
    POSSESSOR,
)
from app.annotator.mentions.reading import Reading

_NAME = GIVEN | FAMILY
_NAMING = _NAME | PHRASE
_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’'")
_POSSESSIVES = frozenset({"'s", "'"})
_LONGEST = 24  # tokens of a chain; no name is longer, and every rule stays linear
_MOST_PARTICLES = 3  # "van der", "de la", "bin Abdul al"


def opens_chain(reading: Reading, index: int, last: int, plain: int = 0) -> bool:
    """Whether a chain may begin with this token: a capital, or a particle before one.

    Words of the classes `plain` are in no name here but one of the lexicon.
    """
    bits = reading.classes[index]
    if bits & CAPITAL:
        return not bits & plain or bool(bits & _NAMING)
    after = index + 1
    if not bits & OPENER or after >= last or not reading.joins(after):
        return False
    return _leads_to_name(reading, index, last)


def _leads_to_name(reading: Reading, index: int, last: int) -> bool:
    for at in range(index + 1, min(last, index + 1 + _MOST_PARTICLES)):
        if reading.classes[at] & CAPITAL:
            return not reading.classes[at] & COMMON
        if not reading.classes[at] & PARTICLE:
            return False
    return False


def chain_end(reading: Reading, index: int, last: int, plain: int = 0) -> int:
    """Where the chain that begins at a token ends; `plain` as in `opens_chain`."""
    classes, at = reading.classes, index + 1
    last = min(last, index + _LONGEST)
    while at < last and reading.joins(at):
        if classes[at] & CAPITAL:
            if classes[at] & plain and not classes[at] & _NAME:
                break
            at += 1
        elif step := _bridge(reading, at, last):
            at += step
        else:
            break
    return at


def _bridge(reading: Reading, at: int, last: int) -> int:
    """How many tokens without a capital still lie inside the chain, up to and with the next."""
    bits, before = reading.classes[at], reading.classes[at - 1]
    if bits & PARTICLE:
        return _over_particles(reading, at, last)
    if bits & CALENDAR:  # a name's last word: "Anna May"
        return int(bool(before & GIVEN) and reading.words[at][0].isupper())
    if at + 1 >= last or not reading.joins(at + 1) or not reading.classes[at + 1] & CAPITAL:
        return 0
    if reading.words[at] in _OPENING:
        return _over_nickname(reading, at, last)
    return 2 if _binds(reading, at, before) else 0


def _binds(reading: Reading, at: int, before: int) -> bool:
    """Whether a mark between two capitals is part of the name."""
    word = reading.folded(at)
    if word == ".":
        touches = reading.starts[at] == reading.ends[at - 1]
        return touches and reading.words[at - 1] in reading.abbreviations
    return word == "&" or (word in _POSSESSIVES and bool(before & POSSESSOR))


def _over_nickname(reading: Reading, at: int, last: int) -> int:
    """A nickname in marks between two parts of a name: Ana “Nina” Costa."""
    closes = at + 3 < last and reading.words[at + 2] in _CLOSING
    return 4 if closes and reading.joins(at + 3) and reading.classes[at + 3] & CAPITAL else 0


def _over_particles(reading: Reading, at: int, last: int) -> int:
    for step in range(1, _MOST_PARTICLES + 1):
        if at + step >= last or not reading.joins(at + step):
            return 0
        if reading.classes[at + step] & CAPITAL:
            return step + 1
        if not reading.classes[at + step] & PARTICLE:
            return 0
    return 0
