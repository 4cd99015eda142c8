"""Where the clause of a content ends."""

from app.annotator.attribution.openings import Opening
from app.annotator.attribution.reading import POSSESSIVE, STOPS, Reading
from app.annotator.cues import Cue

CLAUSE_LENGTH = 400  # tokens a clause may have
NEW_SOURCE = 12  # tokens from "and" to the cue of another source
SECOND_VERB = 5  # tokens from "and" to a second verb of the same source
_BOUNDS = STOPS | frozenset({",", ":", "that"})
_BREAKS = frozenset({";", "|", "•"})
_WHOLE_END = frozenset({",", ".", "?", "!", "…", "...", "—"})
_TRAILING = frozenset({".", "!", "?", ",", ";", ":", "…", "...", "—", "___"})
_NARROW: frozenset[Opening] = frozenset({"infinitive", "noun"})


def clause_end(
    reading: Reading, start: int, end: int, cue: Cue | None = None, opening: Opening = "clause"
) -> int:
    """Where the clause that begins at `start` ends, in a unit that ends at `end`. Without its full
    stop, but with the closing mark of a quotation that ends it.
    """
    first = reading.at_first.get(start)
    stop = end if first is not None else min(end, start + CLAUSE_LENGTH)
    index = start
    while index < stop:
        quotation = reading.at_first.get(index)
        if quotation is not None:
            index = quotation.last + 1
            if index >= end or (quotation is first and _is_whole(reading, index)):
                return min(index, end)
            if reading.words[index - 2] in _WHOLE_END and _turns(reading, index, cue):
                return index
        elif _ends(reading, start, index, end, cue, opening):
            return index
        else:
            index += 1
    return without_stop(reading.words, start, min(end, index))


def without_stop(words: list[str], start: int, end: int) -> int:
    """The end without the marks that close a sentence."""
    while end - 1 > start and words[end - 1] in _TRAILING:
        end -= 1
    return end


def first_comma(reading: Reading, start: int, end: int) -> int:
    """Where the clause that opens a sentence ends: at its first comma, before `end`."""
    index = start
    while index < end:
        quotation = reading.at_first.get(index)
        if quotation is not None:
            index = quotation.last + 1
            if reading.words[index - 2] == ",":
                return min(index, end)
        elif reading.words[index] == "," and index > start + 1:
            return index
        else:
            index += 1
    return end


def _is_whole(reading: Reading, after: int) -> bool:
    """Whether the quotation that ends before `after` closes its sentence or a part of it."""
    words = reading.words
    return words[after - 2] in _WHOLE_END or words[after] in _WHOLE_END


def _ends(
    reading: Reading, start: int, index: int, end: int, cue: Cue | None, opening: Opening
) -> bool:
    word = reading.words[index]
    if word == ",":
        return index + 1 < end and _ends_at_comma(reading, index, cue, opening)
    if opening in _NARROW and _is_adjunct(reading, index, end):
        return index > start
    if word == "but":
        return opening in _NARROW or (index > start + 1 and _second_verb(reading, index, end, cue))
    if word == "and":
        return index > start + 1 and _second_verb(reading, index, end, cue)
    return word in _BREAKS or word in ("though", "although")


def _is_adjunct(reading: Reading, index: int, end: int) -> bool:
    """Whether when or where it was said begins here: "on Monday", "in a statement"."""
    words, grammar = reading.words, reading.grammar
    word = words[index]
    if word in grammar.days:
        possessive = index + 1 < end and words[index + 1] in POSSESSIVE
        before = words[index - 1]
        return not (possessive or before in grammar.prepositions or before in grammar.determiners)
    if word not in ("on", "in", "at", "during"):
        return False
    near = words[index + 1 : min(end, index + 4)]
    return near[:1] != [] and (near[0] in grammar.days or any(w in grammar.media for w in near))


def _ends_at_comma(reading: Reading, index: int, cue: Cue | None, opening: Opening) -> bool:
    following = reading.words[index + 1]
    if opening in _NARROW and following in reading.grammar.leaving:
        return True
    return _turns(reading, index + 1, cue)


def _turns(reading: Reading, index: int, cue: Cue | None) -> bool:
    """Whether the word after a comma turns away from what was said: "…, but", "…, adding"."""
    word = reading.words[index]
    forms = reading.speech.cues.get(word, ())
    if word in reading.grammar.turns or any(form == "ing" for form, _ in forms):
        return True
    end = min(len(reading.words), index + NEW_SOURCE)
    return word == "and" and (
        _second_verb(reading, index, end, cue) or _new_source(reading, index, end, cue)
    )


def _new_source(reading: Reading, index: int, end: int, cue: Cue | None) -> bool:
    """Whether after ", and" another source and its cue come: "X said A, and Y warned that B"."""
    for place in range(index + 2, end - 1):
        if place in reading.at_first or reading.words[place] in _BOUNDS:
            return False
        forms = reading.speech.cues.get(reading.words[place], ())
        if any(cue is not None and form == cue.form and frame.before for form, frame in forms):
            return reading.words[place + 1] == "that" or place + 1 in reading.at_first
    return False


def _second_verb(reading: Reading, index: int, end: int, cue: Cue | None) -> bool:
    """Whether after "and" a second cue of the same source comes: "said X and called for Y"."""
    if cue is None:
        return False
    words, place = reading.words, index + 1
    stop = min(end, index + SECOND_VERB)
    while place < stop and (
        reading.is_adverb(place) or words[place] in reading.grammar.auxiliaries
    ):
        place += 1
    if place >= end or words[place] in STOPS:
        return False
    return any(form == cue.form for form, _ in reading.speech.cues.get(words[place], ()))
