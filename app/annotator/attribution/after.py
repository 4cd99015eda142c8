"""Rules for content that stands after its cue: "X said that …", "X's claim that …"."""

from app.annotator.attribution.clauses import clause_end, first_comma
from app.annotator.attribution.drafts import Draft
from app.annotator.attribution.openings import Content, content_after
from app.annotator.attribution.reading import POSSESSIVE, Piece, Reading
from app.annotator.attribution.sources import source_before
from app.annotator.attribution.units import Unit
from app.annotator.cues import Cue

OPENING_LENGTH = 40  # tokens of a clause that opens a sentence


def content_after_cue(
    reading: Reading, unit: Unit, cue: Cue, source: Piece | None, content: Content | None
) -> Draft | None:
    """X said that …; X accuses Y of …; saying that …."""
    if content is None or source is None or _is_expletive(reading, cue, source):
        return None
    end = clause_end(reading, content.start, unit.end, cue, content.opening)
    if _opens_sentence(reading, unit, cue, source):
        end = first_comma(reading, content.start, end)
    if end <= content.start:
        return None
    return Draft("content_after_cue", [(content.start, end)], cue.span, source)


def _is_expletive(reading: Reading, cue: Cue, source: Piece) -> bool:
    """Whether "it" stands for nobody: "It is worth noting that"."""
    first, end = source
    if not cue.is_participle or reading.words[first] not in ("it", "It"):
        return False
    return reading.words[end] in reading.grammar.be_forms


def noun_cue(reading: Reading, unit: Unit, cue: Cue, floor: int) -> Draft | None:
    """X's claim that …; his repeated claim that …."""
    content = content_after(reading, cue, unit.end)
    if content is None or reading.words[content.start] != "that":
        return None
    source = _possessor(reading, cue.first, floor)
    if source is None:
        return None
    end = clause_end(reading, content.start, unit.end, cue)
    return Draft("noun_cue", [(content.start, end)], cue.span, source)


def _possessor(reading: Reading, first: int, floor: int) -> Piece | None:
    """The possessive before a noun, with at most one word between."""
    for index in (first - 1, first - 2):
        if index < floor:
            return None
        if reading.words[index] in POSSESSIVE:
            return source_before(reading, floor, index)
        if reading.words[index] in reading.grammar.possessives:
            return index, index + 1
    return None


def _opens_sentence(reading: Reading, unit: Unit, cue: Cue, source: Piece) -> bool:
    """Whether the cue stands in a clause that only opens its sentence: "Although X said …, Y"."""
    words, grammar = reading.words, reading.grammar
    word = words[unit.first]
    clausal = word in grammar.subordinators or word in grammar.clause_prepositions
    if clausal and source[0] == unit.first + 1:
        return True
    if not (word in grammar.prepositions or word in grammar.subordinators):
        return False
    light = cue.is_participle or words[source[0]] in grammar.relatives
    near = cue.first - unit.first <= OPENING_LENGTH
    return light and near and "," not in words[unit.first : cue.first]
