"""Rules without a cue word: a colon before a quotation, a speaker's name before a colon, a name
after a dash. There the attribution has no cue.
"""

from app.annotator.attribution.clauses import without_stop
from app.annotator.attribution.drafts import Draft
from app.annotator.attribution.reading import STOPS, Reading
from app.annotator.attribution.sources import main_subject
from app.annotator.attribution.units import Unit

LABEL_LENGTH = 5  # tokens of a speaker's name before its colon
SIGNATURE_LENGTH = 6  # tokens of a name after a dash
_DASHES = frozenset({"—", "–", "―", "--", "-"})


def without_cue(reading: Reading, unit: Unit) -> Draft | None:
    """The quote of a unit that no cue word attributes, by the first rule that fits."""
    return dash_signature(reading, unit) or colon_quotation(reading, unit)


def speaker_label(reading: Reading, unit: Unit) -> Draft | None:
    """LOW: We never agreed to that."""
    words = reading.words
    first = unit.first + 1 if unit.first in reading.at_first else unit.first
    colon = first
    while colon < unit.end and colon < first + LABEL_LENGTH and _in_label(words[colon]):
        colon += 1
    if colon >= unit.end - 1 or words[colon] != ":" or len(words[first]) < 2:
        return None
    quotation = reading.at_first.get(unit.first)
    if quotation is None:
        end = without_stop(words, colon + 1, unit.end)
    else:
        closed = not words[quotation.last][-1].isalnum() and words[quotation.last] not in STOPS
        end = quotation.last if closed else quotation.last + 1
    return Draft("speaker_label", [(colon + 1, end)], None, (first, colon))


def _in_label(word: str) -> bool:
    return word.isupper() or word in (".", "-")


def dash_signature(reading: Reading, unit: Unit) -> Draft | None:
    """“…” — Ana Low."""
    words = reading.words
    if not unit.quotations or unit.quotations[-1].last + 2 >= unit.end:
        return None
    quotation, last = unit.quotations[-1], unit.end
    dash = quotation.last + 1
    if words[dash] not in _DASHES or last - dash > SIGNATURE_LENGTH:
        return None
    if words[last - 1] == ".":
        last -= 1
    if last <= dash + 1 or not all(
        word[0].isupper() or word == "." for word in words[dash + 1 : last]
    ):
        return None
    return Draft("dash_signature", [(quotation.first, dash)], None, (dash + 1, last))


def colon_quotation(reading: Reading, unit: Unit) -> Draft | None:
    """The minister was blunt: “…”."""
    if not unit.quotations:
        return None
    first, last = unit.quotations[0].first, unit.quotations[-1].last
    if first <= unit.first + 1 or reading.words[first - 1] != ":" or last < unit.end - 2:
        return None
    source = main_subject(reading, unit.first, first - 1)
    return Draft("colon_quotation", [(first, last + 1)], None, source)
