"""Units: the stretches in which attributions are looked for, sentences with quotations whole."""

from dataclasses import dataclass

from app.annotator.attribution.reading import Reading
from app.annotator.marks import Quotation

TAG_LENGTH = 8  # tokens from a question's closing mark to the cue that attributes it
DATELINE_LENGTH = 16
_DASHES = frozenset({"—", "–", "―", "-", "--"})
_ASKING = frozenset({"?", "!", "…", "...", "—", "–"})
_NO_TAG = frozenset({".", "?", "!", ",", ";", ":", "“", '"'})


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens `first` to `end` of one sentence, or of more where a quotation spans their ends; the
    places of its cue words outside quotations, and its quotations.
    """

    first: int
    end: int
    hits: list[int]
    quotations: list[Quotation]


def find_units(reading: Reading, quotations: list[Quotation]) -> list[Unit]:
    """The units of a text, in its order."""
    cues = reading.speech.cues
    hits = [index for index, word in enumerate(reading.words) if word in cues]
    units: list[Unit] = []
    hit = mark = mark_from = 0
    first = -1
    for start, end in reading.tokens.sentences():
        first = start if first < 0 else first
        while mark < len(quotations) and quotations[mark].first < end:
            mark += 1
        if mark > mark_from and _goes_on(reading, quotations[mark - 1], end):
            continue
        hit_from = hit
        while hit < len(hits) and hits[hit] < end:
            hit += 1
        inside = quotations[mark_from:mark]
        outside = _outside(hits[hit_from:hit], inside)
        text = _after_dateline(reading, first, end)
        units.append(Unit(text, end, [hit for hit in outside if hit >= text], inside))
        first, mark_from = -1, mark
    return units


def _goes_on(reading: Reading, quotation: Quotation, end: int) -> bool:
    """Whether a sentence's end is none: inside a quotation, or before the words that attribute it
    ("Is it?" Ms Low asked).
    """
    if quotation.last >= end:
        return True
    words, tokens = reading.words, reading.tokens
    if quotation.last != end - 1 or words[end - 2] not in _ASKING or end >= len(words):
        return False
    between = tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
    return "\n" not in between and _attributes(reading, end)


def _attributes(reading: Reading, start: int) -> bool:
    """Whether a sentence begins with a source and a cue that may follow its content."""
    for index in range(start, min(start + TAG_LENGTH, len(reading.words))):
        word = reading.words[index]
        if word in _NO_TAG:
            return False
        if any(frame.before for _, frame in reading.speech.cues.get(word, ())):
            return True
    return False


def _after_dateline(reading: Reading, first: int, end: int) -> int:
    """Where the text begins after "NAIROBI, March 3 (Agency) —"."""
    words = reading.words
    if not (words[first].isupper() and len(words[first]) > 2):
        return first
    for index in range(first + 1, min(end - 1, first + DATELINE_LENGTH)):
        if words[index] in _DASHES:
            return index + 1
    return first


def _outside(hits: list[int], quotations: list[Quotation]) -> list[int]:
    """The hits that stand in no quotation; both lists are in the order of the text."""
    if not quotations:
        return hits
    outside: list[int] = []
    place = 0
    for hit in hits:
        while place < len(quotations) and quotations[place].last < hit:
            place += 1
        if place == len(quotations) or hit < quotations[place].first:
            outside.append(hit)
    return outside
