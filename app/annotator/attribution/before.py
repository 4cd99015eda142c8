"""Rules for content before or around its cue: “…,” X said; “…,” said X; according to X."""

from app.annotator.attribution.clauses import clause_end
from app.annotator.attribution.drafts import Draft
from app.annotator.attribution.openings import Content
from app.annotator.attribution.reading import COMMAS, Piece, Reading
from app.annotator.attribution.sources import source_after
from app.annotator.attribution.units import Unit
from app.annotator.cues import Cue

ADJUNCT_LENGTH = 12  # tokens of a phrase before a source that is no content
TAG_LENGTH = 24  # tokens from an attribution to the rest of what it interrupts
JOINT_LENGTH = 9  # tokens from "and" or "but" to the next mark of the same content
_LEADING = frozenset({",", "?", "!", "—", "–", "--", "...", "…", "’", "'"})
_ENDINGS = COMMAS | frozenset({".", ";", "?", "!"})
_STARTERS = COMMAS | frozenset({"and", ";", "."})


def content_before_cue(
    reading: Reading,
    unit: Unit,
    cue: Cue,
    source: Piece | None,
    content: Content | None,
    floor: int,
) -> Draft | None:
    """“…,” X said; …, X said."""
    if source is None or source[0] <= floor:
        return None
    left = source[0] - 1
    if content is not None and content.opening != "loose" and not _leads_over(reading, left):
        return None
    return _around("content_before_cue", reading, unit, cue, source, floor, left, cue.end)


def inverted_cue(reading: Reading, unit: Unit, cue: Cue, floor: int) -> Draft | None:
    """“…,” said X, the mayor of Y."""
    left = cue.first - 1
    if left < floor or cue.first != cue.at:
        return None
    quoted = left in reading.at_last
    if not quoted and reading.words[left] != ",":
        return None
    source = source_after(reading, cue.end, unit.end)
    if source is None or not (quoted or _closes(reading, unit, source)):
        return None
    return _around("inverted_cue", reading, unit, cue, source, floor, left, source[1])


def according_to(reading: Reading, unit: Unit, hit: int, floor: int) -> Draft | None:
    """According to X, …; …, according to X; …, according to X, …."""
    if hit + 2 >= unit.end or reading.words[hit + 1] != "to":
        return None
    source = source_after(reading, hit + 2, unit.end)
    if source is None:
        return None
    more = _after_source(reading, unit, source[1])
    left = hit - 1 if hit > floor and reading.words[hit - 1] == "," else hit
    start = _content_start(reading, floor, left)
    if start < left and reading.words[left - 1] not in reading.grammar.coordinators:
        pieces = [(start, left), more] if left < hit else [(start, left)]
    else:
        pieces = [more]
    content = [piece for piece in pieces if piece is not None]
    return Draft("according_to", content, (hit, hit + 2), source) if content else None


def _after_source(reading: Reading, unit: Unit, index: int) -> Piece | None:
    """What follows the comma after a source, where it goes on with the content."""
    words = reading.words
    if index + 1 >= unit.end or words[index] != "," or words[index + 1] in reading.grammar.leaving:
        return None
    end = clause_end(reading, index + 1, unit.end)
    return (index + 1, end) if end > index + 2 else None


def _leads_over(reading: Reading, left: int) -> bool:
    """Whether a quotation ends at `left` so that its attribution must follow."""
    return left in reading.at_last and reading.words[left - 1] in _LEADING


def _closes(reading: Reading, unit: Unit, source: Piece) -> bool:
    """Whether a source that names someone ends its part of the sentence."""
    words, first = reading.words, source[0]
    if not (words[first][0].isupper() or words[first] in reading.grammar.determiners):
        return False
    return source[1] >= unit.end or words[source[1]] in _ENDINGS


def _around(
    rule: str,
    reading: Reading,
    unit: Unit,
    cue: Cue,
    source: Piece,
    floor: int,
    left: int,
    after: int,
) -> Draft | None:
    """The quote whose content ends at token `left` and may go on at `after`."""
    quoted = left in reading.at_last
    end = left + 1 if quoted else left
    if not quoted and not (reading.words[left] in COMMAS and _pauses(reading, after, unit.end)):
        return None
    start = _content_start(reading, floor, end)
    if end - start < 2 or (not quoted and _is_adjunct(reading, start, end)):
        return None
    content = [(start, end)]
    rest = _rest(reading, after, unit.end, quoted, cue)
    if rest is not None:
        content.append(rest)
    return Draft(rule, content, cue.span, source)


def _pauses(reading: Reading, index: int, end: int) -> bool:
    """Whether an attribution ends or an adjunct follows, so that content stood before it."""
    if index >= end:
        return True
    word = reading.words[index]
    return word in _ENDINGS or word in reading.grammar.times or word[0].islower()


def _content_start(reading: Reading, floor: int, end: int) -> int:
    words = reading.words
    quotation = reading.at_last.get(end - 1)
    if quotation is not None and quotation.first > floor and words[quotation.first - 1] == ":":
        return quotation.first
    while floor < end and words[floor] in _STARTERS:
        floor += 1
    return floor


def _is_adjunct(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase only says when or where: "In July, X says"."""
    if reading.words[start] not in reading.grammar.prepositions or end - start > ADJUNCT_LENGTH:
        return False
    return not any(reading.is_verb(index) for index in range(start, end))


def _rest(reading: Reading, index: int, end: int, quoted: bool, cue: Cue) -> Piece | None:
    """What is said after an attribution that interrupts it."""
    words = reading.words
    for place in range(index, min(end, index + TAG_LENGTH)):
        quotation = reading.at_first.get(place)
        if quotation is not None:
            resumes = place == index or words[place - 1] in _RESUMES
            return (place, quotation.last + 1) if resumes else None
        if words[place] in COMMAS and place + 1 < end:
            if quoted:
                return _rest_with_marks(reading, place + 1, end)
            return _rest_of_clause(reading, index, place + 1, end, cue)
        if words[place] in reading.speech.cues and place > index + 2:
            return None
    return None


_RESUMES = COMMAS | frozenset({".", ":", "but", "and"})


def _rest_with_marks(reading: Reading, start: int, end: int) -> Piece | None:
    """“…,” X said, but in winter “…”: from the conjunction to the closing mark."""
    quotation = reading.at_first.get(start)
    if quotation is not None:
        return start, quotation.last + 1
    if reading.words[start] not in ("and", "but"):
        return None
    for place in range(start + 1, min(end, start + JOINT_LENGTH)):
        quotation = reading.at_first.get(place)
        if quotation is not None:
            attributed = _leads_over(reading, quotation.last) and quotation.last + 2 < end
            return None if attributed else (start, quotation.last + 1)
        if reading.words[place] in reading.speech.cues or reading.words[place] in COMMAS:
            return None
    return None


def _rest_of_clause(reading: Reading, index: int, start: int, end: int, cue: Cue) -> Piece | None:
    word, grammar = reading.words[start], reading.grammar
    if word.endswith("ing") or word in grammar.leaving:
        return None
    resumes = word in grammar.verbs or word in grammar.personal_pronouns
    if start - 1 > index and not resumes:
        return None
    stop = clause_end(reading, start, end, cue)
    return (start, stop) if stop > start + 1 else None
