"""How a content opens after its cue: by a mark, a colon, "that", an infinitive, a new subject."""

from dataclasses import dataclass
from typing import Literal

from app.annotator.attribution.reading import STOPS, Reading
from app.annotator.cues import Cue

# "loose": what follows may be content or an adjunct ("said at a rally …").
Opening = Literal["quotation", "that", "clause", "infinitive", "noun", "loose"]
ADJUNCT_LENGTH = 24  # tokens between a cue and its content: "said in an interview on Monday that"
_BEFORE_PHRASE = frozenset("$£€-—–'’([")


@dataclass(frozen=True, slots=True)
class Content:
    """Where a content begins, and how."""

    start: int
    opening: Opening


def content_after(reading: Reading, cue: Cue, end: int) -> Content | None:
    """The content after a cue in a unit that ends at `end`; None where no frame of it fits."""
    if cue.end >= end:
        return None
    if cue.frame.addressee:
        return _past_addressee(reading, cue, end)
    content = _open(reading, cue, end)
    return content if content is not None and _takes(cue, content) else None


def _takes(cue: Cue, content: Content) -> bool:
    takes = cue.frame.takes
    if content.opening == "loose":
        return "clause" in takes and "noun" not in takes
    if content.opening == "quotation":
        return "quotation" in takes or ("noun" in takes and content.start == cue.end)
    return content.opening in takes


def _open(reading: Reading, cue: Cue, end: int) -> Content | None:
    words, grammar = reading.words, reading.grammar
    index = _skip_light(reading, cue.end, end)
    if index >= end:
        return None
    word = words[index]
    if index in reading.at_first:
        return Content(index, "quotation")
    if word == ":":
        return _after_colon(index, end)
    if word == ",":
        return _after_comma(reading, index, end)
    if word in grammar.openers:
        return Content(index, "that")
    if word == "to" and "infinitive" in cue.frame.takes:
        return Content(index, "infinitive")
    if word in grammar.prepositions and not _measures(words, index):
        return _after_adjunct(reading, index, end)
    return _phrase(reading, cue, index)


def _phrase(reading: Reading, cue: Cue, index: int) -> Content | None:
    """A clause or a noun phrase right after the cue."""
    word = reading.words[index]
    if word in reading.grammar.coordinators or not (word[0].isalnum() or word in _BEFORE_PHRASE):
        return None
    return Content(index, "clause" if "clause" in cue.frame.takes else "noun")


def _skip_light(reading: Reading, index: int, end: int) -> int:
    """Past adverbs and days: "said again late Monday"."""
    words, times = reading.words, reading.grammar.times
    while index < end and (words[index] in times or reading.is_adverb(index)):
        if index + 1 < end and words[index + 1] in ("’s", "'s"):
            break
        index += 1
    return index


def _measures(words: list[str], index: int) -> bool:
    """Whether a preposition only measures: "about 500 people", "at least three"."""
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in ("least", "most", "half"):
        return True
    return following[:1].isdigit() and words[index] not in ("in", "on", "by")


def _after_colon(index: int, end: int) -> Content | None:
    return Content(index + 1, "quotation") if index + 1 < end else None


def _after_comma(reading: Reading, index: int, end: int) -> Content | None:
    """After a comma comes a quotation, or an adjunct between commas and then the content."""
    opened = _after_pause(reading, index, end)
    if opened is not None:
        return opened
    for place in range(index + 1, min(end - 1, index + ADJUNCT_LENGTH)):
        if place in reading.at_first or reading.words[place] in STOPS:
            return None
        if reading.words[place] == ",":
            return _after_pause(reading, place, end)
    return None


def _after_pause(reading: Reading, comma: int, end: int) -> Content | None:
    if comma + 1 >= end:
        return None
    if comma + 1 in reading.at_first:
        return Content(comma + 1, "quotation")
    return Content(comma + 1, "that") if reading.words[comma + 1] == "that" else None


def _after_adjunct(reading: Reading, start: int, end: int) -> Content | None:
    """After "in a statement", "at a rally in Ohio": that, a mark, a colon or a new subject."""
    for index in range(start, min(end, start + ADJUNCT_LENGTH)):
        if index in reading.at_first:
            return Content(index, "quotation") if _is_free(reading, index) else None
        word = reading.words[index]
        if word == ":":
            return _after_colon(index, end)
        if word in STOPS:
            return None
        if word == "that" and _is_free(reading, index):
            return Content(index, "that")
        if word in reading.grammar.personal_pronouns and _is_free(reading, index):
            return Content(index, "clause")
        if word in reading.grammar.verbs:
            return Content(start, "loose")
    return None


def _is_free(reading: Reading, index: int) -> bool:
    """Whether no preposition or determiner before a token holds it."""
    before, grammar = reading.words[index - 1], reading.grammar
    return before not in grammar.prepositions and before not in grammar.determiners


def _past_addressee(reading: Reading, cue: Cue, end: int) -> Content | None:
    """The content after the one who is spoken to: "told reporters that", "told him:"."""
    words, grammar = reading.words, reading.grammar
    for index in range(cue.end, min(end, cue.end + ADJUNCT_LENGTH)):
        later, word = index > cue.end, words[index]
        if index in reading.at_first:
            fits = not later or _is_free(reading, index)
            return Content(index, "quotation") if fits else None
        if word == "that" or (later and word in grammar.openers and word not in grammar.relatives):
            return Content(index, "that")
        if word == ":":
            return _after_colon(index, end)
        if word in STOPS:
            return None
        if later and word == "to" and "infinitive" in cue.frame.takes:
            return Content(index, "infinitive")
        if later and (word in grammar.verbs or word in grammar.personal_pronouns):
            break
    return _new_subject(reading, cue, end)


def _new_subject(reading: Reading, cue: Cue, end: int) -> Content | None:
    """A content that no word opens: "told reporters the plan had failed"."""
    words, grammar = reading.words, reading.grammar
    if cue.end + 1 < end and words[cue.end] in grammar.object_pronouns:
        word = words[cue.end + 1]
        opens = word[0].isalnum() and word not in grammar.prepositions
        return Content(cue.end + 1, "clause") if opens else None
    for index in range(cue.end + 1, min(end - 1, cue.end + ADJUNCT_LENGTH)):
        if words[index] == ",":
            return None
        if _begins_subject(reading, index):
            return Content(index, "clause")
    return None


def _begins_subject(reading: Reading, index: int) -> bool:
    word, before, grammar = reading.words[index], reading.words[index - 1], reading.grammar
    if not _is_free(reading, index) or before in grammar.coordinators:
        return False
    if word in grammar.determiners:
        return reading.words[index + 1] not in grammar.times
    if word in grammar.possessives:
        return True
    if word in grammar.personal_pronouns:
        return before != ","
    return word[0].isupper() and before[0].islower() and before not in grammar.possessives
