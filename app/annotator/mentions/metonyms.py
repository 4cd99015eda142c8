"""Metonyms: whether a seat of power acts for its state here, or is only a place."""

from app.annotator.lexicon.classes import CAPITAL, LOCATIVE, PLACE_MARK, TITLE
from app.annotator.mentions.reading import Reading
from app.annotator.mentions.segments import Known

_REACH = 4  # tokens between a seat and its verb, or a preposition and its noun
_LISTED = 6  # tokens of the seats that share a verb: "Lima, Quito and Bogotá"
_ARTICLES = frozenset({"the", "a", "an"})
_LISTING = frozenset({"and", "or", ",", "&"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "remains", "seems"})
_ASIDE = frozenset({"which", "meanwhile", "however", "too", "instead", "for"})
_MOTION = frozenset({"to", "from", "toward", "towards"})

Sentence = tuple[int, int]


def acts(reading: Reading, known: Known, sentence: Sentence) -> bool:
    """Whether a capital or a seat acts, in what its sentence says around it.

    A palace is known for its power: it acts unless something is in it or near it.
    """
    first, last = sentence
    start = _first_listed(reading, known.first, first)
    article = start > first and reading.folded(start - 1) in _ARTICLES
    before = start - 1 - article
    if before >= first and reading.classes[before] & LOCATIVE:
        return False
    if known.phrase.sort == "seat":
        return _palace_acts(reading, known.end, before, first)
    if article or _is_part_of_name(reading, known.end):
        return False
    if before >= first and reading.folded(before) in _NOT_SUBJECT:
        return _is_related(reading, before, first) or _possesses(reading, known.end, last)
    return (
        _possesses(reading, known.end, last)
        or _is_subject(reading, _last_listed(reading, known.end, last), last)
        or (before >= first and _is_object(reading, before))
    )


def _is_part_of_name(reading: Reading, end: int) -> bool:
    """Paris police chief, Berlin airport; but in "Cairo accused" the verb is no title."""
    marked = reading.classes[end] & (TITLE | PLACE_MARK)
    return bool(marked) and reading.folded(end) not in reading.names.acts.verbs


_NOT_SUBJECT = frozenset({
    "with", "between", "on", "against", "by", "for", "behind", "to", "toward", "towards", "from",
    "of", "over", "about", "than", "like", "as",
})  # fmt: skip


def _palace_acts(reading: Reading, end: int, before: int, first: int) -> bool:
    """A palace's doctor and a bid for it are of the house; its spokesman speaks for the power."""
    if reading.classes[end] & TITLE and reading.folded(end) not in reading.names.acts.possessions:
        return False
    if before >= first and reading.folded(before) in _NOT_SUBJECT:
        return _is_related(reading, before, first)
    return True


def _first_listed(reading: Reading, at: int, first: int) -> int:
    """Where the list of seats begins that a seat is in."""
    start = at
    while start - 1 > first and at - start < _LISTED and reading.folded(start - 1) in _LISTING:
        if not reading.classes[start - 2] & CAPITAL:
            break
        start -= 2
    return start


def _last_listed(reading: Reading, at: int, last: int) -> int:
    """Where the list of seats ends that a seat is in."""
    end = at
    while end + 1 < last and end - at < _LISTED and reading.folded(end) in _LISTING:
        if not reading.classes[end + 1] & CAPITAL:
            break
        end += 2
    return end


def _possesses(reading: Reading, end: int, last: int) -> bool:
    """Lima's deployment, not Lima's streets."""
    if end >= last or reading.folded(end) != "'s":
        return False
    return any(
        reading.folded(at) in reading.names.acts.possessions
        for at in range(end + 1, min(last, end + 1 + _REACH))
    )


def _is_subject(reading: Reading, at: int, last: int) -> bool:
    """Lima insists, Lima may never have wanted, Lima is keen."""
    words, being = reading.names.acts, False
    for index in range(at, min(last, at + _REACH)):
        word = reading.folded(index)
        if being and word in words.moods:
            return True
        if word in words.verbs and word not in words.helpers:
            return not being or word.endswith("ing")
        being = being or word in _BEING
        if not (word in words.helpers or word in _BEING or word.endswith("ly")) and not (
            (word == "," and reading.folded(index + 1) in _ASIDE) or word in _ASIDE
        ):
            return False
    return False


def _is_object(reading: Reading, before: int) -> bool:
    """Told Lima, accuses Lima of."""
    return reading.folded(before) in reading.names.acts.objects


def _is_related(reading: Reading, before: int, first: int) -> bool:
    """Talks with Lima, pressure on Lima, backed by Lima."""
    words = reading.names.acts
    if reading.folded(before) == "by":
        passive = reading.folded(before - 1)
        return passive.endswith(("ed", "en")) or passive in words.verbs
    if reading.folded(before) not in words.relating:
        return False
    verbs = frozenset() if reading.folded(before) in _MOTION else words.objects | words.verbs
    return any(
        reading.folded(at) in words.relations or reading.folded(at) in verbs
        for at in range(max(first, before - _REACH), before)
    )
